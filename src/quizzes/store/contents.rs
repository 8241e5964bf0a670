//! What a revision of a quiz says, to and from its tables.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::versions;
use crate::ids::{PersonId, QuestionId, QuizId};
use crate::platform::db::Tx;
use crate::quizzes::model::question::Points;
use crate::quizzes::model::quiz::{
    Content, Feedback, Grading, Item, Kind, PinnedItem, PinnedQuestion, PinnedSection, Pins, Revision,
    Section, Settings,
};

/// A revision, without what it says.
pub struct Summary {
    /// Its number.
    pub number: i32,
    /// Its title.
    pub title: String,
    /// When it was last written.
    pub written_at: DateTime<Utc>,
    /// When it was published; nothing while it is being written.
    pub published_at: Option<DateTime<Utc>>,
    /// Who published it: first and last name; nobody once the account is gone.
    pub published_by: Option<String>,
}

/// The revisions of a quiz, newest first.
pub async fn list(db: impl PgExecutor<'_>, quiz: QuizId) -> sqlx::Result<Vec<Summary>> {
    sqlx::query_as!(
        Summary,
        "SELECT r.number, r.title, r.written_at, r.published_at, p.first_name || ' ' || p.last_name AS published_by
         FROM quiz_revision r LEFT JOIN person p ON p.id = r.published_by
         WHERE r.quiz_id = $1 ORDER BY r.number DESC",
        quiz.0,
    )
    .fetch_all(db)
    .await
}

/// Writes what a revision says, in place of what it said; the revision comes into being if need be. `pins` are the versions
/// of each item, in order, where it is about to be published.
pub async fn write(
    tx: &mut Tx<'_>,
    (quiz, number): (QuizId, i32),
    content: &Content,
    pins: Option<&[Pins]>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    // The sections and items hang on the revision: all go and come with it.
    sqlx::query!("DELETE FROM quiz_revision WHERE quiz_id = $1 AND number = $2", quiz.0, number)
        .execute(&mut **tx)
        .await?;
    let settings = &content.settings;
    sqlx::query!(
        "INSERT INTO quiz_revision (quiz_id, number, title, description, instructions, shuffles_questions,
             shuffles_choices, minutes, attempts, grading, pass_percent, negative_percent, feedback, hides_names,
             integrity_signals, written_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        quiz.0,
        number,
        content.title,
        content.description,
        content.instructions,
        settings.shuffles_questions,
        settings.shuffles_choices,
        settings.minutes,
        settings.attempts,
        settings.grading.as_str(),
        settings.pass_percent,
        settings.negative_percent,
        settings.feedback.as_str(),
        settings.hides_names,
        settings.integrity_signals,
        now,
    )
    .execute(&mut **tx)
    .await?;
    for (position, section) in (0_i16..).zip(&content.sections) {
        sqlx::query!(
            "INSERT INTO quiz_revision_section (quiz_id, revision, position, title, instructions)
             VALUES ($1, $2, $3, $4, $5)",
            quiz.0,
            number,
            position,
            section.title,
            section.instructions,
        )
        .execute(&mut **tx)
        .await?;
    }
    for (at, (section, _, item)) in content.items().enumerate() {
        let pins = pins.and_then(|pins| pins.get(at));
        write_item(tx, (quiz, number, at as i16), section as i16, item, pins).await?;
    }
    Ok(())
}

async fn write_item(
    tx: &mut Tx<'_>,
    (quiz, number, position): (QuizId, i32, i16),
    section: i16,
    item: &Item,
    pins: Option<&Pins>,
) -> sqlx::Result<()> {
    match item {
        Item::Question { question, points } => {
            let pinned = pins.and_then(|pins| pins.first()).map(|(_, number)| *number);
            sqlx::query!(
                "INSERT INTO quiz_revision_item (quiz_id, revision, position, section, question_id, question_number, points)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                quiz.0,
                number,
                position,
                section,
                question.0,
                pinned,
                points.map(Points::hundredths),
            )
            .execute(&mut **tx)
            .await?;
        }
        Item::Draw { count, tags, points } => {
            sqlx::query!(
                "INSERT INTO quiz_revision_item (quiz_id, revision, position, section, points, draw_count, draw_tags)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                quiz.0,
                number,
                position,
                section,
                points.hundredths(),
                i16::from(*count),
                tags,
            )
            .execute(&mut **tx)
            .await?;
            let pins = pins.map(Vec::as_slice).unwrap_or_default();
            sqlx::query!(
                "INSERT INTO quiz_revision_pool (quiz_id, revision, item, question_id, question_number)
                 SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::integer[])",
                quiz.0,
                number,
                position,
                &pins.iter().map(|(id, _)| id.0).collect::<Vec<_>>(),
                &pins.iter().map(|(_, number)| *number).collect::<Vec<_>>(),
            )
            .execute(&mut **tx)
            .await?;
        }
    }
    Ok(())
}

