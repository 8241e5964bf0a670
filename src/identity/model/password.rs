//! What a new password must be: long, not guessable, not made of the address. Any Unicode, no imposed mixture.

use std::collections::HashSet;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use super::Email;
use crate::platform::http::FieldError;

const SHORTEST: usize = 12;
const LONGEST: usize = 128;
/// Bits the CNIL asks for where attempts are limited.
const FEWEST_BITS: f64 = 50.0;
const FEWEST_DISTINCT: usize = 5;
/// A shorter local part is in too many honest passwords.
const SHORTEST_LOCAL_PART: usize = 4;

/// Words that guessed passwords are made of; written for this project.
const COMMON: &str = include_str!("common_passwords.txt");

/// A password in the one form that is hashed: composed characters, whatever keyboard typed it.
pub struct Password(String);

impl Password {
    /// One that somebody presents, whatever its worth.
    pub fn presented(text: &str) -> Self {
        Self(text.nfc().collect())
    }

    /// A new one, or what is wrong with it.
    pub fn parse(pointer: &str, text: &str, email: &Email) -> Result<Self, FieldError> {
        let password = Self::presented(text);
        match password.fault(email) {
            None => Ok(password),
            Some((code, message)) => Err(FieldError::new(pointer, code, message)),
        }
    }

    /// The text to hash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn fault(&self, email: &Email) -> Option<(&'static str, &'static str)> {
        let length = self.0.chars().count();
        let lower = self.0.to_lowercase();
        let local_part = email.local_part().to_lowercase();
        if length < SHORTEST {
            Some(("too_short", "Douze caractères au moins."))
        } else if length > LONGEST {
            Some(("too_long", "128 caractères au plus."))
        } else if local_part.len() >= SHORTEST_LOCAL_PART && lower.contains(&local_part) {
            Some(("contains_email", "Le mot de passe ne doit pas reprendre votre adresse e-mail."))
        } else if is_common(&lower) {
            Some((
                "too_common",
                "Ce mot de passe fait partie des plus courants\u{a0}: choisissez-en un autre.",
            ))
        } else if bits(&self.0) < FEWEST_BITS {
            Some((
                "too_simple",
                "Ce mot de passe est trop simple\u{a0}: allongez-le, par exemple avec d’autres mots.",
            ))
        } else {
            None
        }
    }
}

/// Whether only digits and signs surround (or separate the copies of) one common word.
fn is_common(lower: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| COMMON.lines().filter(|line| !line.starts_with('#')).collect());
    let kept: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let letters: String = unaccented(lower).filter(|c| c.is_alphabetic()).collect();
    words.contains(kept.as_str())
        || words.contains(letters.as_str())
        || copies(&letters).any(|word| words.contains(word))
}

fn unaccented(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c))
}

/// Every text of which this one is only copies.
fn copies(text: &str) -> impl Iterator<Item = &str> {
    let length = text.len();
    (1..=length / 2)
        .filter(move |part| length.is_multiple_of(*part) && text.is_char_boundary(*part))
        .map(move |part| &text[..part])
        .filter(move |part| part.repeat(length / part.len()) == text)
}

/// Entropy as the CNIL counts it (length × bits per character of the kinds used); runs count as one character.
fn bits(password: &str) -> f64 {
    let distinct: HashSet<char> = password.chars().collect();
    if distinct.len() < FEWEST_DISTINCT {
        return 0.0;
    }
    let alphabet: u32 = [
        (10, password.chars().any(|c| c.is_ascii_digit())),
        (26, password.chars().any(|c| c.is_ascii_lowercase())),
        (26, password.chars().any(|c| c.is_ascii_uppercase())),
        (33, password.chars().any(|c| c == ' ' || c.is_ascii_punctuation())),
        (64, !password.is_ascii()),
    ]
    .into_iter()
    .filter_map(|(size, is_used)| is_used.then_some(size))
    .sum();
    f64::from(without_runs(password)) * f64::from(alphabet).log2()
}

/// Characters that neither repeat the one before nor follow it in the alphabet, up or down.
fn without_runs(password: &str) -> u32 {
    let mut previous: Option<u32> = None;
    let mut count = 0;
    for code in password.chars().map(u32::from) {
        if previous.is_none_or(|previous| previous.abs_diff(code) > 1) {
            count += 1;
        }
        previous = Some(code);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(text: &str) -> String {
        let email = Email::parse("", "ines.lefevre@example.org").unwrap();
        Password::parse("", text, &email).map_or_else(|fault| fault.code.into_owned(), |_| "sound".to_owned())
    }

    #[test]
    fn sound_passwords() {
        for text in [
            "Quatre chevaux verts",
            "demo-carnet-2026",
            "tgwkzmqbvxnf",
            "7391 8264 0571 9382",
            "Éléphants à vélo",
            "пароль на кириллице",
            "🐘🚲🌧️🍏 et puis voilà",
            &"Xy7! ".repeat(25),
        ] {
            assert_eq!(verdict(text), "sound", "{text}");
        }
    }

    #[test]
    fn unsound_passwords() {
        for (text, fault) in [
            ("Court1!", "too_short"),
            ("elevenchars", "too_short"),
            (&"Xy7! ".repeat(26), "too_long"),
            ("Ines.Lefevre-75!", "contains_email"),
            ("Motdepasse123!", "too_common"),
            ("Mot de passe 2026", "too_common"),
            ("azertyuiop12", "too_common"),
            ("bonjour-bonjour-75", "too_common"),
            ("Bonjour2026!!", "too_common"),
            ("coucou coucou coucou", "too_common"),
            ("1q2w3e4r5t6y", "too_common"),
            ("793182640571", "too_simple"),
            ("abcdefghijklmnop", "too_simple"),
            ("123456789012345678", "too_simple"),
            ("aaaaaaaaaaaaaaaaaaaa", "too_common"),
            ("xzxzxzxzxzxzxzxz", "too_simple"),
        ] {
            assert_eq!(verdict(text), fault, "{text}");
        }
    }

    #[test]
    fn length_is_counted_in_characters_and_one_form_is_hashed() {
        assert_eq!(verdict("éàùçôîëüœæ&"), "too_short");
        assert_eq!(Password::presented("e\u{301}").as_str(), "é");
    }

    #[test]
    fn the_list_is_in_the_form_it_is_looked_up_in() {
        let words: Vec<&str> = COMMON.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(words.len() > 250);
        for word in words {
            assert!(word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()), "{word:?}");
        }
    }
}
