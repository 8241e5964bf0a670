//! What a search answers.

use super::card::ProfileCard;
use super::cursor::Cursor;
use super::request::RomeFilter;
use crate::codes::{RomeCode, SkillCode};
use crate::level::Level;

/// How one criterion fares against one profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The entry meets the criterion.
    Matched,
    /// The entry is below the levels asked for, or has none while one was asked for.
    LowerLevel,
    /// The entry is above the levels asked for.
    HigherLevel,
    /// A validated entry was asked for and this one is only declared.
    DeclaredOnly,
    /// The profile has no entry for this skill.
    Missing,
}

/// One line of the explanation of a hit: one criterion, in the order of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatchLine {
    /// The skill of the criterion.
    pub skill: SkillCode,
    /// How it fares.
    pub outcome: Outcome,
    /// The level of the profile's entry.
    pub level: Option<Level>,
}

/// How much of a job's core skills a profile holds, at any level and status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The job.
    pub job: RomeCode,
    /// How many core skills the profile holds.
    pub covered: u32,
    /// How many core skills the job has.
    pub required: u32,
    /// The core skills the profile does not hold, in the order of the request.
    pub missing: Vec<SkillCode>,
}

/// One result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The profile as it is stored.
    pub card: ProfileCard,
    /// One line per criterion.
    pub matches: Vec<MatchLine>,
    /// The fit to the job of the request, when there is one.
    pub coverage: Option<Coverage>,
}

/// How many results a place in the catalogue would leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RomeCount {
    /// The place.
    pub value: RomeFilter,
    /// The number of results.
    pub count: u64,
}

/// How many results hold a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkillCount {
    /// The skill.
    pub skill: SkillCode,
    /// The number of results.
    pub count: u64,
}

/// How many results a criterion would leave with this lowest level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelCount {
    /// The skill of the criterion.
    pub skill: SkillCode,
    /// The lowest level.
    pub level: Level,
    /// The number of results.
    pub count: u64,
}

/// The two choices of status a criterion offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusChoice {
    /// Declared or validated.
    Any,
    /// Validated only.
    Validated,
}

/// How many results a criterion would leave with this status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusCount {
    /// The skill of the criterion.
    pub skill: SkillCode,
    /// The status.
    pub status: StatusChoice,
    /// The number of results.
    pub count: u64,
}

/// The counts asked for; those not asked for are absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Sorted by kind, count descending, code.
    pub rome: Option<Vec<RomeCount>>,
    /// The thirty most held skills, count descending, code.
    pub skills: Option<Vec<SkillCount>>,
    /// Four lines per criterion, in the order of the request.
    pub levels: Option<Vec<LevelCount>>,
    /// Two lines per criterion, in the order of the request.
    pub statuses: Option<Vec<StatusCount>>,
}

/// A page of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchPage {
    /// The exact number of results over all pages.
    pub total: u64,
    /// The results of this page, in the published order.
    pub hits: Vec<Hit>,
    /// The counts asked for.
    pub facets: Facets,
    /// Where the next page starts, absent on the last page.
    pub next: Option<Cursor>,
    /// Where the previous page ends, absent on the first page.
    pub previous: Option<Cursor>,
}
