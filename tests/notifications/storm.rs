//! A hundred pages lose their server in the middle of a conversation (TRUST R26, short form): what was acknowledged is stored,
//! in order, once; and whoever comes back learns how far the room is.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use uuid::Uuid;

use super::rooms::Hall;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::live::Live;

const CLIENTS: usize = 100;
const MESSAGES: usize = 3;
/// After so many messages of each, their server goes.
const HALF: usize = 1;

const SECRET: &str = "--token-secret=a key that both of these servers share together";

/// A page: it knows both servers, and turns to the other one when the first is gone.
struct Page {
    number: usize,
    servers: [Client; 2],
    room: Uuid,
    acked: Vec<Uuid>,
}

impl Page {
    /// Sends one message until it is acknowledged. Now and then the answer is not waited for.
    async fn say(&mut self, turn: usize, is_gone: &watch::Receiver<bool>) {
        let (path, client_id) = (format!("/rooms/{}/messages", self.room), Uuid::new_v4());
        let body = json!({ "client_id": client_id, "text": format!("{} {turn}", self.number) });
        for attempt in 0.. {
            assert!(attempt < 200, "page {} cannot say message {turn}", self.number);
            let server = &self.servers[usize::from(*is_gone.borrow())];
            let hasty = attempt == 0 && (self.number + turn).is_multiple_of(3);
            let patience = Duration::from_millis(if hasty { 5 } else { 20_000 });
            let asked = timeout(patience, server.request(Method::POST, &path).json(&body).send());
            match asked.await {
                Ok(Ok(answer)) if answer.status().is_success() => break,
                Ok(Ok(answer)) if answer.status() == 503 => {}
                Ok(Ok(answer)) => panic!("{}", answer.status()),
                Ok(Err(_)) | Err(_) => {}
            }
            sleep(Duration::from_millis(20 + (self.number % 7) as u64 * 10)).await;
        }
        self.acked.push(client_id);
    }

    /// Opens a stream, as often as it takes.
    async fn follow(&self, server: usize) -> (Live, Value) {
        for _ in 0..200 {
            let asked = self.servers[server].request(Method::GET, "/me/live").send().await;
            match asked {
                Ok(answer) if answer.status() == 200 => {
                    let mut live = Live::on(answer);
                    let hello = live.expect("hello").await;
                    return (live, hello);
                }
                Ok(answer) => assert_eq!(answer.status(), 503),
                Err(_) => {}
            }
            sleep(Duration::from_millis(50)).await;
        }
        panic!("page {} is not followed", self.number);
    }
}

/// Every message of the room, as a page that has seen nothing catches up.
async fn catch_up(client: &Client, room: Uuid) -> Vec<Value> {
    let (mut found, mut after) = (Vec::new(), json!(0));
    loop {
        let answer = client.get(&format!("/rooms/{room}/changes?after={after}&limit=100")).await.expect(200);
        found.extend(answer["items"].as_array().unwrap().clone());
        after = answer["after"].clone();
        if answer["has_more"] == false {
            return found;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_pages_lose_their_server_and_nothing_they_were_told_was_taken() {
    let mut one = TestApp::with_catalogue_and(&[SECRET]).await;
    let other = one.start_beside(80, &[SECRET]).await;
    let hall = Hall::open(&one, CLIENTS).await;
    let (goes, is_gone) = watch::channel(false);
    let pages = hall.trainees.iter().enumerate().map(|(number, trainee)| {
        let beside = other.anonymous().with_token(trainee.access_token());
        Page { number, servers: [trainee.client.clone(), beside], room: hall.room, acked: Vec::new() }
    });
    let (halfway, mut reached) = watch::channel(0);
    let talking = pages.map(|mut page| {
        let (mut is_gone, halfway) = (is_gone.clone(), halfway.clone());
        tokio::spawn(async move {
            let (mut live, _) = page.follow(0).await;
            for turn in 0..MESSAGES {
                if turn == HALF {
                    halfway.send_modify(|count| *count += 1);
                    is_gone.wait_for(|gone| *gone).await.unwrap();
                    // The stream of the server that went is over; the one of the other begins with how far the room is.
                    live.ended().await;
                    live = page.follow(1).await.0;
                }
                page.say(turn, &is_gone).await;
            }
            (page, live)
        })
    });
    let talking: Vec<_> = talking.collect();
    reached.wait_for(|count| *count == CLIENTS).await.unwrap();
    goes.send(true).unwrap();
    one.stop().await;
    let mut pages = Vec::new();
    for page in talking {
        pages.push(page.await.unwrap());
    }

    let stored = catch_up(&pages[0].0.servers[1], hall.room).await;
    assert_eq!(stored.len(), CLIENTS * MESSAGES, "as many as were acknowledged, none twice");
    let positions: Vec<i64> = stored.iter().map(|it| it["position"].as_i64().unwrap()).collect();
    assert!(positions.is_sorted_by(|a, b| a < b), "in order, each place once");
    let mut said: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for message in &stored {
        let (number, turn) = message["text"].as_str().unwrap().split_once(' ').unwrap();
        said.entry(number.parse().unwrap()).or_default().push(turn.parse().unwrap());
    }
    let in_order: Vec<usize> = (0..MESSAGES).collect();
    assert!(said.values().all(|turns| *turns == in_order), "each in the order in which it was said");
    let acked: BTreeSet<Uuid> = pages.iter().flat_map(|(page, _)| page.acked.iter().copied()).collect();
    let kept: Vec<Uuid> =
        sqlx::query_scalar("SELECT client_id FROM message").fetch_all(&other.state.pool).await.unwrap();
    assert_eq!(kept.into_iter().collect::<BTreeSet<_>>(), acked);

    // Whoever comes back now knows from the first line how far the room is; those who stayed were told.
    let last = json!({ "room": hall.room, "position": stored.last().unwrap()["change"] });
    let (_again, hello) = pages[0].0.follow(1).await;
    let rooms = hello["rooms"].as_array().unwrap();
    assert!(
        rooms.iter().any(|it| it["room"] == last["room"] && it["position"] == last["position"]),
        "{hello}"
    );
    for (_, live) in &mut pages[1..10] {
        live.until("room", &last).await;
    }
}
