//! Validations whose last day is over: their profiles change without anybody writing.

use chrono::NaiveDate;

use crate::ids::ProfileId;
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
