use carnet::ids::{CompanyId, PersonId, ProfileId};
use carnet::platform::db::dirty;
use carnet::profiles::{Stage, advance_stage, is_shortlisted};
use serde_json::{Value, json};

use crate::support::companies::SIRET;
use crate::support::lists::{lines, list, put_on};
use crate::support::search::{Added, SearchApp, someone};

async fn with_people(count: usize) -> (SearchApp, Vec<Added>) {
    let app = SearchApp::start().await;
    let mut people = Vec::new();
    for number in 0..count {
        let mut person = someone("Inès", &format!("Lefèvre{number}"));
        person.declared = vec![(101, 3)];
        people.push(app.add(&person).await);
    }
    app.settled().await;
    (app, people)
}

/// Says that an offer of the company came this far with the person.
async fn offered(app: &SearchApp, company: CompanyId, person: PersonId, stage: Stage) {
    let mut tx = app.state.pool.begin().await.unwrap();
    advance_stage(&mut tx, company, person, stage, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn company(app: &SearchApp) -> CompanyId {
    app.company(SIRET, "active").await
}

fn stages(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["stage"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn people_are_put_on_a_list_as_the_search_shows_them_and_nothing_more() {
    let (app, people) = with_people(3).await;
    let recruiter = app.searcher().await.user.client;
    let path = list(&recruiter, "Soudeurs").await;
    let came = put_on(&recruiter, &path, &people).await;
    assert_eq!((came["added"].as_array().unwrap().len(), &came["unavailable"]), (3, &json!([])));
    let again = put_on(&recruiter, &path, &[people[1], people[1]]).await;
    assert_eq!(again, json!({"added": [], "already_there": [people[1].profile], "unavailable": []}));

    let answer = recruiter.get(&format!("{path}/candidates")).await;
    assert_eq!(answer.headers["cache-control"], "no-store");
    let page = answer.expect(200);
    let line = &page["items"][0];
    let mut keys: Vec<_> = line.as_object().unwrap().keys().cloned().collect();
    keys.sort();
    assert_eq!(keys, ["added_at", "id", "profile", "stage", "stage_from_offer", "visible"]);
    let profile =
        recruiter.get(&format!("/profiles/{}", line["profile"]["profile_id"].as_str().unwrap())).await;
    assert_eq!(line["profile"], profile.expect(200), "the very same drawing");
    assert_eq!(recruiter.get(&path).await.expect(200)["counts"]["to_contact"], 3);
}

#[tokio::test]
async fn who_hid_and_who_never_was_are_told_apart_by_nobody() {
    let (app, people) = with_people(2).await;
    let recruiter = app.searcher().await.user.client;
    app.turn_visible(&people[0], false).await;
    let mut blocking = someone("Zoé", "Martin");
    blocking.hides_from = vec![&SIRET[..9]];
    let blocking = app.add(&blocking).await;
    let path = list(&recruiter, "Soudeurs").await;
    let unknown = ProfileId(uuid::Uuid::from_u128(7));
    let body = json!({"profiles": [people[0].profile, unknown, people[1].profile, blocking.profile]});
    let came = recruiter.post(&format!("{path}/candidates"), body).await.expect(200);
    assert_eq!(came["unavailable"], json!([people[0].profile, unknown, blocking.profile]));
    assert_eq!(came["added"][0]["profile_id"], json!(people[1].profile));
    let add =
        |profiles: Value| recruiter.post("/candidate-lists/x/candidates", json!({"profiles": profiles}));
    add(json!([])).await.expect_problem(404, "not_found");
    let bad = |profiles: Value| {
        let path = format!("{path}/candidates");
        let recruiter = recruiter.clone();
        async move { recruiter.post(&path, json!({"profiles": profiles})).await }
    };
    bad(json!([])).await.expect_field("/profiles", "required");
    bad(json!(vec![unknown; 51])).await.expect_field("/profiles", "too_many");
    bad(json!(["x"])).await.expect_problem(422, "invalid_request");
}

#[tokio::test]
async fn somebody_who_hides_leaves_a_line_without_anything_and_comes_back() {
    let (app, people) = with_people(2).await;
    let recruiter = app.searcher().await.user.client;
    let path = list(&recruiter, "Soudeurs").await;
    put_on(&recruiter, &path, &people).await;
    let shown = lines(&recruiter, &path).await;
    app.turn_visible(&people[0], false).await;
    let page = recruiter.get(&format!("{path}/candidates")).await;
    for private in [&people[0].profile.to_string(), &people[0].person.to_string(), "Lefèvre0"] {
        assert!(!page.text.contains(private), "{private}: {}", page.text);
    }
    let seen = lines(&recruiter, &path).await;
    let hidden = seen.iter().find(|line| line["visible"] == false).unwrap();
    assert_eq!(hidden["profile"], json!(null));
    assert_eq!(recruiter.get(&path).await.expect(200)["counts"]["total"], 2);
    app.turn_visible(&people[0], true).await;
    assert_eq!(lines(&recruiter, &path).await, shown);

    // Blocking the company hides from it alone.
    sqlx::query("INSERT INTO blocked_company (person_id, siren, blocked_at) VALUES ($1, $2, now())")
        .bind(people[1].person)
        .bind(&SIRET[..9])
        .execute(&app.state.pool)
        .await
        .unwrap();
    let mut tx = app.state.pool.begin().await.unwrap();
    dirty::outdate_block_lists(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let seen = lines(&recruiter, &path).await;
    assert_eq!(seen.iter().filter(|line| line["visible"] == true).count(), 1);
    let line = seen.iter().find(|line| line["visible"] == false).unwrap()["id"].as_str().unwrap().to_owned();
    recruiter.delete(&format!("{path}/candidates/{line}")).await.expect(204);
    assert_eq!(lines(&recruiter, &path).await.len(), 1, "who cannot be seen can be taken off");
}

#[tokio::test]
async fn stages_follow_offers_on_every_list_whenever_the_person_was_put_there() {
    let (app, people) = with_people(2).await;
    let recruiter = app.searcher().await.user.client;
    let (one, two) = (list(&recruiter, "Un").await, list(&recruiter, "Deux").await);
    put_on(&recruiter, &one, &people).await;
    let company = company(&app).await;
    offered(&app, company, people[0].person, Stage::Contacted).await;
    put_on(&recruiter, &two, &people[..1]).await;
    assert_eq!(stages(&lines(&recruiter, &two).await), ["contacted"], "put there after the offer");
    let contacted = recruiter.get(&format!("{one}/candidates?stage=contacted")).await.expect(200);
    assert_eq!(contacted["items"][0]["profile"]["profile_id"], json!(people[0].profile));
    assert_eq!(contacted["items"][0]["stage_from_offer"], true);
    offered(&app, company, people[0].person, Stage::Answered).await;
    offered(&app, company, people[0].person, Stage::Contacted).await;
    assert_eq!(stages(&lines(&recruiter, &two).await), ["answered"], "never back");
    let counts = recruiter.get(&one).await.expect(200)["counts"].clone();
    assert_eq!(counts, json!({"to_contact": 1, "contacted": 0, "answered": 1, "total": 2}));
    let elsewhere = app.recruiter_granted("18004623700012").await.user.client;
    let theirs = list(&elsewhere, "Leur liste").await;
    put_on(&elsewhere, &theirs, &people[..1]).await;
    assert_eq!(
        stages(&lines(&elsewhere, &theirs).await),
        ["to_contact"],
        "another company's offers say nothing"
    );
}

#[tokio::test]
async fn by_hand_one_goes_anywhere_but_behind_what_offers_say() {
    let (app, people) = with_people(1).await;
    let recruiter = app.searcher().await.user.client;
    let path = list(&recruiter, "Soudeurs").await;
    let came = put_on(&recruiter, &path, &people).await;
    let line = format!("{path}/candidates/{}", came["added"][0]["id"].as_str().unwrap());
    let say = |stage: &'static str| recruiter.patch(&line, json!({"stage": stage}));
    for stage in ["answered", "to_contact", "contacted", "contacted", "to_contact"] {
        say(stage).await.expect(204);
        assert_eq!(stages(&lines(&recruiter, &path).await), [stage]);
    }
    offered(&app, company(&app).await, people[0].person, Stage::Contacted).await;
    let refused = say("to_contact").await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "contacted");
    say("answered").await.expect(204);
    say("contacted").await.expect(204);
    recruiter.patch(&line, json!({"stage": "hired"})).await.expect_problem(422, "invalid_request");
    let other = list(&recruiter, "Autre").await;
    let foreign = line.replace(&path, &other);
    recruiter.patch(&foreign, json!({"stage": "contacted"})).await.expect_problem(404, "not_found");
    recruiter.delete(&foreign).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn lines_are_moved_to_another_list() {
    let (app, people) = with_people(3).await;
    let recruiter = app.searcher().await.user.client;
    let (from, to) = (list(&recruiter, "De").await, list(&recruiter, "Vers").await);
    let came = put_on(&recruiter, &from, &people).await;
    put_on(&recruiter, &to, &people[..1]).await;
    let ids: Vec<&str> =
        came["added"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    recruiter.patch(&format!("{from}/candidates/{}", ids[0]), json!({"stage": "answered"})).await.expect(204);
    let target = to.rsplit('/').next().unwrap();
    let path = format!("{from}/candidates/move");
    let body = |candidates: Value| json!({"to": target, "candidates": candidates});
    recruiter.post(&path, body(json!([ids[0], ids[1]]))).await.expect(204);
    assert_eq!(lines(&recruiter, &from).await.len(), 1);
    let there = lines(&recruiter, &to).await;
    assert_eq!(there.len(), 2, "who was there already is there once");
    let first = there.iter().find(|line| line["profile"]["profile_id"] == json!(people[0].profile)).unwrap();
    assert_eq!(first["stage"], "answered", "the further of both");

    recruiter.post(&path, body(json!([ids[0]]))).await.expect_field("/candidates/0", "unknown_candidate");
    recruiter.post(&path, body(json!([]))).await.expect_field("/candidates", "required");
    recruiter.post(&path, body(json!(vec![ids[2]; 51]))).await.expect_field("/candidates", "too_many");
    let here = from.rsplit('/').next().unwrap();
    let same = json!({"to": here, "candidates": [ids[2]]});
    recruiter.post(&path, same).await.expect_field("/to", "same_list");
    let theirs = list(&app.recruiting_member(SIRET).await.user.client, "À eux").await;
    let unseen = json!({"to": theirs.rsplit('/').next().unwrap(), "candidates": [ids[2]]});
    recruiter.post(&path, unseen).await.expect_field("/to", "unknown_list");
}

#[tokio::test]
async fn two_who_move_in_opposite_directions_do_not_wait_for_each_other() {
    let (app, people) = with_people(4).await;
    let recruiter = app.searcher().await.user.client;
    let (one, two) = (list(&recruiter, "Un").await, list(&recruiter, "Deux").await);
    let first = put_on(&recruiter, &one, &people[..2]).await;
    let second = put_on(&recruiter, &two, &people[2..]).await;
    let id = |list: &str| list.rsplit('/').next().unwrap().to_owned();
    let ids = |came: &Value| -> Vec<Value> {
        came["added"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect()
    };
    let (forth, back) = (format!("{one}/candidates/move"), format!("{two}/candidates/move"));
    let answers = tokio::join!(
        recruiter.post(&forth, json!({"to": id(&two), "candidates": ids(&first)})),
        recruiter.post(&back, json!({"to": id(&one), "candidates": ids(&second)})),
    );
    answers.0.expect(204);
    answers.1.expect(204);
    assert_eq!((lines(&recruiter, &one).await.len(), lines(&recruiter, &two).await.len()), (2, 2));
}

#[tokio::test]
async fn a_thousand_people_and_no_more_even_at_once() {
    let (app, people) = with_people(4).await;
    let recruiter = app.searcher().await.user.client;
    let path = list(&recruiter, "Soudeurs").await;
    sqlx::query(
        "WITH crowd AS (
             INSERT INTO person (id, profile_id, email, first_name, last_name, password_hash, created_at, updated_at)
             SELECT gen_random_uuid(), gen_random_uuid(), 'p' || n || '@foule.example', 'P', 'F', '', now(), now()
             FROM generate_series(1, 998) n RETURNING id)
         INSERT INTO candidate_list_entry (id, list_id, person_id, stage, added_at, moved_at)
         SELECT gen_random_uuid(), $1, id, 0, now() - interval '1 year', now() FROM crowd",
    )
    .bind(path.rsplit('/').next().unwrap().parse::<uuid::Uuid>().unwrap())
    .execute(&app.state.pool)
    .await
    .unwrap();
    let add = |person: &Added| {
        let (path, profile) = (format!("{path}/candidates"), person.profile);
        let recruiter = recruiter.clone();
        async move { recruiter.post(&path, json!({"profiles": [profile]})).await }
    };
    let answers = futures::future::join_all(people.iter().map(add)).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 2);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.expect_problem(409, "list_full");
    }
    assert_eq!(recruiter.get(&path).await.expect(200)["counts"]["total"], 1000);
    let page = recruiter.get(&format!("{path}/candidates?limit=50")).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 50);
    let next = format!("{path}/candidates?limit=50&cursor={}", page["next_cursor"].as_str().unwrap());
    let second = recruiter.get(&next).await.expect(200);
    assert!(
        second["items"]
            .as_array()
            .unwrap()
            .iter()
            .all(|line| !page["items"].as_array().unwrap().contains(line))
    );
    recruiter.get(&format!("{path}/candidates?limit=51")).await.expect_field("/limit", "out_of_range");
}

#[tokio::test]
async fn the_blind_list_asks_who_is_on_a_list_of_the_company() {
    let (app, people) = with_people(2).await;
    let recruiter = app.searcher().await.user.client;
    put_on(&recruiter, &list(&recruiter, "Soudeurs").await, &people[..1]).await;
    let mut connection = app.state.pool.acquire().await.unwrap();
    let (own, other) = (company(&app).await, app.company("18004623700012", "active").await);
    let mut asked = Vec::new();
    for (company, person) in [(own, people[0]), (own, people[1]), (other, people[0])] {
        asked.push(is_shortlisted(&mut connection, company, person.profile).await.unwrap());
    }
    assert_eq!(asked, [true, false, false]);
}

#[tokio::test]
async fn a_page_of_people_is_a_search_and_counts_as_one() {
    let app = SearchApp::start_with(&["--limits=on", "--searches-per-hour=2"]).await;
    let recruiter = app.searcher().await.user.client;
    let path = format!("{}/candidates", list(&recruiter, "Soudeurs").await);
    recruiter.get(&path).await.expect(200);
    let answer = recruiter.get(&path).await;
    assert!(answer.headers["ratelimit"].to_str().unwrap().starts_with("\"searches\";r=0"));
    answer.expect(200);
    recruiter.get(&path).await.expect_problem(429, "search_quota_reached");
}
