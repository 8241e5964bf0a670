//! The world as the rows say: read from PostgreSQL by the test's own queries, drawn by the published rules.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use sqlx::PgPool;
use uuid::Uuid;

/// A skill of a person: level (0 for none), and whether it is validated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub level: u8,
    pub validated: bool,
}

/// A visible person.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub skills: BTreeMap<u32, Held>,
    pub jobs: BTreeSet<String>,
    pub families: BTreeSet<String>,
    pub hides_from: BTreeSet<String>,
    /// The only companies that see the person; none: all of them.
    pub seen_by: Option<BTreeSet<String>>,
}

/// The catalogue and the visible people.
#[derive(Clone, Debug, Default)]
pub struct World {
    pub people: Vec<Person>,
    pub labels: HashMap<String, String>,
    pub core: BTreeMap<String, Vec<u32>>,
}

type SkillRow = (Uuid, i32, i16);
type ValidationRow = (Uuid, Uuid, i32, Option<i16>, bool, Option<NaiveDate>, bool);

async fn declared(pool: &PgPool) -> Vec<SkillRow> {
    sqlx::query_as("SELECT person_id, skill_code, level FROM declared_skill").fetch_all(pool).await.unwrap()
}

/// Whose companies these are, by SIREN.
async fn companies(pool: &PgPool, sql: &'static str) -> Vec<(Uuid, String)> {
    sqlx::query_as(sql).fetch_all(pool).await.unwrap()
}

/// The companies of one person.
fn of<C: FromIterator<String>>(companies: &[(Uuid, String)], account: Uuid) -> C {
    companies.iter().filter(|(of, _)| *of == account).map(|(_, siren)| siren.clone()).collect()
}

impl World {
    /// Reads everything as it stands on this day.
    pub async fn read(pool: &PgPool, today: NaiveDate) -> Self {
        let mut world = Self::default();
        world.read_catalog(pool).await;
        let parents: HashMap<String, String> = rows(pool, "SELECT code, parent_code FROM rome_job").await;
        let active: BTreeSet<String> = sqlx::query_scalar("SELECT code FROM rome_job WHERE valid_to IS NULL")
            .fetch_all(pool)
            .await
            .unwrap()
            .into_iter()
            .collect();
        let declared = declared(pool).await;
        let validations: Vec<ValidationRow> = sqlx::query_as(
            "SELECT v.person_id, v.id, v.skill_code, v.common_level, v.passing, v.expires_on, r.validation_id IS NOT NULL
             FROM validation v LEFT JOIN validation_revocation r ON r.validation_id = v.id",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        let jobs: Vec<(Uuid, String)> =
            sqlx::query_as("SELECT id, unnest(job_codes) FROM validation").fetch_all(pool).await.unwrap();
        let blocks = companies(pool, "SELECT person_id, siren FROM blocked_company").await;
        let choices = companies(pool, "SELECT person_id, siren FROM chosen_company").await;
        let people: Vec<(Uuid, Uuid, String, String, bool, bool)> = sqlx::query_as(
            "SELECT p.id, p.profile_id, p.first_name, p.last_name,
                    coalesce((SELECT visible FROM visibility v WHERE v.person_id = p.id), false) AND p.disabled_at IS NULL,
                    coalesce((SELECT chosen_only FROM visibility v WHERE v.person_id = p.id), false)
             FROM person p",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        for (account, id, first_name, last_name, is_visible, chosen_only) in people {
            if !is_visible {
                continue;
            }
            let mut person = Person {
                id,
                first_name,
                last_name,
                skills: BTreeMap::new(),
                jobs: BTreeSet::new(),
                families: BTreeSet::new(),
                hides_from: of(&blocks, account),
                seen_by: chosen_only.then(|| of(&choices, account)),
            };
            for (_, code, level) in declared.iter().filter(|(of, ..)| *of == account) {
                person.skills.insert(code.unsigned_abs(), Held { level: *level as u8, validated: false });
            }
            for (_, validation, code, level, passing, expires_on, revoked) in
                validations.iter().filter(|(of, ..)| *of == account)
            {
                if !passing || *revoked || expires_on.is_some_and(|last_day| last_day < today) {
                    continue;
                }
                let level = level.unwrap_or(0) as u8;
                let entry =
                    person.skills.entry(code.unsigned_abs()).or_insert(Held { level: 0, validated: false });
                let best = if entry.validated { entry.level.max(level) } else { level };
                *entry = Held { level: best, validated: true };
                person
                    .jobs
                    .extend(jobs.iter().filter(|(of, _)| of == validation).map(|(_, job)| job.clone()));
            }
            for (job, core) in &world.core {
                let held = core.iter().filter(|skill| person.skills.contains_key(skill)).count();
                if active.contains(job) && held > 0 && held * 2 >= core.len() {
                    person.jobs.insert(job.clone());
                }
            }
            person.families = person.jobs.iter().map(|job| parents[job].clone()).collect();
            world.people.push(person);
        }
        world
    }

    async fn read_catalog(&mut self, pool: &PgPool) {
        for table in ["rome_grand_domain", "rome_domain", "rome_job"] {
            let sql = sqlx::AssertSqlSafe(format!("SELECT code, label FROM {table}"));
            self.labels.extend(sqlx::query_as::<_, (String, String)>(sql).fetch_all(pool).await.unwrap());
        }
        self.labels.extend(rows(pool, "SELECT code::text, label FROM rome_skill").await);
        let links: Vec<(String, i32)> = sqlx::query_as(
            "SELECT l.job_code, l.skill_code
             FROM rome_job_skill l JOIN rome_job j ON j.code = l.job_code
             WHERE l.is_core AND l.valid_to IS NOT DISTINCT FROM j.valid_to
             ORDER BY l.job_code, l.skill_code",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        for code in rows(pool, "SELECT code, label FROM rome_job").await.into_keys() {
            self.core.insert(code, Vec::new());
        }
        for (job, skill) in links {
            self.core.get_mut(&job).unwrap().push(skill.unsigned_abs());
        }
    }
}

async fn rows(pool: &PgPool, sql: &'static str) -> HashMap<String, String> {
    sqlx::query_as::<_, (String, String)>(sql).fetch_all(pool).await.unwrap().into_iter().collect()
}
