//! What nobody needs goes by itself.

use std::time::{Duration as StdDuration, SystemTime};

use carnet::files::{Owner, Purpose, SweepFiles};
use carnet::platform::jobs;
use carnet::platform::storage::Storage;
use chrono::Duration;

use crate::support::app::TestApp;
use crate::support::files::id_of;

async fn sweep(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &SweepFiles {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
    app.run_jobs().await;
}

#[tokio::test]
async fn a_file_that_nothing_used_for_a_day_goes() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let (_forgotten, used) = (person.client.upload_pdf().await, person.client.upload_pdf().await);
    app.claim(&person, Owner::Person(person.id), Purpose::AbsenceProof, id_of(&used)).await.unwrap();
    app.advance(Duration::hours(23));
    sweep(&app).await;
    app.only_objects(2).await;
    app.advance(Duration::hours(2));
    let later = app.renewed(&person).client.upload_pdf().await;
    sweep(&app).await;
    app.only_objects(2).await;
    let left: Vec<uuid::Uuid> = sqlx::query_scalar("SELECT id FROM file ORDER BY created_at")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(left, [id_of(&used).0, id_of(&later).0]);
    let expired: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM audit_event WHERE kind = 'file.expired' AND actor_id IS NULL",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(expired, 1);
    app.advance(Duration::days(400));
    sweep(&app).await;
    assert_eq!(app.count_files().await, 1, "what is used stays");
}

#[tokio::test]
async fn many_forgotten_files_go_in_one_run() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    person.client.upload_pdf().await;
    sqlx::query(
        "INSERT INTO file (id, person_id, name, media_type, bytes, sha256, object_key, scan, created_by, created_at)
         SELECT gen_random_uuid(), person_id, name, media_type, bytes, sha256, md5(n::text), scan, created_by, created_at
         FROM file, generate_series(1, 450) n",
    )
    .execute(&app.state.pool)
    .await
    .unwrap();
    app.advance(Duration::hours(25));
    sweep(&app).await;
    assert_eq!(app.count_files().await, 0);
}

#[tokio::test]
async fn a_removal_that_was_given_up_is_tried_again() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let card = person.client.upload_pdf().await;
    person.client.delete(&format!("/me/files/{}", id_of(&card))).await.expect(204);
    sqlx::query("DELETE FROM job").execute(&app.state.pool).await.unwrap();
    sweep(&app).await;
    assert_eq!(app.count_files().await, 1, "its own job may still come");
    app.advance(Duration::hours(2));
    sweep(&app).await;
    assert_eq!(app.count_files().await, 0);
    app.only_objects(0).await;
}

#[tokio::test]
async fn what_a_killed_process_left_half_written_goes() {
    let app = TestApp::start().await;
    let folder = app.state.part::<Storage>().scratch_folder();
    let now = SystemTime::from(app.state.clock.now());
    for (name, age) in [("old", 4 * 3600), ("new", 3600)] {
        let file = std::fs::File::create(folder.join(name)).unwrap();
        file.set_modified(now - StdDuration::from_secs(age)).unwrap();
    }
    sweep(&app).await;
    assert_eq!(app.objects(), [folder.join("new")]);
}
