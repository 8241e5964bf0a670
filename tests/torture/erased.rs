//! A dump from before somebody was erased, restored beside the object store of today: `carnet serve` erases them again before it
//! answers anybody.

use std::fs;

use carnet::platform::seal::hex;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::report;
use super::world::World;
use crate::support::users::PASSWORD;

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
    let sign_in = async |email: &str| {
        let body = json!({ "email": email, "password": PASSWORD });
        let request = world.http.post(format!("{}/api/v1/auth/login", server.base)).json(&body);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!((sign_in(&ines.email).await, sign_in(&paul.email).await), (401, 200));
    server.kill();
    // The second start knows it, and has nothing to do.
    let mut server = world.serve(&[]);
    server.ready().await;
    assert!(!server.words().contains("erased again"), "{}", server.words());
    server.kill();
    report("P6", "1 account in a restored dump", "0 left when the server answers");
}
