//! What an import changes, and what it leaves alone.

use carnet::catalog::model::Tally;
use carnet::catalog::{Choices, ImportError, Importer, Outcome, Source, Step, Supply};
use sqlx::Row as _;

use super::checksum::{checksum, history_length};
use crate::support::app::TestApp;
use crate::support::rome::Rome;

/// A detailed skill of the starter catalogue that a few jobs use.
async fn some_skill(app: &TestApp) -> (String, String) {
    let row = sqlx::query(
        "SELECT s.code, s.label FROM rome_skill s JOIN rome_job_skill l ON l.skill_code = s.code
         WHERE s.kind = 'skill' AND l.is_core ORDER BY s.code LIMIT 1",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    (row.get::<i32, _>("code").to_string(), row.get("label"))
}

async fn changes(app: &TestApp, code: &str) -> Vec<(String, Option<String>, Option<String>)> {
    sqlx::query_as("SELECT kind, before, after FROM rome_change WHERE code = $1 ORDER BY import_id, position")
        .bind(code)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_second_import_touches_no_row() {
    let app = TestApp::start().await;
    let zip = Rome::starter().zip();
    let first = app.import_zip(zip.clone()).await;
    assert_eq!((first.attempt.outcome, first.attempt.error), (Outcome::Applied, None));
    let before = checksum(&app).await;
    let second = app.import_zip(zip).await;
    assert_eq!(second.attempt.outcome, Outcome::Unchanged);
    assert_eq!(checksum(&app).await, before);
    assert_eq!(history_length(&app).await, 2);
}

#[tokio::test]
async fn other_apostrophes_and_spaces_are_no_change() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let before = checksum(&app).await;
    let curly = |row: &mut crate::support::rome::Row<'_>, column: &str| {
        let label = format!(" {} ", row.get(column).replace('\'', "’"));
        row.set(column, &label);
        true
    };
    let again = Rome::starter()
        .edit("referentiel_code_rome", |row| curly(row, "libelle_rome"))
        .edit("referentiel_competence", |row| curly(row, "libelle_competence"))
        .edit("texte", |row| curly(row, "libelle_texte"));
    let report = app.import_zip(again.zip()).await;
    assert_eq!(report.attempt.outcome, Outcome::Unchanged);
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn a_code_given_to_another_job_keeps_both_names_on_record() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let next = Rome::starter().version(61).edit("referentiel_code_rome", |row| {
        if row.get("code_rome") == "M1811" {
            row.set("libelle_rome", "Fauconnier / Fauconnière");
            row.set("code_rome_parent", "A1203");
        }
        true
    });
    let report = app.import_zip(next.zip()).await;
    assert_eq!((report.attempt.outcome, report.attempt.tally.changed), (Outcome::Applied, 1));
    assert!(report.summary.unwrap().contains("Data engineer → Fauconnier / Fauconnière"));
    assert_eq!(
        changes(&app, "M1811").await,
        [
            (
                "relabelled".to_owned(),
                Some("Data engineer".to_owned()),
                Some("Fauconnier / Fauconnière".to_owned())
            ),
            ("moved".to_owned(), Some("M1802".to_owned()), Some("A1203".to_owned())),
        ]
    );
    let job = app.anonymous().get("/catalog/jobs/M1811").await.expect(200);
    assert_eq!(
        (&job["label"], &job["parent"]["code"]),
        (&"Fauconnier / Fauconnière".into(), &"A1203".into())
    );
}

