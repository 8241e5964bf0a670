use reqwest::{Method, header};
use serde_json::{Value, json};

use super::super::noted;
use crate::support::app::TestApp;
use crate::support::client::{Answer, send};
use crate::support::files::png;
use crate::support::users::User;

async fn send_file(user: &User, file: &str) -> Answer {
    let request = user.client.request(Method::POST, "/company/question-imports?format=gift");
    send(request.header(header::CONTENT_TYPE, "application/octet-stream").body(file.to_owned())).await
}

const GIFT: &str =
    "::Un:: Quelle est l’intensité ? {=120 ~20 ~600}\n\n::Deux:: Quel est votre âge ? {=30 ~40}\n";

#[tokio::test]
async fn questions_come_in_as_shown_and_go_out_again() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let read = send_file(&recruiter.user, GIFT).await.expect(201);
    assert_eq!((&read["counts"]["create"], &read["confirmed_at"]), (&json!(2), &Value::Null));
    let path = format!("/company/question-imports/{}/confirm", read["id"].as_str().unwrap());
    let foreign = app.recruiter_somewhere().await;
    let body = json!({ "skip_errors": false });
    foreign.user.client.post(&path, &body).await.expect_problem(404, "not_found");
    let colleague = app.fellow_recruiter(&recruiter).await;
    colleague.user.client.post(&path, &body).await.expect(200);
    let again = recruiter.user.client.post(&path, &body).await.expect(200);
    assert!(!again["confirmed_at"].is_null());
    let page = recruiter.user.client.get("/company/questions").await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 2, "confirmed once");
    assert_eq!(noted(&app, "question.forbidden_topics").await, [Some(json!({ "topics": ["age"] }))]);
    let out = recruiter.user.client.get("/company/question-export?format=gift").await;
    assert_eq!(out.status, 200);
    assert!(out.text.contains("intensité") && out.headers[header::CACHE_CONTROL] == "private, no-store");
    let nothing = foreign.user.client.get("/company/question-export?format=csv").await;
    assert!(nothing.status == 200 && !nothing.text.contains("intensité"));
    let back = send_file(&foreign.user, &out.text).await.expect(201);
    assert_eq!((&back["counts"]["create"], &back["counts"]["error"]), (&json!(2), &json!(0)));
}

#[tokio::test]
async fn an_image_becomes_the_company_s_and_stays_when_its_sender_leaves() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let card = recruiter.user.client.upload("/me/files", "piece.png", png(4, 4, "")).await.expect(201);
    let draft = json!({
        "statement": [{ "type": "image", "file_id": card["id"], "alt": "Une pièce soudée" }],
        "answer": { "kind": "true_false", "is_true": true },
    });
    let made = recruiter.user.client.post("/company/questions", &draft).await.expect(201);
    let owner: (Option<uuid::Uuid>, Option<uuid::Uuid>) =
        sqlx::query_as("SELECT person_id, company_id FROM file WHERE id = $1")
            .bind(card["id"].as_str().unwrap().parse::<uuid::Uuid>().unwrap())
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(owner, (None, Some(app.company_of(&recruiter).await.0)));
    let (id, file) = (made["id"].as_str().unwrap(), card["id"].as_str().unwrap());
    let image = format!("/company/questions/{id}/images/{file}");
    let colleague = app.fellow_recruiter(&recruiter).await;
    assert_eq!(colleague.user.client.get(&image).await.status, 200);
    app.recruiter_somewhere().await.user.client.get(&image).await.expect_problem(404, "not_found");
    // A colleague may show it elsewhere in the bank; a stranger's file is nobody's to use.
    let mut other = draft.clone();
    other["answer"]["is_true"] = json!(false);
    colleague.user.client.post("/company/questions", &other).await.expect(201);
    let foreign = app.recruiter_somewhere().await;
    let refused = foreign.user.client.post("/company/questions", &draft).await;
    refused.expect_field("/statement/0/file_id", "unknown_file");
}
