//! The stream of a page that is open: what it must know first, then that something changed.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::http::{HeaderValue, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream;
use serde::Serialize;
use tokio_util::sync::CancellationToken;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::chat;
use crate::ids::{ChatRoomId, NotificationId};
use crate::notifications::relay;
use crate::notifications::store::{notices, settings};
use crate::platform::http::layers::Verbatim;
use crate::platform::http::origin::SameOrigin;
use crate::platform::http::server::Stopping;
use crate::platform::http::{Code, Error, Problems, Result};
use crate::platform::live::{Ending, Follower, Hub, Signal, Topic};
use crate::platform::state::AppState;

/// How long a stream waits to be sure of missing nothing before it begins. Beyond, it begins, and is told to ask again later.
const HEARING: Duration = Duration::from_secs(2);

/// How often something is said when there is nothing to say, so that nobody on the way takes the stream for dead.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// When to come back to a server that follows as many pages as it can.
const FULL: Duration = Duration::from_secs(10);

const BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// One event of the stream; `event` of the stream names which.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum LiveEvent {
    /// `hello`: how everything stands, at the beginning of each stream.
    Hello(LiveHello),
    /// `changed`: something of the person changed.
    Changed(LiveChanged),
    /// `room`: a room has something new.
    Room(LiveRoomChanged),
    /// `resync`: hints may have been lost, ask for everything again.
    Resync(LiveResync),
    /// `closed`: the stream ends, and why.
    Closed(LiveClosed),
}

/// How everything stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct LiveHello {
    /// Notifications that were not read.
    unread: i64,
    /// The newest notification.
    newest: Option<NotificationId>,
    /// The rooms one may read.
    rooms: Vec<LiveRoomState>,
}

/// How a room stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct LiveRoomState {
    room: ChatRoomId,
    /// The place of its newest change.
    position: i64,
    /// Messages one has not read.
    unread: i64,
}

/// Something of the person changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct LiveChanged {
    topic: Topic,
}

/// A room has something new.
#[derive(Debug, Serialize, ToSchema)]
pub struct LiveRoomChanged {
    room: ChatRoomId,
    /// The place of its newest change: a page that has seen it asks for nothing.
    position: i64,
}

/// Hints may have been lost.
#[derive(Debug, Serialize, ToSchema)]
pub struct LiveResync {}

/// The stream ends.
#[derive(Debug, Serialize, ToSchema)]
pub struct LiveClosed {
    reason: Ending,
}

/// Follows what changes for oneself, as server-sent events, until one closes it.
///
/// The access token is sent as for every operation, in the `Authorization` header: pages read the stream with `fetch`. It
/// begins with `hello`, so whoever comes back knows what they missed, whatever was lost; a `Last-Event-ID` is taken
/// and needs no answer of its own. Then come `changed`, `room` and `resync`, and a comment every fifteen seconds. It lives as
/// long as the session does, an hour at most, and says in `closed` why it ends. Eight streams of one person are
/// followed; a ninth ends the oldest.
#[utoipa::path(get, path = "/me/live", operation_id = "follow_live", tag = "notifications",
    params(("Last-Event-ID" = Option<String>, Header, description = "The last event that was read: the stream begins with `hello` all the same")),
    responses((status = 200, body = LiveEvent, content_type = "text/event-stream"), Problems))]
pub async fn follow_live(
    State(state): State<AppState>,
    actor: Actor,
    _origin: SameOrigin,
    Stopping(stop): Stopping,
    uri: Uri,
) -> Result<Response> {
    ensure_bare(&uri)?;
    let hub = state.part::<Hub>();
    let Some(follower) = hub.follow(actor.person, actor.session, state.clock.now()) else {
        metrics::counter!("carnet_live_refusals_total").increment(1);
        return Err(Error::RetryAfter { code: Code::Overloaded, retry_after: FULL });
    };
    relay::ensure_carried(&state, &stop);
    hub.hearing(HEARING).await;
    follower.forget();
    let hello = hello(&state, actor).await?;
    let pages = Pages { follower, stop, hello: Some((hello, comeback(&state))), number: 0, is_over: false };
    let events = stream::unfold(pages, |mut pages| async move {
        let event = pages.next().await?;
        Some((Ok::<_, Infallible>(event), pages))
    });
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(BUFFERING, HeaderValue::from_static("no"));
    response.extensions_mut().insert(Verbatim);
    Ok(response)
}

/// Takes no parameter at all: a token in an address would be written into logs on the way.
fn ensure_bare(uri: &Uri) -> Result<()> {
    match uri.query().and_then(|query| form_urlencoded::parse(query.as_bytes()).next()) {
        None => Ok(()),
        Some((name, _)) => {
            Err(Error::field(format!("/{name}"), "unknown_field", "Ce paramètre n’existe pas."))
        }
    }
}

/// When a page comes back to a stream that broke off: not all of them at once.
fn comeback(state: &AppState) -> Duration {
    let [drawn] = state.ids.secret::<1>();
    Duration::from_millis(1000 + 16 * u64::from(drawn))
}

async fn hello(state: &AppState, actor: Actor) -> Result<LiveHello> {
    let mut conn = state.pool.acquire().await?;
    let kinds = settings::of(&mut conn, actor.person).await?.listed_kinds();
    let unread = notices::count_unread(&mut conn, actor.person, &kinds).await?;
    let newest = notices::newest(&mut conn, actor.person, &kinds).await?;
    let rooms = chat::live_rooms(&mut conn, actor.person, state.clock.now()).await?;
    let rooms =
        rooms.into_iter().map(|it| LiveRoomState { room: it.room, position: it.position, unread: it.unread });
    Ok(LiveHello { unread, newest, rooms: rooms.collect() })
}

/// What one stream says, event by event.
struct Pages {
    follower: Follower,
    stop: CancellationToken,
    /// What is said first, and when to come back.
    hello: Option<(LiveHello, Duration)>,
    number: u64,
    is_over: bool,
}

impl Pages {
    async fn next(&mut self) -> Option<Event> {
        if self.is_over {
            return None;
        }
        if let Some((hello, comeback)) = self.hello.take() {
            return Some(self.event("hello", &LiveEvent::Hello(hello)).retry(comeback));
        }
        let told = tokio::select! {
            biased;
            () = self.stop.cancelled() => Err(Ending::Stopping),
            told = self.follower.next() => told,
        };
        Some(match told {
            Ok(Signal::Changed(topic)) => self.event("changed", &LiveEvent::Changed(LiveChanged { topic })),
            Ok(Signal::Room { room, position }) => {
                let changed = LiveRoomChanged { room: ChatRoomId(room), position };
                self.event("room", &LiveEvent::Room(changed))
            }
            Ok(Signal::Resync) => self.event("resync", &LiveEvent::Resync(LiveResync {})),
            Err(reason) => {
                self.is_over = true;
                self.event("closed", &LiveEvent::Closed(LiveClosed { reason }))
            }
        })
    }

    fn event(&mut self, name: &str, content: &LiveEvent) -> Event {
        self.number += 1;
        // These are plain structures of ids, numbers and words: they can always be written.
        let text = serde_json::to_string(content).unwrap_or_default();
        Event::default().event(name).id(self.number.to_string()).data(text)
    }
}
