//! Staff looks at somebody's data with a reason; the person is told, and reads each access for twelve months.

use carnet::orgs::Role;
use carnet::privacy::PurgePrivacyLogs;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::TestApp;

#[tokio::test]
async fn it_takes_a_reason_shows_who_somebody_is_and_is_told() {
    let app = TestApp::start().await;
    let organisation = app.organisation("Atelier").await;
    let (ines, admin) = (app.member(&organisation, Role::Trainee).await, app.platform_admin().await);
    let path = format!("/admin/people/{}/data-access", ines.id);
    admin.client.post(&path, json!({ "reason": "Vite" })).await.expect_field("/reason", "invalid_reason");
    assert_eq!(ines.client.get("/me/data-accesses").await.expect(200)["items"], json!([]));
    let reason = json!({ "reason": "Demande n° 12 de la personne" });
    let shown = admin.client.post(&path, &reason).await.expect(201);
    assert_eq!(shown["email"], ines.email);
    assert_eq!(shown["roles"], json!([{ "of": "organisation", "name": "Atelier", "role": "trainee" }]));
    let listed = ines.client.get("/me/data-accesses").await.expect(200)["items"].clone();
    assert_eq!(listed[0]["reason"], "Demande n° 12 de la personne");
    let named: Vec<&str> =
        listed[0]["shown"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    for field in shown.as_object().unwrap().keys().filter(|key| !["access_id", "id"].contains(&key.as_str()))
    {
        assert!(named.contains(&field.as_str()), "{field} is shown and not told");
    }
    let (kind, facts): (String, Value) =
        sqlx::query_as("SELECT kind, facts FROM notification WHERE person_id = $1")
            .bind(ines.id)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(kind, "account.data_read");
    assert!(!facts.to_string().contains("Demande"));
    let trail = app.trail(ines.id.0).await;
    assert_eq!(trail.last().unwrap().0, "privacy.person_data_read");
    admin.client.post(&path, &reason).await.expect(201);
    assert_eq!(
        ines.client.get("/me/data-accesses").await.expect(200)["items"].as_array().unwrap().len(),
        2,
        "each time"
    );
}

#[tokio::test]
async fn nobody_else_may_and_nobody_unknown_is_logged() {
    let app = TestApp::start().await;
    let (ines, paul, admin) =
        (app.person("Inès", "Lefèvre").await, app.person("Paul", "Autre").await, app.platform_admin().await);
    let reason = json!({ "reason": "Par simple curiosité" });
    let path = format!("/admin/people/{}/data-access", ines.id);
    paul.client.post(&path, &reason).await.expect_problem(403, "forbidden");
    app.anonymous().post(&path, &reason).await.expect_problem(401, "unauthenticated");
    let unknown = format!("/admin/people/{}/data-access", Uuid::nil());
    admin.client.post(&unknown, &reason).await.expect_problem(404, "not_found");
    assert_eq!(ines.client.get("/me/data-accesses").await.expect(200)["items"], json!([]));
    assert_eq!(paul.client.get("/me/data-accesses").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn twelve_months_to_the_second() {
    let app = TestApp::start().await;
    let (ines, admin) = (app.person("Inès", "Lefèvre").await, app.platform_admin().await);
    let path = format!("/admin/people/{}/data-access", ines.id);
    admin.client.post(&path, json!({ "reason": "Demande de la personne" })).await.expect(201);
    let left = async || {
        app.renewed(&ines).client.get("/me/data-accesses").await.expect(200)["items"]
            .as_array()
            .unwrap()
            .len()
    };
    for (time, expected) in [("2027-03-03T07:59:59Z", 1), ("2027-03-03T08:00:00Z", 0)] {
        app.advance(time.parse::<DateTime<Utc>>().unwrap() - app.state.clock.now());
        app.run_job(PurgePrivacyLogs {}).await;
        assert_eq!(left().await, expected, "{time}");
    }
}
