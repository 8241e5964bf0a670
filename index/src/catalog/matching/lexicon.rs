//! Words, and what stands for several of them, as numbers.

use std::collections::HashMap;

use super::tokens::beginning;

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
    own: Lexicon,
    of: Vec<u32>,
}

impl Beginnings {
    pub(crate) fn build(words: &Lexicon) -> Self {
        let mut own = Lexicon::default();
        let of = words.texts().into_iter().map(|word| own.intern(&beginning(word))).collect();
        Self { own, of }
    }

    /// The beginning of a word that the lexicon holds.
    pub(crate) fn of(&self, word: u32) -> u32 {
        self.of[word as usize]
    }

    /// The beginning of any word, if one of the lexicon begins so.
    pub(crate) fn id(&self, word: &str) -> Option<u32> {
        self.own.id(&beginning(word))
    }

    pub(crate) fn len(&self) -> usize {
        self.own.len()
    }
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
        let beginnings = Beginnings::build(&lexicon(&["soudeur", "soudeuse", "soude"]));
        assert_eq!(beginnings.of(0), beginnings.of(1));
        assert_ne!(beginnings.of(0), beginnings.of(2), "a word that ends there is another");
        assert_eq!(beginnings.id("soudeurs"), Some(beginnings.of(0)));
        assert_eq!((beginnings.id("bois"), beginnings.len()), (None, 2));
    }
}
