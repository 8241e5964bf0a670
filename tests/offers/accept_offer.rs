use carnet::sharing::Notice;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_its_person;
use crate::support::app::TestApp;
use crate::support::companies::drawn_siret;
use crate::support::offers::{answer_at, yes};

async fn rooms(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM chat_room WHERE kind = 'private' AND closed_at IS NULL")
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}

async fn receipts(app: &TestApp, person: carnet::ids::PersonId) -> Vec<String> {
    sqlx::query_scalar("SELECT kind FROM consent_receipt WHERE person_id = $1 ORDER BY position")
        .bind(person)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_yes_opens_a_room_and_shares_nothing_by_default() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    app.give_phone(&zoe, "06 12 34 56 78").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let path = sent.mine(0, "/acceptance");
    only_for_its_person(&app, &Method::POST, &path, &yes()).await;
    let answer = answer_at(&zoe.client, &path, 1, yes()).await;
    assert_eq!(answer.headers["etag"], "\"2\"");
    let accepted = answer.expect(200);
    assert_eq!((&accepted["state"], &accepted["shares"]), (&json!("accepted"), &json!([])));
    assert_eq!(accepted["undo_until"], "2026-03-03T08:10:00Z");
    assert_eq!((rooms(&app).await, receipts(&app, zoe.id).await), (1, vec!["offer_accepted".to_owned()]));
    let told = app.told(&hirer.user, "offer.answered").await;
    assert_eq!(
        (told.len(), &told[0]["answer"], &told[0]["first_name"]),
        (1, &json!("accepted"), &json!("Zoé"))
    );
    let seen = hirer.user.client.get(&sent.of(0, "")).await;
    assert!(!seen.text.contains("+33612345678"), "nothing was ticked");
    // It had not reached the person by mail: answering it did.
    let moves = app.moves(sent.received[0]).await;
    let events: Vec<_> = moves.iter().map(|(event, _)| event.as_str()).collect();
    assert_eq!(events, ["send", "deliver", "accept"]);
    app.assert_agrees(sent.received[0]).await;
}

#[tokio::test]
async fn what_is_ticked_is_shared_with_that_company_for_that_offer() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    app.give_phone(&zoe, "06 12 34 56 78").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let other = app.recruiter_granted(&drawn_siret(8)).await.user;
    let elsewhere = app.sent(&other, &crate::support::offers::whole_offer(), &[&zoe]).await;
    let path = sent.mine(0, "/acceptance");
    let shares = |version: &str| json!({ "confirmed": true, "items": [{ "kind": "phone" }], "policy_version": version });
    let unread = json!({ "confirmed": true, "items": [{ "kind": "phone" }] });
    answer_at(&zoe.client, &path, 1, unread).await.expect_field("/policy_version", "required");
    answer_at(&zoe.client, &path, 1, shares("1999-01")).await.expect_problem(409, "stale_policy");
    let no_cv = json!({ "confirmed": true, "items": [{ "kind": "cv" }], "policy_version": Notice::sharing().version });
    answer_at(&zoe.client, &path, 1, no_cv).await.expect_field("/items/0", "no_cv");
    assert_eq!(
        (app.stands(sent.received[0]).await, rooms(&app).await),
        ("sent".to_owned(), 0),
        "all or nothing"
    );
    let accepted = answer_at(&zoe.client, &path, 1, shares(Notice::sharing().version)).await.expect(200);
    assert_eq!(accepted["shares"].as_array().unwrap().len(), 1);
    let seen = hirer.user.client.get(&sent.of(0, "")).await;
    assert!(seen.text.contains("+33612345678"), "{}", seen.text);
    app.accept(&zoe, elsewhere.received[0]).await;
    assert!(!other.client.get(&elsewhere.of(0, "")).await.text.contains("+33612345678"));
    assert_eq!(receipts(&app, zoe.id).await, ["offer_accepted", "share_given", "offer_accepted"]);
}

#[tokio::test]
async fn the_first_window_wins_and_the_second_reads_what_stands() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    app.accept(&zoe, sent.received[0]).await;
    let no = json!({ "confirmed": true });
    for (path, body) in [("/refusal", &no), ("/acceptance", &no)] {
        let late = answer_at(&zoe.client, &sent.mine(0, path), 1, body.clone()).await;
        assert_eq!(late.expect_problem(409, "illegal_transition")["current_state"], "accepted");
    }
    assert_eq!(app.stands(sent.received[0]).await, "accepted");
}

