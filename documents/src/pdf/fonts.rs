//! The fonts inside the program, so that a document looks the same wherever it is made.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Source Sans 3 holds Latin, Greek and Cyrillic letters; Noto the names of people who write from right to left.
const FILES: [&[u8]; 6] = [
    include_bytes!("../../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../../fonts/SourceSans3-SemiBold.ttf"),
    include_bytes!("../../fonts/SourceSans3-Italic.ttf"),
    include_bytes!("../../fonts/SourceCodePro-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
];

/// All fonts, and the book typst looks them up in.
pub struct Fonts {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// Whether every face a text may be set in, or one of the others in its place, has a glyph for the character.
pub fn covers(char: char) -> bool {
    FONTS.fonts.iter().any(|font| font.info().coverage.contains(char as u32))
}
