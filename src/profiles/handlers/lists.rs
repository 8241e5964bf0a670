//! Lists of people: made, read, written anew, deleted, shared with colleagues.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;
use utoipa::ToSchema;

use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{ListId, RecruiterId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, Fields, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned, texts,
};
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;
use crate::profiles::model::{Access, Hold};
use crate::profiles::store::lists::access::{self, ColleagueKey, Given};
use crate::profiles::store::lists::{self, Filter, List, ListKey, Written};

/// A list of people.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CandidateList)]
pub struct ListView {
    id: ListId,
    name: String,
    /// What it is for.
    description: String,
    /// Whoever made it; null once they left, and the admins of the company run it.
    owner: Option<ListOwner>,
    /// What the reader may do with it.
    access: Hold,
    /// How many people are on it, by stage; those who are no longer visible count.
    counts: ListCounts,
    /// To be sent back as `If-Match`.
    version: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// The colleague who made a list.
#[derive(Debug, Serialize, ToSchema)]
struct ListOwner {
    id: RecruiterId,
    first_name: String,
    last_name: String,
}

/// People of a list, by stage.
#[derive(Debug, Serialize, ToSchema)]
struct ListCounts {
    to_contact: i64,
    contacted: i64,
    answered: i64,
    total: i64,
}

impl ListView {
    fn of(list: List, reader: &VerifiedRecruiter) -> Result<Self> {
        let access = list.hold(reader).ok_or_else(Error::not_found)?;
        let List { to_contact, contacted, answered, .. } = list;
        let owner = list.owner.map(|id| ListOwner {
            id,
            first_name: list.owner_first_name.unwrap_or_default(),
            last_name: list.owner_last_name.unwrap_or_default(),
        });
        Ok(Self {
            id: list.id,
            name: list.name,
            description: list.description,
            owner,
            access,
            counts: ListCounts { to_contact, contacted, answered, total: to_contact + contacted + answered },
            version: list.version,
            created_at: list.created_at,
            updated_at: list.updated_at,
        })
    }
}

/// Lists the lists of people the recruiter made or was given access to, newest first.
#[utoipa::path(get, path = "/candidate-lists", operation_id = "list_candidate_lists", tag = "profiles",
    params(PageParams), responses((status = 200, body = Page<ListView>), Problems))]
pub async fn list_candidate_lists(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<ListView>>> {
    let limit = page.limit()?;
    let filter = Filter { id: None, after: page.after()? };
    let mut connection = state.pool.acquire().await?;
    let rows = lists::list(&mut connection, &recruiter, filter, i64::from(limit) + 1).await?;
    let Page { items, next_cursor } = Page::cut(rows, limit, |list| ListKey(list.created_at, list.id.0));
    let items = items.into_iter().map(|list| ListView::of(list, &recruiter)).collect::<Result<_>>()?;
    Ok(Json(Page { items, next_cursor }))
}

/// Gives one list.
#[utoipa::path(get, path = "/candidate-lists/{id}", operation_id = "get_candidate_list", tag = "profiles",
    params(("id" = ListId, Path)), responses((status = 200, body = ListView), Problems))]
pub async fn get_candidate_list(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ListId>,
) -> Result<Versioned<ListView>> {
    let mut connection = state.pool.acquire().await?;
    let view = view(&mut connection, &recruiter, id).await?;
    Ok(Versioned(view.version, view))
}

async fn view(connection: &mut PgConnection, reader: &VerifiedRecruiter, id: ListId) -> Result<ListView> {
    ListView::of(lists::find(connection, reader, id).await?, reader)
}

/// What a list says of itself, whole.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WriteCandidateList)]
pub struct WriteList {
    /// 1 to 100 characters.
    name: String,
    /// What it is for, 1000 characters at most.
    #[serde(default)]
    description: String,
}

impl WriteList {
    fn parse(&self) -> Result<Written> {
        let mut fields = Fields::default();
        let name = fields.check(texts::line("/name", &self.name, 1..=100)).unwrap_or_default();
        let description =
            fields.check(texts::paragraphs("/description", &self.description, 0..=1000)).unwrap_or_default();
        fields.finish()?;
        Ok(Written { name, description })
    }
}

/// Makes a list. Nobody else sees it until it is shared.
#[utoipa::path(post, path = "/candidate-lists", operation_id = "create_candidate_list", tag = "profiles",
    request_body = WriteList, responses((status = 201, body = ListView), Problems))]
pub async fn create_candidate_list(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Json(body): Json<WriteList>,
) -> Result<(StatusCode, Versioned<ListView>)> {
    let written = body.parse()?;
    let (now, id): (_, ListId) = (state.clock.now(), state.ids.ordered());
    let mut tx = state.pool.begin().await?;
    lists::insert(&mut tx, &recruiter, id, &written, now).await?;
    note(&mut tx, &state, &recruiter, Event::CandidateListWritten, id, json!({ "created": true })).await?;
    let view = view(&mut tx, &recruiter, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.version, view)))
}

/// Writes the name and the description of a list anew. For its owner and those who hold it in full.
#[utoipa::path(put, path = "/candidate-lists/{id}", operation_id = "update_candidate_list", tag = "profiles",
    params(("id" = ListId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = WriteList, responses((status = 200, body = ListView), Problems))]
