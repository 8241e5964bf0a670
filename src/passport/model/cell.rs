//! One skill of one person in one organisation: what was found of it, which entry holds, and how far it is.

use carnet_index::Level;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{GridId, TrainingSessionId, ValidationId};

/// Which of an organisation's standing entries is its current level. The search has its own rule, whatever is chosen here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = PassportLevelRule)]
pub enum Rule {
    /// The highest that is acquired.
    #[default]
    Highest,
    /// The newest, whatever it says.
    Latest,
}

impl Rule {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Highest => "highest",
            Self::Latest => "latest",
        }
    }
}

/// What ended an entry before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It was revoked.
    Revoked,
    /// Another took its place.
    Superseded,
}

/// How far a skill of a person is in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CellStatus)]
pub enum Status {
    /// The person says so; the organisation says nothing.
    Declared,
    /// A result or a proposal waits to be decided.
    InEvaluation,
    /// Acquired.
    Validated,
    /// The newest entry was revoked.
    Revoked,
    /// The newest entry is over.
    Expired,
    /// Found not acquired.
    NotAcquired,
}

/// An entry of the organisation.
#[derive(Clone, Debug)]
pub struct CellEntry {
    /// The entry.
    pub id: ValidationId,
    /// The session it was written in.
    pub session: Option<TrainingSessionId>,
    /// The step of a grid.
    pub step: Option<(GridId, i32, i16)>,
    /// What was found, in words.
    pub step_name: String,
    /// On the common scale.
    pub common_level: Option<Level>,
    /// Whether it is acquired.
    pub passing: bool,
    /// When.
    pub validated_at: DateTime<Utc>,
    /// Last day on which it counts.
    pub expires_on: Option<NaiveDate>,
    /// What ended it.
    pub end: Option<End>,
}

impl CellEntry {
    /// Whether it holds on this day.
    pub fn stands(&self, today: NaiveDate) -> bool {
        self.end.is_none() && self.expires_on.is_none_or(|last| today <= last)
    }
}

/// The entry that holds by the organisation's rule. Entries come newest first, as everywhere here.
pub fn current(entries: &[CellEntry], rule: Rule, today: NaiveDate) -> Option<&CellEntry> {
    let newest = entries.iter().find(|entry| entry.stands(today));
    match rule {
        Rule::Latest => newest,
        Rule::Highest => {
            let acquired = entries.iter().rev().filter(|entry| entry.stands(today) && entry.passing);
            // Of equal levels the last one is taken: the newest.
            acquired.max_by_key(|entry| entry.common_level).or(newest)
        }
    }
}

/// How far the skill is; none when nobody says anything of it.
pub fn status(
    entries: &[CellEntry],
    rule: Rule,
    (is_declared, is_in_evaluation): (bool, bool),
    today: NaiveDate,
) -> Option<Status> {
    match current(entries, rule, today) {
        Some(entry) if entry.passing => return Some(Status::Validated),
        _ if is_in_evaluation => return Some(Status::InEvaluation),
        Some(_) => return Some(Status::NotAcquired),
        None => {}
    }
    match entries.iter().find(|entry| entry.end != Some(End::Superseded)) {
        Some(entry) if entry.end == Some(End::Revoked) => Some(Status::Revoked),
        Some(_) => Some(Status::Expired),
        None => is_declared.then_some(Status::Declared),
    }
}

/// The entry that another of the same session takes the place of. What another session found stays beside it: that is
/// another evaluation, not a correction.
pub fn replaced(entries: &[CellEntry], session: TrainingSessionId, today: NaiveDate) -> Option<&CellEntry> {
    entries.iter().find(|entry| entry.session == Some(session) && entry.stands(today))
}

