//! What stands between the braces: choices, words, numbers, true or false, or nothing.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::blocks::Block;
use super::read::Reading;
use super::{SPECIAL, find};
use crate::quizzes::model::exchange::rubric;
use crate::quizzes::model::question::answer::{AcceptedDraft, AnswerDraft, ChoiceDraft};
use crate::quizzes::model::question::{FileKind, Kind, Normalisation, PartialCredit};

/// One answer of several.
struct Piece {
    is_right: bool,
    percent: Option<f64>,
    text: String,
    feedback: String,
}

/// Reads the answer; none when it cannot be one, which is told.
pub fn read(
    inside: &str,
    block: &Block,
    explanation: &mut String,
    reading: &mut Reading,
) -> Option<AnswerDraft> {
    let inside = inside.trim();
    let faults = reading.read.faults.len();
    let answer = if let Some(number) = inside.strip_prefix('#') {
        number_of(number, block, explanation, reading)
    } else if inside.is_empty() {
        Some(open(block, reading))
    } else if let Some(is_true) = truth(inside) {
        Some(true_false(is_true, inside, reading))
    } else {
        pieces_of(inside, block, reading)
    };
    answer.filter(|_| reading.read.faults.len() == faults)
}

/// What a comment notes under this name.
fn noted<'a>(block: &'a Block, name: &str) -> Option<&'a str> {
    block.notes.iter().find(|(known, _)| known == name).map(|(_, text)| text.trim())
}

/// The value of this name on the wire.
fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(Value::String(name.trim().to_owned())).ok()
}

fn not_supported(reading: &mut Reading, message: &str) {
    reading.fault("/answer", "not_supported", message);
}

fn truth(inside: &str) -> Option<bool> {
    let head = inside.split('#').next().unwrap_or_default().trim().to_ascii_uppercase();
    match head.as_str() {
        "T" | "TRUE" => Some(true),
        "F" | "FALSE" => Some(false),
        _ => None,
    }
}

/// What follows is read by whoever was wrong, then by whoever was right.
fn true_false(is_true: bool, inside: &str, reading: &mut Reading) -> AnswerDraft {
    let parts = rubric::split(inside, '#');
    let mut part = |at: usize| reading.text(parts.get(at).copied().unwrap_or_default());
    let (wrong, right) = (part(1), part(2));
    let (feedback_true, feedback_false) = if is_true { (right, wrong) } else { (wrong, right) };
    AnswerDraft {
        is_true: Some(is_true),
        feedback_true: Some(feedback_true),
        feedback_false: Some(feedback_false),
        ..AnswerDraft::of(Kind::TrueFalse)
    }
}

/// An answer that somebody grades.
fn open(block: &Block, reading: &mut Reading) -> AnswerDraft {
    let mut rubric = Vec::new();
    for (_, text) in block.notes.iter().filter(|(name, _)| name == "criterion") {
        match rubric::of_line(text) {
            Some(criterion) => rubric.push(criterion),
            None => reading.fault("/answer/rubric", "number_format", "Un critère commence par ses points."),
        }
    }
    let rubric = Some(rubric);
    let number = |name: &str| noted(block, name).and_then(|text| text.parse().ok());
    if noted(block, "kind") == Some("file") {
        let kinds = noted(block, "kinds").unwrap_or_default().split(',').filter_map(named::<FileKind>);
        return AnswerDraft {
            kinds: Some(kinds.collect()),
            max_bytes: number("max_bytes"),
            max_files: noted(block, "max_files").and_then(|text| text.parse().ok()),
            rubric,
            ..AnswerDraft::of(Kind::File)
        };
    }
    let max_characters = noted(block, "max_characters").and_then(|text| text.parse().ok());
    AnswerDraft { max_characters, rubric, ..AnswerDraft::of(Kind::LongText) }
}

/// `3.14:0.05`, `1..5` or `3`, alone or as the only answer of a list.
fn number_of(
    text: &str,
    block: &Block,
    explanation: &mut String,
    reading: &mut Reading,
) -> Option<AnswerDraft> {
    let text = text.trim();
    let (spec, feedback) = if text.starts_with(['=', '~']) {
        let mut right = pieces(text, reading).into_iter().filter(|piece| piece.is_right);
        match (right.next(), right.next()) {
            (Some(only), None) if only.percent.is_none_or(|percent| percent >= 100.0) => {
                (only.text, only.feedback)
            }
            _ => {
                not_supported(reading, "Un nombre n’a ici qu’une réponse juste, qui vaut tous les points.");
                return None;
            }
        }
    } else {
        let at = find(text, '#', 0);
        let feedback = at.map(|at| reading.text(&text[at + 1..])).unwrap_or_default();
        (rubric::unescape(at.map_or(text, |at| &text[..at]).trim(), SPECIAL), feedback)
    };
    if !feedback.is_empty() {
        *explanation = if explanation.is_empty() { feedback } else { format!("{explanation}\n\n{feedback}") };
    }
    let number =
        |text: &str| text.trim().replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
    let found = if let Some((least, most)) = spec.split_once("..") {
        number(least)
            .zip(number(most))
            .map(|(least, most)| (f64::midpoint(least, most), (most - least) / 2.0))
    } else if let Some((value, tolerance)) = spec.split_once(':') {
        number(value).zip(number(tolerance))
    } else {
        number(&spec).map(|value| (value, 0.0))
    };
    let Some((value, tolerance)) = found else {
        reading.fault("/answer/value", "number_format", "La réponse attendue n’est pas un nombre.");
        return None;
    };
    Some(AnswerDraft {
        value: Some(value),
        tolerance: Some(tolerance),
        unit: noted(block, "unit").map(str::to_owned),
        ..AnswerDraft::of(Kind::Number)
    })
}

