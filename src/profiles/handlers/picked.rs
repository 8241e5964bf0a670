//! People somebody picked from a search, to be put somewhere, and pages of people that are kept: what they use of quotas.

use super::allowed;
use crate::companies::VerifiedRecruiter;
use crate::ids::ProfileId;
use crate::platform::http::{Error, PageParams, Result};
use crate::platform::state::AppState;
use crate::profiles::policy::{Left, Quotas, Reserved};
use crate::profiles::store::seen;

/// Most people picked at once.
const MOST: usize = 50;
/// Most people shown on one page, as in a search.
const LONGEST_PAGE: u32 = 50;

/// The limit of a page that shows people.
pub fn page_limit(page: &PageParams) -> Result<u32> {
    match page.limit {
        Some(limit) if limit > LONGEST_PAGE => Err(Error::field(
            "/limit",
            "out_of_range",
            format!("Entre 1 et {LONGEST_PAGE} personnes par page."),
        )),
        _ => page.limit(),
    }
}

/// What a page of people uses of the recruiter's quotas.
pub struct Browsed {
    searches: Option<Left>,
    results: Reserved,
}

/// A page of so many people counts as a search, and those it shows as its results.
pub fn browse(state: &AppState, recruiter: &VerifiedRecruiter, limit: u32) -> Result<Browsed> {
    let (quotas, person, now) = (state.part::<Quotas>(), recruiter.actor.person, state.clock.now());
    let searches = allowed(state, quotas.searches.take(person, now))?;
    let results = allowed(state, quotas.results.reserve(person, limit, now))?;
    Ok(Browsed { searches, results })
}

impl Browsed {
    /// What is left once so many people are shown.
    pub fn left(self, shown: u32) -> impl Iterator<Item = Left> {
        self.searches.into_iter().chain(self.results.use_up(shown))
    }
}

/// The people who were picked, each once, in the order they were named.
pub struct Picked {
    /// Those the company may see.
    pub seen: Vec<ProfileId>,
    /// Those it may not, or who do not exist.
    pub unavailable: Vec<ProfileId>,
}

/// Reads whom a request names in `profiles`, and checks whom of them the company may see.
pub async fn picked(state: &AppState, recruiter: &VerifiedRecruiter, named: &[ProfileId]) -> Result<Picked> {
    if named.is_empty() {
        return Err(Error::field("/profiles", "required", "Choisissez au moins une personne."));
    }
    if named.len() > MOST {
        return Err(Error::field("/profiles", "too_many", format!("{MOST} personnes au plus.")));
    }
    let mut once: Vec<ProfileId> = Vec::with_capacity(named.len());
    for profile in named {
        if !once.contains(profile) {
            once.push(*profile);
        }
    }
    let allowed = seen(state, recruiter, &once).await?;
    let (seen, unavailable) = once.into_iter().partition(|profile| allowed.contains(profile));
    Ok(Picked { seen, unavailable })
}
