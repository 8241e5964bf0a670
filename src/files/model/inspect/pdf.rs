//! PDF: a search for what runs. No object is read and nothing is decompressed, so what hides in a compressed object is left
//! to the antivirus, and to the reader's browser, which is handed the file as a download without rights.

use super::Refusal;
use super::bytes::{find, last};

/// What comes right before a name that says what an object is.
const SAYS: [&[u8]; 3] = [b"S", b"Type", b"Subtype"];
/// Kinds of objects that run: a script, a program, a film with scripts.
const RUNS: [&[u8]; 4] = [b"JavaScript", b"Launch", b"Rendition", b"RichMedia"];
/// The list of a document's scripts, and the text of one.
const SCRIPTS: &[u8] = b"JavaScript";
const SCRIPT: &[u8] = b"JS";
/// What a reader should know of.
const TOLD: [(&[u8], &str); 4] = [
    (b"OpenAction", "open_action"),
    (b"AA", "open_action"),
    (b"EmbeddedFile", "attachments"),
    (b"EmbeddedFiles", "attachments"),
];

/// Longest name that is compared.
const LONGEST_NAME: usize = 32;
/// Where the mark of the end is looked for, as readers do.
const TAIL: usize = 2048;
/// Where another kind of file would have to begin to be taken for it.
const HEAD: usize = 2048;
/// What would make a browser take the file for a page.
const PAGES: [&[u8]; 6] = [b"<!doctype", b"<html", b"<head", b"<script", b"<svg", b"<?php"];

/// What a reader should know of it, when nothing in it runs.
pub fn check(bytes: &[u8]) -> Result<Vec<&'static str>, Refusal> {
    let is_versioned = matches!(bytes.get(5..8), Some([b'1' | b'2', b'.', b'0'..=b'9']));
    let end = last(&bytes[bytes.len().saturating_sub(TAIL)..], b"%%EOF");
    if !is_versioned || end.is_none() {
        return Err(Refusal::Damaged);
    }
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    if PAGES.iter().any(|page| find(&head, page, 0).is_some()) {
        return Err(Refusal::Unsafe);
    }
    let mut warnings = Vec::new();
    let mut names = Names::of(bytes);
    while let Some(name) = names.next() {
        if name.runs() {
            return Err(Refusal::Unsafe);
        }
        if let Some(warning) = name.told()
            && !warnings.contains(&warning)
        {
            warnings.push(warning);
        }
    }
    warnings.sort_unstable();
    Ok(warnings)
}

/// What stands behind a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// A reference to an object, a dictionary or a list.
    Structure,
    /// A text.
    Text,
    Other,
}

/// A name, and what stands around it. The same letters in a title or an address are none: `HTML/CSS/JavaScript`.
struct Name {
    letters: Vec<u8>,
    /// The name right before it; empty when something else stands between.
    before: Vec<u8>,
    behind: Behind,
    /// Whether a letter or digit stands right before its slash.
    is_joined: bool,
    /// Whether it stands in the data of a stream, where short names are found by chance.
    is_data: bool,
}

impl Name {
    fn runs(&self) -> bool {
        let name = self.letters.as_slice();
        if name == SCRIPT {
            let is_apart = !self.is_joined || RUNS.contains(&self.before.as_slice());
            return !self.is_data && is_apart && self.behind != Behind::Other;
        }
        let is_said = SAYS.contains(&self.before.as_slice());
        RUNS.contains(&name) && (is_said || (name == SCRIPTS && self.behind == Behind::Structure))
    }

    fn told(&self) -> Option<&'static str> {
        let is_meant = SAYS.contains(&self.before.as_slice()) || self.behind == Behind::Structure;
        let is_chance = self.is_data && self.letters.len() < LONG;
        let known = TOLD.iter().find(|(known, _)| *known == self.letters.as_slice());
        known.filter(|_| is_meant && !is_chance).map(|(_, warning)| *warning)
    }
}

/// Walks over the names of a document.
struct Names<'a> {
    bytes: &'a [u8],
    at: usize,
    stream_ends: usize,
    has_ends: bool,
    before: Vec<u8>,
    before_ends: usize,
}

