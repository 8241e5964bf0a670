//! Texts as people type them: trimmed, bounded, and without characters that nobody sees.

use std::ops::RangeInclusive;

use super::error::FieldError;

/// A text on one line, of so many characters. Empty counts as missing, unless none are needed.
pub fn line(pointer: &str, text: &str, length: RangeInclusive<usize>) -> Result<String, FieldError> {
    let text = text.trim();
    check_length(pointer, text, length)?;
    if text.chars().any(char::is_control) {
        return Err(invisible(pointer));
    }
    Ok(text.to_owned())
}

/// A text of any number of lines, of so many characters. Line ends become `\n`.
pub fn paragraphs(pointer: &str, text: &str, length: RangeInclusive<usize>) -> Result<String, FieldError> {
    let text = text.trim().replace("\r\n", "\n");
    check_length(pointer, &text, length)?;
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err(invisible(pointer));
    }
    Ok(text)
}

fn check_length(pointer: &str, text: &str, length: RangeInclusive<usize>) -> Result<(), FieldError> {
    let (shortest, longest) = length.into_inner();
    let characters = text.chars().count();
    if characters == 0 && shortest > 0 {
        return Err(FieldError::new(pointer, "required", "Ce champ est obligatoire."));
    }
    if characters < shortest {
        return Err(FieldError::new(pointer, "too_short", format!("{shortest} caractères au moins.")));
    }
    if characters > longest {
        return Err(FieldError::new(pointer, "too_long", format!("{longest} caractères au plus.")));
    }
    Ok(())
}

fn invisible(pointer: &str) -> FieldError {
    FieldError::new(pointer, "invalid_characters", "Ce texte contient des caractères invisibles.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_bounded() {
        assert_eq!(line("", "  Atelier  ", 2..=200).unwrap(), "Atelier");
        assert_eq!(line("", " A ", 2..=200).unwrap_err().code, "too_short");
        assert_eq!(line("", " \n ", 1..=9).unwrap_err().code, "required");
        assert_eq!(line("", "", 0..=9).unwrap(), "");
        assert_eq!(line("", &"é".repeat(201), 2..=200).unwrap_err().code, "too_long");
        assert!(line("", &"é".repeat(200), 2..=200).is_ok());
        for text in ["Ate\u{7}lier", "deux\nlignes", "nul\0"] {
            assert_eq!(line("/name", text, 2..=200).unwrap_err().code, "invalid_characters", "{text:?}");
        }
    }

    #[test]
    fn paragraphs_keep_their_lines() {
        assert_eq!(paragraphs("", " un\r\ndeux\n\ttrois ", 0..=99).unwrap(), "un\ndeux\n\ttrois");
        assert_eq!(paragraphs("", "  ", 0..=9).unwrap(), "");
        assert_eq!(paragraphs("", "  ", 1..=9).unwrap_err().code, "required");
        assert_eq!(paragraphs("", "nul\0", 0..=9).unwrap_err().code, "invalid_characters");
        assert_eq!(paragraphs("", "0123456789", 0..=9).unwrap_err().code, "too_long");
    }
}
