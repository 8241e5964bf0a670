//! Suggestions while someone types, and look-up by code.

use std::collections::HashMap;

use super::entries::{CatalogEntries, CatalogJob, CatalogSkill};
use super::matching::{self, JobMatcher, JobText, SkillMatcher};
use super::titles::{NewTitle, TitleIndex};
use crate::codes::{RomeCode, SkillCode};
use crate::text;

/// A job that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobSuggestion {
    /// The code of the job.
    pub code: RomeCode,
    /// The title of the job.
    pub label: String,
    /// The title that matched: the job's own or one of its appellations.
    pub matched: String,
}

/// A skill that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillSuggestion {
    /// The code of the skill.
    pub code: SkillCode,
    /// The title of the skill.
    pub label: String,
}

/// A job that a text is likely about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobProposal {
    /// The code of the job.
    pub code: RomeCode,
    /// The title of the job.
    pub label: String,
    /// The title that is nearest: the job's own or one of its appellations.
    pub matched: String,
    /// The words of the text that its names or its sheet hold, as they were typed.
    pub words: Vec<String>,
}

/// A skill that a text likely means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillProposal {
    /// The code of the skill.
    pub code: SkillCode,
    /// The title of the skill.
    pub label: String,
    /// The words of the text that its title holds, as they were typed.
    pub words: Vec<String>,
}

/// The jobs and skills of one release, ready to be looked up.
#[derive(Debug)]
pub struct CatalogIndex {
    jobs: Vec<CatalogJob>,
    skills: Vec<CatalogSkill>,
    job_titles: TitleIndex,
    skill_titles: TitleIndex,
    jobs_of_texts: JobMatcher,
    skills_of_texts: SkillMatcher,
    /// The active skills, in the order in which texts are compared with them.
    active_skills: Vec<usize>,
    job_by_code: HashMap<RomeCode, usize>,
    job_by_appellation: HashMap<u32, (usize, usize)>,
    skill_by_code: HashMap<SkillCode, usize>,
}

impl CatalogIndex {
    /// Builds the lookup.
    pub fn build(entries: CatalogEntries) -> Self {
        let CatalogEntries { mut jobs, mut skills } = entries;
        jobs.sort_by_key(|job| job.code);
        skills.sort_by_key(|skill| skill.code);
        let mut job_titles = Vec::new();
        let mut job_by_appellation = HashMap::new();
        for (owner, job) in jobs.iter().enumerate() {
            let own = text::words(&job.label);
            job_titles.push(NewTitle { owner, appellation: None, label: &job.label });
            for (at, appellation) in job.appellations.iter().enumerate() {
                job_by_appellation.insert(appellation.code, (owner, at));
                if text::words(&appellation.label) != own {
                    job_titles.push(NewTitle { owner, appellation: Some(at), label: &appellation.label });
                }
            }
        }
        let skill_titles = skills.iter().enumerate().map(|(owner, skill)| NewTitle {
            owner,
            appellation: None,
            label: &skill.label,
        });
        let active_skills: Vec<usize> = (0..skills.len()).filter(|&at| skills[at].is_active).collect();
        let labels: HashMap<SkillCode, &str> =
            skills.iter().map(|skill| (skill.code, skill.label.as_str())).collect();
        let texts: Vec<JobText<'_>> =
            jobs.iter().filter(|job| job.is_active).map(|job| job_text(job, &labels)).collect();
        Self {
            jobs_of_texts: JobMatcher::build(&texts),
            skills_of_texts: SkillMatcher::build(active_skills.iter().map(|&at| skills[at].label.as_str())),
            active_skills,
            job_by_code: jobs.iter().enumerate().map(|(at, job)| (job.code, at)).collect(),
            skill_by_code: skills.iter().enumerate().map(|(at, skill)| (skill.code, at)).collect(),
            skill_titles: TitleIndex::build(skill_titles),
            job_titles: TitleIndex::build(job_titles.into_iter()),
            job_by_appellation,
            jobs,
            skills,
        }
    }

    /// Finds a job by its code.
    pub fn job(&self, code: RomeCode) -> Option<&CatalogJob> {
        self.job_by_code.get(&code).map(|&at| &self.jobs[at])
    }

    /// Finds a skill by its code.
    pub fn skill(&self, code: SkillCode) -> Option<&CatalogSkill> {
        self.skill_by_code.get(&code).map(|&at| &self.skills[at])
    }

    /// Suggests jobs for what was typed: a code or its beginning, the code of an appellation, or words.
    pub fn suggest_jobs(&self, typed: &str, limit: usize) -> Vec<JobSuggestion> {
        let typed = typed.trim();
        let mut found: Vec<(usize, Option<usize>)> = self.jobs_by_code(typed);
        for (owner, appellation) in self.job_titles.search(typed, limit) {
            if !found.iter().any(|(known, _)| *known == owner) {
                found.push((owner, appellation));
            }
        }
        found.truncate(limit);
        found.into_iter().map(|(owner, appellation)| self.job_suggestion(owner, appellation)).collect()
    }

