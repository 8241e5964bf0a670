//! From version 60 to a version 61 in which, as in the real one, 24 codes name other jobs: what was published reads the
//! same, and its owner is told of these codes and of nothing else. Where `ROME_ARCHIVE` names version 60.

use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rome::Rome;

/// A code that version 61 gave to another job: its new title, and where its old title went, if anywhere.
type Reused = (&'static str, &'static str, Option<&'static str>);

const REUSED: [Reused; 24] = [
    ("H1233", "Technicien / Technicienne en design", Some("H1204")),
    ("H2427", "Applicateur / Applicatrice en tannerie-mégisserie", Some("H2410")),
    ("K1411", "Inspecteur / Inspectrice vétérinaire", Some("K1402")),
    ("K1703", "Responsable de l'emploi des forces armées", None),
    ("K1710", "Pilote de drones aériens militaires", Some("K1708")),
    ("K1712", "Pilote d'aéronef militaire", None),
    ("K1713", "Pilote de chasse", Some("K1701")),
    ("K1714", "Expert / Experte en assurance qualité des fournitures des armées", Some("K1703")),
    ("K1715", "Pilote d'hélicoptère des forces armées", None),
    ("K1717", "Opérateur / Opératrice de surveillance aérienne militaire", None),
    ("K1718", "Chargé / Chargée de navigation sur navire militaire", None),
    ("K1722", "Plongeur démineur / Plongeuse démineuse militaire", Some("K1701")),
    ("K1723", "Opérateur / Opératrice d'exploitation pétrolière de l'armée", Some("K1701")),
    ("K1724", "Spécialiste en radioprotection des armées", None),
    ("K1815", "Chargé / Chargée de mission villes et territoires durables", Some("K1812")),
    ("K2129", "Professeur / Professeure documentaliste", Some("K2122")),
    ("M1620", "Assistant / Assistante marketing", Some("M1615")),
    ("M1621", "Assistant administratif / Assistante administrative multilingue", Some("M1607")),
    ("M1819", "Technicien / Technicienne en cybersécurité", Some("M1856")),
    ("M1822", "Spécialiste jumeau numérique", Some("M1802")),
    ("M1844", "Responsable des études et applications informatiques", Some("M1856")),
    ("M1854", "Chef / Cheffe de projet réseau fixe et mobile", Some("M1802")),
    ("N1106", "Déménageur / Déménageuse d'œuvres d'art", Some("N1105")),
    ("N1116", "Inventoriste", Some("N1105")),
];

/// Version 60 with these codes given to other jobs.
fn version_61(archive: &std::path::Path) -> Rome {
    let title = |code: &str| REUSED.iter().find(|(reused, ..)| *reused == code);
    let mut next = Rome::archive(archive).version(61);
    next = next.edit("referentiel_appellation", |row| {
        let Some((_, _, moved_to)) = title(row.get("code_rome")) else { return true };
        match moved_to {
            Some(job) => {
                row.set("code_rome", job);
                row.set("classification", "SYNONYME");
                true
            }
            // Nothing says where it went.
            None => false,
        }
    });
    next = next.edit("referentiel_code_rome", |row| {
        if let Some((_, title, _)) = title(row.get("code_rome")) {
            row.set("libelle_rome", title);
        }
        true
    });
    for (at, &(code, title, _)) in REUSED.iter().enumerate() {
        let number = (990_001 + at).to_string();
        let name = [number.as_str(), title, title, code, "", "", "", "", "", "PRINCIPALE", "", code, "N"];
        next = next.add("referentiel_appellation", &name);
    }
    next
}

#[tokio::test]
async fn what_was_published_reads_the_same_and_its_owner_is_told_of_the_reused_codes_alone() {
    let Some(path) = std::env::var_os("ROME_ARCHIVE").map(std::path::PathBuf::from) else {
        eprintln!("skipped: ROME_ARCHIVE does not name the archive of version 60");
        return;
    };
    let app = TestApp::start().await;
    app.import_zip(std::fs::read(&path).unwrap()).await;
    app.review_catalog().await;
    let school = app.school("Atelier").await;
    let mut before: Vec<Value> = Vec::new();
    for (at, codes) in REUSED.chunks(8).enumerate() {
        // A job that stays what it is among those that do not.
        let jobs = codes.iter().map(|(code, ..)| *code).chain(["M1805"]);
        let mut draft = school.draft(&app, &format!("Formation {at}")).await;
        draft["jobs"] = jobs.map(|code| json!({ "code": code })).collect();
        before.push(school.publish(&school.write(&draft).await).await);
    }
    let steady = school.published(&app, "Sans changement").await.0;
    let report = app.import_zip(version_61(&path).zip()).await;
    assert_eq!((report.attempt.error, report.attempt.release), (None, Some(61)));
    app.review_catalog().await;

    let client = app.renewed(&school.manager).client;
    let mut told: Vec<(String, String, Value)> = Vec::new();
    let page = client.get(&school.path("/catalog-notices?limit=100")).await.expect(200);
    for notice in page["items"].as_array().unwrap() {
        let text = |field: &str| notice[field].as_str().unwrap().to_owned();
        told.push((text("code"), text("kind"), notice["replacement"]["code"].clone()));
        assert_ne!(notice["training_id"], steady["id"]);
    }
    told.sort_by(|one, other| one.0.cmp(&other.0));
    let expected: Vec<_> = REUSED
        .iter()
        .map(|(code, _, moved)| ((*code).to_owned(), "reused".to_owned(), json!(moved)))
        .collect();
    assert_eq!(told, expected);
    for training in &before {
        let path = school.training_path(training, "/revisions/1");
        let now = client.get(&path).await.expect(200);
        for part in ["title", "texts", "jobs", "skills", "courses"] {
            assert_eq!(now["content"][part], training["content"][part], "{part}");
        }
        let differences = now["content"]["differences"].as_array().unwrap();
        assert_eq!(differences.len(), 8, "each reused code is explained");
    }
    let mails = app.mails_to(&school.manager.email).await;
    assert_eq!(mails.iter().filter(|mail| mail.subject.contains("ROME")).count(), 1);
}
