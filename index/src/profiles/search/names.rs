//! Finds the profiles whose names match every searched word: by their beginnings, or with one typo.

use std::sync::{Arc, LazyLock};

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use tantivy_fst::Automaton;

use super::super::segment::{Dictionary, Segment};
use super::super::tokens::{NAME_PREFIX_CHARS, PREFIX_MARK};
use super::sets::DocSet;
use crate::error::IndexError;

/// Words this long may hold one typo.
const TYPO_LETTERS: usize = 5;

/// Accepts one insertion, deletion, substitution or exchange of neighbours.
static ONE_TYPO: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));

/// Returns the documents whose names match a folded word.
pub(crate) fn matching(segment: &Segment, word: &str) -> Result<DocSet, IndexError> {
    let letters = word.chars().count();
    if letters <= NAME_PREFIX_CHARS {
        let term = format!("{PREFIX_MARK}{word}");
        return Ok(DocSet::Listed(segment.list(Dictionary::Name, term.as_bytes())?));
    }
    let mut lists = Vec::new();
    let terms = segment.inverted(Dictionary::Name).terms();
    let mut beginnings = terms.range().ge(word.as_bytes()).into_stream()?;
    while beginnings.advance() && beginnings.key().starts_with(word.as_bytes()) {
        lists.push(Arc::new(segment.decode(Dictionary::Name, beginnings.value())?));
    }
    if letters >= TYPO_LETTERS {
        let mut near = terms.search(WithinOneTypo(ONE_TYPO.build_dfa(word))).into_stream()?;
        while near.advance() {
            lists.push(Arc::new(segment.decode(Dictionary::Name, near.value())?));
        }
    }
    Ok(DocSet::union(lists, segment.max_doc()))
}

/// Drives a Levenshtein automaton through the dictionary; beginnings of names are not words.
struct WithinOneTypo(DFA);

impl Automaton for WithinOneTypo {
    type State = Option<u32>;

    fn start(&self) -> Option<u32> {
        Some(self.0.initial_state())
    }

    fn is_match(&self, state: &Option<u32>) -> bool {
        state.is_some_and(|state| matches!(self.0.distance(state), Distance::Exact(_)))
    }

    fn can_match(&self, state: &Option<u32>) -> bool {
        state.is_some_and(|state| state != SINK_STATE)
    }

    fn accept(&self, state: &Option<u32>, byte: u8) -> Option<u32> {
        // No folded word holds the mark, so that a path through it is a beginning, not a word.
        if byte == PREFIX_MARK as u8 { None } else { state.map(|state| self.0.transition(state, byte)) }
    }
}
