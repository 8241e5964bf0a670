//! Every setting is in `.env.example` and in the operator's table, with its default; and nothing else is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use carnet::platform::config::Config;
use clap::{Args, Command};

/// Settings and their defaults, as the program knows them. An empty default means that there is none.
fn known() -> BTreeMap<String, String> {
    let command = Config::augment_args(Command::new("settings"));
    let settings: BTreeMap<_, _> = command
        .get_arguments()
        .filter_map(|argument| {
            let name = argument.get_env()?.to_str()?.to_owned();
            let defaults: Vec<_> =
                argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
            Some((name, defaults.join(",")))
        })
        .collect();
    assert!(settings.len() > 15, "the settings were not found");
    settings
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Lines of the form `# NAME=default` (all are commented out: none is needed).
fn example() -> BTreeMap<String, String> {
    read(".env.example")
        .lines()
        .filter_map(|line| line.strip_prefix("# ")?.split_once('='))
        .filter(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'))
        .map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned()))
        .collect()
}

#[test]
fn the_example_lists_every_setting_with_its_default() {
    assert_eq!(example(), known());
}

#[test]
fn every_setting_of_the_example_is_explained_above_it() {
    let example = read(".env.example");
    let lines: Vec<_> = example.lines().collect();
    for pair in lines.windows(2) {
        let is_setting = pair[1]
            .strip_prefix("# ")
            .is_some_and(|line| line.split_once('=').is_some_and(|(name, _)| known().contains_key(name)));
        assert!(!is_setting || pair[0].starts_with("# "), "no sentence above {}", pair[1]);
    }
}

#[test]
fn the_operators_table_lists_every_setting() {
    let operations = read("docs/OPERATIONS.md");
    let (_, rest) = operations.split_once("\n## Settings\n").unwrap();
    let table = rest.split("\n## ").next().unwrap();
    let listed: Vec<_> =
        table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let mut missing: Vec<_> = known().into_keys().filter(|name| !listed.contains(&name.as_str())).collect();
    missing.sort();
    assert!(missing.is_empty(), "docs/OPERATIONS.md does not list {missing:?}");
    let gone: Vec<_> = listed.into_iter().filter(|name| !known().contains_key(*name)).collect();
    assert!(gone.is_empty(), "docs/OPERATIONS.md lists settings that do not exist: {gone:?}");
}
