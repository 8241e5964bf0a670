use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::evaluation::{Evaluation, cell, common};

/// Zoé's passport: declared, validated, corrected, answered; another skill not acquired.
async fn filled(app: &TestApp) -> Evaluation {
    let class = app.evaluation("Atelier").await;
    let declare = format!("/me/skills/{}", class.skills[0]);
    class.zoe.client.put(&declare, json!({ "level": 1 })).await.expect(200);
    app.advance(chrono::Duration::minutes(1));
    let entry = class.validate(app, 4).await;
    app.advance(chrono::Duration::minutes(1));
    let mut lower = cell(&class.zoe, &class.skills[0], &common(2));
    lower["version"] = json!(1);
    lower["reason"] = json!("Erreur de saisie");
    class.save(app, &[lower]).await;
    app.advance(chrono::Duration::minutes(1));
    class.save(app, &[cell(&class.zoe, &class.skills[1], &json!({ "not_acquired": true }))]).await;
    app.advance(chrono::Duration::minutes(1));
    let say = json!({ "text": "C’était bien quatre." });
    let zoe = app.renewed(&class.zoe).client;
    zoe.post(&format!("/me/passport/entries/{entry}/replies"), say).await.expect(201);
    class
}

fn kinds(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn everything_that_happened_is_told_newest_first_and_page_by_page() {
    let app = TestApp::with_catalogue().await;
    let class = filled(&app).await;
    let zoe = app.renewed(&class.zoe).client;
    let all = zoe.get("/me/passport/entries").await.expect(200);
    let expected = ["replied", "not_acquired", "validated", "superseded", "validated", "declared"];
    assert_eq!(kinds(&all), expected);
    let first = &all["items"][0];
    assert_eq!(
        (&first["text"], &first["organisation_name"]),
        (&json!("C’était bien quatre."), &json!("Atelier"))
    );
    assert_eq!(all["items"][3]["text"], "Erreur de saisie");
    assert_eq!((&all["items"][5]["entry_id"], &all["items"][5]["common_level"]), (&json!(null), &json!(1)));

    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = zoe.get(&format!("/me/passport/entries?limit=2{cursor}")).await.expect(200);
        paged.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(json!(paged), all["items"]);
}

#[tokio::test]
async fn it_is_filtered_by_skill_organisation_kind_and_days() {
    let app = TestApp::with_catalogue().await;
    let class = filled(&app).await;
    let zoe = app.renewed(&class.zoe).client;
    let of = async |query: String| {
        let page = zoe.get(&format!("/me/passport/entries?{query}")).await.expect(200);
        kinds(&page).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(of(format!("skill={}", class.skills[1])).await, ["not_acquired"]);
    assert_eq!(of("kind=superseded".to_owned()).await, ["superseded"]);
    assert_eq!(
        of(format!("organisation_id={}", class.school.organisation.id)).await.len(),
        5,
        "declarations are by none"
    );
    assert_eq!(of(format!("organisation_id={}", uuid::Uuid::nil())).await.len(), 0);
    assert_eq!(of("from=2026-03-03&to=2026-03-03".to_owned()).await.len(), 6);
    assert_eq!(of("from=2026-03-04".to_owned()).await.len(), 0);
    assert_eq!(of("to=2026-03-02".to_owned()).await.len(), 0);
    zoe.get("/me/passport/entries?skill=abc").await.expect_field("/skill", "unknown_skill");
    zoe.get("/me/passport/entries?kind=other").await.expect_problem(422, "invalid_request");
    zoe.get("/me/passport/entries?cursor=x").await.expect_field("/cursor", "invalid_cursor");
    app.anonymous().get("/me/passport/entries").await.expect_problem(401, "unauthenticated");
    let ali = app.renewed(&class.ali).client;
    assert_eq!(ali.get("/me/passport/entries").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn the_end_of_a_validity_is_an_event_of_the_day_after_in_paris() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let mut cell = cell(&class.zoe, &class.skills[0], &common(3));
    cell["expires_on"] = json!("2026-03-10");
    class.save(&app, &[cell]).await;
    app.go_to("2026-03-10T22:59:00Z");
    let zoe = app.renewed(&class.zoe).client;
    assert_eq!(kinds(&zoe.get("/me/passport/entries").await.expect(200)), ["validated"]);
    app.advance(chrono::Duration::minutes(2));
    let page = zoe.get("/me/passport/entries").await.expect(200);
    assert_eq!(kinds(&page), ["expired", "validated"]);
    assert_eq!(page["items"][0]["at"], "2026-03-10T23:00:00Z");
}
