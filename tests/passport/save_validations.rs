use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::evaluation::{cell, common, ids};
use crate::support::files::pdf;

#[tokio::test]
async fn one_confirmation_writes_every_cell_and_each_person_is_told_once() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let mut index = app.watch_index().await;
    let mut first = cell(&class.zoe, &class.skills[0], &common(3));
    first["comment"] = json!("Autonome sur toute la chaîne.");
    first["evidence"] = json!([{ "title": "Observation", "note": "A monté la machine seule." }]);
    let cells = [
        first,
        cell(&class.zoe, &class.skills[1], &json!({ "not_acquired": true })),
        cell(&class.ali, &class.skills[1], &class.step(2)),
    ];
    let written = class.try_save(&class.school.trainer.client, &cells).await.expect(200);
    let entries = ids(&written["validations"]);
    assert_eq!((entries.len(), &written["proposals"]), (3, &json!([])));
    let (mut marks, raised) = index.look().await;
    marks.sort_unstable();
    let mut expected = vec![(class.zoe.profile, false), (class.ali.profile, false)];
    expected.sort_unstable();
    assert_eq!((marks, raised), (expected, 0));
    let mine = class.zoe.client.get("/me/skills").await.expect(200);
    let skill =
        mine["items"].as_array().unwrap().iter().find(|it| it["code"] == class.skills[0].as_str()).unwrap();
    assert_eq!(skill["searchable"], json!({ "level": 3, "status": "validated" }));
    let refused = class.cell(&app, &class.zoe, &class.skills[1]).await;
    assert_eq!(
        (&refused["status"], &refused["current"]["step_name"]),
        (&json!("not_acquired"), &json!("Non acquis"))
    );
    let trail = app.trail(entries[0].parse().unwrap()).await;
    assert_eq!(trail[0].0, "passport.validation_created");

    let mails = app.mails_to(&class.zoe.email).await;
    let told: Vec<_> =
        mails.iter().filter(|mail| mail.subject.contains("a évalué vos compétences")).collect();
    assert_eq!(told.len(), 1, "{mails:?}");
    assert!(told[0].body.contains("\u{a0}: Autonome") && told[0].body.contains("\u{a0}: Non acquis"));
}

#[tokio::test]
async fn a_batch_is_written_whole_or_not_at_all() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let cells = [cell(&class.zoe, &class.skills[0], &common(3)), cell(&class.ali, "999999", &common(3))];
    let refused = class.try_save(&class.school.trainer.client, &cells).await;
    refused.expect_field("/cells/1/skill", "unknown_skill");
    assert_eq!(class.cell(&app, &class.zoe, &class.skills[0]).await, json!(null));
}

#[tokio::test]
async fn a_correction_takes_the_place_of_the_session_s_entry_at_once_and_says_why() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let former = class.validate(&app, 4).await;
    let mut index = app.watch_index().await;
    let mut lower = cell(&class.zoe, &class.skills[0], &common(2));
    lower["version"] = json!(1);
    let silent = class.try_save(&class.school.trainer.client, &[lower.clone()]).await;
    silent.expect_field("/cells/0/reason", "required");
    lower["reason"] = json!("Erreur de saisie");
    let newer = class.save(&app, &[lower]).await.remove(0);
    // What was too high is withdrawn before the answer, as a revocation is.
    assert_eq!(index.look().await, (vec![(class.zoe.profile, true)], 1));
    let mine = class.zoe.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["searchable"], json!({ "level": 2, "status": "validated" }));
    let former =
        class.school.manager.client.get(&class.org(&format!("/validations/{former}"))).await.expect(200);
    assert_eq!(
        (
            &former["status"],
            &former["entry"]["revocation"]["superseded_by"],
            &former["entry"]["revocation"]["reason"]
        ),
        (&json!("superseded"), &json!(newer), &json!("Erreur de saisie"))
    );
    assert_eq!(class.cell(&app, &class.zoe, &class.skills[0]).await["version"], 3);
}

#[tokio::test]
async fn of_two_trainers_on_one_cell_one_writes_and_the_other_is_shown_what_holds() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let second = class.second_trainer(&app).await;
    let (low, high) =
        ([cell(&class.zoe, &class.skills[0], &common(2))], [cell(&class.zoe, &class.skills[0], &common(4))]);
    let (one, two) = tokio::join!(
        class.try_save(&class.school.trainer.client, &low),
        class.try_save(&second.client, &high)
    );
    let (won, lost, level) = if one.status == 200 { (one, two, 2) } else { (two, one, 4) };
    let entry = won.expect(200)["validations"][0].clone();
    let problem = lost.expect_problem(412, "stale");
    let cell = &problem["current"]["cells"][0];
    assert_eq!(
        (&cell["cell"], &cell["person_id"], &cell["version"], &cell["current"]["id"]),
        (&json!(0), &json!(class.zoe.id), &json!(1), &entry)
    );
    let now = class.cell(&app, &class.zoe, &class.skills[0]).await;
    assert_eq!((&now["entries"], &now["current"]["common_level"]), (&json!(1), &json!(level)));
}

