//! When two texts of the publisher say the same thing.
//!
//! The same release was published twice with other apostrophes: that is not a change of label.

/// Whether the texts differ at most by apostrophes and white space.
pub fn same_text(left: &str, right: &str) -> bool {
    left == right || essence(left).eq(essence(right))
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
    use super::same_text;

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