#[tokio::test]
async fn nothing_is_answered_by_accident() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    let path = sent.mine(0, "/acceptance");
    answer_at(&zoe.client, &path, 1, json!({ "confirmed": false }))
        .await
        .expect_field("/confirmed", "confirmation_required");
    answer_at(&zoe.client, &path, 1, json!({})).await.expect_field("/confirmed", "required");
    answer_at(&zoe.client, &path, 1, json!({ "confirmed": true, "age": 3 }))
        .await
        .expect_field("/age", "unknown_field");
    zoe.client.post(&path, yes()).await.expect_problem(428, "precondition_required");
    let stale = answer_at(&zoe.client, &path, 9, yes()).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["state"], "delivered");
    let page = zoe.client.request(Method::POST, &path).header("if-match", "\"1\"").body("confirmed=true");
    let form = page.header("content-type", "text/plain").send().await.unwrap();
    assert_eq!(form.status(), 415);
    assert_eq!(app.stands(sent.received[0]).await, "sent");
}

#[tokio::test]
async fn the_network_it_came_from_is_kept_and_never_the_address() {
    let app = TestApp::hiring_with(&["--trusted-proxies=127.0.0.1"]).await;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let hirer = app.hirer().await.user;
    let sent = app.sent(&hirer, &crate::support::offers::whole_offer(), &[&zoe, &paul]).await;
    for (place, (person, address)) in
        [(&zoe, "198.51.100.77"), (&paul, "2001:db8:1:2:3:4:5:6")].into_iter().enumerate()
    {
        let request = person.client.starting_from(Method::POST, &sent.mine(place, "/acceptance"), &json!(1));
        let request = request.header("x-forwarded-for", address).json(&yes());
        crate::support::client::send(request).await.expect(200);
    }
    let networks: Vec<Option<String>> =
        sqlx::query_scalar("SELECT network FROM offer_transition WHERE event = 'accept' ORDER BY network")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(networks, [Some("198.51.100.0/24".to_owned()), Some("2001:db8:1::/48".to_owned())]);
    let others: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM offer_transition WHERE network IS NOT NULL AND event <> 'accept'",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(others, 0);
}

#[tokio::test]
async fn it_is_too_late_from_midnight_in_paris_on_even_before_the_clock_has_said_so() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    // 2 April ends at 22 UTC.
    let last: chrono::DateTime<chrono::Utc> = "2026-04-02T22:00:00Z".parse().unwrap();
    app.advance(last - app.state.clock.now() - Duration::seconds(1));
    app.advance(Duration::seconds(1));
    let late = answer_at(&app.renewed(&zoe).client, &sent.mine(0, "/acceptance"), 1, yes()).await;
    assert_eq!(late.expect_problem(409, "illegal_transition")["current_state"], "expired");
    let (hirer, again) = (app.hirer().await, app.seeker("Paul").await);
    let other = app.sent(&hirer.user, &crate::support::offers::whole_offer(), &[&again]).await;
    let end: chrono::DateTime<chrono::Utc> =
        sqlx::query_scalar("SELECT ends_at FROM offer_recipient WHERE id = $1")
            .bind(other.received[0])
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    app.advance(end - app.state.clock.now() - Duration::seconds(1));
    app.accept(&again, other.received[0]).await;
}

#[tokio::test]
async fn of_all_answers_at_once_one_counts() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    let (accept, refuse) = (sent.mine(0, "/acceptance"), sent.mine(0, "/refusal"));
    let no = json!({ "confirmed": true });
    let answers: Vec<_> = futures::future::join_all((0..8).map(|number| {
        let (path, body) = if number % 2 == 0 { (&accept, yes()) } else { (&refuse, no.clone()) };
        answer_at(&zoe.client, path, 1, body)
    }))
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.expect_problem(409, "illegal_transition");
    }
    app.assert_agrees(sent.received[0]).await;
    let told: Vec<Value> = sqlx::query_scalar("SELECT facts FROM notification WHERE kind = 'offer.answered'")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(told.len(), 1);
}
