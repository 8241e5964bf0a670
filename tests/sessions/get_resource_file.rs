use reqwest::{Method, header};
use serde_json::{Value, json};

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::files::pdf;
use crate::support::sessions::session_path;
use crate::support::trainings::School;
use crate::support::users::User;

/// A file sent in the organisation's name by this person.
pub async fn staged(school: &School, user: &User, inside: &str) -> Value {
    let sent = user.client.upload(&school.path("/files"), "cours.pdf", pdf(inside)).await;
    sent.expect(201)["id"].clone()
}

/// A resource that is a file.
pub async fn file_resource(school: &School, session: &Value, inside: &str) -> Value {
    let file = staged(school, &school.manager, inside).await;
    let body = json!({ "kind": "file", "title": "Le cours", "file_id": file });
    school.manager.client.post(&session_path(school, session, "/resources"), body).await.expect(201)
}

#[tokio::test]
async fn those_concerned_download_a_file_a_part_of_it_and_what_it_was() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let resource = file_resource(&school, &session, "<< /Un 1 >>").await;
    assert_eq!((&resource["file"]["name"], &resource["url"]), (&json!("cours.pdf"), &Value::Null));
    let path = session_path(&school, &session, &format!("/resources/{}", resource["id"].as_str().unwrap()));
    let client = &school.manager.client;
    let got = client.get(&format!("{path}/file")).await;
    assert_eq!(
        (got.status.as_u16(), got.headers["content-type"].to_str().unwrap()),
        (200, "application/pdf")
    );
    assert!(got.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert!(got.text.contains("/Un 1"));
    let part = client.request(Method::GET, &format!("{path}/file")).header(header::RANGE, "bytes=0-3");
    let part = send(part).await;
    assert_eq!((part.status.as_u16(), part.text.as_str()), (206, "%PDF"));
    // Another file is the next version; what it was stays.
    let file = staged(&school, &school.trainer, "<< /Deux 2 >>").await;
    let body = json!({ "kind": "file", "title": "Le cours", "file_id": file });
    let written = school.trainer.client.put_at(&path, &json!(1), body).await.expect(200);
    assert_eq!((&written["number"], written["versions"].as_array().unwrap().len()), (&json!(2), 2));
    assert!(client.get(&format!("{path}/file")).await.text.contains("/Deux 2"));
    assert!(client.get(&format!("{path}/file?number=1")).await.text.contains("/Un 1"));
    client.get(&format!("{path}/file?number=3")).await.expect_problem(404, "not_found");
    read_by_those_concerned(&app, &school, &format!("{path}/file")).await;
}

#[tokio::test]
async fn a_file_is_sent_first_and_taken_once() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/resources");
    let client = &school.manager.client;
    let body = |file: &Value| json!({ "kind": "file", "title": "Le cours", "file_id": file });
    client.post(&path, body(&Value::Null)).await.expect_field("/file_id", "required");
    let theirs = staged(&school, &school.trainer, "<< >>").await;
    client.post(&path, body(&theirs)).await.expect_field("/file_id", "unknown_file");
    let mine = staged(&school, &school.manager, "<< >>").await;
    client.post(&path, body(&mine)).await.expect(201);
    client.post(&path, body(&mine)).await.expect_field("/file_id", "file_in_use");
    let odd = json!({ "kind": "link", "title": "x", "url": "https://x.example/", "file_id": mine });
    client.post(&path, odd).await.expect_field("/file_id", "out_of_range");
    let link = json!({ "kind": "link", "title": "x", "url": "https://x.example/" });
    let link = client.post(&path, link).await.expect(201);
    let path = format!("{path}/{}/file", link["id"].as_str().unwrap());
    client.get(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn files_go_with_their_resource_and_with_a_deleted_draft() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let first = file_resource(&school, &session, "<< /Un 1 >>").await;
    file_resource(&school, &session, "<< /Deux 2 >>").await;
    let path = session_path(&school, &session, &format!("/resources/{}", first["id"].as_str().unwrap()));
    assert_eq!(school.manager.client.delete_at(&path, &json!(1)).await.status, 204);
    app.run_jobs().await;
    assert_eq!(app.objects().len(), 1);
    let path = session_path(&school, &session, "");
    assert_eq!(school.manager.client.delete_at(&path, &json!(1)).await.status, 204);
    app.run_jobs().await;
    assert!(app.objects().is_empty(), "{:?}", app.objects());
}

#[tokio::test]
async fn a_file_that_was_not_looked_through_blocks_the_start() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.ready(&app, "Développement").await;
    let resource = file_resource(&school, &session, "<< >>").await;
    sqlx::query("UPDATE file SET scan = 'pending'").execute(&app.state.pool).await.unwrap();
    let told = school.manager.client.get(&session_path(&school, &session, "/readiness")).await.expect(200);
    assert_eq!(
        (&told["items"][0]["code"], &told["items"][0]["resource_id"]),
        (&json!("resource_not_clean"), &resource["id"])
    );
}
