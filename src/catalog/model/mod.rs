//! What the catalogue is, when a release is complete, and what it changes. Pure.

pub mod alignment;
mod attempt;
mod catalogue;
pub mod certification;
mod codes;
mod compare;
mod diff;
mod draft;
pub mod drift;
mod gate;
mod known;
mod log;
mod records;
mod summary;
pub mod supplement;
pub mod text;

pub use attempt::{Attempt, Outcome, Source};
pub use catalogue::{Catalogue, Counts, List, Record};
pub use codes::{DomainCode, Letter, OgrCode};
pub use diff::{CatalogueDiff, Changes, Tally, diff};
pub use draft::{Defect, Draft, Link};
pub use drift::DriftKind;
pub use gate::{Refusal, check};
pub use known::{Entry, Known, Origin};
pub use log::{LoggedChange, change_log};
pub use records::{
    Appellation, Context, Domain, GrandDomain, Job, JobContext, JobSkill, Mobility, Release, Skill,
    SkillKind, Weight,
};
pub use summary::summary;
