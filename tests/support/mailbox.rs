//! The mails the server wrote to its folder.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A mail as its reader sees it.
#[derive(Debug, PartialEq, Eq)]
pub struct Received {
    pub to: String,
    pub subject: String,
    pub body: String,
    /// Every header, one per line.
    pub headers: String,
}

/// Lists the mails of a folder, oldest first: their names are time-ordered ids.
pub fn read(folder: &Path) -> Vec<Received> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| parse(&fs::read_to_string(file).unwrap())).collect()
}

fn parse(file: &str) -> Received {
    let (headers, body) = file.split_once("\r\n\r\n").expect("a mail has headers and a body");
    let headers = headers.replace("\r\n ", " ");
    let header = |name: &str| {
        let line = headers.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        line.trim().to_owned()
    };
    let body = body.replace("\r\n", "\n");
    Received { to: header("To:"), subject: decode(&header("Subject:")), body, headers }
}

/// Decodes the encoded words of a header (RFC 2047, base64); a space between two of them is not part of the text.
fn decode(header: &str) -> String {
    let mut bytes = Vec::new();
    let mut after_encoded = false;
    for (position, word) in header.split(' ').enumerate() {
        let encoded = word.strip_prefix("=?utf-8?b?").and_then(|word| word.strip_suffix("?="));
        if position > 0 && !(after_encoded && encoded.is_some()) {
            bytes.push(b' ');
        }
        match encoded {
            Some(text) => bytes.extend(STANDARD.decode(text).unwrap()),
            None => bytes.extend(word.as_bytes()),
        }
        after_encoded = encoded.is_some();
    }
    String::from_utf8(bytes).unwrap()
}

impl Received {
    /// The token of the first link whose address contains `path`, e.g. `/confirmation?jeton=`.
    #[track_caller]
    pub fn after(&self, path: &str) -> String {
        let (_, rest) = self.body.split_once(path).unwrap_or_else(|| panic!("no {path} in:\n{}", self.body));
        rest.chars().take_while(|c| !c.is_whitespace()).collect()
    }
}
