//! Certificates: issued from closed sheets, numbered, downloaded, replaced.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::certify::{SignatoryDraft, Wish, certify, ensure_attestable, period_of};
use super::exports::attachment;
use super::press::{download, draw};
use super::{OfSession, policy, printed, read, write};
use crate::actor::Actor;
use crate::attendance::mails;
use crate::attendance::model::attested::Attested;
use crate::attendance::model::document::CERTIFICATE;
use crate::attendance::store::certificates::{self, Certificate, CertificateKind, Filter};
use crate::attendance::store::facts::{self, Facts, Wanted};
use crate::attendance::store::links;
use crate::events::Event;
use crate::ids::{CertificateId, EnrolmentId, OrganisationId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Json, Page, Path, Problems, Query, Result, texts};
use crate::platform::mail::{self, Mail, context};
use crate::platform::seal::{SealKey, SignedDocument, remember_key, seal_pdf};
use crate::platform::state::AppState;
use crate::sessions::Participant;

/// A certificate.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Certificate)]
pub struct CertificateView {
    /// Its id.
    id: CertificateId,
    /// What it attests.
    kind: CertificateKind,
    /// Its number, as it is printed.
    number: String,
    /// Of whom.
    enrolment_id: EnrolmentId,
    /// The session.
    session_id: TrainingSessionId,
    /// The first day it is about.
    period_from: NaiveDate,
    /// The last day.
    period_to: NaiveDate,
    /// When it was issued.
    issued_at: DateTime<Utc>,
    /// What whoever holds it asks with, at `/documents/{code}`.
    code: String,
    /// The certificate it takes the place of.
    replaces: Option<CertificateId>,
    /// Why.
    replace_reason: Option<String>,
    /// The certificate that took its place.
    replaced_by: Option<CertificateId>,
}

impl From<Certificate> for CertificateView {
    fn from(certificate: Certificate) -> Self {
        Self {
            id: certificate.id,
            kind: certificate.kind,
            number: certificate.kind.number(certificate.year, certificate.number),
            enrolment_id: certificate.enrolment,
            session_id: certificate.session,
            period_from: certificate.period.0,
            period_to: certificate.period.1,
            issued_at: certificate.issued_at,
            code: certificate.code,
            replaces: certificate.replaces,
            replace_reason: certificate.replace_reason,
            replaced_by: certificate.replaced_by,
        }
    }
}

/// What is to be issued.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateRequest {
    /// What kind.
    kind: CertificateKind,
    /// For whom; null: for everybody who takes part.
    #[serde(default)]
    enrolment_ids: Option<Vec<EnrolmentId>>,
    /// The first day; what each person followed unless said.
    #[serde(default)]
    period_from: Option<NaiveDate>,
    /// The last day.
    #[serde(default)]
    period_to: Option<NaiveDate>,
    /// Who signs for the organisation.
    signatory: SignatoryDraft,
}

/// Somebody for whom none was issued.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateSkipped {
    /// Who.
    enrolment_id: EnrolmentId,
    /// `already_issued`, `not_over`, `sheet_incomplete`, `sheet_contested` or `nothing_closed`.
    #[schema(value_type = String)]
    code: serde_json::Value,
    /// Why, in French.
    message: &'static str,
}

/// What was issued.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificatesIssued {
    /// The certificates.
    issued: Vec<CertificateView>,
    /// Those for whom none was.
    skipped: Vec<CertificateSkipped>,
}

impl CertificateRequest {
    fn wish(&self) -> Result<Wish> {
        let period = match (self.period_from, self.period_to) {
            (Some(from), Some(to)) if from <= to => Some((from, to)),
            (None, None) => None,
            _ => {
                return Err(Error::field(
                    "/period_to",
                    "not_ascending",
                    "La période commence avant de finir.",
                ));
            }
        };
        let signatory = self.signatory.clone().parse()?;
        Ok(Wish { kind: self.kind, period, signatory, replaces: None })
    }
}

/// Issues certificates for one, some or all trainees of a session. Whoever has a valid one of this kind and period gets no
/// second; whoever's sheets are not closed gets none yet.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/certificates", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    request_body = CertificateRequest, responses((status = 201, body = CertificatesIssued), Problems))]
pub async fn issue_certificates(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
    Json(request): Json<CertificateRequest>,
) -> Result<(StatusCode, Json<CertificatesIssued>)> {
    let (mut tx, session) = write(&state, actor, of, policy::may_run).await?;
    links::lock(&mut tx, session.id).await?;
    let wish = request.wish()?;
    let facts = facts::of_session(
        &mut tx,
        session,
        Wanted { papers: true, ..Wanted::default() },
        state.clock.today(),
    )
    .await?;
    let people = chosen(&facts, request.enrolment_ids.as_deref())?;
    let existing =
        certificates::list(&mut *tx, Filter { session: Some(of.session_id), ..Filter::default() }).await?;
    let mut skipped = Vec::new();
    let mut certified = Vec::new();
    for person in people {
        match why_not(&state, &facts, person, &wish, &existing) {
            Some((code, message)) => {
                skipped.push(CertificateSkipped { enrolment_id: person.enrolment, code, message });
            }
            None => certified.push(person),
        }
    }
    let issued = issue(&mut tx, &state, (actor, &facts), &certified, &wish).await?;
    tx.commit().await?;
    let issued = issued.into_iter().map(CertificateView::from).collect();
    Ok((StatusCode::CREATED, Json(CertificatesIssued { issued, skipped })))
}