/// Raised by each entry and each end of one: what somebody saw, whoever writes next.
pub fn version(entries: &[CellEntry]) -> i64 {
    let ended = entries.iter().filter(|entry| entry.end.is_some()).count();
    i64::try_from(entries.len() + ended).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const SESSION: TrainingSessionId = TrainingSessionId(Uuid::from_u128(7));

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        day("2026-03-03")
    }

    /// An entry of this number and common level (0: none).
    fn entry(number: u128, level: u8) -> CellEntry {
        CellEntry {
            id: ValidationId(Uuid::from_u128(number)),
            session: Some(SESSION),
            step: None,
            step_name: String::new(),
            common_level: Level::new(level),
            passing: true,
            validated_at: DateTime::UNIX_EPOCH,
            expires_on: None,
            end: None,
        }
    }

    fn failed(number: u128) -> CellEntry {
        CellEntry { passing: false, ..entry(number, 0) }
    }

    fn ended(number: u128, level: u8, end: End) -> CellEntry {
        CellEntry { end: Some(end), ..entry(number, level) }
    }

    fn expired(number: u128, level: u8) -> CellEntry {
        CellEntry { expires_on: Some(day("2026-03-02")), ..entry(number, level) }
    }

    #[test]
    fn the_rule_chooses_among_what_stands() {
        let number = |entries: &[CellEntry], rule| {
            current(entries, rule, today()).map_or(0, |entry| entry.id.0.as_u128())
        };
        // Newest first: number of the highest, then of the latest.
        for (case, entries, highest, latest) in [
            ("nothing", vec![], 0, 0),
            ("one", vec![entry(1, 2)], 1, 1),
            ("a lower one after", vec![entry(2, 2), entry(1, 4)], 1, 2),
            ("of equal ones the newest", vec![entry(3, 3), entry(2, 3), entry(1, 1)], 3, 3),
            ("one without level is below", vec![entry(2, 0), entry(1, 1)], 1, 2),
            ("a failure after", vec![failed(2), entry(1, 2)], 1, 2),
            ("failures alone", vec![failed(2), failed(1)], 2, 2),
            ("revoked", vec![ended(2, 4, End::Revoked), entry(1, 1)], 1, 1),
            ("superseded", vec![entry(2, 1), ended(1, 4, End::Superseded)], 2, 2),
            ("expired", vec![expired(2, 4), entry(1, 1)], 1, 1),
        ] {
            assert_eq!(
                (number(&entries, Rule::Highest), number(&entries, Rule::Latest)),
                (highest, latest),
                "{case}"
            );
        }
    }

    #[test]
    fn the_status_says_how_far_the_skill_is() {
        let told = |entries: &[CellEntry], declared, waiting| {
            status(entries, Rule::Highest, (declared, waiting), today())
        };
        assert_eq!(told(&[], false, false), None);
        assert_eq!(told(&[], true, false), Some(Status::Declared));
        assert_eq!(told(&[], true, true), Some(Status::InEvaluation));
        assert_eq!(told(&[entry(1, 2)], true, true), Some(Status::Validated));
        assert_eq!(told(&[failed(1)], true, false), Some(Status::NotAcquired));
        assert_eq!(told(&[failed(1)], true, true), Some(Status::InEvaluation));
        assert_eq!(told(&[ended(1, 2, End::Revoked)], true, false), Some(Status::Revoked));
        assert_eq!(told(&[expired(1, 2)], true, false), Some(Status::Expired));
        let corrected = [ended(2, 1, End::Revoked), ended(1, 4, End::Superseded)];
        assert_eq!(told(&corrected, false, false), Some(Status::Revoked));
        assert_eq!(
            status(&[failed(2), entry(1, 3)], Rule::Latest, (false, false), today()),
            Some(Status::NotAcquired),
            "the latest word counts where the organisation says so"
        );
    }

    #[test]
    fn a_session_corrects_its_own_entries() {
        let elsewhere = CellEntry { session: None, ..entry(2, 4) };
        let entries = [elsewhere, entry(1, 2)];
        let found =
            |entries: &[CellEntry]| replaced(entries, SESSION, today()).map(|entry| entry.id.0.as_u128());
        assert_eq!(found(&entries), Some(1));
        assert_eq!(found(&entries[..1]), None);
        assert_eq!(found(&[ended(1, 2, End::Revoked), expired(3, 2)]), None);
    }

    #[test]
    fn every_entry_and_every_end_raises_the_version() {
        assert_eq!(version(&[]), 0);
        assert_eq!(version(&[entry(1, 2)]), 1);
        assert_eq!(version(&[ended(1, 2, End::Revoked)]), 2);
        assert_eq!(version(&[entry(2, 1), ended(1, 2, End::Superseded)]), 3);
    }
}
