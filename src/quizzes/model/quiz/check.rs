//! What a quiz needs to be published, and which versions of its questions that pins.

use std::collections::{HashMap, HashSet};

use super::{Content, Item, Pins};
use crate::ids::QuestionId;
use crate::platform::http::{FieldError, Fields, Result};

/// What is known of a question of the bank.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The question.
    pub id: QuestionId,
    /// Its newest version.
    pub number: i32,
    /// Whether it is put away.
    pub is_archived: bool,
    /// Its tags.
    pub tags: Vec<String>,
}

/// The versions each item pins, in order. Everything that stands in the way is told at its place.
///
/// A draw takes questions in use that bear all of its tags and that the quiz does not ask anyway. No question is asked twice:
/// there must be enough of them even when the other draws happen to take from the same.
pub fn pins(content: &Content, bank: &[Candidate]) -> Result<Vec<Pins>> {
    let mut fields = Fields::default();
    if content.sections.is_empty() {
        fields.push(FieldError::new("/sections", "required", "Le quiz ne pose aucune question."));
    }
    for (place, section) in content.sections.iter().enumerate() {
        if section.items.is_empty() {
            let message = "Cette partie ne pose aucune question.";
            fields.push(FieldError::new(format!("/sections/{place}/items"), "required", message));
        }
    }
    let by_id: HashMap<QuestionId, &Candidate> = bank.iter().map(|one| (one.id, one)).collect();
    let fixed: HashSet<QuestionId> = content.questions().collect();
    let mut pinned: Vec<Pins> = Vec::new();
    for (section, place, item) in content.items() {
        match item {
            Item::Question { question, .. } => {
                let pointer = format!("/sections/{section}/items/{place}/question_id");
                match by_id.get(question) {
                    Some(one) if one.is_archived => {
                        let message = "Cette question est archivée.";
                        fields.push(FieldError::new(pointer, "archived_question", message));
                    }
                    None => {
                        let message = "Cette question n’est pas dans la banque.";
                        fields.push(FieldError::new(pointer, "unknown_question", message));
                    }
                    Some(_) => {}
                }
                pinned.push(by_id.get(question).map(|one| (one.id, one.number)).into_iter().collect());
            }
            Item::Draw { tags, .. } => {
                let may = |one: &&Candidate| {
                    !one.is_archived && !fixed.contains(&one.id) && tags.iter().all(|tag| bears(one, tag))
                };
                pinned.push(bank.iter().filter(may).map(|one| (one.id, one.number)).collect());
            }
        }
    }
    for (at, (section, place, item)) in content.items().enumerate() {
        if matches!(item, Item::Draw { .. }) {
            let missing =
                (item.count() + taken_by_others(content, &pinned, at)).saturating_sub(pinned[at].len());
            if missing > 0 {
                let message = format!("Il manque {missing} question(s) portant ces étiquettes.");
                let pointer = format!("/sections/{section}/items/{place}/draw");
                fields.push(FieldError::new(pointer, "pool_too_small", message));
            }
        }
    }
    fields.finish()?;
    Ok(pinned)
}

fn bears(candidate: &Candidate, tag: &str) -> bool {
    candidate.tags.iter().any(|own| own.to_lowercase() == tag.to_lowercase())
}

/// How many of the questions that one draw may take the others may have taken at worst.
fn taken_by_others(content: &Content, pinned: &[Pins], at: usize) -> usize {
    let own: HashSet<QuestionId> = pinned[at].iter().map(|(id, _)| *id).collect();
    let others = content
        .items()
        .enumerate()
        .filter(|(other, (_, _, item))| *other != at && matches!(item, Item::Draw { .. }));
    let shared = |other: usize| pinned[other].iter().filter(|(id, _)| own.contains(id)).count();
    others.map(|(other, (_, _, item))| item.count().min(shared(other))).sum()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::{Feedback, Grading, Section, Settings};
    use super::*;
    use crate::platform::http::Error;
    use crate::quizzes::model::question::Points;

    fn id(number: u128) -> QuestionId {
        QuestionId(Uuid::from_u128(number))
    }

    fn content(items: Vec<Item>) -> Content {
        let settings = Settings {
            shuffles_questions: false,
            shuffles_choices: false,
            minutes: None,
            attempts: 1,
            grading: Grading::Highest,
            pass_percent: None,
            negative_percent: 0,
            feedback: Feedback::Never,
            hides_names: false,
            integrity_signals: false,
        };
        let section = Section { title: String::new(), instructions: String::new(), items };
        Content {
            title: "Quiz".into(),
            description: String::new(),
            instructions: String::new(),
            settings,
            sections: vec![section],
        }
    }

    fn bank(tags: &[(u128, &str)]) -> Vec<Candidate> {
        let of = |(number, tag): &(u128, &str)| Candidate {
            id: id(*number),
            number: 3,
            is_archived: *tag == "archived",
            tags: vec![(*tag).to_owned()],
        };
        tags.iter().map(of).collect()
    }

    fn draw(count: u8, tag: &str) -> Item {
        Item::Draw { count, tags: vec![tag.into()], points: Points::of_hundredths(100) }
    }

    fn told(content: &Content, bank: &[Candidate]) -> Vec<(String, String)> {
        let Err(Error::Invalid(faults)) = pins(content, bank) else { panic!("no fault") };
        faults.into_iter().map(|fault| (fault.pointer, fault.code.into_owned())).collect()
    }

    #[test]
    fn a_draw_pins_what_bears_its_tags_and_is_not_asked_anyway() {
        let bank = bank(&[(1, "A"), (2, "a"), (3, "b"), (4, "archived")]);
        let asked = Item::Question { question: id(1), points: None };
        let pinned = pins(&content(vec![asked, draw(1, "a")]), &bank).unwrap();
        assert_eq!(pinned, [vec![(id(1), 3)], vec![(id(2), 3)]]);
    }

    #[test]
    fn what_stands_in_the_way_is_told_at_its_place() {
        let bank = bank(&[(1, "a"), (2, "a"), (4, "archived")]);
        let item = |number| Item::Question { question: id(number), points: None };
        let found = told(&content(vec![item(4), item(9), draw(3, "a")]), &bank);
        let expected = [
            ("/sections/0/items/0/question_id", "archived_question"),
            ("/sections/0/items/1/question_id", "unknown_question"),
            ("/sections/0/items/2/draw", "pool_too_small"),
        ];
        assert_eq!(found, expected.map(|(pointer, code)| (pointer.to_owned(), code.to_owned())));
        let empty = told(&content(Vec::new()), &bank);
        assert_eq!(empty, [("/sections/0/items".to_owned(), "required".to_owned())]);
    }

    #[test]
    fn draws_that_share_questions_need_enough_for_all() {
        let bank = bank(&[(1, "a"), (2, "a"), (3, "a")]);
        assert!(pins(&content(vec![draw(1, "a"), draw(2, "a")]), &bank).is_ok());
        assert_eq!(told(&content(vec![draw(2, "a"), draw(2, "a")]), &bank).len(), 2);
    }
}
