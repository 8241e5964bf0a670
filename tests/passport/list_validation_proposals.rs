use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::{cell, common};

#[tokio::test]
async fn what_waits_is_listed_to_those_who_may_decide() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    class.choose(&app, &json!({ "two_people": true })).await;
    let cells =
        [cell(&class.zoe, &class.skills[0], &common(3)), cell(&class.ali, &class.skills[0], &common(4))];
    class.try_save(&class.school.trainer.client, &cells).await.expect(200);
    let path = class.org("/validation-proposals");
    let list = class.school.manager.client.get(&path).await.expect(200);
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(
        (&items[0]["step_name"], &items[0]["proposed_by"], &items[0]["status"], &items[0]["may_be_decided"]),
        (&json!("Autonome"), &json!(class.school.trainer.id), &json!("waiting"), &json!(true))
    );
    let own = class.school.trainer.client.get(&path).await.expect(200);
    assert_eq!(own["items"][0]["may_be_decided"], false, "another decides");
    let first = class.school.manager.client.get(&format!("{path}?limit=1")).await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = class.school.manager.client.get(&format!("{path}?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!((&rest["items"][0]["id"], &rest["next_cursor"]), (&items[1]["id"], &json!(null)));
    let session = class.session["id"].as_str().unwrap();
    let of = class.school.manager.client.get(&format!("{path}?session_id={session}")).await.expect(200);
    assert_eq!(of["items"].as_array().unwrap().len(), 2);
    let elsewhere = format!("{path}?session_id={}", uuid::Uuid::nil());
    assert_eq!(class.school.manager.client.get(&elsewhere).await.expect(200)["items"], json!([]));

    assert_eq!(class.outsider(&app).await.client.get(&path).await.expect(200)["items"], json!([]));
    class.zoe.client.get(&path).await.expect_problem(403, "forbidden");
    let other = app.evaluation("Ailleurs").await;
    other.school.manager.client.get(&path).await.expect_problem(404, "not_found");
}
