//! One invented person is a plausible one, whatever the seed and the number.

use std::collections::HashSet;
use std::sync::LazyLock;

use carnet::demo::{CatalogueRow, EmptyCatalogue, Person, World};
use carnet::identity::PersonName;
use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::catalogue;

static WORLD: LazyLock<World> = LazyLock::new(|| World::new(1, 7, catalogue::rows()).unwrap());

fn people(count: u32) -> impl Iterator<Item = Person> {
    (0..count).map(|number| Person::draw(&WORLD, number))
}

/// Everyone registered and acted before this day, however many they are.
fn deadline() -> DateTime<Utc> {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn everyone_is_valid(seed: u64, number in 0..10_000_000_u32) {
        let world = World::new(seed, 7, catalogue::rows()).unwrap();
        let person = Person::draw(&world, number);
        prop_assert!(PersonName::parse("", &person.first_name).is_ok_and(|name| name.as_str() == person.first_name));
        prop_assert!(PersonName::parse("", &person.last_name).is_ok_and(|name| name.as_str() == person.last_name));
        prop_assert!((1..=4).contains(&person.jobs.len()));
        prop_assert!((5..=60).contains(&person.skills.len()));
        let asked: HashSet<u32> =
            person.jobs.iter().flat_map(|&job| &world.jobs[job as usize].skills).map(|(skill, _)| *skill).collect();
        let mut seen = HashSet::new();
        for held in &person.skills {
            prop_assert!(asked.contains(&held.skill) && seen.insert(held.skill));
            prop_assert!(held.declared.is_some() || held.validation.is_some());
            prop_assert!(held.declared.is_none_or(|level| (1..=4).contains(&level)));
            prop_assert!(held.at > person.registered_at && held.at < deadline());
            if let Some(validation) = &held.validation {
                let organisation = &world.organisations[validation.organisation];
                prop_assert!(validation.trainer < organisation.trainers.len());
                prop_assert!(person.jobs.contains(&validation.job));
                let (position, step) = organisation.step_for(validation.level);
                prop_assert!(step.2 && organisation.steps[position as usize] == step);
            }
        }
        prop_assert!(person.consents.windows(2).all(|pair| pair[0].at < pair[1].at));
    }

    #[test]
    fn the_same_number_is_the_same_person(seed: u64, number in 0..10_000_000_u32) {
        let world = World::new(seed, 7, catalogue::rows()).unwrap();
        // The order in which the database gives the catalogue does not matter.
        let reversed = World::new(seed, 7, catalogue::rows().into_iter().rev().collect()).unwrap();
        prop_assert_eq!(Person::draw(&world, number), Person::draw(&reversed, number));
    }
}

#[test]
fn people_have_the_promised_shape() {
    let people: Vec<Person> = people(5_000).collect();
    let held: Vec<_> = people.iter().flat_map(|person| &person.skills).collect();
    let mean = held.len() as f64 / people.len() as f64;
    assert!((19.5..22.5).contains(&mean), "{mean} skills on average");
    let validated = held.iter().filter(|held| held.validation.is_some()).count() as f64 / held.len() as f64;
    assert!((0.31..0.35).contains(&validated), "{validated} validated");
    let visible = people.iter().filter(|person| person.is_visible()).count();
    assert!((4_700..4_800).contains(&visible), "{visible} visible");
    assert!(people.iter().any(|person| person.consents.is_empty()));
    assert!(people.iter().any(|person| person.consents.len() == 2));
    for level in 1..=4 {
        assert!(held.iter().any(|held| held.declared == Some(level)), "nobody declared level {level}");
    }
    for jobs in 1..=4 {
        assert!(people.iter().any(|person| person.jobs.len() == jobs), "nobody has {jobs} jobs");
    }
    let names: HashSet<_> = people.iter().map(|person| (&person.first_name, &person.last_name)).collect();
    assert!(names.len() > 4_500, "{} different names", names.len());
}

#[test]
fn jobs_are_unequally_popular_and_core_skills_likelier() {
    let people: Vec<Person> = people(5_000).collect();
    let mut popularity = vec![0; WORLD.jobs.len()];
    let (mut core, mut other) = (0, 0);
    for person in &people {
        popularity[person.jobs[0] as usize] += 1;
        let skills = &WORLD.jobs[person.jobs[0] as usize].skills;
        let holds = |skill: u32| person.skills.iter().any(|held| held.skill == skill);
        core += skills.iter().filter(|(skill, is_core)| *is_core && holds(*skill)).count();
        other += skills.iter().filter(|(skill, is_core)| !is_core && holds(*skill)).count();
    }
    popularity.sort_unstable();
    assert!(popularity[59] > 3 * popularity[30], "{popularity:?}");
    // A third of each job's skills are core.
    assert!(core * 2 > other, "{core} core skills held, {other} others");
}

#[test]
fn ids_differ_and_come_in_the_order_of_the_numbers() {
    let people: Vec<Person> = people(2_000).collect();
    assert!(people.windows(2).all(|pair| pair[0].id < pair[1].id));
    let profiles: HashSet<_> = people.iter().map(|person| person.profile).collect();
    assert_eq!(profiles.len(), people.len());
    assert!(profiles.iter().all(|id| id.get_version_num() == 4), "profile ids say nothing");
}

#[test]
fn other_seeds_give_other_people() {
    let other = World::new(2, 7, catalogue::rows()).unwrap();
    let same = people(200).filter(|person| Person::draw(&other, 0).skills == person.skills).count();
    assert_eq!(same, 0);
}

#[test]
fn nobody_comes_out_of_an_empty_catalogue() {
    assert_eq!(World::new(1, 7, Vec::new()).unwrap_err(), EmptyCatalogue);
    let poor = vec![CatalogueRow { job: "M1805".into(), skill: 1, label: "Un".into(), is_core: true }];
    assert_eq!(World::new(1, 7, poor).unwrap_err(), EmptyCatalogue);
}
