//! The object store as a bucket, against a server that speaks S3. Skipped where `moto_server` is not installed
//! (`pip install 'moto[server]'`).

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use carnet::files::{CheckFiles, Purpose};
use carnet::ids::FileId;
use carnet::platform::jobs;
use reqwest::header::RANGE;

use crate::support::app::TestApp;
use crate::support::files::{Counter, film, pdf};

/// The server, until it is dropped.
struct Moto {
    process: Child,
    address: String,
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Moto {
    /// Starts it, and makes a bucket.
    async fn start() -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("moto_server")
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let moto = Self { process, address: format!("http://127.0.0.1:{port}") };
        let bucket = format!("{}/carnet-files", moto.address);
        for _ in 0..150 {
            if reqwest::Client::new()
                .put(&bucket)
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                return Some(moto);
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        panic!("moto_server does not answer");
    }

    fn settings(&self) -> Vec<String> {
        vec![
            "--s3-bucket=carnet-files".to_owned(),
            format!("--s3-endpoint={}", self.address),
            "--s3-key-id=id".to_owned(),
            "--s3-secret=secret".to_owned(),
            "--s3-region=us-east-1".to_owned(),
        ]
    }
}

async fn keys(moto: &Moto) -> usize {
    let listing = reqwest::get(format!("{}/carnet-files?list-type=2", moto.address)).await.unwrap();
    listing.text().await.unwrap().matches("<Key>").count()
}

#[tokio::test]
async fn a_bucket_keeps_hands_out_compares_and_removes_files() {
    let Some(moto) = Moto::start().await else {
        println!("skipped: moto_server is not installed");
        return;
    };
    let settings = moto.settings();
    let settings: Vec<_> = settings.iter().map(String::as_str).collect();
    let app = TestApp::start_with(&settings).await;
    // Larger than a part, so that it goes in several.
    let sent = film(12_000_000);
    let (user, film): (_, FileId) = app.file_in_use("a.mp4", sent.clone(), Purpose::SessionResource).await;
    let (_, document) = app.file_in_use("a.pdf", pdf("<< >>"), Purpose::AbsenceProof).await;
    assert_eq!(keys(&moto).await, 2);
    app.only_objects(0).await;
    let counter = Counter::open(&app).await;
    let whole = counter.request(reqwest::Method::GET, film).send().await.unwrap().bytes().await.unwrap();
    assert_eq!(whole.len(), sent.len());
    assert!(whole[whole.len() - 9_000_000..] == sent[sent.len() - 9_000_000..]);
    let part = counter.get(film, RANGE, "bytes=7000000-7000099").await;
    assert_eq!(part.status(), 206);
    assert!(part.bytes().await.unwrap() == sent[7_000_000..7_000_100]);

    app.advance(chrono::Duration::days(2));
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &CheckFiles {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
    let lost: i64 = sqlx::query_scalar("SELECT count(*) FROM file WHERE lost_at IS NOT NULL")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!((lost, keys(&moto).await), (0, 2));

    app.release(document).await;
    app.run_jobs().await;
    assert_eq!(keys(&moto).await, 1);

    // Without its bucket, files fail in words, and nothing else does.
    drop(moto);
    let user = app.renewed(&user);
    counter.refusal(film).await.expect_problem(503, "storage_unavailable");
    let refused = user.client.upload("/me/files", "b.pdf", pdf("<< >>")).await;
    refused.expect_problem(503, "storage_unavailable");
    user.client.get("/me").await.expect(200);
    app.only_objects(0).await;
}
