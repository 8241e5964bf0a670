//! What people read is set as French typography asks: no line ends before a mark of punctuation that stands alone.

use std::fs;
use std::path::Path;

use carnet::platform::http::Code;

use super::documentation::sources;

/// Where a space that may break stands before `:`, `;`, `!`, `?`, `»` or `%`, or after `«`.
fn faults(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let ends = |at: usize| {
        chars.get(at).is_none_or(|c| !c.is_alphanumeric() && !matches!(*c, '/' | '=' | '}' | ':'))
    };
    let is_fault = |at: usize| {
        let before_mark = chars.get(at + 1).is_some_and(|c| ":;!?»%".contains(*c)) && ends(at + 2);
        let after_quote = at > 0 && chars[at - 1] == '«';
        chars[at] == ' ' && (before_mark || after_quote)
    };
    let around = |at: usize| chars[at.saturating_sub(20)..(at + 12).min(chars.len())].iter().collect();
    (0..chars.len()).filter(|at| is_fault(*at)).map(around).collect()
}

/// The text of a template: tags are no text, and how the subject is marked is not read.
fn text_of(template: &str) -> String {
    let text = template.strip_prefix("Objet : ").unwrap_or(template);
    let mut parts = text.split("{%");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("%}").map_or("", |(_, rest)| rest))
}

#[test]
fn mails_are() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut count = 0;
    let mut found = Vec::new();
    for slice in fs::read_dir(src).unwrap() {
        let Ok(mails) = fs::read_dir(slice.unwrap().path().join("mails")) else { continue };
        for mail in mails.map(|mail| mail.unwrap().path()).filter(|mail| mail.extension().unwrap() == "txt") {
            count += 1;
            let faults = faults(&text_of(&fs::read_to_string(&mail).unwrap()));
            found.extend(faults.into_iter().map(|fault| format!("{}: {fault}", mail.display())));
        }
    }
    assert!(count > 20, "the mails were not found");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn titles_of_problems_are() {
    let found: Vec<_> = Code::ALL.iter().flat_map(|code| faults(code.title())).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_attendance_and_quizzes_say_is() {
    let mut files = Vec::new();
    for slice in ["src/attendance", "src/quizzes"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(slice), &mut files);
    }
    // What tests alone read says what tests need.
    files.retain(|file| !["tests", "samples"].iter().any(|name| file.ends_with(format!("{name}.rs"))));
    let mut found = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let said = line.split('"').skip(1).step_by(2).filter(|text| text.contains(' '));
            found.extend(said.flat_map(faults).map(|fault| format!("{}: {fault}", file.display())));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_reader_of_typography_sees_it() {
    for text in ["Lisez :", "a « b", "a »", "80 % de", "Quoi ?", "Avant : {{ x }}"] {
        assert_eq!(faults(text).len(), 1, "{text}");
    }
    for text in ["Lisez\u{a0}:", "a ::b", "(a: b)", "x ?jeton=1", "c’est ça"] {
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(text_of("Objet : A{% if x %} b{% endif %}."), "A b.");
}
