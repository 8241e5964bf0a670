//! Words, and what stands for several of them, as numbers.

use std::collections::HashMap;

use super::tokens::{begun, pieces};

/// Letters of the pieces by which words are told alike.
const PIECE: usize = 3;
/// Words that share less than this of their pieces have nothing to do with each other.
const LEAST_ALIKE: f32 = 0.35;

/// Texts, numbered as they come.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    ids: HashMap<Box<str>, u32>,
}

impl Lexicon {
    /// The number of a text, a new one if need be.
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        if let Some(&id) = self.ids.get(text) {
            return id;
        }
        let id = self.ids.len() as u32;
        self.ids.insert(text.into(), id);
        id
    }

    /// The number of a text.
    pub(crate) fn id(&self, text: &str) -> Option<u32> {
        self.ids.get(text).copied()
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The texts by their numbers.
    pub(crate) fn texts(&self) -> Vec<&str> {
        let mut texts = vec![""; self.ids.len()];
        for (text, id) in &self.ids {
            texts[*id as usize] = text;
        }
        texts
    }
}

/// The beginnings of a lexicon's words.
#[derive(Debug)]
pub(crate) struct Beginnings {
    letters: usize,
    own: Lexicon,
    of: Vec<u32>,
}

impl Beginnings {
    pub(crate) fn build(words: &Lexicon, letters: usize) -> Self {
        let mut own = Lexicon::default();
        let of = words.texts().into_iter().map(|word| own.intern(&begun(word, letters))).collect();
        Self { letters, own, of }
    }

    /// The beginning of a word that the lexicon holds.
    pub(crate) fn of(&self, word: u32) -> u32 {
        self.of[word as usize]
    }

    /// The beginning of any word, if one of the lexicon begins so.
    pub(crate) fn id(&self, word: &str) -> Option<u32> {
        self.own.id(&begun(word, self.letters))
    }

    pub(crate) fn len(&self) -> usize {
        self.own.len()
    }
}

/// The words of a lexicon, kept by their pieces: which are written like another.
#[derive(Debug)]
pub(crate) struct Alike {
    /// How many pieces each word has.
    counts: Vec<u32>,
    words: HashMap<Box<str>, Vec<u32>>,
}

impl Alike {
    pub(crate) fn build(lexicon: &Lexicon) -> Self {
        let (mut counts, mut words) =
            (Vec::with_capacity(lexicon.len()), HashMap::<Box<str>, Vec<u32>>::new());
        for (id, word) in (0..).zip(lexicon.texts()) {
            let own = distinct_pieces(word);
            counts.push(own.len() as u32);
            for piece in own {
                words.entry(piece.into()).or_default().push(id);
            }
        }
        Self { counts, words }
    }

    /// The words that share pieces with one, and how alike they are, up to 1.
    pub(crate) fn find(&self, word: &str) -> Vec<(u32, f32)> {
        let own = distinct_pieces(word);
        let mut shared = vec![0_u32; self.counts.len()];
        for word in own.iter().filter_map(|piece| self.words.get(piece.as_str())).flatten() {
            shared[*word as usize] += 1;
        }
        let alike = |(&shared, &count): (&u32, &u32)| 2.0 * shared as f32 / (count + own.len() as u32) as f32;
        let words = (0..).zip(shared.iter().zip(&self.counts).map(alike));
        words.filter(|(_, alike)| *alike >= LEAST_ALIKE).collect()
    }
}

fn distinct_pieces(word: &str) -> Vec<String> {
    let mut pieces = pieces(word, PIECE);
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(words: &[&str]) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for word in words {
            lexicon.intern(word);
        }
        lexicon
    }

    #[test]
    fn each_text_has_one_number() {
        let mut lexicon = lexicon(&["soudeur", "soudur", "soudeur"]);
        assert_eq!((lexicon.len(), lexicon.id("soudur"), lexicon.id("inconnu")), (2, Some(1), None));
        assert_eq!((lexicon.intern("bois"), lexicon.texts()), (2, vec!["soudeur", "soudur", "bois"]));
    }

    #[test]
    fn words_that_begin_alike_share_a_beginning() {
        let beginnings = Beginnings::build(&lexicon(&["soudeur", "soudur", "soude"]), 5);
        assert_eq!(beginnings.of(0), beginnings.of(1));
        assert_ne!(beginnings.of(0), beginnings.of(2), "a word that ends there is another");
        assert_eq!(beginnings.id("soudage"), Some(beginnings.of(0)));
        assert_eq!((beginnings.id("bois"), beginnings.len()), (None, 2));
    }

    #[test]
    fn words_written_alike_are_found_with_how_alike_they_are() {
        let alike = Alike::build(&lexicon(&["electricien", "electromecanicien", "bois"]));
        let found = alike.find("electricien");
        assert_eq!(found.iter().map(|(word, _)| *word).collect::<Vec<_>>(), [0, 1]);
        assert!((found[0].1 - 1.0).abs() < 1e-6 && found[1].1 < 0.8, "{found:?}");
        assert!(alike.find("xyz").is_empty() && alike.find("").is_empty());
    }
}
