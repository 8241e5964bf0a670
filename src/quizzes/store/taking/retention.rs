//! How long attempts are kept, and their erasure.

use chrono::{Months, NaiveDate};

use crate::ids::{EnrolmentId, FileId, OrganisationId, QuizAttemptId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::Retention;

/// For how many years from the end of the session: as what supports a certificate.
const fn years(rule: Retention) -> u32 {
    match rule {
        Retention::Standard => 6,
        Retention::Cofunded => 10,
    }
}

/// The last day on which attempts of a session that ended then are kept.
pub fn kept_until(rule: Retention, ends_on: NaiveDate) -> NaiveDate {
    ends_on.checked_add_months(Months::new(12 * years(rule))).unwrap_or(NaiveDate::MAX)
}

/// One session whose attempts are kept too long and that nothing holds back, locked; none when there is none.
pub async fn take_due(
    tx: &mut Tx<'_>,
    today: NaiveDate,
) -> sqlx::Result<Option<(OrganisationId, TrainingSessionId)>> {
    let ended_before =
        |rule| today.checked_sub_months(Months::new(12 * years(rule))).unwrap_or(NaiveDate::MIN);
    let row = sqlx::query!(
        r#"SELECT t.id AS "session: TrainingSessionId", t.organisation_id AS "organisation: OrganisationId"
           FROM training_session t
           WHERE t.ends_on < CASE t.retention WHEN 'cofunded' THEN $1::date ELSE $2::date END
             AND EXISTS (SELECT FROM quiz_attempt a JOIN session_quiz q ON q.id = a.session_quiz_id
                         WHERE q.session_id = t.id)
             AND NOT EXISTS (SELECT FROM session_attendance_setting s
                             WHERE s.session_id = t.id AND s.legal_hold IS NOT NULL)
           ORDER BY t.ends_on, t.id LIMIT 1 FOR NO KEY UPDATE OF t SKIP LOCKED"#,
        ended_before(Retention::Cofunded),
        ended_before(Retention::Standard),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.organisation, row.session)))
}

/// The attempts of a session, or of one enrolment of it.
pub async fn attempts(
    tx: &mut Tx<'_>,
    session: Option<TrainingSessionId>,
    enrolment: Option<EnrolmentId>,
) -> sqlx::Result<Vec<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT a.id AS "id: QuizAttemptId"
           FROM quiz_attempt a JOIN session_quiz q ON q.id = a.session_quiz_id
           WHERE ($1::uuid IS NULL OR q.session_id = $1) AND ($2::uuid IS NULL OR a.enrolment_id = $2)
             AND ($1::uuid IS NOT NULL OR $2::uuid IS NOT NULL)
           ORDER BY a.id"#,
        session.map(|id| id.0),
        enrolment.map(|id| id.0),
    )
    .fetch_all(&mut **tx)
    .await
}

/// Deletes attempts with everything that hangs on them; the files that nothing refers to any more.
pub async fn delete(tx: &mut Tx<'_>, attempts: &[QuizAttemptId]) -> sqlx::Result<Vec<FileId>> {
    let ids: Vec<_> = attempts.iter().map(|id| id.0).collect();
    let files = sqlx::query_scalar!(
        r#"SELECT file_id AS "file: FileId" FROM quiz_answer_file WHERE attempt_id = ANY($1)"#,
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM quiz_attempt WHERE id = ANY($1)", &ids).execute(&mut **tx).await?;
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_are_kept_six_years_and_ten_when_cofunded() {
        let end: NaiveDate = "2028-02-29".parse().unwrap();
        assert_eq!(kept_until(Retention::Standard, end).to_string(), "2034-02-28");
        assert_eq!(kept_until(Retention::Cofunded, end).to_string(), "2038-02-28");
    }
}