pub async fn update_candidate_list(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ListId>,
    if_match: IfMatch,
    Json(body): Json<WriteList>,
) -> Result<Versioned<ListView>> {
    let mut tx = state.pool.begin().await?;
    let locked = lists::lock(&mut tx, &recruiter, id).await?;
    locked.hold.allow(Hold::Full)?;
    let written = body.parse()?;
    let asked = if_match.version()?;
    let before = view(&mut tx, &recruiter, id).await?;
    ensure_current(asked, locked.version, &before)?;
    lists::update(&mut tx, id, &written, state.clock.now()).await?;
    note(&mut tx, &state, &recruiter, Event::CandidateListWritten, id, json!({ "created": false })).await?;
    let after = view(&mut tx, &recruiter, id).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, after))
}

/// Deletes a list. The people on it are told nothing, and nothing else changes for them. Only its owner does; once they left, an
/// admin of the company.
#[utoipa::path(delete, path = "/candidate-lists/{id}", operation_id = "delete_candidate_list", tag = "profiles",
    params(("id" = ListId, Path)), responses((status = 204), Problems))]
pub async fn delete_candidate_list(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ListId>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    lists::lock(&mut tx, &recruiter, id).await?.hold.allow(Hold::Owner)?;
    lists::delete(&mut tx, id).await?;
    note(&mut tx, &state, &recruiter, Event::CandidateListDeleted, id, None).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A colleague with whom a list is shared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CandidateListAccess)]
pub struct GivenView {
    recruiter_id: RecruiterId,
    first_name: String,
    last_name: String,
    /// What they may do with it.
    access: Access,
    /// Since when.
    given_at: DateTime<Utc>,
}

impl From<Given> for GivenView {
    fn from(given: Given) -> Self {
        let Given { recruiter, first_name, last_name, access, since } = given;
        Self { recruiter_id: recruiter, first_name, last_name, access, given_at: since }
    }
}

/// Lists the colleagues with whom a list is shared, by name. For its owner and those who hold it in full.
#[utoipa::path(get, path = "/candidate-lists/{id}/access", operation_id = "list_candidate_list_access",
    tag = "profiles", params(("id" = ListId, Path), PageParams),
    responses((status = 200, body = Page<GivenView>), Problems))]
pub async fn list_candidate_list_access(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<ListId>,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<GivenView>>> {
    let mut connection = state.pool.acquire().await?;
    let list = lists::find(&mut connection, &recruiter, id).await?;
    list.hold(&recruiter).ok_or_else(Error::not_found)?.allow(Hold::Full)?;
    let limit = page.limit()?;
    let rows = access::list(&mut connection, id, page.after()?, i64::from(limit) + 1).await?;
    let key = |g: &Given| ColleagueKey(g.last_name.clone(), g.first_name.clone(), g.recruiter.0);
    Ok(Json(Page::cut(rows, limit, key).map(GivenView::from)))
}

/// What to give.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GiveListAccess)]
pub struct GiveAccess {
    /// `view` sees the list, `pipeline` works with it, `full` renames and shares it too.
    access: Access,
}

/// Shares a list with a colleague, or changes what they may. They are told.
#[utoipa::path(put, path = "/candidate-lists/{id}/access/{recruiter_id}", operation_id = "set_candidate_list_access",
    tag = "profiles", params(("id" = ListId, Path), ("recruiter_id" = RecruiterId, Path)),
    request_body = GiveAccess, responses((status = 204), Problems))]
pub async fn set_candidate_list_access(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((id, colleague)): Path<(ListId, RecruiterId)>,
    Json(body): Json<GiveAccess>,
) -> Result<StatusCode> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let locked = lists::lock(&mut tx, &recruiter, id).await?;
    locked.hold.allow(Hold::Full)?;
    if locked.owner == Some(colleague) {
        // Whoever made the list holds all of it: nobody gives them less.
        return Err(Error::forbidden());
    }
    let person =
        access::colleague(&mut tx, recruiter.company, colleague).await?.ok_or_else(Error::not_found)?;
    let before = access::give(&mut tx, id, colleague, body.access, now).await?;
    if before != Some(body.access) {
        let after = json!({ "recruiter": colleague, "access": body.access });
        note(&mut tx, &state, &recruiter, Event::CandidateListShared, id, after).await?;
    }
    if before.is_none() && person != recruiter.actor.person {
        let name = lists::find(&mut tx, &recruiter, id).await?.name;
        let facts = json!({ "what": "list", "name": name });
        let notice = Notice { person, kind: NoticeKind::ListShared, subject: id.0, facts };
        live::tell(&mut tx, &state.ids, &[notice], now).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a colleague's access away; one may give up one's own.
#[utoipa::path(delete, path = "/candidate-lists/{id}/access/{recruiter_id}",
    operation_id = "remove_candidate_list_access", tag = "profiles",
    params(("id" = ListId, Path), ("recruiter_id" = RecruiterId, Path)),
    responses((status = 204), Problems))]
pub async fn remove_candidate_list_access(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((id, colleague)): Path<(ListId, RecruiterId)>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let locked = lists::lock(&mut tx, &recruiter, id).await?;
    if colleague != recruiter.recruiter {
        locked.hold.allow(Hold::Full)?;
    }
    if !access::take(&mut tx, id, colleague).await? {
        return Err(Error::not_found());
    }
    let after = json!({ "recruiter": colleague, "access": null });
    note(&mut tx, &state, &recruiter, Event::CandidateListShared, id, after).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Notes what became of a list: never its name, nor who is on it.
pub async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: &VerifiedRecruiter,
    event: Event,
    list: ListId,
    after: impl Into<Option<serde_json::Value>>,
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "candidate_list", list.0);
    let entry = entry.by(recruiter.actor.person).change(None, after);
    Ok(audit::record(tx, &state.ids, entry).await?)
}
