//! What PostgreSQL holds about people, in one row each: fit for one profile and for a million.

use chrono::NaiveDate;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::ProfileId;

/// Whose rows may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Only people whom a recruiter may find.
    Searchable,
    /// Anyone: for the person's own preview.
    Anyone,
}

/// One person's row. A skill travels as `code * 8 + level`, level 0 meaning none.
#[derive(Clone, Debug)]
pub struct RawProfile {
    /// The public id.
    pub profile_id: ProfileId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Skills the person declares.
    pub declared: Vec<i64>,
    /// Skills validated, by validations that hold today.
    pub validated: Vec<i64>,
    /// Jobs of the trainings where they were validated.
    pub jobs: Vec<String>,
}

/// Reads these profiles as they stand on this day; those that may not be read are left out.
pub async fn read_profiles(
    executor: impl PgExecutor<'_>,
    profiles: &[Uuid],
    whose: Whose,
    today: NaiveDate,
) -> sqlx::Result<Vec<RawProfile>> {
    sqlx::query_as!(
        RawProfile,
        r#"SELECT p.profile_id AS "profile_id: ProfileId", p.first_name, p.last_name,
                  ARRAY(SELECT (d.skill_code::bigint << 3) | d.level
                        FROM declared_skill d
                        WHERE d.person_id = p.id) AS "declared!",
                  ARRAY(SELECT (v.skill_code::bigint << 3) | coalesce(v.common_level, 0)
                        FROM validation v
                        WHERE v.person_id = p.id AND v.passing AND (v.expires_on IS NULL OR v.expires_on >= $3)
                          AND NOT EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = v.id)
                       ) AS "validated!",
                  ARRAY(SELECT DISTINCT j.job_code
                        FROM validation v
                        JOIN validation_job j ON j.validation_id = v.id
                        WHERE v.person_id = p.id AND v.passing AND (v.expires_on IS NULL OR v.expires_on >= $3)
                          AND NOT EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = v.id)
                       ) AS "jobs!"
           FROM person p
           WHERE p.profile_id = ANY($1)
             AND ($2 OR EXISTS (SELECT FROM searchable_person s WHERE s.person_id = p.id))"#,
        profiles,
        whose == Whose::Anyone,
        today,
    )
    .fetch_all(executor)
    .await
}
