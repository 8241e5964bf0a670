//! The paragraphs of a GIFT file, with their lines and the notes in their comments.

use super::notes::{Note, notes};

/// A question as it stands in the file.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// Its first line, counted from 1, comments aside.
    pub line: u32,
    /// Its text.
    pub text: String,
    /// What its comments note.
    pub notes: Vec<Note>,
    /// The name of the category it stands in.
    pub category: Option<String>,
}

/// The paragraphs that are questions.
pub fn blocks(text: &str) -> Vec<Block> {
    let (mut found, mut current, mut category) = (Vec::new(), Block::default(), None);
    for (number, line) in (1_u32..).zip(text.lines()) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            flush(&mut found, &mut current, category.as_ref());
        } else if let Some(comment) = trimmed.strip_prefix("//") {
            current.notes.extend(notes(comment));
        } else if let Some(path) = trimmed.strip_prefix("$CATEGORY:") {
            flush(&mut found, &mut current, category.as_ref());
            category = name_of(path);
        } else {
            if current.text.is_empty() {
                current.line = number;
            } else {
                current.text.push('\n');
            }
            current.text.push_str(line);
        }
    }
    flush(&mut found, &mut current, category.as_ref());
    found
}

fn flush(found: &mut Vec<Block>, current: &mut Block, category: Option<&String>) {
    let block = std::mem::take(current);
    if !block.text.is_empty() {
        found.push(Block { category: category.cloned(), ..block });
    }
}

/// The last part of a category's path, which people named. The root bears no name.
fn name_of(path: &str) -> Option<String> {
    let last = path.split('/').next_back()?.trim();
    let is_named = !last.is_empty() && !last.starts_with('$') && last != "top";
    // What a tag cannot hold separates words instead.
    is_named.then(|| last.replace([',', ';', '|', '[', ']'], " ").chars().take(50).collect())
}
