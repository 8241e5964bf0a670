use carnet::orgs::Role;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::evaluation::{cell, common};

async fn skill(client: &Client, code: &str) -> Value {
    let map = client.get("/me/passport/map").await.expect(200);
    let items = map["items"].as_array().unwrap();
    items.iter().find(|item| item["code"] == code).cloned().unwrap_or_default()
}

#[tokio::test]
async fn organisations_stand_side_by_side_and_nothing_is_merged() {
    let app = TestApp::with_catalogue().await;
    let (class, other) = (app.evaluation("Atelier").await, app.workshop("École du Rhône").await);
    let code = class.skills[0].clone();
    class.zoe.client.put(&format!("/me/skills/{code}"), json!({ "level": 1 })).await.expect(200);
    class.validate(&app, 2).await;
    app.join(&other.organisation, &class.zoe, Role::Trainee).await;
    let body = json!({ "person_id": class.zoe.id, "skill": code, "grid_id": other.grid, "step": 2 });
    other.trainer.client.post(&other.path(), body).await.expect(201);
    let told = skill(&class.zoe.client, &code).await;
    assert_eq!((&told["declared_level"], &told["last_proof_on"]), (&json!(1), &json!("2026-03-03")));
    assert_eq!(told["searchable"], json!({ "level": 3, "status": "validated" }));
    let levels: Vec<_> = told["organisations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            (it["organisation_name"].as_str().unwrap(), it["current"]["common_level"].as_i64().unwrap())
        })
        .collect();
    assert_eq!(levels, [("Atelier", 2), ("École du Rhône", 3)]);
    let first = &told["organisations"][0];
    assert_eq!(
        (&first["level_rule"], &first["status"], &first["entries"], &first["is_attested"]),
        (&json!("highest"), &json!("validated"), &json!(1), &json!(false))
    );
}

#[tokio::test]
async fn each_status_is_told() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let code = class.skills[0].clone();
    let status = async || {
        let zoe = app.renewed(&class.zoe);
        skill(&zoe.client, &code).await["organisations"][0]["status"].clone()
    };
    assert_eq!(skill(&class.zoe.client, &code).await, json!(null));
    class.choose(&app, &json!({ "two_people": true })).await;
    class.try_save(&class.school.trainer.client, &[cell(&class.zoe, &code, &common(3))]).await.expect(200);
    assert_eq!(status().await, "in_evaluation");
    let proposals = class.school.manager.client.get(&class.org("/validation-proposals")).await.expect(200);
    let id = proposals["items"][0]["id"].as_str().unwrap();
    let decision = class.org(&format!("/validation-proposals/{id}/decision"));
    class.school.manager.client.post(&decision, json!({ "confirm": true })).await.expect(200);
    assert_eq!(status().await, "validated");
    let entry = class.cell(&app, &class.zoe, &code).await["current"]["id"].as_str().unwrap().to_owned();
    let revoke = class.org(&format!("/validations/{entry}/revoke"));
    let reason = json!({ "reason_code": "fraud", "reason": "Épreuve passée par un tiers" });
    class.school.manager.client.post(&revoke, reason).await.expect(201);
    assert_eq!(status().await, "revoked");
    assert_eq!(skill(&class.zoe.client, &code).await["last_proof_on"], json!(null));

    class.choose(&app, &json!({ "two_people": false })).await;
    let mut failed = cell(&class.zoe, &code, &json!({ "not_acquired": true }));
    failed["version"] = json!(2);
    class.save(&app, &[failed]).await;
    assert_eq!(status().await, "not_acquired");
    let mut short = cell(&class.zoe, &code, &common(3));
    short["version"] = json!(3);
    short["reason"] = json!("Seconde épreuve réussie");
    short["expires_on"] = json!("2026-03-05");
    class.save(&app, &[short]).await;
    assert_eq!(status().await, "validated");
    app.advance(chrono::Duration::days(3));
    assert_eq!(status().await, "expired");
}
