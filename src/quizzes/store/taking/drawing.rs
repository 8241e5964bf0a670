//! What a revision of a quiz asks, for those who begin.

use std::collections::HashMap;

use sqlx::PgConnection;

use crate::ids::{QuestionId, QuizId};
use crate::quizzes::model::question::Points;
use crate::quizzes::model::taking::draw::{Asks, Item, Version};

/// The items of a published revision, in order.
pub async fn items(db: &mut PgConnection, quiz: QuizId, revision: i32) -> sqlx::Result<Vec<Item>> {
    let rows = sqlx::query!(
        r#"SELECT position, section, question_id AS "question: QuestionId", question_number, points, draw_count
           FROM quiz_revision_item WHERE quiz_id = $1 AND revision = $2 ORDER BY section, position"#,
        quiz.0,
        revision,
    )
    .fetch_all(&mut *db)
    .await?;
    let mut pools = pools(db, quiz, revision).await?;
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let asks = match row.question.zip(row.question_number) {
            Some(version) => Asks::One(version),
            None => Asks::Some {
                count: usize::try_from(row.draw_count.unwrap_or_default()).unwrap_or_default(),
                pool: pools.remove(&row.position).unwrap_or_default(),
            },
        };
        items.push(Item { section: row.section, points: row.points.map(Points::of_hundredths), asks });
    }
    Ok(items)
}

async fn pools(
    db: &mut PgConnection,
    quiz: QuizId,
    revision: i32,
) -> sqlx::Result<HashMap<i16, Vec<Version>>> {
    let rows = sqlx::query!(
        r#"SELECT item, question_id AS "question: QuestionId", question_number FROM quiz_revision_pool
           WHERE quiz_id = $1 AND revision = $2 ORDER BY item, question_id"#,
        quiz.0,
        revision,
    )
    .fetch_all(db)
    .await?;
    let mut pools: HashMap<i16, Vec<Version>> = HashMap::new();
    for row in rows {
        pools.entry(row.item).or_default().push((row.question, row.question_number));
    }
    Ok(pools)
}

/// The parts of a revision: title and instructions, in order.
pub async fn sections(
    db: &mut PgConnection,
    quiz: QuizId,
    revision: i32,
) -> sqlx::Result<Vec<(i16, String, String)>> {
    let rows = sqlx::query!(
        "SELECT position, title, instructions FROM quiz_revision_section
         WHERE quiz_id = $1 AND revision = $2 ORDER BY position",
        quiz.0,
        revision,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.position, row.title, row.instructions)).collect())
}
