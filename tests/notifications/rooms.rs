//! Rooms on the stream: how each stands at the beginning, then what is new, for those who may read it at that moment.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::live::Live;
use crate::support::sessions::session_path;
use crate::support::trainings::School;
use crate::support::users::User;

/// The general room of an announced session with so many trainees.
pub struct Hall {
    pub school: School,
    pub session: Value,
    pub room: Uuid,
    pub trainees: Vec<User>,
    enrolments: Vec<Value>,
}

impl Hall {
    pub async fn open(app: &TestApp, trainees: usize) -> Self {
        let school = app.school("Atelier").await;
        let session = school.planned(app, "Soudure").await;
        let (mut people, mut enrolments) = (Vec::new(), Vec::new());
        for _ in 0..trainees {
            let trainee = app.trainee(&school.organisation).await;
            enrolments.push(school.enrol_member(&session, &trainee).await);
            people.push(trainee);
        }
        let room = sqlx::query_scalar(
            "SELECT id FROM session_room WHERE session_id = $1::uuid AND kind = 'general'",
        )
        .bind(session["id"].as_str().unwrap())
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
        Self { school, session, room, trainees: people, enrolments }
    }

    /// The address of something of the room.
    pub fn path(&self, rest: &str) -> String {
        format!("/rooms/{}{rest}", self.room)
    }

    async fn say(&self, user: &User, text: &str) -> Value {
        let body = json!({ "client_id": Uuid::new_v4(), "text": text });
        user.client.post(&self.path("/messages"), body).await.expect(201)
    }
}

/// How the room stands, as a stream says first.
fn standing(hello: &Value, room: Uuid) -> Option<&Value> {
    hello["rooms"].as_array().unwrap().iter().find(|it| it["room"] == json!(room))
}

#[tokio::test]
async fn a_message_is_told_to_those_who_read_the_room_and_fetched_from_where_they_were() {
    let app = TestApp::with_catalogue().await;
    let hall = Hall::open(&app, 2).await;
    let (ines, noe) = (&hall.trainees[0], &hall.trainees[1]);
    let stranger = app.person("Paul", "Ailleurs").await;
    let (mut of_noe, hello) = Live::open(&noe.client).await;
    let before = standing(&hello, hall.room).unwrap().clone();
    assert_eq!((&before["position"], &before["unread"]), (&json!(0), &json!(0)));
    let (mut of_trainer, _) = Live::open(&hall.school.trainer.client).await;
    let (mut of_stranger, hello) = Live::open(&stranger.client).await;
    assert_eq!(standing(&hello, hall.room), None);
    let sent = hall.say(ines, "Bonjour à tous").await;
    let told = json!({ "room": hall.room, "position": sent["change"] });
    of_noe.until("room", &told).await;
    of_trainer.until("room", &told).await;
    of_stranger.expect_nothing().await;
    let news = noe.client.get(&hall.path("/changes?after=0")).await.expect(200);
    assert_eq!(news["items"][0]["text"], "Bonjour à tous");
    let (_live, hello) = Live::open(&noe.client).await;
    let after = standing(&hello, hall.room).unwrap();
    assert_eq!((&after["position"], &after["unread"]), (&sent["change"], &json!(1)));
}

#[tokio::test]
async fn who_left_the_room_a_moment_ago_is_told_nothing_of_it_on_a_stream_that_goes_on() {
    let app = TestApp::with_catalogue().await;
    let hall = Hall::open(&app, 2).await;
    let (ines, noe) = (&hall.trainees[0], &hall.trainees[1]);
    let (mut of_noe, _) = Live::open(&noe.client).await;
    let sent = hall.say(ines, "Avant").await;
    of_noe.until("room", &json!({ "room": hall.room, "position": sent["change"] })).await;
    let enrolment = hall.enrolments[1]["id"].as_str().unwrap();
    app.execute(&format!("UPDATE enrolment SET status = 'cancelled' WHERE id = '{enrolment}'")).await;
    hall.say(ines, "Après").await;
    of_noe.expect_nothing().await;
    noe.client.get(&hall.path("/messages")).await.expect_problem(404, "not_found");
    let told = hall.school.manager.client.get(&session_path(&hall.school, &hall.session, "")).await;
    told.expect(200);
}
