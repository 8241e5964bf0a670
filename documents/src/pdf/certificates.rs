//! Certificates and the convocation as PDF.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Serialize;

use super::Attachment;
use super::engine::{Edition, pdf};
use super::grids::Grids;
use super::qr::code;
use super::sheet::{ProviderView, figures};
use super::strokes::Strokes;
use super::words::{lines, printed};
use crate::certificates::{
    ActionNature, AssiduityCertificate, CompletionCertificate, Convocation, EndOfTrainingCertificate, Holder,
};
use crate::sheet::{FORMULA, Totals};
use crate::{DocumentError, Provider, Signatory, Verification, french};

/// What the heads and feet of all certificates say.
#[derive(Serialize)]
struct Frame {
    title: &'static str,
    issued: String,
    number: String,
    url: String,
    /// The path of the QR code's dark modules, in units of one module, and how many modules it is wide.
    code: String,
    modules: usize,
    replaces: Option<String>,
    provider: ProviderView,
    signatory: SignatoryView,
    holder: String,
    employer: Option<String>,
}

#[derive(Serialize)]
struct SignatoryView {
    name: String,
    capacity: String,
    place: Option<String>,
    drawing: Option<Strokes>,
}

impl SignatoryView {
    fn of(signatory: &Signatory) -> Self {
        Self {
            name: printed(&signatory.name),
            capacity: printed(&signatory.capacity),
            place: signatory.place.as_deref().map(printed),
            drawing: signatory.signature.as_ref().and_then(Strokes::of),
        }
    }
}

/// What is common to the data of all certificates.
struct Common<'a> {
    title: &'static str,
    verification: &'a Verification,
    issued_on: NaiveDate,
    replaces: Option<&'a str>,
    provider: &'a Provider,
    signatory: &'a Signatory,
    holder: &'a Holder,
}

impl Common<'_> {
    fn frame(&self) -> Result<Frame, DocumentError> {
        let (code, modules) = code(&self.verification.url)?;
        Ok(Frame {
            title: self.title,
            issued: french::long_date(self.issued_on),
            number: printed(&self.verification.number),
            url: self.verification.url.clone(),
            code,
            modules,
            replaces: self.replaces.map(printed),
            provider: ProviderView::of(self.provider),
            signatory: SignatoryView::of(self.signatory),
            holder: full_name(self.holder),
            employer: self.holder.employer.as_deref().map(printed),
        })
    }

    fn print(
        &self,
        kind: &'static str,
        facts: impl Serialize,
        attachment: Option<&Attachment>,
    ) -> Result<Vec<u8>, DocumentError> {
        #[derive(Serialize)]
        struct View<F> {
            kind: &'static str,
            frame: Frame,
            facts: F,
        }
        let identifier = self.verification.number.clone();
        let edition = Edition {
            template: "certificates.typ",
            identifier,
            written_at: midnight(self.issued_on),
            attachment,
            grids: Grids::default(),
        };
        pdf(&edition, &View { kind, frame: self.frame()?, facts })
    }
}

fn midnight(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc()
}

/// "Zoé LÉVÊQUE".
fn full_name(holder: &Holder) -> String {
    printed(&format!("{} {}", holder.first_name, holder.last_name.to_uppercase()))
}

