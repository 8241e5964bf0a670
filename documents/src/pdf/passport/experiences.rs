//! Experiences of one's own, with what organisations judged of them, and what other platforms attested.

use chrono::NaiveDate;
use serde::Serialize;

use super::super::words::{lines, printed};
use super::{digits, organisation};
use crate::french;
use crate::passport::{
    Authenticity, ExperienceState, ExternalSkill, JudgedSkill, Outcome, PassportExperience, PassportExternal,
    PassportJudgement, PassportProof,
};

/// An experience.
#[derive(Serialize)]
pub struct ExperienceView {
    pub title: String,
    pub facts: Vec<(&'static str, String)>,
    pub description: Vec<String>,
    /// Name, size, hash.
    pub proofs: Vec<[String; 3]>,
    pub judgements: Vec<JudgementView>,
}

/// What an organisation judged.
#[derive(Serialize)]
pub struct JudgementView {
    pub date: String,
    pub organisation: Vec<String>,
    /// How it is drawn.
    pub kind: &'static str,
    pub outcome: &'static str,
    pub authenticity: &'static str,
    pub skills: Vec<String>,
}

/// What another platform attested.
#[derive(Serialize)]
pub struct ExternalView {
    pub title: String,
    pub facts: Vec<(&'static str, String)>,
    /// Skill, level, organisation, date.
    pub skills: Vec<[String; 4]>,
}

impl ExperienceView {
    pub fn of(experience: &PassportExperience) -> Self {
        let mut facts: Vec<(&'static str, String)> = Vec::new();
        facts.extend(experience.organisation.as_deref().map(|name| ("Organisme", printed(name))));
        facts.extend(experience.place.as_deref().map(|place| ("Lieu", printed(place))));
        facts.extend(days(experience.starts_on, experience.ends_on).map(|days| ("Dates", days)));
        facts.push(("État", state(experience.state).to_owned()));
        if !experience.claims.is_empty() {
            let claims: Vec<String> = experience.claims.iter().map(claim).collect();
            facts.push(("Compétences déclarées", claims.join("\u{202f}; ")));
        }
        Self {
            title: printed(&experience.title),
            facts,
            description: experience.description.as_deref().map(lines).unwrap_or_default(),
            proofs: experience.proofs.iter().map(proof).collect(),
            judgements: experience.judgements.iter().map(JudgementView::of).collect(),
        }
    }
}

fn days(starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>) -> Option<String> {
    match (starts_on, ends_on) {
        (Some(from), Some(to)) => Some(french::span(from, to)),
        (Some(from), None) => Some(format!("depuis le {}", french::long_date(from))),
        (None, Some(to)) => Some(format!("jusqu’au {}", french::long_date(to))),
        (None, None) => None,
    }
}

const fn state(state: ExperienceState) -> &'static str {
    match state {
        ExperienceState::Draft => "brouillon",
        ExperienceState::Declared => "déclarée",
        ExperienceState::Submitted => "soumise à un organisme",
        ExperienceState::ToComplete => "à compléter",
        ExperienceState::Validated => "validée",
        ExperienceState::Completed => "validée et complétée",
        ExperienceState::Refused => "refusée",
        ExperienceState::Withdrawn => "retirée",
    }
}

fn claim((label, level): &(String, Option<u8>)) -> String {
    let label = printed(label);
    level.map_or_else(|| label.clone(), |level| format!("{label} ({})", french::level(level)))
}

fn proof(proof: &PassportProof) -> [String; 3] {
    let mut name = printed(&proof.name);
    if proof.is_masked {
        name.push_str(" (zones masquées)");
    }
    if let Some(on) = proof.removed_on {
        name = format!("{name} (pièce retirée le {})", french::short_date(on));
    }
    // A place to break in the middle: 64 digits fit no column.
    let hash = digits(&proof.sha256);
    let (first, second) = hash.split_at(hash.len() / 2);
    [name, french::size(proof.bytes), format!("{first}\u{200b}{second}")]
}

impl JudgementView {
    fn of(judgement: &PassportJudgement) -> Self {
        let (kind, outcome) = match judgement.outcome {
            Outcome::Validated => ("attested", "Validée"),
            Outcome::Completed => ("attested", "Validée et complétée"),
            Outcome::Refused => ("refused", "Refusée"),
        };
        let authenticity = match judgement.authenticity {
            Authenticity::Authentic => "pièces authentiques",
            Authenticity::NotAuthentic => "pièces jugées non authentiques",
            Authenticity::Undetermined => "authenticité des pièces non établie",
        };
        let mut skills: Vec<String> = judgement.skills.iter().map(judged).collect();
        skills.extend(judgement.text.as_deref().map(|text| format!("«\u{a0}{}\u{a0}»", printed(text))));
        Self {
            date: french::short_date(judgement.decided_on),
            organisation: organisation(&judgement.organisation),
            kind,
            outcome,
            authenticity,
            skills,
        }
    }
}

fn judged(skill: &JudgedSkill) -> String {
    let label = printed(&skill.label);
    let mut said = match (skill.is_attested, skill.level.as_deref().map(printed)) {
        (true, Some(level)) => format!("{label}\u{a0}: attestée ({level})"),
        (true, None) => format!("{label}\u{a0}: attestée"),
        (false, _) => format!("{label}\u{a0}: non attestée"),
    };
    if let Some(reason) = &skill.reason {
        said = format!("{said}, «\u{a0}{}\u{a0}»", printed(reason));
    }
    said
}

impl ExternalView {
    pub fn of(external: &PassportExternal) -> Self {
        let form = if external.is_badge { "Open Badge" } else { "carnet signé par une autre plateforme" };
        let mut facts = vec![("Forme", form.to_owned())];
        facts.extend(external.number.as_deref().map(|number| ("Numéro", printed(number))));
        facts.push(("Émis le", french::long_date(external.issued_on)));
        facts.push(("Importé le", french::long_date(external.imported_on)));
        facts.push(("Clé", printed(&external.key_id)));
        let skill = |skill: &ExternalSkill| {
            let level = skill.level.as_deref().map(printed).or(skill.common_level.map(french::level));
            let code = skill.code.as_deref().map(|code| format!(" ({})", printed(code))).unwrap_or_default();
            [
                format!("{}{code}", printed(&skill.label)),
                level.unwrap_or_else(|| "—".to_owned()),
                skill.organisation.as_deref().map_or_else(|| "—".to_owned(), printed),
                skill.attested_on.map_or_else(|| "—".to_owned(), french::short_date),
            ]
        };
        Self { title: printed(&external.issuer), facts, skills: external.skills.iter().map(skill).collect() }
    }
}
