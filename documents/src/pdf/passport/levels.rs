//! What counts today: a line for each thing that is said of a skill, told apart by shape, word and colour.

use serde::Serialize;

use super::super::words::printed;
use crate::french;
use crate::passport::{ExternalSkill, HeldLevel, PassportDocument, PassportExternal};

/// A line of the table of levels.
#[derive(Serialize)]
pub struct LevelRow {
    pub skill: String,
    pub code: String,
    /// "validated", "attested" or "declared": how it is drawn.
    pub kind: &'static str,
    pub word: &'static str,
    pub level: String,
    pub since: String,
    pub until: String,
}

/// Those of a passport, skill by skill, then what comes from other platforms.
pub fn rows(passport: &PassportDocument) -> Vec<LevelRow> {
    let mut rows = Vec::new();
    for skill in &passport.skills {
        let row = |(kind, word), held: &HeldLevel| LevelRow {
            skill: printed(&skill.label),
            code: printed(&skill.code),
            kind,
            word,
            level: held.common_level.map_or_else(|| "sans niveau commun".to_owned(), french::level),
            since: french::short_date(held.since),
            until: held.until.map_or_else(|| "—".to_owned(), french::short_date),
        };
        let proved = |held: &HeldLevel| row(if held.from_experience { ATTESTED } else { VALIDATED }, held);
        rows.extend(skill.validated.as_ref().map(proved));
        rows.extend(skill.declared.as_ref().map(|held| row(DECLARED, held)));
    }
    for entry in &passport.external {
        rows.extend(entry.skills.iter().map(|skill| external(entry, skill)));
    }
    rows
}

const VALIDATED: (&str, &str) = ("validated", "Validée");
const ATTESTED: (&str, &str) = ("attested", "Attestée");
const DECLARED: (&str, &str) = ("declared", "Déclarée");

fn external(entry: &PassportExternal, skill: &ExternalSkill) -> LevelRow {
    let (kind, word) = ATTESTED;
    let level = skill.level.as_deref().map(printed).or(skill.common_level.map(french::level));
    LevelRow {
        skill: printed(&skill.label),
        code: skill.code.as_deref().map(printed).unwrap_or_default(),
        kind,
        word,
        level: level.unwrap_or_else(|| "sans niveau".to_owned()),
        since: french::short_date(skill.attested_on.unwrap_or(entry.issued_on)),
        until: skill.expires_on.map_or_else(|| "—".to_owned(), french::short_date),
    }
}
