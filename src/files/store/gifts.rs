//! Files that pass from whoever sent them to the company they were sent for.

use crate::ids::{CompanyId, FileId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Result};
use crate::platform::state::AppState;

/// Gives a file that was just taken into use to a company, against whose quota it counts from now on: it stays when its sender leaves.
pub async fn give_to_company(
    tx: &mut Tx<'_>,
    state: &AppState,
    file: FileId,
    company: CompanyId,
) -> Result<()> {
    // Those who give to the same company come one after the other: together they fit, or not.
    let name = format!("files of company {company}");
    sqlx::query!("SELECT pg_advisory_xact_lock(hashtextextended($1, 7)) AS locked", name)
        .fetch_one(&mut **tx)
        .await?;
    sqlx::query!("UPDATE file SET person_id = NULL, company_id = $2 WHERE id = $1", file.0, company.0)
        .execute(&mut **tx)
        .await?;
    let used = sqlx::query_scalar!(
        r#"SELECT coalesce(sum(bytes), 0)::bigint AS "used!" FROM file WHERE company_id = $1 AND released_at IS NULL"#,
        company.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    let room = u64::from(state.config.files.organisation_files_mib) << 20;
    if used.unsigned_abs() > room { Err(Code::FileQuotaReached.into()) } else { Ok(()) }
}
