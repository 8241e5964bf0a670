//! Who still works here? Asked of a company's admins every quarter, and what follows when nobody answers.

use chrono::{DateTime, Duration, Utc};

use super::recruiter::Status;
use super::role::Role;
use crate::ids::RecruiterId;

/// How long a confirmation holds, and how long a company is left alone once it was asked.
pub const HOLDS: Duration = Duration::days(91);
/// How long admins have to answer.
pub const TO_ANSWER: Duration = Duration::days(30);
/// What the recruiter is told whose account nobody confirmed.
pub const UNCONFIRMED: &str = "Personne de l’entreprise n’a confirmé que vous y travaillez encore. Un \
                               administrateur de l’entreprise peut rouvrir votre accès.";

/// An account, as far as it matters here.
#[derive(Clone, Copy, Debug)]
pub struct Colleague {
    /// The account.
    pub id: RecruiterId,
    /// Where it stands.
    pub status: Status,
    /// What they are in the company.
    pub role: Role,
    /// When somebody last said that they work there.
    pub confirmed_at: DateTime<Utc>,
}

impl Colleague {
    /// Whether the account is to be confirmed again, by what was asked at that time.
    pub fn is_unconfirmed(&self, asked_at: DateTime<Utc>) -> bool {
        self.status == Status::Granted && self.confirmed_at + HOLDS <= asked_at
    }
}

/// The accounts that lapse once the time to answer is over: everybody whom nobody confirmed. When no admin answered, the admins
/// stay: somebody must be there to answer, and to open the others' accounts again.
pub fn lapsed(colleagues: &[Colleague], asked_at: DateTime<Utc>) -> Vec<RecruiterId> {
    let is_run = colleagues
        .iter()
        .any(|one| one.status == Status::Granted && one.role == Role::Admin && !one.is_unconfirmed(asked_at));
    let unconfirmed = colleagues.iter().filter(|one| one.is_unconfirmed(asked_at));
    unconfirmed.filter(|one| is_run || one.role == Role::Member).map(|one| one.id).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(day: i64) -> DateTime<Utc> {
        "2026-03-03T08:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::days(day)
    }

    fn colleague(number: u128, role: Role, status: Status, confirmed: i64) -> Colleague {
        Colleague { id: RecruiterId(Uuid::from_u128(number)), status, role, confirmed_at: at(confirmed) }
    }

    fn numbers(found: Vec<RecruiterId>) -> Vec<u128> {
        found.into_iter().map(|id| id.0.as_u128()).collect()
    }

    #[test]
    fn a_confirmation_holds_ninety_one_days() {
        let one = colleague(1, Role::Member, Status::Granted, 0);
        assert!(!one.is_unconfirmed(at(91) - Duration::seconds(1)));
        assert!(one.is_unconfirmed(at(91)));
        assert!(!colleague(1, Role::Member, Status::Suspended, 0).is_unconfirmed(at(200)));
    }

    #[test]
    fn whom_nobody_confirms_lapses_once_an_admin_answered() {
        let all = [
            colleague(1, Role::Admin, Status::Granted, 100),
            colleague(2, Role::Admin, Status::Granted, 0),
            colleague(3, Role::Member, Status::Granted, 0),
            colleague(4, Role::Member, Status::Granted, 50),
            colleague(5, Role::Member, Status::Suspended, 0),
        ];
        assert_eq!(
            numbers(lapsed(&all, at(91))),
            [2, 3],
            "the fourth was confirmed a while ago, not too long"
        );
    }

    #[test]
    fn when_no_admin_answers_the_admins_stay() {
        let all = [
            colleague(1, Role::Admin, Status::Granted, 0),
            colleague(2, Role::Admin, Status::Suspended, 100),
            colleague(3, Role::Member, Status::Granted, 0),
            colleague(4, Role::Member, Status::Granted, 100),
        ];
        assert_eq!(numbers(lapsed(&all, at(91))), [3]);
    }
}
