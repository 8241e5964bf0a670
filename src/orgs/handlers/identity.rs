//! The identity of an organisation: declared by its admins, compared with the public registers.

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::ensure_active;
use super::withdrawals::ensure_allowed;
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::OrganisationId;
use crate::orgs::jobs::CheckOrganisations;
use crate::orgs::model::{Certificate, Check, Contradiction, Declared, Identity, Recorded, Standing};
use crate::orgs::policy;
use crate::orgs::store::{identity, members};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Error, IfMatch, Json, Path, Problems, Result, Versioned};
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::registers::RegisterState;

/// What an organisation declares; what is left out is withdrawn.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentityDraft {
    /// Raison sociale, 2 to 200 characters.
    legal_name: Option<String>,
    /// The establishment's number; spaces, dots and hyphens are ignored.
    siret: Option<String>,
    /// Numéro de déclaration d'activité, 11 digits.
    nda: Option<String>,
    /// Whether it holds the Qualiopi certification.
    claims_qualiopi: bool,
    /// For which kinds of action, each once, and from when to when. They count while the certification is claimed.
    #[serde(default)]
    qualiopi_certificates: Vec<Certificate>,
}

/// The identity of an organisation: what it declares, what the registers say, and where the two differ.
#[derive(Serialize, ToSchema)]
pub struct IdentityView {
    /// To be sent back as `If-Match`.
    version: i32,
    legal_name: Option<String>,
    siret: Option<String>,
    /// Numéro de déclaration d'activité.
    nda: Option<String>,
    claims_qualiopi: bool,
    /// For which kinds of action it says so, and from when to when.
    qualiopi_certificates: Vec<Certificate>,
    standing: Standing,
    /// Null without a SIRET.
    siret_check: Option<Check>,
    /// Null without a declaration number.
    nda_check: Option<Check>,
    /// Null when the certification is not claimed.
    qualiopi_check: Option<Check>,
    contradictions: Vec<Contradiction>,
    /// What the registers say of the SIRET; null without one.
    register: Option<RegisterView>,
}

/// What the registers last said.
#[derive(Serialize, ToSchema)]
#[schema(as = RegisterRecord)]
struct RegisterView {
    state: RegisterState,
    /// The name there; null when masked.
    name: Option<String>,
    /// Null until a register told.
    is_training_organisation: Option<bool>,
    /// Null until a register told.
    is_qualiopi: Option<bool>,
    /// The numbers of its declarations of activity.
    ndas: Vec<String>,
    /// When the register of establishments last answered.
    checked_at: Option<DateTime<Utc>>,
    /// When a register last told about training.
    training_checked_at: Option<DateTime<Utc>>,
    /// Whether the last question had no answer, or not a whole one: it is asked again.
    is_silent: bool,
    next_check_at: DateTime<Utc>,
}

impl From<Identity> for IdentityView {
    fn from(identity: Identity) -> Self {
        Self {
            version: identity.version,
            standing: identity.standing(),
            siret_check: identity.siret_check(),
            nda_check: identity.nda_check(),
            qualiopi_check: identity.qualiopi_check(),
            contradictions: identity.contradictions(),
            legal_name: identity.declared.legal_name,
            siret: identity.declared.siret,
            nda: identity.declared.nda,
            claims_qualiopi: identity.declared.claims_qualiopi,
            qualiopi_certificates: identity.declared.certificates,
            register: identity.recorded.map(RegisterView::from),
        }
    }
}

impl From<Recorded> for RegisterView {
    fn from(recorded: Recorded) -> Self {
        let training = recorded.training;
        Self {
            state: recorded.state,
            name: recorded.name,
            is_training_organisation: training.as_ref().map(|training| training.is_declared),
            is_qualiopi: training.as_ref().map(|training| training.is_qualiopi),
            training_checked_at: training.as_ref().map(|training| training.checked_at),
            ndas: training.map(|training| training.ndas).unwrap_or_default(),
            checked_at: recorded.checked_at,
            is_silent: recorded.failed_checks > 0,
            next_check_at: recorded.next_check_at,
        }
    }
}

