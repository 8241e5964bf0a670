//! What of trainings and own skills names the catalogue, and how much of it the release in place has.

use crate::catalog::{AlignedItem, Measure};
use crate::ids::OrganisationId;
use crate::platform::db::Tx;

/// The kinds of items that are measured here.
pub const ITEMS: [AlignedItem; 3] =
    [AlignedItem::TrainingJob, AlignedItem::TrainingSkill, AlignedItem::OwnSkill];

/// Counts the items of each organisation: lines of what its trainings in use say, and own skills that are linked.
///
/// A line waits for a decision while its notice does; an own skill, while the skill it is linked to is retired.
pub async fn measure(tx: &mut Tx<'_>) -> sqlx::Result<Vec<Measure>> {
    let rows = sqlx::query!(
        r#"WITH newest AS (
               SELECT t.id, t.organisation_id, max(r.number) AS number
               FROM training t JOIN training_revision r ON r.training_id = t.id
               WHERE t.status <> 'archived' GROUP BY t.id
           ), named AS (
               SELECT n.organisation_id, n.id AS training, 'job' AS subject, j.job_code AS code,
                      r.valid_to IS NULL AS is_present
               FROM newest n JOIN training_job j ON j.training_id = n.id AND j.revision = n.number
               JOIN rome_job r ON r.code = j.job_code
               UNION ALL
               SELECT n.organisation_id, n.id, 'skill', r.code::text, r.valid_to IS NULL
               FROM newest n JOIN training_skill s ON s.training_id = n.id AND s.revision = n.number
               JOIN rome_skill r ON r.code = coalesce(s.skill_code, s.linked_code)
           ), item AS (
               SELECT organisation_id, 'training_' || subject AS item, is_present,
                      EXISTS (SELECT FROM training_notice w
                              WHERE w.training_id = named.training AND w.subject = named.subject
                                AND w.code = named.code AND w.decision IS NULL) AS waits
               FROM named
               UNION ALL
               SELECT o.organisation_id, 'own_skill', r.valid_to IS NULL, r.valid_to IS NOT NULL
               FROM own_skill o JOIN rome_skill r ON r.code = o.skill_code
           )
           SELECT organisation_id AS "organisation!: OrganisationId", item AS "item!: AlignedItem",
                  count(*) AS "linked!", count(*) FILTER (WHERE is_present) AS "present!",
                  count(*) FILTER (WHERE waits) AS "to_decide!"
           FROM item GROUP BY organisation_id, item"#
    )
    .fetch_all(&mut **tx)
    .await?;
    let measure = rows.into_iter().map(|row| Measure {
        organisation: Some(row.organisation),
        item: row.item,
        linked: row.linked,
        present: row.present,
        to_decide: row.to_decide,
    });
    Ok(measure.collect())
}