fn chosen<'a>(facts: &'a Facts, wanted: Option<&[EnrolmentId]>) -> Result<Vec<&'a Participant>> {
    let Some(wanted) = wanted else { return Ok(facts.participants.iter().collect()) };
    let mut people: Vec<&Participant> = Vec::new();
    for (position, id) in wanted.iter().enumerate() {
        let pointer = format!("/enrolment_ids/{position}");
        let person = facts.participants.iter().find(|person| person.enrolment == *id);
        let message = "Cette personne ne participe pas à la session.";
        let person = person.ok_or_else(|| Error::field(&pointer, "not_expected", message))?;
        if wanted[..position].contains(id) {
            return Err(Error::field(&pointer, "duplicate", "Cette personne est déjà dans la liste."));
        }
        people.push(person);
    }
    Ok(people)
}

/// Why none is issued for somebody: a code and its sentence; nothing when one is.
fn why_not(
    state: &AppState,
    facts: &Facts,
    person: &Participant,
    wish: &Wish,
    existing: &[Certificate],
) -> Option<(serde_json::Value, &'static str)> {
    let period = period_of(facts, person, wish);
    let is_the_same = |certificate: &&Certificate| {
        certificate.enrolment == person.enrolment
            && certificate.kind == wish.kind
            && certificate.period == period
            && certificate.replaced_by.is_none()
    };
    if existing.iter().any(|certificate| is_the_same(&certificate)) {
        return Some((json!("already_issued"), "Un document valable existe déjà."));
    }
    let refused = ensure_attestable(facts, person, wish, state.clock.today()).err()?.code();
    Some((json!(refused), refused.title()))
}

/// Writes certificates for these people, with mails and trail.
async fn issue(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, facts): (Actor, &Facts),
    people: &[&Participant],
    wish: &Wish,
) -> Result<Vec<Certificate>> {
    use chrono::Datelike;
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let organisation = facts.session.organisation;
    remember_key(tx, state.part::<SealKey>(), state.clock.now()).await?;
    let year = state.clock.today().year();
    let first = certificates::take_numbers(tx, organisation, year, people.len() as i32).await?;
    let mut issued = Vec::new();
    for (person, number) in people.iter().zip(first..) {
        let certificate = certify(tx, state, facts, person, (wish, number)).await?;
        certificates::insert(tx, &certificate, actor.person).await?;
        let entry =
            Entry::new(Event::CertificateIssued, certificate.issued_at, "certificate", certificate.id.0);
        let told = json!({ "kind": certificate.kind, "year": year, "number": number });
        let mut entry = entry.by(actor.person).within(organisation).change(None, told);
        if let Some(reason) = &certificate.replace_reason {
            entry = entry.because(reason);
        }
        audit::record(tx, &state.ids, entry).await?;
        // Only who can sign in can download it.
        if let Some(address) = mails::address(&mut **tx, person).await?.filter(|_| person.person.is_some()) {
            let context = context! {
                first_name => person.first_name.as_str(), organisation => facts.issuer.name.as_str(),
                kind => wish.kind.in_french(), number => wish.kind.number(year, number),
                session => facts.session.title.as_str(),
            };
            mail::send(tx, state, Mail { to: &address, template: &mails::CERTIFICATE_ISSUED, context })
                .await?;
        }
        issued.push(certificate);
    }
    Ok(issued)
}

/// Lists the certificates of a session, the oldest first.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/certificates", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path)),
    responses((status = 200, body = Page<CertificateView>), Problems))]
pub async fn list_certificates(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfSession>,
) -> Result<Json<Page<CertificateView>>> {
    let (mut tx, session) = read(&state, actor, of, policy::may_oversee).await?;
    let filter = Filter { session: Some(session.id), ..Filter::default() };
    let found = certificates::list(&mut *tx, filter).await?;
    tx.commit().await?;
    Ok(Json(Page::whole(found.into_iter().map(CertificateView::from).collect())))
}

/// A certificate, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct CertificatePlace {
    id: OrganisationId,
    session_id: TrainingSessionId,
    certificate_id: CertificateId,
}

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CertificateFormat {
    /// For people; the signed JSON is attached.
    Pdf,
    /// Signed, to be verified offline.
    Json,
}

/// In which form.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CertificateQuery {
    /// The form.
    #[param(inline)]
    format: CertificateFormat,
}

