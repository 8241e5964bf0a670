//! The streams that are open on this server, by person: what waits for each, and why it ends.
//!
//! What waits for a stream is merged: of a topic one hint, of a room its newest place. So a slow client holds little, waits
//! for nobody and makes nobody wait; one that falls too far behind is told to ask for everything again.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use parking_lot::Mutex;
use serde::Serialize;
use tokio::sync::{Notify, watch};
use tokio::time::timeout;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Topic;
use crate::ids::{PersonId, SessionId};

/// Streams of one person: one for each open tab.
const OF_ONE_PERSON: usize = 8;

/// Signals that wait for one stream; beyond, it is told to ask for everything again.
const WAITING: usize = 64;

/// What an open page is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Something of the person changed.
    Changed(Topic),
    /// A room has something new.
    Room {
        /// The room.
        room: Uuid,
        /// The place of its newest change.
        position: i64,
    },
    /// Hints may have been lost: everything must be asked for again.
    Resync,
}

/// Why a stream ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// The device was signed out, the password changed or the account closed: sign in again.
    SessionOver,
    /// The person opened more tabs than are followed: this one is not, until somebody looks at it again.
    TooManyTabs,
    /// The server stops: come back in a moment.
    Stopping,
    /// It was open for an hour: come back with an access token of now.
    Renew,
}

/// The open streams; cheap to clone.
#[derive(Clone)]
pub struct Hub(Arc<Shared>);

struct Shared {
    most: usize,
    open: Mutex<Open>,
    /// Whether hints are heard at this moment.
    is_hearing: watch::Sender<bool>,
}

#[derive(Default)]
struct Open {
    next: u64,
    /// By number: the oldest first.
    streams: BTreeMap<u64, Arc<Stream>>,
    by_person: HashMap<PersonId, VecDeque<u64>>,
    is_carried: bool,
}

struct Stream {
    person: PersonId,
    session: SessionId,
    opened_at: DateTime<Utc>,
    waiting: Mutex<Waiting>,
    wake: Notify,
}

#[derive(Default)]
struct Waiting {
    signals: VecDeque<Signal>,
    ending: Option<Ending>,
}

impl Waiting {
    fn push(&mut self, signal: Signal) {
        match signal {
            // Everything will be asked for: what waits, and what comes before it is read, is in the answer.
            Signal::Resync => self.signals = VecDeque::from([Signal::Resync]),
            _ if self.signals.contains(&Signal::Resync) || self.signals.contains(&signal) => {}
            Signal::Room { room, position } => match self.place_of(room) {
                Some(place) => *place = position.max(*place),
                None => self.append(signal),
            },
            Signal::Changed(_) => self.append(signal),
        }
    }

    fn place_of(&mut self, wanted: Uuid) -> Option<&mut i64> {
        self.signals.iter_mut().find_map(|signal| match signal {
            Signal::Room { room, position } if *room == wanted => Some(position),
            _ => None,
        })
    }

    fn append(&mut self, signal: Signal) {
        if self.signals.len() < WAITING {
            self.signals.push_back(signal);
            return;
        }
        metrics::counter!("carnet_live_overflows_total").increment(1);
        self.push(Signal::Resync);
    }
}

impl Stream {
    fn tell(&self, signal: Signal) {
        self.waiting.lock().push(signal);
        self.wake.notify_one();
    }

    fn end(&self, why: Ending) {
        self.waiting.lock().ending.get_or_insert(why);
        self.wake.notify_one();
    }
}

impl Open {
    fn remove(&mut self, number: u64) -> Option<Arc<Stream>> {
        let stream = self.streams.remove(&number)?;
        if let Some(numbers) = self.by_person.get_mut(&stream.person) {
            numbers.retain(|other| *other != number);
            if numbers.is_empty() {
                self.by_person.remove(&stream.person);
            }
        }
        metrics::gauge!("carnet_live_streams").set(self.streams.len() as f64);
        Some(stream)
    }

    /// The person's oldest stream, when they have as many as are followed.
    fn one_too_many(&self, person: PersonId) -> Option<u64> {
        let numbers = self.by_person.get(&person)?;
        numbers.front().copied().filter(|_| numbers.len() >= OF_ONE_PERSON)
    }
}

/// One stream, as long as it is open.
pub struct Follower {
    hub: Hub,
    number: u64,
    stream: Arc<Stream>,
}

impl Hub {
    /// For so many streams at the same time.
    pub fn new(most: usize) -> Self {
        let (is_hearing, _) = watch::channel(false);
        Self(Arc::new(Shared { most, open: Mutex::default(), is_hearing }))
    }

