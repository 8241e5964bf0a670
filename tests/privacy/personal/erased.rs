//! P6: nothing of an erased account is found anywhere, but for what the law keeps and says why.

use std::collections::BTreeSet;
use std::fs;

use carnet::attendance::PurgeAttendance;
use carnet::platform::search::Search;
use carnet::privacy::{OnErasure, REGISTER};
use carnet_index::ProfileId as IndexedProfile;
use chrono::Duration;
use sqlx::PgPool;

use super::rows::{MARK, columns_with, owned, plant};
use super::{erase, leave, somebody};
use crate::authz::world::World;
use crate::support::users::User;

/// Columns beside the tables that are kept: names on sealed papers, and ids that lead to nobody.
const NAMES_ON_PAPERS: [&str; 3] = ["enrolment.first_name", "enrolment.last_name", "enrolment.employer"];
/// What somebody said in a room stays to the others until the room ends, without the name of who said it.
const SAID_TO_OTHERS: [&str; 2] = ["message.text", "message.search"];
/// Where the id of an account may go on standing, leading to nobody: the audit trail, and what somebody signed for others.
const IDS: [&str; 8] = [
    "audit_event.actor_id",
    "audit_event.subject_id",
    "validation.validator_id",
    "validation.confirmed_by",
    "validation_revocation.revoked_by",
    "experience_submission.decided_by",
    "experience_step.actor_id",
    "experience_reading.reader_id",
];

/// The columns that may hold something, as the register says.
fn may_stay(column: &str) -> bool {
    let table = column.split('.').next().unwrap_or_default();
    let kept = REGISTER.iter().filter(|line| line.on_erasure == OnErasure::Kept);
    kept.flat_map(|line| line.tables).any(|known| *known == table)
        || NAMES_ON_PAPERS.contains(&column)
        || SAID_TO_OTHERS.contains(&column)
}

/// What is left where nothing may be.
async fn left(pool: &PgPool, text: &str, allowed: impl Fn(&str) -> bool) -> BTreeSet<String> {
    columns_with(pool, text).await.into_iter().filter(|column| !allowed(column)).collect()
}

/// Objects of the store that hold a text.
fn objects_with(world: &World, text: &str) -> usize {
    let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    world.app.objects().iter().filter(|path| fs::read(path).is_ok_and(|bytes| holds(&bytes))).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_an_erased_account_is_found() {
    let (world, user) = somebody().await;
    let pool = &world.app.state.pool;
    let content = b"%PDF-1.7\n% zqownedfile\n%%EOF\n".to_vec();
    world.app.renewed(&user).client.upload("/me/files", "zqownedfile.pdf", content).await.expect(201);
    assert_eq!(objects_with(&world, "zqownedfile"), 1, "the search through the store finds what there is");
    world.app.settled().await;
    assert!(places_in_the_index(&world, &user) > 0, "the search through the index finds what there is");
    leave(&world, &user).await;
    let planted = plant(pool, &owned(pool, user.id).await).await;
    assert!(planted.len() > 75, "too little was planted: {}", planted.len());
    // What is searched for in rooms is made of the text when that is written.
    world
        .app
        .execute("UPDATE message SET search = to_tsvector('french', text) WHERE search IS NOT NULL")
        .await;
    let before = columns_with(pool, MARK).await;
    assert!(before.len() > 65, "the search finds what there is: {before:?}");
    assert!(before.contains("message.search"), "words that are searched for are looked into: {before:?}");
    // Mails and jobs that name the person, those put aside too.
    for table in ["job", "job_dead"] {
        let kept =
            if table == "job" { "run_at, created_at" } else { "attempts, last_error, created_at, died_at" };
        let values =
            if table == "job" { "now() + interval '1 day', now()" } else { "3, 'failed', now(), now()" };
        let sql = format!(
            "INSERT INTO {table} (id, kind, payload, {kept})
             SELECT gen_random_uuid(), 'send_mail', jsonb_build_object('to', email, 'subject', 'x', 'body', last_name), {values}
             FROM person WHERE id = '{}'",
            user.id
        );
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(pool).await.unwrap();
    }
    erase(&world).await;
    let gone: i64 = sqlx::query_scalar("SELECT count(*) FROM person WHERE id = $1")
        .bind(user.id)
        .fetch_one(pool)
        .await
        .unwrap();
    assert_eq!(gone, 0, "the account is there");
    let left_values = left(pool, MARK, may_stay).await;
    assert!(left_values.is_empty(), "left in the database: {left_values:?}");
    let left_ids = left(pool, &user.id.to_string(), |column| may_stay(column) || IDS.contains(&column)).await;
    assert!(left_ids.is_empty(), "the id of the account is left in {left_ids:?}");
    let left_profile =
        left(pool, &user.profile.to_string(), |column| column.starts_with("search_dirty.")).await;
    assert!(left_profile.is_empty(), "the id of the profile is left in {left_profile:?}");
    assert_eq!(objects_with(&world, "zqownedfile"), 0, "left in the object store");
    println!(
        "privacy| erasure | {} columns planted, {} kept by law | 0 left",
        planted.len(),
        columns_with(pool, MARK).await.len()
    );
    the_index_forgets(&world, &user).await;
    papers_go_in_their_time(&world).await;
}

/// How many terms, columns and stored cards of the index tell of somebody's profile.
fn places_in_the_index(world: &World, user: &User) -> u32 {
    let order = carnet_index::order_key(IndexedProfile::from(user.profile)).to_string();
    let profile = user.profile.to_string();
    let index = world.app.state.part::<Search>().serving().unwrap().index.clone();
    let mut found = 0;
    index
        .dump(&mut |value| {
            let text = value.text();
            found += u32::from(text.contains(&profile) || (value.field == "order" && text == order));
        })
        .unwrap();
    found
}

/// Terms, columns and stored cards, within a quarter of an hour.
async fn the_index_forgets(world: &World, user: &User) {
    world.app.settled().await;
    world.app.advance(Duration::minutes(15));
    world.app.until("the index forgot", async || places_in_the_index(world, user) == 0).await;
}

/// What is kept by law is kept no longer than that.
async fn papers_go_in_their_time(world: &World) {
    let pool = &world.app.state.pool;
    assert!(!columns_with(pool, MARK).await.is_empty(), "nothing was kept, so that nothing is proved");
    world.app.advance(Duration::days(11 * 366));
    world.app.run_job(PurgeAttendance {}).await;
    let left =
        left(pool, MARK, |column| column.starts_with("audit_event.") || SAID_TO_OTHERS.contains(&column))
            .await;
    assert!(left.is_empty(), "kept longer than papers are: {left:?}");
}
