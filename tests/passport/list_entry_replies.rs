use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::{cell, common};

#[tokio::test]
async fn replies_are_listed_by_what_they_wait_for() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let first = class.validate(&app, 2).await;
    let second = class.save(&app, &[cell(&class.ali, &class.skills[0], &common(2))]).await.remove(0);
    let say = json!({ "text": "Ce n’est pas exact." });
    class.zoe.client.post(&format!("/me/passport/entries/{first}/replies"), &say).await.expect(201);
    app.advance(chrono::Duration::days(31));
    app.renewed(&class.ali)
        .client
        .post(&format!("/me/passport/entries/{second}/replies"), &say)
        .await
        .expect(201);
    let manager = app.renewed(&class.school.manager).client;
    let path = class.org("/validation-replies");
    let entries = async |query: &str| {
        let list = manager.get(&format!("{path}{query}")).await.expect(200);
        let items = list["items"].as_array().unwrap().clone();
        items.into_iter().map(|item| item["validation_id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(entries("").await, [first.clone(), second.clone()]);
    assert_eq!(entries("?state=open").await, [first.clone(), second.clone()]);
    assert_eq!(entries("?state=overdue").await, std::slice::from_ref(&first));
    let list = manager.get(&format!("{path}?state=overdue")).await.expect(200);
    assert_eq!(list["items"][0]["reply"]["is_overdue"], true);
    let answer = format!("{path}/{}/answer", list["items"][0]["reply"]["id"].as_str().unwrap());
    manager.post(&answer, json!({ "text": "Bien reçu." })).await.expect(200);
    assert_eq!(entries("?state=answered").await, [first]);
    assert_eq!(entries("?state=overdue").await, Vec::<String>::new());
    assert_eq!(entries("?limit=1").await.len(), 1);

    let trainer = app.renewed(&class.school.trainer).client;
    trainer.get(&path).await.expect_problem(403, "forbidden");
    let other = app.school("Ailleurs").await;
    other.manager.client.get(&path).await.expect_problem(404, "not_found");
}
