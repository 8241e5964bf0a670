//! When an account that nobody uses is told so, and when it goes.

use chrono::{DateTime, Duration, Months, Utc};

/// Months without signing in after which the person is told.
pub const TOLD_AFTER: i32 = 23;
/// Months without signing in after which the account is erased.
pub const ERASED_AFTER: i32 = 24;
/// Whoever was told has this long at least, even when nobody could be told at the time: the shortest month.
pub const NOTICE: Duration = Duration::days(28);

/// The last instant at which people were told who may be erased now.
pub fn told_by(now: DateTime<Utc>) -> DateTime<Utc> {
    now - NOTICE
}

/// Whether an account last used then is erased for want of use.
pub fn is_unused(used_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    used_at.checked_add_months(Months::new(ERASED_AFTER.unsigned_abs())).is_some_and(|end| end <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_years_of_the_calendar_to_the_second() {
        let used: DateTime<Utc> = "2024-02-29T10:00:00Z".parse().unwrap();
        let at = |text: &str| is_unused(used, text.parse().unwrap());
        assert!(!at("2026-02-28T09:59:59Z"));
        assert!(at("2026-02-28T10:00:00Z"));
    }
}
