use carnet::passport::{PassportForm, check_bytes};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::exports::{Holder, checked};

async fn prove(holder: &Holder, skill: usize, at_least: Option<u8>) -> Vec<u8> {
    let body = json!({ "skill": holder.skills[skill], "at_least": at_least });
    let client = &holder.workshop.trainee.client;
    let answer =
        client.request(reqwest::Method::POST, "/me/passport/disclosures").json(&body).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 201);
    answer.bytes().await.unwrap().to_vec()
}

#[tokio::test]
async fn a_level_is_proved_without_the_one_that_was_reached() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let proof = prove(&holder, 0, Some(2)).await;
    let found = check_bytes(&proof, &app.seal_keys()).unwrap();
    assert_eq!(found.form, PassportForm::Disclosure);
    let told: Value = serde_json::from_slice(&proof).unwrap();
    assert_eq!(
        (&told["leaf"]["claim"]["kind"], &told["leaf"]["claim"]["level"]),
        (&json!("skill_at_least"), &json!(2))
    );
    // Neither the organisation, nor the step, nor the entry, nor any other skill.
    let text = String::from_utf8(proof).unwrap();
    for hidden in ["Atelier", "Acquis", &holder.valid, &holder.skills[1], &holder.skills[3]] {
        assert!(!text.contains(hidden), "{hidden} is told");
    }
    assert_eq!(told["path"].as_array().unwrap().len(), 6, "how few there are is not told: at least 64");
    assert_eq!(checked(&app, text.as_bytes()).await["standing"], "valid");
}

#[tokio::test]
async fn every_changed_byte_of_a_proof_is_found() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let proof = prove(&holder, 0, None).await;
    assert!(check_bytes(&proof, &app.seal_keys()).is_ok());
    for at in 0..proof.len() {
        let mut changed = proof.clone();
        changed[at] ^= 1;
        assert!(check_bytes(&changed, &app.seal_keys()).is_err(), "byte {at} is not covered");
    }
    // A leaf of somebody else's tree under one's own root proves nothing.
    let other: Value = serde_json::from_slice(&prove(&holder, 0, Some(3)).await).unwrap();
    let mut forged: Value = serde_json::from_slice(&proof).unwrap();
    forged["leaf"]["claim"] = other["leaf"]["claim"].clone();
    assert!(check_bytes(forged.to_string().as_bytes(), &app.seal_keys()).is_err());
}

#[tokio::test]
async fn what_is_not_so_is_not_proved() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let ask = async |body: Value| holder.workshop.trainee.client.post("/me/passport/disclosures", body).await;
    ask(json!({ "skill": holder.skills[0], "at_least": 4 })).await.expect_field("/at_least", "not_validated");
    for skill in [1, 2, 3, 4] {
        ask(json!({ "skill": holder.skills[skill] })).await.expect_field("/skill", "not_validated");
    }
    ask(json!({ "skill": "x" })).await.expect_field("/skill", "unknown_skill");
    ask(json!({ "skill": holder.skills[0], "at_least": 5 })).await.expect_field("/at_least", "out_of_range");
    ask(json!({ "skill": holder.skills[0], "level": 1 })).await.expect_problem(422, "invalid_request");
}

#[tokio::test]
async fn a_proof_does_not_stand_once_what_it_rests_on_is_revoked_and_only_then() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let workshop = &holder.workshop;
    let other = workshop.validate(&app, &workshop.body(&holder.skills[4], 2)).await;
    let proof = prove(&holder, 0, Some(1)).await;
    app.revoke(workshop, &other).await;
    assert_eq!(checked(&app, &proof).await["standing"], "valid", "another skill's fate is nobody's business");
    app.revoke(workshop, &holder.valid).await;
    assert_eq!(checked(&app, &proof).await["standing"], "revoked_since");
}
