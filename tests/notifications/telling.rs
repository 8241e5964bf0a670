//! What slices write when they tell people something.

use carnet::notices::NoticeKind;
use carnet::platform::live::{self, MailState, Notice};
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::live::Live;

async fn rows(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM notification").fetch_one(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn what_was_not_read_is_renewed_and_what_was_is_told_again() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.tell_facts(&ines, NoticeKind::OfferReceived, Uuid::nil(), json!({ "title": "Avant" })).await;
    app.advance(chrono::Duration::minutes(1));
    app.tell_facts(&ines, NoticeKind::OfferReceived, Uuid::nil(), json!({ "title": "Après" })).await;
    assert_eq!(rows(&app).await, 1);
    let list = ines.client.get("/me/notifications").await.expect(200);
    let line = &list["items"][0];
    assert_eq!(
        (&line["facts"]["title"], &line["told_at"]),
        (&json!("Après"), &json!("2026-03-03T08:01:00Z"))
    );
    let path = format!("/me/notifications/{}/read", line["id"].as_str().unwrap());
    ines.client.put(&path, ()).await.expect(204);
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    assert_eq!(rows(&app).await, 2);
}

#[tokio::test]
async fn fifty_who_tell_the_same_at_once_leave_one_notice() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let telling = (0..50).map(|_| app.tell(&ines, NoticeKind::MessageWritten, Uuid::nil()));
    futures::future::join_all(telling).await;
    assert_eq!(rows(&app).await, 1);
}

#[tokio::test]
async fn many_are_told_in_one_go_and_each_page_once() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (mut live, _) = Live::open(&ines.client).await;
    let mut people = vec![ines.id];
    for number in 0..200 {
        people.push(app.person("Paul", &format!("N{number}")).await.id);
    }
    let notice =
        |person| Notice { person, kind: NoticeKind::RoomEnding, subject: Uuid::nil(), facts: json!({}) };
    // Somebody is named twice: they are told once.
    let notices: Vec<_> = people.iter().chain(&people[..3]).map(|person| notice(*person)).collect();
    let mut tx = app.state.pool.begin().await.unwrap();
    live::tell(&mut tx, &app.state.ids, &notices, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(rows(&app).await, 201);
    live.expect_changed("notices").await;
    live.expect_nothing().await;
}

#[tokio::test]
async fn what_is_forgotten_is_gone_read_or_not() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    for (user, subject) in [(&ines, 1), (&noe, 1), (&ines, 2)] {
        app.tell(user, NoticeKind::OfferReceived, Uuid::from_u128(subject)).await;
    }
    let (mut live, hello) = Live::open(&noe.client).await;
    assert_eq!(hello["unread"], 1);
    let mut tx = app.state.pool.begin().await.unwrap();
    live::forget(&mut tx, &[Uuid::from_u128(1)]).await.unwrap();
    tx.commit().await.unwrap();
    live.expect_changed("notices").await;
    assert_eq!(noe.client.get("/me/notifications").await.expect(200)["items"], json!([]));
    assert_eq!(ines.client.get("/me/notifications/count").await.expect(200)["unread"], 1);
    // The mail that was to leave does not.
    app.advance(chrono::Duration::minutes(3));
    app.run_job(carnet::notifications::MailNotices::default()).await;
    assert_eq!(app.mails_to(&noe.email).await.len(), 0);
    assert_eq!(app.mails_to(&ines.email).await.len(), 1);
}

#[tokio::test]
async fn what_became_of_a_mail_is_told_of_the_newest_notice_of_a_subject() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let kind = NoticeKind::OfferReceived;
    let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let states = async || {
        let mut conn = app.state.pool.acquire().await.unwrap();
        live::mail_states(&mut conn, kind, &[one, two, Uuid::from_u128(3)]).await.unwrap()
    };
    app.tell(&ines, kind, one).await;
    app.tell(&ines, NoticeKind::OfferEnding, two).await;
    assert_eq!(states().await, [(one, MailState::Waiting)], "of this kind, and of whom something was told");
    sqlx::query("UPDATE notification SET mail = 'failed', read_at = now()")
        .execute(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(states().await, [(one, MailState::Failed)]);
    app.advance(chrono::Duration::minutes(1));
    app.tell(&ines, kind, one).await;
    assert_eq!(states().await, [(one, MailState::Waiting)]);
    for (stored, told) in
        [("leaving", MailState::Waiting), ("sent", MailState::Sent), ("skipped", MailState::Skipped)]
    {
        sqlx::query("UPDATE notification SET mail = $1 WHERE read_at IS NULL")
            .bind(stored)
            .execute(&app.state.pool)
            .await
            .unwrap();
        assert_eq!(states().await, [(one, told)]);
    }
}
