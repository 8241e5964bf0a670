//! Notes in comments: `[points:2]`, `[tag:sécurité]`. What others note is passed over.

use crate::quizzes::model::exchange::rubric::{escape, unescape};

/// What closes a note, escaped where it is meant.
const SPECIAL: &[char] = &[']'];

/// A note: its name, and what it says.
pub type Note = (String, String);

/// The notes of a comment, in order.
pub fn notes(comment: &str) -> Vec<Note> {
    let mut found = Vec::new();
    let mut rest = comment;
    while let Some(at) = rest.find('[') {
        rest = &rest[at + 1..];
        let Some(end) = super::find(rest, ']', 0) else { break };
        if let Some((name, text)) = rest[..end].split_once(':') {
            found.push((name.trim().to_owned(), unescape(text, SPECIAL)));
        }
        rest = &rest[end + 1..];
    }
    found
}

/// Writes a note.
pub fn note(name: &str, text: &str) -> String {
    format!("[{name}:{}]", escape(text, SPECIAL))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_come_back_from_their_comment() {
        let comment =
            format!("question: 4 {} [id:x] {}", note("tag", "a]b\\"), note("criterion", "1 | x\ny"));
        let expected = [("tag", "a]b\\"), ("id", "x"), ("criterion", "1 | x\ny")];
        assert_eq!(notes(&comment), expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert!(notes("[unfinished [").is_empty());
    }
}
