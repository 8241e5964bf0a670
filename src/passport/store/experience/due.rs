//! What comes with time: experiences whose last day is over, organisations that let somebody wait.

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::{OrganisationId, PersonId, ProfileId};
use crate::platform::db::Tx;

/// The profiles with a declared experience that ended before this day and was not seen yet; they count as seen from now on.
pub async fn take_expired(tx: &mut Tx<'_>, today: NaiveDate) -> sqlx::Result<Vec<ProfileId>> {
    let seen = sqlx::query_scalar!("SELECT marked_through FROM experience_expiry FOR UPDATE")
        .fetch_one(&mut **tx)
        .await?;
    let yesterday = today.pred_opt().unwrap_or(today);
    if yesterday <= seen {
        return Ok(Vec::new());
    }
    sqlx::query!("UPDATE experience_expiry SET marked_through = $1", yesterday).execute(&mut **tx).await?;
    let profiles = sqlx::query_scalar!(
        "SELECT DISTINCT p.profile_id FROM experience e JOIN person p ON p.id = e.person_id
         WHERE e.expires_on > $1 AND e.expires_on <= $2 AND e.status = 'declared' AND NOT e.is_hidden
         ORDER BY p.profile_id",
        seen,
        yesterday,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(profiles.into_iter().map(ProfileId).collect())
}

/// What somebody of an organisation is reminded of.
pub struct WaitingExperiences {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Whose turn it is; none: that of every admin.
    pub assigned_to: Option<PersonId>,
    /// How many experiences wait.
    pub waiting: i64,
    /// How many of them are overdue.
    pub overdue: i64,
}

/// The oldest of those to be reminded of what waits since before then; they count as reminded from now on. Suspended
/// organisations cannot answer, and are left alone.
pub async fn take_waiting(
    tx: &mut Tx<'_>,
    (before, now): (DateTime<Utc>, DateTime<Utc>),
    today: NaiveDate,
) -> sqlx::Result<Option<WaitingExperiences>> {
    let found = sqlx::query!(
        r#"SELECT s.organisation_id AS "organisation: OrganisationId", s.assigned_to AS "assigned_to: PersonId"
           FROM experience_submission s JOIN organisation o ON o.id = s.organisation_id
           WHERE s.status = 'submitted' AND s.submitted_at <= $1 AND (s.reminded_at IS NULL OR s.reminded_at <= $1)
             AND o.status = 'active'
           ORDER BY s.submitted_at, s.id LIMIT 1 FOR UPDATE OF s SKIP LOCKED"#,
        before,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(found) = found else { return Ok(None) };
    let told = sqlx::query!(
        r#"WITH told AS (
               UPDATE experience_submission SET reminded_at = $4
               WHERE organisation_id = $1 AND assigned_to IS NOT DISTINCT FROM $2 AND status = 'submitted'
                 AND submitted_at <= $3
               RETURNING due_on
           )
           SELECT count(*) AS "waiting!", count(*) FILTER (WHERE due_on < $5) AS "overdue!" FROM told"#,
        found.organisation.0,
        found.assigned_to.map(|id| id.0),
        before,
        now,
        today,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Some(WaitingExperiences {
        organisation: found.organisation,
        assigned_to: found.assigned_to,
        waiting: told.waiting,
        overdue: told.overdue,
    }))
}
