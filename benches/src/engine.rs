//! What every engine under test is asked, and what it must answer for its time to count.

use anyhow::Result;
use carnet_index::{ProfileId, RomeCode, SearchRequest};

use crate::questions::Class;

/// What can be compared of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The exact number of results, when the class asks for it.
    pub total: Option<u64>,
    /// The first page.
    pub ids: Vec<ProfileId>,
    /// Results per job, in any order, when the class asks for it.
    pub jobs: Vec<(RomeCode, u64)>,
}

/// The order in which an engine gives its results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ranking {
    /// The published order: conditions met, validated among them, sum of levels, fixed draw.
    Published,
    /// Conditions met where they are optional, then the fixed draw: what one sorted number can express.
    Drawn,
}

/// An engine: Carnet's index, a reference in this process, or a server somewhere else.
pub trait Engine: Sync {
    /// A question in the engine's own terms, prepared outside the measured time.
    type Asked: Send + Sync;
    /// The whole answer as it arrives, read outside the measured time.
    type Received;

    /// The name in the tables.
    fn name(&self) -> &'static str;

    /// The order of its results.
    fn ranking(&self) -> Ranking;

    /// Translates a question; absent when the engine cannot express its class.
    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<Self::Asked>>;

    /// Answers: this is what is measured.
    fn ask(&self, asked: &Self::Asked) -> Result<Self::Received>;

    /// Reads an answer.
    fn read(&self, received: Self::Received) -> Result<Answer>;
}
