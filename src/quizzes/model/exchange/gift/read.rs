//! Reads GIFT, question by question: one that cannot be read does not keep the others from it.

use super::answer;
use super::blocks::{Block, blocks};
use super::{SPECIAL, find};
use crate::platform::table::Refusal;
use crate::quizzes::model::exchange::rubric::unescape;
use crate::quizzes::model::exchange::{Fault, ReadQuestion, ensure_few, html};
use crate::quizzes::model::question::draft::QuestionDraft;
use crate::quizzes::model::question::statement::{BlockDraft, of_text};

/// What stands where an answer was in the middle of a sentence.
const GAP: &str = "_____";

/// How texts are written in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// As they are read.
    Plain,
    /// With HTML in them.
    Html,
}

/// A question being read.
pub struct Reading {
    /// How its texts are written.
    pub markup: Markup,
    /// What comes of it.
    pub read: ReadQuestion,
}

impl Reading {
    /// A text as people read it.
    pub fn text(&mut self, raw: &str) -> String {
        let text = unescape(raw.trim(), SPECIAL);
        if self.markup == Markup::Plain {
            return text;
        }
        let (text, is_cut) = html::to_text(&text);
        if is_cut {
            self.remark("/statement", "markup_dropped", "Une image ou un tableau n’a pas pu être repris.");
        }
        text
    }

    /// Notes what is wrong.
    pub fn fault(&mut self, field: &str, code: &str, message: &str) {
        self.read.faults.push(Fault::new(self.read.line, field, code, message));
    }

    /// Notes what is left out, once.
    pub fn remark(&mut self, field: &str, code: &str, message: &str) {
        let remark = Fault::new(self.read.line, field, code, message);
        if !self.read.remarks.contains(&remark) {
            self.read.remarks.push(remark);
        }
    }
}

/// Reads a text. Fails when it holds more questions than are taken at once.
pub fn read(text: &str) -> Result<Vec<ReadQuestion>, Refusal> {
    let mut questions = Vec::new();
    for block in blocks(text) {
        ensure_few(block.line, questions.len() + 1)?;
        questions.push(question(&block));
    }
    Ok(questions)
}

fn question(block: &Block) -> ReadQuestion {
    let mut reading = Reading { markup: Markup::Plain, read: ReadQuestion::at(block.line) };
    let (title, rest) = titled(block.text.trim());
    let rest = marked_up(rest, &mut reading);
    let Some(open) = find(rest, '{', 0) else {
        reading.fault("/answer", "no_answer", "Cette question n’a pas de réponse entre accolades.");
        return reading.read;
    };
    let Some(close) = last(rest, '}').filter(|close| *close > open) else {
        reading.fault("/answer", "brace_not_closed", "L’accolade de la réponse n’est pas fermée.");
        return reading.read;
    };
    let (before, inside, after) = (&rest[..open], &rest[open + 1..close], rest[close + 1..].trim());
    let stem = if after.is_empty() { before.to_owned() } else { format!("{} {GAP} {after}", before.trim()) };
    let stem = reading.text(&stem);
    let statement = of_text(&stem);
    if let Some(title) = title.filter(|title| !says_the_same(title, &statement)) {
        let message =
            format!("Le titre «\u{a0}{title}\u{a0}» n’est pas repris\u{a0}: une question n’en a pas.");
        reading.remark("/statement", "title_dropped", &message);
    }
    let (inside, general) = match inside.find("####") {
        Some(at) => (&inside[..at], &inside[at + 4..]),
        None => (inside, ""),
    };
    let mut explanation = reading.text(general);
    let answer = answer::read(inside, block, &mut explanation, &mut reading);
    let (points, tags, skills) = noted(block, &mut reading);
    if reading.read.faults.is_empty() {
        reading.read.draft =
            answer.map(|answer| QuestionDraft { statement, points, answer, explanation, tags, skills });
    }
    reading.read
}

/// The title, when there is one, and what follows it.
fn titled(text: &str) -> (Option<String>, &str) {
    let found = text.strip_prefix("::").and_then(|rest| {
        let mut from = 0;
        loop {
            let at = find(rest, ':', from)?;
            if rest[at + 1..].starts_with(':') {
                return Some((unescape(rest[..at].trim(), SPECIAL), rest[at + 2..].trim_start()));
            }
            from = at + 1;
        }
    });
    found.map_or((None, text), |(title, rest)| (Some(title), rest))
}

/// Takes the mark that says how texts are written.
fn marked_up<'a>(text: &'a str, reading: &mut Reading) -> &'a str {
    for (mark, markup) in [
        ("[html]", Markup::Html),
        ("[plain]", Markup::Plain),
        ("[moodle]", Markup::Plain),
        ("[markdown]", Markup::Plain),
    ] {
        if let Some(rest) = text.strip_prefix(mark) {
            reading.markup = markup;
            return rest;
        }
    }
    text
}

/// The last place of this character where it is not escaped.
fn last(text: &str, wanted: char) -> Option<usize> {
    let (mut found, mut from) = (None, 0);
    while let Some(at) = find(text, wanted, from) {
        found = Some(at);
        from = at + 1;
    }
    found
}

/// Whether a title is the beginning of what is asked.
fn says_the_same(title: &str, statement: &[BlockDraft]) -> bool {
    let words = |text: &str| carnet_index::text::words(text).join(" ");
    let title = words(title);
    let said = statement
        .iter()
        .find_map(|block| block.text.as_deref().or(block.tex.as_deref()).or(block.alt.as_deref()));
    title.is_empty() || said.is_some_and(|said| words(said).starts_with(&title))
}

/// Points, tags and skills.
fn noted(block: &Block, reading: &mut Reading) -> (f64, Vec<String>, Vec<String>) {
    let (mut points, mut tags, mut skills) = (1.0, Vec::new(), Vec::new());
    tags.extend(block.category.clone());
    for (name, text) in &block.notes {
        match name.as_str() {
            "points" => match text.trim().replace(',', ".").parse() {
                Ok(read) => points = read,
                Err(_) => reading.fault("/points", "number_format", "Les points ne sont pas un nombre."),
            },
            "tag" if !tags.contains(text) => tags.push(text.clone()),
            "skill" => skills.push(text.clone()),
            _ => {}
        }
    }
    (points, tags, skills)
}
