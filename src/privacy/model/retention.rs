//! How long what is about people is kept, and what becomes of it when they are erased. The register of processing is made from
//! this and [`super::register`]; jobs read the clocks from here.

use chrono::{DateTime, Months, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// Months for which it is kept that staff looked at somebody's data.
pub const DATA_ACCESSES: u32 = 12;
/// Months for which the results of the nightly check are kept.
pub const DISCLOSURE_CHECKS: u32 = 24;
/// Months for which it is known, as a digest, that an account was erased: longer than any dump is kept.
pub const ERASED_ACCOUNTS: u32 = 13;

/// What is older than so many months may go: what happened at this instant or before.
pub fn older_than(months: u32, now: DateTime<Utc>) -> DateTime<Utc> {
    now.checked_sub_months(Months::new(months)).unwrap_or(DateTime::<Utc>::MIN_UTC)
}

/// Why something may be kept at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LegalBasis {
    /// What the person asked the platform to do.
    Contract,
    /// What the person agreed to, and may take back.
    Consent,
    /// What a law asks for.
    LegalObligation,
    /// What keeps the platform safe and honest.
    LegitimateInterest,
}

/// What becomes of it when the person is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnErasure {
    /// It goes.
    Removed,
    /// The person is taken off it; what is left says nothing of them.
    Anonymised,
    /// It stays until its time is over: `kept` says why.
    Kept,
}

/// One line of the register.
#[derive(Clone, Copy, Debug)]
pub struct Processing {
    /// Its name in addresses and tests.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What for.
    pub purpose: &'static str,
    /// Why it may be.
    pub basis: LegalBasis,
    /// Whose data.
    pub people: &'static str,
    /// Which data.
    pub data: &'static str,
    /// Who sees it.
    pub recipients: &'static str,
    /// For how long.
    pub retention: &'static str,
    /// What becomes of it when the person is erased.
    pub on_erasure: OnErasure,
    /// Why something stays, where it does.
    pub kept: Option<&'static str>,
    /// The tables it is in.
    pub tables: &'static [&'static str],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar() {
        let now: DateTime<Utc> = "2026-03-31T08:00:00Z".parse().unwrap();
        assert_eq!(older_than(13, now).to_rfc3339(), "2025-02-28T08:00:00+00:00");
        assert_eq!(older_than(12, now).to_rfc3339(), "2025-03-31T08:00:00+00:00");
    }
}
