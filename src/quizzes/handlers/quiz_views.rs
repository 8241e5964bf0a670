//! Quizzes as the API shows them to those who write them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::ids::{QuestionId, QuizId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::question;
use crate::quizzes::model::question::Points;
use crate::quizzes::model::quiz::{Content, Item, Kind, Pins, Settings, Status};
use crate::quizzes::store::contents::{self, Named};
use crate::quizzes::store::quizzes::{self, Filter, Row};

/// A quiz in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizSummary {
    id: QuizId,
    kind: Kind,
    title: String,
    status: Status,
    /// To be sent back as `If-Match`.
    version: i32,
    /// Number of its newest published revision; 0 before the first.
    revision: i32,
    /// Whether something was written since it was last published.
    has_draft: bool,
    updated_at: DateTime<Utc>,
    /// Who wrote it last; null once the account is gone.
    updated_by: Option<String>,
    /// How many questions it asks.
    questions: i64,
    /// How many sessions take it; none of a company's.
    sessions: i64,
    /// How many people it was sent to, of those still known; none of an organisation's.
    invitations: i64,
}

impl From<Row> for QuizSummary {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            title: row.title,
            status: row.status,
            version: row.version,
            revision: row.revision,
            has_draft: row.has_draft,
            updated_at: row.updated_at,
            updated_by: row.updated_by,
            questions: row.questions,
            sessions: row.sessions,
            invitations: row.invitations,
        }
    }
}

/// A quiz with what it says: what is being written, otherwise its newest revision.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizView {
    #[serde(flatten)]
    summary: QuizSummary,
    content: QuizContent,
    /// How many of its fixed questions have a newer version than the one its newest revision asks.
    outdated_questions: usize,
}

/// What a quiz says.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizContent {
    title: String,
    description: String,
    instructions: String,
    settings: Settings,
    sections: Vec<SectionView>,
    /// What an attempt is worth at most, by the newest versions of its questions.
    points: Points,
    /// Whether somebody grades one of the questions it names.
    is_graded_by_hand: bool,
}

/// A part of a quiz.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuizSection)]
pub struct SectionView {
    title: String,
    instructions: String,
    items: Vec<ItemView>,
}

/// A question, or some that are drawn: one of both.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuizItem)]
pub struct ItemView {
    /// The question; null of a draw.
    question_id: Option<QuestionId>,
    /// What it is today; null of a draw.
    question: Option<QuizQuestion>,
    /// What is drawn; null of a question.
    draw: Option<QuizDraw>,
    /// What it is worth here, or each of those drawn; null: what the question says.
    points: Option<Points>,
}

/// A question that a quiz names.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct QuizQuestion {
    kind: question::Kind,
    /// The beginning of what it asks.
    title: String,
    /// Number of its newest version.
    number: i32,
    /// What it is worth by itself.
    points: f64,
    archived: bool,
}

/// What is drawn.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizDraw {
    count: u8,
    /// Tags that all of them bear.
    tags: Vec<String>,
}

impl QuizView {
    /// What the next change must name.
    pub fn version(&self) -> i32 {
        self.summary.version
    }
}

/// Shows a quiz as this transaction sees it.
pub async fn view(tx: &mut Tx<'_>, owner: Owner, id: QuizId) -> Result<QuizView> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    let row = quizzes::list(&mut **tx, owner, filter, 1).await?.pop().ok_or_else(Error::not_found)?;
    let published = contents::read(tx, id, row.revision).await?;
    let asked = published.as_ref().map(fixed).unwrap_or_default();
    let written = if row.has_draft { contents::read(tx, id, row.revision + 1).await? } else { published };
    let (content, _) = written.ok_or_else(Error::not_found)?;
    let ids: Vec<QuestionId> = content.questions().chain(asked.iter().map(|(id, _)| *id)).collect();
    let named: HashMap<QuestionId, Named> =
        contents::named(&mut **tx, &ids).await?.into_iter().map(|one| (one.id, one)).collect();
    let is_outdated =
        |(id, number): &&(QuestionId, i32)| named.get(id).is_some_and(|one| one.number > *number);
    let outdated_questions = asked.iter().filter(is_outdated).count();
    Ok(QuizView { content: show(content, &named), summary: row.into(), outdated_questions })
}

/// The versions that a published revision asks of the questions it names.
fn fixed((content, pins): &(Content, Vec<Pins>)) -> Pins {
    let items = content.items().zip(pins);
    let named = items.filter(|((_, _, item), _)| matches!(item, Item::Question { .. }));
    named.flat_map(|(_, pins)| pins).copied().collect()
}

fn show(content: Content, named: &HashMap<QuestionId, Named>) -> QuizContent {
    let (mut hundredths, mut is_graded_by_hand) = (0_i32, false);
    let mut sections = Vec::with_capacity(content.sections.len());
    for section in content.sections {
        let mut items = Vec::with_capacity(section.items.len());
        for item in section.items {
            let shown = show_item(item, named);
            hundredths = hundredths.saturating_add(worth(&shown));
            let kind = shown.question.as_ref().map(|question| question.kind);
            is_graded_by_hand |= kind.is_some_and(question::Kind::is_graded_by_hand);
            items.push(shown);
        }
        sections.push(SectionView { title: section.title, instructions: section.instructions, items });
    }
    QuizContent {
        title: content.title,
        description: content.description,
        instructions: content.instructions,
        settings: content.settings,
        sections,
        points: Points::of_hundredths(hundredths),
        is_graded_by_hand,
    }
}

fn show_item(item: Item, named: &HashMap<QuestionId, Named>) -> ItemView {
    match item {
        Item::Question { question, points } => ItemView {
            question_id: Some(question),
            question: named.get(&question).map(|one| QuizQuestion {
                kind: one.kind,
                title: one.title.clone(),
                number: one.number,
                points: one.points,
                archived: one.is_archived,
            }),
            draw: None,
            points,
        },
        Item::Draw { count, tags, points } => ItemView {
            question_id: None,
            question: None,
            draw: Some(QuizDraw { count, tags }),
            points: Some(points),
        },
    }
}

/// Hundredths of a point that an item is worth at most.
fn worth(item: &ItemView) -> i32 {
    let own = item.question.as_ref().map_or(0, |question| (question.points * 100.0).round() as i32);
    let each = item.points.map_or(own, Points::hundredths);
    each.saturating_mul(item.draw.as_ref().map_or(1, |draw| i32::from(draw.count)))
}
