//! A session is evaluated: a trainer fills the grid, a recruiter finds it, the person reads, answers and is answered, a
//! mistake is put right, and what was revoked is found no more.

use carnet::passport::verify_chains;
use serde_json::{Value, json};

use super::{each, faults, list, one};
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::companies::SIRET;
use crate::support::evaluation::{Evaluation, cell, common};
use crate::support::search::SearchApp;

/// How many profiles a recruiter finds with the skill validated at this level or above.
async fn found(recruiter: &Client, skill: &str, level: i64) -> Value {
    let criteria = json!([{ "skill": skill, "min_level": level, "status": "validated" }]);
    recruiter.post("/profile-search", json!({ "criteria": criteria })).await.expect(200)["total"].clone()
}

async fn becomes_visible(person: &Client) {
    let told = person.get("/me/visibility").await.expect(200);
    let yes = json!({ "visible": true, "policy_version": told["policy_version"] });
    person.put("/me/visibility", yes).await.expect(200);
}

/// The trainer looks before writing, and is told what cannot be.
async fn the_trainer_previews(class: &Evaluation, cells: &Value) {
    let trainer = &class.school.trainer.client;
    let mut wrong = cells.clone();
    wrong["cells"][2]["level"] = json!({ "common_level": 9 });
    let shown = trainer.post(&class.path("/preview"), &wrong).await.expect(200);
    assert_eq!(each(list(&shown, "cells"), "action"), ["write", "write", "refuse"]);
    let refused = trainer.post(&class.path(""), &wrong).await.expect_problem(422, "invalid_request");
    assert_eq!(faults(&refused), [("/cells/2/level".to_owned(), "unknown_level".to_owned())]);
    let shown = trainer.post(&class.path("/preview"), cells).await.expect(200);
    assert_eq!(each(list(&shown, "cells"), "step_name"), ["Expert", "Non acquis", "Acquis"]);
    let grid = trainer.get(&class.path("")).await.expect(200);
    assert_eq!(list(&grid, "cells").len(), 0, "nothing was written");
}

/// Zoé reads her passport, and answers what she does not agree with.
async fn the_person_answers(class: &Evaluation) -> String {
    let zoe = &class.zoe.client;
    let events = zoe.get("/me/passport/entries").await.expect(200);
    let mut kinds = each(list(&events, "items"), "kind");
    kinds.sort_unstable();
    assert_eq!(kinds, ["not_acquired", "validated"]);
    let refused =
        one(list(&events, "items"), "kind", "not_acquired")["entry_id"].as_str().unwrap().to_owned();
    let proof = zoe.get(&format!("/me/passport/entries/{refused}")).await.expect(200);
    assert_eq!(
        (&proof["status"], &proof["entry"]["step_name"]),
        (&json!("not_acquired"), &json!("Non acquis"))
    );
    let say = json!({ "text": "L’épreuve a été interrompue par une panne." });
    let reply = zoe.post(&format!("/me/passport/entries/{refused}/replies"), say).await.expect(201);
    assert_eq!(reply["due_on"], "2026-04-02");
    refused
}

/// The manager reads the reply, answers, and the trainer evaluates again.
async fn the_organisation_answers(app: &TestApp, class: &Evaluation, refused: &str) {
    let manager = &class.school.manager.client;
    let waiting = manager.get(&class.org("/validation-replies?state=open")).await.expect(200);
    let reply = one(list(&waiting, "items"), "validation_id", refused);
    assert_eq!(reply["reply"]["text"], "L’épreuve a été interrompue par une panne.");
    let answer = class.org(&format!("/validation-replies/{}/answer", reply["reply"]["id"].as_str().unwrap()));
    manager.post(&answer, json!({ "text": "Vous la repasserez lundi." })).await.expect(200);
    let mail = app.mails_to(&class.zoe.email).await.pop().unwrap();
    assert!(mail.body.contains("Vous la repasserez lundi."), "{}", mail.body);
    let mut again = cell(&class.zoe, &class.skills[1], &class.step(2));
    again["version"] = json!(1);
    again["reason"] = json!("Épreuve repassée");
    let trainer = &class.school.trainer.client;
    trainer.post(&class.path(""), json!({ "cells": [again] })).await.expect(200);
    let former = class.zoe.client.get(&format!("/me/passport/entries/{refused}")).await.expect(200);
    assert_eq!(
        (&former["status"], &former["replies"][0]["answer"]),
        (&json!("superseded"), &json!("Vous la repasserez lundi."))
    );
}

#[tokio::test]
async fn a_session_is_evaluated_found_answered_and_put_right() {
    let app = SearchApp::keep(TestApp::with_catalogue().await).await;
    let class = app.evaluation("Atelier").await;
    becomes_visible(&class.zoe.client).await;
    let recruiter = app.recruiter_granted(SIRET).await.user.client;
    let cells = json!({ "cells": [
        cell(&class.zoe, &class.skills[0], &common(4)),
        cell(&class.zoe, &class.skills[1], &json!({ "not_acquired": true })),
        cell(&class.ali, &class.skills[1], &class.step(2)),
    ] });
    the_trainer_previews(&class, &cells).await;
    let written = class.school.trainer.client.post(&class.path(""), &cells).await.expect(200);
    app.settled().await;
    assert_eq!(found(&recruiter, &class.skills[0], 4).await, 1, "Zoé is visible");
    assert_eq!(
        found(&recruiter, &class.skills[1], 1).await,
        0,
        "not acquired is no validation; Ali is not visible"
    );

    let refused = the_person_answers(&class).await;
    the_organisation_answers(&app, &class, &refused).await;
    app.settled().await;
    assert_eq!(found(&recruiter, &class.skills[1], 3).await, 1);

    // One level too many was typed: the correction is there before its answer.
    let mut lower = cell(&class.zoe, &class.skills[0], &common(3));
    lower["version"] = json!(1);
    lower["reason"] = json!("Erreur de saisie");
    class.school.trainer.client.post(&class.path(""), json!({ "cells": [lower] })).await.expect(200);
    assert_eq!(found(&recruiter, &class.skills[0], 4).await, 0);
    let map = class.zoe.client.get("/me/passport/map").await.expect(200);
    let skill = one(list(&map, "items"), "code", &class.skills[0]);
    assert_eq!(skill["organisations"][0]["current"]["common_level"], 3);

    // What was revoked is found no more, and stays in the passport with its reason.
    let entry = skill["organisations"][0]["current"]["id"].as_str().unwrap();
    let reason = json!({ "reason_code": "fraud", "reason": "Épreuve passée par un tiers" });
    let revoke = class.org(&format!("/validations/{entry}/revoke"));
    class.school.manager.client.post(&revoke, reason).await.expect(201);
    assert_eq!(found(&recruiter, &class.skills[0], 1).await, 0);
    let told =
        class.zoe.client.get(&format!("/me/passport/entries?skill={}", class.skills[0])).await.expect(200);
    let mut kinds = each(list(&told, "items"), "kind");
    kinds.sort_unstable();
    assert_eq!(kinds, ["revoked", "superseded", "validated", "validated"]);

    let first = written["validations"][0].as_str().unwrap();
    let proof = class.zoe.client.get(&format!("/me/passport/entries/{first}")).await.expect(200);
    assert_eq!((&proof["status"], &proof["entry"]["step_name"]), (&json!("superseded"), &json!("Expert")));
    let report = verify_chains(&app.state).await.unwrap();
    assert_eq!((report.passports, report.faults), (2, Vec::<String>::new()));
}
