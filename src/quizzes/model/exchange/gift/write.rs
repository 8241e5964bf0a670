//! Writes GIFT that comes back as it was, and that other platforms read.

use std::fmt::Write;

use super::ESCAPED;
use super::notes::note;
use crate::quizzes::model::exchange::rubric::{escape, to_line};
use crate::quizzes::model::question::draft::Content;
use crate::quizzes::model::question::{
    Accepted, Block, Choice, Criterion, Expected, FileKind, PartialCredit, statement,
};

/// Writes questions, one per paragraph.
pub fn write(questions: &[Content]) -> String {
    let mut text = String::new();
    for content in questions {
        question(content, &mut text);
        text.push_str("\n\n");
    }
    text
}

/// A text of a question, on one line.
fn line(text: &str) -> String {
    escape(text, ESCAPED)
}

fn question(content: &Content, text: &mut String) {
    let question = &content.question;
    let mut notes = vec![note("points", &question.points.number().to_string())];
    notes.extend(content.tags.iter().map(|tag| note("tag", tag)));
    notes.extend(content.skills.iter().map(|skill| note("skill", &skill.code.to_string())));
    let answer = answer(&question.answer, &mut notes);
    let is_rich = question.statement.iter().any(|block| !matches!(block, Block::Text { .. }));
    let markup = if is_rich { "[markdown]" } else { "[plain]" };
    let title = line(&statement::title(&question.statement));
    let stem = line(&statement::to_text(&question.statement));
    let general = if question.explanation.is_empty() {
        String::new()
    } else {
        format!("\n####{}", line(&question.explanation))
    };
    // Writing to a String cannot fail.
    let _ = write!(text, "// {}\n::{title}::{markup}{stem}{{{answer}{general}}}", notes.join(" "));
}

fn answer(expected: &Expected, notes: &mut Vec<String>) -> String {
    match expected {
        Expected::Single { choices } => {
            let one = |choice: &Choice| {
                let mark = if choice.is_right { "=" } else { "~" };
                // A percentage would be a weight.
                let escape = if choice.text.starts_with('%') { "\\" } else { "" };
                format!("\n{mark}{escape}{}{}", line(&choice.text), feedback(&choice.feedback))
            };
            choices.iter().map(one).collect()
        }
        Expected::Multiple { choices, partial_credit } => multiple(choices, *partial_credit, notes),
        Expected::TrueFalse { is_true, feedback_true, feedback_false } => {
            let (right, wrong) =
                if *is_true { (feedback_true, feedback_false) } else { (feedback_false, feedback_true) };
            let head = if *is_true { "TRUE" } else { "FALSE" };
            match (wrong.is_empty(), right.is_empty()) {
                (true, true) => head.to_owned(),
                (_, true) => format!("{head}#{}", line(wrong)),
                _ => format!("{head}#{}#{}", line(wrong), line(right)),
            }
        }
        Expected::ShortText { accepted, ignores } => {
            let names = [(ignores.case, "case"), (ignores.accents, "accents"), (ignores.spaces, "spaces")];
            let names: Vec<_> = names.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect();
            notes.push(note("ignores", &names.join(",")));
            let one = |one: &Accepted| {
                let is_plain = one.percent == 100 && !one.text.starts_with('%');
                let percent = if is_plain { String::new() } else { format!("%{}%", one.percent) };
                format!("\n={percent}{}{}", line(&one.text), feedback(&one.feedback))
            };
            accepted.iter().map(one).collect()
        }
        Expected::Number { value, tolerance, unit } => {
            if !unit.is_empty() {
                notes.push(note("unit", unit));
            }
            format!("#{value}:{tolerance}")
        }
        Expected::LongText { max_characters, rubric } => {
            notes.push(note("max_characters", &max_characters.to_string()));
            criteria(rubric, notes);
            String::new()
        }
        Expected::File { kinds, max_bytes, max_files, rubric } => {
            let name = |kind: &FileKind| serde_json::to_value(kind).ok()?.as_str().map(str::to_owned);
            let kinds: Vec<_> = kinds.iter().filter_map(name).collect();
            notes.push(note("kind", "file"));
            notes.push(note("kinds", &kinds.join(",")));
            notes.push(note("max_bytes", &max_bytes.to_string()));
            notes.push(note("max_files", &max_files.to_string()));
            criteria(rubric, notes);
            String::new()
        }
    }
}

fn criteria(rubric: &[Criterion], notes: &mut Vec<String>) {
    notes.extend(rubric.iter().map(|criterion| note("criterion", &to_line(criterion))));
}

fn feedback(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("#{}", line(text)) }
}

/// Percentages that other platforms count by; the rule itself is noted.
fn multiple(choices: &[Choice], credit: PartialCredit, notes: &mut Vec<String>) -> String {
    let name = match credit {
        PartialCredit::AllOrNothing => "all_or_nothing",
        PartialCredit::PerChoice => "per_choice",
        PartialCredit::RightMinusWrong => "right_minus_wrong",
        PartialCredit::Weighted => "weighted",
    };
    notes.push(note("credit", name));
    let right = choices.iter().filter(|choice| choice.is_right).count().max(1) as f64;
    let percent = |choice: &Choice| match (choice.weight, choice.is_right) {
        (Some(weight), _) => f64::from(weight) / 100.0,
        (None, true) => (10_000.0 / right).round() / 100.0,
        (None, false) if credit == PartialCredit::AllOrNothing => -100.0,
        (None, false) => -(10_000.0 / right).round() / 100.0,
    };
    let one = |choice: &Choice| {
        format!("\n~%{}%{}{}", percent(choice), line(&choice.text), feedback(&choice.feedback))
    };
    choices.iter().map(one).collect()
}
