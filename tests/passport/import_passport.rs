use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use carnet::platform::seal::SealKey;
use serde_json::json;
use tempfile::TempDir;

use crate::support::app::TestApp;
use crate::support::exports::{checked, document, foreign_badge, send_file};
use crate::support::users::User;

/// Two platforms; the second trusts the first.
struct Pair {
    _folder: TempDir,
    there: TestApp,
    here: TestApp,
    /// Somebody of both, with a validation and an export there.
    person: User,
    json: Vec<u8>,
    zip: Vec<u8>,
}

async fn pair() -> Pair {
    let there = TestApp::with_catalogue().await;
    let holder = there.holder().await;
    there.proven_experience(&holder.workshop.trainee, &holder.skills[0], "diplome").await;
    let (_, json) = there.exported(&holder.workshop.trainee, &json!({ "format": "json" })).await;
    let body = json!({ "format": "zip", "content": { "with_proofs": true } });
    let (_, zip) = there.exported(&holder.workshop.trainee, &body).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("platforms.json");
    let key = there.state.part::<SealKey>().public();
    let trusted =
        json!({ "platforms": [{ "name": "Carnet Rhône", "url": "https://rhone.example", "keys": [key] }] });
    std::fs::write(&file, trusted.to_string()).unwrap();
    let setting = format!("--trusted-platforms={}", file.display());
    // Keys are drawn by the dice of the tests, which fall alike on both.
    let own = format!("--seal-key={}", STANDARD.encode([9_u8; 32]));
    let here = TestApp::with_catalogue_and(&[&setting, &own]).await;
    let holder = document(&json)["holder"].clone();
    let (first, last) = (holder["first_name"].as_str().unwrap(), holder["last_name"].as_str().unwrap());
    let person = here.person(first, &last.to_uppercase()).await;
    Pair { _folder: folder, there, here, person, json, zip }
}

async fn imports(person: &User) -> usize {
    person.client.get("/me/passport/imports").await.expect(200)["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn what_a_trusted_platform_signed_is_shown_as_attested_and_never_as_validated() {
    let pair = pair().await;
    let (here, person) = (&pair.here, &pair.person);
    let entry = send_file(&person.client, "/me/passport/imports", &pair.json).await.expect(201);
    assert_eq!((&entry["kind"], &entry["issuer"]), (&json!("passport"), &json!("Carnet Rhône")));
    assert_eq!(entry["skills"].as_array().unwrap().len(), 1, "what stands there, and nothing else");
    assert_eq!(
        (&entry["skills"][0]["level"], &entry["skills"][0]["level_name"]),
        (&json!(3), &json!("Acquis"))
    );
    let skills = person.client.get("/me/skills").await.expect(200);
    assert_eq!(skills["items"], json!([]), "neither declared nor validated");
    let (_, json) = here.exported(person, &json!({ "format": "json" })).await;
    let told = document(&json);
    assert_eq!(told["external"][0]["number"], document(&pair.json)["number"]);
    assert_eq!((&told["validations"], &told["skills"][0]["external_count"]), (&json!([]), &json!(1)));
    assert_eq!(told["skills"][0]["validated"], json!(null));
    let again = send_file(&person.client, "/me/passport/imports", &pair.json).await;
    again.expect_problem(409, "already_imported");
    // The ZIP says the same, and is another file.
    send_file(&person.client, "/me/passport/imports", &pair.zip).await.expect(201);
    assert_eq!(imports(person).await, 2);
}

#[tokio::test]
async fn what_does_not_hold_is_refused_and_changes_nothing() {
    let pair = pair().await;
    let (here, person) = (&pair.here, &pair.person);
    let send = async |user: &User, bytes: &[u8]| send_file(&user.client, "/me/passport/imports", bytes).await;
    for (file, name) in [(&pair.json, "json"), (&pair.zip, "zip")] {
        for at in [30, file.len() / 2, file.len() - 40] {
            let mut changed = file.clone();
            changed[at] ^= 1;
            let refused = send(person, &changed).await.expect_problem(422, "invalid_request");
            assert_eq!(refused["errors"][0]["pointer"], "", "{name}, byte {at}: {refused}");
        }
    }
    send(person, b"{}").await.expect_field("", "unreadable");
    send(person, b"").await.expect_problem(422, "empty_file");
    // Somebody else's, this platform's own, and one of a platform nobody trusts.
    let other = here.person("Zoé", "Durand").await;
    send(&other, &pair.json).await.expect_field("", "other_holder");
    let (_, own) = here.exported(person, &json!({ "format": "json" })).await;
    send(person, &own).await.expect_field("", "own_document");
    let namesake = pair.there.person("Léa", "Martin").await;
    send(&namesake, &own).await.expect_field("", "unknown_key");
    assert_eq!((imports(person).await, imports(&other).await, imports(&namesake).await), (0, 0, 0));
    assert_eq!(
        checked(here, &pair.json).await["is_intact"],
        false,
        "what is trusted there is not issued here"
    );
}

#[tokio::test]
async fn a_badge_is_taken_from_whoever_it_was_given_to() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Martin").await, app.person("Zoé", "Durand").await);
    let badge = foreign_badge(&person.email, 5);
    let entry = send_file(&person.client, "/me/passport/imports", badge.as_bytes()).await.expect(201);
    assert_eq!((&entry["kind"], &entry["issuer"]), (&json!("open_badge"), &json!("École du Rhône")));
    assert_eq!(entry["skills"][0]["code"], "300298");
    assert_eq!(entry["issued_on"], "2026-01-01");
    let stolen = send_file(&other.client, "/me/passport/imports", badge.as_bytes()).await;
    stolen.expect_field("", "other_holder");
    let mut changed = badge.clone().into_bytes();
    let at = badge.find('.').unwrap() + 40;
    changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
    send_file(&person.client, "/me/passport/imports", &changed).await.expect_problem(422, "invalid_request");
    assert_eq!((imports(&person).await, imports(&other).await), (1, 0));
}
