//! Who may do what with offers, and how many of them. Pure.

use crate::ids::PersonId;
use crate::platform::http::{Code, Error, Result};

/// Offers one recruiter sends a day, in Paris.
pub const MOST_BY_RECRUITER: i64 = 50;
/// Offers the establishments of one legal unit send a day.
pub const MOST_BY_COMPANY: i64 = 200;
/// People one offer is sent to.
pub const MOST_RECIPIENTS: usize = 50;
/// Drafts one recruiter keeps.
pub const MOST_DRAFTS: i64 = 100;
/// Days between two offers for the same job, of one company to one person.
pub const SAME_JOB_DAYS: i64 = 30;
/// Bytes of the document that goes with an offer.
pub const LARGEST_FILE: i64 = 5 << 20;

/// Whose offer it is.
#[derive(Clone, Copy, Debug)]
pub struct Hold {
    /// Its author.
    pub author: Option<PersonId>,
    /// Whether the author still has an account at the company, suspended or not.
    pub author_stays: bool,
}

/// An offer is its author's to write, send, remind of and withdraw. Once the author has left the company, whoever of it acts first
/// takes it over: true then. The administrators of the company act on every offer of it.
pub fn may_act(hold: Hold, person: PersonId, is_admin: bool) -> Result<bool> {
    match hold.author {
        Some(author) if author == person => Ok(false),
        Some(_) if hold.author_stays => {
            if is_admin {
                Ok(false)
            } else {
                Err(Error::forbidden())
            }
        }
        _ => Ok(true),
    }
}

/// What was sent today leaves room for so many more: none of them is sent when they do not all fit.
pub fn ensure_room(by_recruiter: i64, by_company: i64, more: i64) -> Result<()> {
    let left = (MOST_BY_RECRUITER - by_recruiter).min(MOST_BY_COMPANY - by_company).max(0);
    if more <= left {
        return Ok(());
    }
    let room = serde_json::json!({ "left_today": left, "asked": more });
    Err(Error::Blocked { code: Code::OfferQuotaReached, current: room })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_author_acts_then_whoever_takes_over() {
        let [author, colleague] = [1, 2].map(|number| PersonId(Uuid::from_u128(number)));
        let hold = |author, author_stays| Hold { author, author_stays };
        let told = |hold, person, is_admin| may_act(hold, person, is_admin).map_err(|error| error.code());
        assert_eq!(told(hold(Some(author), true), author, false), Ok(false));
        assert_eq!(told(hold(Some(author), true), colleague, false), Err(Code::Forbidden));
        assert_eq!(told(hold(Some(author), true), colleague, true), Ok(false));
        assert_eq!(told(hold(Some(author), false), colleague, false), Ok(true));
        assert_eq!(told(hold(None, false), colleague, false), Ok(true));
    }

    #[test]
    fn a_sending_fits_whole_or_not_at_all() {
        assert!(ensure_room(0, 0, 50).is_ok() && ensure_room(49, 199, 1).is_ok());
        for (recruiter, company, more) in [(0, 0, 51), (50, 0, 1), (20, 180, 21), (0, 200, 1), (70, 0, 1)] {
            let refused = ensure_room(recruiter, company, more).unwrap_err();
            assert_eq!(refused.code(), Code::OfferQuotaReached, "{recruiter} {company} {more}");
        }
        let Err(Error::Blocked { current, .. }) = ensure_room(30, 100, 21) else { panic!() };
        assert_eq!(current["left_today"], 20);
    }
}
