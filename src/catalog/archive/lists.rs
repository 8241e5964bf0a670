//! One function per file of the archive: records to typed values.

use std::collections::HashMap;

use carnet_index::RomeCode;

use super::error::ArchiveError;
use super::table::{Row, Table};
use crate::catalog::model::{
    Appellation, Context, Domain, DomainCode, GrandDomain, Job, Letter, Link, Mobility, OgrCode, Skill,
    SkillKind, Weight,
};

type Read<T> = Result<Vec<T>, ArchiveError>;

/// The free texts of a job, one sentence per line in their order.
#[derive(Debug, Default)]
pub struct JobTexts {
    definition: String,
    access: String,
}

fn rome_code(text: &str) -> Option<RomeCode> {
    RomeCode::parse(text).ok()
}

/// Reads the letters.
pub fn grand_domains(table: &Table) -> Read<GrandDomain> {
    let [code, label] = table.columns(["code_grand_domaine", "libelle_grand_domaine"])?;
    let read =
        |row: Row<'_>| Ok(GrandDomain { code: row.parsed(code, Letter::parse)?, label: row.label(label)? });
    table.rows().map(read).collect()
}

/// Reads the professional domains.
pub fn domains(table: &Table) -> Read<Domain> {
    let [code, label] = table.columns(["code_domaine_professionnel", "libelle_domaine_professionnel"])?;
    let read =
        |row: Row<'_>| Ok(Domain { code: row.parsed(code, DomainCode::parse)?, label: row.label(label)? });
    table.rows().map(read).collect()
}

/// Reads the texts of all jobs.
pub fn texts(table: &Table) -> Result<HashMap<RomeCode, JobTexts>, ArchiveError> {
    let [job, kind, position, text] =
        table.columns(["code_rome", "libelle_type_texte", "position_phrase", "libelle_texte"])?;
    let mut sentences = Vec::new();
    for row in table.rows() {
        let place: u32 = row.parsed(position, |text| text.parse().ok())?;
        sentences.push((row.parsed(job, rome_code)?, place, row.text(kind), sentence(row.text(text))));
    }
    sentences.sort_by_key(|(job, place, ..)| (*job, *place));
    let mut texts: HashMap<RomeCode, JobTexts> = HashMap::new();
    for (job, _, kind, sentence) in sentences {
        let of_job = texts.entry(job).or_default();
        match kind {
            "definition" => append(&mut of_job.definition, &sentence),
            "acces_metier" => append(&mut of_job.access, &sentence),
            // Other kinds of text may come with a later release; the catalogue shows these two.
            _ => {}
        }
    }
    Ok(texts)
}

/// One sentence, cleaned of the apostrophes that the publisher's export doubles (`l''agent`) and of stray spaces.
fn sentence(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("''", "'")
}

/// Sentences often come without a final stop: each keeps its own line.
fn append(text: &mut String, sentence: &str) {
    if !text.is_empty() && !sentence.is_empty() {
        text.push('\n');
    }
    text.push_str(sentence);
}

/// Reads the jobs and gives each its texts.
pub fn jobs(table: &Table, mut texts: HashMap<RomeCode, JobTexts>) -> Read<Job> {
    let [code, label, parent] = table.columns(["code_rome", "libelle_rome", "code_rome_parent"])?;
    let read = |row: Row<'_>| {
        let code = row.parsed(code, rome_code)?;
        let JobTexts { definition, access } = texts.remove(&code).unwrap_or_default();
        Ok(Job { code, label: row.label(label)?, parent: row.parsed(parent, rome_code)?, definition, access })
    };
    table.rows().map(read).collect()
}

/// Reads the names of the jobs.
pub fn appellations(table: &Table) -> Read<Appellation> {
    let [code, label, short, job, class, rare] = table.columns([
        "code_ogr",
        "libelle_appellation_long",
        "libelle_appellation_court",
        "code_rome",
        "classification",
        "peu_usite",
    ])?;
    let read = |row: Row<'_>| {
        Ok(Appellation {
            code: row.parsed(code, OgrCode::parse)?,
            job: row.parsed(job, rome_code)?,
            label: row.label(label)?,
            short_label: row.text(short).to_owned(),
            is_principal: row.text(class) == "PRINCIPALE",
            is_rare: row.text(rare) == "O",
        })
    };
    table.rows().map(read).collect()
}

