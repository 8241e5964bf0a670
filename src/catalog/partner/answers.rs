//! The lists of the API, as they are sent, and what Carnet keeps of them.
//!
//! Field names and selectors: pages "ROME 4.0 - Métiers", "Compétences" and "Substitutions" of francetravail.io.
//! Fields that come besides are passed over; a field that is missing makes the whole list unreadable.

use std::collections::BTreeMap;

use carnet_index::RomeCode;
use reqwest::StatusCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::client::{Partner, Subscription};
use super::error::PartnerError;
use crate::catalog::model::supplement::{
    CrossLink, Group, GroupCode, Scheme, Subject, Supplement, formacode, isco, uri,
};
use crate::catalog::model::{OgrCode, text};

const JOBS: &str = "rome-metiers/v1/metiers/metier";
const APPELLATIONS: &str = "rome-metiers/v1/metiers/appellation";
const SKILLS: &str = "rome-competences/v1/competences/competence";

/// The place of a detailed skill in the tree of the publisher, from its macro-skill up.
const PLACES: &str = "@competencedetaillee(macrocompetence(code,objectif(libelle,code,enjeu(libelle,code,domainecompetence(libelle,code)))))";

#[derive(Deserialize)]
struct Job {
    code: String,
    #[serde(rename = "codeIsco", default)]
    isco: Option<String>,
    #[serde(default)]
    formacodes: Vec<Labelled>,
}

#[derive(Deserialize)]
struct Appellation {
    code: String,
    #[serde(rename = "appellationEsco", default)]
    esco: Option<Esco>,
}

#[derive(Deserialize)]
struct Skill {
    code: String,
    #[serde(rename = "competenceEsco", default)]
    esco: Option<Esco>,
    #[serde(rename = "macroCompetence", default)]
    above: Option<MacroSkill>,
}

#[derive(Deserialize)]
struct MacroSkill {
    code: String,
    #[serde(rename = "objectif", default)]
    objective: Option<Objective>,
}

#[derive(Deserialize)]
struct Objective {
    code: String,
    #[serde(rename = "libelle")]
    label: String,
    #[serde(rename = "enjeu")]
    stake: Stake,
}

#[derive(Deserialize)]
struct Stake {
    code: String,
    #[serde(rename = "libelle")]
    label: String,
    #[serde(rename = "domaineCompetence")]
    domain: Labelled,
}

#[derive(Deserialize)]
struct Labelled {
    code: String,
    #[serde(rename = "libelle")]
    label: String,
}

#[derive(Deserialize)]
struct Esco {
    uri: String,
    #[serde(rename = "libelle", default)]
    label: Option<String>,
}

#[derive(Deserialize)]
struct Successor {
    #[serde(rename = "codeSubstitution")]
    code: String,
}

impl Partner {
    /// Asks for everything the archive lacks, four questions in all.
    pub async fn supplement(&self) -> Result<Supplement, PartnerError> {
        let jobs: Vec<Job> =
            self.list(Subscription::Jobs, JOBS, &["code,codeIsco,formacodes(code,libelle)"]).await?;
        let appellations: Vec<Appellation> =
            self.list(Subscription::Jobs, APPELLATIONS, &["code,appellationEsco(uri,libelle)"]).await?;
        let skills: Vec<Skill> =
            self.list(Subscription::Skills, SKILLS, &[PLACES, "code", "competenceesco(libelle,uri)"]).await?;
        let mut supplement = Supplement::default();
        for job in jobs {
            take_job(&mut supplement, job)?;
        }
        for appellation in appellations {
            let code = ogr_code(APPELLATIONS, &appellation.code)?;
            supplement.appellations.push(code);
            take_esco(&mut supplement, Subject::Appellation, code, appellation.esco);
        }
        for skill in skills {
            let code = ogr_code(SKILLS, &skill.code)?;
            supplement.skills.push(code);
            take_esco(&mut supplement, Subject::Skill, code, skill.esco);
            if let Some(macro_skill) = skill.above {
                take_place(&mut supplement, macro_skill)?;
            }
        }
        Ok(supplement)
    }

    /// Asks what took the place of a retired job; none where the publisher names nothing.
    pub async fn successor_of_job(&self, code: RomeCode) -> Result<Option<RomeCode>, PartnerError> {
        let path = format!("rome-substitutions/v1/substitution/METIER/{code}");
        let Some(answer) = self.get::<Successor>(Subscription::Substitutions, &path, &[]).await? else {
            return Ok(None);
        };
        RomeCode::parse(&answer.code).map(Some).map_err(|_| not_a_code(&path, &answer.code))
    }

    /// Asks what took the place of a retired skill; none where the publisher names nothing.
    pub async fn successor_of_skill(&self, code: OgrCode) -> Result<Option<OgrCode>, PartnerError> {
        let path = format!("rome-substitutions/v1/substitution/COMPETENCE/{code}");
        let Some(answer) = self.get::<Successor>(Subscription::Substitutions, &path, &[]).await? else {
            return Ok(None);
        };
        ogr_code(&path, &answer.code).map(Some)
    }

    /// A list that is always there: its address has changed when it is not.
    async fn list<T: DeserializeOwned>(
        &self,
        subscription: Subscription,
        path: &str,
        champs: &[&str],
    ) -> Result<Vec<T>, PartnerError> {
        let gone = PartnerError::Status {
            question: path.to_owned(),
            status: StatusCode::NOT_FOUND,
            retry_after: None,
        };
        self.get(subscription, path, champs).await?.ok_or(gone)
    }
}