    /// Suggests skills for what was typed: a code or words.
    pub fn suggest_skills(&self, typed: &str, limit: usize) -> Vec<SkillSuggestion> {
        let typed = typed.trim();
        let by_code = typed.parse().ok().and_then(|code: SkillCode| self.skill_by_code.get(&code).copied());
        let by_words = self.skill_titles.search(typed, limit).into_iter().map(|(owner, _)| owner);
        let others = by_words.filter(|owner| Some(*owner) != by_code);
        let found = by_code.into_iter().chain(others).take(limit).map(|owner| &self.skills[owner]);
        found.map(|skill| SkillSuggestion { code: skill.code, label: skill.label.clone() }).collect()
    }

    /// Proposes active jobs for a text that people wrote without the catalogue in mind.
    pub fn jobs_of_text(&self, text: &str, description: &str, limit: usize) -> Vec<JobProposal> {
        let found = self.jobs_of_texts.suggest(text, description, limit).into_iter();
        found
            .filter_map(|found| {
                let job = self.job(found.code)?;
                let matched = names(job).nth(found.name).unwrap_or(&job.label).to_owned();
                Some(JobProposal { code: job.code, label: job.label.clone(), matched, words: found.words })
            })
            .collect()
    }

    /// Proposes active skills for a text that people wrote without the catalogue in mind.
    pub fn skills_of_text(&self, text: &str, description: &str, limit: usize) -> Vec<SkillProposal> {
        let read = matching::words(&format!("{text}\n{description}"));
        let found = self.skills_of_texts.suggest(text, description).into_iter();
        let skills = found.take(limit).map(|at| &self.skills[self.active_skills[at]]);
        skills
            .map(|skill| SkillProposal {
                code: skill.code,
                label: skill.label.clone(),
                words: matching::shared(&read, &skill.label),
            })
            .collect()
    }

    fn job_suggestion(&self, owner: usize, appellation: Option<usize>) -> JobSuggestion {
        let job = &self.jobs[owner];
        let matched = appellation.map_or(&job.label, |at| &job.appellations[at].label);
        JobSuggestion { code: job.code, label: job.label.clone(), matched: matched.clone() }
    }

    fn jobs_by_code(&self, typed: &str) -> Vec<(usize, Option<usize>)> {
        let code = typed.to_ascii_uppercase();
        let is_job_code = code.len() >= 2
            && code.len() <= 5
            && code.starts_with(|letter: char| letter.is_ascii_uppercase())
            && code[1..].bytes().all(|digit| digit.is_ascii_digit());
        if is_job_code {
            let from = self.jobs.partition_point(|job| job.code.as_str() < code.as_str());
            let same = self.jobs[from..].iter().take_while(|job| job.code.as_str().starts_with(&code));
            return (from..from + same.count()).map(|owner| (owner, None)).collect();
        }
        let appellation = typed.parse().ok().and_then(|code: u32| self.job_by_appellation.get(&code));
        appellation.map(|&(owner, at)| (owner, Some(at))).into_iter().collect()
    }
}

/// The title of a job, then its other names.
fn names(job: &CatalogJob) -> impl Iterator<Item = &str> {
    let others = job.appellations.iter().map(|appellation| appellation.label.as_str());
    std::iter::once(job.label.as_str()).chain(others.filter(|name| *name != job.label))
}