#[tokio::test]
async fn what_a_release_drops_is_retired_kept_and_can_come_back() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let (code, label) = some_skill(&app).await;

    let without = app.import_zip(Rome::starter().version(61).without_skill(&code).zip()).await;
    assert_eq!(without.attempt.outcome, Outcome::Applied, "{:?}", without.attempt.error);
    let skill = app.anonymous().get(&format!("/catalog/skills/{code}")).await.expect(200);
    assert_eq!((&skill["active"], &skill["label"]), (&false.into(), &label.as_str().into()));
    assert_eq!(skill["jobs"], serde_json::json!([]));

    let back = app.import_zip(Rome::starter().version(62).zip()).await;
    assert_eq!(back.attempt.tally.added, 0);
    assert!(back.attempt.tally.reactivated >= 2, "the skill and its links: {:?}", back.attempt.tally);
    let skill = app.anonymous().get(&format!("/catalog/skills/{code}")).await.expect(200);
    assert_eq!(skill["active"], true);
    assert!(!skill["jobs"].as_array().unwrap().is_empty());
    let validity: (i32, Option<i32>) =
        sqlx::query_as("SELECT valid_from, valid_to FROM rome_skill WHERE code = $1::integer")
            .bind(code.parse::<i32>().unwrap())
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(validity, (60, None));
    assert_eq!(
        changes(&app, &code).await,
        [("retired".to_owned(), Some(label.clone()), None), ("reactivated".to_owned(), None, Some(label))]
    );
}

#[tokio::test]
async fn a_retired_job_still_shows_what_it_last_was() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let before = app.anonymous().get("/catalog/jobs/N4103").await.expect(200);
    app.import_zip(Rome::starter().version(61).without_job("N4103").zip()).await;
    let after = app.anonymous().get("/catalog/jobs/N4103").await.expect(200);
    assert_eq!((&before["active"], &after["active"]), (&true.into(), &false.into()));
    for part in ["label", "definition", "appellations", "skills", "contexts"] {
        assert_eq!(before[part], after[part], "{part}");
    }
}

#[tokio::test]
async fn a_new_number_on_the_same_lists_is_a_new_release() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let report = app.import_zip(Rome::starter().version(61).zip()).await;
    assert_eq!(report.attempt.outcome, Outcome::Applied);
    assert_eq!(report.attempt.tally, Tally::default());
    let release = app.anonymous().get("/catalog/release").await.expect(200);
    assert_eq!((&release["version"], &release["published_on"]), (&61.into(), &"2026-06-15".into()));
}

#[tokio::test]
async fn a_dry_run_tells_and_writes_nothing() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let (before, lines) = (checksum(&app).await, history_length(&app).await);
    let choices = Choices { dry_run: true, ..Choices::default() };
    let next = Rome::starter().version(61).without_job("N4103").zip();
    let report = app.import(Source::File, Supply::Zip(next), choices).await;
    assert_eq!(report.attempt.outcome, Outcome::Applied);
    let summary = report.summary.unwrap();
    assert!(summary.starts_with("version 60 → version 61 du 15/06/2026\n"), "{summary}");
    assert!(summary.contains("N4103      Conducteur / Conductrice de bus"), "{summary}");
    assert_eq!((checksum(&app).await, history_length(&app).await), (before, lines));
}

#[tokio::test]
async fn one_import_at_a_time() {
    let app = TestApp::start().await;
    let mut other = app.state.pool.begin().await.unwrap();
    sqlx::query("SELECT pg_advisory_xact_lock(42440001)").execute(&mut *other).await.unwrap();
    let importer = Importer::from(&app.state);
    let busy = importer.import(Source::Starter, Supply::Starter, Choices::default(), &|_| {}).await;
    assert!(matches!(busy, Err(ImportError::Busy)), "{busy:?}");
    other.rollback().await.unwrap();
    app.load_starter().await;
}

