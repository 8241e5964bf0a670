//! An experience as its person writes it, and what is wrong with it.

use carnet_index::{Level, RomeCode, SkillCode};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::super::draft::{declared_level, job_codes, unknown_skill};
use crate::platform::http::{Error, FieldError, Fields, Result, texts};

/// Most skills one experience claims.
const MOST_CLAIMS: usize = 30;

/// An experience as it is sent; `PUT` replaces it whole.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExperienceDraft {
    /// What it was, 1 to 200 characters.
    title: String,
    /// Where it was done, 200 characters at most.
    #[serde(default)]
    organisation_name: String,
    /// In which place, 200 characters at most.
    #[serde(default)]
    place: String,
    /// First day, not in the future; needed to declare it.
    #[serde(default)]
    started_on: Option<NaiveDate>,
    /// Last day, not in the future; null while it goes on.
    #[serde(default)]
    ended_on: Option<NaiveDate>,
    /// In one's own words, 5000 characters at most.
    #[serde(default)]
    description: String,
    /// Last day on which what it claims counts; null = for ever.
    #[serde(default)]
    expires_on: Option<NaiveDate>,
    /// The skills one says one took from it, 30 at most.
    #[serde(default)]
    skills: Vec<ClaimDraft>,
    /// Codes of the jobs it belongs to, 20 at most: they give the profile its ROME codes.
    #[serde(default)]
    jobs: Vec<String>,
}

/// A claimed skill.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExperienceClaimDraft)]
pub struct ClaimDraft {
    /// Code of the skill.
    skill: String,
    /// 1 notions, 2 guided, 3 autonomous, 4 expert.
    #[schema(minimum = 1, maximum = 4)]
    level: i64,
}

/// An experience that may be written.
#[derive(Debug)]
pub struct Written {
    /// What it was.
    pub title: String,
    /// Where it was done; empty where that is not said.
    pub organisation_name: String,
    /// In which place; empty where that is not said.
    pub place: String,
    /// First day.
    pub started_on: Option<NaiveDate>,
    /// Last day; none while it goes on.
    pub ended_on: Option<NaiveDate>,
    /// In the person's own words.
    pub description: String,
    /// Last day on which its claims count.
    pub expires_on: Option<NaiveDate>,
    /// The skills, each once.
    pub claims: Vec<(SkillCode, Level)>,
    /// The jobs, each once.
    pub jobs: Vec<RomeCode>,
}

/// What the catalogue says of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is in the release of today.
    Active,
    /// It left the catalogue.
    Retired,
    /// No release had it.
    Unknown,
}

impl ExperienceDraft {
    /// Reads it. `held` are the skills it claims already: what left the catalogue stays, and is not newly claimed.
    pub fn parse(
        &self,
        today: NaiveDate,
        held: &[SkillCode],
        skill: impl Fn(SkillCode) -> Known,
        is_job: impl Fn(RomeCode) -> bool,
    ) -> Result<Written> {
        let mut fields = Fields::default();
        let title = fields.check(texts::line("/title", &self.title, 1..=200));
        let organisation = texts::line("/organisation_name", &self.organisation_name, 0..=200);
        let organisation_name = fields.check(organisation);
        let place = fields.check(texts::line("/place", &self.place, 0..=200));
        let description = fields.check(texts::paragraphs("/description", &self.description, 0..=5000));
        for fault in self.faults_of_days(today) {
            fields.push(fault);
        }
        let claims = self.claims(held, skill, &mut fields);
        let jobs = fields.check(job_codes(&self.jobs, is_job));
        fields.finish()?;
        match (title, organisation_name, place, description, jobs) {
            (Some(title), Some(organisation_name), Some(place), Some(description), Some(jobs)) => {
                Ok(Written {
                    title,
                    organisation_name,
                    place,
                    started_on: self.started_on,
                    ended_on: self.ended_on,
                    description,
                    expires_on: self.expires_on,
                    claims,
                    jobs,
                })
            }
            _ => Err(Error::Internal(anyhow::anyhow!("a field without value and without fault"))),
        }
    }

    fn faults_of_days(&self, today: NaiveDate) -> Vec<FieldError> {
        let mut faults = Vec::new();
        for (pointer, day) in [("/started_on", self.started_on), ("/ended_on", self.ended_on)] {
            if day.is_some_and(|day| day > today) {
                faults.push(FieldError::new(pointer, "in_future", "Ce jour n’est pas encore venu."));
            }
        }
        for (pointer, day) in [("/ended_on", self.ended_on), ("/expires_on", self.expires_on)] {
            if day.is_some_and(|day| self.started_on.is_some_and(|start| day < start)) {
                faults.push(FieldError::new(pointer, "before_start", "La fin précède le début."));
            }
        }
        if self.started_on.is_none() && self.ended_on.is_some() {
            faults.push(FieldError::new("/started_on", "required", "Indiquez aussi le premier jour."));
        }
        faults
    }

