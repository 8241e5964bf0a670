//! The ordered course list of a session.

use std::collections::HashMap;

use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::ids::{CourseId, OrganisationId, SessionCourseId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::model::courses::CourseOfSession;
use crate::trainings::{Modality, SkillLine, SkillRef};

/// The courses of a session, in order. `skills` are those of its revision, in their order.
pub async fn list(
    db: &mut PgConnection,
    session: TrainingSessionId,
    skills: &[SkillLine],
) -> sqlx::Result<Vec<CourseOfSession>> {
    let rows = sqlx::query!(
        r#"SELECT c.id AS "id: SessionCourseId", c.course_id AS "course: CourseId", c.title, c.minutes,
                  c.modality AS "modality: Modality",
                  ARRAY(SELECT k.skill_position FROM session_course_skill k
                        WHERE k.session_course_id = c.id ORDER BY k.skill_position) AS "skills!"
           FROM session_course c WHERE c.session_id = $1 ORDER BY c.position"#,
        session.0,
    )
    .fetch_all(db)
    .await?;
    let skill = |place: &i16| skills.get(usize::try_from(*place).ok()?).map(|line| line.skill);
    Ok(rows
        .into_iter()
        .map(|row| CourseOfSession {
            id: row.id,
            course: row.course,
            title: row.title,
            minutes: row.minutes,
            modality: row.modality,
            skills: row.skills.iter().filter_map(skill).collect(),
        })
        .collect())
}

/// Writes the list in place of the one before. Courses that slots name must be among them.
pub async fn write(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    (training, revision): (crate::ids::TrainingId, i32),
    skills: &[SkillLine],
    courses: &[CourseOfSession],
) -> sqlx::Result<()> {
    let places: HashMap<SkillRef, i16> = skills.iter().map(|line| line.skill).zip(0..).collect();
    let kept: Vec<Uuid> = courses.iter().map(|course| course.id.0).collect();
    sqlx::query!("DELETE FROM session_course WHERE session_id = $1 AND NOT id = ANY($2)", session.0, &kept)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM session_course_skill WHERE session_course_id = ANY($1)", &kept)
        .execute(&mut **tx)
        .await?;
    for (position, course) in (0_i16..).zip(courses) {
        sqlx::query!(
            "INSERT INTO session_course (id, session_id, position, course_id, title, minutes, modality)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO UPDATE SET position = EXCLUDED.position",
            course.id.0,
            session.0,
            position,
            course.course.0,
            course.title,
            course.minutes,
            course.modality.as_str(),
        )
        .execute(&mut **tx)
        .await?;
        let taught: Vec<i16> = course.skills.iter().filter_map(|skill| places.get(skill).copied()).collect();
        sqlx::query!(
            "INSERT INTO session_course_skill (session_course_id, training_id, revision, skill_position)
             SELECT $1, $2, $3, * FROM unnest($4::smallint[])",
            course.id.0,
            training.0,
            revision,
            &taught,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// The courses of the list that slots name, cancelled slots included.
pub async fn with_slots(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<SessionCourseId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT session_course_id AS "id!: SessionCourseId" FROM session_slot
           WHERE session_id = $1 AND session_course_id IS NOT NULL"#,
        session.0,
    )
    .fetch_all(db)
    .await
}

/// A course of the organisation.
pub struct Known {
    /// Its id.
    pub id: CourseId,
    /// Its title.
    pub title: String,
    /// How long it takes.
    pub minutes: i32,
    /// How it is held.
    pub modality: Modality,
}

/// The organisation's courses that are in use, among these.
pub async fn known(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    ids: &[CourseId],
) -> sqlx::Result<Vec<Known>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Known,
        r#"SELECT id AS "id: CourseId", title, minutes, modality AS "modality: Modality" FROM course
           WHERE organisation_id = $1 AND id = ANY($2) AND NOT is_archived"#,
        organisation.0,
        &ids,
    )
    .fetch_all(db)
    .await
}
