use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::experiences::{Dossier, body, mine};

#[tokio::test]
async fn what_is_no_longer_said_leaves_the_search_at_once() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let skills = app.skills_of("M1805")[..2].to_vec();
    let id = app.declared(&ines, &body(&skills)).await;
    let mut index = app.watch_index().await;
    let less = json!({"title": "Maçonnerie", "started_on": "2020-01-06", "skills": [{"skill": skills[0], "level": 4}]});
    let after = ines.client.put_at(&mine(&id, ""), &json!(2), &less).await.expect(200);
    assert_eq!((&after["title"], &after["version"]), (&json!("Maçonnerie"), &json!(3)));
    assert_eq!(after["skills"].as_array().unwrap().len(), 1);
    assert_eq!((&after["jobs"], &after["description"]), (&json!([]), &json!("")));
    assert_eq!(index.look().await, (vec![(ines.profile, true)], 1));
    let mine_now = ines.client.get("/me/skills").await.expect(200);
    assert_eq!(mine_now["items"].as_array().unwrap().len(), 1);
    assert_eq!(mine_now["items"][0]["searchable"], json!({"level": 4, "status": "declared"}));
}

#[tokio::test]
async fn a_change_starts_from_what_was_read() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let made = ines.client.post("/me/experiences", json!({"title": "Une"})).await.expect(201);
    let path = mine(made["id"].as_str().unwrap(), "");
    ines.client.put(&path, json!({"title": "Deux"})).await.expect_problem(428, "precondition_required");
    ines.client.put_at(&path, &json!(1), json!({"title": "Deux"})).await.expect(200);
    let stale =
        ines.client.put_at(&path, &json!(1), json!({"title": "Trois"})).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["title"], "Deux");
    ines.client.put_at(&path, &json!(2), json!({"title": ""})).await.expect_field("/title", "required");
    let marc = app.person("Marc", "Petit").await;
    marc.client.put_at(&path, &json!(2), json!({"title": "a"})).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_an_organisation_holds_is_not_rewritten() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let change = async |expected: Option<&str>| {
        let seen: Value = dossier.person.client.get(&dossier.mine("")).await.expect(200);
        let body = json!({"title": "Autre titre", "started_on": "2020-01-06"});
        let answer = dossier.person.client.put_at(&dossier.mine(""), &seen["version"], body).await;
        match expected {
            Some(state) => {
                let problem = answer.expect_problem(409, "illegal_transition");
                assert_eq!(problem["current_state"], state);
            }
            None => drop(answer.expect(200)),
        }
    };
    change(Some("submitted")).await;
    dossier.admin.client.post(&dossier.path("/ask"), json!({"text": "Une page manque."})).await.expect(200);
    change(None).await;
    // A declared experience keeps its first day.
    let seen = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    let undated =
        dossier.person.client.put_at(&dossier.mine(""), &seen["version"], json!({"title": "a"})).await;
    undated.expect_field("/started_on", "required");
    dossier.person.client.post(&dossier.own("/resubmit"), json!({})).await.expect(200);
    dossier.admin.client.post(&dossier.path("/refuse"), Dossier::refusal()).await.expect(200);
    change(None).await;
    dossier.person.client.post(&dossier.mine("/withdraw"), ()).await.expect(200);
    change(Some("withdrawn")).await;
}
