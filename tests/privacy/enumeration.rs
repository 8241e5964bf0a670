//! A count is what can be listed: the total and every facet equal the profiles that paging shows one by one.

use std::collections::HashSet;

use carnet::platform::db::dirty::Urgency;
use rand::rngs::StdRng;
use rand::seq::IteratorRandom;
use rand::{RngExt, SeedableRng};
use serde_json::Value;
use uuid::Uuid;

use super::{conclude, dice, trials};
use crate::search::{Ask, Criterion, World, random_ask, random_person};
use crate::support::client::Client;
use crate::support::search::{SearchApp, hit_ids, insert};

/// Counts of one answer that are listed.
const COUNTS: usize = 6;
/// People in the house.
const PEOPLE: usize = 120;

/// Lists everyone a search finds, page by page.
async fn list(client: &Client, ask: &Ask, limit: usize) -> Vec<Uuid> {
    let mut body = ask.body();
    body["facets"] = Value::Array(Vec::new());
    body["limit"] = limit.into();
    let mut listed = Vec::new();
    loop {
        let page = client.post("/profile-search", &body).await.expect(200);
        listed.extend(hit_ids(&page));
        match page["next_cursor"].as_str() {
            Some(cursor) => body["cursor"] = cursor.into(),
            None => return listed,
        }
    }
}

/// How many different people a search lists; none may be listed twice.
async fn count(client: &Client, ask: &Ask, limit: usize) -> u64 {
    let listed = list(client, ask, limit).await;
    let different: HashSet<&Uuid> = listed.iter().collect();
    assert_eq!(different.len(), listed.len(), "listed twice by {}", ask.body());
    listed.len() as u64
}

/// The same search for those only who also meet this criterion.
fn narrowed(ask: &Ask, world: &World, criterion: &Criterion) -> Ask {
    let mut narrowed = ask.clone();
    let conditions = ask.conditions(world);
    let own = conditions.iter().find(|own| own.skill == criterion.skill);
    // What was one of the optional conditions is met now: one less of the others is asked for.
    if own.is_some_and(|own| !own.required) {
        narrowed.min_matching = ask.min_matching.map(|least| least.saturating_sub(1));
    }
    narrowed.criteria.retain(|own| own.skill != criterion.skill);
    narrowed.criteria.push(Criterion { required: true, ..criterion.clone() });
    narrowed
}

/// The search whose results one line of a facet counts.
fn counted(ask: &Ask, world: &World, facet: &str, line: &Value) -> Ask {
    if facet == "rome" {
        let code = line["code"].as_str().unwrap().to_owned();
        return Ask { rome: vec![code], ..ask.clone() };
    }
    let skill: u32 = line["code"].as_str().or(line["skill"].as_str()).unwrap().parse().unwrap();
    let own = ask.criteria.iter().find(|own| own.skill == skill).cloned();
    let own = own.unwrap_or(Criterion { skill, min: None, max: None, validated: false, required: true });
    let criterion = match facet {
        "levels" => Criterion { min: Some(line["level"].as_u64().unwrap() as u8), max: None, ..own },
        "statuses" => Criterion { validated: line["status"] == "validated", ..own },
        _ => own,
    };
    narrowed(ask, world, &criterion)
}

async fn populate(app: &SearchApp, rng: &mut StdRng) -> World {
    let mut marked = Vec::new();
    for _ in 0..PEOPLE {
        marked.push(insert(app, &random_person(rng)).await.profile);
    }
    app.mark(&marked, Urgency::Soon).await;
    app.settled().await;
    World::read(&app.state.pool, app.state.clock.today()).await
}

#[tokio::test]
async fn whatever_is_counted_can_be_listed() {
    let (seed, mut rng) = dice();
    let app = SearchApp::start().await;
    let client = app.searcher().await.user.client;
    let world = populate(&app, &mut rng).await;
    let (queries, mut counts, mut leaks) = (trials(60), 0, Vec::new());
    for _ in 0..queries {
        let mut ask = random_ask(&mut rng, &world);
        let conditions = ask.conditions(&world);
        let default = usize::from(!conditions.is_empty() && conditions.iter().all(|own| !own.required));
        ask.min_matching = ask.min_matching.or(Some(default));
        ask.facets = vec!["rome", "skills", "levels", "statuses"];
        let answer = client.post("/profile-search", ask.body()).await.expect(200);
        let limit = rng.random_range(1..=50);
        let lines = ask.facets.iter().flat_map(|facet| {
            answer["facets"][facet].as_array().unwrap().iter().map(|line| (*facet, line.clone()))
        });
        let lines = lines.sample(&mut rng, COUNTS);
        let mut claims = vec![("total", answer["total"].clone(), ask.clone())];
        claims.extend(
            lines
                .into_iter()
                .map(|(facet, line)| (facet, line["count"].clone(), counted(&ask, &world, facet, &line))),
        );
        for (what, claimed, ask) in claims {
            let listed = count(&client, &ask, limit).await;
            if claimed != listed {
                leaks.push(format!("{what} says {claimed}, {listed} can be listed by {}", ask.body()));
            }
            counts += 1;
        }
    }
    conclude("count = enumeration", seed, format!("{queries} searches, {counts} counts listed"), &leaks);
}

#[test]
fn a_narrowed_search_asks_for_one_condition_less() {
    let world = World::default();
    let criterion = |skill, required| Criterion { skill, min: None, max: None, validated: false, required };
    let mut ask = random_ask(&mut StdRng::seed_from_u64(1), &world_with_jobs());
    (ask.criteria, ask.min_matching, ask.job) =
        (vec![criterion(101, false), criterion(102, true)], Some(1), None);
    assert_eq!(narrowed(&ask, &world, &criterion(101, true)).min_matching, Some(0));
    assert_eq!(narrowed(&ask, &world, &criterion(102, true)).min_matching, Some(1));
    assert_eq!(narrowed(&ask, &world, &criterion(103, true)).min_matching, Some(1));
}

/// Enough of a catalogue to draw a search.
fn world_with_jobs() -> World {
    let core = crate::support::search::JOBS.iter().map(|(job, ..)| ((*job).to_owned(), Vec::new()));
    World { core: core.collect(), ..World::default() }
}
