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
    /// The CV of a person, which they share with whom they want.
    Cv,
    /// What a person shows for an experience, or what an entry of their passport rests on.
    PassportProof,
    /// An export of a passport, written by the server and kept for a day. Nobody sends one.
    PassportExport,
    /// Everything held about a person, put together for them by the server and kept for a day. Nobody sends one.
    DataExport,
    /// An image in what a question asks.
    QuestionImage,
    /// What somebody answers a question with.
    QuizAnswer,
    /// What goes with a message of a room.
    RoomFile,
    /// What goes with an offer of a company.
    OfferDocument,
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
    pub const ALL: [Self; 9] = [
        Self::SessionResource,
        Self::AbsenceProof,
        Self::PaperSheet,
        Self::Cv,
        Self::PassportProof,
        Self::QuestionImage,
        Self::QuizAnswer,
        Self::RoomFile,
        Self::OfferDocument,
    ];

    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SessionResource => "session_resource",
            Self::AbsenceProof => "absence_proof",
            Self::PaperSheet => "paper_sheet",
            Self::Cv => "cv",
            Self::PassportProof => "passport_proof",
            Self::PassportExport => "passport_export",
            Self::DataExport => "data_export",
            Self::QuestionImage => "question_image",
            Self::QuizAnswer => "quiz_answer",
            Self::RoomFile => "room_file",
            Self::OfferDocument => "offer_document",
        }
    }

    /// The kinds it takes. Questions show images. Proofs come from people nobody here knows, and are opened by others: only what a scanner or a
    /// phone makes. Resources come from staff, in the formats courses are written in.
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            // A question that takes files says which of these it takes.
            Self::SessionResource | Self::QuizAnswer => &Kind::ALL,
            // Documents and pictures: what is at most 10 MiB.
            Self::RoomFile => &[
                Kind::Pdf,
                Kind::Png,
                Kind::Jpeg,
                Kind::Docx,
                Kind::Xlsx,
                Kind::Pptx,
                Kind::Odt,
                Kind::Ods,
                Kind::Odp,
            ],
            Self::Cv | Self::OfferDocument => &[Kind::Pdf],
            Self::AbsenceProof | Self::PaperSheet | Self::PassportProof => {
                &[Kind::Pdf, Kind::Png, Kind::Jpeg]
            }
            Self::PassportExport | Self::DataExport => &[],
            Self::QuestionImage => &[Kind::Png, Kind::Jpeg],
        }
    }

    /// Whether browsers may keep it: what is about somebody, never.
    pub const fn caching(self) -> Caching {
        match self {
            Self::SessionResource | Self::QuestionImage => Caching::Revalidated,
            Self::AbsenceProof
            | Self::PaperSheet
            | Self::Cv
            | Self::PassportProof
            | Self::QuizAnswer
            | Self::RoomFile
            | Self::OfferDocument
            | Self::PassportExport
            | Self::DataExport => Caching::Forbidden,
        }
    }
}
