//! What is asked, and written, when an offer is sent.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde_json::Value;

use super::recipients::Chosen;
use crate::companies::Siren;
use crate::ids::{OfferId, OfferRecipientId, PersonId, ProfileId, QuizInvitationId};
use crate::offers::model::UNDO;
use crate::offers::policy::SAME_JOB_DAYS;
use crate::platform::db::Tx;

/// Locks the establishments of a legal unit: its recruiters send one after the other, and count what the others sent.
pub async fn lock_company(tx: &mut Tx<'_>, siren: &str) -> sqlx::Result<()> {
    sqlx::query!("SELECT id FROM company WHERE siren = $1 ORDER BY id FOR NO KEY UPDATE", siren)
        .fetch_all(&mut **tx)
        .await?;
    Ok(())
}

/// How many offers somebody, and the whole legal unit, have sent since.
pub async fn sent_since(
    tx: &mut Tx<'_>,
    sender: PersonId,
    siren: Siren,
    since: DateTime<Utc>,
) -> sqlx::Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"SELECT count(*) FILTER (WHERE sent_by = $1) AS "own!", count(*) AS "all!"
           FROM offer_recipient WHERE siren = $2 AND sent_at >= $3"#,
        sender.0,
        siren.as_str(),
        since,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok((row.own, row.all))
}

/// Somebody an offer can be sent to.
#[derive(Clone, Copy, Debug)]
pub struct Eligible {
    /// Their row.
    pub id: OfferRecipientId,
    /// Who.
    pub person: PersonId,
    /// Their public profile.
    pub profile: ProfileId,
}

/// What decides who an offer can be sent to.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The offer.
    pub offer: OfferId,
    /// The legal unit.
    pub siren: Siren,
    /// The job.
    pub job: &'a str,
    /// Who sends it.
    pub sender: PersonId,
    /// When.
    pub now: DateTime<Utc>,
}

/// Those chosen to whom it can be sent now: the company may see them, none of its offers waits for them (or was refused so
/// lately that the refusal can be taken back), and none for this job reached them lately. The company's lock is held.
pub async fn eligible(tx: &mut Tx<'_>, terms: Terms<'_>) -> sqlx::Result<Vec<Eligible>> {
    sqlx::query_as!(
        Eligible,
        r#"SELECT r.id AS "id: OfferRecipientId", s.person_id AS "person!: PersonId", s.profile_id AS "profile!: ProfileId"
           FROM offer_recipient r JOIN searchable_person s ON s.person_id = r.person_id
           WHERE r.offer_id = $1 AND r.state = 'draft' AND r.person_id <> $2
             AND NOT EXISTS (SELECT FROM blocked_company b WHERE b.person_id = r.person_id AND b.siren = $3)
             AND NOT EXISTS (SELECT FROM blocked_person b WHERE b.person_id = r.person_id AND b.blocked_id = $2)
             AND (NOT s.chosen_only OR EXISTS (SELECT FROM chosen_company c WHERE c.person_id = r.person_id AND c.siren = $3))
             AND NOT EXISTS (SELECT FROM offer_recipient o
                             WHERE o.person_id = r.person_id AND o.siren = $3
                               AND (o.state IN ('sent', 'undelivered', 'delivered', 'seen')
                                    OR (o.state = 'refused' AND o.answered_at > $4)
                                    OR (o.job_code = $5 AND o.sent_at > $6
                                        AND NOT (o.state = 'withdrawn' AND o.delivered_at IS NULL))))
           ORDER BY r.position, r.id"#,
        terms.offer.0,
        terms.sender.0,
        terms.siren.as_str(),
        terms.now - UNDO,
        terms.job,
        terms.now - Duration::days(SAME_JOB_DAYS),
    )
    .fetch_all(&mut **tx)
    .await
}

/// Those of these profiles that the company may see now; not oneself.
pub async fn visible(
    tx: &mut Tx<'_>,
    profiles: &[ProfileId],
    siren: Siren,
    chooser: PersonId,
) -> sqlx::Result<Vec<Chosen>> {
    let ids: Vec<uuid::Uuid> = profiles.iter().map(|profile| profile.0).collect();
    sqlx::query_as!(
        Chosen,
        r#"SELECT s.profile_id AS "profile!: ProfileId", s.person_id AS "person!: PersonId"
           FROM unnest($1::uuid[]) WITH ORDINALITY AS n (profile_id, place)
                JOIN searchable_person s ON s.profile_id = n.profile_id
           WHERE s.person_id <> $3
             AND NOT EXISTS (SELECT FROM blocked_company b WHERE b.person_id = s.person_id AND b.siren = $2)
             AND (NOT s.chosen_only OR EXISTS (SELECT FROM chosen_company c WHERE c.person_id = s.person_id AND c.siren = $2))
           ORDER BY n.place"#,
        &ids,
        siren.as_str(),
        chooser.0,
    )
    .fetch_all(&mut **tx)
    .await
}

/// What is written of one person when an offer is sent to them.
#[derive(Debug)]
pub struct SentTo<'a> {
    /// Their row.
    pub id: OfferRecipientId,
    /// The job.
    pub job: &'a str,
    /// Who sent it.
    pub sender: PersonId,
    /// Why they were chosen.
    pub why: Option<Value>,
    /// The quiz they are invited to.
    pub quiz: Option<QuizInvitationId>,
    /// The first instant at which it is too late to answer.
    pub ends_at: DateTime<Utc>,
}

/// Writes that an offer was sent to one person.
pub async fn mark_sent(tx: &mut Tx<'_>, sent: SentTo<'_>, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE offer_recipient
         SET state = 'sent', state_at = $2, sent_at = $2, ends_at = $3, job_code = $4, sent_by = $5, why = $6,
             quiz_invitation_id = $7
         WHERE id = $1",
        sent.id.0,
        now,
        sent.ends_at,
        sent.job,
        sent.sender.0,
        sent.why,
        sent.quiz.map(|invitation| invitation.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Closes the draft: what it says, and who says it, stay as they are. Those it could not be sent to are forgotten, but for their number.
pub async fn seal(
    tx: &mut Tx<'_>,
    offer: OfferId,
    sender: PersonId,
    (reply_by, ends_at): (NaiveDate, DateTime<Utc>),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let skipped =
        sqlx::query!("DELETE FROM offer_recipient WHERE offer_id = $1 AND state = 'draft'", offer.0)
            .execute(&mut **tx)
            .await?
            .rows_affected();
    sqlx::query!(
        "UPDATE offer o
         SET status = 'sent', reply_by = $2, ends_at = $3, sent_at = $4, updated_at = $4, version = version + 1, skipped = $5,
             company_name = coalesce(c.name, c.siret), company_siret = c.siret,
             sender_name = (SELECT p.first_name || ' ' || p.last_name FROM person p WHERE p.id = $6)
         FROM company c WHERE o.id = $1 AND c.id = o.company_id",
        offer.0,
        reply_by,
        ends_at,
        now,
        i32::try_from(skipped).unwrap_or(i32::MAX),
        sender.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
