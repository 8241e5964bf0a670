//! R9, R23: profiles the index refuses among a thousand, few file descriptors, little memory, a storm of passwords.

use std::sync::Arc;
use std::time::{Duration, Instant};

use carnet::platform::db::dirty::Urgency;
use futures::future::join_all;
use serde_json::json;
use tokio::net::TcpStream;

use super::world::{World, answer};
use super::{BUSY, figure, report, until};
use crate::support::search::{SearchApp, insert, someone};
use crate::support::users::PASSWORD;

/// Names at the edge of what the database takes.
const ODD: [&str; 8] = [
    "\u{202e}à l’envers",
    "👩🏽‍🚀 astronaute",
    "e\u{301}\u{300}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}",
    "𐍈𐍈𐍈",
    "ＦＵＬＬＷＩＤＴＨ",
    "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ",
    "AND OR NOT (((\"*~^",
    "İstanbul ẞ ŉ ǰ",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_profile_that_cannot_be_indexed_is_set_aside_among_a_thousand() {
    let app = SearchApp::start().await;
    let people: u32 = figure("CARNET_POISONED", 1000, 20_000);
    let mut profiles = Vec::new();
    for n in 0..people - 9 {
        profiles.push(insert(&app, &someone(&format!("Prénom {n}"), "Foule")).await.profile);
    }
    for name in ODD {
        profiles.push(
            insert(&app, &someone(name, &name.repeat(40).chars().take(100).collect::<String>()))
                .await
                .profile,
        );
    }
    let guilty = insert(&app, &someone("Trop", "Riche")).await;
    profiles.insert(profiles.len() / 2, guilty.profile);
    sqlx::raw_sql(
        "INSERT INTO rome_skill (code, kind, label, category, definition, valid_from)
         SELECT n, 'knowledge', 'Savoir ' || n, '', '', 60 FROM generate_series(100001, 110000) n",
    )
    .execute(&app.state.pool)
    .await
    .unwrap();
    sqlx::query(
        "INSERT INTO declared_skill SELECT $1, n, 1, '', 60, now() FROM generate_series(100001, 110000) n",
    )
    .bind(guilty.person)
    .execute(&app.state.pool)
    .await
    .unwrap();
    app.mark(&profiles, Urgency::Soon).await;
    let began = Instant::now();
    app.settled().await;
    let took = began.elapsed();
    let found = app.verify().await;
    SearchApp::assert_exact(&found, u64::from(people) - 1);
    assert_eq!(found.parked, 1);
    assert!(took < Duration::from_secs(5) * people.div_ceil(1000) + BUSY, "{took:?}");
    let later = app.add(&someone("Inès", "Après")).await;
    app.settled().await;
    let recruiter = app.searcher().await.user.client;
    let page = recruiter.post("/profile-search", json!({ "name": "apres" })).await.expect(200);
    assert_eq!(page["hits"][0]["profile_id"], later.profile.0.to_string(), "the writer goes on");
    report(
        "R9",
        format!(
            "1 profile with 10,000 skills and 8 odd names among {people}, indexed in {} ms",
            took.as_millis()
        ),
        "1 set aside and counted, 0 others",
    );
}

/// Processor time a process has used, in clock ticks.
fn ticks(pid: i32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit_once(") ").unwrap().1.split(' ').collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// The most memory a process ever held, in MiB.
fn peak_memory(pid: i32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<u64>().unwrap() / 1024
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn few_descriptors_and_a_storm_of_passwords_end_nothing() {
    let world = Arc::new(World::new().await);
    world.populate(50).await;
    let mut server = world.serve_after("ulimit -n 128;", &["--database-connections=8"]);
    server.ready().await;
    let address = server.base.trim_start_matches("http://").to_owned();
    let connections: usize = figure("CARNET_CONNECTIONS", 300, 900);
    // More connections than descriptors, all silent.
    let mut silent = Vec::new();
    for _ in 0..connections {
        if let Ok(Ok(stream)) =
            tokio::time::timeout(Duration::from_millis(200), TcpStream::connect(&address)).await
        {
            silent.push(stream);
        }
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    let before = ticks(server.pid());
    tokio::time::sleep(Duration::from_secs(2)).await;
    let busy = ticks(server.pid()) - before;
    assert!(busy < 100, "{busy} ticks in two seconds of silence: the accept loop spins");
    drop(silent);
    let back = until("honest people are served again", Duration::from_secs(15) + BUSY, async || {
        world.total(&server).await == Some(50)
    })
    .await;
    server.stop().await;
    // A hundred people sign in at once, each for the price of a password hash.
    let mut server = world.serve(&[]);
    server.ready().await;
    let email = &world.recruiter.email;
    let storm = (0..100).map(|_| {
        let body = json!({ "email": email, "password": PASSWORD });
        answer(world.http.post(format!("{}/api/v1/auth/login", server.base)).json(&body))
    });
    let alive = async {
        let began = Instant::now();
        let mut slowest = Duration::ZERO;
        while began.elapsed() < Duration::from_secs(2) {
            let asked = Instant::now();
            assert!(server.health("live").await.is_some_and(|status| status.is_success()));
            slowest = slowest.max(asked.elapsed());
        }
        slowest
    };
    let (answers, slowest) = tokio::join!(join_all(storm), alive);
    let signed_in = answers.iter().flatten().filter(|answer| answer.status.is_success()).count();
    let others: Vec<u16> = answers
        .iter()
        .flatten()
        .filter(|answer| !answer.status.is_success())
        .map(|answer| answer.status.as_u16())
        .collect();
    assert!(others.iter().all(|status| [429, 503].contains(status)), "{others:?}");
    assert_eq!(answers.iter().flatten().count(), 100, "everybody is answered");
    assert!(slowest < Duration::from_secs(2) + BUSY, "{slowest:?}");
    let memory = peak_memory(server.pid());
    assert!(memory < 1024, "{memory} MiB");
    assert_eq!(world.total(&server).await, Some(50));
    assert!(server.lives());
    server.stop().await;
    report(
        "R23",
        format!(
            "128 descriptors: {connections} silent connections, served again {} ms after they left, {busy} ticks of work meanwhile; 100 logins at once: {signed_in} in, {} told to come back, health ≤ {} ms, {memory} MiB at most",
            back.as_millis(),
            others.len(),
            slowest.as_millis()
        ),
        "0 crashes",
    );
}
