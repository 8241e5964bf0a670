//! What other slices ask of the catalogue in memory.

use std::collections::HashSet;

use carnet::catalog::{self, Catalog, Choices, Importer, Source, Supply};
use carnet_index::{RomeCode, SkillCode};

use crate::support::app::TestApp;
use crate::support::rome::Rome;

fn job(code: &str) -> RomeCode {
    RomeCode::parse(code).unwrap()
}

#[tokio::test]
async fn half_of_the_core_skills_makes_a_job() {
    let app = TestApp::with_catalogue().await;
    let catalog = app.state.part::<Catalog>().snapshot();
    let core = catalog.core_skills(job("D1102")).to_vec();
    assert!(core.len() >= 4, "{core:?}");
    let half: HashSet<SkillCode> = core[..core.len().div_ceil(2)].iter().copied().collect();
    assert!(catalog.jobs_mostly_held(&half).contains(&job("D1102")));
    let less: HashSet<SkillCode> = core[..core.len().div_ceil(2) - 1].iter().copied().collect();
    assert!(!catalog.jobs_mostly_held(&less).contains(&job("D1102")));
    assert_eq!(catalog.jobs_mostly_held(&HashSet::new()), []);
    assert_eq!(catalog.jobs_mostly_held(&HashSet::from([SkillCode(1)])), []);
}

#[tokio::test]
async fn codes_labels_and_families_are_answered() {
    let app = TestApp::with_catalogue().await;
    let catalog = app.state.part::<Catalog>().snapshot();
    assert_eq!(catalog.job_label(job("D1102")), Some("Boulanger / Boulangère"));
    assert_eq!(catalog.parent(job("M1855")), Some(job("M1805")));
    assert_eq!(catalog.parent(job("Z1234")), None);
    assert_eq!(catalog.domain_label("M18"), Some("Systèmes d'information et de télécommunication"));
    assert_eq!(catalog.letter_label("Z"), None);
    assert!(catalog.skill(SkillCode(999_999)).is_none());
    assert!(catalog.core_skills(job("Z1234")).is_empty());
    let skill = catalog.core_skills(job("D1102"))[0];
    assert!(catalog.skill_label(skill).is_some());
    assert!(catalog.skill(skill).unwrap().jobs.iter().any(|(code, _)| *code == job("D1102")));
}

#[tokio::test]
async fn a_server_sees_what_another_process_imported() {
    let app = TestApp::with_catalogue().await;
    let catalog = app.state.part::<Catalog>();
    let held = catalog.snapshot();
    let zip = Rome::starter().version(61).zip();
    Importer::from(&app.state)
        .import(Source::File, Supply::Zip(zip), Choices::default(), &|_| {})
        .await
        .unwrap();
    assert_eq!(catalog.snapshot().release().unwrap().release.version, 60, "not looked yet");
    assert!(catalog::refresh(catalog, &app.state.pool).await.unwrap());
    assert_eq!(catalog.snapshot().release().unwrap().release.version, 61);
    assert_eq!(held.release().unwrap().release.version, 60, "an answer being written keeps its release");
    assert!(!catalog::refresh(catalog, &app.state.pool).await.unwrap(), "nothing new the second time");
}
