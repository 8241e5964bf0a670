//! Short answers: what is overlooked when they are compared.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

/// What is overlooked when a short answer is compared with those that are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Normalisation {
    /// `PARIS` is `Paris`.
    pub case: bool,
    /// `evenement` is `événement`, `oeuvre` is `œuvre`.
    pub accents: bool,
    /// Spaces at both ends are never counted; with this, several are one, and a space that does not break is a space.
    pub spaces: bool,
}

impl Default for Normalisation {
    fn default() -> Self {
        Self { case: true, accents: true, spaces: true }
    }
}

impl Normalisation {
    /// The form in which two answers are compared. Typographic and straight apostrophes are always the same.
    pub fn apply(self, text: &str) -> String {
        let mut text: String = text.trim().nfc().collect();
        text = text.replace(['’', '‘', 'ʼ'], "'");
        if self.spaces {
            text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        if self.accents {
            text = text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
            text = text.replace('œ', "oe").replace('Œ', "OE").replace('æ', "ae").replace('Æ', "AE");
        }
        if self.case {
            text = text.to_lowercase();
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_switch_overlooks_its_own() {
        let none = Normalisation { case: false, accents: false, spaces: false };
        assert_eq!(none.apply("  L’été  indien "), "L'été  indien");
        assert_eq!(none.apply("e\u{301}"), "é");
        assert_eq!(Normalisation { case: true, ..none }.apply("ÉTÉ"), "été");
        assert_eq!(Normalisation { accents: true, ..none }.apply("Été, cœur"), "Ete, coeur");
        assert_eq!(Normalisation { spaces: true, ..none }.apply("a\u{a0} \t b"), "a b");
        assert_eq!(Normalisation::default().apply(" Œuvre\u{a0}D’ÉTÉ "), "oeuvre d'ete");
    }
}
