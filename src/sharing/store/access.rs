//! Openings of profiles: written with the answer that shows them, read by the person, deleted after twelve months.

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::ids::{CompanyId, PersonId, RecruiterId};
use crate::platform::db::Tx;
use crate::sharing::model::{
    AccessPurpose, AccessReport, ChainEnds, ChainedAccess, NewAccess, check_accesses,
};

/// Writes that somebody was opened, in the transaction of what shows them: commit it before you answer.
///
/// The database chains it to the one before it of the same person, whose chain it holds until the transaction ends: who
/// opens several people in one transaction takes them in the order of their ids.
pub async fn record_access(tx: &mut Tx<'_>, access: &NewAccess, at: DateTime<Utc>) -> sqlx::Result<()> {
    let written = sqlx::query!(
        "INSERT INTO profile_access
             (person_id, number, company_id, siret, company_name, recruiter_id, role, purpose, fields, at, sha256)
         SELECT $1, 0, c.id, c.siret, coalesce(c.name, c.siret), $3,
                coalesce((SELECT r.role FROM recruiter r WHERE r.id = $3), 'member'), $4, $5, $6, ''
         FROM company c WHERE c.id = $2",
        access.person.0,
        access.company.0,
        access.recruiter.0,
        access.purpose.as_str(),
        &access.fields,
        at,
    )
    .execute(&mut **tx)
    .await?;
    // Nobody is shown without a trace: not to a company that does not exist either.
    if written.rows_affected() == 1 { Ok(()) } else { Err(sqlx::Error::RowNotFound) }
}

/// An opening, as the person is shown it.
#[derive(Clone, Debug)]
pub struct AccessRow {
    /// Place among their openings.
    pub number: i64,
    /// The establishment.
    pub siret: String,
    /// Its name.
    pub company_name: String,
    /// Role of the recruiter there.
    pub role: String,
    /// Why.
    pub purpose: AccessPurpose,
    /// What was shown.
    pub fields: Vec<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The openings of a person, latest first, one row more than the limit when there is more.
pub async fn list_accesses(
    pool: &PgPool,
    person: PersonId,
    before: Option<i64>,
    limit: u32,
) -> sqlx::Result<Vec<AccessRow>> {
    sqlx::query_as!(
        AccessRow,
        r#"SELECT number, siret, company_name, role, purpose AS "purpose: AccessPurpose", fields, at
           FROM profile_access
           WHERE person_id = $1 AND ($2::bigint IS NULL OR number < $2)
           ORDER BY number DESC LIMIT $3"#,
        person.0,
        before,
        i64::from(limit) + 1,
    )
    .fetch_all(pool)
    .await
}

/// Who was opened by this recruiter since then.
pub async fn people_opened_by(
    tx: &mut Tx<'_>,
    recruiter: RecruiterId,
    since: DateTime<Utc>,
) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT person_id AS "person: PersonId" FROM profile_access
           WHERE recruiter_id = $1 AND at >= $2 ORDER BY 1"#,
        recruiter.0,
        since,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Deletes openings from before this instant of at most so many people, oldest first in each chain, and says in the chain where
/// it begins from now on. Tells how many went; 0 once none is due.
pub async fn purge_accesses(tx: &mut Tx<'_>, before: DateTime<Utc>, people: i64) -> sqlx::Result<u64> {
    let due: Vec<Uuid> = sqlx::query_scalar!(
        "SELECT c.person_id FROM profile_access a
         JOIN profile_access_chain c ON c.person_id = a.person_id AND a.number = c.purged + 1
         WHERE a.at <= $1 ORDER BY c.person_id LIMIT $2 FOR UPDATE OF c",
        before,
        people,
    )
    .fetch_all(&mut **tx)
    .await?;
    if due.is_empty() {
        return Ok(0);
    }
    sqlx::query!(
        "UPDATE profile_access_chain c SET purged = gone.number, purged_sha256 = gone.sha256
         FROM (SELECT DISTINCT ON (a.person_id) a.person_id, a.number, a.sha256
               FROM profile_access a
               WHERE a.person_id = ANY($2) AND a.at <= $1
                 AND NOT EXISTS (SELECT FROM profile_access kept
                                 WHERE kept.person_id = a.person_id AND kept.number < a.number AND kept.at > $1)
               ORDER BY a.person_id, a.number DESC) gone
         WHERE c.person_id = gone.person_id",
        before,
        &due,
    )
    .execute(&mut **tx)
    .await?;
    let gone = sqlx::query!(
        "DELETE FROM profile_access a USING profile_access_chain c
         WHERE a.person_id = ANY($1) AND c.person_id = a.person_id AND a.number <= c.purged",
        &due,
    )
    .execute(&mut **tx)
    .await?;
    Ok(gone.rows_affected())
}

struct Row {
    person: PersonId,
    purged: Option<i64>,
    purged_sha256: Option<String>,
    last: Option<i64>,
    last_sha256: Option<String>,
    number: Option<i64>,
    company: Option<CompanyId>,
    siret: Option<String>,
    company_name: Option<String>,
    recruiter: Option<RecruiterId>,
    role: Option<String>,
    purpose: Option<String>,
    fields: Option<Vec<String>>,
    at: Option<DateTime<Utc>>,
    sha256: Option<String>,
}

impl Row {
    fn ends(&self) -> Option<ChainEnds> {
        Some(ChainEnds {
            purged: self.purged?,
            purged_sha256: self.purged_sha256.clone()?,
            last: self.last?,
            last_sha256: self.last_sha256.clone()?,
        })
    }

