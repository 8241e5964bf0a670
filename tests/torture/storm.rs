//! R26: pages lose their server, which is killed while they speak: what was acknowledged is stored, in order,
//! once; and whoever comes back to the other server learns how far the room is, and misses nothing of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::{StreamExt, stream};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use uuid::Uuid;

use super::world::World;
use super::{figure, report};
use crate::support::app::TestApp;
use crate::support::live::Live;
use crate::support::rooms::room_path;
use crate::support::users::User;

const MESSAGES: usize = 3;
/// After so many messages of each, their server may go at any moment; after one more, it is gone.
const HALF: usize = 1;

/// How long one attempt may take, and all of them: a server refuses whom it has no room for.
const ANSWER: Duration = Duration::from_secs(20);
const PATIENCE: Duration = Duration::from_mins(2);

/// Pages that read the end of the room at the same time.
const READERS: usize = 32;

/// Both servers: the process that is killed, and the one of this process.
struct Site {
    world: World,
    bases: [String; 2],
    http: reqwest::Client,
}

/// A page: it knows both servers, and turns to the other one when the first is gone.
struct Page {
    number: usize,
    site: Arc<Site>,
    user: User,
    room: Uuid,
    acked: Vec<Uuid>,
    /// The messages it has fetched, and the newest change it has seen.
    seen: Vec<Uuid>,
    after: i64,
}

/// A message that is stored: its id, its place, what it says, and what the device drew.
type Stored = (Uuid, i64, String, Uuid);

impl Page {
    fn request(&self, server: usize, method: Method, path: &str) -> RequestBuilder {
        let (site, address) = (&self.site, format!("{}/api/v1{path}", self.site.bases[server]));
        site.http.request(method, address).bearer_auth(site.world.app.renewed_token(&self.user))
    }

    /// A moment before the next attempt, not the same for everybody.
    async fn pause(&self) {
        sleep(Duration::from_millis(20 + (self.number % 7) as u64 * 10)).await;
    }

    /// Reads something, as often as it takes.
    async fn get(&self, server: usize, path: &str) -> Response {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            match timeout(ANSWER, self.request(server, Method::GET, path).send()).await {
                Ok(Ok(answer)) if answer.status() == 200 => return answer,
                Ok(Ok(answer)) => assert_eq!(answer.status(), 503, "{path}"),
                Ok(Err(_)) | Err(_) => {}
            }
            self.pause().await;
        }
        panic!("page {} is not answered: {path}", self.number);
    }

    /// Sends one message until it is acknowledged. Now and then the answer is not waited for.
    async fn say(&mut self, turn: usize, is_gone: &watch::Receiver<bool>) {
        let (path, client_id) = (room_path(self.room, "/messages"), Uuid::new_v4());
        let body = json!({ "client_id": client_id, "text": format!("{} {turn}", self.number) });
        let is_hasty = (self.number + turn).is_multiple_of(3);
        let mut patience = if is_hasty { Duration::from_millis(5) } else { ANSWER };
        let began = Instant::now();
        loop {
            assert!(began.elapsed() < PATIENCE, "page {} cannot say message {turn}", self.number);
            let server = usize::from(*is_gone.borrow());
            let asked = timeout(patience, self.request(server, Method::POST, &path).json(&body).send());
            match asked.await {
                Ok(Ok(answer)) if answer.status().is_success() => break,
                Ok(Ok(answer)) => assert_eq!(answer.status(), 503),
                Ok(Err(_)) | Err(_) => {}
            }
            patience = ANSWER;
            self.pause().await;
        }
        self.acked.push(client_id);
    }

    /// Opens a stream; tells how far it says that the room is.
    async fn follow(&self, server: usize) -> (Live, i64) {
        let mut live = Live::on(self.get(server, "/me/live").await);
        let hello = live.expect("hello").await;
        let mut rooms = hello["rooms"].as_array().unwrap().iter();
        let room = rooms.find(|it| it["room"] == json!(self.room)).expect("the room is there");
        let position = room["position"].as_i64().unwrap();
        (live, position)
    }

    /// Fetches what changed since the newest change it has seen.
    async fn catch_up(&mut self, server: usize) {
        loop {
            let path = room_path(self.room, &format!("/changes?after={}&limit=100", self.after));
            let news: Value = self.get(server, &path).await.json().await.unwrap();
            let messages = news["items"].as_array().unwrap().iter();
            self.seen.extend(messages.map(|it| it["id"].as_str().unwrap().parse::<Uuid>().unwrap()));
            self.after = news["after"].as_i64().unwrap();
            if news["has_more"] == false {
                return;
            }
        }
    }

    /// Says its messages, and comes back to the other server when its own is killed meanwhile.
    async fn talk(&mut self, is_gone: &mut watch::Receiver<bool>, halfway: &watch::Sender<usize>) -> Live {
        let (mut live, _) = self.follow(0).await;
        for turn in 0..MESSAGES {
            if turn == HALF {
                self.catch_up(0).await;
                halfway.send_modify(|count| *count += 1);
            }
            if turn == HALF + 1 {
                is_gone.wait_for(|gone| *gone).await.unwrap();
                let (last, _) = live.ended().await;
                assert!(last.is_none_or(|event| event.name != "closed"), "who is killed says no goodbye");
                let (again, standing) = self.follow(1).await;
                self.catch_up(1).await;
                assert!(self.after >= standing, "{} of {standing}", self.after);
                live = again;
            }
            self.say(turn, is_gone).await;
        }
        live
    }
}

