//! One page's data: what is visible to whom now, and how each of it is taken back.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actor::Actor;
use crate::identity;
use crate::platform::http::{Json, Problems, Result};
use crate::platform::state::AppState;
use crate::privacy::model::erasure::State as Stage;
use crate::privacy::model::takeback::{self, TakeBack};
use crate::privacy::store::overview::{self, Dealing, Fetchable, Link, Listed, Shared};

/// Whom recruiters of which companies may find.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrivacyAudience)]
#[serde(rename_all = "snake_case")]
enum Audience {
    /// Nobody.
    Nobody,
    /// Those of the companies the person chose.
    Chosen,
    /// Those of every verified company, but for blocked ones.
    Everyone,
}

/// The switch as it works now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrivacyVisibility)]
struct VisibilityView {
    /// Who finds the person now.
    audience: Audience,
    /// When that was last changed; null if never.
    changed_at: Option<DateTime<Utc>>,
    /// Whether nobody finds them because the account is to be erased, whatever the switch says.
    is_hidden_by_erasure: bool,
    take_back: TakeBack,
}

/// A company by its number.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrivacyCompany)]
struct ListedView {
    siren: String,
    since: DateTime<Utc>,
    take_back: TakeBack,
}

/// One thing that is shared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrivacyShare)]
struct ShareView {
    id: Uuid,
    /// `phone`, `email`, `cv`, `proof` or `passport`.
    item: String,
    /// What the person received of the offer it is shared for.
    purpose_id: Uuid,
    /// Title of that offer.
    purpose_title: String,
    granted_at: DateTime<Utc>,
    /// Until when; null: while the conversation is open.
    ends_at: Option<DateTime<Utc>>,
    take_back: TakeBack,
}

/// What one company has of the person.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrivacyCompanyShares)]
struct CompanyShares {
    company_id: Uuid,
    name: String,
    siret: String,
    shares: Vec<ShareView>,
}

/// A link to the passport.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrivacyLink)]
struct LinkView {
    id: Uuid,
    recipient: String,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    view_count: i32,
    take_back: TakeBack,
}

/// A file that can be fetched by the person.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrivacyExport)]
struct FetchableView {
    id: Uuid,
    /// Whether it holds all data; a passport otherwise.
    is_data: bool,
    erase_at: DateTime<Utc>,
    take_back: TakeBack,
}

/// Something a company began with the person.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrivacyDealing)]
struct DealingView {
    /// Of what the person received of an offer, or of the invitation to a quiz.
    id: Uuid,
    title: String,
    company: String,
    since: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
    take_back: TakeBack,
}

/// What is visible to whom now. Up to a hundred lines of each kind; each kind has a list of its own with all of them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Privacy)]
pub struct PrivacyView {
    visibility: VisibilityView,
    chosen_companies: Vec<ListedView>,
    blocked_companies: Vec<ListedView>,
    /// What is shared now, by company.
    shares: Vec<CompanyShares>,
    /// Links to the passport that open now.
    links: Vec<LinkView>,
    /// Files of exports that are there now.
    exports: Vec<FetchableView>,
    /// Private rooms that are open.
    rooms: Vec<DealingView>,
    /// Offers that wait for an answer.
    offers: Vec<DealingView>,
    /// Invitations of companies to quizzes.
    quiz_invitations: Vec<DealingView>,
    /// Where the erasure of the account stands.
    erasure: Stage,
}

/// Tells what is visible to whom now, and the operation that takes each of it back.
#[utoipa::path(get, path = "/me/privacy", operation_id = "get_privacy", tag = "privacy",
    responses((status = 200, body = PrivacyView), Problems))]
pub async fn get_privacy(State(state): State<AppState>, actor: Actor) -> Result<Json<PrivacyView>> {
    let (person, now) = (actor.person, state.clock.now());
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let stage = Stage::of(identity::planned_erasure(&mut *tx, person).await?, now);
    let view = PrivacyView {
        visibility: visibility(overview::visibility(&mut *tx, person).await?, stage),
        chosen_companies: listed(overview::chosen(&mut *tx, person).await?, takeback::UNCHOOSE),
        blocked_companies: listed(overview::blocked(&mut *tx, person).await?, takeback::UNBLOCK),
        shares: by_company(overview::shares(&mut *tx, person, now).await?),
        links: overview::links(&mut *tx, person, now).await?.into_iter().map(LinkView::from).collect(),
        exports: overview::exports(&mut *tx, person, now)
            .await?
            .into_iter()
            .map(FetchableView::from)
            .collect(),
        rooms: dealings(overview::rooms(&mut *tx, person).await?, takeback::CLOSE_ROOM),
        offers: dealings(overview::offers(&mut *tx, person).await?, takeback::REFUSE_OFFER),
        quiz_invitations: dealings(overview::quizzes(&mut *tx, person, now).await?, takeback::REFUSE_QUIZ),
        erasure: stage,
    };
    tx.commit().await?;
    Ok(Json(view))
}

fn visibility(found: Option<overview::Visibility>, stage: Stage) -> VisibilityView {
    let is_leaving = stage != Stage::None;
    let audience = match &found {
        Some(switch) if switch.visible && !is_leaving && switch.chosen_only => Audience::Chosen,
        Some(switch) if switch.visible && !is_leaving => Audience::Everyone,
        _ => Audience::Nobody,
    };
    VisibilityView {
        audience,
        changed_at: found.map(|switch| switch.changed_at),
        is_hidden_by_erasure: is_leaving,
        take_back: takeback::HIDE.of(""),
    }
}

fn listed(rows: Vec<Listed>, way: takeback::Way) -> Vec<ListedView> {
    let view = |row: Listed| ListedView { take_back: way.of(&row.siren), siren: row.siren, since: row.since };
    rows.into_iter().map(view).collect()
}

/// The rows come company by company.
fn by_company(rows: Vec<Shared>) -> Vec<CompanyShares> {
    let mut companies: Vec<CompanyShares> = Vec::new();
    for row in rows {
        if companies.last().is_none_or(|last| last.company_id != row.company) {
            let (name, siret) = (row.company_name.clone(), row.siret.clone());
            companies.push(CompanyShares { company_id: row.company, name, siret, shares: Vec::new() });
        }
        if let Some(company) = companies.last_mut() {
            company.shares.push(row.into());
        }
    }
    companies
}

impl From<Shared> for ShareView {
    fn from(row: Shared) -> Self {
        Self {
            id: row.id,
            item: row.item,
            purpose_id: row.purpose,
            purpose_title: row.purpose_title,
            granted_at: row.granted_at,
            ends_at: row.ends_at,
            take_back: takeback::REVOKE_SHARE.of(row.id),
        }
    }
}

impl From<Link> for LinkView {
    fn from(row: Link) -> Self {
        Self {
            id: row.id,
            recipient: row.recipient,
            created_at: row.created_at,
            expires_at: row.expires_at,
            view_count: row.view_count,
            take_back: takeback::REVOKE_LINK.of(row.id),
        }
    }
}

impl From<Fetchable> for FetchableView {
    fn from(row: Fetchable) -> Self {
        let way = if row.is_data { takeback::DELETE_DATA } else { takeback::DELETE_EXPORT };
        Self { id: row.id, is_data: row.is_data, erase_at: row.erase_at, take_back: way.of(row.id) }
    }
}

fn dealings(rows: Vec<Dealing>, way: takeback::Way) -> Vec<DealingView> {
    let view = |row: Dealing| DealingView {
        id: row.id,
        title: row.title,
        company: row.company_name,
        since: row.since,
        until: row.until,
        take_back: way.of(row.id),
    };
    rows.into_iter().map(view).collect()
}
