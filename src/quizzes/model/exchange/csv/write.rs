//! Writes a table of questions that comes back as it was, and in which nothing runs.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{CREDITS, FILES, KINDS, harmless};
use crate::quizzes::model::exchange::fields::Field;
use crate::quizzes::model::exchange::rubric::to_line;
use crate::quizzes::model::question::answer::MOST_CHOICES;
use crate::quizzes::model::question::draft::Content;
use crate::quizzes::model::question::{Choice, Criterion, Expected, statement};

/// Columns before the answers, and after them.
const BEFORE: [Field; 3] = [Field::Kind, Field::Statement, Field::Points];
const AFTER: [Field; 14] = [
    Field::Right,
    Field::Weights,
    Field::Credit,
    Field::Tolerance,
    Field::Unit,
    Field::Ignores,
    Field::MaxCharacters,
    Field::FileKinds,
    Field::MaxBytes,
    Field::MaxFiles,
    Field::Rubric,
    Field::Explanation,
    Field::Tags,
    Field::Skills,
];

/// Writes questions as French spreadsheets read them: `;`, UTF-8 with byte-order mark, CRLF. As many columns for answers as
/// the longest question has.
pub fn write(questions: &[Content]) -> anyhow::Result<Vec<u8>> {
    let answers = questions.iter().map(count).max().unwrap_or_default().clamp(4, MOST_CHOICES);
    let answers = (0..answers as u8).flat_map(|at| [Field::Choice(at), Field::Feedback(at)]);
    let columns: Vec<Field> = BEFORE.into_iter().chain(answers).chain(AFTER).collect();
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(columns.iter().map(|field| field.heading()))?;
    for content in questions {
        writer.write_record(columns.iter().map(|field| harmless(cell(content, *field))))?;
    }
    writer.into_inner().map_err(|cause| anyhow::anyhow!("a table is not written: {cause}"))
}

/// How many answers a question has columns for.
fn count(content: &Content) -> usize {
    match &content.question.answer {
        Expected::Single { choices } | Expected::Multiple { choices, .. } => choices.len(),
        Expected::ShortText { accepted, .. } => accepted.len(),
        Expected::TrueFalse { .. } => 2,
        _ => 0,
    }
}

/// What people call this, by one of the lists of names.
fn name_of<T: PartialEq>(names: &[(T, &'static str, &[&str])], value: &T) -> &'static str {
    names.iter().find(|(known, ..)| known == value).map_or("", |(_, name, _)| name)
}

fn cell(content: &Content, field: Field) -> String {
    let question = &content.question;
    match field {
        Field::Kind => name_of(&KINDS, &question.kind()).to_owned(),
        Field::Statement => statement::to_text(&question.statement),
        Field::Points => question.points.number().to_string(),
        Field::Explanation => question.explanation.clone(),
        Field::Tags => content.tags.join(", "),
        Field::Skills => {
            content.skills.iter().map(|skill| skill.code.to_string()).collect::<Vec<_>>().join(", ")
        }
        field => of_answer(&question.answer, field),
    }
}

/// What a column says of the expected answer; nothing where it is about another kind.
fn of_answer(answer: &Expected, field: Field) -> String {
    let said = match (answer, field) {
        (Expected::Single { choices } | Expected::Multiple { choices, .. }, field) => {
            of_choices(answer, choices, field)
        }
        (Expected::TrueFalse { is_true, .. }, Field::Right) => {
            Some(if *is_true { "vrai" } else { "faux" }.to_owned())
        }
        (Expected::TrueFalse { feedback_true, .. }, Field::Feedback(0)) => Some(feedback_true.clone()),
        (Expected::TrueFalse { feedback_false, .. }, Field::Feedback(1)) => Some(feedback_false.clone()),
        (Expected::ShortText { accepted, .. }, Field::Choice(at)) => {
            accepted.get(usize::from(at)).map(|one| one.text.clone())
        }
        (Expected::ShortText { accepted, .. }, Field::Feedback(at)) => {
            accepted.get(usize::from(at)).map(|one| one.feedback.clone())
        }
        (Expected::ShortText { accepted, .. }, Field::Weights) => {
            Some(accepted.iter().map(|one| one.percent.to_string()).collect::<Vec<_>>().join(" "))
        }
        (Expected::ShortText { ignores, .. }, Field::Ignores) => {
            let names = [(ignores.case, "casse"), (ignores.accents, "accents"), (ignores.spaces, "espaces")];
            let names: Vec<_> = names.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect();
            Some(if names.is_empty() { "rien".to_owned() } else { names.join(" ") })
        }
        (Expected::Number { value, .. }, Field::Right) => Some(value.to_string()),
        (Expected::Number { tolerance, .. }, Field::Tolerance) => Some(tolerance.to_string()),
        (Expected::Number { unit, .. }, Field::Unit) => Some(unit.clone()),
        (Expected::LongText { max_characters, .. }, Field::MaxCharacters) => Some(max_characters.to_string()),
        (Expected::LongText { rubric, .. } | Expected::File { rubric, .. }, Field::Rubric) => {
            Some(lines(rubric))
        }
        (Expected::File { kinds, .. }, Field::FileKinds) => {
            Some(kinds.iter().map(|kind| name_of(&FILES, kind)).collect::<Vec<_>>().join(", "))
        }
        (Expected::File { max_bytes, .. }, Field::MaxBytes) => Some(max_bytes.to_string()),
        (Expected::File { max_files, .. }, Field::MaxFiles) => Some(max_files.to_string()),
        _ => None,
    };
    said.unwrap_or_default()
}

fn of_choices(answer: &Expected, choices: &[Choice], field: Field) -> Option<String> {
    let place = |at: u8| choices.get(usize::from(at));
    let joined = |parts: Vec<String>| Some(parts.join(" "));
    match (field, answer) {
        (Field::Choice(at), _) => place(at).map(|choice| choice.text.clone()),
        (Field::Feedback(at), _) => place(at).map(|choice| choice.feedback.clone()),
        (Field::Right, _) => {
            let numbered = (1..).zip(choices).filter(|(_, choice)| choice.is_right);
            joined(numbered.map(|(number, _): (usize, _)| number.to_string()).collect())
        }
        (Field::Weights, _) => {
            let weights = choices.iter().filter_map(|choice| choice.weight);
            joined(weights.map(|weight| (f64::from(weight) / 100.0).to_string()).collect())
        }
        (Field::Credit, Expected::Multiple { partial_credit, .. }) => {
            Some(name_of(&CREDITS, partial_credit).to_owned())
        }
        _ => None,
    }
}

fn lines(rubric: &[Criterion]) -> String {
    rubric.iter().map(to_line).collect::<Vec<_>>().join("\n")
}