#[tokio::test]
async fn an_import_killed_while_it_writes_leaves_nothing_and_can_be_run_again() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let before = checksum(&app).await;
    let next = Rome::starter().version(61).without_job("N4103").zip();
    // Somebody reads the jobs and lets nobody change them: the import cannot come to its end.
    let mut reader = app.state.pool.begin().await.unwrap();
    sqlx::query("LOCK TABLE rome_job IN SHARE MODE").execute(&mut *reader).await.unwrap();
    let writing = tokio::sync::Notify::new();
    let importer = Importer::from(&app.state);
    let progress = |step| {
        if step == Step::Writing {
            writing.notify_one();
        }
    };
    let import = importer.import(Source::File, Supply::Zip(next.clone()), Choices::default(), &progress);
    tokio::select! {
        biased;
        () = writing.notified() => {}
        report = import => panic!("it was to be cut while it wrote: {report:?}"),
    }
    reader.rollback().await.unwrap();
    assert_eq!(checksum(&app).await, before);
    let report = app.import_zip(next).await;
    assert_eq!((report.attempt.outcome, report.attempt.tally.retired > 0), (Outcome::Applied, true));
}

#[tokio::test]
async fn columns_are_found_wherever_they_stand() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let tables =
        ["referentiel_code_rome", "referentiel_competence", "referentiel_savoir", "coherence_item", "texte"];
    let shuffled = tables.into_iter().fold(Rome::starter(), Rome::shuffled);
    let report = app.import_zip(shuffled.zip()).await;
    assert_eq!((report.attempt.outcome, report.attempt.error), (Outcome::Unchanged, None));
}

#[tokio::test]
async fn an_import_is_audited_in_its_transaction() {
    let app = TestApp::start().await;
    let report = app.import_zip(Rome::starter().zip()).await;
    let after: serde_json::Value = sqlx::query_scalar(
        "SELECT after FROM audit_event WHERE kind = 'catalog.applied' AND subject_id = $1",
    )
    .bind(report.attempt.id)
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(
        (&after["release"], &after["source"], &after["retired"]),
        (&60.into(), &"file".into(), &0.into())
    );
}

#[tokio::test]
async fn a_folder_is_read_like_a_zip() {
    let app = TestApp::start().await;
    let folder = tempfile::tempdir().unwrap();
    Rome::starter().unpack(folder.path());
    let report = app.import(Source::File, Supply::Path(folder.path().to_owned()), Choices::default()).await;
    assert_eq!((report.attempt.outcome, report.attempt.counts.unwrap().jobs), (Outcome::Applied, 87));
}

#[tokio::test]
async fn a_file_in_another_encoding_is_read_and_reported() {
    let app = TestApp::start().await;
    let plain = |label: &str| label.replace(['’', '…'], "'");
    let release = Rome::starter().edit("texte", |row| {
        let text = plain(row.get("libelle_texte"));
        row.set("libelle_texte", &text);
        true
    });
    let text = String::from_utf8(release.bytes("texte").to_vec()).unwrap();
    let (latin, _, lossy) = encoding_rs::ISO_8859_15.encode(&text);
    assert!(!lossy, "a letter of the starter catalogue is not in ISO-8859-15");
    let report = app.import_zip(release.with_bytes("texte", latin.into_owned()).zip()).await;
    assert_eq!(report.attempt.error, None);
    assert_eq!(
        report.attempt.notices,
        ["« unix_texte_v460_utf8.csv » a été lu en ISO-8859-15 malgré son nom."]
    );
    let job = app.anonymous().get("/catalog/jobs/D1102").await.expect(200);
    assert!(job["definition"].as_str().unwrap().starts_with("Pétrit, façonne et cuit"), "{job}");
}

#[tokio::test]
async fn doubled_apostrophes_blank_lines_and_line_breaks_are_understood() {
    let app = TestApp::start().await;
    let row = ["D1102", "3", "definition", "9", "S''occupe de l''accueil,\n\net dit \"bonjour\""];
    let release = Rome::starter().add("texte", &row);
    let mut bytes = release.bytes("texte").to_vec();
    bytes.extend_from_slice(b"\n\n   \n");
    app.import_zip(release.with_bytes("texte", bytes).zip()).await;
    let job = app.anonymous().get("/catalog/jobs/D1102").await.expect(200);
    let last = job["definition"].as_str().unwrap().lines().last().unwrap();
    assert_eq!(last, "S'occupe de l'accueil, et dit \"bonjour\"");
}
