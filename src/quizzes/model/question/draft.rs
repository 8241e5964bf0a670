//! A question as it is sent, and how it becomes one.

use std::collections::HashSet;

use carnet_index::SkillCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::AnswerDraft;
use super::statement::{self, BlockDraft};
use super::{Points, Question, answer};
use crate::ids::ChoiceId;
use crate::platform::http::{FieldError, Fields, Result, texts};

/// Most tags of a question.
const MOST_TAGS: usize = 20;
/// Most skills of a question.
const MOST_SKILLS: usize = 20;

/// A question to write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionDraft {
    /// What is asked, in order: 1 to 20 parts.
    pub statement: Vec<BlockDraft>,
    /// What it is worth unless a quiz says otherwise: 0.01 to 1000, with two decimals at most; 1 by default.
    #[serde(default = "one_point")]
    pub points: f64,
    /// What is expected of the answer.
    pub answer: AnswerDraft,
    /// Why the right answer is right, read afterwards: 5000 characters at most.
    #[serde(default)]
    pub explanation: String,
    /// Words to find it by and to draw it by: 20 at most, of 1 to 50 characters.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Codes of skills of the catalogue it is about: 20 at most.
    #[serde(default)]
    pub skills: Vec<String>,
}

/// A skill that a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillLine {
    /// Its code.
    pub code: SkillCode,
    /// Its name when this was written.
    pub label: String,
}

/// Everything a version of a question says.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The question.
    pub question: Question,
    /// Its tags.
    pub tags: Vec<String>,
    /// The skills it is about.
    pub skills: Vec<SkillLine>,
}

/// What a draft is read against.
pub struct Known<'a> {
    /// What the catalogue calls a skill that it has today.
    pub label: &'a dyn Fn(SkillCode) -> Option<String>,
    /// What the question said before, when it is written anew.
    pub before: Option<&'a Content>,
    /// Draws the id of a new choice.
    pub draw: &'a dyn Fn() -> ChoiceId,
}

fn one_point() -> f64 {
    1.0
}

impl QuestionDraft {
    /// The question. Every fault is told at its place.
    pub fn parse(&self, known: &Known<'_>) -> Result<Content> {
        let mut fields = Fields::default();
        let statement = statement::parse(&self.statement, &mut fields);
        let points = fields.check(worth("/points", self.points)).unwrap_or_default();
        let explanation = fields.check(texts::paragraphs("/explanation", &self.explanation, 0..=5_000));
        let before = known.before.map(|before| &before.question);
        let answer = answer::parse(&self.answer, points, (before, known.draw), &mut fields);
        let tags = read_tags(&self.tags, "/tags", &mut fields);
        let skills = read_skills(&self.skills, known, &mut fields);
        fields.finish()?;
        let answer = answer.ok_or_else(|| anyhow::anyhow!("an answer without fault was not read"))?;
        let explanation = explanation.unwrap_or_default();
        Ok(Content { question: Question { statement, points, answer, explanation }, tags, skills })
    }
}

impl Content {
    /// Everything somebody may look for it by.
    pub fn words(&self) -> String {
        let choices = self.question.answer.choices().iter().map(|choice| choice.text.as_str());
        let parts = [statement::words(&self.question.statement), self.tags.join(" ")];
        parts.iter().map(String::as_str).chain(choices).collect::<Vec<_>>().join(" ")
    }
}

/// Points that something is worth: more than none.
fn worth(pointer: &str, points: f64) -> std::result::Result<Points, FieldError> {
    let read = Points::parse(pointer, points)?;
    if read == Points::default() {
        return Err(FieldError::new(pointer, "out_of_range", "Une question vaut plus de 0 point."));
    }
    Ok(read)
}

/// Reads tags: trimmed, each once, whatever its case.
pub fn read_tags(given: &[String], pointer: &str, fields: &mut Fields) -> Vec<String> {
    if given.len() > MOST_TAGS {
        fields.push(FieldError::new(pointer, "too_many", format!("{MOST_TAGS} étiquettes au plus.")));
        return Vec::new();
    }
    let mut tags: Vec<String> = Vec::with_capacity(given.len());
    for (place, tag) in given.iter().enumerate() {
        let pointer = format!("{pointer}/{place}");
        let Some(tag) = fields.check(texts::line(&pointer, tag, 1..=50)) else { continue };
        if tag.contains([',', ';', '|', '[', ']']) {
            let message = "Une étiquette ne contient ni virgule, ni point-virgule, ni barre, ni crochet.";
            fields.push(FieldError::new(pointer, "invalid_characters", message));
        } else if tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            fields.push(twice(pointer));
        } else {
            tags.push(tag);
        }
    }
    tags
}

/// Skills of the catalogue. One that left it stays where it stood, with its name.
fn read_skills(given: &[String], known: &Known<'_>, fields: &mut Fields) -> Vec<SkillLine> {
    if given.len() > MOST_SKILLS {
        fields.push(FieldError::new("/skills", "too_many", format!("{MOST_SKILLS} compétences au plus.")));
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut lines = Vec::with_capacity(given.len());
    for (place, text) in given.iter().enumerate() {
        let pointer = format!("/skills/{place}");
        let code = text.trim().parse::<SkillCode>().ok();
        let before = known.before.map_or(&[][..], |before| &before.skills);
        let label = code.and_then(|code| {
            let stood = before.iter().find(|line| line.code == code).map(|line| line.label.clone());
            stood.or_else(|| (known.label)(code))
        });
        match (code, label) {
            (Some(code), Some(_)) if !seen.insert(code) => fields.push(twice(pointer)),
            (Some(code), Some(label)) => lines.push(SkillLine { code, label }),
            _ => {
                let message = "Cette compétence n’existe pas au référentiel.";
                fields.push(FieldError::new(pointer, "unknown_skill", message));
            }
        }
    }
    lines
}

/// The fault of what is said twice.
pub fn twice(pointer: String) -> FieldError {
    FieldError::new(pointer, "duplicate", "C’est indiqué deux fois.")
}