    fn access(self) -> Option<ChainedAccess> {
        Some(ChainedAccess {
            number: self.number?,
            person: self.person,
            company: self.company?,
            siret: self.siret?,
            company_name: self.company_name?,
            recruiter: self.recruiter?,
            role: self.role?,
            purpose: self.purpose?,
            fields: self.fields?,
            at: self.at?,
            sha256: self.sha256?,
        })
    }
}

/// One person's openings, gathered row by row.
#[derive(Default)]
struct Gathered {
    person: Option<PersonId>,
    ends: Option<ChainEnds>,
    accesses: Vec<ChainedAccess>,
}

impl Gathered {
    fn check(self, report: &mut AccessReport) {
        let Some(person) = self.person else { return };
        report.people += 1;
        report.accesses += self.accesses.len() as u64;
        report.faults.extend(check_accesses(person, &self.accesses, self.ends.as_ref()));
    }
}

/// Checks every person's openings: one statement, hence one snapshot, whoever is opened meanwhile.
pub async fn verify_accesses(connection: &mut PgConnection) -> sqlx::Result<AccessReport> {
    let mut rows = sqlx::query_as!(
        Row,
        r#"SELECT coalesce(a.person_id, c.person_id) AS "person!: PersonId", c.purged AS "purged?",
                  c.purged_sha256 AS "purged_sha256?", c.last AS "last?", c.last_sha256 AS "last_sha256?",
                  a.number AS "number?", a.company_id AS "company?: CompanyId", a.siret AS "siret?",
                  a.company_name AS "company_name?", a.recruiter_id AS "recruiter?: RecruiterId", a.role AS "role?",
                  a.purpose AS "purpose?", a.fields AS "fields?", a.at AS "at?", a.sha256 AS "sha256?"
           FROM profile_access a
           FULL JOIN profile_access_chain c ON c.person_id = a.person_id
           ORDER BY 1, a.number"#
    )
    .fetch(connection);
    let (mut report, mut gathered) = (AccessReport::default(), Gathered::default());
    while let Some(row) = rows.try_next().await? {
        if gathered.person != Some(row.person) {
            let next = Gathered { person: Some(row.person), ends: row.ends(), accesses: Vec::new() };
            std::mem::replace(&mut gathered, next).check(&mut report);
        }
        gathered.accesses.extend(row.access());
    }
    gathered.check(&mut report);
    Ok(report)
}
