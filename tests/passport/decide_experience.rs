use carnet::orgs::Role;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::experiences::Dossier;

fn attested(dossier: &Dossier, steps: [i16; 2]) -> Value {
    let one =
        |place: usize| json!({"skill": dossier.skills[place], "grid_id": dossier.grid, "step": steps[place]});
    json!({"proofs": {"judgement": "authentic"}, "skills": [one(0), one(1)]})
}

#[tokio::test]
async fn what_is_attested_becomes_validations_of_the_organisation() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let words = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    let mut index = app.watch_index().await;
    let extra = app.skills_of("M1805")[2].clone();
    let mut body = dossier.decision(2);
    body["skills"].as_array_mut().unwrap().push(json!({"skill": extra, "grid_id": dossier.grid, "step": 3}));
    let after = dossier.admin.client.post(&dossier.path("/decide"), &body).await.expect(200);
    assert_eq!(after["status"], "completed");
    let decision = &after["decision"];
    assert_eq!((&decision["proofs"], &decision["text"]), (&json!("authentic"), &json!("Beau parcours.")));
    let verdict = |code: &str| {
        decision["skills"].as_array().unwrap().iter().find(|it| it["skill"] == code).unwrap().clone()
    };
    let (kept, refused, added) = (verdict(&dossier.skills[0]), verdict(&dossier.skills[1]), verdict(&extra));
    assert_eq!((&kept["verdict"], &kept["level"]), (&json!("attested"), &json!(3)));
    assert_eq!((&refused["verdict"], &refused["validation_id"]), (&json!("refused"), &json!(null)));
    assert_eq!(
        (&added["verdict"], &added["level"], &added["step_name"]),
        (&json!("added"), &json!(null), &json!("Reconnu"))
    );
    assert_eq!(index.look().await, (vec![(dossier.person.profile, false)], 0));
    // In the passport they are validated, whatever was claimed; the refused claim is still the person's word.
    let skills = dossier.person.client.get("/me/skills").await.expect(200);
    let of = |code: &str| {
        skills["items"].as_array().unwrap().iter().find(|it| it["code"] == code).unwrap().clone()
    };
    assert_eq!(of(&dossier.skills[0])["searchable"], json!({"level": 3, "status": "validated"}));
    assert_eq!(of(&dossier.skills[1])["searchable"], json!({"level": 2, "status": "declared"}));
    assert_eq!(of(&extra)["searchable"], json!({"level": null, "status": "validated"}));
    assert_eq!(of(&extra)["validations"][0]["organisation_name"], "École du Rhône");
    // Entries say where they come from, and what they rest on by its fingerprint.
    let (origin, note): (String, String) = sqlx::query_as(
        "SELECT v.origin, e.note FROM validation v JOIN validation_evidence e ON e.validation_id = v.id
         WHERE v.id = $1::uuid",
    )
    .bind(kept["validation_id"].as_str().unwrap())
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(origin, "experience");
    assert!(note.contains(words["proofs"][0]["sha256"].as_str().unwrap()), "{note}");
    // The person's words are as they were.
    let seen = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    for field in
        ["title", "description", "organisation_name", "place", "started_on", "ended_on", "jobs", "version"]
    {
        assert_eq!(seen[field], words[field], "{field}");
    }
    assert_eq!(
        (&seen["status"], &seen["skills"][0]["level"]),
        (&json!("completed"), &words["skills"][0]["level"])
    );
    let mail = app.mails_to(&dossier.person.email).await.pop().unwrap();
    assert!(mail.subject.starts_with("École du Rhône a répondu") && mail.body.contains("Beau parcours."));
    let trail = app.trail(dossier.submission.parse().unwrap()).await;
    assert_eq!(trail.last().unwrap().0, "passport.experience_decided");
}

#[tokio::test]
async fn everything_as_claimed_is_validated_and_anything_else_completed() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    // Claimed at 3 and 2; the second step stands for 3.
    let after =
        dossier.admin.client.post(&dossier.path("/decide"), attested(&dossier, [2, 2])).await.expect(200);
    assert_eq!(after["status"], "completed");
    assert_eq!(
        after["decision"]["skills"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|it| it["verdict"] == "adjusted")
            .count(),
        1
    );
    let dossier = app.dossier("Atelier").await;
    sqlx::query("UPDATE experience_skill SET level = 3 WHERE experience_id = $1::uuid")
        .bind(&dossier.experience)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let after =
        dossier.admin.client.post(&dossier.path("/decide"), attested(&dossier, [2, 2])).await.expect(200);
    assert_eq!(after["status"], "validated");
    assert_eq!(dossier.person.client.get(&dossier.mine("")).await.expect(200)["status"], "validated");
}

