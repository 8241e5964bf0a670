use carnet::notices::NoticeKind;
use carnet::notifications::MailNotices;
use carnet::platform::jobs::{self, Registry};
use chrono::Duration;
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::users::User;

async fn write_mails(app: &TestApp) {
    app.run_job(MailNotices::default()).await;
}

/// How many mails reached a person by now.
async fn received(app: &TestApp, user: &User) -> usize {
    write_mails(app).await;
    app.mails_to(&user.email).await.len()
}

async fn choose(user: &User, group: &str, mail: &str) {
    let mut settings = user.client.get("/me/notification-settings").await.expect(200);
    settings[group]["mail"] = json!(mail);
    user.client.put("/me/notification-settings", settings).await.expect(200);
}

/// The same person with a token of now.
fn now(app: &TestApp, user: &User) -> User {
    app.renewed(user)
}

#[tokio::test]
async fn a_mail_leaves_after_two_minutes_and_says_nothing_of_what_it_is_about() {
    let app = TestApp::start_with(&["--public-url=https://carnet.test"]).await;
    let ines = app.person("Inès", "Lefèvre").await;
    let facts = json!({ "company": "Ateliers du Nord", "title": "Soudeuse" });
    app.tell_facts(&ines, NoticeKind::OfferReceived, Uuid::from_u128(7), facts).await;
    app.advance(Duration::seconds(119));
    assert_eq!(received(&app, &ines).await, 0);
    app.advance(Duration::seconds(1));
    for _ in 0..3 {
        assert_eq!(received(&app, &ines).await, 1, "once");
    }
    assert_eq!(app.mail_column(&ines).await, ["sent"]);
    let mail = &app.mails_to(&ines.email).await[0];
    let whole = format!("{}\n{}\n{}", mail.headers, mail.subject, mail.body);
    for word in ["Ateliers", "Soudeuse", "Inès", "Lefèvre", "offre", "00000007", "<img", "<html", "utm_"] {
        assert!(!whole.contains(word), "the mail tells {word}: {whole}");
    }
    assert_eq!(mail.body.matches("http").count(), 1, "one address: {}", mail.body);
    assert!(mail.body.contains("https://carnet.test/connexion\n"), "{}", mail.body);
    let job_words: String =
        sqlx::query_scalar("SELECT coalesce(string_agg(payload::text, ' '), '') FROM job")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert!(!job_words.contains('@'), "{job_words}");
}

#[tokio::test]
async fn whatever_waits_is_one_mail_for_each_person() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    for number in 0..5 {
        app.tell(&ines, NoticeKind::OfferReceived, Uuid::from_u128(number)).await;
    }
    app.tell(&noe, NoticeKind::QuizInvited, Uuid::nil()).await;
    app.advance(Duration::minutes(2));
    // What happened a moment ago goes with what waits.
    app.tell(&ines, NoticeKind::Mentioned, Uuid::nil()).await;
    assert_eq!((received(&app, &ines).await, received(&app, &noe).await), (1, 1));
    assert_eq!(app.mail_column(&ines).await, ["sent"; 6]);
    app.advance(Duration::hours(1));
    assert_eq!(received(&app, &ines).await, 1);
}

#[tokio::test]
async fn what_was_read_first_is_not_mailed() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    let list = ines.client.get("/me/notifications").await.expect(200);
    let path = format!("/me/notifications/{}/read", list["items"][0]["id"].as_str().unwrap());
    ines.client.put(&path, ()).await.expect(204);
    app.advance(Duration::minutes(3));
    assert_eq!(received(&app, &ines).await, 0);
    assert_eq!(app.mail_column(&ines).await, ["skipped"]);
}

#[tokio::test]
async fn what_is_told_again_and_again_is_mailed_all_the_same() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for _ in 0..4 {
        app.tell(&ines, NoticeKind::Mentioned, Uuid::nil()).await;
        app.advance(Duration::seconds(50));
        write_mails(&app).await;
    }
    assert_eq!(app.mails_to(&ines.email).await.len(), 1);
}

#[tokio::test]
async fn kinds_that_are_not_mailed_and_people_who_want_none_get_none() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    app.tell(&ines, NoticeKind::MessageWritten, Uuid::nil()).await;
    choose(&noe, "offers", "none").await;
    app.tell(&noe, NoticeKind::OfferReceived, Uuid::nil()).await;
    app.advance(Duration::days(2));
    assert_eq!((received(&app, &ines).await, received(&app, &noe).await), (0, 0));
    assert_eq!(
        (app.mail_column(&ines).await, app.mail_column(&noe).await),
        (vec!["none".to_owned()], vec!["skipped".to_owned()])
    );
}

#[tokio::test]
async fn who_has_no_account_or_address_any_more_is_not_written_to() {
    let app = TestApp::start().await;
    let (closed, unconfirmed) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    for user in [&closed, &unconfirmed] {
        app.tell(user, NoticeKind::OfferReceived, Uuid::nil()).await;
    }
    app.execute(&format!("UPDATE person SET disabled_at = now() WHERE id = '{}'", closed.id)).await;
    app.execute(&format!("UPDATE person SET email_confirmed_at = NULL WHERE id = '{}'", unconfirmed.id))
        .await;
    app.advance(Duration::minutes(3));
    assert_eq!((received(&app, &closed).await, received(&app, &unconfirmed).await), (0, 0));
    assert_eq!(app.mail_column(&closed).await, ["skipped"]);
}