/// Shows the identity of an organisation to those who run it, and to the platform.
#[utoipa::path(get, path = "/organisations/{id}/identity", tag = "orgs", params(("id" = OrganisationId, Path)),
    responses((status = 200, body = IdentityView), Problems))]
pub async fn get_organisation_identity(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
) -> Result<Versioned<IdentityView>> {
    policy::read_identity(members::asker(&state.pool, id, actor).await?)?;
    let found = identity::find(&state.pool, id).await?.ok_or_else(Error::not_found)?;
    Ok(Versioned(found.version, found.into()))
}

/// Writes the identity of an organisation anew, and has the registers asked about it.
///
/// Registers that are away refuse nothing: what is declared stays unverified until they answer. A SIRET that another
/// organisation bears is refused (`siret_taken`), and so is one that the platform took from this one (`siret_withdrawn`).
#[utoipa::path(put, path = "/organisations/{id}/identity", tag = "orgs",
    params(("id" = OrganisationId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = IdentityDraft, responses((status = 200, body = IdentityView), Problems))]
pub async fn update_organisation_identity(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<OrganisationId>,
    if_match: IfMatch,
    Json(draft): Json<IdentityDraft>,
) -> Result<Versioned<IdentityView>> {
    let mut tx = state.pool.begin().await?;
    let (asker, status) = members::writing_asker(&mut tx, id, actor).await?;
    policy::write_identity(asker)?;
    ensure_active(status)?;
    let before = identity::find(&mut *tx, id).await?.ok_or_else(Error::not_found)?;
    ensure_current(if_match.version()?, before.version, &IdentityView::from(before.clone()))?;
    let texts = (draft.legal_name.as_deref(), draft.siret.as_deref(), draft.nda.as_deref());
    let declared = Declared::parse(texts, (draft.claims_qualiopi, &draft.qualiopi_certificates))?;
    ensure_allowed(&mut tx, id, declared.siret.as_deref()).await?;
    if declared != before.declared {
        write(&mut tx, &state, actor, id, (&before.declared, &declared)).await?;
    }
    if !is_settled(before, &declared) {
        ask(&mut tx, &state, id, declared.siret.as_deref()).await?;
    }
    let after = identity::find(&mut *tx, id).await?.ok_or_else(Error::not_found)?;
    tx.commit().await?;
    Ok(Versioned(after.version, after.into()))
}

/// Whether what the registers said already confirms all of this: there is nothing to ask.
fn is_settled(before: Identity, declared: &Declared) -> bool {
    let is_same = declared.siret == before.declared.siret;
    is_same && Identity { declared: declared.clone(), ..before }.standing() == Standing::Confirmed
}

async fn write(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    id: OrganisationId,
    (before, after): (&Declared, &Declared),
) -> Result<()> {
    let now = state.clock.now();
    identity::write(tx, id, after, now).await?;
    let entry = Entry::new(Event::OrganisationIdentityChanged, now, "organisation", id.0)
        .by(actor.person)
        .within(id)
        .change(numbers(before), numbers(after));
    Ok(audit::record(tx, &state.ids, entry).await?)
}

/// What the audit trail keeps of an identity: the legal name may be a person's.
pub fn numbers(declared: &Declared) -> Value {
    json!({
        "siret": declared.siret, "nda": declared.nda, "claims_qualiopi": declared.claims_qualiopi,
        "qualiopi_certificates": declared.certificates,
    })
}

/// Has the registers asked about this SIRET as soon as the transaction is committed.
pub async fn ask(tx: &mut Tx<'_>, state: &AppState, id: OrganisationId, siret: Option<&str>) -> Result<()> {
    identity::follow(tx, id, siret, state.clock.now()).await?;
    if siret.is_some() {
        jobs::enqueue(tx, state, &CheckOrganisations {}).await?;
    }
    Ok(())
}
