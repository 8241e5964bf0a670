//! What other platforms attested.

use carnet_index::SkillCode;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::passport::model::export::{Choice, ExternalEntry, ExternalKind, ExternalSkill};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};
use crate::platform::seal::instant;

/// Most files a person imports.
pub const MOST: i64 = 100;

/// What is imported of a person, of what is chosen; the oldest first.
pub async fn of_person(
    db: &mut PgConnection,
    person: PersonId,
    choice: &Choice,
) -> sqlx::Result<Vec<ExternalEntry>> {
    let rows = sqlx::query!(
        r#"SELECT id, kind AS "kind: ExternalKind", issuer, issuer_id, key_id, number, issued_on, sha256,
                  skills AS "skills: Json<Vec<ExternalSkill>>", imported_at
           FROM passport_import WHERE person_id = $1 ORDER BY imported_at, id"#,
        person.0,
    )
    .fetch_all(db)
    .await?;
    let chosen = rows.into_iter().filter(|row| {
        let is_named = |skill: &ExternalSkill| {
            let code = skill.code.as_ref().and_then(|code| code.parse::<SkillCode>().ok());
            code.is_some_and(|code| choice.has_skill(code))
        };
        choice.has_days(Some(row.issued_on), Some(row.issued_on))
            && (choice.skills.is_empty() || row.skills.iter().any(is_named))
    });
    let told = chosen.map(|row| ExternalEntry {
        id: row.id,
        kind: row.kind,
        issuer: row.issuer,
        issuer_id: row.issuer_id,
        key_id: row.key_id,
        number: row.number,
        issued_on: row.issued_on,
        imported_at: instant(row.imported_at),
        sha256: row.sha256,
        skills: row.skills.0,
    });
    Ok(told.collect())
}

/// How many files a person imported; the person stays locked until the transaction ends.
pub async fn count(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<i64> {
    sqlx::query!("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0)
        .fetch_one(&mut **tx)
        .await?;
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM passport_import WHERE person_id = $1"#, person.0)
        .fetch_one(&mut **tx)
        .await
}

/// An entry to write.
pub struct NewImport {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub person: PersonId,
    /// What vouches for it.
    pub kind: ExternalKind,
    /// Who signed.
    pub issuer: String,
    /// Its address or identifier.
    pub issuer_id: Option<String>,
    /// The key that signed.
    pub key_id: String,
    /// The number of the document there.
    pub number: Option<String>,
    /// The day it was issued on there.
    pub issued_on: NaiveDate,
    /// Of the file.
    pub sha256: String,
    /// What it attests.
    pub skills: Vec<ExternalSkill>,
    /// Now.
    pub now: DateTime<Utc>,
}

impl NewImport {
    /// As it is shown.
    pub fn entry(&self) -> ExternalEntry {
        ExternalEntry {
            id: self.id,
            kind: self.kind,
            issuer: self.issuer.clone(),
            issuer_id: self.issuer_id.clone(),
            key_id: self.key_id.clone(),
            number: self.number.clone(),
            issued_on: self.issued_on,
            imported_at: instant(self.now),
            sha256: self.sha256.clone(),
            skills: self.skills.clone(),
        }
    }
}

/// Writes an entry; the same file once.
pub async fn insert(tx: &mut Tx<'_>, new: &NewImport) -> Result<()> {
    sqlx::query!(
        "INSERT INTO passport_import (id, person_id, kind, issuer, issuer_id, key_id, number, issued_on, sha256, skills,
                                      imported_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        new.id,
        new.person.0,
        new.kind.as_str(),
        new.issuer,
        new.issuer_id,
        new.key_id,
        new.number,
        new.issued_on,
        new.sha256,
        Json(&new.skills) as _,
        new.now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("passport_import_once", Code::AlreadyImported)?;
    Ok(())
}

/// Removes an entry; false when there is none.
pub async fn delete(tx: &mut Tx<'_>, person: PersonId, id: Uuid) -> sqlx::Result<bool> {
    let done = sqlx::query!("DELETE FROM passport_import WHERE person_id = $1 AND id = $2", person.0, id)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}
