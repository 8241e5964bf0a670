use carnet::orgs::Role;
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::experiences::{Dossier, body};
use crate::support::files::pdf;

#[tokio::test]
async fn the_queue_says_what_waits_since_when_and_for_whom() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.organisation.path("/experience-submissions");
    app.advance(Duration::days(10));
    let marc = app.person("Marc", "Petit").await;
    let second = app.declared(&marc, &body(&[])).await;
    app.proof(&marc, &second, pdf("<< /B 2 >>")).await;
    app.submitted(&marc, &second, &dossier.organisation).await;
    let list = async |query: &str| -> Vec<Value> {
        let admin = app.renewed(&dossier.admin);
        let page = admin.client.get(&format!("{path}{query}")).await.expect(200);
        page["items"].as_array().unwrap().clone()
    };
    let all = list("").await;
    assert_eq!(all.len(), 2);
    assert_eq!((&all[0]["last_name"], &all[0]["age_days"]), (&json!("Lefèvre"), &json!(10)));
    assert_eq!((&all[0]["overdue"], &all[0]["assigned_to"]), (&json!(false), &json!(null)));
    assert_eq!(all[1]["age_days"], 0);
    let page = app.renewed(&dossier.admin).client.get(&format!("{path}?limit=1")).await.expect(200);
    let cursor = page["next_cursor"].as_str().unwrap();
    assert_eq!(list(&format!("?limit=1&cursor={cursor}")).await[0]["last_name"], "Petit");
    let to = json!({"person_id": dossier.admin.id});
    app.renewed(&dossier.admin).client.put(&dossier.path("/assignee"), to).await.expect(200);
    assert_eq!(list(&format!("?assigned_to={}", dossier.admin.id)).await.len(), 1);
    assert_eq!(list("?unassigned=true").await[0]["last_name"], "Petit");
    assert_eq!(list("?overdue=true").await, Vec::<Value>::new());
    app.advance(Duration::days(12));
    let overdue = list("?overdue=true").await;
    assert_eq!((overdue.len(), &overdue[0]["overdue"]), (1, &json!(true)));
    app.renewed(&dossier.admin).client.post(&dossier.path("/refuse"), Dossier::refusal()).await.expect(200);
    assert_eq!(list("").await.len(), 1, "what is decided waits no more");
    assert_eq!(list("?status=refused").await[0]["last_name"], "Lefèvre");
    app.renewed(&dossier.admin)
        .client
        .get(&format!("{path}?status=mood"))
        .await
        .expect_problem(422, "invalid_request");
}

#[tokio::test]
async fn it_is_the_admins_of_that_organisation_alone() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.organisation.path("/experience-submissions");
    for role in [Role::Manager, Role::Trainer, Role::Trainee] {
        app.member(&dossier.organisation, role)
            .await
            .client
            .get(&path)
            .await
            .expect_problem(403, "forbidden");
    }
    let other = app.organisation("Atelier").await;
    let stranger = app.member(&other, Role::Admin).await;
    stranger.client.get(&path).await.expect_problem(404, "not_found");
    let own = stranger.client.get(&other.path("/experience-submissions")).await.expect(200);
    assert_eq!(own["items"], json!([]));
    dossier.person.client.get(&path).await.expect_problem(404, "not_found");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
}
