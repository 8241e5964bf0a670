//! What texts are compared by: words reduced to one form, beginnings, pieces and pairs of them.

use crate::text;

/// Letters of a beginning: *boulanger* and *boulangerie* share theirs.
const BEGINNING: usize = 5;

/// A word of a text: as it was read, and reduced to the form that its like share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// As it was typed.
    pub(crate) typed: String,
    /// One form for singular and plural, masculine and feminine.
    pub(crate) stem: String,
}

/// The words of a text that mean something, in order, each form once.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let read = text::typed_words(text).into_iter();
    for word in read.filter(|word| !text::is_little_word(&word.folded)) {
        let stem = text::stem(&word.folded);
        if !words.iter().any(|known| known.stem == stem) {
            words.push(Word { typed: word.typed, stem });
        }
    }
    words
}

/// The beginning of a word; a longer word is told from one that ends there.
pub(crate) fn beginning(stem: &str) -> String {
    match stem.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{}~", &stem[..end]),
        None => stem.to_owned(),
    }
}

/// The pieces of so many letters of a word, its ends marked.
pub(crate) fn pieces(stem: &str, length: usize) -> Vec<String> {
    let letters: Vec<char> = std::iter::once('^').chain(stem.chars()).chain(['$']).collect();
    letters.windows(length.min(letters.len())).map(|piece| piece.iter().collect()).collect()
}

/// Each word with the one after it.
pub(crate) fn pairs(words: &[Word]) -> Vec<String> {
    words.windows(2).map(|pair| format!("{} {}", pair[0].stem, pair[1].stem)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_once_in_their_order() {
        let found = words("Soudeur / Soudeuse à l'arc de la soudure");
        let stems: Vec<&str> = found.iter().map(|word| word.stem.as_str()).collect();
        assert_eq!(stems.len(), 3, "{stems:?}");
        assert_eq!((found[0].typed.as_str(), found[1].typed.as_str()), ("Soudeur", "arc"));
        assert_eq!(pairs(&found).len(), 2);
        assert!(words("de la, à l'").is_empty());
    }

    #[test]
    fn pieces_and_beginnings_know_where_words_end() {
        assert_eq!(pieces("bois", 4), ["^boi", "bois", "ois$"]);
        assert_eq!(pieces("a", 4), ["^a$"]);
        assert_eq!((beginning("soudeur").as_str(), beginning("soude").as_str()), ("soude~", "soude"));
        assert_eq!(beginning("éééééé"), "ééééé~");
    }
}
