use serde_json::{Value, json};

use super::{open, owner};
use crate::support::search::{SearchApp, someone};

#[tokio::test]
async fn each_opening_is_told_to_whoever_was_opened_and_names_no_recruiter() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    let mut ines = someone("Inès", "Lefèvre");
    ines.declared = vec![(101, 2), (104, 4)];
    let ines = app.add(&ines).await;
    let zoe = app.add(&someone("Zoé", "Martin")).await;
    app.settled().await;
    // In results is not opened.
    recruiter.user.client.post("/profile-search", json!({})).await.expect(200);
    open(&app, &recruiter, &ines).await;
    let user = owner(&app, &ines).await;
    let page = user.client.get("/me/profile-accesses").await.expect(200);
    let role: String = sqlx::query_scalar("SELECT role FROM recruiter WHERE id = $1")
        .bind(recruiter.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    let expected = json!([{
        "number": 1,
        "company": { "name": "Ateliers 732829320", "siret": "73282932000074" },
        "role": role,
        "purpose": "search",
        "fields": [
            { "field": "first_name", "count": null },
            { "field": "last_name", "count": null },
            { "field": "skills", "count": 2 },
        ],
        "at": "2026-03-03T08:00:00Z",
    }]);
    assert_eq!(page["items"], expected);
    let other = owner(&app, &zoe).await;
    assert_eq!(other.client.get("/me/profile-accesses").await.expect(200)["items"], json!([]));
    app.anonymous().get("/me/profile-accesses").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn openings_are_views_one_for_one() {
    let app = SearchApp::start_with(&["--limits=on", "--profiles-per-day=12"]).await;
    let recruiter = app.searcher().await;
    let mut hidden = someone("Zoé", "Martin");
    hidden.is_visible = false;
    let (ines, hidden) = (app.add(&someone("Inès", "Lefèvre")).await, app.add(&hidden).await);
    let paths = [&ines, &hidden, &ines].map(|added| format!("/profiles/{}", added.profile));
    let calls = paths.iter().cycle().take(24).map(|path| recruiter.user.client.get(path));
    let answers = futures::future::join_all(calls).await;
    let views = answers.iter().filter(|answer| answer.status == 200).count() as i64;
    assert!(
        views > 0 && answers.iter().any(|it| it.status == 404) && answers.iter().any(|it| it.status == 429)
    );
    let logged: Vec<(uuid::Uuid, i64)> =
        sqlx::query_as("SELECT person_id, count(*) FROM profile_access GROUP BY person_id")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(logged, [(ines.person.0, views)]);
    let report = carnet::sharing::verify_accesses(&app.state).await.unwrap();
    assert_eq!((report.accesses, report.faults.len()), (views as u64, 0), "{report:?}");
}

#[tokio::test]
async fn somebody_on_a_list_or_with_an_offer_is_opened_as_such() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    let ines = app.add(&someone("Inès", "Lefèvre")).await;
    app.shortlist(&recruiter, ines.person).await;
    open(&app, &recruiter, &ines).await;
    let user = owner(&app, &ines).await;
    let page = user.client.get("/me/profile-accesses").await.expect(200);
    assert_eq!(page["items"][0]["purpose"], "list");
    // Once an offer reached them, that is what they are opened for.
    sqlx::query(
        "INSERT INTO company_contact (company_id, person_id, stage, at)
         SELECT company_id, $2, 1, now() FROM recruiter WHERE id = $1",
    )
    .bind(recruiter.id)
    .bind(ines.person)
    .execute(&app.state.pool)
    .await
    .unwrap();
    open(&app, &recruiter, &ines).await;
    let page = user.client.get("/me/profile-accesses").await.expect(200);
    assert_eq!(page["items"][0]["purpose"], "offer");
}

#[tokio::test]
async fn pages_follow_each_other_latest_first() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    let ines = app.add(&someone("Inès", "Lefèvre")).await;
    for _ in 0..5 {
        open(&app, &recruiter, &ines).await;
    }
    let user = owner(&app, &ines).await;
    let mut path = "/me/profile-accesses?limit=2".to_owned();
    let mut seen: Vec<Value> = Vec::new();
    loop {
        let page = user.client.get(&path).await.expect(200);
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["number"].clone()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/me/profile-accesses?limit=2&cursor={cursor}");
    }
    assert_eq!(seen, [5, 4, 3, 2, 1]);
    user.client.get("/me/profile-accesses?cursor=zz").await.expect_field("/cursor", "invalid_cursor");
}
