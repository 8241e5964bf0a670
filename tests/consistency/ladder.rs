//! The ladder: a slice imports only what stands before it. No exceptions file.

use std::fs;
use std::path::{Path, PathBuf};

/// Every module of the library, lowest first, as `DESIGN` and `src/lib.rs` order them.
const LADDER: &[&[&str]] = &[
    &["ids", "actor", "events", "notices"],
    &["platform"],
    &["identity"],
    &["registers"],
    &["orgs"],
    &["files", "catalog"],
    &["companies"],
    &["trainings"],
    &["sessions"],
    &["attendance", "quizzes"],
    &["passport"],
    &["sharing"],
    &["profiles"],
    &["offers"],
    &["chat"],
    &["notifications", "indexing"],
    &["privacy"],
    &["admin"],
    &["schedule"],
    &["demo"],
    &["app"],
];

/// What every module may use of the platform's two value types without climbing: they hold no rule.
const GROUND: &[(&str, &str)] = &[("ids", "platform"), ("actor", "platform")];

fn rung(module: &str) -> Option<usize> {
    LADDER.iter().position(|rung| rung.contains(&module))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// The modules named after `crate::` in this text.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("crate::").map(|(at, found)| {
        let rest = &text[at + found.len()..];
        let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn no_module_imports_upward_or_sideways() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 10, "the sources were not found");
    let mut faults = Vec::new();
    for file in files {
        let relative = file.strip_prefix(&src).unwrap();
        let module =
            relative.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs");
        if ["lib", "main", "cli"].contains(&module) {
            continue;
        }
        let own = rung(module).unwrap_or_else(|| panic!("{module} has no place on the ladder"));
        for import in imports(&fs::read_to_string(&file).unwrap()) {
            let Some(other) = rung(import) else { continue };
            let sideways = other == own && import != module && own > 0;
            let climbs = other > own && !GROUND.contains(&(module, import));
            if climbs || sideways {
                faults.push(format!("{} imports {import}", relative.display()));
            }
        }
    }
    assert!(faults.is_empty(), "imports that climb the ladder:\n{}", faults.join("\n"));
}

#[test]
fn the_reader_of_imports_sees_an_upward_one() {
    let found: Vec<_> = imports("use crate::admin::x; fn f() { crate::app::g() }").collect();
    assert_eq!(found, ["admin", "app"]);
    assert!(rung("admin") > rung("identity"));
}