/// Publishes the revision that is being written.
pub async fn publish(
    tx: &mut Tx<'_>,
    (quiz, number): (QuizId, i32),
    (by, now): (PersonId, DateTime<Utc>),
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_revision SET published_at = $3, published_by = $4 WHERE quiz_id = $1 AND number = $2",
        quiz.0,
        number,
        now,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Discards the revision that is being written; false when there is none.
pub async fn discard(tx: &mut Tx<'_>, quiz: QuizId) -> sqlx::Result<bool> {
    let done = sqlx::query!("DELETE FROM quiz_revision WHERE quiz_id = $1 AND published_at IS NULL", quiz.0)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// What a revision says, and the versions it pins at each item, in order; nothing when there is no such revision. A draft
/// pins nothing.
pub async fn read(
    db: &mut PgConnection,
    quiz: QuizId,
    number: i32,
) -> sqlx::Result<Option<(Content, Vec<Pins>)>> {
    let row = sqlx::query!(
        r#"SELECT title, description, instructions, shuffles_questions, shuffles_choices, minutes, attempts,
                  grading AS "grading: Grading", pass_percent, negative_percent, feedback AS "feedback: Feedback",
                  hides_names, integrity_signals
           FROM quiz_revision WHERE quiz_id = $1 AND number = $2"#,
        quiz.0,
        number,
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let settings = Settings {
        shuffles_questions: row.shuffles_questions,
        shuffles_choices: row.shuffles_choices,
        minutes: row.minutes,
        attempts: row.attempts,
        grading: row.grading,
        pass_percent: row.pass_percent,
        negative_percent: row.negative_percent,
        feedback: row.feedback,
        hides_names: row.hides_names,
        integrity_signals: row.integrity_signals,
    };
    let mut sections: Vec<Section> = sqlx::query!(
        "SELECT title, instructions FROM quiz_revision_section WHERE quiz_id = $1 AND revision = $2 ORDER BY position",
        quiz.0,
        number,
    )
    .map(|row| Section { title: row.title, instructions: row.instructions, items: Vec::new() })
    .fetch_all(&mut *db)
    .await?;
    let pins = read_items(db, (quiz, number), &mut sections).await?;
    let (title, description, instructions) = (row.title, row.description, row.instructions);
    Ok(Some((Content { title, description, instructions, settings, sections }, pins)))
}

/// Reads the items into their sections, and gives what each pins.
async fn read_items(
    db: &mut PgConnection,
    (quiz, number): (QuizId, i32),
    sections: &mut [Section],
) -> sqlx::Result<Vec<Pins>> {
    let mut pools: HashMap<i16, Pins> = HashMap::new();
    let pool = sqlx::query!(
        r#"SELECT p.item, p.question_id AS "question: QuestionId", p.question_number
           FROM quiz_revision_pool p JOIN question q ON q.id = p.question_id
           WHERE p.quiz_id = $1 AND p.revision = $2 ORDER BY p.item, q.created_at, q.id"#,
        quiz.0,
        number,
    )
    .fetch_all(&mut *db)
    .await?;
    for row in pool {
        pools.entry(row.item).or_default().push((row.question, row.question_number));
    }
    let rows = sqlx::query!(
        r#"SELECT position, section, question_id AS "question: QuestionId", question_number, points, draw_count, draw_tags
           FROM quiz_revision_item WHERE quiz_id = $1 AND revision = $2 ORDER BY position"#,
        quiz.0,
        number,
    )
    .fetch_all(db)
    .await?;
    let mut pins = Vec::with_capacity(rows.len());
    for row in rows {
        let points = row.points.map(Points::of_hundredths);
        let item = if let Some(question) = row.question {
            pins.push(row.question_number.map(|number| (question, number)).into_iter().collect());
            Item::Question { question, points }
        } else {
            pins.push(pools.remove(&row.position).unwrap_or_default());
            Item::Draw {
                count: row.draw_count.and_then(|count| u8::try_from(count).ok()).unwrap_or_default(),
                tags: row.draw_tags.unwrap_or_default(),
                points: points.unwrap_or_default(),
            }
        };
        if let Some(section) = usize::try_from(row.section).ok().and_then(|at| sections.get_mut(at)) {
            section.items.push(item);
        }
    }
    Ok(pins)
}

/// A published revision with the versions of its questions, whoever owns it; none when it is not published.
pub async fn published(db: &mut PgConnection, quiz: QuizId, number: i32) -> sqlx::Result<Option<Revision>> {
    let kind = sqlx::query_scalar!(
        r#"SELECT q.kind AS "kind: Kind" FROM quiz q JOIN quiz_revision r ON r.quiz_id = q.id
           WHERE q.id = $1 AND r.number = $2 AND r.published_at IS NOT NULL"#,
        quiz.0,
        number,
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(kind) = kind else { return Ok(None) };
    let Some((content, pins)) = read(db, quiz, number).await? else { return Ok(None) };
    let wanted: Vec<_> = pins.iter().flatten().copied().collect();
    let questions = versions::contents(db, &wanted).await?;
    let mut pins = (0_i16..).zip(pins);
    let mut sections = Vec::with_capacity(content.sections.len());
    for section in content.sections {
        let mut items = Vec::with_capacity(section.items.len());
        for (item, (position, pins)) in section.items.iter().zip(pins.by_ref()) {
            let pinned = |(question_id, number): &(QuestionId, i32)| {
                let content = questions.get(&(*question_id, *number))?.question.clone();
                Some(PinnedQuestion { question_id: *question_id, number: *number, content })
            };
            let questions: Vec<_> = pins.iter().filter_map(pinned).collect();
            let own = questions.first().map(|question| question.content.points).unwrap_or_default();
            let (count, is_draw, points) = match item {
                Item::Question { points, .. } => (1, false, points.unwrap_or(own)),
                Item::Draw { count, points, .. } => (*count, true, *points),
            };
            items.push(PinnedItem { position, points, count, is_draw, questions });
        }
        sections.push(PinnedSection { title: section.title, instructions: section.instructions, items });
    }
    let items = || sections.iter().flat_map(|section| &section.items);
    let (points, asked) =
        (items().map(PinnedItem::total).sum(), items().map(|item| u32::from(item.count)).sum());
    Ok(Some(Revision {
        quiz_id: quiz,
        number,
        kind,
        title: content.title,
        description: content.description,
        instructions: content.instructions,
        settings: content.settings,
        sections,
        points,
        questions: asked,
    }))
}

/// The newest versions of the questions that a quiz names, for those who write it.
pub struct Named {
    /// The question.
    pub id: QuestionId,
    /// Its newest version.
    pub number: i32,
    /// Its kind, as it is stored.
    pub kind: crate::quizzes::model::question::Kind,
    /// The beginning of what it asks.
    pub title: String,
    /// Whether it is put away.
    pub is_archived: bool,
    /// What it is worth.
    pub points: f64,
}

/// What is known today of these questions.
pub async fn named(db: impl PgExecutor<'_>, ids: &[QuestionId]) -> sqlx::Result<Vec<Named>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Named,
        r#"SELECT q.id AS "id: QuestionId", q.number, q.kind AS "kind: _", q.title, q.is_archived,
                  (v.content ->> 'points')::double precision AS "points!"
           FROM question q JOIN question_version v ON v.question_id = q.id AND v.number = q.number
           WHERE q.id = ANY($1)"#,
        &ids,
    )
    .fetch_all(db)
    .await
}
