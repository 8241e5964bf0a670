//! What the words of attendance's recipes stand for. The first word of a recipe makes a session for whoever asks; the
//! others name parts of it. A trainer who asks trains in it; whoever asks about themselves takes part.

use std::collections::HashMap;

use carnet::attendance::QrCodes;
use carnet::ids::{EnrolmentId, PersonId};
use carnet::sessions::Part;
use parking_lot::Mutex;
use serde_json::{Value, json};

use super::world::World;
use crate::support::attendance::{Class, drawing};
use crate::support::users::User;

/// A session made for one request.
#[derive(Clone)]
struct Made {
    session: String,
    slot: String,
    enrolment: EnrolmentId,
    /// The contest, certificate, element of proof or file the request is about.
    part: String,
}

/// The sessions made, by who asks.
#[derive(Default)]
pub struct Attending(Mutex<HashMap<Option<PersonId>, Made>>);

/// The word's meaning for whoever asks; none when it is no word of attendance.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let who = user.map(|user| user.id);
    let made = |form: fn(Made) -> String| world.attending.0.lock().get(&who).cloned().map(form);
    match word {
        "class_slot" => return made(|made| made.slot),
        "class_enrolment" => return made(|made| made.enrolment.to_string()),
        "class_part" => return made(|made| made.part),
        "class_org" => return Some(organisation(world, user).await),
        _ => {}
    }
    let class = prepare(world, user, word.starts_with("my_")).await?;
    let part = match word {
        "class" | "my_slot" | "my_class" => String::new(),
        "class_complete" => complete(world, &class).await,
        "class_closed" | "my_closed_slot" => closed(world, &class).await,
        "class_contested" => contested(world, &class).await,
        "class_over" => over(world, &class).await,
        "class_certified" | "my_certificate" | "document_code" => certified(world, user, &class, word).await,
        "class_link" => linked(world, &class).await,
        "class_proven" => proven(world, &class).await,
        "class_filed" | "my_class_file" => filed(world, &class).await,
        "my_qr_slot" => {
            let now = world.app.state.clock.now();
            world.app.state.part::<QrCodes>().at(class.slot.0, Part::Am, now)
        }
        _ => return None,
    };
    let made = Made {
        session: class.session.to_string(),
        slot: class.slot.to_string(),
        enrolment: class.enrolment(0),
        part,
    };
    let told = match word {
        "my_slot" | "my_closed_slot" | "my_qr_slot" => made.slot.clone(),
        "my_certificate" | "my_class_file" | "document_code" | "class_link" => made.part.clone(),
        _ => made.session.clone(),
    };
    world.attending.0.lock().insert(who, made);
    Some(told)
}

/// A session with a slot of this morning; whoever asks trains in it, or takes part.
async fn prepare(world: &World, user: Option<&User>, is_mine: bool) -> Option<Class> {
    let app = &world.app;
    let mut class = app.class_in(world.org, 0).await;
    app.execute(&format!(
        "UPDATE session_slot SET starts_at = '{0}', ends_at = timestamptz '{0}' + interval '3 hours' WHERE id = '{1}'",
        app.state.clock.now(),
        class.slot
    ))
    .await;
    let first = class.add_trainee(app, "Premier").await;
    class.trainees.push(first);
    if let Some(user) = user {
        if is_mine {
            let enrolment = class.enrol(app, Some(user), "Lui-même").await;
            class.trainees[0] = crate::support::attendance::Trainee { user: user.clone(), enrolment };
        } else {
            class.assign(app, class.slot, user).await;
        }
    }
    let settings = format!(
        "INSERT INTO session_attendance_setting (session_id, version, asks_entry_exit) VALUES ('{}', 1, false)",
        class.session
    );
    app.execute(&settings).await;
    Some(class)
}

