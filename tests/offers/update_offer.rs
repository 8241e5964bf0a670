use carnet::ids::FileId;
use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_company;
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, offer_with, whole_offer};

async fn released(app: &TestApp, file: &Value) -> bool {
    let id = FileId(file.as_str().unwrap().parse().unwrap());
    sqlx::query_scalar("SELECT released_at IS NOT NULL FROM file WHERE id = $1")
        .bind(id)
        .fetch_optional(&app.state.pool)
        .await
        .unwrap()
        .unwrap_or(true)
}

#[tokio::test]
async fn two_windows_that_write_at_once_notice() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let draft = app.draft(&hirer, &whole_offer(), &[&zoe]).await;
    let path = offer_path(&draft, "");
    let answer = hirer.client.put_at(&path, &json!(1), offer_with(&json!({ "title": "Une autre" }))).await;
    assert_eq!(answer.headers["etag"], "\"2\"");
    let written = answer.expect(200);
    assert_eq!((&written["title"], &written["counts"]), (&json!("Une autre"), &json!({ "draft": 1 })));
    let stale = hirer.client.put_at(&path, &json!(1), whole_offer()).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["title"], "Une autre");
    hirer.client.put(&path, whole_offer()).await.expect_problem(428, "precondition_required");
    hirer.client.put_at(&path, &json!(2), json!({ "title": "" })).await.expect_field("/title", "required");
    only_for_its_company(&app, &Method::PUT, &path, &whole_offer()).await;
}

#[tokio::test]
async fn a_document_is_kept_replaced_and_given_up() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (first, second) =
        (hirer.client.upload_pdf().await["id"].clone(), hirer.client.upload_pdf().await["id"].clone());
    let draft = app.draft(&hirer, &offer_with(&json!({ "file_id": first })), &[]).await;
    assert_eq!((&draft["file"]["id"], &draft["file"]["purpose"]), (&first, &json!("offer_document")));
    let path = offer_path(&draft, "");
    let kept =
        hirer.client.put_at(&path, &json!(1), offer_with(&json!({ "file_id": first }))).await.expect(200);
    assert_eq!(kept["file"]["id"], first);
    let replaced =
        hirer.client.put_at(&path, &json!(2), offer_with(&json!({ "file_id": second }))).await.expect(200);
    assert_eq!(replaced["file"]["id"], second);
    assert!(released(&app, &first).await && !released(&app, &second).await);
    let without = hirer.client.put_at(&path, &json!(3), whole_offer()).await.expect(200);
    assert_eq!(without["file"], Value::Null);
    assert!(released(&app, &second).await);
    app.run_jobs().await;
}

#[tokio::test]
async fn a_document_is_one_s_own_a_pdf_and_of_five_mebibytes_at_most() {
    let app = TestApp::hiring().await;
    let (hirer, other) = (app.hirer().await.user, app.person("Ana", "Autre").await);
    let with = |file: &Value| json!({ "offer": offer_with(&json!({ "file_id": file })) });
    let foreign = other.client.upload_pdf().await["id"].clone();
    hirer.client.post("/offers", with(&foreign)).await.expect_field("/offer/file_id", "unknown_file");
    let picture = crate::support::files::png(4, 4, "x");
    let picture = hirer.client.upload("/me/files", "a.png", picture).await.expect(201)["id"].clone();
    hirer.client.post("/offers", with(&picture)).await.expect_field("/offer/file_id", "file_type_refused");
    let long = crate::support::files::long_pdf((5 << 20) + 1);
    let long = hirer.client.upload("/me/files", "long.pdf", long).await.expect(201)["id"].clone();
    hirer.client.post("/offers", with(&long)).await.expect_field("/offer/file_id", "file_too_large");
    let file = hirer.client.upload_pdf().await["id"].clone();
    hirer.client.post("/offers", with(&file)).await.expect(201);
    hirer.client.post("/offers", with(&file)).await.expect_field("/offer/file_id", "unknown_file");
}

#[tokio::test]
async fn what_was_sent_never_changes() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let refused = hirer.user.client.put_at(&sent.path(""), &json!(2), whole_offer()).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "sent");
}
