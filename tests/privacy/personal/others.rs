//! A recruiter and a trainer: what they keep and what they did is in their download, and goes with them;
//! what they did for others stays without them.

use carnet::privacy::{OnErasure, REGISTER};
use uuid::Uuid;

use super::census::{Life, done_by, sign};
use super::download::fetched;
use super::rows::{MARK, columns_with};
use super::{does, erase, leave};
use crate::authz::actors::{self, Kind};
use crate::authz::world::World;
use crate::authz::{operations, recipes};
use crate::support::search::SearchApp;
use crate::support::users::User;

/// A name that nobody else bears, whole and in part.
const NAME: (&str, &str) = ("Zqprenom", "Zqpatronyme");

/// What a trainer does.
const TRAINED: &[&str] = &[
    "save_marks",
    "sign_sheet",
    "reopen_signing",
    "close_sheet",
    "create_attendance_proof",
    "create_validation",
    "decide_validation_proposal",
    "create_question",
    "update_question",
    "create_question_import",
    "publish_quiz",
    "grade_quiz_answer",
    "set_quiz_adjustment",
    "apply_quiz_correction",
    "remove_message",
    "decide_room_report",
];
/// What those do who run an organisation.
const RUN: [&str; 10] = [
    "decide_contest",
    "issue_certificates",
    "create_enrolment_import",
    "move_enrolment",
    "rectify_slot",
    "create_resource",
    "update_session_quiz",
    "publish_training",
    "answer_entry_reply",
    "decide_experience",
];
/// What a recruiter has after having done everything once.
const KEPT: &str = "$saved_search $shared_search $shared_list $filled_list $past_search $profile_note
 $exclusion \
    $company_invitation $offer_accepted";
/// What they also do.
const RECRUITED: &[&str] = &[
    "set_saved_search_alert",
    "create_offer",
    "create_quiz_invitations",
    "create_company_question",
    "create_company_question_import",
    "grade_company_quiz_answer",
];

/// Where what somebody said, or a name on a paper, stays to others.
const STAYS: [(&str, &str); 14] = [
    ("message.text", "what was said stays to the others until the room ends"),
    ("message.search", "the words of it, to be searched for"),
    ("candidate_list.name", "the list is the company's, without whoever made it"),
    ("candidate_list.description", "the list is the company's, without whoever made it"),
    ("session_trainer.first_name", "where sealed sheets bear the name"),
    ("session_trainer.last_name", "where sealed sheets bear the name"),
    ("slot_trainer.first_name", "where sealed sheets bear the name"),
    ("slot_trainer.last_name", "where sealed sheets bear the name"),
    ("validation.validator_name", "the passport of somebody else, sealed"),
    ("validation.confirmed_by_name", "the passport of somebody else, sealed"),
    ("passport_link.content", "the passport of somebody else, sealed"),
    ("validation_proposal.decided_by_name", "the passport of somebody else"),
    ("validation_reply.answered_by_name", "the passport of somebody else"),
    ("quiz_grade.graded_by_name", "whoever was graded may go on asking who gave it"),
];
/// Where the id of an account may go on standing, leading to nobody.
const IDS: [&str; 4] =
    ["audit_event.actor_id", "audit_event.subject_id", "validation.validator_id", "validation.confirmed_by"];

/// Somebody of this kind, whose name is found wherever it was written.
async fn named(world: &World, kind: Kind) -> User {
    let user = actors::create(world, kind).await.unwrap();
    let (first, last) = NAME;
    let name =
        format!("UPDATE person SET first_name = '{first}', last_name = '{last}' WHERE id = '{}'", user.id);
    world.app.execute(&name).await;
    user
}

/// Somebody who trains: keeps the roll, validates, grades, and speaks in the rooms of sessions.
async fn trainer() -> (World, User) {
    let world = World::on(SearchApp::start().await).await;
    let user = named(&world, Kind::Trainer).await;
    does(&world, &user, TRAINED).await;
    let operations = operations::all();
    for name in RUN {
        let answer = world.ask(&operations[name], recipes::of(name).unwrap(), Kind::Admin).await;
        assert!(answer.status.is_success(), "{name}: {}", answer.text);
    }
    let said = r#"{"client_id":"$room_client","text":"Bonjour à tous"}"#;
    let (path, body) = world.aim(("/rooms/$moderated_room/messages", said), Some(&user)).await;
    world.send(&operations["send_message"], &path, body.as_ref(), Some(&user)).await.expect(201);
    let told = format!("INSERT INTO attendance_recipient VALUES ('{}', '{}')", world.org.id, user.id);
    world.app.execute(&told).await;
    world.run_jobs().await;
    (world, user)
}

