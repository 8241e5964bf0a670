//! Being kept in mind: a yes of its own, for two years, taken back at any time.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::answering::{lock_own, purpose};
use super::answers::answered;
use super::mine_views::MyOfferView;
use super::notes;
use crate::actor::Actor;
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{OfferId, OfferRecipientId, ProfileId};
use crate::offers::model::pool_until;
use crate::offers::store::pool::{self, Kept};
use crate::offers::store::recipients::Recipient;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result, Versioned};
use crate::platform::state::AppState;
use crate::quizzes;
use crate::sharing::{self, NewReceipt, ReceiptKind};

/// A yes or a no.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetTalentPool {
    /// Whether the company may keep the person in mind for two years from now on.
    agreed: bool,
}

/// Agrees that the company keeps one in mind for two years, or takes that back. Nothing else implies it.
///
/// Once the offer is answered, or over. Saying yes again changes nothing.
#[utoipa::path(put, path = "/me/offers/{id}/talent-pool", tag = "offers", params(("id" = OfferRecipientId, Path)),
    request_body = SetTalentPool, responses((status = 200, body = MyOfferView), Problems))]
pub async fn set_talent_pool(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OfferRecipientId>,
    Json(body): Json<SetTalentPool>,
) -> Result<Versioned<MyOfferView>> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let mut received = lock_own(&mut tx, actor, id).await?;
    if body.agreed && received.state.is_pending() {
        return Err(Error::illegal_state(received.state.as_str()));
    }
    let stands = received.pool_until.is_some_and(|until| until > now);
    if stands != body.agreed {
        let until = body.agreed.then(|| pool_until(now));
        pool::set(&mut tx, id, until).await?;
        keep_answers(&mut tx, &received, until).await?;
        let kind = if body.agreed { ReceiptKind::PoolGiven } else { ReceiptKind::PoolWithdrawn };
        let receipt = NewReceipt { until, ..NewReceipt::of_purpose(kind, &purpose(&received)?) };
        sharing::write_receipt(&mut tx, &state.ids, receipt, now).await?;
        let entry = Entry::new(Event::TalentPoolChanged, now, "offer_recipient", id.0).by(actor.person);
        let change = entry.change(json!({ "agreed": stands }), json!({ "agreed": body.agreed }));
        audit::record(&mut tx, &state.ids, change).await?;
        notes::changed_for_both(&mut tx, &received).await?;
        received.pool_until = until;
    }
    tx.commit().await?;
    answered(&state, received).await
}

/// What was answered to the quiz that went with the offer is kept as long as the person is, and no longer.
async fn keep_answers(
    tx: &mut Tx<'_>,
    received: &Recipient,
    until: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    let Some(invitation) = received.quiz_invitation else { return Ok(()) };
    match until {
        Some(until) => quizzes::keep_quiz_answers(tx, &[invitation], until).await,
        None => quizzes::release_quiz_answers(tx, &[invitation]).await,
    }
}

/// Somebody the company keeps in mind.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptInMind {
    profile_id: ProfileId,
    first_name: String,
    last_name: String,
    /// The offer they received.
    offer_id: OfferId,
    recipient_id: OfferRecipientId,
    title: String,
    /// Until when they agreed.
    until: DateTime<Utc>,
}

impl From<Kept> for KeptInMind {
    fn from(kept: Kept) -> Self {
        Self {
            profile_id: kept.profile,
            first_name: kept.first_name,
            last_name: kept.last_name,
            offer_id: kept.offer,
            recipient_id: kept.id,
            title: kept.title,
            until: kept.until,
        }
    }
}

/// Lists those who agreed that the company keeps them in mind, those who said so last first.
#[utoipa::path(get, path = "/talent-pool", tag = "offers", params(PageParams),
    responses((status = 200, body = Page<KeptInMind>), Problems))]
pub async fn list_talent_pool(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<KeptInMind>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let of = (recruiter.company, recruiter.siren);
    let rows = pool::list(&state.pool, of, state.clock.now(), before, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.until, row.id.0)).map(KeptInMind::from)))
}