    /// Opens a stream; none when the server has as many as it can hold. A person's oldest one makes way for their newest.
    pub fn follow(&self, person: PersonId, session: SessionId, now: DateTime<Utc>) -> Option<Follower> {
        let mut open = self.0.open.lock();
        let oldest = open.one_too_many(person);
        if oldest.is_none() && open.streams.len() >= self.0.most {
            return None;
        }
        if let Some(oldest) = oldest.and_then(|oldest| open.remove(oldest)) {
            oldest.end(Ending::TooManyTabs);
        }
        let number = open.next;
        open.next += 1;
        let (waiting, wake) = (Mutex::default(), Notify::new());
        let stream = Arc::new(Stream { person, session, opened_at: now, waiting, wake });
        open.streams.insert(number, Arc::clone(&stream));
        open.by_person.entry(person).or_default().push_back(number);
        metrics::gauge!("carnet_live_streams").set(open.streams.len() as f64);
        Some(Follower { hub: self.clone(), number, stream })
    }

    /// Tells these people's streams.
    pub fn tell(&self, people: &[PersonId], signal: Signal) {
        let open = self.0.open.lock();
        let numbers = people.iter().filter_map(|person| open.by_person.get(person)).flatten();
        for stream in numbers.filter_map(|number| open.streams.get(number)) {
            stream.tell(signal);
        }
    }

    /// Tells every stream that it may have missed something.
    pub fn resync(&self) {
        for stream in self.0.open.lock().streams.values() {
            stream.tell(Signal::Resync);
        }
    }

    /// Ends the streams of which this is true.
    pub fn end(&self, why: Ending, is_over: impl Fn(SessionId, DateTime<Utc>) -> bool) {
        let mut open = self.0.open.lock();
        let over = open.streams.iter().filter(|(_, stream)| is_over(stream.session, stream.opened_at));
        let over: Vec<u64> = over.map(|(number, _)| *number).collect();
        for number in over {
            if let Some(stream) = open.remove(number) {
                stream.end(why);
            }
        }
    }

    /// Who has a stream open.
    pub fn people(&self) -> Vec<PersonId> {
        self.0.open.lock().by_person.keys().copied().collect()
    }

    /// The devices that have one open.
    pub fn sessions(&self) -> Vec<SessionId> {
        let open = self.0.open.lock();
        let sessions: HashSet<_> = open.streams.values().map(|stream| stream.session).collect();
        sessions.into_iter().collect()
    }

    /// How many streams are open.
    pub fn count(&self) -> usize {
        self.0.open.lock().streams.len()
    }

    /// Whether nobody carries hints to the streams yet: whoever is told so begins to.
    pub fn begin_to_carry(&self) -> bool {
        !std::mem::replace(&mut self.0.open.lock().is_carried, true)
    }

    /// Whether there is nothing left to carry to: whoever carries is told so stops. A stream opened later finds nobody.
    pub fn stop_to_carry(&self) -> bool {
        let mut open = self.0.open.lock();
        open.is_carried = !open.streams.is_empty();
        !open.is_carried
    }

    /// Notes that nobody carries any more, whatever is open.
    pub fn abandon(&self) {
        self.0.open.lock().is_carried = false;
        self.set_hearing(false);
    }

    /// Notes whether hints are heard.
    pub fn set_hearing(&self, is_hearing: bool) {
        self.0.is_hearing.send_replace(is_hearing);
    }

    /// Waits until hints are heard, no longer than this: what is read from then on misses nothing that is told later.
    pub async fn hearing(&self, patience: Duration) -> bool {
        let mut hearing = self.0.is_hearing.subscribe();
        matches!(timeout(patience, hearing.wait_for(|is_hearing| *is_hearing)).await, Ok(Ok(_)))
    }
}

impl Follower {
    /// The next thing to tell, or why the stream ends.
    pub async fn next(&self) -> Result<Signal, Ending> {
        loop {
            {
                let mut waiting = self.stream.waiting.lock();
                if let Some(why) = waiting.ending {
                    return Err(why);
                }
                if let Some(signal) = waiting.signals.pop_front() {
                    return Ok(signal);
                }
            }
            self.stream.wake.notified().await;
        }
    }

