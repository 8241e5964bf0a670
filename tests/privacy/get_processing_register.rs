//! The register of processing names every table that says something about people: compared with the census of columns.

use std::collections::BTreeSet;

use carnet::privacy::REGISTER;

use crate::consistency::classes;
use crate::support::app::TestApp;

#[test]
fn every_table_about_people_is_in_one_line() {
    let classes = classes();
    let about = |(column, class): (&String, &String)| {
        (class != "none").then(|| column.split('.').next().unwrap_or_default().to_owned())
    };
    let personal: BTreeSet<String> = classes.iter().filter_map(about).collect();
    let all: BTreeSet<String> =
        classes.keys().map(|column| column.split('.').next().unwrap_or_default().to_owned()).collect();
    assert!(personal.len() > 60, "the census was not found");
    let registered: BTreeSet<String> =
        REGISTER.iter().flat_map(|line| line.tables).map(|table| (*table).to_owned()).collect();
    let missing: Vec<_> = personal.difference(&registered).collect();
    assert!(missing.is_empty(), "src/privacy/model/register.rs has no line for {missing:?}");
    let gone: Vec<_> = registered.difference(&all).collect();
    assert!(gone.is_empty(), "src/privacy/model/register.rs names {gone:?}, which do not exist");
}

#[tokio::test]
async fn anybody_reads_it() {
    let app = TestApp::start().await;
    let register = app.anonymous().get("/privacy/register").await.expect(200);
    let lines = register["items"].as_array().unwrap();
    assert_eq!(lines.len(), REGISTER.len());
    let attendance = lines.iter().find(|line| line["key"] == "attendance").unwrap();
    assert_eq!(attendance["on_erasure"], "kept");
    assert!(attendance["kept"].is_string());
    assert!(!register.to_string().contains("attendance_mark"), "names of tables are nobody's business");
}
