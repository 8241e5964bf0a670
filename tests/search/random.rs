use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use uuid::Uuid;

use super::naive::{Ask, Criterion};
use super::world::World;
use crate::support::client::Client;
use crate::support::search::{
    JOBS, SKILLS, SearchApp, Someone, Validated, hit_ids, insert, someone, validated,
};

const FIRST_NAMES: &[&str] =
    &["Inès", "Zoé", "Jean-Noël", "Œdipe", "Aïcha", "Martine", "Gaël", "Anne-Sophie"];
const LAST_NAMES: &[&str] =
    &["Lefèvre", "Le Goff", "D’Artagnan", "Martin", "N’Guyen", "Dupont-Moretti", "Peña"];
const TYPED: &[&str] = &[
    "ines",
    "le gof",
    "martni",
    "Lefevre",
    "lefevr",
    "dartagnan",
    "d'art",
    "zo",
    "oed",
    "duponr",
    "pena",
    "martine le",
];
/// The company of the recruiter of these tests, and another one.
pub const OWN_SIREN: &str = "732829320";
const OTHER_SIREN: &str = "552100554";

fn pick<T: Copy>(rng: &mut StdRng, from: &[T]) -> T {
    *from.choose(rng).unwrap()
}

fn random_validation(rng: &mut StdRng) -> Validated {
    let level = pick(rng, &[None, Some(1), Some(2), Some(3), Some(4)]);
    let jobs = if rng.random_bool(0.2) { vec![pick(rng, JOBS).0] } else { Vec::new() };
    Validated {
        passing: rng.random_bool(0.9),
        revoked: rng.random_bool(0.15),
        expires_on: pick(rng, &[None, None, Some("2026-03-02"), Some("2026-03-03"), Some("2030-01-01")]),
        jobs,
        ..validated(rng.random_range(SKILLS), level)
    }
}

pub fn random_person(rng: &mut StdRng) -> Someone {
    let mut person = someone(pick(rng, FIRST_NAMES), pick(rng, LAST_NAMES));
    person.is_visible = rng.random_bool(0.85);
    for skill in SKILLS {
        if rng.random_bool(0.3) {
            person.declared.push((skill, rng.random_range(1..=4)));
        }
    }
    person.validated = (0..rng.random_range(0..6)).map(|_| random_validation(rng)).collect();
    if rng.random_bool(0.15) {
        person.hides_from.push(OWN_SIREN);
    }
    if rng.random_bool(0.15) {
        person.hides_from.push(OTHER_SIREN);
    }
    if rng.random_bool(0.3) {
        let chosen = [OWN_SIREN, OTHER_SIREN].into_iter().filter(|_| rng.random_bool(0.5)).collect();
        person.seen_by = Some(chosen);
    }
    person
}

fn random_criteria(rng: &mut StdRng) -> Vec<Criterion> {
    let mut skills: Vec<u32> = SKILLS.map(i32::unsigned_abs).collect();
    (0..rng.random_range(0..5))
        .map(|_| {
            let skill = skills.swap_remove(rng.random_range(0..skills.len()));
            let min = rng.random_bool(0.4).then(|| rng.random_range(1..=4));
            let max = rng.random_bool(0.2).then(|| rng.random_range(min.unwrap_or(1)..=4));
            Criterion { skill, min, max, validated: rng.random_bool(0.3), required: rng.random_bool(0.5) }
        })
        .collect()
}

pub fn random_ask(rng: &mut StdRng, world: &World) -> Ask {
    let criteria = random_criteria(rng);
    let mut exclude: Vec<u32> = Vec::new();
    if rng.random_bool(0.25) {
        exclude.extend(
            SKILLS.map(i32::unsigned_abs).find(|skill| criteria.iter().all(|own| own.skill != *skill)),
        );
    }
    let places = ["A", "M", "N", "A11", "M18", "A1101", "A1204", "N4101", "family:A1101", "family:M1801"];
    let mut ask = Ask {
        criteria,
        min_matching: None,
        exclude,
        rome: (0..rng.random_range(0..3)).map(|_| pick(rng, &places).to_owned()).collect(),
        job: rng.random_bool(0.3).then(|| pick(rng, JOBS).0.to_owned()),
        name: rng.random_bool(0.25).then(|| pick(rng, TYPED).to_owned()),
        facets: ["rome", "skills", "levels", "statuses"]
            .into_iter()
            .filter(|_| rng.random_bool(0.5))
            .collect(),
    };
    let optional = ask.conditions(world).iter().filter(|condition| !condition.required).count();
    ask.min_matching = rng.random_bool(0.3).then(|| rng.random_range(0..=optional));
    ask
}

