//! Names as one meets them in France: accents, particles, hyphens, apostrophes, origins from everywhere.

use std::sync::LazyLock;

use super::dice::Dice;

/// First names, the more frequent ones first. Written for this project.
pub static FIRST_NAMES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../../../data/demo/first_names.txt").lines().collect());

/// Last names, the more frequent ones first. Written for this project.
pub static LAST_NAMES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../../../data/demo/last_names.txt").lines().collect());

/// Draws a first and a last name.
pub fn draw(dice: &mut Dice) -> (String, String) {
    let first = dice.pick_early(&FIRST_NAMES).copied().unwrap_or("Camille");
    let last = if dice.chance(6) { joined(dice) } else { single(dice).to_owned() };
    // Both apostrophes are typed in real life: the search must not care.
    let last = if dice.chance(40) { last.replace('\'', "’") } else { last };
    (first.to_owned(), last)
}

fn single(dice: &mut Dice) -> &'static str {
    dice.pick_early(&LAST_NAMES).copied().unwrap_or("Martin")
}

/// The double name of a child who got one from each parent.
fn joined(dice: &mut Dice) -> String {
    let (one, other) = (single(dice), single(dice));
    if one == other || one.contains(' ') || other.contains(' ') {
        return one.to_owned();
    }
    let separator = if dice.chance(70) { "-" } else { " " };
    format!("{one}{separator}{other}")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_lists_are_long_clean_and_without_repetition() {
        for (list, least) in [(&*FIRST_NAMES, 300), (&*LAST_NAMES, 400)] {
            assert!(list.len() >= least, "{}", list.len());
            assert_eq!(list.iter().collect::<HashSet<_>>().len(), list.len());
            assert!(
                list.iter()
                    .all(|name| !name.is_empty() && name.trim() == *name && name.chars().count() <= 40)
            );
        }
    }

    #[test]
    fn every_trait_of_french_names_is_met() {
        let mut dice = Dice::new(1, 1);
        let names: Vec<_> = (0..20_000).map(|_| draw(&mut dice)).collect();
        let some = |what: &dyn Fn(&(String, String)) -> bool| names.iter().any(what);
        assert!(some(&|(first, _)| first.contains('-')));
        assert!(some(&|(first, _)| first.contains('é')));
        assert!(some(&|(_, last)| last.starts_with("de ")));
        assert!(some(&|(_, last)| last.starts_with("Le ")));
        assert!(some(&|(_, last)| last.starts_with("d'")));
        assert!(some(&|(_, last)| last.starts_with("d’")));
        assert!(some(&|(_, last)| last.contains('œ') || last.contains('Œ')));
        assert!(some(&|(_, last)| last.contains('-')));
    }
}
