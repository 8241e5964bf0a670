//! One profile, by its public id.

use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};

use super::unkept;
use crate::companies::VerifiedRecruiter;
use crate::ids::{PersonId, ProfileId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Json, Path, Problems, Result};
use crate::platform::state::AppState;
use crate::profiles::model::{Names, ProfileView, Words, project};
use crate::profiles::policy::{Counted, Left, Quotas, refused};
use crate::profiles::store::{Whose, abuse, lists, named, quotas, read_profiles};
use crate::sharing::{self, AccessPurpose, NewAccess};

/// Shows one profile, and writes down for its owner that it was shown. Unknown, no longer visible, or hidden from this company:
/// the same answer.
#[utoipa::path(get, path = "/profiles/{profile_id}", operation_id = "get_profile", tag = "profiles",
    params(("profile_id" = ProfileId, Path, description = "Public id of the profile")),
    responses((status = 200, body = ProfileView), Problems))]
pub async fn get_profile(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(profile): Path<ProfileId>,
) -> Result<Response> {
    let now = state.clock.now();
    let left = take(&state, recruiter.actor.person, now).await?;
    let check =
        sharing::recheck(state.part(), &[profile.0], recruiter.actor.session, recruiter.siren).await?;
    if !check.is_verified || !check.seen.contains(&profile) {
        return Err(Error::not_found());
    }
    let mut tx = state.pool.begin().await?;
    let read = read_profiles(&mut tx, &[profile.0], Whose::Searchable, state.clock.today()).await?;
    let raw = read.into_iter().next().ok_or_else(Error::not_found)?;
    let person = raw.person;
    let words = state.part::<Words>().now();
    let visible = project(raw, &words);
    let listed = named::among(&mut tx, recruiter.company, &[profile.0]).await?;
    let purpose = if lists::contacts::is_contacted(&mut tx, recruiter.company, person).await? {
        AccessPurpose::Offer
    } else if listed.show(profile) {
        AccessPurpose::List
    } else {
        AccessPurpose::Search
    };
    let names = if check.is_blind { listed } else { Names::Everybody };
    let view = ProfileView::of(&visible, &words).naming(&names);
    note(&mut tx, recruiter, (person, purpose), &view, now).await?;
    // Who is shown without a trace is not shown.
    tx.commit().await?;
    Ok(unkept(left, Json(view)))
}

/// Takes one profile of the day; refused with the time to wait once all are taken.
async fn take(state: &AppState, person: PersonId, now: DateTime<Utc>) -> Result<Option<Left>> {
    let Some(most) = state.part::<Quotas>().profiles else { return Ok(None) };
    match quotas::take_profile(&state.pool, person, most, now).await? {
        Ok(used) => Ok(Some(Left::of_day(most, used, now))),
        Err(over) => {
            abuse::judge(state, &over).await?;
            Err(refused(Counted::Profiles, Left::of_day(most, most, now).reset()))
        }
    }
}

/// Writes down who was opened, why, and which fields were shown.
async fn note(
    tx: &mut Tx<'_>,
    recruiter: VerifiedRecruiter,
    (person, purpose): (PersonId, AccessPurpose),
    view: &ProfileView<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let access = NewAccess {
        person,
        company: recruiter.company,
        recruiter: recruiter.recruiter,
        purpose,
        fields: view.fields(),
    };
    Ok(sharing::record_access(tx, &access, now).await?)
}
