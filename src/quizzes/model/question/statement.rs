//! Statements: read from what is sent, and written as plain text for files and lists.
//!
//! In text, a piece of code stands between lines of three backquotes, a formula between two pairs of dollars, and an image is
//! `![what it shows](file:…)` on a line of its own.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Block;
use crate::ids::FileId;
use crate::platform::http::{FieldError, Fields, texts};

/// Most parts of a statement.
const MOST_BLOCKS: usize = 20;
/// Longest text, code or formula, in characters.
const LONGEST: usize = 5_000;
/// Longest title made of a statement, in characters.
const LONGEST_TITLE: usize = 200;

/// What a part of a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockType {
    /// Text.
    Text,
    /// An image.
    Image,
    /// A piece of a program.
    Code,
    /// A formula in TeX.
    Formula,
}

/// A part of a statement, as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuestionBlockDraft)]
pub struct BlockDraft {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: BlockType,
    /// Of a text or code: 1 to 5000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Of code: its language, 40 characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Of a formula: TeX without the dollars, 1 to 5000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tex: Option<String>,
    /// Of an image: a PNG or JPEG file that was just sent in the organisation's name, or one that a question shows already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_id: Option<FileId>,
    /// Of an image: what it shows, 1 to 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// The fault of a field that says nothing here.
pub fn not_for_this(pointer: String) -> FieldError {
    FieldError::new(pointer, "not_for_this_kind", "Ce champ ne s’applique pas à ce type.")
}

impl BlockDraft {
    /// An empty part of this kind.
    fn of(kind: BlockType) -> Self {
        Self { kind, text: None, language: None, tex: None, file_id: None, alt: None }
    }

    /// A text.
    pub fn text(text: String) -> Self {
        Self { text: Some(text), ..Self::of(BlockType::Text) }
    }

