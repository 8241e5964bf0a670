//! How long attendance is kept, and its deletion.

use chrono::{DateTime, Months, NaiveDate, Utc};
use sqlx::PgExecutor;

use crate::ids::{FileId, OrganisationId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::Retention;

/// What is deleted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Certificates.
    Certificates,
    /// Sheets, marks, signatures, the chain, elements of proof.
    Attendance,
}

impl Kept {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Certificates, Self::Attendance];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Certificates => "certificates",
            Self::Attendance => "attendance",
        }
    }

    /// For how many years from the end of the session: three for certificates and six for what supports them; ten for
    /// both where the session is co-funded.
    pub const fn years(self, rule: Retention) -> u32 {
        match (rule, self) {
            (Retention::Cofunded, _) => 10,
            (Retention::Standard, Self::Certificates) => 3,
            (Retention::Standard, Self::Attendance) => 6,
        }
    }

    /// The last day on which it is kept.
    pub fn until(self, rule: Retention, ends_on: NaiveDate) -> NaiveDate {
        ends_on.checked_add_months(Months::new(12 * self.years(rule))).unwrap_or(NaiveDate::MAX)
    }
}

/// Whether the time of the attendance of a session is over.
pub async fn is_over(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    today: NaiveDate,
) -> sqlx::Result<bool> {
    let row = sqlx::query!(
        r#"SELECT ends_on, retention AS "retention: Retention" FROM training_session WHERE id = $1"#,
        session.0,
    )
    .fetch_one(db)
    .await?;
    Ok(Kept::Attendance.until(row.retention, row.ends_on) < today)
}

/// One session of which something is kept too long and nothing holds it back, locked; none when there is none.
pub async fn take_due(
    tx: &mut Tx<'_>,
    kept: Kept,
    today: NaiveDate,
) -> sqlx::Result<Option<(OrganisationId, TrainingSessionId)>> {
    let years = |rule| Months::new(12 * kept.years(rule));
    let ended_before = |rule| today.checked_sub_months(years(rule)).unwrap_or(NaiveDate::MIN);
    let row = sqlx::query!(
        r#"SELECT t.id AS "session: TrainingSessionId", t.organisation_id AS "organisation: OrganisationId"
           FROM training_session t
           WHERE t.ends_on < CASE t.retention WHEN 'cofunded' THEN $2::date ELSE $3::date END
             AND t.ends_on < $3
             AND (($1 = 'certificates' AND EXISTS (SELECT FROM certificate c WHERE c.session_id = t.id))
               OR ($1 = 'attendance' AND (EXISTS (SELECT FROM attendance_sheet a WHERE a.session_id = t.id)
                                          OR EXISTS (SELECT FROM attendance_proof p WHERE p.session_id = t.id))))
             AND NOT EXISTS (SELECT FROM session_attendance_setting s
                             WHERE s.session_id = t.id AND s.legal_hold IS NOT NULL)
           ORDER BY t.ends_on, t.id LIMIT 1 FOR NO KEY UPDATE OF t SKIP LOCKED"#,
        kept.as_str(),
        ended_before(Retention::Cofunded),
        ended_before(Retention::Standard),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.organisation, row.session)))
}

/// Deletes the certificates of a session and leaves a receipt; how many.
pub async fn purge_certificates(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    now: DateTime<Utc>,
) -> sqlx::Result<i32> {
    sqlx::query!("SELECT set_config('carnet.purge', 'attendance', true)").fetch_one(&mut **tx).await?;
    let done =
        sqlx::query!("DELETE FROM certificate WHERE session_id = $1", session.0).execute(&mut **tx).await?;
    let rows = done.rows_affected() as i32;
    receipt(tx, session, Kept::Certificates, (rows, None), now).await?;
    Ok(rows)
}

/// Deletes the attendance of a session and leaves a receipt; how many rows, and the files nothing refers to any more.
pub async fn purge_attendance(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    now: DateTime<Utc>,
) -> sqlx::Result<(i32, Vec<FileId>)> {
    sqlx::query!("SELECT set_config('carnet.purge', 'attendance', true)").fetch_one(&mut **tx).await?;
    let files = sqlx::query_scalar!(
        r#"SELECT DISTINCT f.id AS "id: FileId" FROM file f
           WHERE f.id IN (SELECT paper_file_id FROM attendance_sheet WHERE session_id = $1)
              OR f.id IN (SELECT file_id FROM attendance_proof WHERE session_id = $1)
              OR f.id IN (SELECT m.proof_file_id FROM attendance_mark m JOIN session_slot s ON s.id = m.slot_id
                          WHERE s.session_id = $1)"#,
        session.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let last = sqlx::query_scalar!(
        "SELECT sha256 FROM attendance_link WHERE session_id = $1 ORDER BY number DESC LIMIT 1",
        session.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let mut rows = 0;
    rows += sqlx::query!(
        "DELETE FROM attendance_contest c USING session_slot s WHERE s.id = c.slot_id AND s.session_id = $1",
        session.0,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    rows += sqlx::query!(
        "DELETE FROM attendance_signature g USING session_slot s WHERE s.id = g.slot_id AND s.session_id = $1",
        session.0,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    rows += sqlx::query!(
        "DELETE FROM attendance_mark m USING session_slot s WHERE s.id = m.slot_id AND s.session_id = $1",
        session.0,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    rows += sqlx::query!("DELETE FROM attendance_link WHERE session_id = $1", session.0)
        .execute(&mut **tx)
        .await?
        .rows_affected();
    rows += sqlx::query!("DELETE FROM attendance_proof WHERE session_id = $1", session.0)
        .execute(&mut **tx)
        .await?
        .rows_affected();
    rows += sqlx::query!(
        "DELETE FROM attendance_reopening r USING session_slot s WHERE s.id = r.slot_id AND s.session_id = $1",
        session.0,
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    rows += sqlx::query!("DELETE FROM attendance_sheet WHERE session_id = $1", session.0)
        .execute(&mut **tx)
        .await?
        .rows_affected();
    sqlx::query!(
        "DELETE FROM attendance_alert a USING enrolment e WHERE e.id = a.enrolment_id AND e.session_id = $1",
        session.0,
    )
    .execute(&mut **tx)
    .await?;
    receipt(tx, session, Kept::Attendance, (rows as i32, last), now).await?;
    Ok((rows as i32, files))
}

async fn receipt(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    kept: Kept,
    (rows, last): (i32, Option<String>),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO attendance_purge (session_id, kind, purged_at, rows, last_sha256) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT attendance_purge_pkey
         DO UPDATE SET purged_at = excluded.purged_at, rows = attendance_purge.rows + excluded.rows",
        session.0,
        kept.as_str(),
        now,
        rows,
        last,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// When something of a session was deleted.
pub async fn purged(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    kept: Kept,
) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "SELECT purged_at FROM attendance_purge WHERE session_id = $1 AND kind = $2",
        session.0,
        kept.as_str(),
    )
    .fetch_optional(db)
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cofunded_session_is_kept_ten_years_and_certificates_three_otherwise() {
        let end: NaiveDate = "2028-02-29".parse().unwrap();
        let until = |kept: Kept, rule| kept.until(rule, end).to_string();
        assert_eq!(until(Kept::Certificates, Retention::Standard), "2031-02-28");
        assert_eq!(until(Kept::Attendance, Retention::Standard), "2034-02-28");
        assert_eq!(until(Kept::Certificates, Retention::Cofunded), "2038-02-28");
        assert_eq!(until(Kept::Attendance, Retention::Cofunded), "2038-02-28");
    }
}
