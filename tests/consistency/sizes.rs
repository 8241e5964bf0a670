//! Files one can hold in one's head: no source file is longer than 450 lines.

use std::fs;
use std::path::{Path, PathBuf};

/// Most lines of a source file.
const LIMIT: usize = 450;

/// Where sources are, and what is none: built, downloaded or generated.
const FOLDERS: &[&str] = &["src", "tests", "index", "benches", "documents", "script", "web", "migrations"];
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", "test-results", "playwright-report"];
const SOURCES: &[&str] = &["rs", "sql", "sh", "py", "js", "mjs", "ts", "tsx", "css", "html"];

fn is_source(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension {
        // The client's types are generated from `openapi.json`.
        Some(extension) => SOURCES.contains(&extension) && !name.ends_with(".gen.ts"),
        // The commands in `script/` have no extension.
        None => path.parent().is_some_and(|folder| folder.ends_with("script")),
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !NOT_OURS.contains(&name) {
                sources(&path, found);
            }
        } else if is_source(&path) {
            found.push(path);
        }
    }
}

fn too_long(files: &[PathBuf]) -> Vec<String> {
    let lines = |file: &PathBuf| fs::read_to_string(file).unwrap().lines().count();
    let long = files.iter().map(|file| (file, lines(file))).filter(|(_, lines)| *lines > LIMIT);
    long.map(|(file, lines)| format!("{}: {lines} lines", file.display())).collect()
}

#[test]
fn no_source_file_is_too_long() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in FOLDERS {
        sources(&root.join(folder), &mut files);
    }
    assert!(files.len() > 50, "the sources were not found");
    assert_eq!(too_long(&files), Vec::<String>::new());
}

#[test]
fn a_long_file_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, lines: usize| {
        let path = folder.path().join(name);
        fs::write(&path, "line\n".repeat(lines)).unwrap();
        path
    };
    let (short, long, generated) =
        (write("a.rs", LIMIT), write("b.tsx", LIMIT + 1), write("schema.gen.ts", 9_000));
    let mut found = Vec::new();
    sources(folder.path(), &mut found);
    assert!(found.contains(&short) && found.contains(&long) && !found.contains(&generated));
    assert_eq!(too_long(&found), [format!("{}: {} lines", long.display(), LIMIT + 1)]);
}
