use reqwest::Method;
use serde_json::{Value, json};

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, offer_with, whole_offer};

#[tokio::test]
async fn a_draft_goes_with_its_choice_and_its_document() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let file = hirer.client.upload_pdf().await["id"].clone();
    let draft = app.draft(&hirer, &offer_with(&json!({ "file_id": file })), &[&zoe]).await;
    let path = offer_path(&draft, "");
    only_for_its_company(&app, &Method::DELETE, &path, &Value::Null).await;
    colleague(&app).await.client.delete(&path).await.expect_problem(403, "forbidden");
    hirer.client.delete(&path).await.expect(204);
    hirer.client.delete(&path).await.expect_problem(404, "not_found");
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM offer_recipient").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(left, 0);
    app.run_jobs().await;
    assert_eq!(app.objects().len(), 0, "the document is gone for good");
}

#[tokio::test]
async fn what_was_sent_is_not_deleted() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    hirer.user.client.delete(&sent.path("")).await.expect_problem(409, "illegal_transition");
    let kept = app.draft(&hirer.user, &whole_offer(), &[]).await;
    hirer.user.client.get(&offer_path(&kept, "")).await.expect(200);
}
