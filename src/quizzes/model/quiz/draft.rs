//! A quiz as it is sent, and how it becomes one.

use std::collections::HashSet;

use serde::Deserialize;
use utoipa::ToSchema;

use super::{Content, Feedback, Grading, Item, Kind, MOST_QUESTIONS, Section, Settings};
use crate::ids::QuestionId;
use crate::platform::http::{FieldError, Fields, Result, texts};
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::question::Points;
use crate::quizzes::model::question::draft::{read_tags, twice};

/// Most sections of a quiz.
const MOST_SECTIONS: usize = 20;
/// Longest attempt, in minutes: a day.
const MOST_MINUTES: i16 = 1_440;
/// Most attempts.
const MOST_ATTEMPTS: i16 = 100;

/// A quiz to write.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizDraft {
    /// What it is. Given once.
    pub kind: Kind,
    /// 1 to 200 characters.
    title: String,
    /// 5000 characters at most.
    #[serde(default)]
    description: String,
    /// What people read before they start: 5000 characters at most.
    #[serde(default)]
    instructions: String,
    /// How it is taken and graded.
    #[serde(default)]
    settings: SettingsDraft,
    /// Its parts, 20 at most. A draft may have none yet.
    #[serde(default)]
    sections: Vec<SectionDraft>,
}

/// How a quiz is taken and graded, as it is sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = QuizSettingsDraft)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box that whoever writes the quiz ticks by itself"
)]
pub struct SettingsDraft {
    /// Whether each attempt asks the questions of each section in another order; false by default.
    shuffles_questions: bool,
    /// Whether each attempt shows choices in another order; true by default.
    shuffles_choices: bool,
    /// How long an attempt may last, 1 to 1440 minutes; null: until the quiz closes.
    minutes: Option<i16>,
    /// How many attempts each person has, 1 to 100; 1 by default.
    attempts: i16,
    /// Which of several attempts counts; the best one by default.
    grading: Grading,
    /// From which percentage it is passed, 1 to 100; null: nothing is passed or failed.
    pass_percent: Option<i16>,
    /// Which percentage of its points a wrong answer costs, 0 to 100; 0 by default.
    negative_percent: i16,
    /// When people see what was right; once the results are published by default.
    feedback: Feedback,
    /// Whether names are hidden from whoever grades; true by default.
    hides_names: bool,
    /// Whether changes of tab and pastes are counted, of which people are told before they begin; false by default. Of a company's
    /// quizzes alone.
    integrity_signals: bool,
}

/// A part of a quiz, as it is sent.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuizSectionDraft)]
pub struct SectionDraft {
    /// 200 characters at most.
    #[serde(default)]
    title: String,
    /// 5000 characters at most.
    #[serde(default)]
    instructions: String,
    /// What it asks, in order.
    #[serde(default)]
    items: Vec<ItemDraft>,
}

/// A question, or some that are drawn: one of both.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuizItemDraft)]
pub struct ItemDraft {
    /// A question of the bank.
    #[serde(default)]
    question_id: Option<QuestionId>,
    /// Some, drawn anew for each attempt.
    #[serde(default)]
    draw: Option<DrawDraft>,
    /// What it is worth here, or each of those drawn: up to 1000, with two decimals at most; null: what the question says. Needed
    /// of a draw, so that every attempt is worth the same.
    #[serde(default)]
    points: Option<f64>,
}

/// What is drawn.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuizDrawDraft)]
pub struct DrawDraft {
    /// How many, 1 to 100.
    count: u8,
    /// Tags that all of them bear, 1 to 20.
    tags: Vec<String>,
}

impl Default for SettingsDraft {
    fn default() -> Self {
        Self {
            shuffles_questions: false,
            shuffles_choices: true,
            minutes: None,
            attempts: 1,
            grading: Grading::Highest,
            pass_percent: None,
            negative_percent: 0,
            feedback: Feedback::AfterPublication,
            hides_names: true,
            integrity_signals: false,
        }
    }
}

impl QuizDraft {
    /// The questions it names, whether they exist or not.
    pub fn named(&self) -> Vec<QuestionId> {
        self.sections.iter().flat_map(|section| &section.items).filter_map(|item| item.question_id).collect()
    }

