//! The right of reply: a person answers an entry of their passport, the organisation answers them within its delay.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::super::model::chain::{LinkKind, instant};
use super::super::policy;
use super::super::store::replies::{self, Filter, Reply};
use super::super::store::{chain, settings, validations};
use super::letters;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId, ReplyId, ValidationId};
use crate::orgs::membership;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result, texts};
use crate::platform::state::AppState;

/// What a person says of an entry, or an organisation of a reply.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyDraft {
    /// 3 to 2000 characters. It stays, and is read with the entry.
    text: String,
}

/// What a person says of an entry, and what the organisation answers.
#[derive(Serialize, ToSchema)]
pub struct EntryReply {
    id: ReplyId,
    text: String,
    replied_at: DateTime<Utc>,
    /// Last day on which the organisation answers in time.
    due_on: NaiveDate,
    /// Whether that day has passed without an answer.
    is_overdue: bool,
    answer: Option<String>,
    answered_by_name: Option<String>,
    answered_at: Option<DateTime<Utc>>,
}

impl EntryReply {
    /// A reply, on this day.
    pub fn new(reply: Reply, today: NaiveDate) -> Self {
        Self {
            id: reply.id,
            text: reply.text,
            replied_at: reply.replied_at,
            due_on: reply.due_on,
            is_overdue: reply.answer.is_none() && reply.due_on < today,
            answer: reply.answer,
            answered_by_name: reply.answered_by_name,
            answered_at: reply.answered_at,
        }
    }
}

/// A reply as the organisation reads it.
#[derive(Serialize, ToSchema)]
pub struct ReceivedReply {
    validation_id: ValidationId,
    person_id: PersonId,
    person_name: String,
    /// Label of the skill.
    skill: String,
    step_name: String,
    reply: EntryReply,
}

impl ReceivedReply {
    fn new(reply: Reply, today: NaiveDate) -> Self {
        Self {
            validation_id: reply.entry,
            person_id: reply.person,
            person_name: reply.person_name.clone(),
            skill: reply.skill.clone(),
            step_name: reply.step.clone(),
            reply: EntryReply::new(reply, today),
        }
    }
}

fn text(draft: &ReplyDraft) -> Result<String> {
    texts::paragraphs("/text", &draft.text, 3..=2000).map_err(|fault| Error::Invalid(vec![fault]))
}

/// Answers an entry of one's own passport. The text is shown wherever the entry is; those who run the organisation are told,
/// and answer within its delay. One reply at a time waits for its answer.
#[utoipa::path(post, path = "/me/passport/entries/{entry_id}/replies", tag = "passport",
    params(("entry_id" = ValidationId, Path)), request_body = ReplyDraft,
    responses((status = 201, body = EntryReply), Problems))]
pub async fn reply_to_entry(
    State(state): State<AppState>,
    actor: Actor,
    Path(entry): Path<ValidationId>,
    Json(draft): Json<ReplyDraft>,
) -> Result<(StatusCode, Json<EntryReply>)> {
    let mut tx = state.pool.begin().await?;
    let organisation =
        validations::issuer_of(&mut tx, actor.person, entry).await?.ok_or_else(Error::not_found)?;
    let text = text(&draft)?;
    chain::open(&mut tx, &state, actor.person).await?;
    let days = settings::read(&mut tx, organisation).await?.reply_days;
    let (id, at, today) = (state.ids.ordered::<ReplyId>(), state.clock.now(), state.clock.today());
    let due_on = today.checked_add_days(Days::new(u64::from(days.unsigned_abs()))).unwrap_or(today);
    replies::insert(&mut tx, id, (entry, organisation), &text, (at, due_on)).await?;
    let fact = json!({ "id": id, "validation_id": entry, "text": text, "replied_at": instant(at), "due_on": due_on });
    chain::append(&mut tx, &state, actor.person, (LinkKind::Reply, id.0), &fact).await?;
    let trail = Entry::new(Event::EntryReplied, at, "validation", entry.0);
    audit::record(&mut tx, &state.ids, trail.by(actor.person).within(organisation)).await?;
    let reply = find(&mut tx, organisation, id).await?;
    letters::tell_replied(&mut tx, &state, organisation, &reply).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(EntryReply::new(reply, today))))
}

