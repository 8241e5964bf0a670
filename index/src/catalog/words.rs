//! An inverted list of words kept sorted, so that the beginning of a word is a range.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};

use crate::text;

/// Words this long may hold one typo; nobody types longer ones.
const TYPO_LETTERS: std::ops::RangeInclusive<usize> = 5..=40;
/// Shorter words are not reduced: their endings are their meaning.
const STEM_LETTERS: usize = 4;

static ONE_TYPO: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));

/// One bit per title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TitleSet(Vec<u64>);

impl TitleSet {
    fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// Keeps the titles that are in the other set too.
    pub(crate) fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine &= theirs);
    }

    /// Tells whether no title is left.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    /// Lists the titles in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(block, &bits)| {
            let mut left = bits;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(block * 64 + bit)
            })
        })
    }

    fn add(&mut self, titles: &[u32]) {
        for &title in titles {
            self.0[title as usize / 64] |= 1 << (title % 64);
        }
    }
}

/// The words of many titles, and their stems.
#[derive(Debug, Default)]
pub(crate) struct WordIndex {
    words: Vec<(Box<str>, Vec<u32>)>,
    stems: Vec<(Box<str>, Vec<u32>)>,
    titles: usize,
}

impl WordIndex {
    /// Indexes titles given as lists of folded words.
    pub(crate) fn build<'a>(titles: impl Iterator<Item = &'a [String]>) -> Self {
        let (mut words, mut stems) =
            (BTreeMap::<Box<str>, Vec<u32>>::new(), BTreeMap::<Box<str>, Vec<u32>>::new());
        let mut count = 0;
        for (title, title_words) in (0..).zip(titles) {
            count += 1;
            for word in title_words {
                push(&mut words, word, title);
                push(&mut stems, &text::stem(word), title);
            }
        }
        Self { words: words.into_iter().collect(), stems: stems.into_iter().collect(), titles: count }
    }

    /// Finds the titles in which a word starts with this one, gender and number aside.
    pub(crate) fn beginning_with(&self, word: &str) -> TitleSet {
        let mut found = TitleSet::none(self.titles);
        add_range(&mut found, &self.words, word);
        if word.chars().count() >= STEM_LETTERS {
            add_range(&mut found, &self.stems, &text::stem(word));
        }
        found
    }

    /// Finds the titles in which a word starts with this one or nearly so; short words allow no typo.
    pub(crate) fn nearly_beginning_with(&self, word: &str) -> TitleSet {
        let mut found = self.beginning_with(word);
        if TYPO_LETTERS.contains(&word.chars().count()) {
            let typed = ONE_TYPO.build_prefix_dfa(word);
            for (known, titles) in &self.words {
                if is_near(&typed, known) {
                    found.add(titles);
                }
            }
        }
        found
    }
}

fn push(lists: &mut BTreeMap<Box<str>, Vec<u32>>, word: &str, title: u32) {
    let titles = lists.entry(Box::from(word)).or_default();
    if titles.last() != Some(&title) {
        titles.push(title);
    }
}

fn add_range(found: &mut TitleSet, lists: &[(Box<str>, Vec<u32>)], beginning: &str) {
    let from = lists.partition_point(|(word, _)| &**word < beginning);
    lists[from..]
        .iter()
        .take_while(|(word, _)| word.starts_with(beginning))
        .for_each(|(_, titles)| found.add(titles));
}

fn is_near(typed: &DFA, known: &str) -> bool {
    matches!(typed.eval(known), Distance::Exact(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(titles: &[&str]) -> WordIndex {
        let words: Vec<Vec<String>> = titles.iter().map(|title| text::words(title)).collect();
        WordIndex::build(words.iter().map(Vec::as_slice))
    }

    fn found(titles: &TitleSet) -> Vec<usize> {
        titles.iter().collect()
    }

    #[test]
    fn words_are_found_by_their_beginning_gender_and_number() {
        let index = index(&["Soudeur", "Cuisinière", "Soudure à l'arc", "Chef"]);
        assert_eq!(found(&index.beginning_with("soud")), [0, 2]);
        assert_eq!(found(&index.beginning_with("soudeuses")), [0]);
        assert_eq!(found(&index.beginning_with("cuisiniers")), [1]);
        assert_eq!(found(&index.beginning_with("")), [0, 1, 2, 3]);
        assert!(index.beginning_with("xyz").is_empty());
    }

    #[test]
    fn one_typo_is_forgiven_from_five_letters() {
        let index = index(&["Soudeur", "Chef"]);
        for typed in ["soudeurr", "sodeur", "sourdeur", "zoudeur", "osudeur", "sudeu"] {
            assert_eq!(found(&index.nearly_beginning_with(typed)), [0], "{typed}");
        }
        assert!(index.nearly_beginning_with("soduer").is_empty(), "two typos");
        assert!(index.nearly_beginning_with("chaf").is_empty(), "too short");
    }
}
