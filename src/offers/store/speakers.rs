//! Who speaks for a company about an offer.

use crate::ids::{CompanyId, OfferId, PersonId, RecruiterId};
use crate::platform::db::Tx;

/// Somebody who may recruit for the company.
#[derive(Clone, Copy, Debug)]
pub struct Speaker {
    /// Their account.
    pub recruiter: RecruiterId,
    /// Who.
    pub person: PersonId,
}

/// The author of an offer while they may recruit; once they have left the company, everybody of it who may, longest there first.
pub async fn of_offer(tx: &mut Tx<'_>, offer: OfferId) -> sqlx::Result<Vec<Speaker>> {
    sqlx::query_as!(
        Speaker,
        r#"SELECT r.id AS "recruiter: RecruiterId", r.person_id AS "person: PersonId"
           FROM offer o JOIN recruiter r ON r.company_id = o.company_id AND r.status = 'granted'
           WHERE o.id = $1
             AND (r.person_id = o.author_id
                  OR NOT EXISTS (SELECT FROM recruiter a WHERE a.person_id = o.author_id AND a.company_id = o.company_id))
           ORDER BY r.requested_at, r.id"#,
        offer.0,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Everybody who may recruit for an establishment.
pub async fn colleagues(tx: &mut Tx<'_>, company: CompanyId) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM recruiter WHERE company_id = $1 AND status = 'granted' ORDER BY id"#,
        company.0,
    )
    .fetch_all(&mut **tx)
    .await
}
