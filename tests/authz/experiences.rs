//! What the words of recipes about experiences stand for.

use carnet::orgs::Role;
use serde_json::json;
use uuid::Uuid;

use super::world::World;
use crate::support::experiences::mine;
use crate::support::files::pdf;
use crate::support::users::User;

/// Whether this word names somebody's experience before the organisation.
pub fn knows(word: &str) -> bool {
    ["submitted", "submitted_file"].contains(&word)
}

/// An experience of somebody else before the organisation, or the address of a proof of it.
pub async fn target(world: &World, word: &str) -> String {
    let person = world.app.person("Paul", "Expert").await;
    let id = proven(world, &person).await;
    let submission = world.app.submitted(&person, &id, &world.org).await;
    if word == "submitted" {
        return submission;
    }
    format!("{submission}/proofs/{}/file", last(world, &person, PROOF).await)
}

const PROOF: &str = "SELECT p.id FROM experience_proof p JOIN experience e ON e.id = p.experience_id
                     WHERE e.person_id = $1 ORDER BY p.added_at DESC, p.id DESC LIMIT 1";
const SUBMISSION: &str =
    "SELECT s.id FROM experience_submission s JOIN experience e ON e.id = s.experience_id
                          WHERE e.person_id = $1 ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1";

async fn last(world: &World, person: &User, statement: &'static str) -> Uuid {
    let found = sqlx::query_scalar(statement).bind(person.id).fetch_one(&world.app.state.pool);
    found.await.unwrap()
}

/// The word's meaning for whoever asks about their own; none when it is no word of experiences.
pub async fn own(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let words =
        ["my_draft", "my_experience", "my_proven", "my_submitted", "my_asked", "my_decided", "my_proof"];
    if !words.contains(&word) && word != "my_submission" {
        return None;
    }
    let Some(user) = user else { return Some(Uuid::nil().to_string()) };
    Some(match word {
        "my_draft" => draft(user).await,
        "my_experience" => declared(user).await,
        "my_proven" => proven(world, user).await,
        "my_proof" => last(world, user, PROOF).await.to_string(),
        "my_submission" => last(world, user, SUBMISSION).await.to_string(),
        _ => {
            let id = proven(world, user).await;
            let submission = world.app.submitted(user, &id, &world.org).await;
            answer(world, &submission, word).await;
            id
        }
    })
}

async fn draft(user: &User) -> String {
    let body =
        json!({"title": "Bénévolat", "started_on": "2020-01-06", "skills": [{"skill": "101", "level": 2}]});
    let made = user.client.post("/me/experiences", body).await.expect(201);
    made["id"].as_str().unwrap().to_owned()
}

async fn declared(user: &User) -> String {
    let id = draft(user).await;
    user.client.post(&mine(&id, "/declare"), ()).await.expect(200);
    id
}

async fn proven(world: &World, user: &User) -> String {
    let id = declared(user).await;
    let bytes = pdf(&format!("<< /A ({}) >>", world.app.state.ids.opaque::<Uuid>()));
    world.app.proof(user, &id, bytes).await;
    id
}

/// What an admin of the organisation makes of a submission.
async fn answer(world: &World, submission: &str, word: &str) {
    let admin = world.app.member(&world.org, Role::Admin).await;
    let path = |rest: &str| world.org.path(&format!("/experience-submissions/{submission}{rest}"));
    match word {
        "my_asked" => {
            admin.client.post(&path("/ask"), json!({"text": "Une page manque."})).await.expect(200);
        }
        "my_decided" => {
            let sent =
                admin.client.upload(&world.org.path("/files"), "Avis.pdf", pdf("<< >>")).await.expect(201);
            let refusal = json!({
                "proofs": {"judgement": "authentic"}, "refusal": "insufficient", "text": "Trop peu.", "file_id": sent["id"],
            });
            admin.client.post(&path("/refuse"), refusal).await.expect(200);
        }
        _ => {}
    }
}
