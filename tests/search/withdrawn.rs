use serde_json::{Value, json};

use super::random::OWN_SIREN;
use crate::support::client::Client;
use crate::support::search::{SearchApp, hit_ids};
use crate::support::users::User;

const EVERYTHING: &[&str] = &["rome", "skills", "levels", "statuses"];

/// A person with one rare skill, visible or not.
async fn rare(app: &SearchApp, name: &str) -> User {
    let user = app.person(name, "Rare").await;
    sqlx::query(
        "INSERT INTO declared_skill (person_id, skill_code, level, skill_label, rome_release, declared_at)
         VALUES ($1, 112, 2, '', 60, now())",
    )
    .bind(user.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    user
}

async fn switch(user: &User, visible: bool) {
    let body = json!({ "visible": visible, "policy_version": "2026-11" });
    user.client.put("/me/visibility", body).await.expect(200);
}

/// What a recruiter sees of the rare skill: by criterion, by name, and with no condition at all.
async fn look(recruiter: &Client) -> [Value; 3] {
    let by_skill = json!({ "criteria": [{ "skill": "112" }], "facets": EVERYTHING });
    let by_name = json!({ "name": "rare", "facets": EVERYTHING });
    let everyone = json!({ "facets": EVERYTHING, "limit": 50 });
    let mut seen = [Value::Null, Value::Null, Value::Null];
    for (place, body) in seen.iter_mut().zip([by_skill, by_name, everyone]) {
        *place = recruiter.post("/profile-search", body).await.expect(200);
    }
    seen
}

/// Checks that the person is in no hit and no count.
fn assert_absent(seen: &[Value; 3], user: &User, others: u64) {
    for answer in seen {
        assert_eq!(answer["total"], others, "{answer}");
        assert!(!hit_ids(answer).contains(&user.profile.0));
        for skill in answer["facets"]["skills"].as_array().unwrap() {
            assert_eq!(skill["count"], others, "{answer}");
        }
        for level in answer["facets"]["levels"].as_array().unwrap() {
            assert!(level["count"].as_u64().unwrap() <= others, "{answer}");
        }
        for place in answer["facets"]["rome"].as_array().unwrap() {
            assert_eq!(place["count"], others, "{answer}");
        }
    }
}

#[tokio::test]
async fn whoever_withdraws_is_gone_when_it_is_answered() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let ines = rare(&app, "Inès").await;
    assert_absent(&look(&recruiter).await, &ines, 0);
    for _ in 0..5 {
        switch(&ines, true).await;
        app.settled().await;
        assert_eq!(look(&recruiter).await[0]["total"], 1);
        let profile = format!("/profiles/{}", ines.profile);
        recruiter.get(&profile).await.expect(200);
        switch(&ines, false).await;
        assert_absent(&look(&recruiter).await, &ines, 0);
        recruiter.get(&profile).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_withdrawal_holds_even_while_the_index_stands_still() {
    let mut app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let (ines, zoe) = (rare(&app, "Inès").await, rare(&app, "Zoé").await);
    switch(&ines, true).await;
    switch(&zoe, true).await;
    app.settled().await;
    app.stop_keeper().await;
    switch(&ines, false).await;
    assert_absent(&look(&recruiter).await, &ines, 1);
    app.start_keeper();
    app.settled().await;
    assert_absent(&look(&recruiter).await, &ines, 1);
    switch(&zoe, false).await;
    assert_absent(&look(&recruiter).await, &zoe, 0);
}

#[tokio::test]
async fn an_index_that_may_have_missed_a_withdrawal_answers_nothing() {
    let mut app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let ines = rare(&app, "Inès").await;
    switch(&ines, true).await;
    app.settled().await;
    app.stop_keeper().await;
    // Long silent, the copy was taken off the register: no mark is kept for it any more.
    sqlx::query("DELETE FROM index_node").execute(&app.state.pool).await.unwrap();
    switch(&ines, false).await;
    let body = json!({ "criteria": [{ "skill": "112" }] });
    recruiter.post("/profile-search", &body).await.expect_problem(503, "search_unavailable");
    app.start_keeper();
    app.ready().await;
    assert_eq!(recruiter.post("/profile-search", &body).await.expect(200)["total"], 0);
}

#[tokio::test]
async fn whoever_blocks_a_company_is_gone_for_it_and_only_for_it() {
    let app = SearchApp::start().await;
    let own = app.searcher().await.user.client;
    let other = app.recruiter_granted("55210055400013").await.user.client;
    let ines = rare(&app, "Inès").await;
    switch(&ines, true).await;
    app.settled().await;
    for _ in 0..3 {
        assert_eq!(look(&own).await[0]["total"], 1);
        ines.client.put(&format!("/me/blocked-companies/{OWN_SIREN}"), ()).await.expect(200);
        assert_absent(&look(&own).await, &ines, 0);
        own.get(&format!("/profiles/{}", ines.profile)).await.expect_problem(404, "not_found");
        assert_eq!(look(&other).await[0]["total"], 1);
        other.get(&format!("/profiles/{}", ines.profile)).await.expect(200);
        ines.client.delete(&format!("/me/blocked-companies/{OWN_SIREN}")).await.expect(204);
    }
}

#[tokio::test]
async fn a_block_made_while_hidden_counts_once_visible() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let ines = rare(&app, "Inès").await;
    ines.client.put(&format!("/me/blocked-companies/{OWN_SIREN}"), ()).await.expect(200);
    assert_absent(&look(&recruiter).await, &ines, 0);
    switch(&ines, true).await;
    app.settled().await;
    assert_absent(&look(&recruiter).await, &ines, 0);
}
