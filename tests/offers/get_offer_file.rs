use reqwest::Method;
use serde_json::{Value, json};

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, offer_with, whole_offer};

#[tokio::test]
async fn the_company_reads_its_own_document() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let file = hirer.client.upload_pdf().await["id"].clone();
    let draft = app.draft(&hirer, &offer_with(&json!({ "file_id": file })), &[]).await;
    let path = offer_path(&draft, "/file");
    for reader in [&hirer, &colleague(&app).await] {
        let read = reader.client.get(&path).await;
        assert_eq!(
            (read.status.as_u16(), &read.headers["content-type"]),
            (200, &"application/pdf".parse().unwrap())
        );
        assert_eq!(read.headers["cache-control"], "private, no-store");
    }
    only_for_its_company(&app, &Method::GET, &path, &Value::Null).await;
    let without = app.draft(&hirer, &whole_offer(), &[]).await;
    hirer.client.get(&offer_path(&without, "/file")).await.expect_problem(404, "not_found");
    app.run_jobs().await;
}
