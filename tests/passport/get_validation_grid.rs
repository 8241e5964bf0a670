use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::{cell, common};

#[tokio::test]
async fn the_grid_shows_who_takes_part_what_is_taught_and_what_was_found() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    class.zoe.client.put(&format!("/me/skills/{}", class.skills[1]), json!({ "level": 1 })).await.expect(200);
    class.school.register(&class.session, "Sans", "Compte").await;
    let grid = class.school.trainer.client.get(&class.path("")).await.expect(200);
    assert_eq!((&grid["level_rule"], &grid["two_people"]), (&json!("highest"), &json!(false)));
    let people = grid["participants"].as_array().unwrap();
    assert_eq!(people.len(), 2, "whoever has no account has no passport");
    assert!(people.iter().all(|person| person["may_be_validated"] == true));
    let skills = grid["skills"].as_array().unwrap();
    assert_eq!(
        (
            &skills[0]["code"],
            &skills[0]["scale"],
            &skills[0]["target"],
            &skills[0]["pass"],
            &skills[0]["grid_id"]
        ),
        (&json!(class.skills[0]), &json!("Échelle commune"), &json!(3), &json!(2), &json!(null))
    );
    assert_eq!(skills[0]["levels"].as_array().unwrap().len(), 4);
    assert_eq!((&skills[1]["scale"], &skills[1]["grid_id"]), (&json!("Grille"), &json!(class.school.grid)));
    assert_eq!(skills[1]["levels"][2], json!({ "value": 2, "name": "Acquis", "common_level": 3 }));
    // Only what somebody says something of is a cell.
    let cells = grid["cells"].as_array().unwrap();
    assert_eq!(cells.len(), 1);
    assert_eq!(
        (&cells[0]["status"], &cells[0]["declared_level"], &cells[0]["version"], &cells[0]["current"]),
        (&json!("declared"), &json!(1), &json!(0), &json!(null))
    );

    class.validate(&app, 3).await;
    let found = class.cell(&app, &class.zoe, &class.skills[0]).await;
    assert_eq!(
        (&found["status"], &found["version"], &found["entries"], &found["current"]["step_name"]),
        (&json!("validated"), &json!(1), &json!(1), &json!("Autonome"))
    );
    assert_eq!(found["replaced"], found["current"]["id"], "another of this session would take its place");
}

#[tokio::test]
async fn a_level_of_another_scale_is_shown_with_its_equivalent_or_beside() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    // Given on the common scale at large: level 2 is the step "En cours" of the grid, level 4 is none of its steps.
    let manager = &class.school.manager.client;
    class.try_save(manager, &[cell(&class.zoe, &class.skills[1], &common(4))]).await.expect(200);
    let found = class.cell(&app, &class.zoe, &class.skills[1]).await;
    assert_eq!(
        (&found["current"]["step_name"], &found["current"]["common_level"], &found["current"]["converted"]),
        (&json!("Expert"), &json!(4), &json!(null))
    );
    class.try_save(manager, &[cell(&class.ali, &class.skills[1], &common(3))]).await.expect(200);
    let found = class.cell(&app, &class.ali, &class.skills[1]).await;
    assert_eq!(
        (&found["current"]["step_name"], &found["current"]["converted"]),
        (&json!("Acquis"), &json!(null)),
        "converted when it was written: it is a step of this very grid"
    );
}

#[tokio::test]
async fn the_organisation_s_rule_chooses_the_current_level_and_is_shown() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    class.validate(&app, 4).await;
    // Another session of the same training finds less: both entries stand.
    let training = json!({ "id": class.session["training_id"] });
    let again = class.school.open(&class.school.session_draft(&training)).await;
    class.school.slot(&again, "2026-03-10", "09:00", "12:00").await;
    let again = class.school.step(&again, "plan", &json!(null)).await;
    class.school.enrol_member(&again, &class.zoe).await;
    let other = crate::support::sessions::session_path(&class.school, &again, "/validations");
    let mut lower = cell(&class.zoe, &class.skills[0], &common(2));
    lower["version"] = json!(1);
    class.school.manager.client.post(&other, json!({ "cells": [lower] })).await.expect(200);
    let level =
        async || class.cell(&app, &class.zoe, &class.skills[0]).await["current"]["common_level"].clone();
    assert_eq!(level().await, 4);
    class.choose(&app, &json!({ "level_rule": "latest" })).await;
    assert_eq!(level().await, 2);
    // The search has its own rule.
    let mine = app.renewed(&class.zoe).client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["searchable"]["level"], 4);
}

#[tokio::test]
async fn only_the_session_s_trainers_and_those_who_run_the_organisation_see_it() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let admin = app.member(&class.school.organisation, Role::Admin).await;
    admin.client.get(&class.path("")).await.expect(200);
    class.zoe.client.get(&class.path("")).await.expect_problem(403, "forbidden");
    let other = app.evaluation("Ailleurs").await;
    for stranger in [
        &class.outsider(&app).await,
        &other.school.trainer,
        &other.school.manager,
        &app.platform_admin().await,
    ] {
        stranger.client.get(&class.path("")).await.expect_problem(404, "not_found");
    }
    let draft = class.school.session(&app, "En préparation").await;
    let path = crate::support::sessions::session_path(&class.school, &draft, "/validations");
    let refused = class.school.manager.client.get(&path).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "draft");
}