/// Downloads a certificate.
#[utoipa::path(get, path = "/organisations/{id}/sessions/{session_id}/certificates/{certificate_id}",
    tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("certificate_id" = CertificateId, Path), CertificateQuery),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_certificate(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<CertificatePlace>,
    Query(query): Query<CertificateQuery>,
) -> Result<Response> {
    let of = OfSession { id: place.id, session_id: place.session_id };
    let (mut tx, session) = read(&state, actor, of, policy::may_oversee).await?;
    let filter = Filter { session: Some(session.id), id: Some(place.certificate_id), ..Filter::default() };
    let found = certificates::list(&mut *tx, filter).await?.pop().ok_or_else(Error::not_found)?;
    tx.commit().await?;
    file(&state, found, query.format).await
}

async fn file(state: &AppState, certificate: Certificate, format: CertificateFormat) -> Result<Response> {
    let number = certificate.kind.number(certificate.year, certificate.number);
    let said: Attested = serde_json::from_str(&certificate.content).map_err(anyhow::Error::from)?;
    let document = serde_json::from_str(&certificate.content).map_err(anyhow::Error::from)?;
    let signed = SignedDocument { document, format: CERTIFICATE.to_owned(), seal: certificate.seal };
    let json = signed.to_text().map_err(anyhow::Error::from)?;
    match format {
        CertificateFormat::Json => {
            Ok(download(&format!("{number}.json"), "application/json", json.into_bytes()))
        }
        CertificateFormat::Pdf => {
            let state_there = state.clone();
            let pdf = draw(state, move || {
                let pdf = printed::pdf(&said, &attachment(json))?;
                Ok(seal_pdf(state_there.part::<SealKey>(), pdf))
            });
            Ok(download(&format!("{number}.pdf"), "application/pdf", pdf.await?))
        }
    }
}

/// Why a certificate is replaced.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateReplacement {
    /// 3 to 500 characters.
    reason: String,
    /// Who signs the new one.
    signatory: SignatoryDraft,
}

/// Replaces a certificate by one that says what holds today, under a new number. The old one stays, and is told to be
/// replaced to whoever asks.
#[utoipa::path(post,
    path = "/organisations/{id}/sessions/{session_id}/certificates/{certificate_id}/replacement", tag = "attendance",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("certificate_id" = CertificateId, Path)),
    request_body = CertificateReplacement, responses((status = 201, body = CertificateView), Problems))]
pub async fn replace_certificate(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<CertificatePlace>,
    Json(request): Json<CertificateReplacement>,
) -> Result<(StatusCode, Json<CertificateView>)> {
    let of = OfSession { id: place.id, session_id: place.session_id };
    let (mut tx, session) = write(&state, actor, of, policy::may_run).await?;
    links::lock(&mut tx, session.id).await?;
    let reason = texts::line("/reason", &request.reason, 3..=500);
    let reason = reason.map_err(|fault| Error::Invalid(vec![fault]))?;
    let signatory = request.signatory.parse()?;
    let filter = Filter { session: Some(session.id), id: Some(place.certificate_id), ..Filter::default() };
    let old = certificates::list(&mut *tx, filter).await?.pop().ok_or_else(Error::not_found)?;
    if old.replaced_by.is_some() {
        return Err(Code::AlreadyReplaced.into());
    }
    let facts = facts::of_session(
        &mut tx,
        session,
        Wanted { papers: true, ..Wanted::default() },
        state.clock.today(),
    )
    .await?;
    let person = facts.participants.iter().find(|person| person.enrolment == old.enrolment);
    let person = person.ok_or_else(Error::not_found)?;
    let wish = Wish {
        kind: old.kind,
        period: Some(old.period),
        signatory,
        replaces: Some((old.id, old.kind.number(old.year, old.number), reason)),
    };
    let mut issued = issue(&mut tx, &state, (actor, &facts), &[person], &wish).await?;
    tx.commit().await?;
    let new = issued.pop().ok_or_else(Error::not_found)?;
    Ok((StatusCode::CREATED, Json(new.into())))
}

/// Lists one's own certificates, the oldest first.
#[utoipa::path(get, path = "/me/certificates", tag = "attendance",
    responses((status = 200, body = Page<CertificateView>), Problems))]
pub async fn list_my_certificates(
    State(state): State<AppState>,
    actor: Actor,
) -> Result<Json<Page<CertificateView>>> {
    let filter = Filter { person: Some(actor.person), ..Filter::default() };
    let found = certificates::list(&state.pool, filter).await?;
    Ok(Json(Page::whole(found.into_iter().map(CertificateView::from).collect())))
}

/// Downloads one's own certificate.
#[utoipa::path(get, path = "/me/certificates/{certificate_id}", tag = "attendance",
    params(("certificate_id" = CertificateId, Path), CertificateQuery),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>), Problems))]
pub async fn get_my_certificate(
    State(state): State<AppState>,
    actor: Actor,
    Path(id): Path<CertificateId>,
    Query(query): Query<CertificateQuery>,
) -> Result<Response> {
    let filter = Filter { person: Some(actor.person), id: Some(id), ..Filter::default() };
    let found = certificates::list(&state.pool, filter).await?.pop().ok_or_else(Error::not_found)?;
    file(&state, found, query.format).await
}
