//! Carries hints from PostgreSQL to the streams that are open on this server, and ends those whose session is over.
//!
//! One task per process, while there are streams. It works over connections of its own: when requests have taken all the others,
//! a signed-out device is cut off all the same. What it cannot look up it does not pass on: the streams are told to ask for
//! everything again once it can.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, PgConnection};
use tokio::sync::mpsc;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::chat;
use crate::identity;
use crate::ids::{ChatRoomId, PersonId, SessionId};
use crate::platform::live::{self, Ending, Heard, Hint, Hub, Signal, Topic};
use crate::platform::state::AppState;

/// How often it is checked that the sessions behind the streams live.
const CHECK_EVERY: Duration = Duration::from_millis(500);

/// How long one look into the database may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long a session that was found alive counts as such: no hint goes to a stream that was not looked at for longer.
const TRUSTED: Duration = Duration::from_secs(1);

/// How long a stream stays open. Whoever comes back shows that they still hold the session.
const LONGEST: TimeDelta = TimeDelta::hours(1);

/// How long the task waits for a new stream once there is none.
const IDLE: Duration = Duration::from_secs(30);

/// Hints that are taken at once.
const AT_ONCE: usize = 256;

/// Makes sure that hints are carried on this server, until it stops.
pub fn ensure_carried(state: &AppState, stop: &CancellationToken) {
    let hub = state.part::<Hub>();
    if hub.begin_to_carry() {
        tokio::spawn(carry(state.clone(), stop.clone(), Carried(hub.clone())));
    }
}

/// Gives the place up when the task ends, whatever ends it.
struct Carried(Hub);

impl Drop for Carried {
    fn drop(&mut self) {
        self.0.abandon();
    }
}

async fn carry(state: AppState, stop: CancellationToken, carried: Carried) {
    let options = state.pool.connect_options().as_ref().clone();
    let (told, mut heard) = mpsc::channel(AT_ONCE);
    let listening = tokio::spawn(live::listen(options.clone(), told));
    let mut relay = Relay::new(state, carried.0.clone(), options);
    let mut check = interval(CHECK_EVERY);
    check.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut batch = Vec::with_capacity(AT_ONCE);
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = check.tick() => {
                relay.check().await;
                if relay.is_done() {
                    break;
                }
            }
            count = heard.recv_many(&mut batch, AT_ONCE) => {
                if count == 0 {
                    break;
                }
                relay.pass_on(batch.drain(..)).await;
            }
        }
    }
    listening.abort();
}

struct Relay {
    state: AppState,
    hub: Hub,
    options: PgConnectOptions,
    connection: Option<PgConnection>,
    /// When the sessions were last found alive.
    checked: Option<Instant>,
    /// Whether some hint was not passed on.
    owes: bool,
    /// Since when there is no stream.
    idle_since: Option<Instant>,
}

/// What a batch of hints comes to.
#[derive(Debug, Default, PartialEq, Eq)]
struct News {
    people: BTreeSet<(Topic, PersonId)>,
    rooms: BTreeMap<Uuid, i64>,
}

impl News {
    fn add(&mut self, hint: Hint) {
        match hint {
            Hint::People { people, topic } => {
                self.people.extend(people.into_iter().map(|person| (topic, person)));
            }
            Hint::Room { room, position } => {
                let newest = self.rooms.entry(room).or_insert(position);
                *newest = position.max(*newest);
            }
        }
    }
}

impl Relay {
    fn new(state: AppState, hub: Hub, options: PgConnectOptions) -> Self {
        Self { state, hub, options, connection: None, checked: None, owes: false, idle_since: None }
    }

    /// Ends the streams whose session, or whose hour, is over; tells the others what is owed.
    async fn check(&mut self) {
        let sessions = self.hub.sessions();
        self.idle_since = if sessions.is_empty() { self.idle_since.or(Some(Instant::now())) } else { None };
        if sessions.is_empty() {
            return;
        }
        let began = Instant::now();
        let living = match self.living(&sessions).await {
            Ok(living) => living,
            Err(error) => return tracing::warn!(%error, "the sessions of open streams cannot be checked"),
        };
        self.checked = Some(began);
        let over: BTreeSet<_> = sessions.into_iter().filter(|session| !living.contains(session)).collect();
        self.hub.end(Ending::SessionOver, |session, _| over.contains(&session));
        let oldest = self.state.clock.now() - LONGEST;
        self.hub.end(Ending::Renew, |_, opened_at: DateTime<Utc>| opened_at <= oldest);
        if std::mem::take(&mut self.owes) {
            self.hub.resync();
        }
    }

