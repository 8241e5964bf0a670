//! A page that follows what changes, and what it is told.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use carnet::notices::NoticeKind;
use carnet::platform::live::{self, Notice};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use tokio::time::timeout;
use uuid::Uuid;

use super::app::TestApp;
use super::client::Client;
use super::users::User;

/// How long something that comes may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// An event of the stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub name: String,
    pub id: String,
    pub data: Value,
}

/// A stream that is open.
pub struct Live {
    pub response: Response,
    bytes: Vec<u8>,
    events: VecDeque<Event>,
    /// Lines that only say that the stream lives.
    pub heartbeats: usize,
}

/// Reads one block of lines; none when it is a comment.
fn parse(block: &str) -> Option<Event> {
    let field = |name: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.map(|value| value.trim_start().to_owned())
    };
    Some(Event {
        name: field("event")?,
        id: field("id").unwrap_or_default(),
        data: serde_json::from_str(&field("data")?).expect("data is JSON"),
    })
}

impl Live {
    /// Opens the stream and reads `hello`.
    pub async fn open(client: &Client) -> (Self, Value) {
        let mut live = Self::begin(client).await;
        let hello = live.expect("hello").await;
        (live, hello)
    }

    /// Opens the stream.
    pub async fn begin(client: &Client) -> Self {
        let response = client.request(Method::GET, "/me/live").send().await.expect("the server answers");
        assert_eq!(response.status(), StatusCode::OK);
        Self::on(response)
    }

    /// The stream of an answer that has begun.
    pub fn on(response: Response) -> Self {
        Self { response, bytes: Vec::new(), events: VecDeque::new(), heartbeats: 0 }
    }

    /// The next event; none when the stream is over, in whatever way.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Some(event);
            }
            let piece = self.response.chunk().await.ok().flatten()?;
            self.bytes.extend_from_slice(&piece);
            while let Some(end) = self.bytes.windows(2).position(|two| two == b"\n\n") {
                let block: Vec<u8> = self.bytes.drain(..end + 2).collect();
                match parse(std::str::from_utf8(&block).unwrap()) {
                    Some(event) => self.events.push_back(event),
                    None => self.heartbeats += 1,
                }
            }
        }
    }

    /// The data of the next event, which has this name.
    pub async fn expect(&mut self, name: &str) -> Value {
        let event = timeout(PATIENCE, self.next()).await.unwrap_or_else(|_| panic!("no {name} came"));
        let event = event.unwrap_or_else(|| panic!("the stream is over, and {name} did not come"));
        assert_eq!(event.name, name, "{}", event.data);
        event.data
    }

    /// Reads until an event of this name and data comes; tells what came before.
    pub async fn until(&mut self, name: &str, data: &Value) -> Vec<Event> {
        let mut before = Vec::new();
        let found = timeout(PATIENCE, async {
            while let Some(event) = self.next().await {
                if event.name == name && event.data == *data {
                    return true;
                }
                before.push(event);
            }
            false
        });
        assert!(found.await.unwrap_or_default(), "no {name} {data} after {before:?}");
        before
    }

    /// Checks that this topic changed.
    pub async fn expect_changed(&mut self, topic: &str) {
        assert_eq!(self.expect("changed").await, json!({ "topic": topic }));
    }

    /// Checks that nothing is told for a while.
    pub async fn expect_nothing(&mut self) {
        if let Ok(event) = timeout(Duration::from_millis(700), self.next()).await {
            panic!("something was told: {event:?}");
        }
    }

    /// Waits for the end, and tells what was told last and how long that took.
    pub async fn ended(&mut self) -> (Option<Event>, Duration) {
        let began = Instant::now();
        let mut last = None;
        let reading = timeout(PATIENCE, async {
            while let Some(event) = self.next().await {
                last = Some(event);
            }
        });
        reading.await.expect("the stream ends");
        (last, began.elapsed())
    }

    /// Waits for the end, which must come at once and for this reason.
    pub async fn expect_closed(&mut self, reason: &str, within: Duration) {
        let (last, took) = self.ended().await;
        let last = last.expect("it says why");
        assert_eq!((last.name.as_str(), &last.data), ("closed", &json!({ "reason": reason })));
        assert!(took <= within, "{took:?}");
    }
}

impl TestApp {
    /// Tells a person something, as a slice does in its own transaction.
    pub async fn tell(&self, user: &User, kind: NoticeKind, subject: Uuid) {
        self.tell_facts(user, kind, subject, json!({ "title": "Ce que seul son lecteur apprend" })).await;
    }

    /// The same, worded with these facts.
    pub async fn tell_facts(&self, user: &User, kind: NoticeKind, subject: Uuid, facts: Value) {
        let notice = Notice { person: user.id, kind, subject, facts };
        let mut tx = self.state.pool.begin().await.unwrap();
        live::tell(&mut tx, &self.state.ids, &[notice], self.state.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// What became of the mails of a person's notices, oldest first.
    pub async fn mail_column(&self, user: &User) -> Vec<String> {
        sqlx::query_scalar("SELECT mail FROM notification WHERE person_id = $1 ORDER BY told_at, id")
            .bind(user.id)
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }
}

#[test]
fn events_and_heartbeats_are_told_apart() {
    let event = parse("event: room\nid: 3\ndata: {\"position\":1}\n").unwrap();
    assert_eq!((event.name.as_str(), event.id.as_str(), &event.data["position"]), ("room", "3", &json!(1)));
    assert_eq!(parse(":\n"), None);
}