/// Choices, or words that are accepted.
fn pieces_of(inside: &str, block: &Block, reading: &mut Reading) -> Option<AnswerDraft> {
    let has_choices = find(inside, '~', 0).is_some();
    if !has_choices && inside.contains("->") {
        not_supported(reading, "Les questions d’appariement ne sont pas reprises.");
        return None;
    }
    let pieces = pieces(inside, reading);
    if pieces.is_empty() {
        not_supported(reading, "Cette réponse n’est pas comprise.");
        return None;
    }
    if !has_choices {
        return Some(short_text(pieces, block, reading));
    }
    let right = pieces.iter().filter(|piece| piece.is_right).count();
    let is_weighted = pieces.iter().any(|piece| piece.percent.is_some_and(|percent| percent.abs() > 1e-9));
    match (right, is_weighted) {
        (0, true) => Some(multiple(pieces, block)),
        (0 | 1, false) => Some(single(pieces)),
        (1, true) => {
            not_supported(reading, "Un choix unique n’a ici qu’une réponse qui vaut des points.");
            None
        }
        _ => {
            let message = "Un choix unique n’a qu’une bonne réponse\u{a0}; un choix multiple donne un pourcentage à chacune.";
            not_supported(reading, message);
            None
        }
    }
}

fn single(pieces: Vec<Piece>) -> AnswerDraft {
    let choice = |piece: Piece| ChoiceDraft {
        id: None,
        text: piece.text,
        is_right: piece.is_right,
        weight: None,
        feedback: piece.feedback,
    };
    AnswerDraft { choices: Some(pieces.into_iter().map(choice).collect()), ..AnswerDraft::of(Kind::Single) }
}

fn multiple(pieces: Vec<Piece>, block: &Block) -> AnswerDraft {
    let credit = noted(block, "credit").and_then(named).unwrap_or(PartialCredit::Weighted);
    let choice = |piece: Piece| {
        let weight = (piece.percent.unwrap_or_default() * 100.0).round() as i32;
        ChoiceDraft {
            id: None,
            text: piece.text,
            is_right: weight > 0,
            weight: (credit == PartialCredit::Weighted).then_some(weight),
            feedback: piece.feedback,
        }
    };
    AnswerDraft {
        choices: Some(pieces.into_iter().map(choice).collect()),
        partial_credit: Some(credit),
        ..AnswerDraft::of(Kind::Multiple)
    }
}

fn short_text(pieces: Vec<Piece>, block: &Block, reading: &mut Reading) -> AnswerDraft {
    let mut accepted = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let percent = piece.percent.unwrap_or(100.0).round();
        if !(1.0..=100.0).contains(&percent) {
            reading.fault(
                "/answer/accepted",
                "out_of_range",
                "Une réponse acceptée vaut entre 1 et 100\u{a0}%.",
            );
        }
        if piece.text == "*" {
            reading.remark("/answer/accepted", "wildcard", "Le joker «\u{a0}*\u{a0}» est pris à la lettre.");
        }
        accepted.push(AcceptedDraft { text: piece.text, percent: percent as u8, feedback: piece.feedback });
    }
    let ignores = noted(block, "ignores").map(|text| {
        let has = |name: &str| text.split(',').any(|word| word.trim() == name);
        Normalisation { case: has("case"), accents: has("accents"), spaces: has("spaces") }
    });
    AnswerDraft { accepted: Some(accepted), ignores, ..AnswerDraft::of(Kind::ShortText) }
}

/// Cuts `=right#feedback ~%50%other` into its pieces.
fn pieces(inside: &str, reading: &mut Reading) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = inside.trim_start();
    while let Some(mark) = rest.chars().next().filter(|mark| matches!(mark, '=' | '~')) {
        rest = &rest[1..];
        let end = [find(rest, '=', 0), find(rest, '~', 0)].into_iter().flatten().min().unwrap_or(rest.len());
        found.push(piece(mark == '=', &rest[..end], reading));
        rest = &rest[end..];
    }
    found
}

fn piece(is_right: bool, raw: &str, reading: &mut Reading) -> Piece {
    let raw = raw.trim();
    let weighted = raw.strip_prefix('%').and_then(|rest| {
        let (percent, rest) = rest.split_once('%')?;
        Some((percent.trim().replace(',', ".").parse::<f64>().ok()?, rest))
    });
    let (percent, raw) = weighted.map_or((None, raw), |(percent, rest)| (Some(percent), rest));
    let at = find(raw, '#', 0);
    let text = reading.text(at.map_or(raw, |at| &raw[..at]));
    let feedback = at.map(|at| reading.text(&raw[at + 1..])).unwrap_or_default();
    Piece { is_right, percent, text, feedback }
}
