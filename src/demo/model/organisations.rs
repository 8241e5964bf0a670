//! The invented training organisations: names, numbers that no real one bears, grids, trainers.

use uuid::Uuid;

use super::dice::Dice;
use super::names;

const NAMES: [&str; 24] = [
    "Atelier des Savoirs",
    "Institut Clairevoie",
    "Centre Horizon Formation",
    "École du Geste",
    "Académie Montjoie",
    "Compagnons du Littoral",
    "Pôle Formation Val d’Or",
    "Campus Les Tilleuls",
    "Maison des Métiers",
    "Passerelle Compétences",
    "Lycée du Soir Belvédère",
    "Institut Rives et Métiers",
    "Formaction Grand Large",
    "École des Deux Vallées",
    "Centre Marguerite Duvernois",
    "Tremplin Numérique",
    "Les Ateliers de l’Estuaire",
    "Université des Gestes",
    "Greta Imaginaire",
    "École Cœur de Métier",
    "Institut Sainte-Aube",
    "Forge et Savoir",
    "Réseau Pro Garrigue",
    "Centre Aurore Formation",
];

/// One step of a grid: name, place on the common scale, whether it means acquired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step(pub &'static str, pub Option<i16>, pub bool);

const GRIDS: [(&str, &[Step]); 3] = [
    (
        "Échelle commune",
        &[
            Step("Non acquis", None, false),
            Step("Notions", Some(1), true),
            Step("Guidé", Some(2), true),
            Step("Autonome", Some(3), true),
            Step("Expert", Some(4), true),
        ],
    ),
    (
        "Progression",
        &[
            Step("À reprendre", None, false),
            Step("Découverte", Some(1), true),
            Step("Acquis avec aide", Some(2), true),
            Step("Acquis", Some(3), true),
            Step("Transmet à d’autres", Some(4), true),
        ],
    ),
    ("Acquis ou non", &[Step("Non acquis", None, false), Step("Acquis", None, true)]),
];

/// A trainer of a demo organisation: nobody can sign in as them.
#[derive(Clone, Debug)]
pub struct Trainer {
    /// The account.
    pub id: Uuid,
    /// The public profile, never visible.
    pub profile: Uuid,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Address at the demo domain.
    pub email: String,
}

/// An invented training organisation with its one grid.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: &'static str,
    /// A legal name that says that nobody bears it.
    pub legal_name: String,
    /// A SIRET with valid check digits in a range never attributed.
    pub siret: String,
    /// A declaration number in the right form, of a region that does not exist.
    pub nda: String,
    /// Whether it says that it holds the Qualiopi certification.
    pub claims_qualiopi: bool,
    /// Whether the invented register says so too.
    pub is_qualiopi: bool,
    /// Id of its grid, version 1.
    pub grid: Uuid,
    /// Name of its grid.
    pub grid_name: &'static str,
    /// Steps of its grid, the first at position 0.
    pub steps: &'static [Step],
    /// Its trainers.
    pub trainers: Vec<Trainer>,
}

impl Organisation {
    /// The position and the name of the passing step for a level of the common scale. A grid without
    /// levels has one passing step for all.
    pub fn step_for(&self, level: i16) -> (i16, Step) {
        let by_level = self.steps.iter().position(|step| step.1 == Some(level));
        let place = by_level.or_else(|| self.steps.iter().position(|step| step.2)).unwrap_or(0);
        (place as i16, self.steps[place])
    }
}

/// Every demo organisation, the same for the same seed.
pub fn all(seed: u64, millis: i64) -> Vec<Organisation> {
    NAMES.iter().enumerate().map(|(number, name)| one(seed, millis, number, name)).collect()
}

fn one(seed: u64, millis: i64, number: usize, name: &'static str) -> Organisation {
    let mut dice = Dice::new(seed, u64::MAX - number as u64);
    // One organisation in twelve does not use levels: its validations are searchable as "validated" only.
    let (grid_name, steps) = if number % 12 == 11 { GRIDS[2] } else { GRIDS[number % 2] };
    let trainers = (0..3).map(|rank| trainer(&mut dice, millis, number * 3 + rank)).collect();
    Organisation {
        id: dice.ordered_id(millis),
        name,
        legal_name: format!("{name} (organisme inventé)"),
        siret: siret(number as u32 + 100, 1),
        nda: format!("99{:09}", 10_000 + number),
        // Most hold the certification; a few claim one that the register does not know, or claim none.
        claims_qualiopi: number % 6 != 5,
        is_qualiopi: !matches!(number % 6, 3 | 5),
        grid: dice.ordered_id(millis),
        grid_name,
        steps,
        trainers,
    }
}

fn trainer(dice: &mut Dice, millis: i64, number: usize) -> Trainer {
    let (first_name, last_name) = names::draw(dice);
    Trainer {
        id: dice.ordered_id(millis),
        profile: dice.opaque_id(),
        first_name,
        last_name,
        email: format!("formateur-{:02}@demo.test", number + 1),
    }
}

/// A SIRET with both check digits right, under a SIREN that starts with zeros: none was ever attributed there.
pub fn siret(company: u32, establishment: u32) -> String {
    let siren = with_check_digit(&format!("0000{company:04}"));
    with_check_digit(&format!("{siren}{establishment:04}"))
}

/// Adds the digit that makes the Luhn sum a multiple of ten.
fn with_check_digit(digits: &str) -> String {
    let sum: u32 = digits.bytes().rev().enumerate().map(|(place, digit)| luhn(digit, place % 2 == 0)).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn luhn(digit: u8, is_doubled: bool) -> u32 {
    let value = u32::from(digit - b'0') * if is_doubled { 2 } else { 1 };
    if value > 9 { value - 9 } else { value }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn luhn_sum(digits: &str) -> u32 {
        digits.bytes().rev().enumerate().map(|(place, digit)| luhn(digit, place % 2 == 1)).sum()
    }

    #[test]
    fn numbers_have_valid_check_digits_and_differ() {
        let all = all(1, 0);
        for organisation in &all {
            assert_eq!(organisation.siret.len(), 14);
            assert_eq!(luhn_sum(&organisation.siret) % 10, 0);
            assert_eq!(luhn_sum(&organisation.siret[..9]) % 10, 0);
        }
        assert_eq!(all.iter().map(|o| &o.siret).collect::<HashSet<_>>().len(), all.len());
    }

    #[test]
    fn nobody_can_take_an_invented_identity_for_a_real_one() {
        for organisation in all(1, 0) {
            assert!(organisation.siret.starts_with("0000"), "no SIREN was ever attributed there");
            assert!(
                organisation.nda.starts_with("99") && organisation.nda.len() == 11,
                "no region has this number"
            );
            assert!(organisation.legal_name.ends_with("(organisme inventé)"));
        }
        let first = &all(1, 0)[0];
        assert!(first.claims_qualiopi && first.is_qualiopi, "the one of the accounts shows everything");
    }

    #[test]
    fn the_check_digit_is_the_published_one() {
        // The worked example of the SIREN rule: 732 829 320.
        assert_eq!(with_check_digit("73282932"), "732829320");
    }

    #[test]
    fn every_level_has_a_passing_step() {
        for organisation in all(1, 0) {
            for level in 1..=4 {
                let (_, step) = organisation.step_for(level);
                assert!(step.2);
                assert!(step.1 == Some(level) || step.1.is_none());
            }
        }
    }
}
