use carnet::sharing::ShareItem;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::sharing::told;

#[tokio::test]
async fn what_is_taken_back_is_a_line_without_content_at_once() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &sharer.everything()).await.unwrap();
    let id = app.share_of(&sharer.purpose, "phone").await;
    app.advance(chrono::Duration::minutes(1));
    let user = app.renewed(&sharer.user);
    let ended = user.client.delete(&format!("/me/shares/{id}")).await.expect(200);
    assert_eq!((&ended["state"], &ended["end_reason"]), (&json!("ended"), &json!("revoked")));
    let read = app.read_by(sharer.company, &sharer.purpose).await;
    assert_eq!(
        told(&read),
        [
            "phone retirée".to_owned(),
            format!("email {}", sharer.user.email),
            "cv file".to_owned(),
            "proof file".to_owned(),
            "passport -".to_owned(),
        ]
    );
    let line = serde_json::to_value(&read[0]).unwrap();
    let expected = json!({
        "share": id, "kind": "phone", "state": "withdrawn", "since": "2026-03-03T08:01:00Z",
        "until": null, "value": null, "file": null,
    });
    assert_eq!(line, expected);
    // Its receipt says what was taken back, by whom and how.
    let receipts = user.client.get("/me/receipts").await.expect(200);
    let receipt = &receipts["items"][0];
    assert_eq!(receipt["id"], ended["ended_receipt"]);
    assert_eq!((&receipt["kind"], &receipt["method"]), (&json!("share_ended"), &json!("button")));
    assert_eq!(receipt["items"], json!([{ "kind": "phone", "share": id }]));
    let trail = app.trail(id.0).await;
    assert_eq!(trail.last().unwrap().0, "sharing.share_ended");
}

#[tokio::test]
async fn twice_is_once() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    let path = format!("/me/shares/{}", app.share_of(&sharer.purpose, "phone").await);
    let calls = (0..4).map(|_| sharer.user.client.delete(&path));
    let answers: Vec<_> =
        futures::future::join_all(calls).await.into_iter().map(|answer| answer.expect(200)).collect();
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    let receipts = sharer.user.client.get("/me/receipts").await.expect(200);
    assert_eq!(receipts["items"].as_array().unwrap().len(), 2, "one given, one taken back");
}

#[tokio::test]
async fn nobody_takes_back_somebody_elses() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let zoe = app.person("Zoé", "Martin").await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    let path = format!("/me/shares/{}", app.share_of(&sharer.purpose, "phone").await);
    let foreign = zoe.client.delete(&path).await.expect_problem(404, "not_found");
    let unknown = zoe.client.delete(&format!("/me/shares/{}", uuid::Uuid::nil())).await;
    assert_eq!(foreign, unknown.expect_problem(404, "not_found"));
    sharer.recruiter.user.client.delete(&path).await.expect_problem(404, "not_found");
    assert_eq!(told(&app.read_by(sharer.company, &sharer.purpose).await), ["phone +33612345678"]);
}

#[tokio::test]
async fn the_recruiter_is_told_and_their_open_pages_ask_again() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    let mut listener = sqlx::postgres::PgListener::connect_with(&app.state.pool).await.unwrap();
    listener.listen(carnet::platform::live::CHANNEL).await.unwrap();
    let id = app.share_of(&sharer.purpose, "phone").await;
    sharer.user.client.delete(&format!("/me/shares/{id}")).await.expect(200);
    let mut hinted = Vec::new();
    while hinted.len() < 2 {
        let hint = tokio::time::timeout(std::time::Duration::from_secs(5), listener.recv()).await;
        hinted.push(hint.expect("open pages are hinted to").unwrap().payload().to_owned());
    }
    let shares = hinted.iter().find(|hint| hint.contains("shares")).expect("the shares changed");
    for person in [sharer.user.id, sharer.recruiter.user.id] {
        assert!(shares.contains(&person.to_string()), "{shares}");
    }
    let told: Vec<(String, uuid::Uuid, serde_json::Value)> = sqlx::query_as(
        "SELECT kind, subject_id, facts FROM notification WHERE person_id = $1 ORDER BY kind DESC",
    )
    .bind(sharer.recruiter.user.id)
    .fetch_all(&app.state.pool)
    .await
    .unwrap();
    let subject = sharer.purpose.purpose.0;
    let title = "Technicienne réseau";
    assert_eq!(
        told,
        [
            ("share.given".to_owned(), subject, json!({ "offer": title, "items": ["phone"] })),
            (
                "share.ended".to_owned(),
                subject,
                json!({ "offer": title, "items": ["phone"], "why": "revoked" })
            ),
        ]
    );
}
