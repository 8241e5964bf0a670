//! How companies answer those who accept.

use chrono::{DateTime, Duration, Months, Utc};
use sqlx::PgExecutor;

use crate::ids::OfferRecipientId;
use crate::offers::model::AnswerDuty;
use crate::platform::db::Tx;

/// Conversations that count.
const WINDOW: Months = Months::new(12);
/// How long a company has before its silence counts.
const TIME_TO_WRITE: Duration = Duration::days(7);

/// Notes the first message of a company.
pub async fn company_wrote(
    tx: &mut Tx<'_>,
    recipient: OfferRecipientId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE offer_recipient
         SET company_wrote_at = $2, reply_seconds = greatest(0, extract(epoch FROM $2 - answered_at))::integer
         WHERE id = $1 AND state = 'accepted' AND company_wrote_at IS NULL",
        recipient.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// How a legal unit answers: see `model::duty` for what counts.
pub async fn of_company(
    db: impl PgExecutor<'_>,
    siren: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<AnswerDuty> {
    let conversations = sqlx::query_scalar!(
        r#"SELECT reply_seconds FROM offer_recipient
           WHERE siren = $1 AND state IN ('accepted', 'closed', 'unavailable') AND answered_at > $2
             AND (reply_seconds IS NOT NULL OR answered_at <= $3)"#,
        siren,
        now - WINDOW,
        now - TIME_TO_WRITE,
    )
    .fetch_all(db)
    .await?;
    Ok(AnswerDuty::of(&conversations))
}