    /// The quiz. `known` are the questions of its owner among those it names. Every fault is told at its place.
    pub fn parse(&self, known: &HashSet<QuestionId>, owner: Owner) -> Result<Content> {
        let mut fields = Fields::default();
        let title = fields.check(texts::line("/title", &self.title, 1..=200));
        let description = fields.check(texts::paragraphs("/description", &self.description, 0..=5_000));
        let instructions = fields.check(texts::paragraphs("/instructions", &self.instructions, 0..=5_000));
        let settings = self.settings.parse(&mut fields);
        self.settings.ensure_fits(owner, &mut fields);
        if self.sections.len() > MOST_SECTIONS {
            fields.push(FieldError::new(
                "/sections",
                "too_many",
                format!("{MOST_SECTIONS} parties au plus."),
            ));
        }
        let mut seen = HashSet::new();
        let mut sections = Vec::new();
        for (place, section) in self.sections.iter().enumerate().take(MOST_SECTIONS) {
            sections.push(section.parse(place, known, &mut seen, &mut fields));
        }
        let content = Content {
            title: title.unwrap_or_default(),
            description: description.unwrap_or_default(),
            instructions: instructions.unwrap_or_default(),
            settings,
            sections,
        };
        if content.count() > MOST_QUESTIONS {
            let message = format!("Un quiz pose au plus {MOST_QUESTIONS} questions.");
            fields.push(FieldError::new("/sections", "too_many", message));
        }
        fields.finish()?;
        Ok(content)
    }
}

impl SettingsDraft {
    fn parse(&self, fields: &mut Fields) -> Settings {
        let bounded = [
            ("minutes", self.minutes, 1, MOST_MINUTES, "Entre 1 minute et 24 heures."),
            ("attempts", Some(self.attempts), 1, MOST_ATTEMPTS, "Entre 1 et 100 tentatives."),
            ("pass_percent", self.pass_percent, 1, 100, "Entre 1 et 100\u{a0}%."),
            ("negative_percent", Some(self.negative_percent), 0, 100, "Entre 0 et 100\u{a0}%."),
        ];
        for (name, value, least, most, message) in bounded {
            if value.is_some_and(|value| !(least..=most).contains(&value)) {
                fields.push(FieldError::new(format!("/settings/{name}"), "out_of_range", message));
            }
        }
        Settings {
            shuffles_questions: self.shuffles_questions,
            shuffles_choices: self.shuffles_choices,
            minutes: self.minutes,
            attempts: self.attempts,
            grading: self.grading,
            pass_percent: self.pass_percent,
            negative_percent: self.negative_percent,
            feedback: self.feedback,
            hides_names: self.hides_names,
            integrity_signals: self.integrity_signals,
        }
    }

    /// What an owner's quizzes cannot be: an invitation of a company is answered once; trainees are watched by nobody.
    fn ensure_fits(&self, owner: Owner, fields: &mut Fields) {
        match owner {
            Owner::Company(_) if self.attempts > 1 => {
                let message =
                    "Une invitation se passe une fois\u{a0}: invitez à nouveau pour une autre tentative.";
                fields.push(FieldError::new("/settings/attempts", "one_per_invitation", message));
            }
            Owner::Organisation(_) if self.integrity_signals => {
                let message = "Un organisme ne compte ni les changements d’onglet ni les collages.";
                fields.push(FieldError::new("/settings/integrity_signals", "companies_only", message));
            }
            Owner::Company(_) | Owner::Organisation(_) => {}
        }
    }
}

impl SectionDraft {
    fn parse(
        &self,
        place: usize,
        known: &HashSet<QuestionId>,
        seen: &mut HashSet<QuestionId>,
        fields: &mut Fields,
    ) -> Section {
        let pointer = format!("/sections/{place}");
        let title = fields.check(texts::line(&format!("{pointer}/title"), &self.title, 0..=200));
        let instructions = fields.check(texts::paragraphs(
            &format!("{pointer}/instructions"),
            &self.instructions,
            0..=5_000,
        ));
        if self.items.len() > MOST_QUESTIONS {
            let message = format!("Un quiz pose au plus {MOST_QUESTIONS} questions.");
            fields.push(FieldError::new(format!("{pointer}/items"), "too_many", message));
        }
        let mut items = Vec::new();
        for (place, item) in self.items.iter().enumerate().take(MOST_QUESTIONS) {
            items.extend(item.parse(&format!("{pointer}/items/{place}"), known, seen, fields));
        }
        Section { title: title.unwrap_or_default(), instructions: instructions.unwrap_or_default(), items }
    }
}

impl ItemDraft {
    fn parse(
        &self,
        pointer: &str,
        known: &HashSet<QuestionId>,
        seen: &mut HashSet<QuestionId>,
        fields: &mut Fields,
    ) -> Option<Item> {
        let points_at = format!("{pointer}/points");
        let points = self.points.and_then(|points| fields.check(Points::parse(&points_at, points)));
        match (self.question_id, &self.draw) {
            (Some(question), None) => {
                let pointer = format!("{pointer}/question_id");
                if !known.contains(&question) {
                    let message = "Cette question n’est pas dans la banque.";
                    fields.push(FieldError::new(pointer, "unknown_question", message));
                } else if !seen.insert(question) {
                    fields.push(twice(pointer));
                }
                Some(Item::Question { question, points })
            }
            (None, Some(draw)) => {
                let (count, tags) = draw.parse(&format!("{pointer}/draw"), fields);
                if self.points.is_none() {
                    let message = "Indiquez ce que vaut chaque question tirée.";
                    fields.push(FieldError::new(points_at, "required", message));
                }
                Some(Item::Draw { count, tags, points: points? })
            }
            _ => {
                let message = "Indiquez une question, ou un tirage.";
                fields.push(FieldError::new(pointer, "question_or_draw", message));
                None
            }
        }
    }
}

