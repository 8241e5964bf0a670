//! The erasure of one's account: planned, looked at, cancelled.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::attendance::{self, KeptPapers};
use crate::events::Event;
use crate::identity::{self, PlannedErasure, Reauthentication, reauthenticate};
use crate::ids::OrganisationId;
use crate::notices::NoticeKind;
use crate::orgs;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Peer, Problems, Result};
use crate::platform::live::{self, Notice};
use crate::platform::mail::{self, Mail, Template, context};
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::privacy::mails;
use crate::privacy::model::erasure::{self, Move, State as Stage};
use crate::privacy::model::register::REGISTER;
use crate::privacy::model::retention::{OnErasure, Processing};
use crate::sharing;

/// What confirms the request.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanErasure {
    /// The word EFFACER.
    word: String,
    /// The present password.
    password: String,
    /// Six digits of the authenticator, or a recovery code, when the second factor is on.
    totp_code: Option<String>,
}

/// An organisation that would have nobody to run it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ErasureObstacle)]
pub struct Obstacle {
    id: OrganisationId,
    name: String,
}

/// What goes, in one line.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ErasedData)]
pub struct Goes {
    /// Key of its line in the register of processing.
    processing: &'static str,
    name: &'static str,
    data: &'static str,
    /// What is left of it, if anything.
    left: Option<&'static str>,
}

/// What stays, why, and until when.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KeptData)]
pub struct Stays {
    /// Key of its line in the register of processing.
    processing: &'static str,
    name: &'static str,
    /// Why it is kept.
    why: &'static str,
    /// Title of the session it is about.
    session: Option<String>,
    /// Who keeps it.
    organisation: Option<String>,
    /// The last day on which it is kept; null where it says nothing of anybody once the account is gone.
    until: Option<NaiveDate>,
    /// Whether it is held back for longer, because of a control or a dispute.
    is_held: bool,
}

/// Where the erasure of an account stands, and what it would do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Erasure)]
pub struct ErasureView {
    state: Stage,
    asked_at: Option<DateTime<Utc>>,
    /// From when on it is done; until then it can be cancelled.
    erase_at: Option<DateTime<Utc>>,
    /// Organisations that must name another admin first.
    obstacles: Vec<Obstacle>,
    /// What goes.
    goes: Vec<Goes>,
    /// What the law lets others keep.
    stays: Vec<Stays>,
}

/// Tells where the erasure of one's account stands, what goes, and what is kept by law: why and until when.
#[utoipa::path(get, path = "/me/erasure", operation_id = "get_erasure", tag = "privacy",
    responses((status = 200, body = ErasureView), Problems))]
pub async fn get_erasure(State(state): State<AppState>, actor: Actor) -> Result<Json<ErasureView>> {
    let mut tx = state.pool.begin().await?;
    let planned = identity::planned_erasure(&mut *tx, actor.person).await?;
    let view = view(&mut tx, &state, actor, planned).await?;
    tx.rollback().await?;
    Ok(Json(view))
}

async fn view(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    planned: Option<PlannedErasure>,
) -> Result<ErasureView> {
    let papers = attendance::kept_papers(&mut *tx, actor.person).await?;
    Ok(ErasureView {
        state: Stage::of(planned, state.clock.now()),
        asked_at: planned.map(|plan| plan.asked_at),
        erase_at: planned.map(|plan| plan.erase_at),
        obstacles: obstacles(tx, actor).await?,
        goes: goes(),
        stays: stays(papers),
    })
}

async fn obstacles(tx: &mut Tx<'_>, actor: Actor) -> Result<Vec<Obstacle>> {
    let without = orgs::left_without_admin(tx, actor.person).await?;
    Ok(without.into_iter().map(|one| Obstacle { id: one.id, name: one.name }).collect())
}

fn goes() -> Vec<Goes> {
    let lines = REGISTER.iter().filter(|line| line.on_erasure != OnErasure::Kept);
    lines
        .map(|line| Goes { processing: line.key, name: line.name, data: line.data, left: line.kept })
        .collect()
}

/// The lines of the register that are kept: those of papers once for each session they are about, and the audit trail.
fn stays(papers: Vec<KeptPapers>) -> Vec<Stays> {
    let line = |key: &str| REGISTER.iter().find(|line| line.key == key && line.on_erasure == OnErasure::Kept);
    let of_papers = papers.into_iter().filter_map(|papers| {
        let kept = line(if papers.are_certificates { "certificates" } else { "attendance" })?;
        Some(Stays {
            session: Some(papers.session.title),
            organisation: Some(papers.session.organisation),
            until: Some(papers.until),
            is_held: papers.is_held,
            ..Stays::of(kept)
        })
    });
    of_papers.chain(line("audit").map(Stays::of)).collect()
}

