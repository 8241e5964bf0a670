use serde_json::json;

use crate::support::search::{SearchApp, insert_validation, validated};
use crate::support::users::User;

async fn skilled(app: &SearchApp) -> User {
    let ines = app.person("Inès", "Lefèvre").await;
    sqlx::query(
        "INSERT INTO declared_skill (person_id, skill_code, level, skill_label, rome_release, declared_at)
         SELECT $1, s, 2, '', 60, now() FROM unnest(ARRAY[101, 104]) s",
    )
    .bind(ines.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    let mut tx = app.state.pool.begin().await.unwrap();
    insert_validation(&mut tx, app, ines.id, &validated(103, 3)).await;
    tx.commit().await.unwrap();
    ines
}

#[tokio::test]
async fn a_person_sees_before_agreeing_exactly_what_recruiters_will_see() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let ines = skilled(&app).await;
    let before = ines.client.get("/me/profile-preview").await;
    assert_eq!(before.headers["cache-control"], "no-store");
    let before = before.expect(200);
    assert_eq!(before["visible"], false);
    assert_eq!(before["hit"]["skills"].as_array().unwrap().len(), 3);
    let body = json!({ "visible": true, "policy_version": "2026-11" });
    ines.client.put("/me/visibility", body).await.expect(200);
    app.settled().await;
    let mut hit = recruiter.post("/profile-search", json!({})).await.expect(200)["hits"][0].clone();
    hit.as_object_mut().unwrap().remove("match");
    assert_eq!(before["hit"], hit);
    let after = ines.client.get("/me/profile-preview").await.expect(200);
    assert_eq!(after, json!({ "visible": true, "hit": hit }));
}

#[tokio::test]
async fn it_needs_a_session_and_shows_only_oneself() {
    let app = SearchApp::start().await;
    app.anonymous().get("/me/profile-preview").await.expect_problem(401, "unauthenticated");
    skilled(&app).await;
    let zoe = app.person("Zoé", "Martin").await;
    let hit = zoe.client.get("/me/profile-preview").await.expect(200)["hit"].clone();
    let expected =
        json!({ "profile_id": zoe.profile, "first_name": "Zoé", "last_name": "Martin", "skills": [] });
    assert_eq!(hit, expected);
}
