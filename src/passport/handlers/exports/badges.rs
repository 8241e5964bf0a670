//! Open Badges of one's validations, and the lists that say which are revoked.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName};
use chrono::{Duration, DurationRound};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::events::Event;
use crate::ids::ValidationId;
use crate::passport::model::badges::{
    Award, AwardFault, BadgeHolder, StatusList, StatusPlace, sign_badge, sign_status_list,
};
use crate::passport::model::export::{Audience, Choice, ExportSecret};
use crate::passport::store::exports::log::{self, LogKind};
use crate::passport::store::exports::{gather, statuses};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Path, Problems, Result};
use crate::platform::seal::{SealKey, remember_key};
use crate::platform::state::AppState;

/// How a badge names its holder.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateBadge {
    /// Whether the name stands in it; the address always does, as a salted hash.
    #[serde(default)]
    with_name: bool,
}

/// How long a copy of a status list is good, and how long caches keep it.
const GOOD_FOR: Duration = Duration::days(1);
const CACHED: &str = "public, max-age=300";

type File = (StatusCode, [(HeaderName, String); 2], String);

/// Writes one of one's own validations that stand as an Open Badge 3.0: a credential secured as a JWT.
///
/// 409 `badge_not_awarded` where the entry does not stand, or says that the skill is not acquired.
#[utoipa::path(post, path = "/me/validations/{validation_id}/badge", tag = "passport",
    params(("validation_id" = ValidationId, Path)), request_body = CreateBadge,
    responses((status = 201, content_type = "application/vc+jwt", body = String), Problems))]
pub async fn create_badge(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<ValidationId>,
    Json(body): Json<CreateBadge>,
) -> Result<File> {
    let choice = Choice { audience: Audience::Recruiter, ..Choice::whole() };
    let mut tx = state.pool.begin().await?;
    let organisation =
        statuses::organisation(&mut tx, actor.person, id).await?.ok_or_else(Error::not_found)?;
    let (validations, _) = gather::validations(&mut tx, actor.person, &choice, state.clock.today()).await?;
    let found = validations.into_iter().find(|one| one.id == id).ok_or_else(Error::not_found)?;
    let grids = gather::grids(&mut tx, std::slice::from_ref(&found)).await?;
    let holder = gather::holder(&mut tx, actor.person, &Choice { with_contact: true, ..choice }).await?;
    let (place, is_new) = statuses::place(&mut tx, &state.ids, id).await?;
    let site = state.config.public_url();
    let award = Award {
        validation: &found,
        grid: grids.first(),
        organisation,
        holder: BadgeHolder {
            name: body.with_name.then(|| format!("{} {}", holder.first_name, holder.last_name)),
            email: holder.email.unwrap_or_default(),
            salt: state.part::<ExportSecret>().for_content(&id.to_string()).salt("badge"),
        },
        status: StatusPlace {
            list: list_url(&site, place.list),
            index: u64::from(place.position.unsigned_abs()),
        },
    };
    let key = state.part::<SealKey>();
    let badge = sign_badge(key, &site, &award).map_err(|fault| match fault {
        AwardFault::NotStanding => Error::from(Code::BadgeNotAwarded),
        AwardFault::Inconsistent => anyhow::Error::from(fault).into(),
    })?;
    let now = state.clock.now();
    remember_key(&mut tx, key, now).await?;
    let scope = json!({ "validation": id, "skill": found.skill.code, "with_name": body.with_name });
    log::add(&mut tx, &state, actor.person, LogKind::BadgeIssued, (None, scope)).await?;
    if is_new {
        let entry = Entry::new(Event::BadgeIssued, now, "validation", id.0).by(actor.person);
        audit::record(&mut tx, &state.ids, entry).await?;
    }
    tx.commit().await?;
    let name = format!("attachment; filename=\"badge-{}.jwt\"", found.skill.code);
    let headers = [(CONTENT_TYPE, "application/vc+jwt".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((StatusCode::CREATED, headers, badge))
}

fn list_url(site: &str, list: i32) -> String {
    format!("{site}/api/v1/status-lists/{list}")
}

/// A whole list, signed: a bit for each badge, set where its validation was revoked or replaced. Whoever asks does not say of
/// which badge they ask.
#[utoipa::path(get, path = "/status-lists/{list}", tag = "passport", security(()), params(("list" = i32, Path)),
    responses((status = 200, content_type = "application/vc+jwt", body = String), Problems))]
pub async fn get_status_list(State(state): State<AppState>, Path(list): Path<i32>) -> Result<File> {
    let places = statuses::revoked(&state.pool, list).await?.ok_or_else(Error::not_found)?;
    let mut bits = StatusList::new(StatusList::FEWEST);
    for place in places {
        bits.set(u64::from(place.unsigned_abs()));
    }
    let site = state.config.public_url();
    // The same for a whole minute: nobody is told apart by the moment they asked.
    let now = state.clock.now();
    let now = now.duration_trunc(Duration::minutes(1)).unwrap_or(now);
    let url = list_url(&site, list);
    let signed = sign_status_list(state.part::<SealKey>(), &site, &url, &bits, now, now + GOOD_FOR);
    let signed = signed.map_err(anyhow::Error::from)?;
    let headers = [(CONTENT_TYPE, "application/vc+jwt".to_owned()), (CACHE_CONTROL, CACHED.to_owned())];
    Ok((StatusCode::OK, headers, signed))
}
