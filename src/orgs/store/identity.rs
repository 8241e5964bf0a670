//! Who organisations are: what they declare, what the registers say, and when to ask again.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde_json::{Value, json};
use sqlx::PgExecutor;
use sqlx::types::Json;

use crate::events::Event;
use crate::ids::OrganisationId;
use crate::orgs::model::{Certificate, Declared, Identity, Issuer, Recorded, Training};
use crate::platform::db::constraint::OnConstraint;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Result};
use crate::platform::siret::Siret;
use crate::platform::state::AppState;
use crate::registers::{Answer, Establishment, RegisterState, TrainingActivity, retry_at};

/// The identity of an organisation; none when there is no such organisation.
pub async fn find(db: impl PgExecutor<'_>, id: OrganisationId) -> sqlx::Result<Option<Identity>> {
    Ok(of(db, &[id]).await?.pop().map(|(_, identity)| identity))
}

/// The identities of these organisations, in no order.
pub async fn of(
    db: impl PgExecutor<'_>,
    ids: &[OrganisationId],
) -> sqlx::Result<Vec<(OrganisationId, Identity)>> {
    let ids: Vec<uuid::Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT o.id AS "id!: OrganisationId", o.identity_version AS "identity_version!", o.name AS "name!",
                  o.legal_name, o.siret, o.nda, o.claims_qualiopi AS "claims_qualiopi!",
                  o.qualiopi_certificates AS "certificates!: Json<Vec<Certificate>>", r.state AS "state?: RegisterState", r.name AS "register_name?",
                  r.source AS "source?", r.checked_at AS "checked_at?",
                  r.is_training_organisation AS "is_training_organisation?", r.is_qualiopi AS "is_qualiopi?",
                  r.ndas AS "ndas?", r.training_checked_at AS "training_checked_at?",
                  r.next_check_at AS "next_check_at?", r.failed_checks AS "failed_checks?"
           FROM organisation o
           LEFT JOIN organisation_register r ON r.organisation_id = o.id AND r.siret = o.siret
           WHERE o.id = ANY($1)"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    let identities = rows.into_iter().map(|row| {
        let told = row.training_checked_at.zip(row.is_training_organisation).zip(row.is_qualiopi);
        let ndas = row.ndas.unwrap_or_default();
        let training = told.map(|((checked_at, is_declared), is_qualiopi)| Training {
            is_declared,
            is_qualiopi,
            ndas,
            checked_at,
        });
        let recorded = row.state.zip(row.next_check_at).map(|(state, next_check_at)| Recorded {
            state,
            name: row.register_name,
            source: row.source,
            checked_at: row.checked_at,
            training,
            next_check_at,
            failed_checks: row.failed_checks.unwrap_or_default(),
        });
        let declared = Declared {
            legal_name: row.legal_name,
            siret: row.siret,
            nda: row.nda,
            claims_qualiopi: row.claims_qualiopi,
            certificates: row.certificates.0,
        };
        (row.id, Identity { version: row.identity_version, name: row.name, declared, recorded })
    });
    Ok(identities.collect())
}

/// How an organisation signs what it issues that day; none when there is no such organisation.
pub async fn issuer(
    db: impl PgExecutor<'_>,
    id: OrganisationId,
    on: NaiveDate,
) -> sqlx::Result<Option<Issuer>> {
    Ok(find(db, id).await?.map(|identity| identity.issuer(on)))
}

/// Where the register says that an organisation is; nothing when it does not show it, or confirms no SIRET.
pub async fn address(db: impl PgExecutor<'_>, id: OrganisationId) -> sqlx::Result<Option<String>> {
    let found = sqlx::query_scalar!(
        "SELECT r.address FROM organisation o
         JOIN organisation_register r ON r.organisation_id = o.id AND r.siret = o.siret
         WHERE o.id = $1 AND r.state = 'active'",
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(found.flatten())
}

/// Writes what an organisation declares. A SIRET names one organisation: whoever comes second is told so.
pub async fn write(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    declared: &Declared,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE organisation
         SET legal_name = $2, siret = $3, nda = $4, claims_qualiopi = $5, qualiopi_certificates = $6,
             identity_version = identity_version + 1, updated_at = $7
         WHERE id = $1",
        id.0,
        declared.legal_name,
        declared.siret,
        declared.nda,
        declared.claims_qualiopi,
        Json(&declared.certificates) as _,
        now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("organisation_siret_key", Code::SiretTaken)?;
    Ok(())
}

/// Has the registers asked about the SIRET declared, at once. What they said of another one is forgotten.
pub async fn follow(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    siret: Option<&str>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM organisation_register WHERE organisation_id = $1 AND siret IS DISTINCT FROM $2",
        id.0,
        siret,
    )
    .execute(&mut **tx)
    .await?;
    let Some(siret) = siret else { return Ok(()) };
    sqlx::query!(
        "INSERT INTO organisation_register (organisation_id, siret, next_check_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT organisation_register_pkey
         DO UPDATE SET next_check_at = excluded.next_check_at, failed_checks = 0",
        id.0,
        siret,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Follows the organisations whose SIRET nobody asked about yet: those that were there before registers were asked.
pub async fn follow_forgotten(state: &AppState) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO organisation_register (organisation_id, siret, next_check_at)
         SELECT o.id, o.siret, $1 FROM organisation o
         WHERE o.siret IS NOT NULL
           AND NOT EXISTS (SELECT FROM organisation_register r WHERE r.organisation_id = o.id)
         ON CONFLICT ON CONSTRAINT organisation_register_pkey DO NOTHING",
        state.clock.now(),
    )
    .execute(&state.pool)
    .await?;
    Ok(())
}