/// An organisation where whoever belongs to the recipes' one has the same role, with settings at their first version.
async fn organisation(world: &World, user: Option<&User>) -> String {
    let app = &world.app;
    let fresh = app.organisation("Autre atelier").await;
    if let Some(user) = user {
        app.execute(&format!(
            "INSERT INTO organisation_member (organisation_id, person_id, role, joined_at)
             SELECT '{}', person_id, role, joined_at FROM organisation_member
             WHERE organisation_id = '{}' AND person_id = '{}'",
            fresh.id, world.org.id, user.id
        ))
        .await;
    }
    let settings = "INSERT INTO attendance_setting (organisation_id, version, thresholds)";
    app.execute(&format!("{settings} VALUES ('{}', 1, '[]')", fresh.id)).await;
    let settings =
        "INSERT INTO passport_setting (organisation_id, version, level_rule, two_people, reply_days)";
    app.execute(&format!("{settings} VALUES ('{}', 1, 'highest', false, 30)", fresh.id)).await;
    fresh.id.to_string()
}

async fn complete(world: &World, class: &Class) -> String {
    let app = &world.app;
    let people: Vec<EnrolmentId> = sqlx::query_scalar("SELECT id FROM enrolment WHERE session_id = $1")
        .bind(class.session)
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    let rows: Vec<Value> = people
        .iter()
        .map(|id| json!({ "enrolment_id": id, "part": "am", "status": "present", "seen_number": 0 }))
        .collect();
    let client = class.teacher(app);
    client.put(&class.slot_path("/attendance/marks"), json!({ "rows": rows })).await.expect(200);
    let signature = json!({ "part": "am", "drawing": drawing(1) });
    client.post(&class.slot_path("/attendance/signature"), signature).await.expect(200);
    let first = format!("UPDATE attendance_sheet SET version = 1 WHERE slot_id = '{}'", class.slot);
    app.execute(&first).await;
    String::new()
}

async fn closed(world: &World, class: &Class) -> String {
    complete(world, class).await;
    class.teacher(&world.app).post_at(&class.slot_path("/attendance/close"), &json!(1)).await.expect(200);
    String::new()
}

async fn contested(world: &World, class: &Class) -> String {
    closed(world, class).await;
    let path = format!("/me/attendance/slots/{}/contests", class.slot);
    let body = json!({ "part": "am", "text": "Ce n’est pas exact." });
    let slot = class.learner(&world.app, 0).post(&path, body).await.expect(201);
    slot["contests"][0]["id"].as_str().unwrap().to_owned()
}

async fn over(world: &World, class: &Class) -> String {
    closed(world, class).await;
    let close = format!("UPDATE training_session SET status = 'closed' WHERE id = '{}'", class.session);
    world.app.execute(&close).await;
    String::new()
}

async fn certified(world: &World, _: Option<&User>, class: &Class, word: &str) -> String {
    over(world, class).await;
    let body = json!({
        "kind": "completion", "enrolment_ids": [class.enrolment(0)],
        "signatory": { "name": "Marc", "capacity": "directeur" },
    });
    let issued = class.boss(&world.app).post(&class.path("/certificates"), body).await.expect(201);
    let field = if word == "document_code" { "code" } else { "id" };
    issued["issued"][0][field].as_str().unwrap().to_owned()
}

async fn proven(world: &World, class: &Class) -> String {
    let body = json!({
        "enrolment_id": class.enrolment(0), "kind": "quiz", "happened_at": world.app.state.clock.now(),
        "description": "Quiz 1",
    });
    let proof = class.teacher(&world.app).post(&class.path("/attendance-proofs"), body).await.expect(201);
    proof["id"].as_str().unwrap().to_owned()
}

/// A file that proves somebody's absence.
async fn filed(world: &World, class: &Class) -> String {
    let app = &world.app;
    let file = app.sent_file(&class.organisation, &class.teacher(app)).await;
    let mut row = class.row(0, "am", "absent");
    row["proof_file_id"] = json!(file);
    class.mark(app, vec![row]).await;
    file
}

/// The token of a personal link that somebody was mailed.
async fn linked(world: &World, class: &Class) -> String {
    let app = &world.app;
    let token = carnet::platform::tokens::OpaqueToken::draw(&app.state.ids);
    sqlx::query("INSERT INTO attendance_personal_link (token_hash, slot_id, enrolment_id, sent_at) VALUES ($1, $2, $3, now())")
        .bind(token.hash())
        .bind(class.slot)
        .bind(class.enrolment(0))
        .execute(&app.state.pool)
        .await
        .unwrap();
    token.reveal().to_owned()
}
