use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{Dossier, body, mine};
use crate::support::files::pdf;

#[tokio::test]
async fn an_experience_goes_to_organisations_of_one_s_choice() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let mails = app.mails_to(&dossier.admin.email).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(
        mails[0].subject,
        "Une expérience à examiner : « Cheffe de chantier bénévole »"
            .replace("« ", "«\u{a0}")
            .replace(" »", "\u{a0}»")
            .replace(" :", "\u{a0}:")
    );
    assert!(mails[0].body.contains("Inès Lefèvre"));
    // Another one at the same time, in a state of its own; the first one may not have it twice.
    let other = app.organisation("Atelier des métiers").await;
    app.submitted(&dossier.person, &dossier.experience, &other).await;
    let again = json!({"organisation_id": dossier.organisation.id});
    let path = dossier.mine("/submissions");
    dossier.person.client.post(&path, &again).await.expect_problem(409, "already_submitted");
    dossier.admin.client.post(&dossier.path("/refuse"), Dossier::refusal()).await.expect(200);
    let seen = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    assert_eq!(seen["submissions"][0]["status"], "refused");
    assert_eq!(
        (&seen["submissions"][1]["status"], &seen["status"]),
        (&json!("submitted"), &json!("submitted"))
    );
    // Refused, it may be put before the same organisation again.
    let after = dossier.person.client.post(&path, &again).await.expect(201);
    assert_eq!(after["submissions"][2]["round"], 2);
    let trail = app.trail(dossier.experience.parse().unwrap()).await;
    assert!(trail.iter().any(|(kind, ..)| kind == "passport.experience_submitted"));
}

#[tokio::test]
async fn it_is_declared_and_has_a_proof_that_can_be_opened() {
    let app = TestApp::with_catalogue().await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    let organisation = app.organisation("École du Rhône").await;
    let to = json!({"organisation_id": organisation.id});
    let draft = ines.client.post("/me/experiences", body(&[])).await.expect(201);
    let path = mine(draft["id"].as_str().unwrap(), "/submissions");
    let problem = ines.client.post(&path, &to).await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "draft");
    let id = app.declared(&ines, &body(&[])).await;
    let path = mine(&id, "/submissions");
    ines.client.post(&path, &to).await.expect_problem(409, "no_usable_proof");
    app.proof(&ines, &id, pdf("<< >>")).await;
    let unknown = json!({"organisation_id": uuid::Uuid::nil()});
    ines.client.post(&path, unknown).await.expect_field("/organisation_id", "unknown_organisation");
    let long = json!({"organisation_id": organisation.id, "message": "a".repeat(2001)});
    ines.client.post(&path, long).await.expect_field("/message", "too_long");
    marc.client.post(&path, &to).await.expect_problem(404, "not_found");
    app.anonymous().post(&path, &to).await.expect_problem(401, "unauthenticated");
    app.suspend(&organisation).await;
    ines.client.post(&path, &to).await.expect_field("/organisation_id", "unknown_organisation");
}

#[tokio::test]
async fn five_times_are_enough() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    for _ in 0..2 {
        dossier
            .admin
            .client
            .post(&dossier.path("/ask"), json!({"text": "Une page manque."}))
            .await
            .expect(200);
        dossier.person.client.post(&dossier.own("/resubmit"), json!({})).await.expect(200);
    }
    dossier.person.client.post(&dossier.own("/withdraw"), ()).await.expect(200);
    let path = dossier.mine("/submissions");
    let to = json!({"organisation_id": dossier.organisation.id});
    for round in [4, 5] {
        let after = dossier.person.client.post(&path, &to).await.expect(201);
        let last = after["submissions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["status"] == "submitted")
            .unwrap()
            .clone();
        assert_eq!(last["round"], round);
        let id = last["id"].as_str().unwrap();
        dossier
            .person
            .client
            .post(&dossier.mine(&format!("/submissions/{id}/withdraw")), ())
            .await
            .expect(200);
    }
    dossier.person.client.post(&path, &to).await.expect_problem(409, "too_many_submissions");
}

#[tokio::test]
async fn what_is_over_is_put_before_nobody() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let organisation = app.organisation("École du Rhône").await;
    let mut ended = body(&[]);
    ended["expires_on"] = json!("2026-03-02");
    let id = app.declared(&ines, &ended).await;
    app.proof(&ines, &id, pdf("<< >>")).await;
    let to = json!({"organisation_id": organisation.id});
    ines.client.post(&mine(&id, "/submissions"), &to).await.expect_problem(409, "experience_expired");
}

#[tokio::test]
async fn of_two_at_once_to_one_organisation_one_is_kept() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let organisation = app.organisation("École du Rhône").await;
    let id = app.declared(&ines, &body(&[])).await;
    app.proof(&ines, &id, pdf("<< >>")).await;
    let (path, to) = (mine(&id, "/submissions"), json!({"organisation_id": organisation.id}));
    let (one, two) = tokio::join!(ines.client.post(&path, &to), ines.client.post(&path, &to));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}
