use chrono::Duration;
use serde_json::json;

use super::items;
use crate::support::app::TestApp;
use crate::support::rooms::{room_path, text};

#[tokio::test]
async fn rooms_are_listed_by_what_was_last_written_with_what_is_unread() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let learner = &talk.class.trainees[0].user;
    let group = app.session_room(&talk.class, "moderated", "Annonces").await;
    app.advance(Duration::seconds(10));
    talk.teacher(&app).say(group, "Un").await;
    app.advance(Duration::seconds(10));
    let mut named = text("Deux");
    named["mentions"] = json!([learner.profile]);
    talk.teacher(&app).post(&room_path(talk.general, "/messages"), &named).await.expect(201);
    talk.learner(&app, 0).say(talk.general, "Le mien").await;
    let page = talk.learner(&app, 0).get("/rooms").await.expect(200);
    let found: Vec<_> =
        items(&page).iter().map(|room| (&room["name"], &room["unread"], &room["mentions"])).collect();
    assert_eq!(
        found,
        [(&json!("Salon général"), &json!(1), &json!(1)), (&json!("Annonces"), &json!(1), &json!(0))]
    );
    assert_eq!(items(&page)[0]["session"]["title"], "Soudure");
    assert_eq!(items(&page)[0]["side"], "member");
    // Those who only run the place are not told of what they do not follow.
    let boss = talk.class.boss(&app).get("/rooms").await.expect(200);
    assert!(items(&boss).iter().all(|room| room["unread"] == 0 && room["may_moderate"] == true));
    talk.class.boss(&app).say(talk.general, "Bonjour").await;
    talk.teacher(&app).say(talk.general, "Bonjour").await;
    let boss = talk.class.boss(&app).get("/rooms").await.expect(200);
    assert_eq!(items(&boss)[0]["unread"], 3, "who wrote in a room follows it");
}

#[tokio::test]
async fn pages_follow_one_another() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    for number in 0..5 {
        app.advance(Duration::seconds(1));
        app.session_room(&talk.class, "moderated", &format!("Annonces {number}")).await;
    }
    let client = talk.learner(&app, 0);
    let (mut cursor, mut seen) = (String::new(), Vec::new());
    loop {
        let page = client.get(&format!("/rooms?limit=2{cursor}")).await.expect(200);
        seen.extend(items(&page).iter().map(|room| room["id"].to_string()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen.len(), 6);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6, "no room twice");
    client.get("/rooms?limit=0").await.expect_field("/limit", "out_of_range");
    client.get("/rooms?cursor=x").await.expect_field("/cursor", "invalid_cursor");
    app.anonymous().get("/rooms").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_private_room_bears_the_name_of_the_other() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let mine = pair.person(&app).get("/rooms").await.expect(200);
    assert_eq!(
        (&items(&mine)[0]["name"], &items(&mine)[0]["side"]),
        (&json!("Ateliers 732829320"), &json!("person"))
    );
    assert_eq!(items(&mine)[0]["offer"]["recruiter"], "Renée Recrute");
    let theirs = pair.company(&app).get("/rooms").await.expect(200);
    assert_eq!(
        (&items(&theirs)[0]["name"], &items(&theirs)[0]["side"]),
        (&json!("Zoé Durand"), &json!("company"))
    );
    assert!(!theirs.to_string().contains(&pair.person.id.to_string()), "no account id");
}
