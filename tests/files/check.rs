//! The nightly comparison of the database with the object store.

use std::path::PathBuf;
use std::time::SystemTime;

use carnet::files::{CheckFiles, Purpose};
use carnet::ids::FileId;
use carnet::platform::jobs::{self, Registry};
use chrono::{DateTime, Duration, Utc};

use crate::support::app::TestApp;
use crate::support::files::{Counter, long_pdf};

async fn check(app: &TestApp) -> Vec<String> {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &CheckFiles {}).await.unwrap();
    tx.commit().await.unwrap();
    jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap().errors
}

/// Writes an object nobody knows, of this age by the test's clock.
fn plant(app: &TestApp, number: u32, age: Duration) -> PathBuf {
    let key = format!("{:02x}{number:030x}", number % 256);
    let folder = app.data.path().join("files").join(&key[..2]);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(key);
    std::fs::write(&path, b"%PDF-1.7").unwrap();
    let written = SystemTime::from(app.state.clock.now() - age);
    std::fs::File::options().write(true).open(&path).unwrap().set_modified(written).unwrap();
    path
}

async fn lost_at(app: &TestApp, file: FileId) -> Option<DateTime<Utc>> {
    sqlx::query_scalar("SELECT lost_at FROM file WHERE id = $1")
        .bind(file)
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn objects_nobody_knows_go_once_they_are_old() {
    let app = TestApp::start().await;
    let (_, file) = app.file_in_use("a.pdf", long_pdf(1000), Purpose::AbsenceProof).await;
    let known = app.object_of(file).await;
    let (old, new) = (plant(&app, 1, Duration::hours(30)), plant(&app, 2, Duration::hours(20)));
    let stranger = app.data.path().join("files/ff/LISEZMOI");
    std::fs::create_dir_all(stranger.parent().unwrap()).unwrap();
    std::fs::write(&stranger, "x").unwrap();
    assert_eq!(check(&app).await, [""; 0]);
    let mut left = app.objects();
    left.sort();
    let mut expected = vec![known, new, stranger];
    expected.sort();
    assert_eq!(left, expected, "{} is gone", old.display());
}

#[tokio::test]
async fn a_store_that_seems_to_be_another_databases_is_left_alone() {
    let app = TestApp::start().await;
    for number in 0..101 {
        plant(&app, number, Duration::days(3));
    }
    let errors = check(&app).await;
    assert!(errors[0].contains("101 objects of the store belong to no file"), "{errors:?}");
    app.only_objects(101).await;
}

#[tokio::test]
async fn a_file_whose_object_is_missing_or_cut_is_marked_until_it_is_back() {
    let app = TestApp::start().await;
    let (_, missing) = app.file_in_use("a.pdf", long_pdf(1000), Purpose::AbsenceProof).await;
    let (_, cut) = app.file_in_use("b.pdf", long_pdf(1000), Purpose::AbsenceProof).await;
    let (_, good) = app.file_in_use("c.pdf", long_pdf(1000), Purpose::AbsenceProof).await;
    let mut kept = Vec::new();
    for file in [missing, cut] {
        let object = app.object_of(file).await;
        kept.push((object.clone(), std::fs::read(&object).unwrap()));
    }
    std::fs::remove_file(&kept[0].0).unwrap();
    std::fs::write(&kept[1].0, b"%PDF").unwrap();
    assert_eq!(check(&app).await, [""; 0]);
    assert_eq!(lost_at(&app, missing).await, None, "it may be on its way");
    app.advance(Duration::days(2));
    assert_eq!(check(&app).await, [""; 0]);
    let since = Some(app.state.clock.now());
    assert_eq!((lost_at(&app, missing).await, lost_at(&app, cut).await), (since, since));
    assert_eq!(lost_at(&app, good).await, None);
    let counter = Counter::open(&app).await;
    counter.refusal(missing).await.expect_problem(410, "file_lost");
    app.advance(Duration::days(1));
    check(&app).await;
    assert_eq!(lost_at(&app, missing).await, since, "since the first time");
    for (object, bytes) in kept {
        std::fs::write(object, bytes).unwrap();
    }
    check(&app).await;
    assert_eq!((lost_at(&app, missing).await, lost_at(&app, cut).await), (None, None));
    assert_eq!(counter.refusal(missing).await.status, 200);
}
