//! What the words of the recipes of rooms stand for. The first word of a recipe makes a room for whoever asks; the others name
//! parts of it. In a room that is moderated, a trainer who asks trains in the session; whoever asks about themselves takes part.

use std::collections::HashMap;

use carnet::ids::{OfferRecipientId, PersonId};
use parking_lot::Mutex;
use serde_json::{Value, json};
use uuid::Uuid;

use super::world::World;
use crate::support::attendance::Class;
use crate::support::client::Client;
use crate::support::companies::drawn_siret;
use crate::support::rooms::{client_id, message_path, room_path};
use crate::support::users::User;

/// The words that name parts of the room made last for whoever asks.
type Parts = HashMap<&'static str, String>;

/// The rooms made, by who asks.
#[derive(Default)]
pub struct Chatting(Mutex<HashMap<Option<PersonId>, Parts>>);

/// The word's meaning for whoever asks; none when it is no word of rooms.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let who = user.map(|user| user.id);
    let (told, parts) = match word {
        "moderated_room" => moderated(world, user).await,
        "room_report" => {
            let (_, parts) = moderated(world, user).await;
            (parts["report"].clone(), parts)
        }
        "my_room" => own(world, user).await,
        "my_private_room" => (private(world, user).await.to_string(), Parts::new()),
        "room_receipt" => (receipt(world, user).await, Parts::new()),
        "met_profile" => {
            let (_, parts) = own(world, user).await;
            (parts["room_trainer"].clone(), parts)
        }
        "blocked_profile" => (blocked(world, user).await, Parts::new()),
        "room_client" => return Some(client_id().to_string()),
        _ => {
            let made = world.chatting.0.lock();
            return made.get(&who).and_then(|parts| parts.get(word)).cloned();
        }
    };
    world.chatting.0.lock().insert(who, parts);
    Some(told)
}

fn id(value: &Value) -> String {
    value["id"].as_str().expect("it has an id").to_owned()
}

/// A message with a file; both.
async fn with_file(client: &Client, room: Uuid) -> (Value, String) {
    let file = id(&client.upload_pdf().await);
    let body = json!({ "client_id": client_id(), "text": "Le plan", "file_ids": [file] });
    (client.post(&room_path(room, "/messages"), &body).await.expect(201), file)
}

async fn class(world: &World) -> (Class, Uuid) {
    let app = &world.app;
    let mut class = app.class_in(world.org, 0).await;
    for name in ["Premier", "Second"] {
        let trainee = class.add_trainee(app, name).await;
        class.trainees.push(trainee);
    }
    let room = app.session_room(&class, "general", "Salon général").await;
    (class, room)
}

/// A room with a reported message, one that waits, and somebody who was put out; its settings at their first version.
async fn moderated(world: &World, user: Option<&User>) -> (String, Parts) {
    let app = &world.app;
    let (class, room) = class(world).await;
    if let Some(user) = user {
        class.assign(app, class.slot, user).await;
    }
    let author = class.learner(app, 0);
    let (message, file) = with_file(&author, room).await;
    let body = json!({ "reason": "spam", "comment": "Encore" });
    let report =
        class.learner(app, 1).post(&message_path(room, &message, "/reports"), &body).await.expect(201);
    app.execute(&format!("UPDATE chat_room SET writing = 'approval' WHERE id = '{room}'")).await;
    let waiting = author.say(room, "Une question").await;
    let out = &class.trainees[1].user;
    app.execute(&format!(
        "INSERT INTO room_member (room_id, person_id, expelled_at) VALUES ('{room}', '{}', now())
         ON CONFLICT ON CONSTRAINT room_member_pkey DO UPDATE SET expelled_at = excluded.expelled_at",
        out.id
    ))
    .await;
    world.run_jobs().await;
    let parts = HashMap::from([
        ("room_message", id(&message)),
        ("room_file", file),
        ("room_waiting", id(&waiting)),
        ("room_expelled", out.profile.to_string()),
        ("report", id(&report)),
    ]);
    (room.to_string(), parts)
}

/// A room where whoever asks takes part: with a message of the trainer, and one of theirs.
async fn own(world: &World, user: Option<&User>) -> (String, Parts) {
    let app = &world.app;
    let (class, room) = class(world).await;
    let (message, file) = with_file(&class.teacher(app), room).await;
    let mut mine = Uuid::nil().to_string();
    if let Some(user) = user {
        class.enrol(app, Some(user), "Lui-même").await;
        mine = id(&user.client.say(room, "Bonjour").await);
    }
    world.run_jobs().await;
    let parts = HashMap::from([
        ("room_message", id(&message)),
        ("room_file", file),
        ("my_message", mine),
        ("room_trainer", class.trainer.profile.to_string()),
    ]);
    (room.to_string(), parts)
}

/// A private room in which whoever asks accepted an offer of a company nobody else belongs to.
async fn private(world: &World, user: Option<&User>) -> Uuid {
    let app = &world.app;
    let siret = drawn_siret(app.state.ids.opaque::<Uuid>().as_u128());
    let recruiter = app.recruiter_granted(&siret).await;
    let person = match user {
        Some(user) => user.clone(),
        None => app.person("Paul", "Ailleurs").await,
    };
    let recipient: OfferRecipientId = app.state.ids.opaque();
    let room = app.open_private(recipient, person.id, recruiter.id).await;
    person.client.say(room, "Bonjour").await;
    recruiter.user.client.say(room, "Bonjour à vous").await;
    room
}

/// The receipt of a private room that whoever asks had erased.
async fn receipt(world: &World, user: Option<&User>) -> String {
    let room = private(world, user).await;
    let Some(user) = user else { return Uuid::nil().to_string() };
    user.client.delete(&room_path(room, "")).await.expect(200);
    let receipts = user.client.get("/me/room-receipts").await.expect(200);
    world.run_jobs().await;
    id(&receipts["items"][0])
}

/// Somebody whom whoever asks blocks.
async fn blocked(world: &World, user: Option<&User>) -> String {
    let (_, parts) = own(world, user).await;
    if let Some(user) = user {
        user.client.put(&format!("/me/blocked-people/{}", parts["room_trainer"]), ()).await.expect(200);
    }
    parts["room_trainer"].clone()
}
