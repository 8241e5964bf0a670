//! What the rows of the database let a recruiter of a company see, worked out apart from the code that answers recruiters: neither
//! its view of who may be found nor its rule of what counts is used here.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::privacy::model::disclosure::{Grant, Grants};

/// The grants of these profiles towards a company of this SIREN.
pub async fn grants(
    conn: &mut PgConnection,
    profiles: &[Uuid],
    siren: &str,
    today: NaiveDate,
) -> sqlx::Result<Grants> {
    let people = sqlx::query!(
        "SELECT p.id, p.profile_id, p.first_name, p.last_name
         FROM person p JOIN visibility v ON v.person_id = p.id
         WHERE p.profile_id = ANY($1) AND v.visible AND p.disabled_at IS NULL AND p.erase_at IS NULL
           AND p.id NOT IN (SELECT b.person_id FROM blocked_company b WHERE b.siren = $2)
           AND (NOT v.chosen_only OR p.id IN (SELECT c.person_id FROM chosen_company c WHERE c.siren = $2))",
        profiles,
        siren,
    )
    .fetch_all(&mut *conn)
    .await?;
    let ids: Vec<Uuid> = people.iter().map(|person| person.id).collect();
    let mut skills = skills(&mut *conn, &ids, today).await?;
    let grant = people.into_iter().map(|person| {
        let skills = skills.remove(&person.id).unwrap_or_default();
        (person.profile_id, Grant { first_name: person.first_name, last_name: person.last_name, skills })
    });
    Ok(grant.collect())
}

type Skills = BTreeMap<String, (Option<i64>, String)>;

/// What each of these people holds, by the words of the privacy notice: the highest valid validation, and only without one what
/// they declare.
async fn skills(
    conn: &mut PgConnection,
    people: &[Uuid],
    today: NaiveDate,
) -> sqlx::Result<BTreeMap<Uuid, Skills>> {
    let rows = sqlx::query!(
        r#"WITH held AS (
               SELECT v.person_id, v.skill_code, max(v.common_level) AS level, true AS is_validated
               FROM validation v LEFT JOIN validation_revocation r ON r.validation_id = v.id
               WHERE v.person_id = ANY($1) AND v.passing AND r.validation_id IS NULL
                 AND (v.expires_on IS NULL OR v.expires_on >= $2)
               GROUP BY 1, 2
               UNION ALL
               SELECT said.person_id, said.skill_code, max(said.level), false FROM (
                   SELECT d.person_id, d.skill_code, d.level FROM declared_skill d WHERE d.person_id = ANY($1)
                   UNION ALL
                   SELECT e.person_id, s.skill_code, s.level
                   FROM experience e JOIN experience_skill s ON s.experience_id = e.id
                   WHERE e.person_id = ANY($1) AND e.status = 'declared' AND NOT e.is_hidden
                     AND (e.expires_on IS NULL OR e.expires_on >= $2)) said
               GROUP BY 1, 2
           )
           SELECT DISTINCT ON (person_id, skill_code) person_id AS "person!", skill_code AS "code!", level,
                  is_validated AS "is_validated!"
           FROM held ORDER BY person_id, skill_code, is_validated DESC"#,
        people,
        today,
    )
    .fetch_all(conn)
    .await?;
    let mut skills: BTreeMap<Uuid, Skills> = BTreeMap::new();
    for row in rows {
        let status = if row.is_validated { "validated" } else { "declared" };
        let stands = (row.level.map(i64::from), status.to_owned());
        skills.entry(row.person).or_default().insert(row.code.to_string(), stands);
    }
    Ok(skills)
}

/// Somebody to ask about.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The account.
    pub person: Uuid,
    /// The public id.
    pub profile: Uuid,
    /// First and last name.
    pub name: String,
    /// What no recruiter may read without a share: address, phone, id of the account.
    pub secrets: Vec<String>,
}

/// People to ask about: half of those who chose to be found, half of the others, so many of each, from a random id on.
pub async fn sample(db: impl PgExecutor<'_>, from: Uuid, each: i64) -> sqlx::Result<Vec<Asked>> {
    let rows = sqlx::query!(
        r#"WITH turned AS (
               (SELECT p.id, 0 AS turn FROM person p JOIN visibility v ON v.person_id = p.id AND v.visible
                WHERE p.profile_id >= $1 ORDER BY p.profile_id LIMIT $2)
               UNION
               (SELECT p.id, 0 FROM person p JOIN visibility v ON v.person_id = p.id AND v.visible
                WHERE p.profile_id < $1 ORDER BY p.profile_id LIMIT $2)
               UNION
               (SELECT p.id, 1 FROM person p LEFT JOIN visibility v ON v.person_id = p.id
                WHERE p.profile_id >= $1 AND v.visible IS NOT TRUE ORDER BY p.profile_id LIMIT $2)
               UNION
               (SELECT p.id, 1 FROM person p LEFT JOIN visibility v ON v.person_id = p.id
                WHERE p.profile_id < $1 AND v.visible IS NOT TRUE ORDER BY p.profile_id LIMIT $2)
           ), ranked AS (
               SELECT t.id, row_number() OVER (PARTITION BY t.turn ORDER BY (p.profile_id < $1), p.profile_id) AS place
               FROM turned t JOIN person p ON p.id = t.id
           )
           SELECT p.id, p.profile_id, p.first_name, p.last_name, p.email, c.phone AS "phone?"
           FROM ranked r JOIN person p ON p.id = r.id LEFT JOIN contact_detail c ON c.person_id = p.id
           WHERE r.place <= $2 AND p.email NOT LIKE '%.invalid' ORDER BY p.profile_id"#,
        from,
        each,
    )
    .fetch_all(db)
    .await?;
    let asked = rows.into_iter().map(|row| Asked {
        person: row.id,
        profile: row.profile_id,
        name: format!("{} {}", row.first_name, row.last_name),
        secrets: [Some(row.email), row.phone, Some(row.id.to_string())].into_iter().flatten().collect(),
    });
    Ok(asked.collect())
}

/// Addresses, below the API's, of what these people have to do with companies: none of them is of the one that asks.
pub async fn dealings(db: impl PgExecutor<'_>, people: &[Uuid], limit: i64) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"SELECT path AS "path!" FROM (
               SELECT '/shares/' || s.id || '/passport' AS path FROM share s
               WHERE s.person_id = ANY($1) AND s.item = 'passport'
               UNION ALL
               SELECT '/shares/' || s.id || '/file' FROM share s WHERE s.person_id = ANY($1) AND s.item IN ('cv', 'proof')
               UNION ALL
               SELECT '/offers/' || r.offer_id || '/recipients/' || r.id FROM offer_recipient r WHERE r.person_id = ANY($1)
               UNION ALL
               SELECT '/rooms/' || c.id || '/messages' FROM chat_room c
               WHERE c.person_id = ANY($1) AND c.kind = 'private') dealing
           ORDER BY md5(path) LIMIT $2"#,
        people,
        limit,
    )
    .fetch_all(db)
    .await
}
