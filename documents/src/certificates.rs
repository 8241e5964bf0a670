//! Certificates and the convocation: their data.

use chrono::{DateTime, NaiveDate, Utc};

pub use crate::pdf::{assiduity_pdf, completion_pdf, convocation_pdf, end_of_training_pdf};
use crate::sheet::Modality;
use crate::{Provider, Signatory, Verification};

/// The person a document is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holder {
    pub first_name: String,
    pub last_name: String,
    pub employer: Option<String>,
}

/// What kind of action the law knows (article L6313-1 of the labour code).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ActionNature {
    #[default]
    Training,
    SkillsAssessment,
    ExperienceValidation,
    Apprenticeship,
}

/// The certificat de réalisation, after the ministry's model of June 2020.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletionCertificate {
    pub verification: Verification,
    pub issued_on: NaiveDate,
    /// The number of the certificate this one replaces.
    pub replaces: Option<String>,
    pub provider: Provider,
    pub signatory: Signatory,
    pub holder: Holder,
    /// The title of the action, the same as on every other document.
    pub training: String,
    pub nature: ActionNature,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// Minutes attended.
    pub attended_minutes: u32,
    /// Minutes planned, printed when given and different.
    pub planned_minutes: Option<u32>,
    pub modality: Modality,
    /// Whether European or other funds co-finance it, which makes what must be kept longer.
    pub cofunded: bool,
}

/// The attestation d'assiduité: hours planned and attended, by period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssiduityCertificate {
    pub verification: Verification,
    pub issued_on: NaiveDate,
    pub replaces: Option<String>,
    pub provider: Provider,
    pub signatory: Signatory,
    pub holder: Holder,
    pub training: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// At least one, in the order of time.
    pub periods: Vec<AssiduityPeriod>,
}

/// A period, say a month, and what was planned and attended in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssiduityPeriod {
    pub from: NaiveDate,
    /// Not before `from`.
    pub until: NaiveDate,
    pub totals: crate::sheet::Totals,
}

/// The attestation de fin de formation: what it was for, and what of it is acquired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndOfTrainingCertificate {
    pub verification: Verification,
    pub issued_on: NaiveDate,
    pub replaces: Option<String>,
    pub provider: Provider,
    pub signatory: Signatory,
    pub holder: Holder,
    pub training: String,
    pub nature: ActionNature,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub attended_minutes: u32,
    /// The objectives of the training, one sentence each.
    pub objectives: Vec<String>,
    /// The results of the evaluation; may be empty, and the document then says that none was recorded.
    pub results: Vec<SkillResult>,
}

/// What was found about one skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillResult {
    pub skill: String,
    /// The organisation's own step or the common level, in words; `None` when it was not evaluated.
    pub level: Option<String>,
    pub is_acquired: bool,
    pub evaluated_on: Option<NaiveDate>,
    pub evaluated_by: Option<String>,
}

/// The convocation of one person to a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Convocation {
    pub issued_on: NaiveDate,
    pub provider: Provider,
    pub signatory: Option<Signatory>,
    pub holder: Holder,
    pub training: String,
    pub session: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub modality: Modality,
    pub place: Option<String>,
    /// How to get there: public transport, entrance, parking.
    pub access: Option<String>,
    /// Where to connect, for distance training.
    pub remote_url: Option<String>,
    /// What the organisation tells participants, in its own words.
    pub information: Option<String>,
    /// In the order of time; cancelled ones left out.
    pub slots: Vec<ConvocationSlot>,
    /// What to bring or prepare.
    pub to_bring: Vec<String>,
    /// Whom to tell what one needs because of a disability: name, address, telephone.
    pub accessibility_contact: Option<String>,
}

/// A slot a person is called to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConvocationSlot {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub title: String,
    pub is_exam: bool,
    /// Where, if elsewhere than the session.
    pub place: Option<String>,
}
