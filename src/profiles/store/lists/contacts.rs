//! How far the offers of a company went with somebody.

use chrono::{DateTime, Utc};

use crate::ids::{CompanyId, PersonId};
use crate::platform::db::Tx;
use crate::profiles::model::Stage;

/// Notes that the company's offers came this far with the person: the stages of its lists follow. They never go back.
pub async fn advance_stage(
    tx: &mut Tx<'_>,
    company: CompanyId,
    person: PersonId,
    stage: Stage,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if stage == Stage::ToContact {
        return Ok(());
    }
    sqlx::query!(
        "INSERT INTO company_contact (company_id, person_id, stage, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT company_contact_pkey DO UPDATE
         SET stage = GREATEST(company_contact.stage, excluded.stage), at = GREATEST(company_contact.at, excluded.at)",
        company.0,
        person.0,
        stage as Stage,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether an offer of the company reached the person.
pub async fn is_contacted(tx: &mut Tx<'_>, company: CompanyId, person: PersonId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM company_contact WHERE company_id = $1 AND person_id = $2) AS "is_contacted!""#,
        company.0,
        person.0,
    )
    .fetch_one(&mut **tx)
    .await
}
