//! What nobody who recruits may ask about (articles L1132-1 and L1221-6 of the code du travail): found by words, told as a warning.
//!
//! A text is read sentence by sentence, without case and accents. What asks about the reader (« votre âge ») is a sign by itself; a word
//! that also names a trade's daily bread (« patient diabétique ») is one only right behind a word that speaks to the reader, unless
//! somebody else stands in between. A sentence about the law of discrimination is none.

mod terms;
#[cfg(test)]
mod tests;

use carnet_index::text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use terms::{LAW, OTHERS, RULES, Rule, SPEAKS_TO_READER, terms};

/// Something nobody who recruits may ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ForbiddenTopic {
    /// Health and disability.
    Health,
    /// Family and pregnancy.
    Family,
    /// Origin, nationality, place of birth.
    Origin,
    /// Religion.
    Religion,
    /// Unions and strikes.
    Union,
    /// Political opinions.
    Politics,
    /// Age.
    Age,
    /// Sex, gender and orientation.
    Sex,
    /// Where somebody lives.
    Residence,
    /// Looks.
    Looks,
}

impl ForbiddenTopic {
    /// The warning, as people read it.
    pub const fn warning(self) -> &'static str {
        match self {
            Self::Health => "Ce texte semble porter sur la santé ou le handicap.",
            Self::Family => "Ce texte semble porter sur la famille ou la grossesse.",
            Self::Origin => "Ce texte semble porter sur l’origine ou la nationalité.",
            Self::Religion => "Ce texte semble porter sur la religion.",
            Self::Union => "Ce texte semble porter sur l’engagement syndical.",
            Self::Politics => "Ce texte semble porter sur les opinions politiques.",
            Self::Age => "Ce texte semble porter sur l’âge.",
            Self::Sex => "Ce texte semble porter sur le sexe, le genre ou l’orientation sexuelle.",
            Self::Residence => "Ce texte semble porter sur le lieu de résidence.",
            Self::Looks => "Ce texte semble porter sur l’apparence physique.",
        }
    }
}

/// How far behind a word that speaks to the reader a word may stand.
const REACH: usize = 6;

/// What a text seems to ask about although nobody may, each once.
pub fn forbidden_topics(text: &str) -> Vec<ForbiddenTopic> {
    let mut found: Vec<ForbiddenTopic> = Vec::new();
    for sentence in text.split(['.', '!', '?', ';', '\n', '…', '•']) {
        let words = said(sentence);
        if words.is_empty() || terms(LAW).any(|term| anywhere(&words, term)) {
            continue;
        }
        let asks = |rule: &&Rule| !found.contains(&rule.topic) && speaks_of(rule, &words);
        let topics: Vec<_> = RULES.iter().filter(asks).map(|rule| rule.topic).collect();
        found.extend(topics);
    }
    found.sort_unstable();
    found
}

/// The words of a sentence, folded; who is addressed as « tu » is addressed as « vous ».
fn said(sentence: &str) -> Vec<String> {
    let formal = |word: String| match word.as_str() {
        "ton" | "ta" => "votre".to_owned(),
        "tes" => "vos".to_owned(),
        "tu" | "te" | "toi" => "vous".to_owned(),
        "es" => "etes".to_owned(),
        "as" => "avez".to_owned(),
        "habites" => "habitez".to_owned(),
        "vis" => "vivez".to_owned(),
        _ => word,
    };
    text::words(sentence).into_iter().map(formal).collect()
}

/// How many words a term covers from this place on, if it stands there. A `*` ends a word that may go on.
fn covers(words: &[String], at: usize, term: &str) -> Option<usize> {
    let mut count = 0;
    for part in term.split(' ') {
        let word = words.get(at + count)?;
        let fits = match part.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == part,
        };
        if !fits {
            return None;
        }
        count += 1;
    }
    Some(count)
}

fn anywhere(words: &[String], term: &str) -> bool {
    (0..words.len()).any(|at| covers(words, at, term).is_some())
}

fn speaks_of(rule: &Rule, words: &[String]) -> bool {
    let harmless = spans(rule.except, words);
    let is_harmless =
        |(from, to): &(usize, usize)| harmless.iter().any(|(start, end)| start < to && from < end);
    spans(rule.always, words).iter().any(|span| !is_harmless(span))
        || spans(rule.of_reader, words).iter().any(|span| !is_harmless(span) && is_of_reader(words, span.0))
}

/// Where terms of a list stand: from which word to before which.
fn spans(list: &'static str, words: &[String]) -> Vec<(usize, usize)> {
    let places = (0..words.len()).flat_map(|at| terms(list).map(move |term| (at, term)));
    places.filter_map(|(at, term)| Some((at, at + covers(words, at, term)?))).collect()
}

/// Whether the word at this place stands right behind one that speaks to the reader, with nobody else in between.
fn is_of_reader(words: &[String], at: usize) -> bool {
    let before = &words[at.saturating_sub(REACH)..at];
    let Some(marker) = before.iter().rposition(|word| terms(SPEAKS_TO_READER).any(|one| one == word)) else {
        return false;
    };
    let between = &before[marker + 1..];
    !(0..between.len()).any(|at| terms(OTHERS).any(|other| covers(between, at, other).is_some()))
}
