//! Shares as rows: written when something is granted, closed once when it ends.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{CompanyId, ExperienceProofId, OfferRecipientId, PersonId, ShareId};
use crate::platform::db::Tx;
use crate::sharing::model::{OpenShare, ShareEnd, ShareItem, ShareKind, SharePurpose, Shareable};

/// Which open shares: every condition given must hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct OpenFilter {
    /// For this purpose.
    pub purpose: Option<OfferRecipientId>,
    /// This one.
    pub share: Option<ShareId>,
    /// With this establishment.
    pub company: Option<CompanyId>,
    /// Of this kind.
    pub kind: Option<ShareKind>,
    /// Those that show nothing any more: their end passed, or their proof is gone.
    pub is_over: bool,
}

/// Open shares of one purpose that end for one reason.
#[derive(Clone, Debug)]
pub struct Ending {
    /// What they were for.
    pub purpose: SharePurpose,
    /// Why they end.
    pub why: ShareEnd,
    /// They.
    pub shares: Vec<OpenShare>,
    /// The end that was foreseen, the latest of them.
    pub until: Option<DateTime<Utc>>,
}

/// The open shares of a person that a filter lets through, by purpose and reason: `why`, but for those whose time was over
/// before, or whose proof is gone.
pub async fn endings(
    tx: &mut Tx<'_>,
    person: PersonId,
    (filter, why): (OpenFilter, ShareEnd),
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Ending>> {
    let rows = sqlx::query!(
        r#"SELECT s.id, s.purpose_id AS "purpose: OfferRecipientId", s.purpose_title, s.company_id AS "company: CompanyId",
                  s.item AS "kind: ShareKind", s.proof_id AS "proof: ExperienceProofId", s.policy_version, s.ends_at,
                  CASE WHEN s.ends_at <= $6 THEN 'expired'
                       WHEN s.proof_id IS NOT NULL AND p.proof_id IS NULL THEN 'item_removed' END AS "over: ShareEnd"
           FROM share s
           LEFT JOIN shareable_proof p ON p.proof_id = s.proof_id
           WHERE s.person_id = $1 AND s.ended_at IS NULL
             AND ($2::uuid IS NULL OR s.purpose_id = $2) AND ($3::uuid IS NULL OR s.id = $3)
             AND ($4::uuid IS NULL OR s.company_id = $4) AND ($5::text IS NULL OR s.item = $5)
             AND (NOT $7 OR s.ends_at <= $6 OR (s.proof_id IS NOT NULL AND p.proof_id IS NULL))
           ORDER BY s.granted_at, s.item, s.proof_id, s.id
           FOR UPDATE OF s"#,
        person.0,
        filter.purpose.map(|purpose| purpose.0),
        filter.share.map(|share| share.0),
        filter.company.map(|company| company.0),
        filter.kind.map(ShareKind::as_str),
        now,
        filter.is_over,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut endings: Vec<Ending> = Vec::new();
    for row in rows {
        let why = row.over.unwrap_or(why);
        let item = item_of(row.kind, row.proof)?;
        let share = OpenShare { id: row.id, item, policy_version: row.policy_version };
        match endings.iter_mut().find(|it| it.purpose.purpose == row.purpose && it.why == why) {
            Some(ending) => {
                ending.until = ending.until.max(row.ends_at);
                ending.shares.push(share);
            }
            None => endings.push(Ending {
                purpose: SharePurpose {
                    purpose: row.purpose,
                    person,
                    company: row.company,
                    title: row.purpose_title,
                },
                why,
                shares: vec![share],
                until: row.ends_at,
            }),
        }
    }
    Ok(endings)
}

fn item_of(kind: ShareKind, proof: Option<ExperienceProofId>) -> sqlx::Result<ShareItem> {
    ShareItem::of(kind, proof).ok_or_else(|| sqlx::Error::Decode("a share of a proof names none".into()))
}

/// Closes these shares. What was over before ended then, whenever it is written down.
pub async fn close(tx: &mut Tx<'_>, ending: &Ending, receipt: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    let ids: Vec<Uuid> = ending.shares.iter().map(|share| share.id).collect();
    sqlx::query!(
        "UPDATE share SET ended_at = least($2, ends_at), end_reason = $3, ended_receipt_id = $4
         WHERE id = ANY($1) AND ended_at IS NULL",
        &ids,
        now,
        ending.why.as_str(),
        receipt,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What is shared for a purpose, whether or not its end passed meanwhile.
pub async fn open_items(tx: &mut Tx<'_>, purpose: OfferRecipientId) -> sqlx::Result<Vec<ShareItem>> {
    let rows = sqlx::query!(
        r#"SELECT item AS "kind: ShareKind", proof_id AS "proof: ExperienceProofId"
           FROM share WHERE purpose_id = $1 AND ended_at IS NULL"#,
        purpose.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    rows.into_iter().map(|row| item_of(row.kind, row.proof)).collect()
}

/// Writes what a person agreed to share.
pub async fn insert(
    tx: &mut Tx<'_>,
    of: &SharePurpose,
    shares: &[OpenShare],
    receipt: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let ids: Vec<Uuid> = shares.iter().map(|share| share.id).collect();
    let kinds: Vec<String> = shares.iter().map(|share| share.item.kind().as_str().to_owned()).collect();
    let proofs: Vec<Option<Uuid>> =
        shares.iter().map(|share| share.item.proof().map(|proof| proof.0)).collect();
    let versions: Vec<String> = shares.iter().map(|share| share.policy_version.clone()).collect();
    sqlx::query!(
        "INSERT INTO share (id, person_id, company_id, siren, purpose_id, purpose_title, item, proof_id, policy_version,
                            granted_at, granted_receipt_id)
         SELECT n.id, $1, c.id, c.siren, $3, $4, n.item, n.proof, n.version, $5, $6
         FROM company c, unnest($7::uuid[], $8::text[], $9::uuid[], $10::text[]) AS n (id, item, proof, version)
         WHERE c.id = $2",
        of.person.0,
        of.company.0,
        of.purpose.0,
        of.title,
        now,
        receipt,
        &ids,
        &kinds,
        &proofs as &[Option<Uuid>],
        &versions,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Brings the end of a purpose's shares forward; never prolongs one. Tells whose they are, and with which establishment.
pub async fn limit(
    tx: &mut Tx<'_>,
    purpose: OfferRecipientId,
    until: DateTime<Utc>,
) -> sqlx::Result<Option<(PersonId, CompanyId)>> {
    let rows = sqlx::query!(
        r#"UPDATE share SET ends_at = $2
           WHERE purpose_id = $1 AND ended_at IS NULL AND (ends_at IS NULL OR ends_at > $2)
           RETURNING person_id AS "person: PersonId", company_id AS "company: CompanyId""#,
        purpose.0,
        until,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.first().map(|row| (row.person, row.company)))
}

/// Whose open shares a purpose has.
pub async fn person_of(tx: &mut Tx<'_>, purpose: OfferRecipientId) -> sqlx::Result<Option<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM share WHERE purpose_id = $1 AND ended_at IS NULL LIMIT 1"#,
        purpose.0,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// People with shares that show nothing any more and were not closed, a few.
pub async fn people_with_due(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT due.person_id AS "person!: PersonId"
           FROM (SELECT person_id FROM share WHERE ended_at IS NULL AND ends_at <= $1
                 UNION
                 SELECT s.person_id FROM share s
                 WHERE s.ended_at IS NULL AND s.proof_id IS NOT NULL
                   AND NOT EXISTS (SELECT FROM shareable_proof p WHERE p.proof_id = s.proof_id)) due
           LIMIT $2"#,
        now,
        limit,
    )
    .fetch_all(connection)
    .await
}

/// What of a person can be shared, and which of these proofs; with the fingerprints of those.
pub async fn shareable(
    tx: &mut Tx<'_>,
    person: PersonId,
    proofs: &[ExperienceProofId],
) -> sqlx::Result<(Shareable, Vec<Vec<u8>>)> {
    let given = sqlx::query!(
        r#"SELECT phone IS NOT NULL AS "phone!", cv_file_id IS NOT NULL AS "cv!" FROM contact_detail WHERE person_id = $1"#,
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let ids: Vec<Uuid> = proofs.iter().map(|proof| proof.0).collect();
    let rows = sqlx::query!(
        r#"SELECT s.proof_id AS "proof!: ExperienceProofId", p.sha256
           FROM shareable_proof s JOIN experience_proof p ON p.id = s.proof_id
           WHERE s.person_id = $1 AND s.proof_id = ANY($2)"#,
        person.0,
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    let (proofs, digests) = rows.into_iter().map(|row| (row.proof, row.sha256)).unzip();
    let (has_phone, has_cv) = given.map_or((false, false), |row| (row.phone, row.cv));
    Ok((Shareable { has_phone, has_cv, proofs }, digests))
}

/// Forgets every share of a person, ended or not.
pub async fn delete_all(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM share WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}
