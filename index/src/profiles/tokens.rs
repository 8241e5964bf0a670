//! How the visible fields become terms: skills, names and places in the catalogue.
//!
//! A skill is one term, and the number of its occurrences in a document says its level and status: the
//! posting list of a skill therefore holds every entry exactly, and a condition is a set of accepted numbers.

use std::fmt::Write;

use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager};

use super::document::{VisibleProfile, VisibleSkill};
use super::request::Criterion;
use crate::codes::{RomeCode, SkillCode};
use crate::level::{Level, Status};
use crate::text;

/// The longest beginnings of names that are terms of their own; longer ones are looked up in the dictionary.
pub(crate) const NAME_PREFIX_CHARS: usize = 4;
/// Marks the terms that are beginnings of names; no folded word contains it.
pub(crate) const PREFIX_MARK: char = '^';

/// One skill entry as a small number: 1–4 declared, 5–8 validated, 9 validated without level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EntryCode(pub(crate) u8);

/// How many entry codes there are, the unused zero included.
pub(crate) const ENTRY_CODES: usize = 10;

impl EntryCode {
    const WITHOUT_LEVEL: u8 = 9;

    /// Every entry code.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (1..ENTRY_CODES as u8).map(Self)
    }

    /// Packs a skill entry; a declared entry always has a level.
    pub(crate) fn of(skill: VisibleSkill) -> Self {
        match (skill.status, skill.level) {
            (Status::Declared, level) => Self(level.map_or(1, Level::get)),
            (Status::Validated, Some(level)) => Self(4 + level.get()),
            (Status::Validated, None) => Self(Self::WITHOUT_LEVEL),
        }
    }

    /// Reads a number back, if it is one.
    pub(crate) fn read(number: u8) -> Option<Self> {
        (1..=Self::WITHOUT_LEVEL).contains(&number).then_some(Self(number))
    }

    /// Returns the level of the entry.
    pub(crate) fn level(self) -> Option<Level> {
        match self.0 {
            declared @ 1..=4 => Level::new(declared),
            validated @ 5..=8 => Level::new(validated - 4),
            _ => None,
        }
    }

    /// Returns the status of the entry.
    pub(crate) fn status(self) -> Status {
        if self.0 <= 4 { Status::Declared } else { Status::Validated }
    }
}

/// The entries that meet a condition, one bit per entry code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Accepted(pub(crate) u16);

impl Accepted {
    /// Accepts every entry.
    pub(crate) const ANY: Self = Self(0b11_1111_1110);

    /// Accepts what meets the level bounds and the status.
    pub(crate) fn new(min: Option<Level>, max: Option<Level>, validated_only: bool) -> Self {
        let meets = |code: &EntryCode| {
            let level_ok = match code.level() {
                Some(level) => min.is_none_or(|min| level >= min) && max.is_none_or(|max| level <= max),
                None => min.is_none() && max.is_none(),
            };
            level_ok && (!validated_only || code.status() == Status::Validated)
        };
        Self(EntryCode::all().filter(meets).fold(0, |bits, code| bits | 1 << code.0))
    }

    /// Accepts what meets a criterion.
    pub(crate) fn by(criterion: Criterion) -> Self {
        Self::new(criterion.min_level, criterion.max_level, criterion.validated_only)
    }

    /// Tells whether an entry is accepted.
    pub(crate) fn contains(self, code: u8) -> bool {
        self.0 >> code & 1 == 1
    }
}

/// The text of the term of a skill.
pub(crate) fn skill_term(code: SkillCode) -> String {
    code.to_string()
}

/// The text of the term of a family.
pub(crate) fn family_term(parent: RomeCode) -> String {
    format!("f{parent}")
}

/// The text given to the skill field: `code:entry`, separated by blanks.
pub(crate) fn skill_text(profile: &VisibleProfile) -> String {
    let mut written = String::with_capacity(profile.skills.len() * 9);
    for skill in &profile.skills {
        let _infallible = write!(written, "{}:{} ", skill.code, EntryCode::of(*skill).0);
    }
    written
}

/// The text given to the name field: the folded words of both names.
pub(crate) fn name_text(profile: &VisibleProfile) -> String {
    let mut words = text::name_words(&profile.first_name);
    words.extend(text::name_words(&profile.last_name));
    words.join(" ")
}

/// The text given to the field of places: jobs in order, then families.
pub(crate) fn rome_text(profile: &VisibleProfile) -> String {
    let jobs = profile.jobs.iter().map(RomeCode::to_string);
    let families = profile.families.iter().map(|parent| family_term(*parent));
    jobs.chain(families).collect::<Vec<_>>().join(" ")
}

/// Registers the tokenizers under the names the schema uses.
pub(crate) fn register(terms: &TokenizerManager, columns: &TokenizerManager) {
    terms.register("skill", analyzer(expand_skill_entries));
    terms.register("name", analyzer(expand_name));
    terms.register("rome", analyzer(expand_places));
    columns.register("skill", analyzer(expand_skill_codes));
    columns.register("rome", analyzer(expand_marked_places));
}

fn analyzer(expand: fn(&str, &mut Expansion)) -> TextAnalyzer {
    TextAnalyzer::from(ExpandingTokenizer { expand, expansion: Expansion::default() })
}

fn expand_skill_entries(value: &str, expansion: &mut Expansion) {
    for (code, entry) in value.split_ascii_whitespace().filter_map(|entry| entry.split_once(':')) {
        expansion.push(code, entry.parse().unwrap_or(0));
    }
}

fn expand_skill_codes(value: &str, expansion: &mut Expansion) {
    for (code, _) in value.split_ascii_whitespace().filter_map(|entry| entry.split_once(':')) {
        expansion.push(code, 1);
    }
}

