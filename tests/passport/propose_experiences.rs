use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::mine;

#[tokio::test]
async fn nothing_appears_before_its_person_accepts_it() {
    let app = TestApp::with_catalogue().await;
    let organisation = app.organisation("École du Rhône").await;
    let manager = app.member(&organisation, Role::Manager).await;
    let (kept, refused) = (app.trainee(&organisation).await, app.trainee(&organisation).await);
    let skill = app.skills_of("M1805")[0].clone();
    let table = format!(
        "E-mail;Intitulé;Organisme;Début;Fin;Compétences\n{};Stage web;Toits;06/01/2020;30/06/2020;{skill}:2\n{};Stage;;06/01/2021;;\n",
        kept.email.to_uppercase(),
        refused.email
    );
    let path = organisation.path("/experience-proposals");
    let mut index = app.watch_index().await;
    let dry = json!({"csv": table, "dry_run": true});
    let told = manager.client.post(&path, &dry).await.expect(200);
    assert_eq!(told, json!({"experiences": 2, "people": 2, "dry_run": true}));
    assert_eq!(kept.client.get("/me/experiences").await.expect(200)["items"], json!([]));
    manager.client.post(&path, json!({"csv": table})).await.expect(200);
    assert_eq!(app.mails_to(&kept.email).await.len(), 1);
    let seen = kept.client.get("/me/experiences").await.expect(200)["items"][0].clone();
    assert_eq!((&seen["status"], &seen["proposed_by"]), (&json!("proposed"), &json!("École du Rhône")));
    assert_eq!(kept.client.get("/me/skills").await.expect(200)["items"], json!([]));
    assert_eq!(index.look().await, (vec![], 0));
    let id = seen["id"].as_str().unwrap();
    let early = kept.client.put_at(&mine(id, ""), &json!(1), json!({"title": "a"})).await;
    assert_eq!(early.expect_problem(409, "illegal_transition")["current_state"], "proposed");
    kept.client.post(&mine(id, "/declare"), ()).await.expect(200);
    assert_eq!(kept.client.get("/me/skills").await.expect(200)["items"][0]["code"], skill.as_str());
    assert_eq!(index.look().await, (vec![(kept.profile, false)], 0));
    let other = refused.client.get("/me/experiences").await.expect(200)["items"][0]["id"].clone();
    kept.client.delete(&mine(other.as_str().unwrap(), "")).await.expect_problem(404, "not_found");
    refused.client.delete(&mine(other.as_str().unwrap(), "")).await.expect(204);
}

#[tokio::test]
async fn all_rows_are_written_or_none() {
    let app = TestApp::with_catalogue().await;
    let organisation = app.organisation("École du Rhône").await;
    let manager = app.member(&organisation, Role::Manager).await;
    let trainee = app.trainee(&organisation).await;
    let elsewhere = app.trainee(&app.organisation("Atelier").await).await;
    let path = organisation.path("/experience-proposals");
    let post = async |rows: String| {
        let csv = format!("e-mail;intitulé;début;compétences\n{};Stage;2020-01-06;\n{rows}", trainee.email);
        manager.client.post(&path, json!({"csv": csv})).await
    };
    // Somebody else's trainee and nobody at all answer alike.
    for stranger in [elsewhere.email.as_str(), "personne@example.org"] {
        let answer = post(format!("{stranger};Stage;2020-01-06;\n")).await;
        answer.expect_field("/csv/lines/3/e-mail", "not_a_trainee");
    }
    post(format!("{};Stage;hier;\n", trainee.email)).await.expect_field("/csv/lines/3/début", "date_format");
    let unknown = format!("{};Stage;2020-01-06;999999:2\n", trainee.email);
    post(unknown).await.expect_field("/csv/lines/3/compétences", "unknown_skill");
    assert_eq!(trainee.client.get("/me/experiences").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn those_who_run_the_organisation_propose() {
    let app = TestApp::with_catalogue().await;
    let organisation = app.organisation("École du Rhône").await;
    let trainee = app.trainee(&organisation).await;
    let path = organisation.path("/experience-proposals");
    let body = json!({"csv": format!("e-mail;intitulé;début\n{};Stage;2020-01-06\n", trainee.email)});
    for role in [Role::Trainer, Role::Trainee] {
        app.member(&organisation, role)
            .await
            .client
            .post(&path, &body)
            .await
            .expect_problem(403, "forbidden");
    }
    let admin = app.member(&organisation, Role::Admin).await;
    let stranger = app.member(&app.organisation("Atelier").await, Role::Admin).await;
    stranger.client.post(&path, &body).await.expect_problem(404, "not_found");
    app.anonymous().post(&path, &body).await.expect_problem(401, "unauthenticated");
    admin.client.post(&path, &body).await.expect(200);
    app.suspend(&organisation).await;
    admin.client.post(&path, &body).await.expect_problem(409, "organisation_suspended");
}