/// Takes one organisation whose check is due, so that no other node checks it meanwhile.
pub async fn claim_due(state: &AppState) -> Result<Option<(OrganisationId, Siret)>> {
    let now = state.clock.now();
    let due = sqlx::query!(
        r#"UPDATE organisation_register SET next_check_at = $2 WHERE organisation_id = (
               SELECT organisation_id FROM organisation_register
               WHERE next_check_at <= $1
               ORDER BY next_check_at LIMIT 1 FOR UPDATE SKIP LOCKED)
           RETURNING organisation_id AS "organisation: OrganisationId", siret"#,
        now,
        // Whoever takes it has this long to come back with an answer.
        now + Duration::minutes(10),
    )
    .fetch_optional(&state.pool)
    .await?;
    let Some(due) = due else { return Ok(None) };
    Ok(Some((due.organisation, due.siret.parse().map_err(anyhow::Error::from)?)))
}

/// Writes the answer about an organisation's SIRET; nothing when it declares another one meanwhile.
pub async fn record(state: &AppState, id: OrganisationId, siret: Siret, answer: &Answer) -> Result<()> {
    let now = state.clock.now();
    let mut tx = state.pool.begin().await?;
    let Some(before) = lock(&mut tx, id, siret).await? else { return Ok(()) };
    match answer {
        Answer::Found(shown) => write_found(&mut tx, id, before.failed_checks, shown, now).await?,
        Answer::NotFound => write_not_found(&mut tx, id, now).await?,
        Answer::Unavailable => postpone(&mut tx, id, before.failed_checks + 1, now).await?,
    }
    let after = lock(&mut tx, id, siret).await?.map(|after| after.said);
    if after.as_ref() != Some(&before.said) {
        let entry = audit::Entry::new(Event::OrganisationChecked, now, "organisation", id.0).within(id);
        audit::record(&mut tx, &state.ids, entry.change(before.said, after)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What was said until now, as the audit trail keeps it.
struct Said {
    said: Value,
    failed_checks: i32,
}

async fn lock(tx: &mut Tx<'_>, id: OrganisationId, siret: Siret) -> sqlx::Result<Option<Said>> {
    let row = sqlx::query!(
        r#"SELECT state, is_training_organisation, is_qualiopi, ndas, failed_checks FROM organisation_register
           WHERE organisation_id = $1 AND siret = $2 FOR UPDATE"#,
        id.0,
        siret.as_str(),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Said {
        said: json!({
            "siret": siret.as_str(), "register": row.state, "training": row.is_training_organisation,
            "qualiopi": row.is_qualiopi, "ndas": row.ndas,
        }),
        failed_checks: row.failed_checks,
    }))
}

/// An establishment was found. A source that tells nothing of training leaves what another one told, with its date, and the
/// registers are asked again soon.
async fn write_found(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    failed_checks: i32,
    shown: &Establishment,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let verdict = if shown.is_active { RegisterState::Active } else { RegisterState::Closed };
    sqlx::query!(
        "UPDATE organisation_register SET state = $2, name = $3, source = $4, checked_at = $5, address = $6
         WHERE organisation_id = $1",
        id.0,
        verdict as RegisterState,
        shown.name.as_deref(),
        shown.source,
        now,
        shown.address.as_deref(),
    )
    .execute(&mut **tx)
    .await?;
    let Some(TrainingActivity { is_declared, is_qualiopi, ndas }) = &shown.training else {
        return postpone(tx, id, failed_checks + 1, now).await;
    };
    sqlx::query!(
        "UPDATE organisation_register
         SET is_training_organisation = $2, is_qualiopi = $3, ndas = $4, training_checked_at = $5,
             next_check_at = $6, failed_checks = 0
         WHERE organisation_id = $1",
        id.0,
        is_declared,
        is_qualiopi,
        ndas,
        now,
        now + Recorded::next_check_after(verdict, *is_declared, *is_qualiopi),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn write_not_found(tx: &mut Tx<'_>, id: OrganisationId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE organisation_register
         SET state = 'not_found', name = NULL, source = NULL, checked_at = $2, is_training_organisation = NULL,
             is_qualiopi = NULL, ndas = '{}', training_checked_at = NULL, next_check_at = $3, failed_checks = 0
         WHERE organisation_id = $1",
        id.0,
        now,
        now + Recorded::next_check_after(RegisterState::NotFound, false, false),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Asks again later. What is known stays true.
async fn postpone(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    failed_checks: i32,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE organisation_register SET failed_checks = $2, next_check_at = $3 WHERE organisation_id = $1",
        id.0,
        failed_checks,
        retry_at(now, failed_checks),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
