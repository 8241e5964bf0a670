//! `carnet verify-document` on what leaves a passport: accepted as it was issued, refused once a byte was changed.

use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use crate::support::app::TestApp;
use crate::support::exports::foreign_badge;

/// A folder with the published keys, and whoever runs the command in it.
struct Desk(TempDir);

impl Desk {
    async fn new(app: &TestApp) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let published = app.anonymous().get("/verification-keys").await;
        std::fs::write(folder.path().join("keys.json"), &published.text).unwrap();
        Self(folder)
    }

    fn run(&self, bytes: &[u8], more: &[&str]) -> (Option<i32>, String) {
        let file = self.0.path().join("file");
        std::fs::write(&file, bytes).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_carnet"))
            .current_dir(self.0.path())
            .args(["verify-document", "--keys", "keys.json"])
            .args(more)
            .arg(&file)
            .env_clear()
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap())
    }
}

#[tokio::test]
async fn every_form_is_accepted_in_both_languages_and_refused_once_it_was_changed() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    let claim = trainee.client.post("/me/passport/disclosures", json!({ "skill": holder.skills[0] })).await;
    let mut files = vec![("Preuve", claim.text.into_bytes())];
    for (word, format) in [("JSON", "json"), ("PDF", "pdf"), ("ZIP", "zip")] {
        files.push((word, app.exported(trainee, &json!({ "format": format })).await.1));
    }
    // The keys are published once one of them sealed something.
    let desk = Desk::new(&app).await;
    for (word, bytes) in files {
        let (status, said) = desk.run(&bytes, &[]);
        assert_eq!(status, Some(0), "{word}: {said}");
        let (french, english) = (format!("✓ {word} authentique et inchangé"), "uthentic, unchanged");
        assert!(said.contains(&french) && said.contains(english), "{word}: {said}");
        assert!(said.contains("Ce qui n’a pas pu être contrôlé / What could not be checked"), "{said}");
        assert!(said.contains("? Une révocation après le 2026-03-03"), "{said}");
        let mut changed = bytes;
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        let (status, said) = desk.run(&changed, &[]);
        assert_eq!(status, Some(1), "{word}: {said}");
        assert!(said.contains("document refusé / document refused"), "{word}: {said}");
    }
}

#[tokio::test]
async fn a_badge_of_another_issuer_is_checked_with_the_key_that_names_it() {
    let app = TestApp::start().await;
    let desk = Desk::new(&app).await;
    let badge = foreign_badge("lea@exemple.test", 5);
    let mut forged = badge.clone();
    forged.replace_range(
        badge.len() - 20..badge.len() - 19,
        if &badge[badge.len() - 20..badge.len() - 19] == "A" { "B" } else { "A" },
    );
    let (status, said) = desk.run(forged.as_bytes(), &[]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("La signature n’est pas d’une clé de cet émetteur."), "{said}");
    // Valid since 1 January 2026, without an end.
    let (status, said) = desk.run(badge.as_bytes(), &[]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("Badge «\u{a0}Soudure\u{a0}»") && said.contains("Badge “Soudure”"), "{said}");
}

#[tokio::test]
async fn a_file_of_keys_that_holds_none_is_told() {
    let app = TestApp::start().await;
    let desk = Desk::new(&app).await;
    std::fs::write(desk.0.path().join("none.json"), "{\"keys\":[]}").unwrap();
    let (status, said) = desk.run(b"{}", &["--keys", "none.json"]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("none.json holds no list of public keys"), "{said}");
}
