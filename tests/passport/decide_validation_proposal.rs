use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::evaluation::{Evaluation, cell, common, ids};

/// A class that asks for two people, and what its trainer proposed for Zoé.
async fn proposed(app: &TestApp, level: i64) -> (Evaluation, String) {
    let class = app.evaluation("Atelier").await;
    class.choose(app, &json!({ "two_people": true })).await;
    let cells = [cell(&class.zoe, &class.skills[0], &common(level))];
    let written = class.try_save(&class.school.trainer.client, &cells).await.expect(200);
    assert_eq!(written["validations"], json!([]));
    let proposal = ids(&written["proposals"]).remove(0);
    (class, proposal)
}

async fn decide(
    class: &Evaluation,
    client: &Client,
    proposal: &str,
    body: Value,
) -> crate::support::client::Answer {
    client.post(&class.org(&format!("/validation-proposals/{proposal}/decision")), body).await
}

#[tokio::test]
async fn what_one_proposes_counts_once_another_has_confirmed_it() {
    let app = TestApp::with_catalogue().await;
    let (class, proposal) = proposed(&app, 3).await;
    let waiting = class.cell(&app, &class.zoe, &class.skills[0]).await;
    assert_eq!((&waiting["status"], &waiting["is_waiting"]), (&json!("in_evaluation"), &json!(true)));
    let mine = class.zoe.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"], json!([]), "nothing counts yet");
    let again = [cell(&class.zoe, &class.skills[0], &common(4))];
    let refused = class.try_save(&class.school.manager.client, &again).await;
    refused.expect_field("/cells/0/skill", "already_waiting");

    let trainer = &class.school.trainer.client;
    let own = decide(&class, trainer, &proposal, json!({ "confirm": true })).await;
    own.expect_problem(403, "second_person_required");
    let manager = &class.school.manager.client;
    let decided = decide(&class, manager, &proposal, json!({ "confirm": true })).await.expect(200);
    assert_eq!((&decided["status"], &decided["may_be_decided"]), (&json!("confirmed"), &json!(false)));
    let listed = manager.get(&class.org("/validations")).await.expect(200);
    let entry = &listed["items"][0];
    assert_eq!(
        (&entry["validator_id"], &entry["confirmed_by_name"], &entry["common_level"]),
        (&json!(class.school.trainer.id), &json!("Marc Membre"), &json!(3))
    );
    let mine = class.zoe.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["searchable"], json!({ "level": 3, "status": "validated" }));
    assert_eq!(
        app.mails_to(&class.zoe.email).await.iter().filter(|mail| mail.subject.contains("évalué")).count(),
        1
    );
    let trail = app.trail(proposal.parse().unwrap()).await;
    let kinds: Vec<&str> = trail.iter().map(|row| row.0.as_str()).collect();
    assert_eq!(kinds, ["passport.validation_proposed", "passport.proposal_decided"]);

    let twice = decide(&class, manager, &proposal, json!({ "confirm": true })).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "confirmed");
}

#[tokio::test]
async fn of_two_who_confirm_at_once_one_does() {
    let app = TestApp::with_catalogue().await;
    let (class, proposal) = proposed(&app, 3).await;
    let second = class.second_trainer(&app).await;
    let yes = || json!({ "confirm": true });
    let (one, two) = tokio::join!(
        decide(&class, &class.school.manager.client, &proposal, yes()),
        decide(&class, &second.client, &proposal, yes())
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let listed = class.school.manager.client.get(&class.org("/validations")).await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_refusal_says_why_and_leaves_nothing() {
    let app = TestApp::with_catalogue().await;
    let (class, proposal) = proposed(&app, 3).await;
    let manager = &class.school.manager.client;
    decide(&class, manager, &proposal, json!({ "confirm": false })).await.expect_field("/reason", "required");
    let refusal = json!({ "confirm": false, "reason": "Épreuve à refaire" });
    assert_eq!(decide(&class, manager, &proposal, refusal).await.expect(200)["status"], "refused");
    assert_eq!(class.cell(&app, &class.zoe, &class.skills[0]).await, json!(null));
    // Another may be proposed.
    let cells = [cell(&class.zoe, &class.skills[0], &common(4))];
    class.try_save(&class.school.trainer.client, &cells).await.expect(200);
}

#[tokio::test]
async fn what_was_proposed_on_another_ground_is_not_confirmed() {
    let app = TestApp::with_catalogue().await;
    let (class, proposal) = proposed(&app, 3).await;
    // The organisation validated the skill at large meanwhile.
    let body = json!({
        "person_id": class.zoe.id, "skill": class.skills[0], "grid_id": class.school.grid, "step": 2,
    });
    class.school.trainer.client.post(&class.org("/validations"), body).await.expect(201);
    let moved = decide(&class, &class.school.manager.client, &proposal, json!({ "confirm": true })).await;
    assert_eq!(moved.expect_problem(412, "stale")["current"]["cells"][0]["version"], 1);
}

#[tokio::test]
async fn others_decide_nothing() {
    let app = TestApp::with_catalogue().await;
    let (class, proposal) = proposed(&app, 3).await;
    let yes = || json!({ "confirm": true });
    decide(&class, &class.ali.client, &proposal, yes()).await.expect_problem(403, "forbidden");
    decide(&class, &class.outsider(&app).await.client, &proposal, yes())
        .await
        .expect_problem(404, "not_found");
    let other = app.evaluation("Ailleurs").await;
    decide(&class, &other.school.manager.client, &proposal, yes()).await.expect_problem(404, "not_found");
    let there = other.org(&format!("/validation-proposals/{proposal}/decision"));
    other.school.manager.client.post(&there, yes()).await.expect_problem(404, "not_found");
    let unknown = uuid::Uuid::nil().to_string();
    decide(&class, &class.school.manager.client, &unknown, yes()).await.expect_problem(404, "not_found");
    app.suspend(&class.school.organisation).await;
    let suspended = decide(&class, &class.school.manager.client, &proposal, yes()).await;
    suspended.expect_problem(409, "organisation_suspended");
}
