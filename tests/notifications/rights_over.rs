//! A stream goes on when its person loses a right, and tells nothing more of what it was for (TRUST S5).

use carnet::companies::CheckCompanies;
use carnet::orgs::Role;
use carnet::platform::live::{self, Topic};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::companies::SIRET;
use crate::support::live::{Event, Live};
use crate::support::register::FakeRegister;
use crate::support::rooms::{Talk, message_path, room_path};
use crate::support::users::User;

/// What open pages are told of a message.
fn hint(room: Uuid, message: &Value) -> Value {
    json!({ "room": room, "position": message["change"] })
}

/// What a page was told up to now. Of what comes together, people are told before the readers of rooms: the
/// second of two hints that come one after the other is behind everything that was said before.
async fn told_until_now(app: &TestApp, user: &User, page: &mut Live) -> Vec<Event> {
    let mut told = Vec::new();
    for topic in [Topic::Shares, Topic::Quizzes] {
        let mut tx = app.state.pool.begin().await.unwrap();
        live::changed(&mut tx, &[user.id], topic).await.unwrap();
        tx.commit().await.unwrap();
        told.extend(page.until("changed", &json!({ "topic": topic })).await);
    }
    told
}

/// Something is said in both rooms of a session; its manager, who reads both, is told of it.
async fn say_more(app: &TestApp, talk: &Talk, of_manager: &mut Live) {
    let speakers = [(talk.learner(app, 0), talk.general), (talk.class.boss(app), talk.staff)];
    for (speaker, room) in speakers {
        let sent = speaker.say(room, "La suite").await;
        of_manager.until("room", &hint(room, &sent)).await;
    }
}

/// Checks that nothing of the session's rooms is answered.
async fn assert_shut(client: &Client, talk: &Talk) {
    for room in [talk.general, talk.staff] {
        for rest in ["", "/messages", "/changes?after=0"] {
            client.get(&room_path(room, rest)).await.expect_problem(404, "not_found");
        }
        client.try_say(room, "Encore là").await.expect_problem(404, "not_found");
    }
    assert_eq!(client.get("/rooms").await.expect(200)["items"], json!([]));
}

/// A trainer with an open page is given this role by an admin, or none at all.
async fn hears_nothing_more(role: Option<Role>) {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let (trainer, organisation) = (&talk.class.trainer, &talk.class.organisation);
    let admin = app.member(organisation, Role::Admin).await;
    let (mut of_trainer, _) = Live::open(&trainer.client).await;
    let (mut of_manager, _) = Live::open(&talk.class.manager.client).await;
    say_more(&app, &talk, &mut of_manager).await;
    let told = told_until_now(&app, trainer, &mut of_trainer).await;
    for room in [talk.general, talk.staff] {
        assert!(told.iter().any(|event| event.data["room"] == json!(room)), "{told:?}");
    }

    let path = organisation.path(&format!("/members/{}", trainer.id));
    let done = match role {
        Some(role) => admin.client.patch(&path, json!({ "role": role.as_str() })).await,
        None => admin.client.delete(&path).await,
    };
    done.expect(204);
    say_more(&app, &talk, &mut of_manager).await;
    let told = told_until_now(&app, trainer, &mut of_trainer).await;
    assert!(told.iter().all(|event| event.name != "room"), "{told:?}");
    assert_shut(&trainer.client, &talk).await;
}

#[tokio::test]
async fn a_trainer_who_is_removed_from_the_organisation_hears_nothing_more_of_its_rooms() {
    hears_nothing_more(None).await;
}

#[tokio::test]
async fn a_trainer_who_becomes_a_trainee_hears_nothing_more_of_the_rooms_of_the_staff() {
    hears_nothing_more(Some(Role::Trainee)).await;
}

#[tokio::test]
async fn a_recruiter_whose_company_closes_hears_nothing_more_of_the_person() {
    let register = FakeRegister::start().await;
    register.holds_closed(SIRET).await;
    let app = register.app().await;
    let pair = app.pair().await;
    let (recruiter, person) = (&pair.recruiter.user, &pair.person.client);
    let (mut page, _) = Live::open(&recruiter.client).await;
    let sent = person.say(pair.room, "Avant").await;
    page.until("room", &hint(pair.room, &sent)).await;
    recruiter.client.get("/me/company/members").await.expect(200);

    app.execute(&format!("UPDATE company SET next_check_at = '{}'", app.state.clock.now())).await;
    app.run_job(CheckCompanies {}).await;
    assert_eq!(app.status_of(recruiter).await, "suspended");
    recruiter.client.get("/me/company/members").await.expect_problem(403, "recruiter_not_verified");
    // Whatever the person would say, in a new message or an old one, reaches nobody.
    person.try_say(pair.room, "Après").await.expect_problem(409, "room_paused");
    let edit = json!({ "text": "Après" });
    let edited = person.put_at(&message_path(pair.room, &sent, ""), &sent["version"], edit).await;
    edited.expect_problem(409, "room_paused");
    let told = told_until_now(&app, recruiter, &mut page).await;
    assert!(told.iter().all(|event| event.name != "room"), "{told:?}");
    // What was said before is not read any more either.
    recruiter.client.get(&room_path(pair.room, "/messages")).await.expect_problem(404, "not_found");
    recruiter.client.try_say(pair.room, "Oui ?").await.expect_problem(404, "not_found");

    // Who leaves such a company reads nothing of before either, nor is told what the person takes back.
    recruiter.client.delete("/me/company").await.expect(204);
    recruiter.client.get(&room_path(pair.room, "/changes?after=0")).await.expect_problem(404, "not_found");
    person.delete(&message_path(pair.room, &sent, "")).await.expect(204);
    let told = told_until_now(&app, recruiter, &mut page).await;
    assert!(told.iter().all(|event| event.name != "room"), "{told:?}");
}
