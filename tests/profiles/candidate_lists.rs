use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::send;
use crate::support::companies::SIRET;
use crate::support::lists::{list, put_on};
use crate::support::search::{SearchApp, someone};

const LISTS: &str = "/candidate-lists";

#[tokio::test]
async fn a_list_is_its_makers_alone() {
    let app = SearchApp::start().await;
    let (recruiter, colleague) = (app.searcher().await, app.recruiter_granted(SIRET).await);
    let body = json!({"name": " Soudeurs ", "description": "Pour le chantier\nde mai"});
    let answer = recruiter.user.client.post(LISTS, &body).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let made = answer.expect(201);
    assert_eq!(
        (&made["name"], &made["description"], &made["access"], &made["owner"]["id"]),
        (&json!("Soudeurs"), &json!("Pour le chantier\nde mai"), &json!("owner"), &json!(recruiter.id))
    );
    assert_eq!(made["counts"], json!({"to_contact": 0, "contacted": 0, "answered": 0, "total": 0}));
    let path = format!("{LISTS}/{}", made["id"].as_str().unwrap());
    assert_eq!(recruiter.user.client.get(&path).await.expect(200), made);
    assert_eq!(recruiter.user.client.get(LISTS).await.expect(200)["items"], json!([made]));

    // An admin of the same company, and somebody of another one.
    let elsewhere = app.recruiter_granted("18004623700012").await;
    let unknown = format!("{LISTS}/{}", uuid::Uuid::nil());
    for other in [&colleague, &elsewhere] {
        let hidden = other.user.client.get(&path).await.expect_problem(404, "not_found");
        assert_eq!(other.user.client.get(&unknown).await.expect_problem(404, "not_found"), hidden);
        assert_eq!(other.user.client.get(LISTS).await.expect(200)["items"], json!([]));
        other.user.client.delete(&path).await.expect_problem(404, "not_found");
        other
            .user
            .client
            .put_at(&path, &json!(1), json!({"name": "A"}))
            .await
            .expect_problem(404, "not_found");
    }
    app.anonymous().get(LISTS).await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin").await.client.get(LISTS).await.expect_problem(403, "recruiter_required");
}

#[tokio::test]
async fn every_fault_is_named() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    recruiter.post(LISTS, json!({"name": " "})).await.expect_field("/name", "required");
    let long = json!({"name": "x".repeat(101), "description": "x".repeat(1001)});
    let problem = recruiter.post(LISTS, long).await.expect_field("/name", "too_long");
    assert_eq!(problem["errors"].as_array().unwrap().len(), 2);
    recruiter.post(LISTS, json!({"name": "A\nB"})).await.expect_field("/name", "invalid_characters");
    recruiter.post(LISTS, json!({"name": "A", "owner": "x"})).await.expect_field("/owner", "unknown_field");
}

#[tokio::test]
async fn two_windows_that_write_at_the_same_time_notice() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let path = list(&recruiter, "Soudeurs").await;
    let body = json!({"name": "Soudeuses", "description": "Mai"});
    let written = recruiter.put_at(&path, &json!(1), &body).await.expect(200);
    assert_eq!((&written["version"], &written["name"]), (&json!(2), &json!("Soudeuses")));
    let stale = recruiter.put_at(&path, &json!(1), &body).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["name"], "Soudeuses", "{stale}");
    recruiter.put(&path, &body).await.expect_problem(428, "precondition_required");
    let writers = (0..5).map(|_| send(recruiter.starting_from(Method::PUT, &path, &json!(2)).json(&body)));
    let answers = futures::future::join_all(writers).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
}

#[tokio::test]
async fn a_list_goes_with_its_lines_and_the_people_notice_nothing() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let person = app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    let path = list(&recruiter, "Soudeurs").await;
    put_on(&recruiter, &path, &[person]).await;
    recruiter.delete(&path).await.expect(204);
    recruiter.delete(&path).await.expect_problem(404, "not_found");
    let left: (i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM candidate_list_entry), (SELECT count(*) FROM notification)",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(left, (0, 0));
    let noted: Vec<(String, Option<Value>)> =
        sqlx::query_as("SELECT kind, after FROM audit_event WHERE kind LIKE 'candidate_list.%' ORDER BY id")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(
        noted,
        [
            ("candidate_list.written".to_owned(), Some(json!({"created": true}))),
            ("candidate_list.people_added".to_owned(), Some(json!({"people": 1}))),
            ("candidate_list.deleted".to_owned(), None),
        ],
        "no name of a list, nor of a person"
    );
}

#[tokio::test]
async fn newest_first_page_by_page() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    for number in 0..5 {
        list(&recruiter, &format!("Liste {number}")).await;
    }
    let names = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    let first = recruiter.get(&format!("{LISTS}?limit=3")).await.expect(200);
    let next = format!("{LISTS}?limit=3&cursor={}", first["next_cursor"].as_str().unwrap());
    let second = recruiter.get(&next).await.expect(200);
    assert_eq!(
        [names(&first), names(&second)].concat(),
        ["Liste 4", "Liste 3", "Liste 2", "Liste 1", "Liste 0"]
    );
    assert_eq!(second["next_cursor"], json!(null));
}

#[tokio::test]
async fn a_company_has_five_hundred_lists_and_no_more_even_at_once() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    sqlx::query(
        "INSERT INTO candidate_list (id, company_id, owner_id, name, description, version, created_at, updated_at)
         SELECT gen_random_uuid(), company_id, id, 'Liste', '', 1, now(), now() FROM recruiter, generate_series(1, 498)
         WHERE id = $1",
    )
    .bind(recruiter.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    let client = &recruiter.user.client;
    let answers =
        futures::future::join_all((0..6).map(|_| client.post(LISTS, json!({"name": "Encore"})))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 2);
    for answer in answers.into_iter().filter(|answer| answer.status != 201) {
        answer.expect_problem(409, "too_many_lists");
    }
}
