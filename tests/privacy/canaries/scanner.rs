//! Finds what was planted: as text, in hexadecimal, in base64, as an id with or without hyphens, as bytes.

use std::collections::{BTreeSet, HashMap};

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use uuid::Uuid;

/// What every planted text begins with, and nothing else: lower-case letters, so that folding changes nothing.
pub const MARK: &str = "zqcanary";
/// The year of every planted time.
pub const YEAR: &str = "1907";

/// What was planted.
#[derive(Default)]
pub struct Canaries {
    /// Columns by the number in their texts.
    pub columns: Vec<String>,
    /// The ids that are nobody else's business, and the column of each.
    pub ids: HashMap<Uuid, String>,
}

/// The text planted in a row of a column.
pub fn text(column: usize, row: usize) -> String {
    format!("{MARK}{column:03}{row:05}z")
}

impl Canaries {
    /// The columns whose values these bytes hold.
    pub fn scan(&self, bytes: &[u8]) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let lower = bytes.to_ascii_lowercase();
        for at in places(&lower, MARK.as_bytes()) {
            let number = lower.get(at + MARK.len()..at + MARK.len() + 3);
            let number = number.and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<usize>().ok());
            let column = number.and_then(|number| self.columns.get(number).cloned());
            found.insert(column.unwrap_or_else(|| format!("a text of an unknown column at {at}")));
        }
        let hexadecimal = hexadecimal(MARK);
        if !places(&lower, hexadecimal.as_bytes()).is_empty() {
            found.insert("a text in hexadecimal".to_owned());
        }
        if encoded().iter().any(|encoded| !places(bytes, encoded.as_bytes()).is_empty()) {
            found.insert("a text in base64".to_owned());
        }
        found.extend(times(bytes));
        found.extend(ids(&lower).into_iter().filter_map(|id| self.ids.get(&id).cloned()));
        found
    }

    /// The columns whose ids these bytes hold as they are.
    pub fn scan_raw(&self, bytes: &[u8]) -> BTreeSet<String> {
        let ids = bytes.windows(16).filter_map(|window| self.ids.get(&Uuid::from_slice(window).ok()?));
        self.scan(bytes).into_iter().chain(ids.cloned()).collect()
    }
}

fn places(bytes: &[u8], needle: &[u8]) -> Vec<usize> {
    let starts = bytes.windows(needle.len()).enumerate();
    starts.filter(|(_, window)| *window == needle).map(|(at, _)| at).collect()
}

fn hexadecimal(text: &str) -> String {
    text.bytes().fold(String::new(), |hexadecimal, byte| format!("{hexadecimal}{byte:02x}"))
}

/// The mark within a longer text in base64: one form for each place it may start at.
fn encoded() -> Vec<String> {
    let shifted = |before: usize| {
        let mut bytes = vec![0; before];
        bytes.extend(MARK.as_bytes());
        let whole = STANDARD_NO_PAD.encode(&bytes);
        // The first and the last letters also depend on what stands beside the mark.
        let first = (before * 8).div_ceil(6);
        let last = (before + MARK.len()) * 8 / 6;
        whole[first..last].to_owned()
    };
    (0..3).map(shifted).collect()
}

fn times(bytes: &[u8]) -> Option<String> {
    let year = format!("{YEAR}-");
    // Within an id four digits stand between hyphens.
    let is_time = |at: &usize| *at == 0 || !(bytes[at - 1] == b'-' || bytes[at - 1].is_ascii_alphanumeric());
    let found = places(bytes, year.as_bytes()).iter().any(is_time);
    found.then(|| "a time".to_owned())
}

/// Every word that is an id, with hyphens or without.
fn ids(lower: &[u8]) -> Vec<Uuid> {
    let words = lower.split(|byte| !(byte.is_ascii_hexdigit() || *byte == b'-'));
    let words = words.filter(|word| [32, 36].contains(&word.len()));
    words.filter_map(|word| std::str::from_utf8(word).ok()?.parse().ok()).collect()
}

#[test]
fn whatever_the_form_it_is_found() {
    let id = Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
    let canaries = Canaries {
        columns: vec!["person.email".to_owned(), "person.last_name".to_owned()],
        ids: HashMap::from([(id, "person.id".to_owned())]),
    };
    let found = |text: &str| canaries.scan(text.as_bytes()).into_iter().collect::<Vec<_>>();
    let planted = text(1, 12);
    assert_eq!(found(&format!("Bonjour {planted} !")), ["person.last_name"]);
    assert_eq!(found(&planted.to_uppercase()), ["person.last_name"]);
    for before in ["", "a", "ab", "abc"] {
        let encoded = STANDARD_NO_PAD.encode(format!("{before}{planted}"));
        assert_eq!(found(&format!("x {encoded} y")), ["a text in base64"], "{encoded}");
    }
    assert_eq!(found(&hexadecimal(&planted).to_uppercase()), ["a text in hexadecimal"]);
    assert_eq!(found(&format!("{{\"id\":\"{id}\"}}")), ["person.id"]);
    assert_eq!(found(&id.simple().to_string()), ["person.id"]);
    assert_eq!(found("\"1907-03-04T05:06:07Z\""), ["a time"]);
    assert_eq!(found("0f8fad5b-1907-4b7d-9c3f-7f1e2d3c4b5a canary 1907"), [""; 0]);
    assert_eq!(canaries.scan_raw(&[b"..".as_slice(), id.as_bytes()].concat()).len(), 1);
}