fn job_text<'a>(job: &'a CatalogJob, labels: &HashMap<SkillCode, &'a str>) -> JobText<'a> {
    let named = |skills: &[SkillCode]| skills.iter().filter_map(|skill| labels.get(skill).copied()).collect();
    JobText {
        code: job.code,
        family: job.family,
        names: names(job).collect(),
        skills: named(&job.skills),
        core: named(&job.skills[..job.core.min(job.skills.len())]),
        definition: &job.definition,
        access: &job.access,
        neighbours: job.neighbours.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::entries::CatalogAppellation;
    use super::*;

    fn job(code: &str, label: &str, appellations: &[(u32, &str)]) -> CatalogJob {
        let appellation = |&(code, label): &(u32, &str)| CatalogAppellation { code, label: label.into() };
        CatalogJob {
            appellations: appellations.iter().map(appellation).collect(),
            ..CatalogJob::new(RomeCode::parse(code).unwrap(), label.into())
        }
    }

    fn skill(code: u32, label: &str) -> CatalogSkill {
        CatalogSkill { code: SkillCode(code), label: label.into(), is_active: true }
    }

    fn index() -> CatalogIndex {
        CatalogIndex::build(CatalogEntries {
            jobs: vec![
                job(
                    "M1805",
                    "Développeur / Développeuse web",
                    &[
                        (14_156, "Développeur / Développeuse web"),
                        (38_975, "Analyste développeur / développeuse"),
                        (14_157, "Intégrateur / Intégratrice web"),
                    ],
                ),
                job(
                    "H3302",
                    "Opérateur / Opératrice de production",
                    &[
                        (15_001, "Agent / Agente de production manuelle"),
                        (15_002, "Agent / Agente de production"),
                    ],
                ),
                job(
                    "D1102",
                    "Boulanger / Boulangère",
                    &[(11_573, "Artisan boulanger / Artisane boulangère")],
                ),
                job("G1602", "Cuisinier / Cuisinière", &[(12_001, "Chef de cuisine"), (12_002, "Œnologue")]),
                job("M1801", "Administrateur / Administratrice de systèmes d’information", &[]),
            ],
            skills: vec![
                skill(100, "Réaliser une soudure à l'arc"),
                skill(101, "Soudure"),
                skill(102, "Techniques de soudage"),
                skill(103, "Gérer les stocks d'œufs"),
            ],
        })
    }

    fn codes(typed: &str) -> Vec<String> {
        index().suggest_jobs(typed, 10).iter().map(|found| found.code.to_string()).collect()
    }

    #[test]
    fn names_the_appellation_that_matched() {
        let found = index().suggest_jobs("agent de production", 10);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].code.as_str(), found[0].matched.as_str()),
            ("H3302", "Agent / Agente de production")
        );
        assert_eq!(
            index().suggest_jobs("agente production manu", 10)[0].matched,
            "Agent / Agente de production manuelle"
        );
        assert_eq!(index().suggest_jobs("oenolog", 10)[0].matched, "Œnologue");
    }

    #[test]
    fn is_blind_to_accents_case_gender_number_order_and_elision() {
        for typed in
            ["developpeur", "DÉVELOPPEUSE WEB", "web dévelop", "développeuses", "developeur", "devleoppeur"]
        {
            assert_eq!(codes(typed).first().map(String::as_str), Some("M1805"), "{typed}");
        }
        for typed in ["systemes d'information", "information des systèmes", "administratrice"] {
            assert_eq!(codes(typed), ["M1801"], "{typed}");
        }
        assert_eq!(codes("boulangere"), ["D1102"]);
    }

    #[test]
    fn finds_by_code() {
        assert_eq!(codes("m1805"), ["M1805"]);
        assert_eq!(codes(" M18 "), ["M1801", "M1805"]);
        let by_appellation = index().suggest_jobs("14157", 10);
        assert_eq!(by_appellation[0].matched, "Intégrateur / Intégratrice web");
        assert_eq!(index().suggest_skills("102", 10)[0].code, SkillCode(102));
        assert_eq!(index().job(RomeCode::parse("D1102").unwrap()).unwrap().label, "Boulanger / Boulangère");
        assert!(index().skill(SkillCode(9)).is_none());
    }

    #[test]
    fn whole_titles_come_first_then_principal_ones() {
        let found: Vec<u32> =
            index().suggest_skills("soudure", 10).iter().map(|found| found.code.0).collect();
        assert_eq!(found, [101, 100]);
        assert_eq!(index().suggest_skills("oeufs stock", 10)[0].code, SkillCode(103));
        assert_eq!(codes("web"), ["M1805"]);
        assert_eq!(index().suggest_jobs("web", 1)[0].matched, "Développeur / Développeuse web");
    }

    #[test]
    fn texts_lead_to_jobs_and_skills_with_the_words_that_say_so() {
        let index = index();
        let jobs = index.jobs_of_text("Devenir artisan en boulangerie", "", 3);
        assert_eq!(jobs[0].code.as_str(), "D1102");
        assert_eq!(jobs[0].matched, "Artisan boulanger / Artisane boulangère");
        assert_eq!(jobs[0].words, ["artisan", "boulangerie"]);
        let skills = index.skills_of_text("Apprendre la soudure à l’arc", "", 2);
        assert_eq!((skills[0].code, skills.len()), (SkillCode(100), 2));
        assert_eq!(skills[0].words, ["soudure", "arc"]);
        assert!(index.jobs_of_text("zzzz", "", 3).is_empty() && index.skills_of_text("", "", 3).is_empty());
    }

    #[test]
    fn what_left_the_release_is_proposed_for_no_text() {
        let mut retired = job("A1401", "Vendangeur / Vendangeuse", &[]);
        retired.is_active = false;
        let mut old = skill(7, "Couper des raisins");
        old.is_active = false;
        let index = CatalogIndex::build(CatalogEntries { jobs: vec![retired], skills: vec![old] });
        assert_eq!(index.suggest_jobs("vendangeur", 3).len(), 1, "it is still found by its name");
        assert!(index.jobs_of_text("vendangeur", "", 3).is_empty());
        assert!(index.skills_of_text("couper des raisins", "", 3).is_empty());
    }

    #[test]
    fn nothing_and_nonsense_find_nothing() {
        for typed in ["", "   ", "'", "zzzzzz", "\u{301}", "😀", "%", "\"AND(("] {
            assert!(index().suggest_jobs(typed, 10).is_empty(), "{typed}");
        }
        assert!(index().suggest_jobs("web", 0).is_empty());
    }
}