    /// Forgets what waits: whatever is read from now on holds it.
    pub fn forget(&self) {
        self.stream.waiting.lock().signals.clear();
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.hub.0.open.lock().remove(self.number);
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::*;

    const NEVER: DateTime<Utc> = DateTime::<Utc>::UNIX_EPOCH;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn session(number: u128) -> SessionId {
        SessionId(Uuid::from_u128(number))
    }

    fn room(number: u128, position: i64) -> Signal {
        Signal::Room { room: Uuid::from_u128(number), position }
    }

    /// What waits for a stream at this moment.
    fn waiting(follower: &Follower) -> Vec<Result<Signal, Ending>> {
        let mut told = Vec::new();
        while let Some(next) = follower.next().now_or_never() {
            told.push(next);
            if next.is_err() {
                break;
            }
        }
        told
    }

    #[test]
    fn what_waits_is_merged() {
        let hub = Hub::new(10);
        let ines = hub.follow(person(1), session(1), NEVER).unwrap();
        let noe = hub.follow(person(2), session(2), NEVER).unwrap();
        for signal in [room(7, 3), Signal::Changed(Topic::Offers), room(7, 5), room(7, 4), room(8, 1)] {
            hub.tell(&[person(1)], signal);
        }
        hub.tell(&[person(1), person(3)], Signal::Changed(Topic::Offers));
        assert_eq!(waiting(&ines), [Ok(room(7, 5)), Ok(Signal::Changed(Topic::Offers)), Ok(room(8, 1))]);
        assert_eq!(waiting(&noe), [], "nothing of others");
    }

    #[test]
    fn who_falls_behind_asks_for_everything_again_and_nobody_else_does() {
        let hub = Hub::new(10);
        let slow = hub.follow(person(1), session(1), NEVER).unwrap();
        let quick = hub.follow(person(1), session(1), NEVER).unwrap();
        let mut told = Vec::new();
        for number in 0..=WAITING as u128 {
            hub.tell(&[person(1)], room(number, 1));
            told.extend(waiting(&quick));
        }
        assert_eq!(told.len(), WAITING + 1);
        hub.tell(&[person(1)], Signal::Changed(Topic::Rooms));
        assert_eq!(waiting(&slow), [Ok(Signal::Resync)]);
        hub.tell(&[person(1)], Signal::Changed(Topic::Rooms));
        assert_eq!(waiting(&slow), [Ok(Signal::Changed(Topic::Rooms))], "it goes on from there");
        hub.resync();
        slow.forget();
        assert_eq!((waiting(&slow), waiting(&quick).len()), (Vec::new(), 1));
    }

    #[test]
    fn the_ninth_tab_takes_the_place_of_the_first() {
        let hub = Hub::new(100);
        let mut tabs: Vec<_> = (0..9).map(|_| hub.follow(person(1), session(1), NEVER).unwrap()).collect();
        let other = hub.follow(person(2), session(2), NEVER).unwrap();
        assert_eq!(waiting(&tabs[0]), [Err(Ending::TooManyTabs)]);
        assert_eq!(waiting(&tabs[1]), []);
        assert_eq!(hub.count(), 9);
        tabs.clear();
        assert_eq!((hub.count(), hub.people()), (1, vec![person(2)]));
        drop(other);
        assert_eq!(hub.count(), 0);
    }

    #[test]
    fn a_full_server_refuses_but_lets_a_person_replace_their_own() {
        let hub = Hub::new(OF_ONE_PERSON);
        let tabs: Vec<_> = (0..8).filter_map(|_| hub.follow(person(1), session(1), NEVER)).collect();
        assert!(hub.follow(person(2), session(2), NEVER).is_none());
        assert!(hub.follow(person(1), session(1), NEVER).is_some());
        drop(tabs);
        assert!(hub.follow(person(2), session(2), NEVER).is_some());
    }

    #[test]
    fn an_ended_stream_tells_nothing_more() {
        let hub = Hub::new(10);
        let signed_out = hub.follow(person(1), session(1), NEVER).unwrap();
        let second_device = hub.follow(person(1), session(2), NEVER).unwrap();
        hub.tell(&[person(1)], room(1, 1));
        hub.end(Ending::SessionOver, |ended, _| ended == session(1));
        hub.tell(&[person(1)], room(2, 1));
        assert_eq!(waiting(&signed_out), [Err(Ending::SessionOver)]);
        assert_eq!(waiting(&second_device), [Ok(room(1, 1)), Ok(room(2, 1))]);
        assert_eq!(hub.sessions(), [session(2)]);
    }

    #[test]
    fn one_carries_while_there_is_something_to_carry_to() {
        let hub = Hub::new(10);
        let follower = hub.follow(person(1), session(1), NEVER).unwrap();
        assert!(hub.begin_to_carry());
        assert!(!hub.begin_to_carry());
        assert!(!hub.stop_to_carry());
        drop(follower);
        assert!(hub.stop_to_carry());
        assert!(hub.begin_to_carry(), "the next one finds nobody");
    }

    #[tokio::test]
    async fn a_stream_waits_until_hints_are_heard() {
        let hub = Hub::new(10);
        assert!(!hub.hearing(Duration::from_millis(20)).await);
        hub.set_hearing(true);
        assert!(hub.hearing(Duration::from_millis(20)).await);
        hub.abandon();
        assert!(!hub.hearing(Duration::from_millis(20)).await);
    }
}