impl<'a> Names<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, stream_ends: 0, has_ends: true, before: Vec::new(), before_ends: 0 }
    }

    fn next(&mut self) -> Option<Name> {
        let bytes = self.bytes;
        loop {
            self.at += bytes[self.at..].iter().position(|b| matches!(b, b'/' | b's'))?;
            let at = self.at;
            if bytes[at] == b's' {
                if at >= self.stream_ends && self.has_ends && is_start_of_stream(bytes, at) {
                    let end = find(bytes, b"endstream", at + 6);
                    // Looked for once in vain, it is not looked for again.
                    self.has_ends = end.is_some();
                    self.stream_ends = end.unwrap_or(at);
                }
                self.at += 1;
                continue;
            }
            let (name, length) = name_at(bytes, at + 1);
            let end = at + 1 + length;
            let is_adjacent = behind_blanks(&bytes[self.before_ends..at]) == at - self.before_ends;
            let before = std::mem::replace(&mut self.before, name.clone());
            let found = Name {
                letters: name,
                before: if is_adjacent { before } else { Vec::new() },
                behind: behind(&bytes[end..]),
                is_joined: at.checked_sub(1).is_some_and(|at| bytes[at].is_ascii_alphanumeric()),
                is_data: at < self.stream_ends,
            };
            (self.at, self.before_ends) = (end, end);
            return Some(found);
        }
    }
}

/// How many bytes are blanks and comments.
fn behind_blanks(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ' => at += 1,
            b'%' => {
                let line = bytes[at..].iter().position(|b| matches!(b, b'\n' | b'\r'));
                at += line.unwrap_or(bytes.len() - at);
            }
            _ => break,
        }
    }
    at
}

fn behind(bytes: &[u8]) -> Behind {
    let near = &bytes[..bytes.len().min(NEAR)];
    let rest = &near[behind_blanks(near)..];
    match rest.first() {
        Some(b'<' | b'[') => Behind::Structure,
        Some(b'(') => Behind::Text,
        Some(b'0'..=b'9') => {
            let mut words = rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
            let is_number =
                |word: Option<&[u8]>| word.is_some_and(|word| word.iter().all(u8::is_ascii_digit));
            let is_reference = is_number(words.next())
                && is_number(words.next())
                && words.next().is_some_and(|word| word.starts_with(b"R"));
            if is_reference { Behind::Structure } else { Behind::Other }
        }
        _ => Behind::Other,
    }
}

/// Bytes behind a name that are looked at.
const NEAR: usize = 256;
/// Names this long are not found by chance.
const LONG: usize = 6;

/// The word `stream` behind a dictionary, with its line end; not within a comment.
fn is_start_of_stream(bytes: &[u8], at: usize) -> bool {
    let is_word = matches!(bytes.get(at..), Some([b's', b't', b'r', b'e', b'a', b'm', b'\n' | b'\r', ..]));
    if !is_word {
        return false;
    }
    let before = bytes[..at].trim_ascii_end();
    let line = || before.rsplit(|b| matches!(b, b'\n' | b'\r')).next().unwrap_or_default();
    before.ends_with(b">>") && !line().contains(&b'%')
}

/// The name that begins here, its escapes (`#4a`) undone, and its length as it is written.
fn name_at(bytes: &[u8], from: usize) -> (Vec<u8>, usize) {
    let (mut name, mut at) = (Vec::new(), from);
    while name.len() <= LONGEST_NAME {
        match bytes.get(at) {
            Some(b'#') => match bytes.get(at + 1..at + 3).and_then(escaped) {
                Some(byte) => {
                    name.push(byte);
                    at += 3;
                }
                None => break,
            },
            Some(byte) if byte.is_ascii_graphic() && !b"()<>[]{}/%".contains(byte) => {
                name.push(*byte);
                at += 1;
            }
            _ => break,
        }
    }
    (name, at - from)
}

