//! What a certificate says, computed from closed sheets alone.

use carnet_documents::sheet::Modality;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde_json::{json, to_value};
use utoipa::ToSchema;

use super::paper;
use crate::attendance::model::attested::{
    Attested, AttestedPeriod, AttestedSignatory, AttestedSkill, Held, months,
};
use crate::attendance::model::document::CERTIFICATE;
use crate::attendance::model::sealed::{SealedOrganisation, instant};
use crate::attendance::store::certificates::{self, Certificate, CertificateKind};
use crate::attendance::store::facts::Facts;
use crate::ids::{CertificateId, SlotId};
use crate::orgs::Check;
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Result, texts};
use crate::platform::seal::{SealKey, SignedDocument, canonical, hex};
use crate::platform::state::AppState;
use crate::sessions::{EnrolmentStatus, Participant, Retention, SheetState, SlotCard, Status};
use crate::trainings;

/// Who signs for the organisation.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CertificateSignatory)]
pub struct SignatoryDraft {
    /// First and last name, 1 to 200 characters.
    name: String,
    /// Capacity: "directrice", "responsable pédagogique"; 1 to 200 characters.
    capacity: String,
    /// Where it is signed, at most 200 characters.
    #[serde(default)]
    place: Option<String>,
}

impl SignatoryDraft {
    /// The signatory, checked.
    pub fn parse(self) -> Result<AttestedSignatory> {
        let mut fields = crate::platform::http::Fields::default();
        let name = fields.check(texts::line("/signatory/name", &self.name, 1..=200));
        let capacity = fields.check(texts::line("/signatory/capacity", &self.capacity, 1..=200));
        let place = self.place.filter(|place| !place.trim().is_empty());
        let place = place.and_then(|place| fields.check(texts::line("/signatory/place", &place, 1..=200)));
        fields.finish()?;
        Ok(AttestedSignatory {
            name: name.unwrap_or_default(),
            capacity: capacity.unwrap_or_default(),
            place,
        })
    }
}

/// What is to be attested.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What kind.
    pub kind: CertificateKind,
    /// The period; what the person followed unless said.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// Who signs.
    pub signatory: AttestedSignatory,
    /// The certificate it takes the place of, its number, and why.
    pub replaces: Option<(CertificateId, String, String)>,
}

/// The days that a certificate of somebody is about.
pub fn period_of(facts: &Facts, person: &Participant, wish: &Wish) -> (NaiveDate, NaiveDate) {
    let session = &facts.session;
    // A session that was called off ended with what took place of it.
    let ended_on = match session.status {
        Status::Cancelled => facts.held().map(SlotCard::day).max().unwrap_or(session.ends_on),
        _ => session.ends_on,
    };
    let first = person.starts_on.max(session.starts_on);
    let last = person.ends_on.map_or(ended_on, |last| last.min(ended_on));
    match wish.period {
        Some((from, to)) => (from.max(first), to.min(last)),
        None => (first, last),
    }
}

/// Refuses what cannot be attested yet: a session that is not closed, sheets of the period that are open or contested, or
/// none at all.
pub fn ensure_attestable(
    facts: &Facts,
    person: &Participant,
    wish: &Wish,
    today: NaiveDate,
) -> Result<(NaiveDate, NaiveDate)> {
    let (from, to) = period_of(facts, person, wish);
    let has_left =
        person.status == EnrolmentStatus::Abandoned || person.ends_on.is_some_and(|last| last < today);
    // Who left does not wait for the others: the sheets of their own days are enough.
    let is_over = matches!(facts.session.status, Status::Closed | Status::Cancelled) || has_left;
    if wish.kind != CertificateKind::Attendance && !is_over {
        return Err(Code::NotOver.into());
    }
    let of_period = |slot: &&SlotCard| facts.expects(slot, person) && (from..=to).contains(&slot.day());
    let slots: Vec<&SlotCard> = facts.held().filter(of_period).collect();
    let in_state = |state: SheetState| -> Vec<SlotId> {
        slots.iter().filter(|slot| slot.sheet_state == state).map(|slot| slot.id).collect()
    };
    for (state, code, name) in [
        (SheetState::Open, Code::SheetIncomplete, "open_slots"),
        (SheetState::Contested, Code::SheetContested, "contested_slots"),
    ] {
        let found = in_state(state);
        if !found.is_empty() {
            return Err(Error::Blocked { code, current: json!({ name: found }) });
        }
    }
    if slots.is_empty() { Err(Code::NothingClosed.into()) } else { Ok((from, to)) }
}

