//! Links by which one shows one's passport: given to somebody by name, for a while, taken back at once.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Chosen;
use crate::actor::Actor;
use crate::events::Event;
use crate::passport::model::export::Audience;
use crate::passport::store::exports::log::{self, LogKind};
use crate::passport::store::exports::shares::{self, Filter, Share};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{
    Code, Error, FieldError, Fields, Json, Page, PageParams, Path, Problems, Query, Result,
};
use crate::platform::passwords::Passwords;
use crate::platform::state::AppState;
use crate::platform::tokens::OpaqueToken;

/// Links of one person in force at a time.
const MOST_OPEN: i64 = 50;
const LONGEST_RECIPIENT: usize = 200;
/// Lengths of a password.
const SHORTEST: usize = 8;
const LONGEST: usize = 128;

/// A link to give out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePassportShare {
    /// To whom: a name or an organisation, in the person's words; they alone read it.
    recipient: String,
    /// What it shows, as it is whenever somebody looks; proofs only where they are chosen. For a recruiter where no audience is
    /// named.
    #[serde(default)]
    content: Chosen,
    /// For how many days: 7, 30 or 90.
    #[schema(minimum = 7, maximum = 90)]
    days: i64,
    /// 8 to 128 characters, told to the recipient by another way; null: none is asked for.
    password: Option<String>,
}

/// A link, as its owner reads it. The address itself is shown once, when it is given out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PassportShare)]
pub struct ShareView {
    id: Uuid,
    recipient: String,
    /// What it shows.
    content: Chosen,
    /// Whether a password is asked for.
    has_password: bool,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
    /// How often it was looked at.
    view_count: i32,
    last_viewed_at: Option<DateTime<Utc>>,
}

/// A link, its address shown this once.
#[derive(Serialize, ToSchema)]
pub struct NewPassportShare {
    /// To be given to the recipient. What follows the `#` stays in the browser and in no log.
    url: String,
    /// The link.
    share: ShareView,
}

impl From<Share> for ShareView {
    fn from(share: Share) -> Self {
        Self {
            id: share.id,
            content: Chosen::from(&share.choice),
            has_password: share.password_hash.is_some(),
            recipient: share.recipient,
            created_at: share.created_at,
            expires_at: share.expires_at,
            revoked_at: share.revoked_at,
            view_count: share.view_count,
            last_viewed_at: share.last_viewed_at,
        }
    }
}

/// A link as it may be written.
struct Draft {
    recipient: String,
    days: i64,
    password: Option<String>,
}

fn recipient(text: &str) -> std::result::Result<String, FieldError> {
    let fault = |code: &'static str, message: &'static str| FieldError::new("/recipient", code, message);
    match text.trim() {
        "" => Err(fault("required", "Dites à qui vous donnez ce lien.")),
        text if text.chars().count() > LONGEST_RECIPIENT => Err(fault("too_long", "200 caractères au plus.")),
        text if text.chars().any(char::is_control) => {
            Err(fault("invalid_characters", "Ce texte contient un caractère interdit."))
        }
        text => Ok(text.to_owned()),
    }
}

impl CreatePassportShare {
    fn parse(&self) -> Result<Draft> {
        let mut fields = Fields::default();
        let recipient = fields.check(recipient(&self.recipient));
        if ![7, 30, 90].contains(&self.days) {
            fields.push(FieldError::new("/days", "out_of_range", "Un lien vaut 7, 30 ou 90 jours."));
        }
        let length = self.password.as_ref().map(|password| password.chars().count());
        if length.is_some_and(|length| !(SHORTEST..=LONGEST).contains(&length)) {
            let message = "Un mot de passe compte de 8 à 128 caractères.";
            fields.push(FieldError::new("/password", "invalid_length", message));
        }
        if self.content.audience == Some(Audience::Holder) {
            let message = "Un lien est fait pour quelqu’un d’autre que vous.";
            fields.push(FieldError::new("/content/audience", "not_for_holder", message));
        }
        fields.finish()?;
        let recipient = recipient.unwrap_or_default();
        Ok(Draft { recipient, days: self.days, password: self.password.clone() })
    }
}

