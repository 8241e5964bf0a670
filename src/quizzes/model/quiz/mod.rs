//! A quiz or an assignment: what one revision of it says.

pub mod check;
pub mod draft;
pub mod status;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::question::{Points, Question};
use crate::ids::{QuestionId, QuizId};

pub use status::{Move, Status};

/// Most questions that somebody is asked.
pub const MOST_QUESTIONS: usize = 100;

/// What a quiz is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = QuizKind)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// Questions that are answered in one go.
    Quiz,
    /// A work that is handed in.
    Assignment,
}

/// Which of several attempts counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = QuizGrading)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Grading {
    /// The best one.
    Highest,
    /// The last one.
    Last,
    /// The first one.
    First,
    /// The mean of all.
    Average,
}

/// When people see what was right, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = QuizFeedback)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Feedback {
    /// As soon as an attempt is over.
    AfterAttempt,
    /// Once the quiz is closed for everybody.
    AfterClose,
    /// Once the results are published.
    AfterPublication,
    /// Never: people see their result alone.
    Never,
}

/// How a quiz is taken and graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = QuizSettings)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box that whoever writes the quiz ticks by itself"
)]
pub struct Settings {
    /// Whether each attempt asks the questions of each section in another order.
    pub shuffles_questions: bool,
    /// Whether each attempt shows choices in another order.
    pub shuffles_choices: bool,
    /// How long an attempt may last, in minutes; null: until the quiz closes.
    pub minutes: Option<i16>,
    /// How many attempts each person has.
    pub attempts: i16,
    /// Which of several attempts counts.
    pub grading: Grading,
    /// From which percentage of the points it is passed; null: nothing is passed or failed.
    pub pass_percent: Option<i16>,
    /// Which percentage of its points a wrong answer to `single` or `true_false` costs; 0: none. A quiz is never below 0.
    pub negative_percent: i16,
    /// When people see what was right, and why.
    pub feedback: Feedback,
    /// Whether whoever grades sees who wrote only once everything of the attempt is graded.
    pub hides_names: bool,
    /// Whether changes of tab and pastes are counted; left out where they are not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub integrity_signals: bool,
}

/// Everything a quiz says. Its items name questions, whatever their version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its title.
    pub title: String,
    /// What it is about; may be empty.
    pub description: String,
    /// What people read before they start; may be empty.
    pub instructions: String,
    /// How it is taken and graded.
    pub settings: Settings,
    /// Its parts, in order.
    pub sections: Vec<Section>,
}

/// A part of a quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its title; may be empty.
    pub title: String,
    /// What people read above it; may be empty.
    pub instructions: String,
    /// What it asks, in order.
    pub items: Vec<Item>,
}

/// What a quiz asks at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// This question.
    Question {
        /// The question.
        question: QuestionId,
        /// What it is worth here; none: what it says itself.
        points: Option<Points>,
    },
    /// Some questions, drawn anew for each attempt.
    Draw {
        /// How many.
        count: u8,
        /// Tags that all of them bear.
        tags: Vec<String>,
        /// What each one is worth.
        points: Points,
    },
}

/// The versions that publication pins at one item: one, or those to draw among.
pub type Pins = Vec<(QuestionId, i32)>;

/// A version of a question, as a revision pins it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PinnedQuestion {
    /// The question.
    pub question_id: QuestionId,
    /// Number of the version.
    pub number: i32,
    /// What it says.
    pub content: Question,
}

/// What a published revision asks at one place.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PinnedItem {
    /// Its place in the whole quiz, counted from 0.
    pub position: i16,
    /// What each question asked here is worth.
    pub points: Points,
    /// How many of `questions` an attempt asks: one of one, or fewer than there are.
    pub count: u8,
    /// Whether `count` of them are drawn.
    pub is_draw: bool,
    /// The versions that are asked, or drawn among.
    pub questions: Vec<PinnedQuestion>,
}

/// A part of a published revision.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PinnedSection {
    /// Its title; may be empty.
    pub title: String,
    /// What people read above it; may be empty.
    pub instructions: String,
    /// What it asks, in order.
    pub items: Vec<PinnedItem>,
}

/// A published revision of a quiz, with the versions of the questions it asks. It never changes.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = QuizRevision)]
pub struct Revision {
    /// The quiz.
    pub quiz_id: QuizId,
    /// Its number.
    pub number: i32,
    /// What the quiz is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What it is about; may be empty.
    pub description: String,
    /// What people read before they start; may be empty.
    pub instructions: String,
    /// How it is taken and graded.
    pub settings: Settings,
    /// Its parts, in order.
    pub sections: Vec<PinnedSection>,
    /// What an attempt is worth at most.
    pub points: Points,
    /// How many questions an attempt asks.
    pub questions: u32,
}

impl Kind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quiz => "quiz",
            Self::Assignment => "assignment",
        }
    }
}

impl Grading {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Highest => "highest",
            Self::Last => "last",
            Self::First => "first",
            Self::Average => "average",
        }
    }
}

impl Feedback {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AfterAttempt => "after_attempt",
            Self::AfterClose => "after_close",
            Self::AfterPublication => "after_publication",
            Self::Never => "never",
        }
    }
}

impl Item {
    /// How many questions it asks.
    pub const fn count(&self) -> usize {
        match self {
            Self::Question { .. } => 1,
            Self::Draw { count, .. } => *count as usize,
        }
    }
}

impl Content {
    /// Its items, each with its section and its place in it, both counted from 0.
    pub fn items(&self) -> impl Iterator<Item = (usize, usize, &Item)> {
        let numbered = self.sections.iter().enumerate();
        numbered.flat_map(|(section, one)| {
            one.items.iter().enumerate().map(move |(place, item)| (section, place, item))
        })
    }

    /// The questions it names.
    pub fn questions(&self) -> impl Iterator<Item = QuestionId> {
        self.items().filter_map(|(_, _, item)| match item {
            Item::Question { question, .. } => Some(*question),
            Item::Draw { .. } => None,
        })
    }

    /// How many questions somebody is asked.
    pub fn count(&self) -> usize {
        self.items().map(|(_, _, item)| item.count()).sum()
    }
}

impl PinnedItem {
    /// What it is worth at most.
    pub fn total(&self) -> Points {
        Points::of_hundredths(self.points.hundredths().saturating_mul(i32::from(self.count)))
    }
}