#[tokio::test]
async fn who_goes_between_the_writing_and_the_sending_is_not_written_to() {
    let app = TestApp::start().await;
    let (erased, reader) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    for user in [&erased, &reader] {
        app.tell(user, NoticeKind::OfferReceived, Uuid::nil()).await;
    }
    app.advance(Duration::minutes(3));
    write_mails(&app).await;
    assert_eq!(app.mail_column(&reader).await, ["leaving"]);
    app.execute(&format!("DELETE FROM notification WHERE person_id = '{}'", erased.id)).await;
    app.execute(&format!("UPDATE notification SET read_at = now() WHERE person_id = '{}'", reader.id)).await;
    assert_eq!(app.mails_to(&erased.email).await.len() + app.mails_to(&reader.email).await.len(), 0);
    assert_eq!(app.mail_column(&reader).await, ["skipped"]);
}

#[tokio::test]
async fn the_daily_mail_leaves_at_eight_in_paris_and_a_stop_only_delays_it() {
    // The test begins at nine in Paris.
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    choose(&ines, "offers", "daily").await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::from_u128(1)).await;
    app.tell(&ines, NoticeKind::OfferEnding, Uuid::from_u128(1)).await;
    app.advance(Duration::hours(22) + Duration::minutes(59));
    assert_eq!(received(&app, &ines).await, 0, "a minute before");
    app.advance(Duration::minutes(1));
    assert_eq!(received(&app, &ines).await, 1);
    app.advance(Duration::seconds(1));
    app.tell(&ines, NoticeKind::OfferWithdrawn, Uuid::from_u128(1)).await;
    app.advance(Duration::hours(23));
    assert_eq!(received(&app, &ines).await, 1, "once a day");
    // The server was away at eight: the first run after that sends it.
    app.advance(Duration::hours(4));
    assert_eq!(received(&app, &ines).await, 2);
    assert_eq!(app.mail_column(&ines).await, ["sent"; 3]);
    let mails = app.mails_to(&ines.email).await;
    assert!(mails.iter().all(|mail| mail.subject.contains("point du matin")), "{mails:?}");
}

#[tokio::test]
async fn the_daily_mail_for_rooms_also_counts_messages_nobody_named_one_in() {
    let app = TestApp::start().await;
    let (daily, usual) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    choose(&daily, "rooms", "daily").await;
    for user in [&daily, &usual] {
        app.tell(user, NoticeKind::MessageWritten, Uuid::nil()).await;
    }
    app.advance(Duration::days(1));
    assert_eq!((received(&app, &daily).await, received(&app, &usual).await), (1, 0));
    app.advance(Duration::days(1));
    assert_eq!(received(&app, &daily).await, 1, "the same messages are told of once");
    // Read, and written again: told again.
    let daily = now(&app, &daily);
    let list = daily.client.get("/me/notifications").await.expect(200);
    let path = format!("/me/notifications/{}/read", list["items"][0]["id"].as_str().unwrap());
    daily.client.put(&path, ()).await.expect(204);
    app.tell(&daily, NoticeKind::MessageWritten, Uuid::nil()).await;
    app.advance(Duration::days(1));
    assert_eq!(received(&app, &daily).await, 2);
}

#[tokio::test]
async fn a_choice_made_while_something_waits_counts() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    choose(&ines, "offers", "daily").await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    app.advance(Duration::minutes(4));
    assert_eq!(received(&app, &ines).await, 0);
    choose(&ines, "offers", "at_once").await;
    assert_eq!(received(&app, &ines).await, 1);
}

#[tokio::test]
async fn an_address_that_is_refused_for_good_is_written_down_as_such() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    app.execute(&format!("UPDATE person SET email = 'pas une adresse' WHERE id = '{}'", ines.id)).await;
    app.advance(Duration::minutes(3));
    write_mails(&app).await;
    let drained = jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap();
    assert_eq!(drained.errors.len(), 1, "{:?}", drained.errors);
    assert_eq!(app.mail_column(&ines).await, ["failed"]);
    // It is not tried again, nor told as new.
    app.advance(Duration::hours(5));
    write_mails(&app).await;
    assert_eq!(app.run_jobs().await, 0);
}

#[tokio::test]
async fn a_mail_server_that_is_away_for_hours_makes_it_fail_in_the_end() {
    let app = TestApp::start_with(&["--smtp-url=smtp://127.0.0.1:9"]).await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    app.advance(Duration::minutes(3));
    write_mails(&app).await;
    let mut tries = 0;
    while app.mail_column(&ines).await == ["leaving"] {
        let drained = jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap();
        tries += drained.errors.len();
        assert!(tries < 20, "it never ends");
        app.advance(Duration::hours(1));
    }
    assert_eq!((tries, app.mail_column(&ines).await), (12, vec!["failed".to_owned()]));
}

#[tokio::test]
async fn two_servers_that_write_mails_at_once_write_one() {
    let app = TestApp::start().await;
    let other = app.start_beside(79, &[]).await;
    let mut people = Vec::new();
    for number in 0..20 {
        let person = app.person("Inès", &format!("Lefèvre{number}")).await;
        app.tell(&person, NoticeKind::OfferReceived, Uuid::nil()).await;
        people.push(person);
    }
    app.advance(Duration::minutes(3));
    tokio::join!(write_mails(&app), write_mails(&other));
    let jobs: i64 = sqlx::query_scalar("SELECT count(*) FROM job WHERE kind = 'deliver_notices'")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(jobs, 20);
}