async fn find(tx: &mut Tx<'_>, organisation: OrganisationId, id: ReplyId) -> Result<Reply> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    replies::list(&mut **tx, organisation, &filter, 1).await?.pop().ok_or_else(Error::not_found)
}

/// Which replies.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListReplies {
    /// Those that wait for their answer, those that wait too long, or those that have it; all by default.
    #[param(inline)]
    state: Option<ReplyState>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Where a reply stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ReplyState {
    /// It waits for its answer.
    Open,
    /// It waits, and the delay is over.
    Overdue,
    /// It has its answer.
    Answered,
}

/// What people answered to entries of the organisation, oldest first.
#[utoipa::path(get, path = "/organisations/{id}/validation-replies", tag = "passport",
    params(("id" = OrganisationId, Path), ListReplies),
    responses((status = 200, body = Page<ReceivedReply>), Problems))]
pub async fn list_entry_replies(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListReplies>,
) -> Result<Json<Page<ReceivedReply>>> {
    policy::may_oversee(membership(&state.pool, organisation, actor.person).await?)?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let after: Option<(DateTime<Utc>, Uuid)> = page.after()?;
    let today = state.clock.today();
    let filter = Filter {
        is_answered: query.state.map(|state| state == ReplyState::Answered),
        due_before: (query.state == Some(ReplyState::Overdue)).then_some(today),
        after,
        ..Filter::default()
    };
    let rows = replies::list(&state.pool, organisation, &filter, i64::from(limit) + 1).await?;
    let page = Page::cut(rows, limit, |row| (row.replied_at, row.id));
    Ok(Json(page.map(|reply| ReceivedReply::new(reply, today))))
}

/// A reply, as the organisation's paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfReply {
    id: OrganisationId,
    reply_id: ReplyId,
}

/// Answers a person in the name of the organisation, once. They are told by mail.
#[utoipa::path(post, path = "/organisations/{id}/validation-replies/{reply_id}/answer", tag = "passport",
    params(("id" = OrganisationId, Path), ("reply_id" = ReplyId, Path)), request_body = ReplyDraft,
    responses((status = 200, body = ReceivedReply), Problems))]
pub async fn answer_entry_reply(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfReply>,
    Json(draft): Json<ReplyDraft>,
) -> Result<Json<ReceivedReply>> {
    let mut tx = state.pool.begin().await?;
    policy::may_run(membership(&mut *tx, of.id, actor.person).await?)?;
    let reply = find(&mut tx, of.id, of.reply_id).await?;
    if reply.person == actor.person {
        // Whoever runs the organisation is a party here, and leaves the answer to somebody else.
        return Err(Error::forbidden());
    }
    let text = text(&draft)?;
    chain::open(&mut tx, &state, reply.person).await?;
    let at = state.clock.now();
    if !replies::answer(&mut tx, of.reply_id, &text, (actor.person, at)).await? {
        return Err(Error::illegal_state("answered"));
    }
    let reply = find(&mut tx, of.id, of.reply_id).await?;
    let fact = json!({
        "reply_id": reply.id, "text": text, "answered_by_name": reply.answered_by_name, "answered_at": instant(at),
    });
    chain::append(&mut tx, &state, reply.person, (LinkKind::Answer, reply.id.0), &fact).await?;
    let trail = Entry::new(Event::ReplyAnswered, at, "validation", reply.entry.0);
    audit::record(&mut tx, &state.ids, trail.by(actor.person).within(of.id)).await?;
    letters::tell_answered(&mut tx, &state, &reply).await?;
    tx.commit().await?;
    Ok(Json(ReceivedReply::new(reply, state.clock.today())))
}
