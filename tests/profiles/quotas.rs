//! Nobody reads everyone through the search: what one recruiter may ask for has an end, and says so.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use carnet::profiles::write_tally;
use chrono::Duration;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::client::{Answer, Client};
use crate::support::search::{SearchApp, hit_ids, someone};

async fn with_people(settings: &[&str], count: usize) -> (SearchApp, Client) {
    let app = SearchApp::start_with(settings).await;
    let recruiter = app.searcher().await.user.client;
    for number in 0..count {
        app.add(&someone("Inès", &format!("Lefèvre{number}"))).await;
    }
    app.settled().await;
    (app, recruiter)
}

async fn search(recruiter: &Client, body: Value) -> Answer {
    recruiter.post("/profile-search", body).await
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn searches_of_an_hour_have_an_end_that_each_answer_announces() {
    let (app, recruiter) = with_people(&["--limits=on", "--searches-per-hour=3"], 1).await;
    for left in ["2", "1", "0"] {
        let answer = search(&recruiter, json!({})).await;
        let policy = "\"searches\";q=3;w=3600, \"results\";q=5000;w=3600";
        assert_eq!(header(&answer, "ratelimit-policy"), policy);
        // The tests' clock stands at the beginning of an hour. One person is shown by each search.
        let results = 4_997 + left.parse::<u32>().unwrap();
        let standing = format!("\"searches\";r={left};t=3600, \"results\";r={results};t=3600");
        assert_eq!(header(&answer, "ratelimit"), standing);
        answer.expect(200);
    }
    let refused = search(&recruiter, json!({})).await;
    assert_eq!(header(&refused, "retry-after"), "3600");
    refused.expect_problem(429, "search_quota_reached");
    let other = app.recruiter_granted("18004623700012").await.user.client;
    search(&other, json!({})).await.expect(200);
}

#[tokio::test]
async fn profiles_opened_in_a_day_have_an_end() {
    let (app, recruiter) = with_people(&["--limits=on", "--profiles-per-day=2"], 0).await;
    let added = app.add(&someone("Zoé", "Martin")).await;
    let path = format!("/profiles/{}", added.profile);
    for left in ["1", "0"] {
        let answer = recruiter.get(&path).await;
        assert_eq!(header(&answer, "ratelimit-policy"), "\"profiles\";q=2;w=86400");
        // Nine in the morning in Paris: fifteen hours are left.
        assert_eq!(header(&answer, "ratelimit"), format!("\"profiles\";r={left};t=54000"));
        answer.expect(200);
    }
    let refused = recruiter.get(&path).await;
    assert_eq!(header(&refused, "retry-after"), "54000");
    refused.expect_problem(429, "profile_quota_reached");
    search(&recruiter, json!({})).await.expect(200);
}

#[tokio::test]
async fn two_hundred_profiles_are_two_hundred_on_two_nodes_and_for_sixteen_at_once() {
    let settings = ["--limits=on", "--profiles-per-day=40"];
    let one = SearchApp::start_with(&settings).await;
    let two = one.beside_with(&settings).await;
    let recruiter = one.searcher().await.user.client;
    let added = one.add(&someone("Zoé", "Martin")).await;
    let path = format!("/profiles/{}", added.profile);
    let clients = [&one, &two].map(|node| node.anonymous().with_token(recruiter.token().unwrap()));
    let mut given = 0;
    for _ in 0..4 {
        let calls = clients.iter().cycle().take(16).map(|client| client.get(&path));
        let answers = futures::future::join_all(calls).await;
        assert!(answers.iter().all(|answer| [200, 429].contains(&answer.status.as_u16())));
        given += answers.iter().filter(|answer| answer.status == 200).count();
    }
    assert_eq!(given, 40);
    let (used, refused): (i64, i64) =
        sqlx::query_as("SELECT used, refused FROM recruiter_quota WHERE kind = 'profiles'")
            .fetch_one(&one.state.pool)
            .await
            .unwrap();
    assert_eq!((used, refused), (40, 24));
}

#[tokio::test]
async fn a_new_day_in_paris_and_no_new_company_gives_new_profiles() {
    let app = SearchApp::start_with(&["--limits=on", "--profiles-per-day=1"]).await;
    let recruiter = app.searcher().await;
    let added = app.add(&someone("Zoé", "Martin")).await;
    let path = format!("/profiles/{}", added.profile);
    let open = async || app.renewed(&recruiter.user).client.get(&path).await.status;
    assert_eq!((open().await, open().await), (StatusCode::OK, StatusCode::TOO_MANY_REQUESTS));
    sqlx::query("DELETE FROM recruiter WHERE id = $1")
        .bind(recruiter.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO recruiter (id, company_id, person_id, status, status_at, decided_by, requested_at)
         SELECT gen_random_uuid(), id, $1, 'granted', $2, 'rule', $2 FROM company",
    )
    .bind(recruiter.user.id)
    .bind(app.state.clock.now())
    .execute(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(open().await, StatusCode::TOO_MANY_REQUESTS);
    app.advance(Duration::hours(15) - Duration::seconds(1));
    assert_eq!(open().await, StatusCode::TOO_MANY_REQUESTS);
    app.advance(Duration::seconds(1));
    assert_eq!(open().await, StatusCode::OK, "midnight in Paris");
}

#[tokio::test]
async fn results_of_an_hour_have_an_end_however_they_are_cut_into_pages() {
    let (app, recruiter) = with_people(&["--limits=on", "--results-per-hour=10"], 4).await;
    for limit in [4, 2, 4] {
        search(&recruiter, json!({ "limit": limit })).await.expect(200);
    }
    search(&recruiter, json!({ "limit": 1 })).await.expect_problem(429, "result_quota_reached");
    let other = app.recruiter_granted("18004623700012").await.user.client;
    // What is asked for and not there is not counted.
    for _ in 0..2 {
        search(&other, json!({ "limit": 6 })).await.expect(200);
    }
    search(&other, json!({ "limit": 6 })).await.expect_problem(429, "result_quota_reached");
    search(&other, json!({ "limit": 2 })).await.expect(200);
}

#[tokio::test]
async fn nodes_tell_each_other_what_was_searched_within_seconds() {
    let settings = ["--limits=on", "--searches-per-hour=5"];
    let one = SearchApp::start_with(&settings).await;
    let two = one.beside_with(&settings).await;
    let recruiter = one.searcher().await.user.client;
    let clients = [&one, &two].map(|node| node.anonymous().with_token(recruiter.token().unwrap()));
    for client in clients.iter().cycle().take(4) {
        search(client, json!({})).await.expect(200);
    }
    write_tally(&one.state).await.unwrap();
    write_tally(&two.state).await.unwrap();
    search(&clients[1], json!({})).await.expect(200);
    search(&clients[1], json!({})).await.expect_problem(429, "search_quota_reached");
    write_tally(&two.state).await.unwrap();
    // The first node still believes that three are left; it learns with the next thing it writes.
    search(&clients[0], json!({})).await.expect(200);
    write_tally(&one.state).await.unwrap();
    search(&clients[0], json!({})).await.expect_problem(429, "search_quota_reached");
}

#[tokio::test]
async fn a_search_is_paged_through_to_its_depth_and_no_further() {
    let (_app, recruiter) = with_people(&["--limits=on", "--search-depth=7"], 12).await;
    let first = search(&recruiter, json!({ "limit": 5 })).await.expect(200);
    assert_eq!((&first["total"], &first["reachable"]), (&12.into(), &7.into()));
    let cursor = first["next_cursor"].clone();
    let second = search(&recruiter, json!({ "limit": 5, "cursor": cursor })).await.expect(200);
    assert_eq!(hit_ids(&second).len(), 2, "what is left of the depth");
    assert_eq!(second["next_cursor"], Value::Null);
    // Neither a longer page nor going back and forth leads further.
    let long = search(&recruiter, json!({ "limit": 50 })).await.expect(200);
    assert_eq!((hit_ids(&long).len(), &long["next_cursor"]), (7, &Value::Null));
    let mut page = second;
    for limit in [1, 3, 5, 2] {
        let back = search(&recruiter, json!({ "limit": limit, "cursor": page["previous_cursor"] })).await;
        let back = back.expect(200);
        let forth = search(&recruiter, json!({ "limit": 50, "cursor": back["next_cursor"] })).await;
        page = forth.expect(200);
        assert_eq!(page["next_cursor"], Value::Null);
        assert!(hit_ids(&page).iter().all(|id| hit_ids(&long).contains(id)), "the same seven people");
    }
}

#[tokio::test]
async fn a_cursor_that_was_tampered_with_is_refused() {
    let (_app, recruiter) = with_people(&["--limits=on", "--search-depth=7"], 8).await;
    let first = search(&recruiter, json!({ "limit": 5 })).await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let (inner, tail) = cursor.split_once('.').unwrap();
    let genuine = URL_SAFE_NO_PAD.decode(tail).unwrap();
    for at in 0..genuine.len() {
        let mut tail = genuine.clone();
        tail[at] ^= 1;
        let forged = format!("{inner}.{}", URL_SAFE_NO_PAD.encode(tail));
        search(&recruiter, json!({ "limit": 5, "cursor": forged }))
            .await
            .expect_field("/cursor", "invalid_cursor");
    }
    let (first, rest) = inner.split_at(1);
    let other = if first == "A" { "B" } else { "A" };
    for forged in [inner.to_owned(), format!("{inner}."), format!("{other}{rest}.{tail}")] {
        search(&recruiter, json!({ "limit": 5, "cursor": forged }))
            .await
            .expect_field("/cursor", "invalid_cursor");
    }
}

#[tokio::test]
async fn lifted_limits_announce_nothing_and_end_nowhere() {
    let (_app, recruiter) =
        with_people(&["--limits=off", "--search-depth=3", "--searches-per-hour=1"], 8).await;
    let mut seen = Vec::new();
    let mut cursor = Value::Null;
    loop {
        let answer = search(&recruiter, json!({ "limit": 2, "cursor": cursor })).await;
        assert_eq!(header(&answer, "ratelimit"), "");
        let page = answer.expect(200);
        assert_eq!(page["reachable"], 8);
        seen.extend(hit_ids(&page));
        cursor = page["next_cursor"].clone();
        if cursor.is_null() {
            break;
        }
    }
    assert_eq!(seen.len(), 8);
}