/// Gives out a link that shows one's passport, or a part of it, to somebody by name. Writing it is the consent, and its receipt
/// is kept.
///
/// 409 `too_many_shares` with fifty in force.
#[utoipa::path(post, path = "/me/passport/shares", tag = "passport", request_body = CreatePassportShare,
    responses((status = 201, body = NewPassportShare), Problems))]
pub async fn create_passport_share(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<CreatePassportShare>,
) -> Result<(StatusCode, Json<NewPassportShare>)> {
    let draft = body.parse()?;
    let choice = body.content.parse(Audience::Recruiter)?;
    let password_hash = match &draft.password {
        Some(password) => Some(state.part::<Passwords>().hash(&state.ids, password).await?),
        None => None,
    };
    let (token, now) = (OpaqueToken::draw(&state.ids), state.clock.now());
    let share = Share {
        id: state.ids.opaque(),
        person: actor.person,
        recipient: draft.recipient,
        choice,
        password_hash,
        failed_attempts: 0,
        locked_until: None,
        created_at: now,
        expires_at: now + Duration::days(draft.days),
        revoked_at: None,
        view_count: 0,
        last_viewed_at: None,
    };
    let scope = json!(share.choice.scope());
    let mut tx = state.pool.begin().await?;
    if shares::count_open(&mut tx, actor.person, now).await? >= MOST_OPEN {
        return Err(Code::TooManyShares.into());
    }
    shares::insert(&mut tx, &share, &token.hash()).await?;
    let receipt = state.ids.ordered();
    shares::receipt(&mut tx, receipt, &share, ("given", scope.clone()), now).await?;
    let told = json!({ "share": share.id, "content": scope, "until": share.expires_at });
    log::add(&mut tx, &state, actor.person, LogKind::ShareCreated, (Some(share.recipient.as_str()), told))
        .await?;
    let entry = Entry::new(Event::PassportShared, now, "passport_share", share.id).by(actor.person);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "days": draft.days }))).await?;
    tx.commit().await?;
    let site = state.config.public_url();
    let url = [&site, "/carnet-partage#", token.reveal()].concat();
    Ok((StatusCode::CREATED, Json(NewPassportShare { url, share: share.into() })))
}

/// One's links, newest first, those that are over included.
#[utoipa::path(get, path = "/me/passport/shares", tag = "passport", params(PageParams),
    responses((status = 200, body = Page<ShareView>), Problems))]
pub async fn list_passport_shares(
    State(state): State<AppState>,
    actor: Actor,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<ShareView>>> {
    let (limit, before) = (page.limit()?, page.after::<(DateTime<Utc>, Uuid)>()?);
    let filter = Filter { person: Some(actor.person), before, ..Filter::default() };
    let rows = shares::list(&state.pool, filter, i64::from(limit) + 1).await?;
    Ok(Json(Page::cut(rows, limit, |row| (row.created_at, row.id)).map(ShareView::from)))
}

/// Takes a link back: from the answer on it shows nothing to anybody. Taking it back twice changes nothing.
#[utoipa::path(post, path = "/me/passport/shares/{id}/revoke", tag = "passport", params(("id" = Uuid, Path)),
    responses((status = 200, body = ShareView), Problems))]
pub async fn revoke_passport_share(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<Uuid>,
) -> Result<Json<ShareView>> {
    let filter = Filter { person: Some(actor.person), id: Some(id), ..Filter::default() };
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let share = shares::lock(&mut tx, filter).await?.ok_or_else(Error::not_found)?;
    if share.revoked_at.is_some() {
        return Ok(Json(share.into()));
    }
    shares::revoke(&mut tx, id, now).await?;
    let scope = json!(share.choice.scope());
    let receipt = state.ids.ordered();
    shares::receipt(&mut tx, receipt, &share, ("withdrawn", scope), now).await?;
    let told = json!({ "share": id });
    log::add(&mut tx, &state, actor.person, LogKind::ShareRevoked, (Some(share.recipient.as_str()), told))
        .await?;
    let entry = Entry::new(Event::PassportShareRevoked, now, "passport_share", id).by(actor.person);
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(Json(Share { revoked_at: Some(now), ..share }.into()))
}
