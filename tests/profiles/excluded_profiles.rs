use serde_json::{Value, json};

use crate::support::client::Client;
use crate::support::companies::SIRET;
use crate::support::search::{Added, SearchApp, hit_ids, someone};

const PATH: &str = "/me/company/excluded-profiles";

async fn with_people(count: usize) -> (SearchApp, Vec<Added>) {
    let app = SearchApp::start().await;
    let mut people = Vec::new();
    for number in 0..count {
        let mut person = someone("Inès", &format!("Lefèvre{number}"));
        person.declared = vec![(101, 3), (104, 2)];
        people.push(app.add(&person).await);
    }
    app.settled().await;
    (app, people)
}

async fn exclude(recruiter: &Client, people: &[Added]) -> Value {
    let profiles: Vec<_> = people.iter().map(|added| added.profile).collect();
    recruiter.post(PATH, json!({"profiles": profiles})).await.expect(200)
}

async fn search(recruiter: &Client, hide: bool) -> Value {
    let body = json!({
        "criteria": [{"skill": "101", "min_level": 2}], "facets": ["skills", "levels"], "hide_excluded": hide,
    });
    recruiter.post("/profile-search", body).await.expect(200)
}

#[tokio::test]
async fn whoever_is_excluded_is_neither_found_nor_counted_where_that_is_asked() {
    let (app, people) = with_people(5).await;
    let recruiter = app.searcher().await.user.client;
    let everybody = search(&recruiter, true).await;
    assert_eq!(everybody["total"], 5);
    let came = exclude(&recruiter, &people[..2]).await;
    assert_eq!(came["excluded"].as_array().unwrap().len(), 2);
    let again = exclude(&recruiter, &people[1..3]).await;
    assert_eq!(again["already_excluded"], json!([people[1].profile]));
    let rest = search(&recruiter, true).await;
    assert_eq!((&rest["total"], hit_ids(&rest).len()), (&json!(2), 2));
    assert_eq!(rest["facets"]["skills"], json!([{"code": "104", "label": "Compétence I", "count": 2}]));
    assert_eq!(rest["facets"]["levels"][0]["count"], 2, "{rest}");
    assert_eq!(search(&recruiter, false).await["total"], 5, "only where it is asked");
    let id = again["excluded"][0]["id"].as_str().unwrap();
    recruiter.delete(&format!("{PATH}/{id}")).await.expect(204);
    assert_eq!(search(&recruiter, true).await["total"], 3, "from the next search on");
    recruiter.delete(&format!("{PATH}/{id}")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn the_list_is_the_companys_and_no_other_companys() {
    let (app, people) = with_people(2).await;
    let (one, two) = (app.searcher().await.user.client, app.recruiting_member(SIRET).await.user.client);
    let elsewhere = app.recruiter_granted("18004623700012").await.user.client;
    let came = exclude(&one, &people[..1]).await;
    assert_eq!(search(&two, true).await["total"], 1);
    assert_eq!(search(&elsewhere, true).await["total"], 2);
    let id = came["excluded"][0]["id"].as_str().unwrap();
    elsewhere.delete(&format!("{PATH}/{id}")).await.expect_problem(404, "not_found");
    assert_eq!(elsewhere.get(PATH).await.expect(200)["items"], json!([]));
    two.delete(&format!("{PATH}/{id}")).await.expect(204);
}

#[tokio::test]
async fn another_node_hides_them_too_at_once() {
    let (app, people) = with_people(3).await;
    let other = app.beside().await;
    let recruiter = app.searcher().await.user;
    let there = other.anonymous().with_token(recruiter.access_token());
    other.settled().await;
    assert_eq!(search(&there, true).await["total"], 3, "and its list is in memory there");
    exclude(&recruiter.client, &people[..1]).await;
    assert_eq!(search(&there, true).await["total"], 2);
}

#[tokio::test]
async fn a_saved_search_hides_them_when_it_says_so() {
    let (app, people) = with_people(3).await;
    let recruiter = app.searcher().await.user.client;
    exclude(&recruiter, &people[..1]).await;
    let keep = async |name: &str, hide: bool| {
        let body = json!({"name": name, "search": {"criteria": [{"skill": "101"}], "hide_excluded": hide}});
        let saved = recruiter.post("/me/saved-searches", body).await.expect(201);
        let shown = saved["search"].get("hide_excluded").cloned();
        assert_eq!(shown, hide.then_some(json!(true)), "said only where it is so");
        let run = format!("/me/saved-searches/{}/run", saved["id"].as_str().unwrap());
        recruiter.post(&run, json!({})).await.expect(200)["total"].clone()
    };
    assert_eq!((keep("Sans", true).await, keep("Avec", false).await), (json!(2), json!(3)));
}

#[tokio::test]
async fn pages_stay_whole_while_people_are_excluded() {
    let (app, people) = with_people(6).await;
    let recruiter = app.searcher().await.user.client;
    let body = json!({"limit": 2, "hide_excluded": true});
    let first = recruiter.post("/profile-search", &body).await.expect(200);
    let shown = hit_ids(&first);
    let next = people.iter().find(|added| !shown.contains(&added.profile.0)).unwrap();
    exclude(&recruiter, &[*next]).await;
    let mut found = shown;
    let mut cursor = first["next_cursor"].clone();
    while let Some(at) = cursor.as_str() {
        let body = json!({"limit": 2, "hide_excluded": true, "cursor": at});
        let page = recruiter.post("/profile-search", body).await.expect(200);
        assert_eq!(page["total"], 5);
        found.extend(hit_ids(&page));
        cursor = page["next_cursor"].clone();
    }
    found.sort_unstable();
    found.dedup();
    assert_eq!(found.len(), 5);
    assert!(!found.contains(&next.profile.0));
}

#[tokio::test]
async fn somebody_who_hides_leaves_a_line_without_anything() {
    let (app, people) = with_people(2).await;
    let recruiter = app.searcher().await.user.client;
    exclude(&recruiter, &people).await;
    app.turn_visible(&people[0], false).await;
    let answer = recruiter.get(PATH).await;
    assert!(!answer.text.contains(&people[0].profile.to_string()) && !answer.text.contains("Lefèvre0"));
    let page = answer.expect(200);
    let visible: Vec<bool> =
        page["items"].as_array().unwrap().iter().map(|line| line["visible"].as_bool().unwrap()).collect();
    assert_eq!(visible.iter().filter(|seen| **seen).count(), 1);
    assert!(page["items"].as_array().unwrap().iter().any(|line| line["profile"] == json!(null)));
    let body = json!({"profiles": [people[0].profile, uuid::Uuid::nil()]});
    let came = recruiter.post(PATH, body).await.expect(200);
    assert_eq!(came["unavailable"], json!([people[0].profile, uuid::Uuid::nil()]));
}

#[tokio::test]
async fn nobody_else_excludes_anybody() {
    let (app, people) = with_people(1).await;
    let body = json!({"profiles": [people[0].profile]});
    app.anonymous().post(PATH, &body).await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin")
        .await
        .client
        .post(PATH, &body)
        .await
        .expect_problem(403, "recruiter_required");
    let recruiter = app.searcher().await.user.client;
    recruiter.post(PATH, json!({"profiles": []})).await.expect_field("/profiles", "required");
    recruiter.get(&format!("{PATH}?limit=51")).await.expect_field("/limit", "out_of_range");
    let noted: i64 =
        sqlx::query_scalar("SELECT count(*) FROM audit_event WHERE kind = 'company.profiles_excluded'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(noted, 0);
}