    fn claims(
        &self,
        held: &[SkillCode],
        skill: impl Fn(SkillCode) -> Known,
        fields: &mut Fields,
    ) -> Vec<(SkillCode, Level)> {
        if self.skills.len() > MOST_CLAIMS {
            let message = format!("{MOST_CLAIMS} compétences au plus.");
            fields.push(FieldError::new("/skills", "too_many", message));
            return Vec::new();
        }
        let mut claims: Vec<(SkillCode, Level)> = Vec::with_capacity(self.skills.len());
        for (place, claim) in self.skills.iter().enumerate() {
            let code = claim.skill.parse::<SkillCode>().map_err(|_| unknown_skill()).and_then(|code| {
                let is_new = !held.contains(&code);
                match skill(code) {
                    Known::Unknown => Err(unknown_skill()),
                    Known::Retired if is_new => Err(retired_skill()),
                    _ if claims.iter().any(|(other, _)| *other == code) => Err(twice()),
                    _ => Ok(code),
                }
            });
            let at = |fault: FieldError| FieldError {
                pointer: format!("/skills/{place}{}", fault.pointer),
                ..fault
            };
            let code = fields.check(code.map_err(at));
            let level = fields.check(declared_level(claim.level).map_err(at));
            if let (Some(code), Some(level)) = (code, level) {
                claims.push((code, level));
            }
        }
        claims
    }
}

fn retired_skill() -> FieldError {
    FieldError::new("/skill", "retired_code", "Cette compétence a quitté le référentiel.")
}

fn twice() -> FieldError {
    FieldError::new("/skill", "duplicate", "Cette compétence est donnée deux fois.")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const TODAY: &str = "2026-03-03";

    fn read(body: Value) -> std::result::Result<Written, Vec<String>> {
        let draft: ExperienceDraft = serde_json::from_value(body).unwrap();
        let skill = |code: SkillCode| match code.0 {
            100..200 => Known::Active,
            200..300 => Known::Retired,
            _ => Known::Unknown,
        };
        let is_job = |code: RomeCode| code == RomeCode::parse("M1805").unwrap();
        draft.parse(TODAY.parse().unwrap(), &[SkillCode(200)], skill, is_job).map_err(|error| match error {
            Error::Invalid(faults) => {
                faults.iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
            }
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn a_title_is_enough_to_begin() {
        let written = read(json!({"title": " Bénévole "})).unwrap();
        assert_eq!((written.title.as_str(), written.started_on), ("Bénévole", None));
        assert_eq!(read(json!({"title": " "})).unwrap_err(), ["/title required"]);
    }

    #[test]
    fn days_are_past_and_in_their_order() {
        let days = |start: Value, end: Value, last: Value| {
            read(json!({"title": "a", "started_on": start, "ended_on": end, "expires_on": last}))
        };
        assert!(days(json!(TODAY), json!(TODAY), json!(TODAY)).is_ok());
        assert!(days(json!("2020-01-01"), json!(null), json!("2030-01-01")).is_ok());
        assert_eq!(
            days(json!("2026-03-04"), json!(null), json!(null)).unwrap_err(),
            ["/started_on in_future"]
        );
        assert_eq!(
            days(json!("2026-03-02"), json!("2026-03-01"), json!("2026-03-01")).unwrap_err(),
            ["/ended_on before_start", "/expires_on before_start"]
        );
        assert_eq!(
            days(json!(null), json!("2026-03-01"), json!(null)).unwrap_err(),
            ["/started_on required"]
        );
    }

    #[test]
    fn claims_are_known_said_once_and_not_newly_retired() {
        let claims = |skills: Value| read(json!({"title": "a", "skills": skills}));
        let written = claims(json!([{"skill": "101", "level": 3}, {"skill": "200", "level": 1}])).unwrap();
        assert_eq!(written.claims.iter().map(|(code, _)| code.0).collect::<Vec<_>>(), [101, 200]);
        assert_eq!(
            claims(json!([
                {"skill": "101", "level": 5}, {"skill": "999", "level": 1}, {"skill": "x", "level": 1},
                {"skill": "201", "level": 1}, {"skill": "102", "level": 1}, {"skill": "102", "level": 2},
            ]))
            .unwrap_err(),
            [
                "/skills/0/level out_of_range",
                "/skills/1/skill unknown_skill",
                "/skills/2/skill unknown_skill",
                "/skills/3/skill retired_code",
                "/skills/5/skill duplicate",
            ]
        );
        let many: Vec<_> = (0..31).map(|n| json!({"skill": (100 + n).to_string(), "level": 1})).collect();
        assert_eq!(claims(json!(many)).unwrap_err(), ["/skills too_many"]);
    }

    #[test]
    fn jobs_are_known() {
        assert_eq!(read(json!({"title": "a", "jobs": ["M1805"]})).unwrap().jobs.len(), 1);
        assert_eq!(read(json!({"title": "a", "jobs": ["Z9999"]})).unwrap_err(), ["/jobs/0 unknown_job"]);
    }
}