    async fn living(&mut self, sessions: &[SessionId]) -> sqlx::Result<BTreeSet<SessionId>> {
        let mut connection = self.connection().await?;
        let living = in_time(identity::living_sessions(&mut connection, sessions)).await?;
        self.connection = Some(connection);
        Ok(living.into_iter().collect())
    }

    /// The connection of before, or a new one. Whoever fails with it does not give it back.
    async fn connection(&mut self) -> sqlx::Result<PgConnection> {
        match self.connection.take() {
            Some(connection) => Ok(connection),
            None => in_time(self.options.connect()).await,
        }
    }

    /// Whether there was no stream for a while, and none came meanwhile.
    fn is_done(&self) -> bool {
        self.idle_since.is_some_and(|since| since.elapsed() >= IDLE) && self.hub.stop_to_carry()
    }

    async fn pass_on(&mut self, batch: impl Iterator<Item = Heard>) {
        let mut news = News::default();
        for heard in batch {
            match heard {
                Heard::Hint(hint) => news.add(hint),
                Heard::Lost => self.hub.set_hearing(false),
                Heard::Hearing => {
                    // In this order: who waits to hear forgets what was told before.
                    self.hub.resync();
                    self.hub.set_hearing(true);
                }
            }
        }
        if news != News::default() && self.hub.count() > 0 {
            self.tell(news).await;
        }
    }

    async fn tell(&mut self, news: News) {
        if self.checked.is_none_or(|checked| checked.elapsed() > TRUSTED) {
            self.check().await;
        }
        if self.checked.is_none_or(|checked| checked.elapsed() > TRUSTED) {
            self.owes = true;
            return;
        }
        for (topic, person) in news.people {
            self.hub.tell(&[person], Signal::Changed(topic));
        }
        for (room, position) in news.rooms {
            match self.followers(ChatRoomId(room)).await {
                Ok(people) => self.hub.tell(&people, Signal::Room { room, position }),
                Err(error) => {
                    tracing::warn!(%error, "who follows a room cannot be looked up");
                    self.owes = true;
                }
            }
        }
    }

    /// Who of those with a page open may read the room at this moment.
    async fn followers(&mut self, room: ChatRoomId) -> sqlx::Result<Vec<PersonId>> {
        let (people, now) = (self.hub.people(), self.state.clock.now());
        let mut connection = self.connection().await?;
        let followers = in_time(chat::followers_among(&mut connection, room, &people, now)).await?;
        self.connection = Some(connection);
        Ok(followers)
    }
}

async fn in_time<T>(work: impl Future<Output = sqlx::Result<T>>) -> sqlx::Result<T> {
    timeout(PATIENCE, work).await.unwrap_or(Err(sqlx::Error::PoolTimedOut))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_says_each_thing_once() {
        let people = |numbers: &[u128], topic| Hint::People {
            people: numbers.iter().map(|number| PersonId(Uuid::from_u128(*number))).collect(),
            topic,
        };
        let mut news = News::default();
        for hint in [
            people(&[1, 2], Topic::Quizzes),
            people(&[1], Topic::Quizzes),
            people(&[1], Topic::Notices),
            Hint::Room { room: Uuid::nil(), position: 7 },
            Hint::Room { room: Uuid::nil(), position: 6 },
        ] {
            news.add(hint);
        }
        let told: Vec<_> = news.people.iter().map(|(topic, person)| (*topic, person.0.as_u128())).collect();
        assert_eq!(told, [(Topic::Notices, 1), (Topic::Quizzes, 1), (Topic::Quizzes, 2)]);
        assert_eq!(news.rooms.into_values().collect::<Vec<_>>(), [7]);
    }
}
