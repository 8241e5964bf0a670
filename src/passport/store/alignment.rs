//! What of passports names the catalogue, and how much of it the release in place has.

use crate::catalog::{AlignedItem, Measure};
use crate::ids::OrganisationId;
use crate::platform::db::Tx;

/// Counts the validations in force that each organisation recorded. Nothing of them waits for a decision: what was
/// validated stays as it was.
pub async fn validations(tx: &mut Tx<'_>) -> sqlx::Result<Vec<Measure>> {
    let rows = sqlx::query!(
        r#"SELECT v.organisation_id AS "organisation: OrganisationId", count(*) AS "linked!",
                  count(*) FILTER (WHERE s.valid_to IS NULL) AS "present!"
           FROM validation v JOIN rome_skill s ON s.code = v.skill_code
           WHERE NOT EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = v.id)
           GROUP BY v.organisation_id"#
    )
    .fetch_all(&mut **tx)
    .await?;
    let measure = rows.into_iter().map(|row| Measure {
        organisation: Some(row.organisation),
        item: AlignedItem::Validation,
        linked: row.linked,
        present: row.present,
        to_decide: 0,
    });
    Ok(measure.collect())
}

/// Counts the skills that people declare.
pub async fn declared(tx: &mut Tx<'_>) -> sqlx::Result<Measure> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "linked!", count(*) FILTER (WHERE s.valid_to IS NULL) AS "present!"
           FROM declared_skill d JOIN rome_skill s ON s.code = d.skill_code"#
    )
    .fetch_one(&mut **tx)
    .await?;
    let (item, organisation) = (AlignedItem::DeclaredSkill, None);
    Ok(Measure { organisation, item, linked: row.linked, present: row.present, to_decide: 0 })
}
