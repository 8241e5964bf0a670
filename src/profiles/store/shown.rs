//! People a company keeps something about, as it sees them now.

use std::collections::HashMap;

use carnet_index::VisibleProfile;
use uuid::Uuid;

use super::tally::Tally;
use super::{Whose, named, read_profiles};
use crate::companies::VerifiedRecruiter;
use crate::ids::ProfileId;
use crate::platform::http::{Code, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{Names, ProfileView, Vocabulary, project};
use crate::sharing::{self, Recheck};

/// People as a company sees them at one moment.
pub struct Shown {
    profiles: HashMap<ProfileId, VisibleProfile>,
    names: Names,
}

impl Shown {
    /// What the company sees of somebody; nothing when it may not see them.
    pub fn view<'a>(&'a self, profile: ProfileId, words: &'a Vocabulary) -> Option<ProfileView<'a>> {
        Some(ProfileView::of(self.profiles.get(&profile)?, words).naming(&self.names))
    }

    /// How many people it shows.
    pub fn count(&self) -> u32 {
        self.profiles.len() as u32
    }
}

/// Those of these people whom the company may see at this moment, by the same check as a page of the search.
pub async fn seen(
    state: &AppState,
    recruiter: &VerifiedRecruiter,
    profiles: &[ProfileId],
) -> Result<Vec<ProfileId>> {
    Ok(check(state, recruiter, profiles).await?.seen)
}

async fn check(state: &AppState, recruiter: &VerifiedRecruiter, profiles: &[ProfileId]) -> Result<Recheck> {
    let ids: Vec<Uuid> = profiles.iter().map(|profile| profile.0).collect();
    let check = sharing::recheck(state.part(), &ids, recruiter.actor.session, recruiter.siren).await?;
    if check.is_verified { Ok(check) } else { Err(Code::RecruiterNotVerified.into()) }
}

/// These people as the company sees them now; whoever it may not see is left out. Where it searches without names, only those on a
/// list of it have one. Whoever is shown appears in their own record of it, as in a search.
pub async fn shown(
    state: &AppState,
    recruiter: &VerifiedRecruiter,
    profiles: &[ProfileId],
    words: &Vocabulary,
) -> Result<Shown> {
    let check = check(state, recruiter, profiles).await?;
    let seen: Vec<Uuid> = check.seen.iter().map(|profile| profile.0).collect();
    let mut connection = state.pool.acquire().await?;
    let read = read_profiles(&mut connection, &seen, Whose::Searchable, state.clock.today()).await?;
    let names = if check.is_blind {
        named::among(&mut connection, recruiter.company, &seen).await?
    } else {
        Names::Everybody
    };
    let profiles: HashMap<_, _> = read.into_iter().map(|raw| (raw.profile_id, project(raw, words))).collect();
    let appeared: Vec<Uuid> = profiles.keys().map(|profile| profile.0).collect();
    state.part::<Tally>().appeared(state, recruiter.company, &appeared);
    Ok(Shown { profiles, names })
}
