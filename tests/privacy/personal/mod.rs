//! Everything held about a person is in the download of their data, and goes when they are erased: for every
//! column of every row about them, found by following the foreign keys of the schema. A new column joins by
//! itself.

mod census;
pub mod download;
mod erased;
mod more;
mod others;
mod rows;
mod times;

use carnet::privacy::EraseAccounts;
use chrono::Duration;
use serde_json::json;

use crate::authz::actors::{self, Kind};
use crate::authz::world::World;
use crate::authz::{operations, recipes};
use crate::support::search::SearchApp;
use crate::support::users::{PASSWORD, User};

/// What a trainee has after having done everything once.
const WORDS: &str = "$my_answered_attempt $my_certificate $my_closed_slot $my_decided $my_evidence \
    $my_experience $my_export $my_ready_export $my_file $my_granted_share $my_import $my_notification \
    $my_proof $my_proven $my_receipt $my_share $my_submission $my_validation $my_validated_skill \
    $my_answered_offer $my_room $scored $own_quiz_evidence $room_receipt";
/// What they also do.
const DONE: &[&str] = &[
    "sign_my_attendance",
    "contest_mark",
    "request_quiz_adjustment",
    "reply_to_entry",
    "create_badge",
    "update_offer_settings",
    "update_notification_settings",
    "block_person",
];

/// A world, and somebody in it who has done everything once.
async fn somebody() -> (World, User) {
    let world = World::on(SearchApp::start().await).await;
    let user = actors::create(&world, Kind::Trainee).await.unwrap();
    world.aim((WORDS, ""), Some(&user)).await;
    does(&world, &user, DONE).await;
    let user = world.app.renewed(&user);
    world.app.give_phone(&user, "+33612345678").await;
    user.client.put("/me/chosen-companies/552100554", ()).await;
    user.client.put("/me/skills/103", json!({ "level": 2 })).await.expect(200);
    user.client.put("/me/blocked-companies/180046237", ()).await;
    user.client.post("/me/calendar-feed", ()).await;
    let notice = user.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    let visible = json!({ "visible": true, "policy_version": notice });
    user.client.put("/me/visibility", visible).await.expect(200);
    let recruiter = actors::create(&world, Kind::Recruiter).await.unwrap();
    recruiter.client.get(&format!("/profiles/{}", user.profile)).await.expect(200);
    more::rest(&world, &user).await;
    world.app.run_jobs().await;
    (world, user)
}

/// Has somebody do these once, each with targets of its own.
async fn does(world: &World, user: &User, names: &[&str]) {
    let operations = operations::all();
    for name in names {
        let recipe = recipes::of(name).unwrap();
        let (path, body) = world.aim((recipe.path, recipe.body), Some(user)).await;
        let answer = world.send(&operations[*name], &path, body.as_ref(), Some(user)).await;
        assert!(answer.status.is_success(), "{name}: {}", answer.text);
    }
}

/// Asks for the erasure, and lets its day come.
async fn leave(world: &World, user: &User) {
    let body = json!({ "word": "EFFACER", "password": PASSWORD });
    world.app.renewed(user).client.post("/me/erasure", body).await.expect(201);
    world.app.run_jobs().await;
    world.app.advance(Duration::days(14));
}

/// Runs the job that erases.
async fn erase(world: &World) {
    world.app.run_job(EraseAccounts {}).await;
    world.app.run_jobs().await;
}
