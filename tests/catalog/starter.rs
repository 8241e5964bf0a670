//! The shape of the catalogue that comes with Carnet.

use std::collections::BTreeMap;

use carnet::catalog::archive::{self, Members};
use carnet::catalog::model::{Catalogue, SkillKind, Weight};

use crate::support::rome::Rome;

fn starter() -> Catalogue {
    let members = Members::from_zip(&Rome::starter().zip()).unwrap();
    let archive = archive::read(&members).unwrap();
    assert_eq!(archive.notices, Vec::<String>::new());
    archive.draft.complete().expect("every key answered")
}

#[test]
fn all_domains_and_at_least_three_jobs_of_each_letter() {
    let catalogue = starter();
    assert_eq!((catalogue.grand_domains.len(), catalogue.domains.len()), (14, 110));
    assert!(catalogue.jobs.len() >= 60);
    let mut by_letter: BTreeMap<u8, usize> = BTreeMap::new();
    for job in &catalogue.jobs {
        *by_letter.entry(job.code.letter()).or_default() += 1;
    }
    assert_eq!(by_letter.len(), 14);
    assert!(by_letter.values().all(|jobs| *jobs >= 3), "{by_letter:?}");
}

#[test]
fn every_job_has_names_skills_knowledge_and_texts() {
    let catalogue = starter();
    let kind: BTreeMap<_, _> = catalogue.skills.iter().map(|skill| (skill.code, skill.kind)).collect();
    for job in &catalogue.jobs {
        let names = catalogue.appellations.iter().filter(|name| name.job == job.code).count();
        assert!((2..=8).contains(&names), "{}: {names} names", job.code);
        let links: Vec<_> = catalogue.job_skills.iter().filter(|link| link.job == job.code).collect();
        let knowledge = links.iter().filter(|link| kind[&link.skill] == SkillKind::Knowledge).count();
        assert!(knowledge >= 3, "{}: {knowledge} knowledge items", job.code);
        assert!(links.len() - knowledge >= 8, "{}: {} skills", job.code, links.len() - knowledge);
        assert!(links.iter().any(|link| link.weight == Weight::Core), "{}: no core skill", job.code);
        assert!(!job.definition.is_empty() && !job.access.is_empty(), "{}: no texts", job.code);
        assert!(catalogue.job_contexts.iter().any(|link| link.job == job.code), "{}: no context", job.code);
    }
}

#[test]
fn it_stays_small() {
    assert!(Rome::starter().zip().len() < 1 << 20);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/starter");
    let size: u64 =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
    assert!(size < 1 << 20, "{size} bytes");
}