/// What is stored of the room, in its order.
async fn stored(app: &TestApp, room: Uuid) -> Vec<Stored> {
    sqlx::query_as("SELECT id, position, text, client_id FROM message WHERE room_id = $1 ORDER BY position")
        .bind(room)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}

/// Compares what was acknowledged with what is stored.
fn assert_once_and_in_order(pages: &[Page], stored: &[Stored]) {
    assert_eq!(stored.len(), pages.len() * MESSAGES, "as many as were acknowledged, none twice");
    assert!(stored.is_sorted_by(|one, next| one.1 < next.1), "in order, each place once");
    let mut said: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (_, _, text, _) in stored {
        let (number, turn) = text.split_once(' ').unwrap();
        said.entry(number).or_default().push(turn.parse().unwrap());
    }
    let in_order: Vec<usize> = (0..MESSAGES).collect();
    assert!(said.values().all(|turns| *turns == in_order), "each in the order in which it was said");
    let acked: BTreeSet<Uuid> = pages.iter().flat_map(|page| page.acked.iter().copied()).collect();
    let kept: BTreeSet<Uuid> = stored.iter().map(|message| message.3).collect();
    assert_eq!(kept, acked);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_lose_their_server_and_nothing_they_were_told_was_taken() {
    let clients: usize = figure("CARNET_PAGES", 100, 1000);
    let world = World::new().await;
    let talk = world.app.talk(clients).await;
    // The days of a session in a test are past: a process that knows today's date would end it.
    world.app.execute("UPDATE training_session SET ends_on = current_date + 7").await;
    let mut server = world.serve(&[]);
    server.ready().await;
    let bases = [server.base.clone(), world.app.base.clone()];
    // Streams last longer than any request; the servers end connections that were silent for fifteen seconds.
    let http = reqwest::Client::builder().pool_idle_timeout(Duration::from_secs(5)).build().unwrap();
    let site = Arc::new(Site { world, bases, http });
    let (goes, is_gone) = watch::channel(false);
    let (halfway, mut reached) = watch::channel(0);
    let mut talking = Vec::new();
    for (number, trainee) in talk.class.trainees.iter().enumerate() {
        let (site, user, room) = (Arc::clone(&site), trainee.user.clone(), talk.general);
        let mut page = Page { number, site, user, room, acked: Vec::new(), seen: Vec::new(), after: 0 };
        let (mut is_gone, halfway) = (is_gone.clone(), halfway.clone());
        talking.push(tokio::spawn(async move {
            let live = page.talk(&mut is_gone, &halfway).await;
            (page, live)
        }));
    }
    // Many are in the middle of a message: the last ones that got so far have just begun one.
    let all = timeout(2 * PATIENCE, reached.wait_for(|count| *count == clients)).await;
    drop(all.expect("every page gets so far").unwrap());
    server.kill();
    goes.send(true).unwrap();
    let (mut pages, mut streams) = (Vec::new(), Vec::new());
    for page in talking {
        let (page, live) = page.await.unwrap();
        pages.push(page);
        streams.push(live);
    }

    let app = &site.world.app;
    let stored = stored(app, talk.general).await;
    assert_once_and_in_order(&pages, &stored);
    // What each had before, what it fetched when it came back, and what was said since: the whole room, each
    // message once.
    let reading = stream::iter(pages).map(|mut page| async move {
        page.catch_up(1).await;
        page
    });
    let pages: Vec<Page> = reading.buffer_unordered(READERS).collect().await;
    let whole: Vec<Uuid> = stored.iter().map(|message| message.0).collect();
    for Page { number, seen, .. } in &pages {
        assert!(*seen == whole, "page {number} has {} of {} messages", seen.len(), whole.len());
    }

    // When it is quiet again, those who came back are still told; who comes now knows from the first line.
    let last = talk.teacher(app).say(talk.general, "Au revoir").await;
    let told = json!({ "room": talk.general, "position": last["change"] });
    for live in streams.iter_mut().take(10) {
        live.until("room", &told).await;
    }
    let (_again, standing) = pages[0].follow(1).await;
    assert_eq!(json!(standing), last["change"]);
    report(
        "R26",
        format!(
            "{clients} pages speak while their server is killed, and storm the other one; {} messages",
            stored.len()
        ),
        "0 messages, none twice, all in order; each page has the whole room",
    );
}
