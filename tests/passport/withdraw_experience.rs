use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::mine;

#[tokio::test]
async fn what_is_taken_back_is_gone_before_the_answer() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let mut index = app.watch_index().await;
    let after = dossier.person.client.post(&dossier.mine("/withdraw"), ()).await.expect(200);
    assert_eq!(after["status"], "withdrawn");
    assert_eq!(after["submissions"][0]["status"], "withdrawn");
    assert_eq!(index.look().await, (vec![(dossier.person.profile, true)], 1));
    assert_eq!(dossier.person.client.get("/me/skills").await.expect(200)["items"], json!([]));
    // To the organisation it does not exist any more.
    dossier.admin.client.get(&dossier.path("")).await.expect_problem(404, "not_found");
    let file = dossier.path(&format!("/proofs/{}/file", dossier.proof));
    dossier.admin.client.get(&file).await.expect_problem(404, "not_found");
    let queue = dossier.organisation.path("/experience-submissions");
    assert_eq!(dossier.admin.client.get(&queue).await.expect(200)["items"], json!([]));
    let again = dossier.person.client.post(&dossier.mine("/withdraw"), ()).await;
    assert_eq!(again.expect_problem(409, "illegal_transition")["current_state"], "withdrawn");
}

#[tokio::test]
async fn what_was_attested_outlives_it_and_its_proofs_do_not() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    dossier.admin.client.post(&dossier.path("/decide"), dossier.decision(2)).await.expect(200);
    dossier.person.client.post(&dossier.mine("/withdraw"), ()).await.expect(200);
    let seen = dossier.person.client.get("/me/skills").await.expect(200);
    let items = seen["items"].as_array().unwrap();
    assert_eq!(items.len(), 1, "the refused claim went with the experience");
    assert_eq!(items[0]["searchable"], json!({"level": 3, "status": "validated"}));
    let review = dossier.admin.client.get(&dossier.path("")).await.expect(200);
    assert_eq!((&review["withdrawn"], &review["status"]), (&json!(true), &json!("completed")));
    let file = dossier.path(&format!("/proofs/{}/file", dossier.proof));
    dossier.admin.client.get(&file).await.expect_problem(410, "proof_removed");
}

#[tokio::test]
async fn only_its_person_takes_it_back_and_no_draft_is() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    dossier.admin.client.post(&dossier.mine("/withdraw"), ()).await.expect_problem(404, "not_found");
    app.anonymous().post(&dossier.mine("/withdraw"), ()).await.expect_problem(401, "unauthenticated");
    let draft = dossier.person.client.post("/me/experiences", json!({"title": "a"})).await.expect(201);
    let path = mine(draft["id"].as_str().unwrap(), "/withdraw");
    let problem = dossier.person.client.post(&path, ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "draft");
}

#[tokio::test]
async fn a_decision_and_a_withdrawal_at_once_follow_one_another() {
    let app = TestApp::with_catalogue().await;
    for _ in 0..4 {
        let dossier = app.dossier("École du Rhône").await;
        let (withdrawal, decision) = (dossier.mine("/withdraw"), dossier.path("/decide"));
        let (taken, decided) = tokio::join!(
            dossier.person.client.post(&withdrawal, ()),
            dossier.admin.client.post(&decision, dossier.decision(2))
        );
        taken.expect(200);
        let seen = dossier.person.client.get(&dossier.mine("")).await.expect(200);
        let validations: i64 = sqlx::query_scalar("SELECT count(*) FROM validation WHERE person_id = $1")
            .bind(dossier.person.id)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
        // Either the decision came first and stands, or it found nothing to decide: never half of each.
        match decided.status.as_u16() {
            200 => assert_eq!((&seen["submissions"][0]["status"], validations), (&json!("completed"), 1)),
            404 => assert_eq!((&seen["submissions"][0]["status"], validations), (&json!("withdrawn"), 0)),
            other => panic!("{other}"),
        }
    }
}
