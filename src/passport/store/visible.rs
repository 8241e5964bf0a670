//! What others may see of the passports of many people at once: the bulk read behind the search index.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use carnet_index::{Level, RomeCode, SkillCode, VisibleSkill};
use chrono::NaiveDate;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::model::searchable::{Proof, searchable};
use super::declared::level;
use super::validations::skill;
use crate::ids::PersonId;

/// What a person holds, as it is searchable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldSkills {
    /// The skills, by code, one entry each.
    pub skills: Vec<VisibleSkill>,
    /// Jobs of the trainings where they were validated (valid validations only), and those named for declared experiences, by
    /// code.
    pub jobs: Vec<RomeCode>,
}

/// What these people hold on this day. One query, whatever their number; somebody who holds nothing is absent.
/// Whether they may be seen at all is not decided here.
pub async fn visible_skills(
    executor: impl PgExecutor<'_>,
    people: &[PersonId],
    today: NaiveDate,
) -> sqlx::Result<HashMap<PersonId, HeldSkills>> {
    let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    let rows = read(executor, &people, today).await?;
    Ok(rows.into_iter().map(|row| (row.person, row.held(today))).filter(|(_, held)| held.is_some()).collect())
}

/// Everything about one person in one row: the elements of arrays belong together by their place.
struct Row {
    person: PersonId,
    declared_codes: Vec<i32>,
    declared_levels: Vec<i16>,
    claimed_codes: Vec<i32>,
    claimed_levels: Vec<i16>,
    named_jobs: Vec<String>,
    codes: Vec<i32>,
    levels: Vec<Option<i16>>,
    passing: Vec<bool>,
    revoked: Vec<bool>,
    expires_on: Vec<Option<NaiveDate>>,
    /// The jobs of each validation, with blanks between them.
    jobs: Vec<String>,
}

async fn read(executor: impl PgExecutor<'_>, people: &[Uuid], today: NaiveDate) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"SELECT person_id AS "person!: PersonId",
                  COALESCE(d.codes, '{}') AS "declared_codes!", COALESCE(d.levels, '{}') AS "declared_levels!",
                  COALESCE(s.codes, '{}') AS "claimed_codes!", COALESCE(s.levels, '{}') AS "claimed_levels!",
                  COALESCE(j.codes, '{}') AS "named_jobs!",
                  COALESCE(v.codes, '{}') AS "codes!", COALESCE(v.levels, '{}') AS "levels!: Vec<Option<i16>>",
                  COALESCE(v.passing, '{}') AS "passing!", COALESCE(v.revoked, '{}') AS "revoked!",
                  COALESCE(v.expires_on, '{}') AS "expires_on!: Vec<Option<NaiveDate>>",
                  COALESCE(v.jobs, '{}') AS "jobs!"
           FROM (
               SELECT person_id, array_agg(skill_code) AS codes, array_agg(level) AS levels
               FROM declared_skill WHERE person_id = ANY($1) GROUP BY person_id) d
           FULL JOIN (
               SELECT v.person_id, array_agg(v.skill_code) AS codes, array_agg(v.common_level) AS levels,
                      array_agg(v.passing) AS passing, array_agg(EXISTS (
                          SELECT FROM validation_revocation r WHERE r.validation_id = v.id)) AS revoked,
                      array_agg(v.expires_on) AS expires_on, array_agg(array_to_string(v.job_codes, ' ')) AS jobs
               FROM validation v WHERE v.person_id = ANY($1) GROUP BY v.person_id) v USING (person_id)
           FULL JOIN (
               SELECT e.person_id, array_agg(c.skill_code) AS codes, array_agg(c.level) AS levels
               FROM experience e JOIN experience_skill c ON c.experience_id = e.id
               WHERE e.person_id = ANY($1) AND e.status = 'declared' AND NOT e.is_hidden
                 AND (e.expires_on IS NULL OR e.expires_on >= $2)
               GROUP BY e.person_id) s USING (person_id)
           FULL JOIN (
               SELECT e.person_id, array_agg(DISTINCT n.job_code) AS codes
               FROM experience e JOIN experience_job n ON n.experience_id = e.id
               WHERE e.person_id = ANY($1) AND e.status = 'declared' AND NOT e.is_hidden
                 AND (e.expires_on IS NULL OR e.expires_on >= $2)
               GROUP BY e.person_id) j USING (person_id)"#,
        people,
        today,
    )
    .fetch_all(executor)
    .await
}

impl Row {
    fn held(&self, today: NaiveDate) -> HeldSkills {
        let said = self.declared_codes.iter().zip(&self.declared_levels);
        let claimed = self.claimed_codes.iter().zip(&self.claimed_levels);
        // What a person says by itself and what they say of an experience are one word: the higher one.
        let mut declared: BTreeMap<SkillCode, Level> = BTreeMap::new();
        for (code, stored) in said.chain(claimed) {
            if let Some(level) = level(*stored) {
                declared.entry(skill(*code)).and_modify(|held| *held = level.max(*held)).or_insert(level);
            }
        }
        let mut proofs: BTreeMap<SkillCode, Vec<Proof>> = BTreeMap::new();
        let mut jobs: BTreeSet<RomeCode> =
            self.named_jobs.iter().filter_map(|code| RomeCode::parse(code).ok()).collect();
        for (place, code) in self.codes.iter().enumerate() {
            let proof = self.proof(place);
            proofs.entry(skill(*code)).or_default().push(proof);
            if proof.is_valid(today) {
                jobs.extend(
                    self.jobs[place].split_whitespace().filter_map(|code| RomeCode::parse(code).ok()),
                );
            }
        }
        let codes: BTreeSet<SkillCode> = declared.keys().chain(proofs.keys()).copied().collect();
        let skills = codes.into_iter().filter_map(|code| {
            let proofs = proofs.get(&code).map(Vec::as_slice).unwrap_or_default();
            let seen = searchable(declared.get(&code).copied(), proofs, today)?;
            Some(VisibleSkill { code, level: seen.level, status: seen.status })
        });
        HeldSkills { skills: skills.collect(), jobs: jobs.into_iter().collect() }
    }

    fn proof(&self, place: usize) -> Proof {
        Proof {
            level: self.levels[place].and_then(level),
            is_passing: self.passing[place],
            is_revoked: self.revoked[place],
            expires_on: self.expires_on[place],
        }
    }
}

impl HeldSkills {
    /// Whether there is anything to see.
    fn is_some(&self) -> bool {
        !self.skills.is_empty()
    }
}
