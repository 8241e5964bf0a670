//! What new releases say otherwise than trainings: listed, and decided line by line.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::own_skills::MatchedSkill;
use super::trainings::{lock, release, touch};
use super::{begin, ensure_reader};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::ids::{NoticeId, OrganisationId, TrainingId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;
use crate::trainings::model::notice::{Decision, Kind, Subject, accept, decide};
use crate::trainings::model::{Move, Status};
use crate::trainings::store::contents;
use crate::trainings::store::notices::{self, Filter, Notice, TimeKey};

/// Which notices.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListNotices {
    /// About this training only.
    training_id: Option<TrainingId>,
    /// Decided ones, or those that wait (default: both).
    decided: Option<bool>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A line of a training that a release says otherwise.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeView {
    id: NoticeId,
    training_id: TrainingId,
    /// Its title.
    training: String,
    /// Its state: nothing is accepted in an archived one.
    training_status: Status,
    subject: Subject,
    /// The code of the line.
    code: String,
    kind: Kind,
    /// Its name in the catalogue before the release.
    before: Option<String>,
    /// Its name since; null when the release no longer has it.
    after: Option<String>,
    /// What means today what the line meant, where the release says so.
    replacement: Option<MatchedSkill>,
    /// The release.
    release: i32,
    created_at: DateTime<Utc>,
    /// Null while it waits.
    decision: Option<Decision>,
    decided_at: Option<DateTime<Utc>>,
}

/// What becomes of a line.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideNotice {
    decision: Decision,
}

impl NoticeView {
    fn new(notice: Notice, catalog: &CatalogSnapshot) -> Self {
        let replacement = successor(&notice, catalog).map(|code| {
            let label = match notice.subject {
                Subject::Job => code.parse().ok().and_then(|code| catalog.job_label(code)),
                Subject::Skill => code.parse().ok().and_then(|code| catalog.skill_label(code)),
            };
            MatchedSkill { label: label.unwrap_or_default().to_owned(), code }
        });
        Self {
            id: notice.id,
            training_id: notice.training,
            training: notice.title,
            training_status: notice.status,
            subject: notice.subject,
            code: notice.code,
            kind: notice.kind,
            before: notice.before,
            after: notice.after,
            replacement,
            release: notice.release,
            created_at: notice.created_at,
            decision: notice.decision,
            decided_at: notice.decided_at,
        }
    }
}

/// Lists what new releases say otherwise than the organisation's trainings, newest first.
#[utoipa::path(get, path = "/organisations/{id}/catalog-notices", tag = "trainings",
    params(("id" = OrganisationId, Path), ListNotices),
    responses((status = 200, body = Page<NoticeView>), Problems))]
pub async fn list_catalog_notices(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListNotices>,
) -> Result<Json<Page<NoticeView>>> {
    ensure_reader(&state, actor, organisation).await?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let filter =
        Filter { id: None, training: query.training_id, decided: query.decided, before: page.after()? };
    let rows = notices::list(&state.pool, organisation, filter, i64::from(limit) + 1).await?;
    let catalog = state.part::<Catalog>().snapshot();
    let page = Page::cut(rows, limit, |notice| TimeKey(notice.created_at, notice.id.0));
    Ok(Json(page.map(|notice| NoticeView::new(notice, &catalog))))
}

/// Decides what becomes of a line, once.
///
/// Kept, it stays as it is. Accepted, what is being written of the training says what the release says: the new name, the
/// code that means the same today, or nothing when there is none; it counts once it is published. What was validated stays.
#[utoipa::path(post, path = "/organisations/{id}/catalog-notices/{notice_id}/decision", tag = "trainings",
    params(("id" = OrganisationId, Path), ("notice_id" = NoticeId, Path)), request_body = DecideNotice,
    responses((status = 200, body = NoticeView), Problems))]
pub async fn decide_catalog_notice(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, NoticeId)>,
    Json(body): Json<DecideNotice>,
) -> Result<Json<NoticeView>> {
    let mut tx = begin(&state, actor, organisation).await?;
    let notice = find(&mut tx, organisation, id).await?;
    // The training is locked before the notice is looked at for good: two who decide at once come one after the other.
    let locked = lock(&mut tx, organisation, notice.training).await?;
    let notice = find(&mut tx, organisation, id).await?;
    decide(notice.decision)?;
    let now = state.clock.now();
    let catalog = state.part::<Catalog>().snapshot();
    let replacement = successor(&notice, &catalog);
    if body.decision == Decision::Accepted {
        locked.status.after(Move::Write)?;
        let written = contents::read(&mut tx, notice.training, locked.revision + 1).await?;
        let before = match written {
            Some(content) => Some(content),
            None => contents::read(&mut tx, notice.training, locked.revision).await?,
        };
        let before = before.ok_or_else(Error::not_found)?;
        let mut after = before.clone();
        let what = (notice.subject, notice.kind);
        accept(&mut after, &catalog, what, &notice.code, replacement.as_deref());
        if after != before {
            let number = locked.revision + 1;
            let by = (actor.person, now);
            contents::write(&mut tx, notice.training, number, release(&catalog), &after, by).await?;
            touch(&mut tx, notice.training, &after, actor, now).await?;
        }
    }
    notices::decide(&mut tx, id, body.decision, replacement.as_deref(), now).await?;
    let entry = Entry::new(Event::NoticeDecided, now, "training", notice.training.0);
    let after = json!({ "code": notice.code, "decision": body.decision });
    audit::record(&mut tx, &state.ids, entry.by(actor.person).within(organisation).change(None, after))
        .await?;
    let decided = find(&mut tx, organisation, id).await?;
    tx.commit().await?;
    Ok(Json(NoticeView::new(decided, &catalog)))
}

/// What took the line's place: what the release said or, while the notice waits, what the publisher has named since.
fn successor(notice: &Notice, catalog: &CatalogSnapshot) -> Option<String> {
    let named = || match notice.subject {
        Subject::Job => catalog.job(notice.code.parse().ok()?)?.replaced_by.map(|code| code.to_string()),
        Subject::Skill => catalog.skill(notice.code.parse().ok()?)?.replaced_by.map(|code| code.to_string()),
    };
    let may_be_named = notice.kind == Kind::Retired && notice.decision.is_none();
    notice.replacement.clone().or_else(|| may_be_named.then(named).flatten())
}

async fn find(tx: &mut Tx<'_>, organisation: OrganisationId, id: NoticeId) -> Result<Notice> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    notices::list(&mut **tx, organisation, filter, 1).await?.pop().ok_or_else(Error::not_found)
}
