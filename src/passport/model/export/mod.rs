//! The complete export of a passport: what its JSON says, word for word. Everything else (PDF, ZIP, what a link shows) is
//! drawn from this one value, and whoever reads an export reads this type. Pure.
//!
//! Days are dates in Paris, instants are UTC to the second. Keys are English; what people wrote, and names and labels as
//! they were frozen, stay as they are. An unknown key is refused: a reader never passes over what it does not understand.

mod chain;
mod check;
mod choice;
mod claims;
mod disclosure;
mod drawn;
mod experience;
pub mod external;
mod issue;
mod manifest;
mod printed;
mod skill;
mod tree;
mod validation;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use chain::Chain;
pub use check::{CheckedPassport, PassportFault, PassportForm, check_bytes, check_zip, is_export};
pub use choice::Choice;
pub use claims::{Claim, Disclosures};
pub use disclosure::Disclosure;
pub use drawn::{ExportSecret, code_digest, typed_number};
pub use experience::{Experience, ExperienceClaim, ExperienceProof, Judgement, Submission, SubmissionStep};
pub use issue::{issue, signed, snapshot, standing, summary};
pub use manifest::{JSON_PATH, MANIFEST, MANIFEST_PATH, Manifest, ManifestFile, PDF_PATH, proof_path};
pub use printed::printed;
pub use skill::{
    Declaration, ExternalEntry, ExternalKind, ExternalSkill, SkillLevel, SkillName, SummaryLine,
};
pub use validation::{
    Evidence, GivenLevel, Grid, GridStep, Organisation, Reply, ReplyAuthor, Revocation, Session, Standing,
    Validation,
};

/// The form of the complete export, as it is signed.
pub const PASSPORT: &str = "carnet.passport/1";

/// A whole passport, or the part of it that was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedPassport)]
pub struct Passport {
    /// What people read first: `Carnet de compétences de Léa Martin`.
    pub title: String,
    /// Its number, printed and typed: `P-2026-7F3KQ-9XDTA`. The same content of the same day has the same number.
    pub number: String,
    /// What whoever holds it proves with that they hold it, when they ask whether it is still valid; 16 letters and digits.
    pub code: String,
    /// The day it was issued on, in Paris: what it says is true as of that day.
    pub issued_on: NaiveDate,
    /// The platform that issued and signed it.
    pub issuer: Issuer,
    /// Where whoever holds it asks whether it is still valid; what the QR code holds.
    pub verification_url: String,
    /// What was chosen.
    pub scope: Scope,
    /// Whose it is.
    pub holder: Holder,
    /// Every skill that is declared, validated, refused or attested from outside, by code: the summary.
    pub skills: Vec<SummaryLine>,
    /// Every validation ever recorded, superseded, revoked, expired and refused ones included; the oldest first.
    pub validations: Vec<Validation>,
    /// The versions of grids that the validations refer to.
    pub grids: Vec<Grid>,
    /// Experiences of one's own, with their proofs and judgements; the oldest first.
    pub experiences: Vec<Experience>,
    /// What other platforms attested, as it was imported; the oldest first.
    pub external: Vec<ExternalEntry>,
    /// The person's chain: every fact about this passport in the order they came, so that a removed or back-dated one is found.
    /// Facts that were not chosen are there by their hashes.
    pub chain: Chain,
    /// How every validation stood on the day of issue, to be read where no network is.
    pub status: StatusSnapshot,
    /// The signed root and the salted leaves by which one skill is proved without the rest.
    pub disclosures: Disclosures,
}

/// The platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedIssuer)]
pub struct Issuer {
    /// `Carnet`.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// For whom an export is meant: it is printed on it, and changes nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = PassportAudience)]
pub enum Audience {
    /// For nobody in particular.
    Holder,
    /// For a recruiter.
    Recruiter,
    /// For a training organisation.
    Organisation,
    /// For an administration.
    Administration,
}

impl Audience {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Holder => "holder",
            Self::Recruiter => "recruiter",
            Self::Organisation => "organisation",
            Self::Administration => "administration",
        }
    }

    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Holder => "titulaire",
            Self::Recruiter => "recruteur",
            Self::Organisation => "organisme",
            Self::Administration => "administration",
        }
    }
}

/// What was chosen. Without skills and days it is the whole passport.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedScope)]
pub struct Scope {
    /// Whether it is the whole passport.
    pub is_whole: bool,
    /// The codes of the chosen skills, in order; all where it is empty.
    pub skills: Vec<String>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Through this day.
    pub to: Option<NaiveDate>,
    /// Whether the files of proofs go with it; their hashes always do.
    pub with_proofs: bool,
    /// Whether the address of the person is in it.
    pub with_contact: bool,
    /// For whom.
    pub audience: Audience,
}

/// Whose passport it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedHolder)]
pub struct Holder {
    /// First name, today.
    pub first_name: String,
    /// Last name, today.
    pub last_name: String,
    /// Other names under which entries were written, with the note that they are the same person; the newest first.
    pub former_names: Vec<String>,
    /// Where the person is written to, if they chose to tell.
    pub email: Option<String>,
}

/// How every validation stood on a day, signed with the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedStatusSnapshot)]
pub struct StatusSnapshot {
    /// The day: what was revoked after it cannot be known without asking.
    pub as_of: NaiveDate,
    /// One line per validation of the export, in its order.
    pub validations: Vec<StatusLine>,
}

/// How one validation stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedStatusLine)]
pub struct StatusLine {
    /// The validation.
    pub id: crate::ids::ValidationId,
    /// How it stood.
    pub standing: Standing,
}
