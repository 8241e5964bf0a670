//! Validations whose last day is over: their profiles change without anybody writing.

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::{PersonId, ProfileId, ValidationId};
use crate::platform::db::Tx;

/// The profiles with a validation that expired before this day and was not seen yet; they count as seen from now on.
pub async fn take_expired(tx: &mut Tx<'_>, today: NaiveDate) -> sqlx::Result<Vec<ProfileId>> {
    let seen = sqlx::query_scalar!("SELECT marked_through FROM validation_expiry FOR UPDATE")
        .fetch_one(&mut **tx)
        .await?;
    let yesterday = today.pred_opt().unwrap_or(today);
    if yesterday <= seen {
        return Ok(Vec::new());
    }
    sqlx::query!("UPDATE validation_expiry SET marked_through = $1", yesterday).execute(&mut **tx).await?;
    let profiles = sqlx::query_scalar!(
        "SELECT DISTINCT p.profile_id FROM validation v JOIN person p ON p.id = v.person_id
         WHERE v.expires_on > $1 AND v.expires_on <= $2 AND v.passing
           AND NOT EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = v.id)
         ORDER BY p.profile_id",
        seen,
        yesterday
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(profiles.into_iter().map(ProfileId).collect())
}

/// A validation that ends soon.
pub struct Ending {
    /// The entry.
    pub id: ValidationId,
    /// Whose.
    pub person: PersonId,
    /// The skill.
    pub skill: String,
    /// What was found.
    pub step: String,
    /// By whom.
    pub organisation: String,
    /// Its last day.
    pub last_day: NaiveDate,
    /// Which reminder: 90 or 30 days before.
    pub days: i32,
}

/// Takes a validation that ends within ninety or thirty days and of which its person was not reminded for that term, and
/// notes that they are. Not one that was written within the term, nor one that the same organisation has renewed.
pub async fn take_ending(
    tx: &mut Tx<'_>,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Ending>> {
    let found = sqlx::query_as!(
        Ending,
        r#"SELECT v.id AS "id: ValidationId", v.person_id AS "person: PersonId", v.skill_label AS skill,
                  v.step_name AS step, v.organisation_name AS organisation, v.expires_on AS "last_day!", term.days AS "days!"
           FROM validation v
           CROSS JOIN LATERAL (SELECT CASE WHEN v.expires_on - 30 <= $1 THEN 30 ELSE 90 END AS days) term
           WHERE v.expires_on >= $1 AND v.expires_on - 90 <= $1 AND v.passing
             AND (v.validated_at AT TIME ZONE 'Europe/Paris')::date < v.expires_on - term.days
             AND NOT EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = v.id)
             AND NOT EXISTS (SELECT FROM validation_reminder m WHERE m.validation_id = v.id AND m.days = term.days)
             AND NOT EXISTS (SELECT FROM validation n
                             WHERE n.person_id = v.person_id AND n.skill_code = v.skill_code
                               AND n.organisation_id = v.organisation_id AND n.passing AND n.id <> v.id
                               AND (n.expires_on IS NULL OR n.expires_on > v.expires_on)
                               AND NOT EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = n.id))
           ORDER BY v.expires_on, v.id LIMIT 1 FOR UPDATE OF v SKIP LOCKED"#,
        today,
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(ending) = &found {
        sqlx::query!(
            "INSERT INTO validation_reminder (validation_id, days, reminded_at) VALUES ($1, $2, $3)
             ON CONFLICT ON CONSTRAINT validation_reminder_pkey DO NOTHING",
            ending.id.0,
            i16::try_from(ending.days).unwrap_or_default(),
            now,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(found)
}
