//! P9: every column about somebody is in the download of their data.

use std::io::{Cursor, Read};
use std::path::Path;

use carnet::platform::seal::hex;
use reqwest::Method;
use serde_json::{Value, json};
use zip::ZipArchive;

use super::census::{Life, missing};
use super::rows::{Owned, Planted, owned, plant};
use super::somebody;
use super::times::plant_times;
use crate::authz::world::World;
use crate::support::app::TestApp;
use crate::support::users::{PASSWORD, User};

/// What is about somebody and is not theirs to read: names and ids of others, what others wrote for
/// themselves, secrets, and what only leads elsewhere.
const EXCEPTIONS: [(&str, &str); 17] = [
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
    ("chat_room.last_message_at", "the newest message says when it was written"),
    ("chat_room.warn_at", "when the two are told that the room ends"),
    ("room_receipt.deleted_at", "the receipt itself says when"),
];

/// Columns of a trainee that take any text: something must have been planted in each.
const CERTAIN: &str = "consent_receipt.purpose_title data_access.reason enrolment.first_name experience.title
    experience.description experience_proof.name experience_reading.reader_name file.name message.text
    message_version.text notification.facts passport_share.recipient person.email person.first_name
    person.last_name profile_note.text quiz_evidence.quiz_title quiz_grade.comment room_receipt.document
    validation.comment validation_proposal.step_name validation_reply.text validation_revocation.reason";

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

/// What of somebody was planted before they fetched their download.
pub struct Fetched {
    pub tables: Owned,
    pub planted: Vec<Planted>,
    /// Every part of it that is JSON.
    json: String,
}

/// Puts a value of its own into every column about somebody, but in these tables, and fetches their download.
pub async fn fetched(world: &World, user: &User, life: Life, without: &[&str]) -> Fetched {
    let (app, pool) = (&world.app, &world.app.state.pool);
    // The password is checked before everything of the account is replaced.
    let asked = json!({ "password": PASSWORD });
    let asked = app.renewed(user).client.post("/me/data-exports", asked).await.expect(201);
    let mut tables = owned(pool, user.id).await;
    assert!(missing(life, &tables).is_empty(), "{life:?} left no row in {:?}", missing(life, &tables));
    tables.retain(|table, _| !without.contains(&table.as_str()));
    let mut planted = plant_times(pool, &tables).await;
    planted.extend(plant(pool, &tables).await);
    app.run_jobs().await;
    let path = format!("/me/data-exports/{}/link", asked["id"].as_str().unwrap());
    let link = app.renewed(user).client.post(&path, ()).await.expect(200);
    let link = link["url"].as_str().unwrap().trim_start_matches("/api/v1").to_owned();
    let answer = app.anonymous().request(Method::GET, &link).send().await.unwrap();
    let files = unpacked(&answer.bytes().await.unwrap());
    let parts = files.iter().filter(|(name, _)| is_of(name, "json"));
    let json = parts.map(|(_, content)| std::str::from_utf8(content).unwrap()).collect();
    Fetched { tables, planted, json }
}

impl Fetched {
    fn holds(&self, value: &str) -> bool {
        let json = &self.json;
        json.contains(value) || json.contains(&hex(value.as_bytes())) || has_base64(json, value)
    }

    /// Everything personal is there, and nothing that proves who one is.
    #[track_caller]
    pub fn assert_whole(&self, life: Life) {
        let is_excepted = |column: &str| EXCEPTIONS.iter().any(|(name, _)| column.starts_with(name));
        let personal =
            self.planted.iter().filter(|one| ["personal", "sensitive"].contains(&one.class.as_str()));
        let missing: Vec<&str> = personal
            .filter(|one| !is_excepted(&one.column) && !self.holds(&one.value))
            .map(|one| one.column.as_str())
            .collect();
        assert!(missing.is_empty(), "not in the download of a {life:?}: {missing:?}");
        let secrets: Vec<&str> = self
            .planted
            .iter()
            .filter(|one| one.class == "secret" && self.holds(&one.value))
            .map(|one| one.column.as_str())
            .collect();
        assert!(secrets.is_empty(), "secrets leave with the download of a {life:?}: {secrets:?}");
        let (columns, tables) = (self.planted.len(), self.tables.len());
        println!("privacy| download of a {life:?} | {columns} columns of {tables} tables | 0 missing");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_column_about_somebody_is_in_their_download() {
    let (world, user) = somebody().await;
    let fetched = fetched(&world, &user, Life::Trainee, &[]).await;
    let is_planted = |column: &&str| fetched.planted.iter().any(|one| one.column == *column);
    let unplanted: Vec<&str> = CERTAIN.split_whitespace().filter(|column| !is_planted(column)).collect();
    assert!(unplanted.is_empty(), "nothing was planted in {unplanted:?}");
    fetched.assert_whole(Life::Trainee);
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
