use carnet::notices::NoticeKind;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::users::User;

async fn subjects(user: &User, path: &str) -> (Vec<u128>, Value) {
    let page = user.client.get(path).await.expect(200);
    let subject = |item: &Value| item["subject"].as_str().unwrap().parse::<Uuid>().unwrap().as_u128();
    (page["items"].as_array().unwrap().iter().map(subject).collect(), page["next_cursor"].clone())
}

#[tokio::test]
async fn what_one_was_told_comes_newest_first_page_by_page() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    // Two by two at the same instant: then the one told last comes first.
    for (number, seconds) in (1..).zip([1, 0, 1, 0, 1]) {
        app.advance(chrono::Duration::seconds(seconds));
        app.tell(&ines, NoticeKind::OfferReceived, Uuid::from_u128(number)).await;
    }
    let (first, cursor) = subjects(&ines, "/me/notifications?limit=2").await;
    assert_eq!(first, [5, 4]);
    let (second, cursor) =
        subjects(&ines, &format!("/me/notifications?limit=2&cursor={}", cursor.as_str().unwrap())).await;
    assert_eq!(second, [3, 2]);
    let (last, cursor) =
        subjects(&ines, &format!("/me/notifications?limit=2&cursor={}", cursor.as_str().unwrap())).await;
    assert_eq!((last, cursor), (vec![1], Value::Null));
    assert_eq!(subjects(&noe, "/me/notifications").await.0, Vec::<u128>::new(), "each has their own");
}

#[tokio::test]
async fn a_line_says_what_is_needed_to_word_it() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let facts = json!({ "company": "Ateliers du Nord", "title": "Soudeuse" });
    app.tell_facts(&ines, NoticeKind::OfferReceived, Uuid::nil(), facts.clone()).await;
    let list = ines.client.get("/me/notifications").await.expect(200);
    let line = &list["items"][0];
    assert_eq!(line["kind"], "offer.received");
    assert_eq!(line["group"], "offers");
    assert_eq!((&line["facts"], &line["read_at"]), (&facts, &Value::Null));
    assert_eq!(line["told_at"], "2026-03-03T08:00:00Z");
}

#[tokio::test]
async fn read_ones_and_unread_ones_are_told_apart() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for number in 1..=3 {
        app.tell(&ines, NoticeKind::OfferReceived, Uuid::from_u128(number)).await;
    }
    let list = ines.client.get("/me/notifications").await.expect(200);
    let second = list["items"][1]["id"].as_str().unwrap().to_owned();
    ines.client.put(&format!("/me/notifications/{second}/read"), ()).await.expect(204);
    assert_eq!(subjects(&ines, "/me/notifications?unread=true").await.0, [3, 1]);
    assert_eq!(subjects(&ines, "/me/notifications?unread=false").await.0, [2]);
    assert_eq!(subjects(&ines, "/me/notifications").await.0, [3, 2, 1]);
}

#[tokio::test]
async fn a_kind_of_another_version_and_a_group_that_is_off_are_left_out() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.tell(&ines, NoticeKind::Mentioned, Uuid::from_u128(1)).await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::from_u128(2)).await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::from_u128(3)).await;
    sqlx::query("UPDATE notification SET kind = 'offer.of_tomorrow' WHERE subject_id = $1")
        .bind(Uuid::from_u128(3))
        .execute(&app.state.pool)
        .await
        .unwrap();
    let mut settings = ines.client.get("/me/notification-settings").await.expect(200);
    settings["rooms"]["in_app"] = json!(false);
    ines.client.put("/me/notification-settings", settings).await.expect(200);
    assert_eq!(subjects(&ines, "/me/notifications").await.0, [2]);
    assert_eq!(ines.client.get("/me/notifications/count").await.expect(200)["unread"], 1);
}

#[tokio::test]
async fn bad_questions_are_refused_field_by_field() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    ines.client.get("/me/notifications?limit=0").await.expect_field("/limit", "out_of_range");
    ines.client.get("/me/notifications?cursor=x").await.expect_field("/cursor", "invalid_cursor");
    ines.client.get("/me/notifications?unread=oui").await.expect_problem(422, "invalid_request");
    ines.client.get("/me/notifications?kind=x").await.expect_field("/kind", "unknown_field");
    app.anonymous().get("/me/notifications").await.expect_problem(401, "unauthenticated");
}
