use reqwest::Method;
use serde_json::json;

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::attendance::Class;

/// Somebody without account, whose address the organisation wrote.
pub async fn without_account(app: &TestApp, class: &Class, email: &str) -> carnet::ids::EnrolmentId {
    let enrolment = class.enrol(app, None, "Sans compte").await;
    app.execute(&format!("UPDATE enrolment SET email = '{email}' WHERE id = '{enrolment}'")).await;
    enrolment
}

/// Mails the links and gives the token of the last one.
pub async fn token(app: &TestApp, class: &Class, email: &str) -> String {
    let path = class.slot_path("/attendance/links");
    class.teacher(app).post(&path, json!({})).await.expect(200);
    app.mails_to(email).await.last().unwrap().after("/emargement/lien?jeton=")
}

#[tokio::test]
async fn those_without_account_are_mailed_a_link_each() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let (zoe, silent) = (
        without_account(&app, &class, "zoe@example.org").await,
        class.enrol(&app, None, "Sans adresse").await,
    );
    let path = class.slot_path("/attendance/links");
    let sent = class.teacher(&app).post(&path, json!({})).await.expect(200);
    assert_eq!(sent, json!({ "sent": [zoe], "without_address": [silent] }));
    let mails = app.mails_to("zoe@example.org").await;
    assert_eq!(mails[0].subject, "Votre émargement\u{a0}: Soudure à l'arc, le 03/03/2026");
    let chosen = json!({ "enrolment_ids": [class.enrolment(0)] });
    let sent = class.teacher(&app).post(&path, &chosen).await.expect(200);
    assert_eq!(sent["sent"], json!([class.enrolment(0)]));
    assert_eq!(noted(&app, "attendance.links_sent").await.len(), 2);
    let unknown = json!({ "enrolment_ids": [uuid::Uuid::nil()] });
    class.teacher(&app).post(&path, unknown).await.expect_field("/enrolment_ids/0", "not_expected");
    hidden_from_others(&app, &class, Method::POST, &path, &chosen).await;
    app.run_jobs().await;
}
