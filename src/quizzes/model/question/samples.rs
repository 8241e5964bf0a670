//! Questions of every kind, for tests.

use std::cell::Cell;

use uuid::Uuid;

use super::draft::{Content, Known, QuestionDraft};
use super::{
    Accepted, Block, Choice, Criterion, Expected, FileKind, Normalisation, PartialCredit, Points, Question,
};
use crate::ids::{ChoiceId, FileId};

/// Reads a draft; the ids of its choices are 1, 2, 3…
pub fn parsed(draft: &QuestionDraft) -> Content {
    let next = Cell::new(0_u128);
    let draw = || {
        next.set(next.get() + 1);
        ChoiceId(Uuid::from_u128(next.get()))
    };
    let read = draft.parse(&Known { label: &|_| None, before: None, draw: &draw });
    read.unwrap_or_else(|error| panic!("{error:?} in {draft:?}"))
}

/// One of every kind, with everything that is hard to write in a file. The ids of choices are those that are drawn in order.
pub fn all(image: FileId) -> Vec<Content> {
    let tricky = "a = {b} ~ #c: [d] 50% \\n \\ «\u{a0}é\u{a0}»";
    let choice = |number: u128, text: &str, is_right, weight, feedback: &str| Choice {
        id: ChoiceId(Uuid::from_u128(number)),
        text: text.into(),
        is_right,
        weight,
        feedback: feedback.into(),
    };
    let question = |answer: Expected| Question {
        statement: vec![Block::Text { text: "Que dire\u{a0}?\n\n[html] et :: ainsi".into() }],
        points: Points::of_hundredths(250),
        answer,
        explanation: "Parce que.\n\n// non".into(),
    };
    let criterion = |title: &str, hundredths| Criterion {
        title: title.into(),
        description: "Une | deux\nlignes".into(),
        points: Points::of_hundredths(hundredths),
    };
    let mut rich = question(Expected::Single {
        choices: vec![choice(1, tricky, true, None, "=oui"), choice(2, "%50%\nnon", false, None, "")],
    });
    rich.statement.push(Block::Formula { tex: "\\frac{a}{b} \\neq 1".into() });
    rich.statement.push(Block::Code { language: "c".into(), text: "  if (a == b) {\n\n  }".into() });
    rich.statement.push(Block::Image { file_id: image, alt: "Un schéma".into() });
    let answers = vec![
        rich,
        question(Expected::Multiple {
            choices: vec![
                choice(1, "=un", true, Some(3_333), ""),
                choice(2, "-2", true, Some(6_667), "b"),
                choice(3, "+c", false, Some(-5_000), ""),
                choice(4, "@d", false, Some(0), ""),
            ],
            partial_credit: PartialCredit::Weighted,
        }),
        question(Expected::Multiple {
            choices: vec![
                choice(1, "a", true, None, ""),
                choice(2, "b", true, None, ""),
                choice(3, "c", true, None, ""),
                choice(4, "d", false, None, ""),
            ],
            partial_credit: PartialCredit::PerChoice,
        }),
        question(Expected::TrueFalse {
            is_true: false,
            feedback_true: "Non#".into(),
            feedback_false: "Oui".into(),
        }),
        question(Expected::TrueFalse {
            is_true: true,
            feedback_true: "Oui".into(),
            feedback_false: String::new(),
        }),
        question(Expected::ShortText {
            accepted: vec![
                Accepted { text: "%a%=b".into(), percent: 100, feedback: String::new() },
                Accepted { text: "c".into(), percent: 50, feedback: "presque".into() },
            ],
            ignores: Normalisation { case: true, accents: false, spaces: true },
        }),
        question(Expected::Number { value: -3.25, tolerance: 0.1, unit: "m/s]".into() }),
        question(Expected::LongText {
            max_characters: 500,
            rubric: vec![criterion("Clarté | forme", 150), criterion("Fond", 100)],
        }),
        question(Expected::File {
            kinds: vec![FileKind::Pdf, FileKind::Image],
            max_bytes: 2048,
            max_files: 3,
            rubric: Vec::new(),
        }),
    ];
    let tags = vec!["Sécurité: feu".to_owned(), "=niveau 1".to_owned()];
    answers.into_iter().map(|question| Content { question, tags: tags.clone(), skills: Vec::new() }).collect()
}