/// Writes one certificate under this number.
pub async fn certify(
    tx: &mut Tx<'_>,
    state: &AppState,
    facts: &Facts,
    person: &Participant,
    (wish, number): (&Wish, i32),
) -> Result<Certificate> {
    let period = ensure_attestable(facts, person, wish, state.clock.today())?;
    let now = state.clock.now();
    let code = hex(&state.ids.secret::<16>());
    let attested = attested(tx, state, facts, person, (wish, number, &code, period)).await?;
    let document = to_value(attested).map_err(anyhow::Error::from)?;
    let content = canonical(&document).map_err(anyhow::Error::from)?;
    let signed =
        SignedDocument::seal(state.part::<SealKey>(), CERTIFICATE, document).map_err(anyhow::Error::from)?;
    let replaces = wish.replaces.as_ref();
    Ok(Certificate {
        id: state.ids.ordered(),
        organisation: facts.session.organisation,
        session: facts.session.id,
        enrolment: person.enrolment,
        kind: wish.kind,
        year: state.clock.today().year(),
        number,
        code,
        period,
        content,
        seal: signed.seal,
        issued_at: now,
        replaces: replaces.map(|(id, ..)| *id),
        replace_reason: replaces.map(|(.., reason)| reason.clone()),
        replaced_by: None,
    })
}

async fn attested(
    tx: &mut Tx<'_>,
    state: &AppState,
    facts: &Facts,
    person: &Participant,
    (wish, number, code, (from, to)): (&Wish, i32, &str, (NaiveDate, NaiveDate)),
) -> Result<Attested> {
    let session = &facts.session;
    let issuer = &facts.issuer;
    let today = state.clock.today();
    let within = |from: NaiveDate, to: NaiveDate| facts.sealed_totals(person, from, to);
    let periods =
        months(from, to).into_iter().map(|(from, to)| AttestedPeriod { from, to, totals: within(from, to) });
    let (mut objectives, mut results) = (Vec::new(), Vec::new());
    if wish.kind == CertificateKind::EndOfTraining {
        let content = trainings::revision_content(tx, session.training, session.revision).await?;
        let text = content.map(|content| content.texts.objectives).unwrap_or_default();
        let line = |line: &str| line.trim().trim_start_matches(['-', '•', '–']).trim().to_owned();
        objectives = text.lines().map(line).filter(|line| !line.is_empty()).collect();
        let revision = (session.training, session.revision);
        let found = certificates::results(&mut **tx, session.organisation, revision, person.person).await?;
        results = found
            .into_iter()
            .map(|result| AttestedSkill {
                skill: result.skill,
                level: result.level,
                is_acquired: result.is_acquired,
                evaluated_on: result
                    .evaluated_at
                    .map(|at| at.with_timezone(&chrono_tz::Europe::Paris).date_naive()),
                evaluated_by: result.evaluated_by,
            })
            .collect();
    }
    Ok(Attested {
        title: format!("{}\u{a0}: {}", wish.kind.in_french(), facts.training_title),
        kind: wish.kind.as_str().to_owned(),
        number: wish.kind.number(today.year(), number),
        replaces: wish.replaces.as_ref().map(|(_, number, _)| number.clone()),
        issued_on: today,
        issued_at: instant(state.clock.now()),
        verification_url: format!("{}/documents/{code}", state.config.public_url()),
        organisation: SealedOrganisation {
            name: issuer.name.clone(),
            legal_name: issuer.legal_name.clone(),
            siret: issuer.siret.clone(),
            nda: issuer.nda.clone(),
            address: facts.address.clone(),
            qualiopi_categories: issuer.qualiopi_categories.clone(),
        },
        is_qualiopi: issuer.qualiopi == Some(Check::Confirmed),
        signatory: wish.signatory.clone(),
        enrolment_id: person.enrolment,
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        employer: person.employer.clone(),
        session_id: session.id,
        training: facts.training_title.clone(),
        nature: Some(facts.nature),
        starts_on: from,
        ends_on: to,
        held: match paper::modality(facts) {
            Modality::OnSite => Held::OnSite,
            Modality::Remote => Held::Remote,
            Modality::Mixed => Held::Mixed,
        },
        is_cofunded: session.retention == Retention::Cofunded,
        totals: within(from, to),
        periods: periods.collect(),
        objectives,
        results,
        chain_sha256: facts.chain.last().map(|stored| stored.link.seal.sha256.clone()),
    })
}