fn escaped(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pdf(inside: &str) -> Vec<u8> {
        format!("%PDF-1.7\n%\u{e9}\u{e9}\n1 0 obj\n{inside}\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n")
            .into_bytes()
    }

    fn stream(data: &str) -> String {
        format!("<< /Length {} >>\nstream\n{data}\nendstream", data.len())
    }

    #[test]
    fn what_runs_is_refused_however_it_is_spelled() {
        for inside in [
            "<< /Type /Action /S /JavaScript /JS (app.alert(1)) >>",
            "<</S/JavaScript/JS 5 0 R>>",
            "<</S/#4a#61vaScr#69pt>>",
            "<< /Names << /JavaScript 3 0 R >> >>",
            "<< /S /Launch /F (cmd.exe) >>",
            "<</S/Rendition/JS(1)>>",
            "<</Subtype/RichMedia>>",
            "<</JS(1)>>",
            "<</J#53(1)>>",
            "<</S %\n/JavaScript>>",
            "<</JS 5 0 R>>",
            "<</JS <feff>>>",
            &format!("{}\n<</JS(1)>>", stream("data")),
            "% >>stream\n<< /S %\n/JavaScript %\n/JS (1) >>\n% endstream",
            "% >>\nstream\n<< /JS (1) >>\n% endstream",
        ] {
            assert_eq!(check(&pdf(inside)), Err(Refusal::Unsafe), "{inside}");
        }
    }

    #[test]
    fn a_course_on_scripts_is_no_script() {
        for inside in [
            "<< /Title (HTML/CSS/JavaScript) >>",
            "<< /Title (HTML/CSS/JS (bases)) >>",
            "<< /S /URI /URI (https://developer.mozilla.org/fr/docs/Web/JavaScript) >>",
            "<< /S /URI /URI (https://example.org/Launch) >>",
            &stream("BT (HTML/JavaScript/Launch 2026) Tj (JS/JS) Tj ET"),
        ] {
            assert_eq!(check(&pdf(inside)), Ok(vec![]), "{inside}");
        }
    }

    #[test]
    fn what_does_something_or_holds_something_is_told() {
        let told = |inside: &str| check(&pdf(inside)).unwrap();
        assert_eq!(told("<< /Type /Catalog /Pages 2 0 R >>"), [""; 0]);
        assert_eq!(told("<< /OpenAction [3 0 R /Fit] >>"), ["open_action"]);
        assert_eq!(told("<< /AA << /O 4 0 R >> >>"), ["open_action"]);
        assert_eq!(
            told("<< /Names << /EmbeddedFiles 4 0 R >> /OpenAction 3 0 R >>"),
            ["attachments", "open_action"]
        );
        assert_eq!(told("<< /Type /EmbeddedFile /Length 3 >>"), ["attachments"]);
        assert_eq!(told("<< /OpenAction 3 0 R >>"), ["open_action"]);
    }

    #[test]
    fn two_letters_within_compressed_data_are_chance() {
        assert_eq!(check(&pdf(&stream("x/JS(\u{1}/AA /JSX"))), Ok(vec![]));
        assert_eq!(check(&pdf("<< /JSX 1 /Launcher 2 /MyJavaScript 3 >>")), Ok(vec![]));
    }

    #[test]
    fn what_is_no_whole_document_is_refused() {
        for broken in ["%PDF-", "%PDF-1.7", "%PDF-x.7\n%%EOF", "%PDF-1.7\n1 0 obj\nendobj\n"] {
            assert_eq!(check(broken.as_bytes()), Err(Refusal::Damaged), "{broken}");
        }
        let cut = [pdf("<< >>"), vec![b' '; 3000]].concat();
        assert_eq!(check(&cut), Err(Refusal::Damaged));
    }

    #[test]
    fn a_page_in_disguise_is_refused() {
        for page in ["<HTML><body onload=x>", "<!DOCTYPE html>", "<ScRiPt>", "<svg onload=x>", "<?php x"] {
            assert_eq!(check(&pdf(page)), Err(Refusal::Unsafe), "{page}");
        }
        let metadata =
            stream("<?xpacket begin=\"\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF/></x:xmpmeta>");
        assert_eq!(check(&pdf(&metadata)), Ok(vec![]));
    }
}
