//! What recruiters would see of the person who asks: the same rows, the same rule, the same drawing.

use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use utoipa::{IntoParams, ToSchema};

use super::unkept;
use crate::actor::Actor;
use crate::companies::Siren;
use crate::ids::PersonId;
use crate::platform::http::{Error, Json, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{Names, ProfileView, Words, project};
use crate::profiles::store::{Whose, named, read_profiles};
use crate::sharing::{self, HiddenBecause, SharedWith};

/// Whose eyes the person looks through.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PreviewParams {
    /// SIREN of a company, nine digits; without it, any verified company that is neither blocked nor left out.
    siren: Option<String>,
}

/// The person's own profile as a recruiter sees it, or would.
#[derive(Debug, Serialize, ToSchema)]
struct ProfilePreview<'a> {
    /// Whether recruiters can find it now.
    visible: bool,
    /// The profile; null when the company asked about sees none.
    hit: Option<ProfileView<'a>>,
    /// What the company asked about sees beside it, or why it sees nothing. Absent when none was asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<CompanyPreview>,
}

/// What one company sees, beside the profile.
#[derive(Debug, Serialize, ToSchema)]
struct CompanyPreview {
    /// Its SIREN. A name would tell whether it uses Carnet.
    siren: String,
    /// Why it does not see the profile; null when it does.
    hidden_because: Option<HiddenBecause>,
    /// What the person shares with it at this moment, which holds while they are not visible too.
    shares: Vec<SharedWith>,
}

/// Shows the person exactly what recruiters see of them, or those of one company.
#[utoipa::path(get, path = "/me/profile-preview", operation_id = "preview_my_profile", tag = "profiles",
    params(PreviewParams), responses((status = 200, body = ProfilePreview), Problems))]
pub async fn preview_my_profile(
    State(state): State<AppState>,
    actor: Actor,
    Query(params): Query<PreviewParams>,
) -> Result<Response> {
    let siren = params.siren.as_deref().map(|siren| Siren::from_field(siren, "/siren")).transpose();
    let siren = siren.map_err(|fault| Error::Invalid(vec![fault]))?;
    let visible = sharing::is_visible(&state.pool, actor.person).await?;
    let mut connection = state.pool.acquire().await?;
    let (company, names) = match siren {
        Some(siren) => {
            let (company, names) = of_company(&mut connection, &state, actor.person, siren).await?;
            (Some(company), names)
        }
        None => (None, Names::Everybody),
    };
    let read = read_profiles(&mut connection, &[actor.profile.0], Whose::Anyone, state.clock.today()).await?;
    let raw = read.into_iter().next().ok_or_else(Error::not_found)?;
    let words = state.part::<Words>().now();
    let profile = project(raw, &words);
    let is_hidden = company.as_ref().is_some_and(|company| company.hidden_because.is_some());
    let hit = (!is_hidden).then(|| ProfileView::of(&profile, &words).naming(&names));
    Ok(unkept(None, Json(ProfilePreview { visible, hit, company })))
}

/// What this company sees beside the profile, and whether it sees the name.
async fn of_company(
    connection: &mut PgConnection,
    state: &AppState,
    person: PersonId,
    siren: Siren,
) -> Result<(CompanyPreview, Names)> {
    let hidden_because = sharing::hidden_because(&mut *connection, person, siren).await?;
    let shares = sharing::shared_with(&mut *connection, person, siren, state.clock.now()).await?;
    let names = named::shown_to(connection, person, siren).await?;
    Ok((CompanyPreview { siren: siren.as_str().to_owned(), hidden_because, shares }, names))
}
