use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rooms::{message_path, room_path};
use crate::support::users::User;

async fn data(app: &TestApp, user: &User) -> Value {
    let mut connection = app.state.pool.acquire().await.unwrap();
    carnet::chat::personal_data(&mut connection, user.id).await.unwrap()
}

#[tokio::test]
async fn one_gets_what_one_wrote_and_nothing_of_what_others_did() {
    let app = TestApp::start().await;
    let (talk, pair) = (app.talk(2).await, app.pair().await);
    let user = &talk.class.trainees[0].user;
    let sent = user.client.say(talk.general, "Mon perroquet").await;
    user.client
        .put_at(&message_path(talk.general, &sent, ""), &json!(1), json!({ "text": "Mon canari" }))
        .await
        .expect(200);
    let other = talk.learner(&app, 1).say(talk.general, "Ton toucan").await;
    let report = json!({ "reason": "other", "comment": "Quel toucan ?" });
    user.client.post(&message_path(talk.general, &other, "/reports"), report).await.expect(201);
    let profile = talk.class.trainees[1].user.profile;
    user.client.put(&format!("/me/blocked-people/{profile}"), ()).await.expect(200);
    let found = data(&app, user).await;
    assert_eq!(
        (&found["messages"][0]["text"], &found["messages"][0]["before"][0]["text"]),
        (&json!("Mon canari"), &json!("Mon perroquet"))
    );
    assert_eq!(found["reports"][0]["comment"], "Quel toucan ?");
    assert_eq!(
        (found["rooms"].as_array().unwrap().len(), &found["rooms"][0]["name"]),
        (1, &json!("Salon général"))
    );
    assert_eq!(found["blocked_people"][0]["profile"], json!(profile));
    assert!(!found.to_string().contains("Ton toucan"));
    let other = data(&app, &talk.class.trainees[1].user).await;
    assert!(!other.to_string().contains("canari") && !other.to_string().contains("Quel toucan"), "{other}");
    pair.person(&app).say(pair.room, "Bonjour").await;
    let found = data(&app, &pair.person).await;
    assert_eq!(
        (&found["private_rooms"][0]["as"], &found["private_rooms"][0]["title"]),
        (&json!("person"), &json!("Soudeuse"))
    );
    pair.company(&app).delete(&room_path(pair.room, "")).await.expect(200);
    let found = data(&app, &pair.person).await;
    assert_eq!((found["room_receipts"].as_array().unwrap().len(), &found["messages"]), (1, &json!([])));
}
