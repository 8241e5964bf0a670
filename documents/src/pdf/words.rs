//! Texts that people typed, made fit to be printed: every character has a glyph, and none rearranges its neighbours.

use unicode_normalization::UnicodeNormalization;

use super::fonts::covers;

/// Stands for characters that the fonts lack.
const MISSING: char = '□';
/// Letters of a word after which a line may break, if nothing else lets it.
const LONGEST_WORD: usize = 22;

/// The text as it is printed: composed, without control and direction characters, one □ for any number of characters
/// without glyph, and with places to break in words that would not fit a column. Ends of lines become spaces.
pub fn printed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = 0;
    for char in text.nfc() {
        let char = match char {
            char if char.is_whitespace() && char != '\u{a0}' && char != '\u{202f}' => ' ',
            char if is_invisible(char) => continue,
            char if covers(char) => char,
            _ if out.ends_with(MISSING) => continue,
            _ => MISSING,
        };
        letters = if char == ' ' { 0 } else { letters + 1 };
        if letters > LONGEST_WORD {
            out.push('\u{200b}');
            letters = 1;
        }
        out.push(char);
    }
    out.trim().to_owned()
}

/// A text of several lines, each printed by itself.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(printed).filter(|line| !line.is_empty()).collect()
}

/// Characters that are not seen: controls, marks of direction, joiners between pictures, private ones, non-characters.
fn is_invisible(char: char) -> bool {
    char.is_control()
        || matches!(char,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}'
            | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_printed_as_it_is_written() {
        for name in
            ["Zoé D’Œuvre-Łukasz", "Ünal Şahin", "Nguyễn Thị", "Ελένη", "Фёдор", "محمد", "דוד", "n° 1 → 2"]
        {
            assert_eq!(printed(name), name);
        }
        assert_eq!(printed("Ele\u{301}onore"), "Eléonore");
    }

    #[test]
    fn what_has_no_glyph_is_one_box() {
        assert_eq!(printed("Ana 👩🏽‍🚀🎉 王小明"), "Ana □ □");
    }

    #[test]
    fn nothing_rearranges_or_hides() {
        assert_eq!(printed("Marie\u{202e}eiraM\u{0}\u{7}\u{e123}"), "MarieeiraM");
        assert_eq!(printed("  a\r\n\tb\u{2003}c  "), "a   b c");
        assert_eq!(lines("un\r\n\n deux \u{feff}"), ["un", "deux"]);
    }

    #[test]
    fn a_word_that_fits_no_column_may_break() {
        let long = printed(&"x".repeat(50));
        assert!(long.split('\u{200b}').all(|piece| piece.chars().count() <= LONGEST_WORD));
        assert_eq!(long.replace('\u{200b}', ""), "x".repeat(50));
    }
}
