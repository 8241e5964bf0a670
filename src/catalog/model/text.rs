//! When two texts of the publisher say the same thing.
//!
//! The same release was published twice with other apostrophes: that is not a change of label.

/// Whether the texts differ at most by apostrophes and white space.
pub fn same_text(left: &str, right: &str) -> bool {
    left == right || essence(left).eq(essence(right))
}

/// Longest name believed, in characters: the catalogue's own stay below 300.
const LONGEST: usize = 1000;

/// Whether a name can be shown as it is: not endless, and without characters that hide or turn what stands beside them.
/// Those between U+0080 and U+009F show nothing and do no harm: version 60 has an apostrophe of Windows-1252 among them.
pub fn is_plain(text: &str) -> bool {
    text.chars().count() <= LONGEST && !text.chars().any(|c| c.is_ascii_control() || turns_text(c))
}

/// A name with single spaces; none where nothing is left, or where it could not be shown.
pub fn clean(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    (!line.is_empty() && is_plain(&line)).then_some(line)
}

/// Marks that change the direction of the text around them (Unicode Standard Annex 9, explicit formatting).
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn essence(text: &str) -> impl Iterator<Item = char> + '_ {
    let words = text.split_whitespace();
    words.flat_map(|word| word.chars().map(plain_apostrophe).chain(std::iter::once(' ')))
}

fn plain_apostrophe(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00B4}' | '`' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{clean, same_text};

    #[test]
    fn a_name_is_one_line_that_shows_what_it_says() {
        assert_eq!(clean("  Piloter \n un\u{a0}projet ").as_deref(), Some("Piloter un projet"));
        assert_eq!(clean("<b>=cmd|' /C calc'!A0</b>").as_deref(), Some("<b>=cmd|' /C calc'!A0</b>"));
        for hostile in ["", " \n", "a\0b", "a\u{202E}b", "a\u{2066}b", "a\u{7}b"] {
            assert_eq!(clean(hostile), None, "{hostile:?}");
        }
        assert_eq!(clean("à l\u{92}'étranger").as_deref(), Some("à l\u{92}'étranger"));
        assert_eq!(clean(&"é".repeat(1000)).map(|name| name.len()), Some(2000));
        assert_eq!(clean(&"é".repeat(1001)), None);
    }

    #[test]
    fn apostrophes_and_white_space_do_not_make_a_change() {
        assert!(same_text("Conducteur d'engins", "Conducteur d’engins"));
        assert!(same_text("Être à l'écoute ", " Être  à l’écoute"));
        assert!(same_text("Aide\u{a0}: soins", "Aide : soins"));
        assert!(same_text("", "  "));
    }

    #[test]
    fn anything_else_does() {
        assert!(!same_text("Etre à l'écoute", "Être à l'écoute"));
        assert!(!same_text("Vendangeur", "Cueilleur de fruits"));
        assert!(!same_text("Aide agricole", "Aideagricole"));
        assert!(!same_text("Sous-chef", "Sous chef"));
    }
}