#[tokio::test]
async fn both_judgements_are_due() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.path("/decide");
    let post = async |change: &dyn Fn(&mut Value)| {
        let mut body = dossier.decision(2);
        change(&mut body);
        dossier.admin.client.post(&path, body).await
    };
    post(&|it| it["proofs"] = json!(null)).await.expect_problem(422, "invalid_request");
    post(&|it| it["proofs"]["judgement"] = json!("undetermined"))
        .await
        .expect_field("/proofs/reason", "required");
    let forged = |it: &mut Value| it["proofs"] = json!({"judgement": "not_authentic", "reason": "Montage."});
    post(&forged).await.expect_field("/proofs/judgement", "not_authentic");
    post(&|it| drop(it["skills"].as_array_mut().unwrap().pop())).await.expect_field("/skills", "not_judged");
    post(&|it| it["skills"][1]["reason"] = json!(null)).await.expect_field("/skills/1/reason", "required");
    post(&|it| it["skills"][0]["step"] = json!(1)).await.expect_field("/skills/0/step", "not_passing");
    post(&|it| it["skills"][0]["step"] = json!(9)).await.expect_field("/skills/0/step", "unknown_step");
    post(&|it| it["skills"][0]["grid_id"] = json!(null)).await.expect_field("/skills/0/grid_id", "required");
    post(&|it| it["skills"][0]["skill"] = json!("999999"))
        .await
        .expect_field("/skills/0/skill", "unknown_skill");
    post(&|it| it["expires_on"] = json!("2026-03-03")).await.expect_field("/expires_on", "not_in_future");
    let nothing = |it: &mut Value| {
        for place in 0..2 {
            it["skills"][place] = json!({"skill": dossier.skills[place], "reason": "Rien ne le montre."});
        }
    };
    post(&nothing).await.expect_field("/skills", "nothing_attested");
    let twice = |it: &mut Value| {
        let again = it["skills"][0].clone();
        it["skills"].as_array_mut().unwrap().push(again);
    };
    post(&twice).await.expect_field("/skills/2/skill", "duplicate");
    let unclaimed = app.skills_of("M1805")[3].clone();
    let foreign = |it: &mut Value| {
        it["skills"].as_array_mut().unwrap().push(json!({"skill": unclaimed, "reason": "Rien."}));
    };
    post(&foreign).await.expect_field("/skills/2/skill", "not_claimed");
    let other = app.workshop("Atelier").await;
    post(&|it| it["skills"][0]["grid_id"] = json!(other.grid))
        .await
        .expect_field("/skills/0/step", "unknown_step");
    let count: i64 =
        sqlx::query_scalar("SELECT count(*) FROM validation").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(count, 0, "what is refused leaves nothing");
    post(&|_| ()).await.expect(200);
}

#[tokio::test]
async fn of_two_admins_at_once_one_decides() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let colleague = app.member(&dossier.organisation, Role::Admin).await;
    let (decide, refuse) = (dossier.path("/decide"), dossier.path("/refuse"));
    let (one, two) = tokio::join!(
        dossier.admin.client.post(&decide, dossier.decision(2)),
        colleague.client.post(&refuse, Dossier::refusal())
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let validations: i64 =
        sqlx::query_scalar("SELECT count(*) FROM validation").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(validations, i64::from(one.status.as_u16() == 200));
    let again = dossier.admin.client.post(&decide, dossier.decision(2)).await;
    again.expect_problem(409, "illegal_transition");
}

#[tokio::test]
async fn validations_end_with_the_experience_at_the_latest() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    sqlx::query("UPDATE experience SET expires_on = '2026-06-30' WHERE id = $1::uuid")
        .bind(&dossier.experience)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let mut body = dossier.decision(2);
    body["expires_on"] = json!("2027-01-01");
    dossier.admin.client.post(&dossier.path("/decide"), body).await.expect(200);
    let skills = dossier.person.client.get("/me/skills").await.expect(200);
    let validated =
        skills["items"].as_array().unwrap().iter().find(|it| it["searchable"]["status"] == "validated");
    assert_eq!(validated.unwrap()["validations"][0]["expires_at"], "2026-06-30");
}

#[tokio::test]
async fn only_admins_at_work_decide_and_never_on_their_own() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let (path, body) = (dossier.path("/decide"), dossier.decision(2));
    for role in [Role::Manager, Role::Trainer, Role::Trainee] {
        app.member(&dossier.organisation, role)
            .await
            .client
            .post(&path, &body)
            .await
            .expect_problem(403, "forbidden");
    }
    let other = app.organisation("Atelier").await;
    app.member(&other, Role::Admin).await.client.post(&path, &body).await.expect_problem(404, "not_found");
    dossier.person.client.post(&path, &body).await.expect_problem(404, "not_found");
    app.platform_admin().await.client.post(&path, &body).await.expect_problem(404, "not_found");
    app.anonymous().post(&path, &body).await.expect_problem(401, "unauthenticated");
    app.join(&dossier.organisation, &dossier.person, Role::Admin).await;
    dossier.person.client.post(&path, &body).await.expect_problem(403, "self_validation");
    app.suspend(&dossier.organisation).await;
    dossier.admin.client.post(&path, &body).await.expect_problem(409, "organisation_suspended");
}
