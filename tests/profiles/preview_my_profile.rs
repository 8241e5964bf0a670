use serde_json::{Value, json};

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

const PEUGEOT: &str = "552100554";

async fn look(user: &User, siren: &str) -> Value {
    user.client.get(&format!("/me/profile-preview?siren={siren}")).await.expect(200)
}

#[tokio::test]
async fn it_shows_what_one_company_sees_or_why_it_sees_nothing() {
    let app = SearchApp::start().await;
    let recruiter = app.recruiter_granted("55210055400013").await.user.client;
    let ines = skilled(&app).await;
    let hidden = |why: &str| json!({ "siren": PEUGEOT, "hidden_because": why, "shares": [] });
    let say = async |body: Value| ines.client.put("/me/visibility", body).await.expect(200);
    let preview = look(&ines, PEUGEOT).await;
    assert_eq!(preview, json!({ "visible": false, "hit": null, "company": hidden("not_visible") }));
    say(json!({ "visible": true, "policy_version": "2026-11" })).await;
    app.settled().await;
    let profile = recruiter.get(&format!("/profiles/{}", ines.profile)).await.expect(200);
    let seen = json!({ "visible": true, "hit": profile,
                       "company": { "siren": PEUGEOT, "hidden_because": null, "shares": [] } });
    assert_eq!(look(&ines, PEUGEOT).await, seen);
    assert_eq!(look(&ines, "552%20100%20554").await, seen, "as it is typed");
    say(json!({ "visible": true, "audience": "chosen", "policy_version": "2026-11" })).await;
    let preview = look(&ines, PEUGEOT).await;
    assert_eq!(preview, json!({ "visible": true, "hit": null, "company": hidden("not_chosen") }));
    ines.client.put(&format!("/me/chosen-companies/{PEUGEOT}"), ()).await.expect(200);
    assert_eq!(look(&ines, PEUGEOT).await, seen);
    ines.client.put(&format!("/me/blocked-companies/{PEUGEOT}"), ()).await.expect(200);
    assert_eq!(look(&ines, PEUGEOT).await["company"], hidden("blocked"));
    // Nothing of it is an opening.
    let openings = ines.client.get("/me/profile-accesses").await.expect(200)["items"].clone();
    assert_eq!(openings.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_company_that_uses_carnet_looks_like_one_that_does_not() {
    let app = SearchApp::start().await;
    let recruiter = app.recruiter_granted("55210055400013").await;
    let ines = skilled(&app).await;
    let body = json!({ "visible": true, "policy_version": "2026-11" });
    ines.client.put("/me/visibility", body).await.expect(200);
    app.settled().await;
    app.blind(&recruiter, true).await;
    let known = look(&ines, PEUGEOT).await;
    let unknown = look(&ines, "356000000").await;
    assert_eq!(known["hit"], unknown["hit"]);
    assert_eq!(known["hit"]["first_name"], "Inès");
    // Once it opened the profile there is nothing to keep quiet about: it sees no name, and neither does the preview.
    let opened = recruiter.user.client.get(&format!("/profiles/{}", ines.profile)).await.expect(200);
    assert_eq!(opened["first_name"], Value::Null);
    assert_eq!(look(&ines, PEUGEOT).await["hit"], opened);
}

#[tokio::test]
async fn a_number_people_mistype_is_explained() {
    let app = SearchApp::start().await;
    let ines = skilled(&app).await;
    let ask = async |siren: &str| ines.client.get(&format!("/me/profile-preview?siren={siren}")).await;
    ask("552100555").await.expect_field("/siren", "siren_checksum");
    ask("5521").await.expect_field("/siren", "siren_format");
}
