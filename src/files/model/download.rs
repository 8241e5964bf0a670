//! How a file is handed out: its name, the part of it that was asked for, and whether the asker has it already.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 8187 lets stand as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// `Content-Disposition` (RFC 6266): to be saved, under this name.
pub fn disposition(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " -_.()+,='!&@".contains(c);
    let fallback: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    format!("attachment; filename=\"{fallback}\"; filename*=UTF-8''{}", utf8_percent_encode(name, PLAIN))
}

/// What part of a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// All of it.
    Whole,
    /// From this byte up to, not including, that one.
    Part(u64, u64),
    /// Nothing that exists.
    Outside,
}

/// Reads a `Range` header for a file of this length. Several ranges, and what is not understood, give the whole.
pub fn requested(header: Option<&str>, length: u64) -> Range {
    let Some(spec) = header.and_then(|header| header.trim().strip_prefix("bytes=")) else {
        return Range::Whole;
    };
    let Some((first, last)) = spec.trim().split_once('-') else { return Range::Whole };
    let (first, last) = (first.trim(), last.trim());
    let number =
        |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u64>().ok()).flatten();
    match (first.is_empty(), last.is_empty()) {
        (true, true) => Range::Whole,
        (true, false) => match number(last) {
            Some(0) => Range::Outside,
            Some(count) => Range::Part(length.saturating_sub(count), length),
            None => Range::Whole,
        },
        (false, _) => {
            let upto = if last.is_empty() { Some(u64::MAX) } else { number(last) };
            match (number(first), upto) {
                (Some(first), Some(last)) if first > last => Range::Whole,
                (Some(first), Some(_)) if first >= length => Range::Outside,
                (Some(first), Some(last)) => Range::Part(first, last.saturating_add(1).min(length)),
                _ => Range::Whole,
            }
        }
    }
}

/// Whether an `If-None-Match` header names this tag (in its quotes), or any.
pub fn matches_any(header: &str, tag: &str) -> bool {
    header
        .split(',')
        .map(str::trim)
        .any(|named| named == "*" || named.strip_prefix("W/").unwrap_or(named) == tag)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_told_twice_once_for_everybody_and_once_as_they_are() {
        assert_eq!(
            disposition("Émargement (lundi).pdf"),
            "attachment; filename=\"_margement (lundi).pdf\"; filename*=UTF-8''%C3%89margement%20%28lundi%29.pdf"
        );
        assert!(disposition("a\"; x=\"b\r\nc").starts_with("attachment; filename=\"a__ x=_b__c\";"));
    }

    #[test]
    fn parts_are_read_as_the_standard_says() {
        for (header, part) in [
            ("bytes=0-99", Range::Part(0, 100)),
            ("bytes=0-", Range::Part(0, 1000)),
            ("bytes=990-5000", Range::Part(990, 1000)),
            ("bytes=-1", Range::Part(999, 1000)),
            ("bytes=-5000", Range::Part(0, 1000)),
            (" bytes= 5 - 5 ", Range::Part(5, 6)),
            ("bytes=1000-", Range::Outside),
            ("bytes=-0", Range::Outside),
            ("bytes=5-4", Range::Whole),
            ("bytes=0-1,5-6", Range::Whole),
            ("bytes=+5-6", Range::Whole),
            ("bytes=-", Range::Whole),
            ("bytes=99999999999999999999-", Range::Whole),
            ("items=0-5", Range::Whole),
            ("", Range::Whole),
        ] {
            assert_eq!(requested(Some(header), 1000), part, "{header}");
        }
        assert_eq!(requested(None, 1000), Range::Whole);
    }

    #[test]
    fn tags_are_compared_one_by_one() {
        assert!(matches_any("\"a\", W/\"b\"", "\"b\""));
        assert!(matches_any("*", "\"b\""));
        assert!(!matches_any("\"bb\", b", "\"b\""));
    }

    proptest! {
        #[test]
        fn a_part_is_never_empty_and_never_beyond_the_end(header in "(bytes=)?[0-9]{0,21}-[0-9]{0,21}", length in 1_u64..2000) {
            if let Range::Part(from, to) = requested(Some(&header), length) {
                prop_assert!(from < to && to <= length);
            }
        }

        #[test]
        fn a_disposition_is_one_header_whatever_the_name(name in "\\PC{1,60}") {
            let header = disposition(&name);
            prop_assert!(header.bytes().all(|b| (0x20..0x7f).contains(&b)));
            prop_assert_eq!(header.matches('"').count(), 2);
        }
    }
}
