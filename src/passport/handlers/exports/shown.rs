//! A passport as somebody else reads it, the same by a link as by a share: as it is now, and nothing that is kept between its
//! holder and organisations.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::ids::PersonId;
use crate::passport::model::export::{
    Audience, Choice, Experience, ExternalEntry, Grid, Holder, Passport, Scope, SummaryLine, Validation,
};
use crate::passport::store::exports::dossier;
use crate::platform::http::Result;
use crate::platform::state::AppState;

/// A passport, shown.
#[derive(Serialize, ToSchema)]
pub struct ShownPassport {
    /// It is true as of this day.
    pub as_of: NaiveDate,
    /// What the person chose to show.
    pub scope: Scope,
    /// Whose passport it is.
    pub holder: Holder,
    /// The summary, by code.
    pub skills: Vec<SummaryLine>,
    /// The validations, the oldest first.
    pub validations: Vec<Validation>,
    /// The versions of grids they refer to.
    pub grids: Vec<Grid>,
    /// The experiences, the oldest first. Their proofs only where the person chose to show them.
    pub experiences: Vec<Experience>,
    /// What other platforms attested.
    pub external: Vec<ExternalEntry>,
}

impl ShownPassport {
    /// What is shown of a passport: of proofs not even the names, where they were not chosen.
    pub fn new(passport: Passport, with_proofs: bool) -> Self {
        let shown =
            |one: Experience| if with_proofs { one } else { Experience { proofs: Vec::new(), ..one } };
        Self {
            as_of: passport.issued_on,
            scope: passport.scope,
            holder: passport.holder,
            skills: passport.skills,
            validations: passport.validations,
            grids: passport.grids,
            experiences: passport.experiences.into_iter().map(shown).collect(),
            external: passport.external,
        }
    }
}

/// The whole passport of somebody, as a recruiter reads it: without address and without proofs, which are shared one by one. The
/// caller has decided that they may.
pub async fn shown_passport(state: &AppState, person: PersonId) -> Result<ShownPassport> {
    let choice = Choice { audience: Audience::Recruiter, ..Choice::whole() };
    Ok(ShownPassport::new(dossier(state, person, &choice).await?.passport, false))
}
