//! A question: what it asks, what is expected, and how that is scored. These types are what a version stores.

pub mod answer;
pub mod draft;
pub mod points;
#[cfg(test)]
pub mod samples;
pub mod statement;
pub mod text;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use self::points::Points;
pub use self::text::Normalisation;
use crate::ids::{ChoiceId, FileId};

/// What a version of a question says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Question {
    /// What is asked, in order.
    pub statement: Vec<Block>,
    /// What it is worth, unless a quiz says otherwise.
    pub points: Points,
    /// What is expected of the answer.
    pub answer: Expected,
    /// What people read afterwards: why the right answer is right; may be empty.
    pub explanation: String,
}

/// A part of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[schema(as = QuestionBlock)]
pub enum Block {
    /// Text. A blank line separates paragraphs.
    Text {
        /// The text.
        text: String,
    },
    /// An image of the question.
    Image {
        /// The file.
        file_id: FileId,
        /// What it shows, for those who do not see it.
        alt: String,
    },
    /// A piece of a program.
    Code {
        /// Its language, such as `python`; empty when it has none.
        language: String,
        /// Its text.
        text: String,
    },
    /// A formula on lines of its own.
    Formula {
        /// TeX, as it is typed between the dollars.
        tex: String,
    },
}

/// What kind of answer a question expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = QuestionKind)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// One of several choices.
    Single,
    /// Any number of several choices.
    Multiple,
    /// True or false.
    TrueFalse,
    /// A few words.
    ShortText,
    /// A number.
    Number,
    /// A text that somebody reads.
    LongText,
    /// Files that somebody looks at.
    File,
}

/// What is expected of the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = ExpectedAnswer)]
pub enum Expected {
    /// Exactly one choice.
    Single {
        /// The choices, 2 to 20; exactly one is right.
        choices: Vec<Choice>,
    },
    /// Any number of choices.
    Multiple {
        /// The choices, 2 to 20; at least one is right.
        choices: Vec<Choice>,
        /// What a partly right answer is worth. People are shown it.
        partial_credit: PartialCredit,
    },
    /// True or false.
    TrueFalse {
        /// Whether it is true.
        is_true: bool,
        /// What whoever answered « vrai » reads afterwards; may be empty.
        feedback_true: String,
        /// What whoever answered « faux » reads afterwards; may be empty.
        feedback_false: String,
    },
    /// A few words, compared with those that are accepted.
    ShortText {
        /// What is accepted, 1 to 20, the best first.
        accepted: Vec<Accepted>,
        /// What is overlooked when they are compared.
        ignores: Normalisation,
    },
    /// A number, right when it is no further from the expected one than the tolerance.
    Number {
        /// The expected number.
        value: f64,
        /// How far from it is still right, on either side; 0: exactly.
        tolerance: f64,
        /// Its unit, shown behind the field; may be empty. It is not part of the answer.
        unit: String,
    },
    /// A text that somebody grades.
    LongText {
        /// Most characters of the answer.
        max_characters: u32,
        /// What it is graded by; may be empty. The criteria's points add up to the question's.
        rubric: Vec<Criterion>,
    },
    /// Files that somebody grades.
    File {
        /// What is accepted.
        kinds: Vec<FileKind>,
        /// Largest size of each file, in bytes.
        max_bytes: u64,
        /// Most files of the answer.
        max_files: u8,
        /// What it is graded by; may be empty. The criteria's points add up to the question's.
        rubric: Vec<Criterion>,
    },
}

/// A choice of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuestionChoice)]
pub struct Choice {
    /// Stays the same from version to version.
    pub id: ChoiceId,
    /// What it says.
    pub text: String,
    /// Whether it is right.
    pub is_right: bool,
    /// With the rule `weighted`, what ticking it brings: hundredths of a percent of the points, -10000 to 10000. Those of the
    /// right choices add up to 10000, give or take 10 for thirds. Otherwise null.
    pub weight: Option<i32>,
    /// What whoever chose it reads afterwards; may be empty.
    pub feedback: String,
}

/// What a partly right answer to a multiple choice is worth. Never less than nothing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartialCredit {
    /// Nothing, unless every right choice is ticked and no other.
    AllOrNothing,
    /// Each choice that is rightly ticked or rightly left counts the same part of the points. Ticking nothing brings nothing.
    PerChoice,
    /// Right choices ticked less wrong ones ticked, over all the right ones; never below 0.
    RightMinusWrong,
    /// The sum of the weights of what is ticked, never below 0 nor above all the points.
    Weighted,
}

/// An answer in a few words that is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AcceptedAnswer)]
pub struct Accepted {
    /// The words.
    pub text: String,
    /// Which part of the points it brings, 1 to 100. At least one answer brings all of them.
    pub percent: u8,
    /// What whoever answered so reads afterwards; may be empty.
    pub feedback: String,
}

/// What an answer is graded by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RubricCriterion)]
pub struct Criterion {
    /// What is looked at.
    pub title: String,
    /// What is expected; may be empty.
    pub description: String,
    /// What it is worth at most.
    pub points: Points,
}

/// A kind of file that an answer may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = AnswerFileKind)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// PNG or JPEG.
    Image,
    /// MP4 or `WebM`.
    Video,
    /// Word or `LibreOffice` text.
    Document,
    /// Excel or `LibreOffice` table.
    Spreadsheet,
    /// `PowerPoint` or `LibreOffice` slides.
    Slides,
}

impl Kind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::TrueFalse => "true_false",
            Self::ShortText => "short_text",
            Self::Number => "number",
            Self::LongText => "long_text",
            Self::File => "file",
        }
    }

    /// Whether a person scores the answer.
    pub const fn is_graded_by_hand(self) -> bool {
        matches!(self, Self::LongText | Self::File)
    }
}

impl Expected {
    /// The kind of answer.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Single { .. } => Kind::Single,
            Self::Multiple { .. } => Kind::Multiple,
            Self::TrueFalse { .. } => Kind::TrueFalse,
            Self::ShortText { .. } => Kind::ShortText,
            Self::Number { .. } => Kind::Number,
            Self::LongText { .. } => Kind::LongText,
            Self::File { .. } => Kind::File,
        }
    }

    /// Its choices; none when it has none.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Single { choices } | Self::Multiple { choices, .. } => choices,
            _ => &[],
        }
    }
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Pdf, Self::Image, Self::Video, Self::Document, Self::Spreadsheet, Self::Slides];

    /// The files it stands for.
    pub const fn kinds(self) -> &'static [crate::files::Kind] {
        use crate::files::Kind;
        match self {
            Self::Pdf => &[Kind::Pdf],
            Self::Image => &[Kind::Png, Kind::Jpeg],
            Self::Video => &[Kind::Mp4, Kind::Webm],
            Self::Document => &[Kind::Docx, Kind::Odt],
            Self::Spreadsheet => &[Kind::Xlsx, Kind::Ods],
            Self::Slides => &[Kind::Pptx, Kind::Odp],
        }
    }
}

impl Question {
    /// The kind of answer it expects.
    pub const fn kind(&self) -> Kind {
        self.answer.kind()
    }

    /// The files of its images.
    pub fn images(&self) -> impl Iterator<Item = FileId> {
        self.statement.iter().filter_map(|block| match block {
            Block::Image { file_id, .. } => Some(*file_id),
            _ => None,
        })
    }
}
