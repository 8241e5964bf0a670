use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::cell;

#[tokio::test]
async fn an_entry_opens_with_its_proof() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let mut wish = cell(&class.zoe, &class.skills[1], &class.step(2));
    wish["evidence"] = json!([{ "title": "Observation", "note": "Vu en atelier." }]);
    let entry = class.save(&app, &[wish]).await.remove(0);
    let proof = class.zoe.client.get(&format!("/me/passport/entries/{entry}")).await.expect(200);
    assert_eq!(
        (&proof["status"], &proof["organisation_id"], &proof["session_title"]),
        (&json!("validated"), &json!(class.school.organisation.id), &class.session["title"])
    );
    assert_eq!(
        (
            &proof["entry"]["step_name"],
            &proof["entry"]["validator_name"],
            &proof["entry"]["organisation"]["name"]
        ),
        (&json!("Acquis"), &json!("Farida Membre"), &json!("Atelier"))
    );
    assert_eq!(
        (&proof["scale"]["name"], &proof["scale"]["steps"][3]["name"]),
        (&json!("Grille"), &json!("Reconnu"))
    );
    assert_eq!(
        (&proof["evidence"][0]["kind"], &proof["evidence"][0]["note"]),
        (&json!("note"), &json!("Vu en atelier."))
    );
    // The opening of the chain, then this.
    assert_eq!(proof["link"]["number"], 2);
    assert_eq!(proof["link"]["sha256"].as_str().unwrap().len(), 64);

    let path = format!("/me/passport/entries/{entry}");
    class.ali.client.get(&path).await.expect_problem(404, "not_found");
    class.school.trainer.client.get(&path).await.expect_problem(404, "not_found");
    class
        .zoe
        .client
        .get(&format!("/me/passport/entries/{}", uuid::Uuid::nil()))
        .await
        .expect_problem(404, "not_found");
}
