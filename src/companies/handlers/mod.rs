//! The operations on companies and recruiter accounts.

pub mod account;
pub mod confirmation;
pub mod invitations;
pub mod members;
pub mod proof;
pub mod review;
pub mod verified;
mod views;

use crate::platform::http::{Error, Result};

/// A text someone wrote, trimmed: not empty, and no longer than this many characters.
fn text(pointer: &str, text: &str, longest: usize) -> Result<String> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Error::field(pointer, "required", "Ce champ est obligatoire.")),
        length if length > longest => {
            Err(Error::field(pointer, "too_long", format!("{longest} caractères au plus.")))
        }
        _ if text.contains('\0') => {
            Err(Error::field(pointer, "invalid_characters", "Ce texte contient un caractère interdit."))
        }
        _ => Ok(text.to_owned()),
    }
}