/// Somebody who recruits: searches, keeps lists, writes offers, invites to quizzes, and speaks in a private
/// room.
async fn recruiter() -> (World, User) {
    let world = World::on(SearchApp::start().await).await;
    let user = named(&world, Kind::Recruiter).await;
    world.aim((KEPT, ""), Some(&user)).await;
    does(&world, &user, RECRUITED).await;
    let rooms = user.client.get("/rooms").await.expect(200);
    let room: Uuid = rooms["items"][0]["id"].as_str().unwrap().parse().unwrap();
    user.client.say(room, "Bonjour, quand commencez-vous ?").await;
    let operations = operations::all();
    let blocks = recipes::of("block_person").unwrap();
    world.ask(&operations["block_person"], blocks, Kind::Person).await.expect(200);
    for statement in [
        format!(
            "UPDATE recruiter
             SET status_reason = 'Vérifiée', message = 'Je recrute', proof = 'confirmed_email',
                 proof_email = 'r@ateliers.example', confirmed_at = now()
             WHERE person_id = '{}'",
            user.id
        ),
        format!(
            "INSERT INTO company_email_proof
             SELECT person_id, id, 'r@ateliers.example', sha256('code'), 0, now(), now(), 1, now()
             FROM recruiter WHERE person_id = '{}'",
            user.id
        ),
        format!("INSERT INTO recruiter_quota VALUES ('{}', 'profiles', now(), 1, 0)", user.id),
        format!(
            "UPDATE candidate_list SET description = 'Pour mai' FROM recruiter r
             WHERE r.id = owner_id AND r.person_id = '{}'",
            user.id
        ),
    ] {
        world.app.execute(&statement).await;
    }
    world.run_jobs().await;
    (world, user)
}

/// Whether a column may go on holding something: it is kept by law, or stays to others.
fn may_stay(column: &str) -> bool {
    let table = column.split('.').next().unwrap_or_default();
    let kept = REGISTER.iter().filter(|line| line.on_erasure == OnErasure::Kept);
    kept.flat_map(|line| line.tables).any(|known| *known == table)
        || STAYS.iter().any(|(stays, _)| *stays == column)
}

/// The account goes, and with it what was planted, its ids, and its name.
async fn is_forgotten(world: &World, user: &User, life: Life) {
    let pool = &world.app.state.pool;
    leave(world, user).await;
    let unsigned = sign(pool, user.id, &done_by(life)).await;
    assert!(unsigned.is_empty(), "nobody did anything in {unsigned:?}");
    let before = columns_with(pool, NAME.1).await;
    assert!(before.contains("person.last_name") && before.len() > 1, "the name was written: {before:?}");
    erase(world).await;
    let is_there = columns_with(pool, &user.email).await;
    assert!(is_there.is_empty(), "the address is left in {is_there:?}");
    for text in [MARK, NAME.0, NAME.1] {
        let mut left = columns_with(pool, text).await;
        left.retain(|column| !may_stay(column));
        assert!(left.is_empty(), "{text} is left in {left:?}");
    }
    for id in [user.id.to_string(), user.profile.to_string()] {
        let mut left = columns_with(pool, &id).await;
        left.retain(|column| {
            !may_stay(column) && !IDS.contains(&column.as_str()) && !column.starts_with("search_dirty.")
        });
        assert!(left.is_empty(), "{id} is left in {left:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_recruiter_keeps_is_in_their_download_and_goes_with_them() {
    let (world, user) = recruiter().await;
    // The name stays as it was written elsewhere: by it, notices are found.
    fetched(&world, &user, Life::Recruiter, &["person"]).await.assert_whole(Life::Recruiter);
    is_forgotten(&world, &user, Life::Recruiter).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_trainer_did_is_in_their_download_and_goes_with_them() {
    let (world, user) = trainer().await;
    fetched(&world, &user, Life::Trainer, &["person"]).await.assert_whole(Life::Trainer);
    is_forgotten(&world, &user, Life::Trainer).await;
}