/// Reads detailed skills, macro-skills and soft skills.
pub fn skills(table: &Table) -> Read<Skill> {
    let [code, nature, label, definition, parent, category, detail] = table.columns([
        "code_ogr",
        "nature",
        "libelle_competence",
        "definition",
        "code_ogr_macro_comp",
        "cat_comp",
        "sous_cat_comp",
    ])?;
    let read = |row: Row<'_>| {
        let is_soft = row.text(category).starts_with("Savoir-être");
        let is_macro = row.parsed(nature, is_macro_skill)?;
        let macro_skill = match row.text(parent) {
            "" => None,
            _ => Some(row.parsed(parent, OgrCode::parse)?),
        };
        Ok(Skill {
            code: row.parsed(code, OgrCode::parse)?,
            kind: match (is_soft, is_macro) {
                (true, _) => SkillKind::SoftSkill,
                (false, true) => SkillKind::MacroSkill,
                (false, false) => SkillKind::Skill,
            },
            label: row.label(label)?,
            category: row.text(detail).to_owned(),
            definition: row.text(definition).to_owned(),
            macro_skill,
        })
    };
    table.rows().map(read).collect()
}

fn is_macro_skill(nature: &str) -> Option<bool> {
    match nature {
        "Macro-compétence" => Some(true),
        "Compétence" => Some(false),
        _ => None,
    }
}

/// Reads the knowledge items.
pub fn knowledge(table: &Table) -> Read<Skill> {
    let [code, label, category] = table.columns(["code_ogr_savoir", "libelle_savoir", "categorie_savoir"])?;
    let read = |row: Row<'_>| {
        Ok(Skill {
            code: row.parsed(code, OgrCode::parse)?,
            kind: SkillKind::Knowledge,
            label: row.label(label)?,
            category: row.text(category).to_owned(),
            definition: String::new(),
            macro_skill: None,
        })
    };
    table.rows().map(read).collect()
}

/// Reads the contexts in which jobs are done.
pub fn contexts(table: &Table) -> Read<Context> {
    let [code, label, category] =
        table.columns(["code_ogr", "libelle_cont_travail", "libelle_type_cont_trav"])?;
    let read = |row: Row<'_>| {
        Ok(Context {
            code: row.parsed(code, OgrCode::parse)?,
            label: row.label(label)?,
            category: row.text(category).to_owned(),
        })
    };
    table.rows().map(read).collect()
}

/// Reads the links from jobs to skills, knowledge items and contexts.
pub fn links(table: &Table) -> Read<Link> {
    let [job, item, weight] = table.columns(["code_rome", "code_ogr", "coeur_metier"])?;
    let read = |row: Row<'_>| {
        Ok(Link {
            job: row.parsed(job, rome_code)?,
            item: row.parsed(item, OgrCode::parse)?,
            weight: row.parsed(weight, weight_of)?,
        })
    };
    table.rows().map(read).collect()
}

fn weight_of(word: &str) -> Option<Weight> {
    match word {
        "Principale" => Some(Weight::Core),
        "Émergente" | "Emergente" => Some(Weight::Emerging),
        "" => Some(Weight::Plain),
        _ => None,
    }
}

/// Reads which jobs are within reach of which.
pub fn mobilities(table: &Table) -> Read<Mobility> {
    let [job, target, rank] = table.columns(["code_rome", "code_rome_cible", "numero_ordre"])?;
    let read = |row: Row<'_>| {
        Ok(Mobility {
            job: row.parsed(job, rome_code)?,
            target: row.parsed(target, rome_code)?,
            rank: row.parsed(rank, |text| text.parse().ok())?,
        })
    };
    table.rows().map(read).collect()
}