fn expand_name(value: &str, expansion: &mut Expansion) {
    for word in value.split(' ').filter(|word| !word.is_empty()) {
        expansion.push(word, 1);
        let ends = word.char_indices().map(|(start, letter)| start + letter.len_utf8());
        for end in ends.take(NAME_PREFIX_CHARS) {
            expansion.push_marked(PREFIX_MARK, &word[..end]);
        }
    }
}

/// Emits each letter, domain, job and family once; jobs come sorted, so that repeats are neighbours.
fn expand_places(value: &str, expansion: &mut Expansion) {
    let mut previous = "";
    for place in value.split_ascii_whitespace() {
        if !place.starts_with('f') {
            for length in [1, 3] {
                if previous.get(..length) != place.get(..length) {
                    expansion.push(&place[..length], 1);
                }
            }
            previous = place;
        }
        expansion.push(place, 1);
    }
}

/// Emits each job and family once; the mark of a job says whether it opens its letter (2) or its domain (1).
fn expand_marked_places(value: &str, expansion: &mut Expansion) {
    let mut previous = "";
    for place in value.split_ascii_whitespace() {
        if place.starts_with('f') {
            expansion.push(place, 1);
            continue;
        }
        let mark = match () {
            () if previous.get(..1) != place.get(..1) => '2',
            () if previous.get(..3) != place.get(..3) => '1',
            () => '0',
        };
        expansion.push_marked(mark, place);
        previous = place;
    }
}

/// The tokens of one value: slices of one text, each with its number of occurrences.
#[derive(Clone, Default)]
struct Expansion {
    text: String,
    tokens: Vec<(usize, usize, u8)>,
    at: usize,
    token: Token,
}

impl Expansion {
    fn push(&mut self, token: &str, occurrences: u8) {
        let start = self.text.len();
        self.text.push_str(token);
        self.tokens.push((start, self.text.len(), occurrences));
    }

    fn push_marked(&mut self, mark: char, token: &str) {
        let start = self.text.len();
        self.text.push(mark);
        self.text.push_str(token);
        self.tokens.push((start, self.text.len(), 1));
    }

    fn clear(&mut self) {
        self.text.clear();
        self.tokens.clear();
        self.at = 0;
        self.token.reset();
    }
}

/// A tokenizer that expands a value written by this module.
#[derive(Clone)]
struct ExpandingTokenizer {
    expand: fn(&str, &mut Expansion),
    expansion: Expansion,
}

impl Tokenizer for ExpandingTokenizer {
    type TokenStream<'a> = ExpandedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ExpandedStream<'a> {
        self.expansion.clear();
        (self.expand)(text, &mut self.expansion);
        ExpandedStream { expansion: &mut self.expansion }
    }
}

struct ExpandedStream<'a> {
    expansion: &'a mut Expansion,
}

impl TokenStream for ExpandedStream<'_> {
    fn advance(&mut self) -> bool {
        let Expansion { text, tokens, at, token } = &mut *self.expansion;
        while let Some((start, end, occurrences)) = tokens.get_mut(*at) {
            if *occurrences == 0 {
                *at += 1;
                continue;
            }
            *occurrences -= 1;
            token.text.clear();
            token.text.push_str(&text[*start..*end]);
            token.position = token.position.wrapping_add(1);
            return true;
        }
        false
    }

    fn token(&self) -> &Token {
        &self.expansion.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.expansion.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(expand: fn(&str, &mut Expansion), value: &str) -> Vec<String> {
        let mut analyzer = analyzer(expand);
        let mut stream = analyzer.token_stream(value);
        let mut found = Vec::new();
        while let Some(token) = stream.next() {
            found.push(token.text.clone());
        }
        found
    }

    #[test]
    fn a_skill_occurs_as_often_as_its_entry_says() {
        assert_eq!(tokens(expand_skill_entries, "7:2 9:1 "), ["7", "7", "9"]);
        assert_eq!(tokens(expand_skill_codes, "7:2 9:1 "), ["7", "9"]);
    }

    #[test]
    fn names_give_words_and_beginnings() {
        assert_eq!(
            tokens(expand_name, "éa ledoux"),
            ["éa", "^é", "^éa", "ledoux", "^l", "^le", "^led", "^ledo"]
        );
    }

    #[test]
    fn places_are_said_once() {
        let value = "M1801 M1805 M1901 N1101 fM1805";
        assert_eq!(
            tokens(expand_places, value),
            ["M", "M18", "M1801", "M1805", "M19", "M1901", "N", "N11", "N1101", "fM1805"]
        );
        assert_eq!(tokens(expand_marked_places, value), ["2M1801", "0M1805", "1M1901", "2N1101", "fM1805"]);
    }

    #[test]
    fn entries_read_back_and_levels_bind_exactly() {
        for status in [Status::Declared, Status::Validated] {
            for level in [None, Level::new(1), Level::new(2), Level::new(3), Level::new(4)] {
                if level.is_none() && status == Status::Declared {
                    continue;
                }
                let code = EntryCode::of(VisibleSkill { code: SkillCode(1), level, status });
                assert_eq!((code.level(), code.status()), (level, status));
                assert!(Accepted::ANY.contains(code.0));
                assert!(Accepted::new(None, None, false).contains(code.0));
                let bounded = Accepted::new(Level::new(2), Level::new(3), true);
                let expected =
                    status == Status::Validated && level.is_some_and(|level| (2..=3).contains(&level.get()));
                assert_eq!(bounded.contains(code.0), expected);
                assert_eq!(Accepted::new(None, Level::new(4), false).contains(code.0), level.is_some());
            }
        }
        assert_eq!((EntryCode::read(0), EntryCode::read(10)), (None, None));
    }
}