fn take_job(supplement: &mut Supplement, job: Job) -> Result<(), PartnerError> {
    let code = RomeCode::parse(&job.code).map_err(|_| not_a_code(JOBS, &job.code))?;
    supplement.jobs.push(code);
    if let Some(number) = job.isco.as_deref().and_then(isco) {
        supplement.links.push(CrossLink::new(Subject::Job, &code, Scheme::Isco, number, String::new()));
    }
    for entry in job.formacodes {
        match (formacode(&entry.code), text::clean(&entry.label)) {
            (Some(number), Some(label)) => {
                supplement.links.push(CrossLink::new(Subject::Job, &code, Scheme::Formacode, number, label));
            }
            _ => supplement.passed_over += 1,
        }
    }
    Ok(())
}

/// An address outside ESCO, or a name that is none, is passed over: it would be shown as a link.
fn take_esco(supplement: &mut Supplement, subject: Subject, code: OgrCode, esco: Option<Esco>) {
    let Some(esco) = esco else { return };
    match uri(&esco.uri) {
        Some(target) => {
            let label = esco.label.as_deref().and_then(text::clean).unwrap_or_default();
            supplement.links.push(CrossLink::new(subject, &code, Scheme::Esco, target, label));
        }
        None => supplement.passed_over += 1,
    }
}

fn take_place(supplement: &mut Supplement, macro_skill: MacroSkill) -> Result<(), PartnerError> {
    let code = ogr_code(SKILLS, &macro_skill.code)?;
    let Some(objective) = macro_skill.objective else { return Ok(()) };
    let stake = objective.stake;
    let group = group_code(&objective.code)?;
    let chain = [
        (group, &objective.label),
        (group_code(&stake.code)?, &stake.label),
        (group_code(&stake.domain.code)?, &stake.domain.label),
    ];
    for (code, label) in chain {
        name_group(&mut supplement.groups, code, label)?;
    }
    supplement.places.insert(code, group);
    Ok(())
}

/// Each of the 17,000 skills repeats the names of its groups: they must be the same every time.
fn name_group(
    groups: &mut BTreeMap<GroupCode, Group>,
    code: GroupCode,
    label: &str,
) -> Result<(), PartnerError> {
    let unreadable = |reason: String| PartnerError::Unreadable { question: SKILLS.to_owned(), reason };
    let label = text::clean(label).ok_or_else(|| unreadable(format!("le groupe {code} n’a pas de nom")))?;
    let known = groups.entry(code).or_insert_with(|| Group { code, label: label.clone() });
    if known.label == label {
        Ok(())
    } else {
        Err(unreadable(format!("le groupe {code} a deux noms, « {} » et « {label} »", known.label)))
    }
}

fn group_code(code: &str) -> Result<GroupCode, PartnerError> {
    GroupCode::parse(code).ok_or_else(|| not_a_code(SKILLS, code))
}

fn ogr_code(question: &str, code: &str) -> Result<OgrCode, PartnerError> {
    OgrCode::parse(code).ok_or_else(|| not_a_code(question, code))
}

fn not_a_code(question: &str, code: &str) -> PartnerError {
    let shown: String = code.chars().filter(|c| !c.is_control()).take(30).collect();
    PartnerError::Unreadable {
        question: question.to_owned(),
        reason: format!("« {shown} » n’est pas un code"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn place(objective: &serde_json::Value) -> Result<Supplement, PartnerError> {
        let mut supplement = Supplement::default();
        let macro_skill = serde_json::from_value(json!({"code": "300195", "objectif": objective})).unwrap();
        take_place(&mut supplement, macro_skill).map(|()| supplement)
    }

    #[test]
    fn the_groups_of_a_macro_skill_are_named_from_the_objective_up() {
        let domain = json!({"code": "2", "libelle": "Communication"});
        let stake = json!({"code": "2D", "libelle": "Nouvelles  technologies", "domaineCompetence": domain});
        let supplement = place(&json!({"code": "2D1", "libelle": "Concevoir", "enjeu": stake})).unwrap();
        let named: Vec<(String, &str)> =
            supplement.groups.values().map(|group| (group.code.to_string(), group.label.as_str())).collect();
        let expected = [("2", "Communication"), ("2D", "Nouvelles technologies"), ("2D1", "Concevoir")];
        assert_eq!(named, expected.map(|(code, label)| (code.to_owned(), label)));
        assert_eq!(supplement.places.len(), 1);
    }

    #[test]
    fn a_group_without_a_name_or_with_two_is_refused() {
        let stake = json!({"code": "2D", "libelle": " ", "domaineCompetence": {"code": "2", "libelle": "X"}});
        assert!(place(&json!({"code": "2D1", "libelle": "Y", "enjeu": stake})).is_err());
        let stake =
            json!({"code": "2D", "libelle": "Z", "domaineCompetence": {"code": "D2", "libelle": "X"}});
        assert!(place(&json!({"code": "2D1", "libelle": "Y", "enjeu": stake})).is_err());
        let mut groups = BTreeMap::new();
        let code = GroupCode::parse("6D1").unwrap();
        name_group(&mut groups, code, "Travailler ensemble").unwrap();
        name_group(&mut groups, code, "Travailler  ensemble").unwrap();
        assert!(name_group(&mut groups, code, "Travailler seul").is_err());
    }

    #[test]
    fn only_addresses_of_esco_are_kept() {
        let mut supplement = Supplement::default();
        let code = OgrCode::parse("38976").unwrap();
        for address in [
            "http://data.europa.eu/esco/occupation/c40a2919-48a9-40ea-b506-1f34f693496d",
            "javascript:alert(1)",
            "http://exemple.fr/esco/occupation/c40a2919-48a9-40ea-b506-1f34f693496d",
        ] {
            let esco = Esco { uri: address.to_owned(), label: None };
            take_esco(&mut supplement, Subject::Appellation, code, Some(esco));
        }
        assert_eq!((supplement.links.len(), supplement.passed_over), (1, 2));
    }
}
