//! Every address that mails and calendars give is a page of the web app.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder whose names end so.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

fn all(folder: &str, ending: &str) -> String {
    let mut found = Vec::new();
    files(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty(), "nothing in {folder}");
    found.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// An address with `$` for whatever is filled in: between double braces, between braces, or after a dollar.
fn shape(address: &str) -> String {
    let mut segments = Vec::new();
    for segment in address.split('/') {
        let is_filled = segment.contains('{') || segment.starts_with('$');
        segments.push(if is_filled { "$" } else { segment });
    }
    segments.join("/")
}

/// The pages that are routed: shape -> name.
fn pages() -> BTreeMap<String, String> {
    let paths = fs::read_to_string(root().join("web/src/lib/paths.ts")).unwrap();
    let routes = all("web/src/routes", ".tsx");
    let named = paths.lines().filter_map(|line| line.trim().split_once(": \""));
    let pages = named.map(|(name, rest)| (shape(rest.trim_end_matches("\",")), name.to_owned()));
    pages
        .filter(|(_, name)| {
            ["paths", "sheets"].iter().any(|of| routes.contains(&format!("path: {of}.{name},")))
        })
        .collect()
}

/// What follows each `{{ site }}` of a template, up to a space, a tag or a query.
fn addresses(template: &str) -> Vec<String> {
    let end = |rest: &str| {
        let mut depth = 0;
        for (at, c) in rest.char_indices() {
            match c {
                '{' if rest[at..].starts_with("{%") => return at,
                '{' => depth += 1,
                '}' => depth -= 1,
                '?' => return at,
                c if depth == 0 && c.is_whitespace() => return at,
                _ => {}
            }
        }
        rest.len()
    };
    let after = template.split("{{ site }}").skip(1);
    after.map(|rest| rest[..end(rest)].trim_end_matches(['.', ',']).to_owned()).collect()
}

/// The addresses of pages that sources put together below the public one.
fn written(sources: &str) -> Vec<String> {
    let after = |line: &str| {
        let begin = if line.contains("public_url()") { "\"{}/" } else { "\"{site}/" };
        let (_, rest) = line.split_once(begin)?;
        let address = rest.split(['"', '?']).next()?;
        (!address.starts_with("api/")).then(|| format!("/{address}"))
    };
    sources.lines().filter_map(after).collect()
}

#[test]
fn every_link_of_a_mail_leads_to_a_page() {
    let pages = pages();
    assert!(pages.len() > 40, "the pages were not found: {pages:?}");
    let mut found = Vec::new();
    files(&root().join("src"), ".txt", &mut found);
    let mut count = 0;
    let mut dead = Vec::new();
    for file in found {
        for address in addresses(&fs::read_to_string(&file).unwrap()) {
            count += 1;
            if !address.is_empty() && !pages.contains_key(&shape(&address)) {
                dead.push(format!("{}: {address}", file.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(count > 20, "the links were not found");
    assert!(dead.is_empty(), "these lead nowhere: {dead:#?}");
}

#[test]
fn every_page_that_sources_name_is_there() {
    let pages = pages();
    let written = written(&all("src", ".rs"));
    for known in ["/documents/{code}", "/emargement", "/mes-sessions/{}"] {
        assert!(written.iter().any(|address| address == known), "{known} was not found in {written:?}");
    }
    let dead: Vec<_> = written.iter().filter(|address| !pages.contains_key(&shape(address))).collect();
    assert!(dead.is_empty(), "these lead nowhere: {dead:#?}");
}

#[test]
fn the_reader_of_links_sees_them() {
    let template = "A {{ site }}/a?token={{ token }} b {{ site }}/b/{{ x_id }}/c{% if z %}{{ site }}.";
    assert_eq!(addresses(template), ["/a", "/b/{{ x_id }}/c", ""]);
    assert_eq!(shape("/b/{{ x_id }}/c"), shape("/b/$other/c"));
    assert_eq!(written("format!(\"{site}/x/{}\", id)\nformat!(\"{}/api/v1\", public_url())"), ["/x/{}"]);
}
