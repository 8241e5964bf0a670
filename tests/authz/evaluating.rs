//! What the words of the passport's recipes stand for. The first word of a recipe makes a session for whoever asks, with a
//! participant, an entry that rests on a file, a reply and a proposal; `graded_of` and `graded_file` name parts of it.

use std::collections::HashMap;

use carnet::ids::PersonId;
use carnet::orgs::Role;
use parking_lot::Mutex;
use serde_json::{Value, json};

use super::sessions::session_of;
use super::world::World;
use crate::support::users::User;

/// What was made for one request.
#[derive(Clone)]
struct Made {
    session: String,
    person: String,
    entry: String,
    evidence: String,
    reply: String,
    proposal: String,
}

/// What was made, by who asks.
#[derive(Default)]
pub struct Evaluating(Mutex<HashMap<Option<PersonId>, Made>>);

/// The word's meaning for whoever asks; none when it is no word of passports.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let who = user.map(|user| user.id);
    let made = |form: fn(Made) -> String| world.evaluating.0.lock().get(&who).cloned().map(form);
    let form: fn(Made) -> String = match word {
        "graded_of" => return made(|made| made.person),
        "graded_file" => return made(|made| made.evidence),
        "graded_session" => |made: Made| made.session,
        "graded_person" => |made: Made| made.person,
        "graded_entry" | "my_entry" => |made: Made| made.entry,
        "graded_reply" => |made: Made| made.reply,
        "graded_proposal" => |made: Made| made.proposal,
        "my_evidence" => |made: Made| made.evidence,
        _ => return None,
    };
    let own = user.filter(|_| word.starts_with("my_"));
    // One entry is enough for all that somebody does with their own.
    let known = world.evaluating.0.lock().get(&who).cloned();
    if let (Some(own), Some(made)) = (own, known)
        && made.person == own.id.to_string()
    {
        return Some(form(made));
    }
    let fresh = prepare(world, user, own).await;
    world.evaluating.0.lock().insert(who, fresh.clone());
    Some(form(fresh))
}

/// A session in which whoever asks trains, or, where the entry is about them, takes part.
async fn prepare(world: &World, user: Option<&User>, own: Option<&User>) -> Made {
    let app = &world.app;
    let manager = app.member(&world.org, Role::Manager).await;
    let session = session_of(&world.org, &manager).await["id"].as_str().unwrap().to_owned();
    let person = match own {
        Some(own) => own.clone(),
        None => app.person("Zoé", "Évaluée").await,
    };
    let now = app.state.clock.now();
    write(world, "UPDATE training_session SET status = 'planned' WHERE id = $1::uuid", &session, None).await;
    let enrol = "INSERT INTO enrolment (id, session_id, person_id, first_name, last_name, status, status_at, starts_on,
             version, created_at, updated_at)
         SELECT gen_random_uuid(), $1::uuid, $2, 'Zoé', 'Évaluée', 'enrolled', now(), '2026-03-09', 1, now(), now()";
    write(world, enrol, &session, Some(person.id)).await;
    if let Some(user) = user.filter(|_| own.is_none()) {
        let assign =
            "INSERT INTO session_trainer (id, session_id, person_id, first_name, last_name, added_at)
             SELECT gen_random_uuid(), $1::uuid, $2, 'Farida', 'Membre', now()";
        write(world, assign, &session, Some(user.id)).await;
    }
    let file = app.sent_file(&world.org, &manager.client).await;
    // None of the programme, so that its own skill is left to the request.
    let cell = json!({
        "person_id": person.id, "skill": "102", "level": { "common_level": 3 },
        "evidence": [{ "title": "Grille remplie", "file_id": file }, { "title": "Vu", "note": "En atelier." }],
    });
    let grid = world.org.path(&format!("/sessions/{session}/validations"));
    let written = manager.client.post(&grid, json!({ "cells": [cell] })).await.expect(200);
    let entry = written["validations"][0].as_str().unwrap().to_owned();
    let proof = person.client.get(&format!("/me/passport/entries/{entry}")).await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let reply = if own.is_some() {
        // It is theirs to say.
        String::new()
    } else {
        let body = json!({ "text": "Ce n’est pas exact." });
        let path = format!("/me/passport/entries/{entry}/replies");
        text(&person.client.post(&path, body).await.expect(201)["id"])
    };
    let proposal: uuid::Uuid = app.state.ids.ordered();
    sqlx::query(
        "INSERT INTO validation_proposal (id, organisation_id, session_id, person_id, skill_code, skill_label,
             is_off_programme, step_name, common_level, passing, job_codes, seen, evidence, proposed_by,
             proposed_by_name, proposed_at)
         VALUES ($1, $2, $3::uuid, $4, 103, 'Compétence', true, 'Autonome', 3, true, '{}', 0, '[]', $5, 'Marc', $6)",
    )
    .bind(proposal)
    .bind(world.org.id)
    .bind(&session)
    .bind(person.id)
    .bind(manager.id)
    .bind(now)
    .execute(&app.state.pool)
    .await
    .unwrap();
    Made {
        session,
        person: person.id.to_string(),
        entry,
        evidence: text(&proof["evidence"][0]["id"]),
        reply,
        proposal: proposal.to_string(),
    }
}

async fn write(world: &World, sql: &'static str, session: &str, person: Option<PersonId>) {
    let mut query = sqlx::query(sql).bind(session.to_owned());
    if let Some(person) = person {
        query = query.bind(person);
    }
    query.execute(&world.app.state.pool).await.unwrap();
}