/// Asks, and checks the whole answer against the naive model.
pub async fn check(client: &Client, ask: &Ask, world: &World) -> Value {
    let mut body = ask.body();
    body["limit"] = 50.into();
    let answer = client.post("/profile-search", &body).await.expect(200);
    let expected = ask.results(world, OWN_SIREN);
    let ids: Vec<Uuid> = expected.iter().map(|person| person.id).collect();
    let shown = &ids[..ids.len().min(50)];
    assert_eq!(answer["total"], ids.len(), "total of {body}");
    assert_eq!(hit_ids(&answer), shown, "ids of {body}");
    for (hit, person) in answer["hits"].as_array().unwrap().iter().zip(&expected) {
        assert_eq!(*hit, ask.expected_hit(person, world), "a hit of {body}");
    }
    assert_eq!(answer["facets"], ask.expected_facets(world, OWN_SIREN), "facets of {body}");
    answer
}

/// Follows the cursors to the end and back, and checks that both ways show everyone once, in order.
async fn check_pages(client: &Client, ask: &Ask, world: &World, limit: usize) {
    let expected: Vec<Uuid> = ask.results(world, OWN_SIREN).iter().map(|person| person.id).collect();
    let mut body = ask.body();
    body["limit"] = limit.into();
    let mut pages = vec![client.post("/profile-search", &body).await.expect(200)];
    while let Some(cursor) = pages.last().unwrap()["next_cursor"].as_str() {
        body["cursor"] = cursor.into();
        pages.push(client.post("/profile-search", &body).await.expect(200));
    }
    let forward: Vec<Uuid> = pages.iter().flat_map(hit_ids).collect();
    assert_eq!(forward, expected, "pages of {body}");
    assert!(pages[0]["previous_cursor"].is_null());
    let mut page = pages.pop().unwrap();
    while let Some(cursor) = page["previous_cursor"].as_str() {
        body["cursor"] = cursor.into();
        let before = client.post("/profile-search", &body).await.expect(200);
        let shown = pages.pop().unwrap();
        assert_eq!(hit_ids(&before), hit_ids(&shown), "the page before, of {body}");
        page = before;
    }
    assert!(pages.is_empty());
}

#[tokio::test]
async fn random_searches_answer_what_the_naive_model_answers() {
    for seed in 1..=2 {
        let mut rng = StdRng::seed_from_u64(seed);
        let app = SearchApp::start().await;
        let client = app.searcher().await.user.client;
        let mut marked = Vec::new();
        for _ in 0..120 {
            marked.push(insert(&app, &random_person(&mut rng)).await.profile);
        }
        app.mark(&marked, carnet::platform::db::dirty::Urgency::Soon).await;
        app.settled().await;
        let world = World::read(&app.state.pool, app.state.clock.today()).await;
        SearchApp::assert_exact(&app.verify().await, world.people.len() as u64);
        for turn in 0..250 {
            let ask = random_ask(&mut rng, &world);
            check(&client, &ask, &world).await;
            if turn % 10 == 0 {
                check_pages(&client, &ask, &world, rng.random_range(1..=7)).await;
            }
        }
    }
}

#[tokio::test]
async fn a_level_and_a_status_come_from_one_and_the_same_entry() {
    let app = SearchApp::start().await;
    let client = app.searcher().await.user.client;
    let mut person = someone("Inès", "Lefèvre");
    // Declared expert, validated at level 1; another skill validated at level 3.
    person.declared = vec![(101, 4)];
    person.validated = vec![validated(101, 1), validated(102, 3), validated(103, None)];
    app.add(&person).await;
    app.settled().await;
    let total = async |criteria: Value| {
        client.post("/profile-search", json!({ "criteria": criteria })).await.expect(200)["total"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(total(json!([{ "skill": "101", "min_level": 3, "status": "validated" }])).await, 0);
    assert_eq!(
        total(json!([{ "skill": "101", "min_level": 3 }])).await,
        0,
        "a validation outranks what is said"
    );
    assert_eq!(total(json!([{ "skill": "101", "min_level": 1, "status": "validated" }])).await, 1);
    assert_eq!(total(json!([{ "skill": "102", "min_level": 3, "status": "validated" }])).await, 1);
    assert_eq!(total(json!([{ "skill": "103", "status": "validated" }])).await, 1);
    assert_eq!(total(json!([{ "skill": "103", "min_level": 1, "status": "validated" }])).await, 0);
}