    fn parse(&self, pointer: &str, fields: &mut Fields) -> Option<Block> {
        let given = [
            ("text", self.text.is_some(), &[BlockType::Text, BlockType::Code][..]),
            ("language", self.language.is_some(), &[BlockType::Code]),
            ("tex", self.tex.is_some(), &[BlockType::Formula]),
            ("file_id", self.file_id.is_some(), &[BlockType::Image]),
            ("alt", self.alt.is_some(), &[BlockType::Image]),
        ];
        for (name, is_given, kinds) in given {
            if is_given && !kinds.contains(&self.kind) {
                fields.push(not_for_this(format!("{pointer}/{name}")));
            }
        }
        let read = |name: &str, value: Option<&String>, most: usize| {
            texts::paragraphs(&format!("{pointer}/{name}"), value.map_or("", String::as_str), 1..=most)
        };
        match self.kind {
            BlockType::Text => {
                let text = fields.check(read("text", self.text.as_ref(), LONGEST))?;
                Some(Block::Text { text })
            }
            BlockType::Code => {
                let language = self.language.as_deref().unwrap_or_default();
                let language = fields.check(texts::line(&format!("{pointer}/language"), language, 0..=40));
                let text = fields.check(code(pointer, self.text.as_deref().unwrap_or_default()));
                Some(Block::Code { language: language?, text: text? })
            }
            BlockType::Formula => {
                let tex = fields.check(read("tex", self.tex.as_ref(), LONGEST))?;
                Some(Block::Formula { tex })
            }
            BlockType::Image => {
                let alt = self.alt.as_deref().unwrap_or_default();
                let alt = fields.check(texts::line(&format!("{pointer}/alt"), alt, 1..=500));
                let required =
                    || FieldError::new(format!("{pointer}/file_id"), "required", "Ce champ est obligatoire.");
                let file_id = fields.check(self.file_id.ok_or_else(required));
                Some(Block::Image { file_id: file_id?, alt: alt? })
            }
        }
    }
}

/// Code keeps the spaces its first line begins with.
fn code(pointer: &str, text: &str) -> Result<String, FieldError> {
    let pointer = format!("{pointer}/text");
    let text = text.replace("\r\n", "\n");
    let text = text.trim_matches('\n').trim_end();
    texts::paragraphs(&pointer, text, 1..=LONGEST)?;
    Ok(text.to_owned())
}

/// Reads a statement: 1 to 20 parts.
pub fn parse(given: &[BlockDraft], fields: &mut Fields) -> Vec<Block> {
    if given.is_empty() {
        fields.push(FieldError::new("/statement", "required", "Écrivez la question."));
    }
    if given.len() > MOST_BLOCKS {
        fields.push(FieldError::new("/statement", "too_many", format!("{MOST_BLOCKS} parties au plus.")));
        return Vec::new();
    }
    let mut blocks = Vec::with_capacity(given.len());
    for (place, block) in given.iter().enumerate() {
        blocks.extend(block.parse(&format!("/statement/{place}"), fields));
    }
    blocks
}

/// What a list shows of a statement: the beginning of its first text, on one line.
pub fn title(statement: &[Block]) -> String {
    let of = |block: &Block| match block {
        Block::Text { text } | Block::Code { text, .. } => text.clone(),
        Block::Formula { tex } => tex.clone(),
        Block::Image { alt, .. } => alt.clone(),
    };
    let first = statement.iter().find(|block| matches!(block, Block::Text { .. })).or(statement.first());
    let text = first.map(of).unwrap_or_default();
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_TITLE {
        return line;
    }
    let cut: String = line.chars().take(LONGEST_TITLE - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Every word of a statement, for searches.
pub fn words(statement: &[Block]) -> String {
    let of = |block: &Block| match block {
        Block::Text { text } | Block::Code { text, .. } => text.clone(),
        Block::Formula { tex } => tex.clone(),
        Block::Image { alt, .. } => alt.clone(),
    };
    statement.iter().map(of).collect::<Vec<_>>().join(" ")
}

/// A statement as text.
pub fn to_text(statement: &[Block]) -> String {
    let of = |block: &Block| match block {
        Block::Text { text } => text.clone(),
        Block::Code { language, text } => format!("```{language}\n{text}\n```"),
        Block::Formula { tex } => format!("$$\n{tex}\n$$"),
        Block::Image { file_id, alt } => format!("![{alt}](file:{file_id})"),
    };
    statement.iter().map(of).collect::<Vec<_>>().join("\n\n")
}

/// A text as the parts of a statement.
pub fn of_text(text: &str) -> Vec<BlockDraft> {
    let mut blocks = Vec::new();
    let mut said: Vec<&str> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let block = if let Some(language) = line.strip_prefix("```") {
            let code = until(&mut lines, "```");
            Some(BlockDraft {
                language: Some(language.trim().to_owned()),
                text: Some(code),
                ..BlockDraft::of(BlockType::Code)
            })
        } else if let Some(rest) = line.trim().strip_prefix("$$") {
            let tex = match rest.strip_suffix("$$") {
                Some(tex) => tex.to_owned(),
                None => format!("{rest}\n{}", until(&mut lines, "$$")),
            };
            Some(BlockDraft { tex: Some(tex.trim().to_owned()), ..BlockDraft::of(BlockType::Formula) })
        } else {
            image(line.trim())
        };
        match block {
            Some(block) => {
                flush(&mut said, &mut blocks);
                blocks.push(block);
            }
            None => said.push(line),
        }
    }
    flush(&mut said, &mut blocks);
    blocks
}

/// The lines up to the one that ends with this mark, which may say something before it.
fn until<'a>(lines: &mut impl Iterator<Item = &'a str>, mark: &str) -> String {
    let mut found = Vec::new();
    for line in lines {
        if let Some(rest) = line.trim_end().strip_suffix(mark) {
            if !rest.trim().is_empty() {
                found.push(rest);
            }
            break;
        }
        found.push(line);
    }
    found.join("\n")
}

fn image(line: &str) -> Option<BlockDraft> {
    let (alt, rest) = line.strip_prefix("![")?.split_once("](file:")?;
    let file = Uuid::try_parse(rest.strip_suffix(')')?).ok()?;
    Some(BlockDraft {
        file_id: Some(FileId(file)),
        alt: Some(alt.to_owned()),
        ..BlockDraft::of(BlockType::Image)
    })
}

fn flush(said: &mut Vec<&str>, blocks: &mut Vec<BlockDraft>) {
    let text = std::mem::take(said).join("\n");
    if !text.trim().is_empty() {
        blocks.push(BlockDraft::text(text.trim().to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_comes_back_from_its_text() {
        let file_id = FileId(Uuid::from_u128(7));
        let statement = vec![
            Block::Text { text: "Que vaut cette somme ?\n\nArrondissez.".into() },
            Block::Formula { tex: "\\sum_{i=1}^n i".into() },
            Block::Code { language: "python".into(), text: "    def f():\n\n        return 1".into() },
            Block::Image { file_id, alt: "Un schéma".into() },
            Block::Text { text: "Fin.".into() },
        ];
        let mut fields = Fields::default();
        let read = parse(&of_text(&to_text(&statement)), &mut fields);
        assert!(fields.finish().is_ok());
        assert_eq!(read, statement);
    }

    #[test]
    fn formulas_of_one_line_and_unfinished_ones_are_read() {
        let read = of_text("$$x^2$$\n$$ a\n+ b $$\n```\nx");
        assert_eq!(read[0].tex.as_deref(), Some("x^2"));
        assert_eq!(read[1].tex.as_deref(), Some("a\n+ b"));
        assert_eq!((read[2].kind, read[2].text.as_deref()), (BlockType::Code, Some("x")));
        assert_eq!(of_text("![x](file:nothing)")[0].kind, BlockType::Text);
        assert!(of_text(" \n\n").is_empty());
    }

    #[test]
    fn fields_of_another_kind_and_missing_ones_are_told() {
        let mut fields = Fields::default();
        let image = BlockDraft { text: Some("x".into()), ..BlockDraft::of(BlockType::Image) };
        assert!(parse(&[image, BlockDraft::of(BlockType::Code)], &mut fields).is_empty());
        let Err(crate::platform::http::Error::Invalid(faults)) = fields.finish() else { panic!("no fault") };
        let told: Vec<_> = faults.iter().map(|fault| (fault.pointer.as_str(), fault.code.as_ref())).collect();
        assert_eq!(
            told,
            [
                ("/statement/0/text", "not_for_this_kind"),
                ("/statement/0/alt", "required"),
                ("/statement/0/file_id", "required"),
                ("/statement/1/text", "required"),
            ]
        );
    }

    #[test]
    fn a_title_is_one_short_line() {
        let long = Block::Text { text: format!("Un\n{}", "mot ".repeat(100)) };
        let title = title(&[Block::Formula { tex: "x".into() }, long]);
        assert!(title.starts_with("Un mot") && title.ends_with('…') && title.chars().count() <= 200);
    }
}
