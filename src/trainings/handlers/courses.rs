//! Courses of an organisation: written once, used by its trainings.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::{begin, ensure_reader, folded, searched};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{CourseId, OrganisationId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{
    Error, FieldError, Fields, IfMatch, Json, Page, PageParams, Path, Problems, Query, Result, Versioned,
    texts,
};
use crate::platform::state::AppState;
use crate::trainings::model::Modality;
use crate::trainings::store::courses::{self, Course, CourseText, Filter, TitleKey};

/// Longest course: ten thousand hours.
const MOST_MINUTES: i32 = 600_000;

/// A course to write.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseDraft {
    /// 2 to 200 characters.
    title: String,
    /// 5000 characters at most.
    #[serde(default)]
    description: String,
    /// How long it takes; 0 while it is not known.
    minutes: i32,
    modality: Modality,
}

impl CourseDraft {
    fn parse(&self) -> Result<CourseText> {
        let mut fields = Fields::default();
        let title = fields.check(texts::line("/title", &self.title, 2..=200));
        let description = fields.check(texts::paragraphs("/description", &self.description, 0..=5000));
        if !(0..=MOST_MINUTES).contains(&self.minutes) {
            fields.push(FieldError::new("/minutes", "out_of_range", "Entre 0 et 10 000 heures."));
        }
        fields.finish()?;
        let title = title.unwrap_or_default();
        Ok(CourseText {
            key: folded(&title),
            title,
            description: description.unwrap_or_default(),
            minutes: self.minutes,
            modality: self.modality,
        })
    }
}

/// A course (module).
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseView {
    id: CourseId,
    title: String,
    description: String,
    minutes: i32,
    modality: Modality,
    archived: bool,
    /// To be sent back as `If-Match`.
    version: i32,
    updated_at: DateTime<Utc>,
    /// How many trainings use it, in any revision.
    trainings: i64,
}

impl From<Course> for CourseView {
    fn from(course: Course) -> Self {
        Self {
            id: course.id,
            title: course.title,
            description: course.description,
            minutes: course.minutes,
            modality: course.modality,
            archived: course.is_archived,
            version: course.version,
            updated_at: course.updated_at,
            trainings: course.trainings,
        }
    }
}

/// Which courses.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListCourses {
    /// Archived ones, or those in use (default: both).
    archived: Option<bool>,
    /// Whose title holds this, whatever its case and accents; 200 characters at most.
    q: Option<String>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Lists the organisation's courses by title.
#[utoipa::path(get, path = "/organisations/{id}/courses", tag = "trainings",
    params(("id" = OrganisationId, Path), ListCourses),
    responses((status = 200, body = Page<CourseView>), Problems))]
pub async fn list_courses(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<ListCourses>,
) -> Result<Json<Page<CourseView>>> {
    ensure_reader(&state, actor, organisation).await?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let words = searched(query.q.as_deref())?;
    let filter = Filter { archived: query.archived, words, after: page.after()?, id: None };
    let rows = courses::list(&state.pool, organisation, filter, i64::from(limit) + 1).await?;
    let key = |course: &Course| TitleKey(course.title.clone(), course.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(CourseView::from)))
}

/// Writes a new course.
#[utoipa::path(post, path = "/organisations/{id}/courses", tag = "trainings",
    params(("id" = OrganisationId, Path)), request_body = CourseDraft,
    responses((status = 201, body = CourseView), Problems))]
pub async fn create_course(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Json(body): Json<CourseDraft>,
) -> Result<(StatusCode, Versioned<CourseView>)> {
    let mut tx = begin(&state, actor, organisation).await?;
    let text = body.parse()?;
    let id: CourseId = state.ids.ordered();
    courses::insert(&mut tx, organisation, id, &text, state.clock.now()).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::CourseWritten, "in_use").await?;
    let view = view(&mut tx, organisation, id).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Versioned(view.version, view)))
}

/// Writes a course anew. Revisions that were published keep what it said then.
#[utoipa::path(put, path = "/organisations/{id}/courses/{course_id}", tag = "trainings",
    params(("id" = OrganisationId, Path), ("course_id" = CourseId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = CourseDraft, responses((status = 200, body = CourseView), Problems))]
pub async fn update_course(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, CourseId)>,
    if_match: IfMatch,
    Json(body): Json<CourseDraft>,
) -> Result<Versioned<CourseView>> {
    let mut tx = begin(&state, actor, organisation).await?;
    let (version, is_archived) =
        courses::lock(&mut tx, organisation, id).await?.ok_or_else(Error::not_found)?;
    if is_archived {
        return Err(Error::illegal_state("archived"));
    }
    let text = body.parse()?;
    let asked = if_match.version()?;
    let before = view(&mut tx, organisation, id).await?;
    ensure_current(asked, version, &before)?;
    courses::update(&mut tx, id, &text, state.clock.now()).await?;
    record(&mut tx, &state, (actor, organisation, id), Event::CourseWritten, "in_use").await?;
    let after = view(&mut tx, organisation, id).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, after))
}

/// Puts a course away: trainings that use it keep it, no other takes it.
#[utoipa::path(post, path = "/organisations/{id}/courses/{course_id}/archive", tag = "trainings",
    params(("id" = OrganisationId, Path), ("course_id" = CourseId, Path)),
    responses((status = 200, body = CourseView), Problems))]
pub async fn archive_course(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, CourseId)>,
) -> Result<Versioned<CourseView>> {
    set_archived(&state, actor, (organisation, id), true).await
}

/// Takes an archived course back into use.
#[utoipa::path(post, path = "/organisations/{id}/courses/{course_id}/restore", tag = "trainings",
    params(("id" = OrganisationId, Path), ("course_id" = CourseId, Path)),
    responses((status = 200, body = CourseView), Problems))]
pub async fn restore_course(
    State(state): State<AppState>,
    actor: Actor,
    Path((organisation, id)): Path<(OrganisationId, CourseId)>,
) -> Result<Versioned<CourseView>> {
    set_archived(&state, actor, (organisation, id), false).await
}

async fn set_archived(
    state: &AppState,
    actor: Actor,
    (organisation, id): (OrganisationId, CourseId),
    wanted: bool,
) -> Result<Versioned<CourseView>> {
    let mut tx = begin(state, actor, organisation).await?;
    let (_, is_archived) = courses::lock(&mut tx, organisation, id).await?.ok_or_else(Error::not_found)?;
    if is_archived == wanted {
        return Err(Error::illegal_state(state_name(is_archived)));
    }
    courses::set_archived(&mut tx, id, wanted, state.clock.now()).await?;
    record(&mut tx, state, (actor, organisation, id), Event::CourseArchived, state_name(wanted)).await?;
    let view = view(&mut tx, organisation, id).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}

const fn state_name(is_archived: bool) -> &'static str {
    if is_archived { "archived" } else { "in_use" }
}

async fn view(tx: &mut Tx<'_>, organisation: OrganisationId, id: CourseId) -> Result<CourseView> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let mut found = courses::list(&mut **tx, organisation, filter, 1).await?;
    found.pop().map(CourseView::from).ok_or_else(Error::not_found)
}

async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, id): (Actor, OrganisationId, CourseId),
    event: Event,
    after: &'static str,
) -> Result<()> {
    let entry = Entry::new(event, state.clock.now(), "course", id.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "state": after }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}