/// Lays out the certificat de réalisation, after the ministry's model, with its signed data attached. Fails when the address fits no QR code.
pub fn completion_pdf(
    certificate: &CompletionCertificate,
    attachment: Option<&Attachment>,
) -> Result<Vec<u8>, DocumentError> {
    #[derive(Serialize)]
    struct Facts {
        training: String,
        natures: Vec<(&'static str, bool)>,
        span: String,
        attended: String,
        planned: Option<String>,
        modality: &'static str,
        is_cofunded: bool,
    }
    let planned = certificate.planned_minutes.filter(|minutes| *minutes != certificate.attended_minutes);
    let facts = Facts {
        training: printed(&certificate.training),
        natures: ActionNature::ALL.map(|nature| (nature.label(), nature == certificate.nature)).to_vec(),
        span: french::span(certificate.starts_on, certificate.ends_on),
        attended: french::duration(certificate.attended_minutes),
        planned: planned.map(french::duration),
        modality: certificate.modality.label(),
        is_cofunded: certificate.cofunded,
    };
    let common = Common {
        title: "Certificat de réalisation",
        verification: &certificate.verification,
        issued_on: certificate.issued_on,
        replaces: certificate.replaces.as_deref(),
        provider: &certificate.provider,
        signatory: &certificate.signatory,
        holder: &certificate.holder,
    };
    common.print("completion", facts, attachment)
}

/// Lays out the attestation d'assiduité. Fails without a period, or when the address fits no QR code.
pub fn assiduity_pdf(
    certificate: &AssiduityCertificate,
    attachment: Option<&Attachment>,
) -> Result<Vec<u8>, DocumentError> {
    #[derive(Serialize)]
    struct Facts {
        training: String,
        span: String,
        periods: Vec<[String; 9]>,
        total: [String; 9],
        rate: String,
        attended: String,
        planned: String,
        formula: &'static str,
    }
    if certificate.periods.is_empty() {
        return Err(DocumentError::Inconsistent("an attestation d'assiduité without a period".to_owned()));
    }
    let mut whole = Totals::default();
    let mut periods = Vec::new();
    for period in &certificate.periods {
        whole.add(&period.totals);
        let name = format!("{} – {}", french::short_date(period.from), french::short_date(period.until));
        periods.push(figures(name, &period.totals));
    }
    let facts = Facts {
        training: printed(&certificate.training),
        span: french::span(certificate.starts_on, certificate.ends_on),
        periods,
        total: figures("Ensemble".to_owned(), &whole),
        rate: whole.rate().map_or_else(|| "—".to_owned(), french::rate),
        attended: french::duration(whole.attended_minutes),
        planned: french::duration(whole.planned_minutes),
        formula: FORMULA,
    };
    let common = Common {
        title: "Attestation d’assiduité",
        verification: &certificate.verification,
        issued_on: certificate.issued_on,
        replaces: certificate.replaces.as_deref(),
        provider: &certificate.provider,
        signatory: &certificate.signatory,
        holder: &certificate.holder,
    };
    common.print("assiduity", facts, attachment)
}

/// Lays out the attestation de fin de formation. Fails when the address fits no QR code.
pub fn end_of_training_pdf(
    certificate: &EndOfTrainingCertificate,
    attachment: Option<&Attachment>,
) -> Result<Vec<u8>, DocumentError> {
    #[derive(Serialize)]
    struct Facts {
        training: String,
        nature: &'static str,
        span: String,
        attended: String,
        objectives: Vec<String>,
        results: Vec<[String; 4]>,
    }
    let result = |result: &crate::certificates::SkillResult| {
        let outcome = match (result.is_acquired, &result.level) {
            (true, _) => "acquise",
            (false, Some(_)) => "en cours d’acquisition",
            (false, None) => "non évaluée",
        };
        let evaluated =
            [result.evaluated_on.map(french::short_date), result.evaluated_by.as_deref().map(printed)];
        [
            printed(&result.skill),
            result.level.as_deref().map_or_else(|| "—".to_owned(), printed),
            outcome.to_owned(),
            evaluated.into_iter().flatten().collect::<Vec<_>>().join(", "),
        ]
    };
    let facts = Facts {
        training: printed(&certificate.training),
        nature: certificate.nature.label(),
        span: french::span(certificate.starts_on, certificate.ends_on),
        attended: french::duration(certificate.attended_minutes),
        objectives: certificate.objectives.iter().map(|objective| printed(objective)).collect(),
        results: certificate.results.iter().map(result).collect(),
    };
    let common = Common {
        title: "Attestation de fin de formation",
        verification: &certificate.verification,
        issued_on: certificate.issued_on,
        replaces: certificate.replaces.as_deref(),
        provider: &certificate.provider,
        signatory: &certificate.signatory,
        holder: &certificate.holder,
    };
    common.print("end", facts, attachment)
}

/// Lays out the convocation of one person.
pub fn convocation_pdf(convocation: &Convocation) -> Result<Vec<u8>, DocumentError> {
    #[derive(Serialize)]
    struct View {
        provider: ProviderView,
        signatory: Option<SignatoryView>,
        holder: String,
        employer: Option<String>,
        issued: String,
        training: String,
        session: String,
        span: String,
        modality: &'static str,
        place: Vec<String>,
        access: Vec<String>,
        remote_url: Option<String>,
        information: Vec<String>,
        slots: Vec<[String; 4]>,
        to_bring: Vec<String>,
        accessibility: Vec<String>,
    }
    let slot = |slot: &crate::certificates::ConvocationSlot| {
        let title = printed(&slot.title);
        [
            french::full_date(french::day(slot.starts_at)),
            format!("{} – {}", french::hour(slot.starts_at), french::hour(slot.ends_at)),
            if slot.is_exam { format!("Évaluation\u{a0}: {title}") } else { title },
            slot.place.as_deref().map(printed).unwrap_or_default(),
        ]
    };
    let is_web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    let all_lines = |text: &Option<String>| text.as_deref().map(lines).unwrap_or_default();
    let view = View {
        provider: ProviderView::of(&convocation.provider),
        signatory: convocation.signatory.as_ref().map(SignatoryView::of),
        holder: full_name(&convocation.holder),
        employer: convocation.holder.employer.as_deref().map(printed),
        issued: french::long_date(convocation.issued_on),
        training: printed(&convocation.training),
        session: printed(&convocation.session),
        span: french::span(convocation.starts_on, convocation.ends_on),
        modality: convocation.modality.label(),
        place: all_lines(&convocation.place),
        access: all_lines(&convocation.access),
        remote_url: convocation
            .remote_url
            .as_ref()
            .filter(is_web)
            .map(|url| url.chars().filter(char::is_ascii_graphic).collect()),
        information: all_lines(&convocation.information),
        slots: convocation.slots.iter().map(slot).collect(),
        to_bring: convocation.to_bring.iter().map(|item| printed(item)).collect(),
        accessibility: all_lines(&convocation.accessibility_contact),
    };
    let identifier =
        format!("convocation\n{}\n{}\n{}\n{}", view.holder, view.training, view.session, view.span);
    pdf(
        &Edition {
            template: "convocation.typ",
            identifier,
            written_at: midnight(convocation.issued_on),
            attachment: None,
            grids: Grids::default(),
        },
        &view,
    )
}
