//! What a job or a skill is in other classifications.

use std::collections::BTreeSet;

use carnet_index::RomeCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::jobs::Labelled;
use crate::catalog::model::supplement::{Scheme, Subject};
use crate::catalog::model::{OgrCode, Skill, SkillKind};
use crate::catalog::snapshot::{CatalogSnapshot, JobCard};

/// An entry of ESCO, the European classification.
#[derive(Debug, Serialize, ToSchema)]
pub struct EscoLink {
    /// Its address, which is also its identifier.
    uri: String,
    /// Its French name; empty where the publisher gives none.
    label: String,
}

/// The occupations of ESCO that the names of a job stand for, each once, by name.
pub fn esco_of_job(catalog: &CatalogSnapshot, card: &JobCard) -> Vec<EscoLink> {
    let links = card.appellations.iter().flat_map(|name| esco_of_appellation(catalog, name.code));
    let found: BTreeSet<(String, String)> = links.map(|link| (link.label, link.uri)).collect();
    found.into_iter().map(|(label, uri)| EscoLink { uri, label }).collect()
}

/// The occupations of ESCO that one name of a job stands for.
pub fn esco_of_appellation(catalog: &CatalogSnapshot, code: OgrCode) -> impl Iterator<Item = EscoLink> {
    let links = catalog.supplement().links(Subject::Appellation, code.to_string(), Scheme::Esco);
    links.map(|link| EscoLink { uri: link.target.clone(), label: link.label.clone() })
}

/// The skills of ESCO that a skill stands for.
pub fn esco_of_skill(catalog: &CatalogSnapshot, code: OgrCode) -> Vec<EscoLink> {
    let links = catalog.supplement().links(Subject::Skill, code.to_string(), Scheme::Esco);
    links.map(|link| EscoLink { uri: link.target.clone(), label: link.label.clone() }).collect()
}

/// The subjects of training that lead to a job, in Centre Inffo's thesaurus.
pub fn formacodes(catalog: &CatalogSnapshot, job: RomeCode) -> Vec<Labelled> {
    let links = catalog.supplement().links(Subject::Job, job.to_string(), Scheme::Formacode);
    links.map(|link| Labelled { code: link.target.clone(), label: link.label.clone() }).collect()
}

/// The group of a job in ISCO, the international classification.
pub fn isco(catalog: &CatalogSnapshot, job: RomeCode) -> Option<String> {
    catalog
        .supplement()
        .links(Subject::Job, job.to_string(), Scheme::Isco)
        .next()
        .map(|link| link.target.clone())
}

/// The groups of macro-skills a skill belongs to, the widest first: domain, stake, objective.
pub fn groups(catalog: &CatalogSnapshot, skill: &Skill) -> Vec<Labelled> {
    let macro_skill = match skill.kind {
        SkillKind::MacroSkill | SkillKind::SoftSkill => Some(skill.code),
        SkillKind::Skill | SkillKind::Knowledge => skill.macro_skill,
    };
    let groups = macro_skill.map(|code| catalog.supplement().groups_of(code)).unwrap_or_default();
    groups
        .into_iter()
        .map(|group| Labelled { code: group.code.to_string(), label: group.label.clone() })
        .collect()
}
