//! What a person shares with one company at this moment, as the company reads it: for the person's own preview.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgConnection;
use utoipa::ToSchema;

use super::reading::{SharedItem, shared_with_company};
use crate::companies::Siren;
use crate::ids::{CompanyId, OfferRecipientId, PersonId};

/// What is shared for one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct SharedWith {
    /// What it is for: what the person received of an offer.
    pub purpose: OfferRecipientId,
    /// The offer's title.
    pub title: String,
    /// What the company reads, what was taken back included.
    pub items: Vec<SharedItem>,
}

/// Everything a company reads of what this person shares with it, by purpose, drawn by what draws it for the company.
pub async fn shared_with(
    connection: &mut PgConnection,
    person: PersonId,
    siren: Siren,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<SharedWith>> {
    let purposes = sqlx::query!(
        r#"SELECT DISTINCT company_id AS "company: CompanyId", purpose_id AS "purpose: OfferRecipientId",
                  purpose_title AS title
           FROM share WHERE person_id = $1 AND siren = $2 ORDER BY purpose_id"#,
        person.0,
        siren.as_str(),
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut shared = Vec::with_capacity(purposes.len());
    for row in purposes {
        let items = shared_with_company(&mut *connection, row.company, row.purpose, now).await?;
        if !items.is_empty() {
            shared.push(SharedWith { purpose: row.purpose, title: row.title, items });
        }
    }
    Ok(shared)
}
