//! The matrix: every operation × every kind of person → HTTP status, compared cell by cell with the committed table.

use std::collections::BTreeMap;
use std::fmt::Write;

use futures::StreamExt;

use super::actors::{COLUMNS, Kind};
use super::operations::{self, Operation};
use super::recipes::{self, RECIPES};
use super::rules;
use super::world::World;
use crate::support::client::Answer;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/authz/matrix.txt");
const HEAD: &str = "# Operation × actor → HTTP status. The request is sound and its targets exist, so the status speaks of rights.
# A heading with ' is the same role in another organisation. unverified, suspended: states of a recruiter account.
";
/// Requests under way at once.
const AT_ONCE: usize = 4;

/// Statuses of every operation, in the order of the columns.
pub type Matrix = BTreeMap<String, Vec<u16>>;

/// The committed table.
pub fn committed() -> Matrix {
    parse(&std::fs::read_to_string(FILE).expect("tests/authz/matrix.txt is committed"))
}

fn parse(text: &str) -> Matrix {
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    rows.map(|line| {
        let mut cells = line.split_whitespace();
        let operation = cells.next().unwrap().to_owned();
        (operation, cells.map(|cell| cell.parse().expect("a status")).collect())
    })
    .collect()
}

fn print(matrix: &Matrix) -> String {
    let mut text = format!("{HEAD}\n{:<24}", "operation");
    for (_, heading) in COLUMNS {
        write!(text, " {heading:>10}").unwrap();
    }
    for (operation, statuses) in matrix {
        write!(text, "\n{operation:<24}").unwrap();
        for status in statuses {
            write!(text, " {status:>10}").unwrap();
        }
    }
    text + "\n"
}

/// Every operation of these, asked by everybody, each with targets of their own; `look` sees every answer.
pub async fn ask_everybody<L>(world: &World, operations: &BTreeMap<String, Operation>, look: L) -> Matrix
where
    L: Fn(&Operation, Kind, &Answer),
{
    let look = &look;
    let cells = operations.values().flat_map(|operation| COLUMNS.map(|(kind, _)| (operation, kind)));
    let answers = futures::stream::iter(cells).map(|(operation, kind): (&Operation, Kind)| async move {
        let recipe = recipes::of(&operation.id).expect("every operation has a recipe");
        let answer = world.ask(operation, recipe, kind).await;
        look(operation, kind, &answer);
        (operation.id.clone(), answer.status.as_u16())
    });
    let mut matrix = Matrix::new();
    let mut answers = answers.buffered(AT_ONCE);
    while let Some((operation, status)) = answers.next().await {
        matrix.entry(operation).or_default().push(status);
    }
    matrix
}

/// The operations of a part, of so many.
pub fn part_of_operations(part: usize, parts: usize) -> BTreeMap<String, Operation> {
    let mut operations = operations::all();
    let mut places = 0..;
    operations.retain(|_, _| places.next().is_some_and(|place: usize| place % parts == part));
    assert!(operations.len() >= 20, "a part of the operations is missing");
    operations
}

/// What the answers to a part of the operations say otherwise than the committed table.
pub fn differences_of_part(found: &Matrix) -> String {
    let mut committed = committed();
    committed.retain(|operation, _| found.contains_key(operation));
    differences(&committed, found)
}

fn differences(committed: &Matrix, found: &Matrix) -> String {
    let mut text = String::new();
    for (operation, statuses) in found {
        let Some(expected) = committed.get(operation) else {
            writeln!(text, "{operation}: no row").unwrap();
            continue;
        };
        for (column, (_, heading)) in COLUMNS.iter().enumerate() {
            let (was, is) = (expected.get(column), statuses.get(column));
            if was != is {
                writeln!(text, "{operation} as {heading}: committed {was:?}, answered {is:?}").unwrap();
            }
        }
    }
    for operation in committed.keys().filter(|operation| !found.contains_key(*operation)) {
        writeln!(text, "{operation}: a row for an operation that does not exist").unwrap();
    }
    text
}

#[test]
fn every_operation_has_a_recipe_and_a_row() {
    let (operations, committed) = (operations::all(), committed());
    assert!(operations.len() > 50, "the operations were not found");
    let mut faults = Vec::new();
    for operation in operations.values() {
        match recipes::of(&operation.id) {
            None => faults.push(format!("{} has no recipe", operation.id)),
            Some(recipe) if !is_path_of(recipe.path, &operation.path) => {
                faults.push(format!("{}: {} is not {}", operation.id, recipe.path, operation.path));
            }
            Some(_) => {}
        }
        if committed.get(&operation.id).map(Vec::len) != Some(COLUMNS.len()) {
            faults.push(format!("{} has no whole row", operation.id));
        }
    }
    for stray in committed.keys().filter(|operation| !operations.contains_key(*operation)) {
        faults.push(format!("{stray} has a row, and does not exist"));
    }
    for recipe in RECIPES.iter() {
        if !operations.contains_key(recipe.operation) {
            faults.push(format!("{} does not exist", recipe.operation));
        }
        if RECIPES.iter().filter(|other| other.operation == recipe.operation).count() > 1 {
            faults.push(format!("{} has two recipes", recipe.operation));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a recipe's path is one of this template: same segments, parameters aside.
fn is_path_of(path: &str, template: &str) -> bool {
    // One word names a submission and a proof of it, which belong together.
    let path = path.replace("$submitted_file", "$submitted/proofs/$proof/file");
    // What else there has to be is said behind the path.
    let path = path.split("$with_").next().unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let (segments, expected) = (path.split('/'), template.split('/'));
    segments.clone().count() == expected.clone().count()
        && segments.zip(expected).all(|(segment, expected)| expected.starts_with('{') || segment == expected)
}

/// Writes the table anew. It is compared with what the operations answer where everybody asks for what is private
/// (`privacy::canaries`): each of them is asked once, for both.
#[tokio::test]
#[ignore = "writes tests/authz/matrix.txt, whose changes are to be read one by one"]
async fn write_the_table() {
    let operations = operations::all();
    let found = ask_everybody(&World::start().await, &operations, |_, _, _| {}).await;
    assert_eq!(found.values().map(Vec::len).sum::<usize>(), operations.len() * COLUMNS.len());
    std::fs::write(FILE, print(&found)).unwrap();
}

#[test]
fn the_table_obeys_the_rules() {
    let faults = rules::faults(&committed(), &operations::all());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_changed_cell_a_lost_row_and_a_stray_row_are_seen() {
    let committed = Matrix::from([("one".to_owned(), vec![200; 14]), ("stray".to_owned(), vec![200; 14])]);
    let mut changed = vec![200; 14];
    changed[0] = 401;
    let found = Matrix::from([("one".to_owned(), changed), ("two".to_owned(), vec![200; 14])]);
    let told = differences(&committed, &found);
    assert!(told.contains("one as anonymous: committed Some(200), answered Some(401)"), "{told}");
    assert!(told.contains("two: no row") && told.contains("stray: a row for an operation"), "{told}");
    assert_eq!(parse(&print(&found)), found);
}
