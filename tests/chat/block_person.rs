use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::offers::offer_with;
use crate::support::rooms::{room_path, text};
use crate::support::users::User;

async fn block(client: &Client, user: &User) -> Value {
    client.put(&format!("/me/blocked-people/{}", user.profile), ()).await.expect(200)
}

#[tokio::test]
async fn what_a_blocked_person_writes_is_hidden_and_nobody_is_told() {
    let app = TestApp::start().await;
    let talk = app.talk(3).await;
    let (me, other) = (&talk.class.trainees[0].user, &talk.class.trainees[1].user);
    other.client.say(talk.general, "Avant").await;
    let blocked = block(&me.client, other).await;
    assert_eq!(
        (&blocked["name"], &blocked["profile_id"]),
        (&json!("Samir Stagiaire1"), &json!(other.profile))
    );
    assert_eq!(block(&me.client, other).await, blocked, "twice changes nothing");
    let mut named = text("Après");
    named["mentions"] = json!([me.profile]);
    other.client.post(&room_path(talk.general, "/messages"), &named).await.expect(201);
    let seen = me.client.messages(talk.general).await;
    assert!(
        seen.iter().all(|message| message["is_blocked"] == true && message["text"].is_null()),
        "{seen:?}"
    );
    let room = me.client.room(talk.general).await;
    assert_eq!((&room["unread"], &room["mentions"]), (&json!(0), &json!(0)));
    assert!(app.told(me, "room.mention").await.is_empty());
    assert_eq!(talk.learner(&app, 2).texts(talk.general).await.len(), 2, "the others read on");
    assert_eq!(other.client.messages(talk.general).await[0]["is_blocked"], false);
    let told: i64 = sqlx::query_scalar("SELECT count(*) FROM notification WHERE person_id = $1")
        .bind(other.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(told, 0);
    let reports = talk.teacher(&app).get("/room-reports").await.expect(200);
    assert_eq!(reports["items"], json!([]), "a block is no report");
}

#[tokio::test]
async fn those_who_train_are_read_all_the_same() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    block(&talk.learner(&app, 0), &talk.class.trainer).await;
    talk.teacher(&app).say(talk.general, "L’examen est demain").await;
    assert_eq!(talk.learner(&app, 0).texts(talk.general).await, [Some("L’examen est demain".to_owned())]);
}

#[tokio::test]
async fn somebody_one_never_met_is_nobody() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let stranger = app.person("Ève", "Ailleurs").await;
    let client = talk.learner(&app, 0);
    let unknown =
        client.put(&format!("/me/blocked-people/{}", Uuid::nil()), ()).await.expect_problem(404, "not_found");
    for user in [&stranger, &talk.class.trainees[0].user] {
        let path = format!("/me/blocked-people/{}", user.profile);
        assert_eq!(client.put(&path, ()).await.expect_problem(404, "not_found"), unknown);
    }
    let path = format!("/me/blocked-people/{}", stranger.profile);
    app.anonymous().put(&path, ()).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_blocked_recruiter_loses_the_private_room_and_sends_no_offer_any_more() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    app.accept(&zoe, sent.received[0]).await;
    let rooms = app.renewed(&zoe).client.get("/rooms").await.expect(200);
    let room: Uuid = rooms["items"][0]["id"].as_str().unwrap().parse().unwrap();
    app.renewed(&hirer.user).client.say(room, "Bonjour").await;
    block(&app.renewed(&zoe).client, &hirer.user).await;
    app.renewed(&hirer.user).client.try_say(room, "Allô ?").await.expect_problem(409, "room_closed");
    assert_eq!(app.stands(sent.received[0]).await, "closed");
    app.advance(chrono::Duration::days(40));
    // A new offer of theirs does not reach the person, and does not say why; a colleague's does.
    let offer = offer_with(&json!({ "starts_on": null }));
    let draft = app.draft(&hirer.user, &offer, &[&zoe]).await;
    let path = crate::support::offers::offer_path(&draft, "/send");
    let tried = app.renewed(&hirer.user).client.post_at(&path, &draft["version"]).await;
    assert!(!tried.text.to_lowercase().contains("bloqu"), "{}", tried.text);
    assert!(tried.body["sent"] != json!(1), "{}", tried.text);
    let colleague = app.recruiter_granted(crate::support::companies::SIRET).await;
    app.sent(&colleague.user, &offer, &[&zoe]).await;
}
