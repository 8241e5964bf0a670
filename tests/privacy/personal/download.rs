//! P9: every column about somebody is in the download of their data.

use std::io::{Cursor, Read};
use std::path::Path;

use carnet::platform::seal::hex;
use reqwest::Method;
use serde_json::{Value, json};
use zip::ZipArchive;

use super::rows::{owned, plant};
use super::somebody;
use crate::support::app::TestApp;
use crate::support::users::{PASSWORD, User};

/// What is about somebody and is not theirs to read: names and ids of others, what others wrote for themselves, secrets, and what only
/// leads elsewhere.
const EXCEPTIONS: [(&str, &str); 14] = [
    (
        "attendance_link.content",
        "a sheet names everybody; one's own part is exported apart, with the rows of others hidden",
    ),
    ("attendance_link.by", "the account of whoever sealed it"),
    ("attendance_sheet.paper_file_id", "a sheet on paper names everybody"),
    ("attendance_mark.client_key", "a number the trainer's page gave the line"),
    ("file.object_key", "where the file lies in the store"),
    ("idempotency_key.", "answers that may be asked for again, for a day: what they hold is elsewhere"),
    ("session_slot.", "the slot is the session's"),
    ("training_session.", "the session is the organisation's"),
    ("session_resource", "the resource is the organisation's"),
    ("quiz_correction.", "the correction is the organisation's"),
    ("company.", "the company's own name and address"),
    ("profile_access_chain.", "digests that verify the list of openings, which is there"),
    ("consent_receipt_head.", "digests that verify the list of receipts, which is there"),
    ("audience_change.", "a number of the cache"),
];

/// Asks for a download, has it put together and fetches it.
pub async fn download(app: &TestApp, user: &User) -> Vec<u8> {
    let user = app.renewed(user);
    let asked = user.client.post("/me/data-exports", json!({ "password": PASSWORD })).await.expect(201);
    app.run_jobs().await;
    let link =
        user.client.post(&format!("/me/data-exports/{}/link", asked["id"].as_str().unwrap()), ()).await;
    let link = link.expect(200)["url"].as_str().unwrap().trim_start_matches("/api/v1").to_owned();
    let answer = app.anonymous().request(Method::GET, &link).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    answer.bytes().await.unwrap().to_vec()
}

/// The files of an archive: name and content.
pub fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let read = |place: usize| {
        let mut file = archive.by_index(place).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(read).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_column_about_somebody_is_in_their_download() {
    let (world, user) = somebody().await;
    let pool = &world.app.state.pool;
    let tables = owned(pool, user.id).await;
    assert!(tables.len() > 38, "too little was done: {:?}", tables.keys());
    // The password is checked before everything of the account is replaced.
    let asked = world
        .app
        .renewed(&user)
        .client
        .post("/me/data-exports", json!({ "password": PASSWORD }))
        .await
        .expect(201);
    let planted = plant(pool, &tables).await;
    assert!(planted.len() > 75, "too little was planted: {}", planted.len());
    world.app.run_jobs().await;
    let path = format!("/me/data-exports/{}/link", asked["id"].as_str().unwrap());
    let link = world.app.renewed(&user).client.post(&path, ()).await.expect(200);
    let link = link["url"].as_str().unwrap().trim_start_matches("/api/v1").to_owned();
    let answer = world.app.anonymous().request(Method::GET, &link).send().await.unwrap();
    let files = unpacked(&answer.bytes().await.unwrap());
    let json: String = files
        .iter()
        .filter(|(name, _)| is_of(name, "json"))
        .map(|(_, content)| std::str::from_utf8(content).unwrap())
        .collect();
    let is_there = |value: &str| {
        json.contains(value) || json.contains(&hex(value.as_bytes())) || has_base64(&json, value)
    };
    let is_excepted = |column: &str| EXCEPTIONS.iter().any(|(name, _)| column.starts_with(name));
    let missing: Vec<&str> = planted
        .iter()
        .filter(|one| ["personal", "sensitive"].contains(&one.class.as_str()) && !is_excepted(&one.column))
        .filter(|one| !is_there(&one.value))
        .map(|one| one.column.as_str())
        .collect();
    assert!(missing.is_empty(), "not in the download: {missing:?}");
    let secrets: Vec<&str> = planted
        .iter()
        .filter(|one| one.class == "secret" && is_there(&one.value))
        .map(|one| one.column.as_str())
        .collect();
    assert!(secrets.is_empty(), "secrets leave with the download: {secrets:?}");
    println!("privacy| download | {} columns of {} tables | 0 missing", planted.len(), tables.len());
}

/// Whether a file of the archive is of this kind.
fn is_of(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

/// Whether a value lies within a text in base64, as drawings do.
fn has_base64(text: &str, value: &str) -> bool {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD_NO_PAD;

    (0..3).any(|before| {
        let mut bytes = vec![0; before];
        bytes.extend(value.as_bytes());
        let whole = STANDARD_NO_PAD.encode(&bytes);
        text.contains(&whole[(before * 8_usize).div_ceil(6)..(before + value.len()) * 8 / 6])
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_archive_holds_every_part_and_ones_own_files() {
    let (world, user) = somebody().await;
    let files = unpacked(&download(&world.app, &user).await);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.contains(&"LISEZMOI.txt") && names.contains(&"01-compte.json"), "{names:?}");
    assert_eq!(names.iter().filter(|name| is_of(name, "json")).count(), 16, "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("fichiers/")), "{names:?}");
    let account: Value =
        serde_json::from_slice(&files.iter().find(|(name, _)| name == "01-compte.json").unwrap().1).unwrap();
    assert_eq!(account["account"]["email"], user.email);
    for secret in ["password_hash", "totp_secret", "token_hash"] {
        let leaks = files.iter().filter(|(_, content)| String::from_utf8_lossy(content).contains(secret));
        assert_eq!(leaks.count(), 0, "{secret}");
    }
    let pdf = files.iter().find(|(name, _)| name.starts_with("fichiers/") && is_of(name, "pdf")).unwrap();
    assert!(pdf.1.starts_with(b"%PDF"));
}