#[tokio::test]
async fn batches_that_cross_do_not_lock_each_other_out() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let second = class.second_trainer(&app).await;
    let (zoe, ali) = (
        |skill: usize| cell(&class.zoe, &class.skills[skill], &common(3)),
        |skill: usize| cell(&class.ali, &class.skills[skill], &common(3)),
    );
    let (forth, back) = ([zoe(0), ali(0)], [ali(1), zoe(1)]);
    let (one, two) = tokio::join!(
        class.try_save(&class.school.trainer.client, &forth),
        class.try_save(&second.client, &back)
    );
    one.expect(200);
    two.expect(200);
}

#[tokio::test]
async fn nobody_validates_themselves_and_only_staff_goes_beyond_the_programme() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let beside = app.skills_of("M1805")[3].clone();
    let own = [cell(&class.school.trainer, &class.skills[0], &common(3))];
    let refused = class.try_save(&class.school.trainer.client, &own).await;
    refused.expect_field("/cells/0/person_id", "self_validation");
    let off = [cell(&class.zoe, &beside, &common(2))];
    class.try_save(&class.school.trainer.client, &off).await.expect_field("/cells/0/skill", "off_programme");
    class.try_save(&class.school.manager.client, &off).await.expect(200);
    let grid = class.grid(&app).await;
    let column =
        grid["skills"].as_array().unwrap().iter().find(|skill| skill["code"] == beside.as_str()).unwrap();
    assert_eq!(column["off_programme"], true);
    let listed = class.school.manager.client.get(&class.org("/validations")).await.expect(200);
    assert_eq!(
        (&listed["items"][0]["off_programme"], &listed["items"][0]["origin"]),
        (&json!(true), &json!("session"))
    );
    let body = |person| json!({ "cells": [cell(person, &class.skills[0], &common(3))] });
    class.ali.client.post(&class.path(""), body(&class.zoe)).await.expect_problem(403, "forbidden");
    class
        .outsider(&app)
        .await
        .client
        .post(&class.path(""), body(&class.zoe))
        .await
        .expect_problem(404, "not_found");
    let other = app.evaluation("Ailleurs").await;
    other
        .school
        .manager
        .client
        .post(&class.path(""), body(&class.zoe))
        .await
        .expect_problem(404, "not_found");
    let refused =
        class.try_save(&class.school.manager.client, &[cell(&other.zoe, &class.skills[0], &common(3))]).await;
    refused.expect_field("/cells/0/person_id", "not_a_participant");
    app.suspend(&class.school.organisation).await;
    let suspended =
        class.try_save(&class.school.manager.client, &[cell(&class.zoe, &class.skills[0], &common(3))]).await;
    suspended.expect_problem(409, "organisation_suspended");
}

#[tokio::test]
async fn a_file_is_evidence_once_sent_in_the_organisation_s_name() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let trainer = &class.school.trainer.client;
    let sent = trainer.upload(&class.org("/files"), "grille.pdf", pdf("<< >>")).await.expect(201);
    let with = |file: &Value| {
        let mut cell = cell(&class.zoe, &class.skills[0], &common(3));
        cell["evidence"] = json!([{ "title": "Grille remplie", "file_id": file }]);
        cell
    };
    let unknown = class.try_save(trainer, &[with(&json!(uuid::Uuid::nil()))]).await;
    unknown.expect_field("/cells/0/evidence/0/file_id", "unknown_file");
    let entry = class.save(&app, &[with(&sent["id"])]).await.remove(0);
    let proof = class.zoe.client.get(&format!("/me/passport/entries/{entry}")).await.expect(200);
    let element = &proof["evidence"][0];
    assert_eq!(
        (&element["kind"], &element["has_file"], &element["file_sha256"], &element["visibility"]),
        (&json!("file"), &json!(true), &sent["sha256"], &json!("organisation"))
    );
    let mut attempt = cell(&class.ali, &class.skills[0], &common(3));
    attempt["evidence"] = json!([{ "title": "Quiz", "attempt_id": uuid::Uuid::nil() }]);
    class
        .try_save(trainer, &[attempt])
        .await
        .expect_field("/cells/0/evidence/0/attempt_id", "unknown_attempt");
}

#[tokio::test]
async fn a_skill_that_must_be_renewed_ends_when_the_organisation_says() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    class.choose(&app, &json!({ "validities": [{ "skill": class.skills[0], "months": 24 }] })).await;
    let entry = class.validate(&app, 3).await;
    let listed = class.school.manager.client.get(&class.org("/validations")).await.expect(200);
    assert_eq!(
        (&listed["items"][0]["id"], &listed["items"][0]["expires_on"]),
        (&json!(entry), &json!("2028-03-03"))
    );
    assert_eq!(class.grid(&app).await["skills"][0]["validity_months"], 24);
}
