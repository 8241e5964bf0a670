//! Which skills of the catalogue a text may mean.

use std::collections::BTreeSet;

use super::cosines::Cosines;
use super::tokens::{Word, beginning, pieces, words};

/// How much whole words count against pieces of four letters.
const SHARES: (f32, f32) = (0.55, 0.45);
/// How much a description counts beside the text itself.
const DESCRIPTION: f32 = 0.4;
/// What is farther from the text than this is not worth proposing.
const FARTHEST: f32 = 0.2;

/// Names of skills, ready to be compared with texts.
#[derive(Debug)]
pub(crate) struct SkillMatcher {
    by_word: Cosines,
    by_piece: Cosines,
    skills: usize,
}

impl SkillMatcher {
    /// Prepares the names.
    pub(crate) fn build<'a>(labels: impl Iterator<Item = &'a str>) -> Self {
        let read: Vec<Vec<Word>> = labels.map(words).collect();
        Self {
            by_word: Cosines::build(&read.iter().map(|words| stems(words)).collect::<Vec<_>>()),
            by_piece: Cosines::build(&read.iter().map(|words| parts(words)).collect::<Vec<_>>()),
            skills: read.len(),
        }
    }

    /// The places of the names that are nearest, best first.
    pub(crate) fn suggest(&self, text: &str, description: &str) -> Vec<usize> {
        let mut nearness = vec![0.0; self.skills];
        self.add(&mut nearness, &words(text), 1.0);
        self.add(&mut nearness, &words(description), DESCRIPTION);
        let near = |at: &usize| nearness[*at] >= FARTHEST;
        let mut found: Vec<usize> = (0..self.skills).filter(near).collect();
        found.sort_by(|one, other| nearness[*other].total_cmp(&nearness[*one]).then(one.cmp(other)));
        found
    }

    fn add(&self, nearness: &mut [f32], words: &[Word], share: f32) {
        let (whole, piece) = SHARES;
        self.by_word.add_to(nearness, &stems(words), share * whole);
        self.by_piece.add_to(nearness, &parts(words), share * piece);
    }
}

/// The words of a text that a name holds, or whose beginning it holds, as they were typed.
pub(crate) fn shared(text: &[Word], name: &str) -> Vec<String> {
    let held: BTreeSet<String> = words(name).iter().map(|word| beginning(&word.stem)).collect();
    let is_held = |word: &&Word| held.contains(&beginning(&word.stem));
    text.iter().filter(is_held).map(|word| word.typed.clone()).collect()
}

fn stems(words: &[Word]) -> BTreeSet<String> {
    words.iter().map(|word| word.stem.clone()).collect()
}

fn parts(words: &[Word]) -> BTreeSet<String> {
    words.iter().flat_map(|word| pieces(&word.stem, 4)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 4] = [
        "Réaliser des soudures à l'arc",
        "Assembler des pièces de bois",
        "Contrôler la qualité d'une soudure",
        "Accueillir le public",
    ];

    #[test]
    fn the_nearest_names_come_first_and_the_far_ones_not_at_all() {
        let matcher = SkillMatcher::build(LABELS.into_iter());
        assert_eq!(matcher.suggest("souder à l'arc", "")[0], 0);
        assert_eq!(matcher.suggest("Contrôle qualité des soudures", "")[0], 2);
        assert_eq!(matcher.suggest("Accueil", "Recevoir le public à l'atelier"), [3]);
        assert!(matcher.suggest("zzz", "").is_empty() && matcher.suggest("", "").is_empty());
    }

    #[test]
    fn the_words_that_matched_are_told_as_they_were_read() {
        assert_eq!(shared(&words("Soudure d'arcs électriques"), LABELS[0]), ["Soudure", "arcs"]);
        assert!(shared(&words("Menuiserie"), LABELS[0]).is_empty());
    }
}
