//! So many offers a day, for a recruiter and for a company.

use chrono::Duration;
use serde_json::json;

use super::colleague;
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, offer_with, whole_offer};
use crate::support::users::User;

/// Writes that somebody has sent so many offers today, to people who are gone since.
async fn fill(app: &TestApp, by: &User, count: i32) {
    sqlx::query(
        "WITH o AS (
             INSERT INTO offer (id, company_id, author_id, status, version, title, job_code, job_label, message, reply_by,
                                company_name, company_siret, sent_at, ends_at, created_at, updated_at)
             SELECT gen_random_uuid(), c.id, $1, 'sent', 2, 'Avant', 'A1203', 'Métier', 'Avant', '2026-04-01', 'A', c.siret,
                    $3, $3 + interval '30 days', $3, $3
             FROM company c WHERE c.siren = $2 LIMIT 1 RETURNING id)
         INSERT INTO offer_recipient (id, offer_id, siren, job_code, position, state, sent_by, state_at, sent_at, ends_at,
                                      ended_at)
         SELECT gen_random_uuid(), o.id, $2, 'A1203', n, 'unavailable', $1, $3, $3, $3, $3 FROM o, generate_series(1, $4) n",
    )
    .bind(by.id)
    .bind("732829320")
    .bind(app.state.clock.now())
    .bind(count)
    .execute(&app.state.pool)
    .await
    .unwrap();
}

#[tokio::test]
async fn fifty_a_day_for_a_recruiter_counted_by_the_day_of_paris() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    fill(&app, &hirer, 49).await;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let both = app.draft(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    let refused = hirer
        .client
        .post_at(&offer_path(&both, "/send"), &json!(1))
        .await
        .expect_problem(409, "offer_quota_reached");
    assert_eq!(refused["current"], json!({ "left_today": 1, "asked": 2 }), "it fits whole or not at all");
    app.sent(&hirer, &offer_with(&json!({ "job": "A1102" })), &[&zoe]).await;
    let one = app.draft(&hirer, &whole_offer(), &[&paul]).await;
    hirer
        .client
        .post_at(&offer_path(&one, "/send"), &json!(1))
        .await
        .expect_problem(409, "offer_quota_reached");
    // A colleague has a count of their own.
    app.sent(&colleague(&app).await, &whole_offer(), &[&paul]).await;
    // Nine in the morning in Paris: the day ends at 23 UTC.
    let ana = app.seeker("Ana").await;
    let later = app.draft(&hirer, &whole_offer(), &[&ana]).await;
    app.advance(Duration::hours(15) - Duration::seconds(1));
    let again = app.renewed(&hirer);
    again
        .client
        .post_at(&offer_path(&later, "/send"), &json!(1))
        .await
        .expect_problem(409, "offer_quota_reached");
    app.advance(Duration::seconds(1));
    app.renewed(&hirer).client.post_at(&offer_path(&later, "/send"), &json!(1)).await.expect(200);
}

#[tokio::test]
async fn two_hundred_a_day_for_a_company() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    for _ in 0..4 {
        let colleague = colleague(&app).await;
        fill(&app, &colleague, 50).await;
    }
    let zoe = app.seeker("Zoé").await;
    let draft = app.draft(&hirer, &whole_offer(), &[&zoe]).await;
    let refused = hirer
        .client
        .post_at(&offer_path(&draft, "/send"), &json!(1))
        .await
        .expect_problem(409, "offer_quota_reached");
    assert_eq!(refused["current"]["left_today"], 0);
}

#[tokio::test]
async fn sendings_at_once_do_not_pass_the_limit_together() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    fill(&app, &hirer, 48).await;
    let mut paths = Vec::new();
    for number in 0..5 {
        let person = app.seeker(&format!("Personne {number}")).await;
        let draft = app.draft(&hirer, &whole_offer(), &[&person]).await;
        paths.push(offer_path(&draft, "/send"));
    }
    let version = json!(1);
    let sending = paths.iter().map(|path| hirer.client.post_at(path, &version));
    let answers = futures::future::join_all(sending).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 2);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.expect_problem(409, "offer_quota_reached");
    }
}