impl DrawDraft {
    fn parse(&self, pointer: &str, fields: &mut Fields) -> (u8, Vec<String>) {
        if self.count == 0 || usize::from(self.count) > MOST_QUESTIONS {
            let message = "Entre 1 et 100 questions.";
            fields.push(FieldError::new(format!("{pointer}/count"), "out_of_range", message));
        }
        let tags_at = format!("{pointer}/tags");
        if self.tags.is_empty() {
            fields.push(FieldError::new(tags_at.clone(), "required", "Indiquez au moins une étiquette."));
        }
        (self.count, read_tags(&self.tags, &tags_at, fields))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;
    use crate::ids::{CompanyId, OrganisationId};
    use crate::platform::http::Error;

    const ORGANISATION: Owner = Owner::Organisation(OrganisationId(Uuid::nil()));

    fn told(draft: Value) -> Vec<(String, String)> {
        told_to(draft, ORGANISATION)
    }

    fn told_to(draft: Value, owner: Owner) -> Vec<(String, String)> {
        let known = HashSet::from([QuestionId(Uuid::from_u128(1))]);
        let draft: QuizDraft = serde_json::from_value(draft).unwrap();
        match draft.parse(&known, owner) {
            Ok(_) => Vec::new(),
            Err(Error::Invalid(faults)) => {
                faults.into_iter().map(|fault| (fault.pointer, fault.code.into_owned())).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let found = told(json!({
            "kind": "quiz", "title": " ",
            "settings": { "minutes": 0, "attempts": 101, "pass_percent": 0, "negative_percent": -1 },
            "sections": [{ "items": [
                { "question_id": one }, { "question_id": one, "points": 0.001 }, { "question_id": two }, {},
                { "draw": { "count": 0, "tags": [] } },
                { "question_id": one, "draw": { "count": 1, "tags": ["a"] } },
            ] }],
        }));
        let expected = [
            ("/title", "required"),
            ("/settings/minutes", "out_of_range"),
            ("/settings/attempts", "out_of_range"),
            ("/settings/pass_percent", "out_of_range"),
            ("/settings/negative_percent", "out_of_range"),
            ("/sections/0/items/1/points", "out_of_range"),
            ("/sections/0/items/1/question_id", "duplicate"),
            ("/sections/0/items/2/question_id", "unknown_question"),
            ("/sections/0/items/3", "question_or_draw"),
            ("/sections/0/items/4/draw/count", "out_of_range"),
            ("/sections/0/items/4/draw/tags", "required"),
            ("/sections/0/items/4/points", "required"),
            ("/sections/0/items/5", "question_or_draw"),
        ];
        assert_eq!(found, expected.map(|(pointer, code)| (pointer.to_owned(), code.to_owned())));
    }

    #[test]
    fn a_quiz_asks_a_hundred_questions_at_most() {
        let draw = |count: u8| json!({ "draw": { "count": count, "tags": ["a"] }, "points": 1 });
        let quiz =
            |items: Vec<Value>| json!({ "kind": "quiz", "title": "Q", "sections": [{ "items": items }] });
        assert_eq!(told(quiz(vec![draw(60), draw(41)])), [("/sections".to_owned(), "too_many".to_owned())]);
        let draft: QuizDraft = serde_json::from_value(quiz(vec![draw(60), draw(40)])).unwrap();
        assert_eq!(draft.parse(&HashSet::new(), ORGANISATION).unwrap().count(), 100);
    }

    #[test]
    fn an_invitation_is_one_attempt_and_trainees_are_not_watched() {
        let company = Owner::Company(CompanyId(Uuid::nil()));
        let quiz = |settings: Value| json!({ "kind": "quiz", "title": "Q", "settings": settings });
        let fault = |pointer: &str, code: &str| vec![(pointer.to_owned(), code.to_owned())];
        let twice = || quiz(json!({ "attempts": 2 }));
        let once_per_invitation = fault("/settings/attempts", "one_per_invitation");
        assert_eq!(
            (told_to(twice(), ORGANISATION), told_to(twice(), company)),
            (vec![], once_per_invitation)
        );
        let watched = || quiz(json!({ "integrity_signals": true }));
        let companies_only = fault("/settings/integrity_signals", "companies_only");
        assert_eq!((told_to(watched(), ORGANISATION), told_to(watched(), company)), (companies_only, vec![]));
    }
}
