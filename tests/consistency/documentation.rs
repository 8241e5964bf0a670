//! What the documents promise to list completely, they list completely.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use carnet::platform::http::Code;

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The table rows that start with a code in backquotes: code -> the rest of the row.
fn rows(section: &str) -> BTreeMap<&str, &str> {
    section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).collect()
}

fn section<'a>(text: &'a str, title: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("\n{title}\n")).unwrap_or_else(|| panic!("no section {title}"));
    let level = title.split(' ').next().unwrap_or_default();
    rest.split(&format!("\n{level} ")).next().unwrap_or(rest)
}

#[test]
fn every_error_code_is_documented_with_its_status() {
    let api = document("API.md");
    let documented = rows(section(&api, "## Problems"));
    let names: BTreeMap<String, u16> = Code::ALL
        .iter()
        .map(|code| {
            let name = serde_json::to_value(code).unwrap().as_str().unwrap().to_owned();
            (name, code.status().as_u16())
        })
        .collect();
    assert!(names.len() > 20, "the codes were not found");
    for (name, status) in &names {
        let row = documented.get(name.as_str()).unwrap_or_else(|| panic!("docs/API.md does not list {name}"));
        assert!(
            row.starts_with(&format!(" | {status} |")),
            "docs/API.md gives {name} another status than {status}"
        );
    }
    let gone: Vec<_> = documented.keys().filter(|name| !names.contains_key(**name)).collect();
    assert!(gone.is_empty(), "docs/API.md lists codes that do not exist: {gone:?}");
}

#[test]
fn every_timed_job_is_documented_with_its_time() {
    let operations = document("OPERATIONS.md");
    let documented = rows(section(&operations, "## Timed jobs"));
    let timed = carnet::schedule::timed_jobs(&"0 41 3 * * *".parse().unwrap());
    assert!(!timed.is_empty(), "the timed jobs were not found");
    for job in &timed {
        let row = documented
            .get(job.kind)
            .unwrap_or_else(|| panic!("docs/OPERATIONS.md does not list {}", job.kind));
        let time = format!(" | `{}` |", job.cron);
        assert!(
            row.starts_with(&time),
            "docs/OPERATIONS.md gives {} another time than {}",
            job.kind,
            job.cron
        );
    }
    let gone: Vec<_> = documented.keys().filter(|kind| !timed.iter().any(|job| job.kind == **kind)).collect();
    assert!(gone.is_empty(), "docs/OPERATIONS.md lists timed jobs that do not exist: {gone:?}");
}

/// The literal codes of `FieldError::new(pointer, "code", …)` and `Error::field(…)`.
fn field_codes(source: &str) -> BTreeSet<String> {
    let calls = ["FieldError::new(", "Error::field("];
    let arguments =
        calls.iter().flat_map(|call| source.match_indices(call).map(|(at, call)| &source[at + call.len()..]));
    arguments.filter_map(second_argument).collect()
}

/// The second argument of a call, when it is a string literal.
fn second_argument(arguments: &str) -> Option<String> {
    let (mut depth, mut is_quoted) = (0, false);
    for (at, c) in arguments.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            '(' | '[' | '{' if !is_quoted => depth += 1,
            ')' | ']' | '}' if !is_quoted => depth -= 1,
            ',' if !is_quoted && depth == 0 => {
                let literal = arguments[at + 1..].trim_start().strip_prefix('"')?;
                return Some(literal.split('"').next()?.to_owned());
            }
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    None
}

pub fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_code_of_a_field_is_documented() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let codes: BTreeSet<String> =
        files.iter().flat_map(|file| field_codes(&fs::read_to_string(file).unwrap())).collect();
    assert!(codes.contains("out_of_range"), "the codes were not found");
    let api = document("API.md");
    let documented = rows(section(&api, "## Codes of fields"));
    let missing: Vec<_> = codes.iter().filter(|code| !documented.contains_key(code.as_str())).collect();
    assert!(missing.is_empty(), "docs/API.md does not list the field codes {missing:?}");
}

#[test]
fn the_reader_of_field_codes_sees_them() {
    let source = r#"FieldError::new(format!("/{}", (1, 2).0), "one", "x"); Error::field("/a, b",
        "two", "…"); FieldError::new(pointer, code, "three");"#;
    assert_eq!(field_codes(source).into_iter().collect::<Vec<_>>(), ["one", "two"]);
}