impl Stays {
    fn of(line: &'static Processing) -> Self {
        Self {
            processing: line.key,
            name: line.name,
            why: line.kept.unwrap_or_default(),
            session: None,
            organisation: None,
            until: None,
            is_held: false,
        }
    }
}

/// Asks that one's account be erased, in fourteen days. From now on nobody finds the person; sessions stay, so that they can cancel.
///
/// The word EFFACER, the password once more, and a code where the second factor is on. 409 `illegal_transition` when it is asked for
/// already, `last_admin` (with the organisations) and `last_platform_admin` while nobody else would run them.
#[utoipa::path(post, path = "/me/erasure", operation_id = "plan_erasure", tag = "privacy", request_body = PlanErasure,
    responses((status = 201, body = ErasureView), Problems))]
pub async fn plan_erasure(
    State(state): State<AppState>,
    actor: Actor,
    peer: Peer,
    Json(body): Json<PlanErasure>,
) -> Result<(StatusCode, Json<ErasureView>)> {
    erasure::check_word("/word", &body.word).map_err(|fault| Error::Invalid(vec![fault]))?;
    let shown = Reauthentication { password: body.password, totp_code: body.totp_code };
    reauthenticate(&state, actor, peer, ("", &shown)).await?;
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    refuse_to_leave(&mut tx, actor).await?;
    let before = identity::lock_planned_erasure(&mut tx, actor.person).await?;
    Stage::of(before, now).after(Move::Ask)?;
    let plan = erasure::plan(now);
    identity::plan_erasure(&mut tx, actor.person, Some(plan)).await?;
    sharing::withdraw_visibility(&mut tx, &state.ids, (actor.person, actor.profile), now).await?;
    let day = french_day(plan.erase_at);
    let notice = Notice {
        person: actor.person,
        kind: NoticeKind::ErasurePlanned,
        subject: actor.person.0,
        facts: json!({ "erase_at": plan.erase_at }),
    };
    live::tell(&mut tx, &state.ids, &[notice], now).await?;
    write(&mut tx, &state, actor, (&mails::ERASURE_PLANNED, day)).await?;
    let entry = Entry::new(Event::ErasurePlanned, now, "person", actor.person.0).by(actor.person);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "erase_at": plan.erase_at }))).await?;
    let view = view(&mut tx, &state, actor, Some(plan)).await?;
    tx.commit().await?;
    state.part::<Search>().settle(&state.pool).await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// Refuses while an organisation that works, or the platform, would have nobody to run it.
async fn refuse_to_leave(tx: &mut Tx<'_>, actor: Actor) -> Result<()> {
    if actor.is_platform_admin && !identity::another_runs_the_platform(tx, actor.person).await? {
        return Err(Code::LastPlatformAdmin.into());
    }
    let obstacles = obstacles(tx, actor).await?;
    if obstacles.is_empty() { Ok(()) } else { Err(Error::blocked(Code::LastAdmin, &obstacles)) }
}

/// Keeps one's account after all. Recruiters do not find the person again by this: that takes a consent of its own.
///
/// 409 `illegal_transition` when nothing is planned, or its time has come.
#[utoipa::path(delete, path = "/me/erasure", operation_id = "cancel_erasure", tag = "privacy",
    responses((status = 204), Problems))]
pub async fn cancel_erasure(State(state): State<AppState>, actor: Actor) -> Result<StatusCode> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let before = identity::lock_planned_erasure(&mut tx, actor.person).await?;
    Stage::of(before, now).after(Move::Cancel)?;
    identity::plan_erasure(&mut tx, actor.person, None).await?;
    write(&mut tx, &state, actor, (&mails::ERASURE_CANCELLED, String::new())).await?;
    let entry = Entry::new(Event::ErasureCancelled, now, "person", actor.person.0).by(actor.person);
    let was = before.map(|plan| json!({ "erase_at": plan.erase_at }));
    audit::record(&mut tx, &state.ids, entry.change(was, None)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn write(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    (template, day): (&Template, String),
) -> Result<()> {
    let Some(account) = identity::identity_of(&mut **tx, actor.person).await? else {
        return Err(Error::not_found());
    };
    let context = context! { first_name => account.first_name.as_str(), day };
    mail::send(tx, state, Mail { to: &account.email, template, context }).await
}

/// A day as people write it, in Paris.
fn french_day(at: DateTime<Utc>) -> String {
    at.with_timezone(&chrono_tz::Europe::Paris).format("%d/%m/%Y").to_string()
}
