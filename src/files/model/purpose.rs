//! What files are claimed for, and what each purpose takes.

use serde::Serialize;
use utoipa::ToSchema;

use super::kind::Kind;

/// What a feature keeps a file for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Purpose {
    /// What a training organisation gives to those who follow a session.
    SessionResource,
    /// Why somebody was absent.
    AbsenceProof,
    /// A sheet that was signed on paper.
    PaperSheet,
    /// What a person shows for an experience, or what an entry of their passport rests on.
    PassportProof,
    /// An export of a passport, written by the server and kept for a day. Nobody sends one.
    PassportExport,
    /// An image in what a question asks.
    QuestionImage,
    /// What somebody answers a question with.
    QuizAnswer,
}

/// Whether what is downloaded may stay in a browser's cache, to be asked about each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// It may, in the cache of that one browser.
    Revalidated,
    /// It may not be kept anywhere.
    Forbidden,
}

impl Purpose {
    /// Every purpose people send files for.
    pub const ALL: [Self; 6] = [
        Self::SessionResource,
        Self::AbsenceProof,
        Self::PaperSheet,
        Self::PassportProof,
        Self::QuestionImage,
        Self::QuizAnswer,
    ];

    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SessionResource => "session_resource",
            Self::AbsenceProof => "absence_proof",
            Self::PaperSheet => "paper_sheet",
            Self::PassportProof => "passport_proof",
            Self::PassportExport => "passport_export",
            Self::QuestionImage => "question_image",
            Self::QuizAnswer => "quiz_answer",
        }
    }

    /// The kinds it takes. Questions show images. Proofs come from people nobody here knows, and are opened by others: only what a scanner or a
    /// phone makes. Resources come from staff, in the formats courses are written in.
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            // A question that takes files says which of these it takes.
            Self::SessionResource | Self::QuizAnswer => &Kind::ALL,
            Self::AbsenceProof | Self::PaperSheet | Self::PassportProof => {
                &[Kind::Pdf, Kind::Png, Kind::Jpeg]
            }
            Self::PassportExport => &[],
            Self::QuestionImage => &[Kind::Png, Kind::Jpeg],
        }
    }

    /// Whether browsers may keep it: what is about somebody, never.
    pub const fn caching(self) -> Caching {
        match self {
            Self::SessionResource | Self::QuestionImage => Caching::Revalidated,
            Self::AbsenceProof
            | Self::PaperSheet
            | Self::PassportProof
            | Self::QuizAnswer
            | Self::PassportExport => Caching::Forbidden,
        }
    }
}
