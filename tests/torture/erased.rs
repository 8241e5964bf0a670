//! A dump from before somebody was erased, restored beside the object store of today: `carnet serve` erases them again before it
//! answers anybody.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use carnet::platform::seal::hex;
use carnet::privacy::EraseAccounts;
use reqwest::Method;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::crowd::set_visible;
use super::restored::{dump, restore};
use super::world::{Server, World, answer};
use super::{BUSY, figure, report, until};
use crate::support::files::{id_of, pdf};
use crate::support::users::{PASSWORD, User};

/// Somebody who leaves, and where their file lies in the store.
struct Leaving {
    user: User,
    object: PathBuf,
}

impl Leaving {
    async fn come(world: &World, server: &Server, number: i64) -> Self {
        let user = world.app.person("Inès", &format!("Partie{number}")).await;
        let card = user.client.upload("/me/files", "cv.pdf", pdf("<< /Of (her) >>")).await.expect(201);
        assert!(set_visible(world, server, &user, true).await);
        let object = world.app.object_of(id_of(&card)).await;
        Self { user, object }
    }

    async fn ask_to_go(&self, world: &World, server: &Server) {
        let body = json!({ "word": "EFFACER", "password": PASSWORD });
        let answer = world.ask(server, &self.user, Method::POST, "/me/erasure", Some(&body)).await.unwrap();
        assert_eq!(answer.status.as_u16(), 201, "{answer:?}");
    }
}

/// What a sign-in is answered; nothing while nobody answers.
async fn sign_in(world: &World, server: &Server, user: &User) -> Option<u16> {
    let body = json!({ "email": user.email, "password": PASSWORD });
    let request = world.http.post(format!("{}/api/v1/auth/login", server.base)).json(&body);
    answer(request).await.map(|answer| answer.status.as_u16())
}

/// What is left: of these people and of all files in the database, and of their objects in the store.
async fn left(world: &World, leaving: &[Leaving]) -> (i64, i64, i64) {
    let ids: Vec<_> = leaving.iter().map(|one| one.user.id.0).collect();
    let (people, files): (i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM person WHERE id = ANY($1)), (SELECT count(*) FROM file)",
    )
    .bind(ids)
    .fetch_one(&world.app.state.pool)
    .await
    .unwrap();
    let objects = leaving.iter().filter(|one| one.object.exists()).count();
    (people, files, objects as i64)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restored_dump_brings_nobody_back() {
    let world = World::new().await;
    let (ines, paul) = (world.app.person("Inès", "Revenante").await, world.app.person("Paul", "Reste").await);
    // The rows are those of the dump; the list in the object store knows better.
    let digest = Sha256::digest(ines.id.0.as_bytes());
    let digits = hex(&digest);
    let list = world.data.join("files").join("erased");
    fs::create_dir_all(&list).unwrap();
    fs::write(list.join(format!("2026-03-17-{digits}")), "").unwrap();
    let mut server = world.serve(&[]);
    server.ready().await;
    let left: Vec<String> =
        sqlx::query_scalar("SELECT first_name FROM person WHERE id = ANY($1) ORDER BY first_name")
            .bind([ines.id.0, paul.id.0])
            .fetch_all(&world.app.state.pool)
            .await
            .unwrap();
    assert_eq!(left, ["Paul"]);
    let refused = sign_in(&world, &server, &ines).await;
    assert_eq!((refused, sign_in(&world, &server, &paul).await), (Some(401), Some(200)));
    server.kill();
    // The second start knows it, and has nothing to do.
    let mut server = world.serve(&[]);
    server.ready().await;
    assert!(!server.words().contains("erased again"), "{}", server.words());
    server.kill();
    report("P6", "1 account in a restored dump", "0 left when the server answers");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_was_erased_stays_so_when_an_older_dump_is_restored() {
    let count: i64 = figure("CARNET_ERASED", 2, 20);
    let world = World::new().await;
    // What is done after requests is done here, so that each step is over when it is looked at.
    let mut server = world.serve(&["--without=jobs,schedule"]);
    server.ready().await;
    let mut leaving = Vec::new();
    for number in 0..count {
        leaving.push(Leaving::come(&world, &server, number).await);
    }
    let paul = world.app.person("Paul", "Reste").await;
    assert!(set_visible(&world, &server, &paul, true).await);
    world.settled(Duration::from_secs(5) + BUSY).await;
    assert_eq!(world.named(&server, "Inès").await, Some(count.unsigned_abs()));
    assert_eq!(left(&world, &leaving).await, (count, count, count));
    let file = world.data.with_file_name("before.dump");
    dump(&world, &file);
    let copies: Vec<_> = leaving.iter().map(|one| fs::read(&one.object).unwrap()).collect();
    for one in &leaving {
        one.ask_to_go(&world, &server).await;
    }
    // The process lives at the system's time: the fourteen days are taken off what was planned.
    world
        .app
        .execute(
            "UPDATE person SET erase_asked_at = erase_asked_at - interval '14 days',
                               erase_at = erase_at - interval '14 days'
             WHERE erase_at IS NOT NULL",
        )
        .await;
    world.app.run_job(EraseAccounts {}).await;
    world.app.run_jobs().await;
    assert_eq!(left(&world, &leaving).await, (0, 0, 0));
    server.kill();
    restore(&world, &file);
    // The objects come from a copy of the same night; the list of who was erased is of today.
    for (one, copy) in leaving.iter().zip(&copies) {
        fs::write(&one.object, copy).unwrap();
    }
    assert_eq!(left(&world, &leaving).await, (count, count, count), "everything is back");
    let mut server = world.serve(&[]);
    let mut first = None;
    until("the server answers", Duration::from_mins(1), async || {
        first = sign_in(&world, &server, &leaving[0].user).await;
        first.is_some()
    })
    .await;
    assert_eq!((first, left(&world, &leaving).await.0), (Some(401), 0), "the very first answer");
    until("the search answers", Duration::from_secs(30), async || {
        let shown = world.named(&server, "Inès").await;
        assert!(matches!(shown, None | Some(0)), "people who were erased are shown: {shown:?}");
        shown.is_some()
    })
    .await;
    for one in &leaving {
        assert_eq!(sign_in(&world, &server, &one.user).await, Some(401));
    }
    assert_eq!(sign_in(&world, &server, &paul).await, Some(200));
    until("their objects are gone", Duration::from_mins(1), async || {
        left(&world, &leaving).await == (0, 0, 0)
    })
    .await;
    server.ready().await;
    world.settled(Duration::from_secs(5) + BUSY).await;
    assert_eq!(world.named(&server, "Paul").await, Some(1), "whoever stays is found as before");
    world.assert_exact().await;
    server.kill();
    report(
        "P6",
        format!("{count} accounts erased after a dump of them, which is restored with their objects"),
        "0 sign in, 0 found, 0 objects",
    );
}
