//! What others may see of the passports of many people at once: the bulk read behind the search index.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use carnet_index::{RomeCode, SkillCode, VisibleSkill};
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
    /// Jobs of the trainings where they were validated (valid validations only), by code.
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
    let rows = read(executor, &people).await?;
    Ok(rows.into_iter().map(|row| (row.person, row.held(today))).filter(|(_, held)| held.is_some()).collect())
}

/// Everything about one person in one row: the elements of arrays belong together by their place.
struct Row {
    person: PersonId,
    declared_codes: Vec<i32>,
    declared_levels: Vec<i16>,
    codes: Vec<i32>,
    levels: Vec<Option<i16>>,
    passing: Vec<bool>,
    revoked: Vec<bool>,
    expires_on: Vec<Option<NaiveDate>>,
    /// The jobs of each validation, with blanks between them.
    jobs: Vec<String>,
}

async fn read(executor: impl PgExecutor<'_>, people: &[Uuid]) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"SELECT person_id AS "person!: PersonId",
                  COALESCE(d.codes, '{}') AS "declared_codes!", COALESCE(d.levels, '{}') AS "declared_levels!",
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
               FROM validation v WHERE v.person_id = ANY($1) GROUP BY v.person_id) v USING (person_id)"#,
        people
    )
    .fetch_all(executor)
    .await
}

impl Row {
    fn held(&self, today: NaiveDate) -> HeldSkills {
        let declared: BTreeMap<SkillCode, _> = self
            .declared_codes
            .iter()
            .zip(&self.declared_levels)
            .filter_map(|(code, stored)| Some((skill(*code), level(*stored)?)))
            .collect();
        let mut proofs: BTreeMap<SkillCode, Vec<Proof>> = BTreeMap::new();
        let mut jobs = BTreeSet::new();
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
