//! `Idempotency-Key`: a request that is sent again is answered again, and not done again.
//!
//! The key is taken before the request is answered, in a transaction of its own, and the answer is written beside it
//! afterwards. So a key never lets a request run twice at once or once more after it succeeded; what a server that dies in
//! between leaves is a key of which nobody knows the answer, and that is what the next one is told
//! (docs/decisions/0031-idempotency.md).

mod answer;
mod key;
mod purge;
mod store;

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use futures::future::BoxFuture;
use tracing::Instrument;
use uuid::Uuid;

use super::Result;
use super::error::{Code, Error};
use super::extract::{body_error, is_json};
use super::problem::REQUEST_ID;
use crate::ids::PersonId;
use crate::platform::state::AppState;
use answer::Answer;
use key::{Fingerprints, HEADER, Key};
use store::Place;

pub use purge::PurgeIdempotencyKeys;
pub use store::{forget, personal_data};

/// When to come back with one more key than a person may hold.
const FULL: Duration = Duration::from_hours(1);

/// Whose request this is: nobody's, when no session behind it lives.
pub type Whose = for<'a> fn(&'a Parts, &'a AppState) -> BoxFuture<'a, Result<Option<PersonId>>>;

/// Which requests take a key.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Who asks.
    pub whose: Whose,
    /// Routes on which a key says nothing, because they take files.
    pub uploads: &'static [&'static str],
    /// Routes on which a key says nothing, because they only read: what they answered yesterday may not be seen today.
    pub reads: &'static [&'static str],
    /// Routes whose answers are not kept: they give a secret once, or show what may be taken back within the day. The key
    /// counts all the same.
    pub not_kept: &'static [&'static str],
}

impl Rules {
    /// Whether a key on a request to this route says anything.
    pub fn takes_key(&self, method: &Method, route: &str) -> bool {
        *method == Method::POST
            && route.starts_with("/api/v1/")
            && !route.starts_with("/api/v1/auth/")
            // A path that holds a secret is written nowhere.
            && !route.contains("{token}")
            && !self.uploads.contains(&route)
            && !self.reads.contains(&route)
    }

    fn keeps_answer(&self, route: &str) -> bool {
        !self.not_kept.contains(&route)
    }
}

/// What the layer needs.
#[derive(Clone)]
pub struct Guard {
    state: AppState,
    rules: Rules,
    fingerprints: Arc<Fingerprints>,
}

impl Guard {
    /// A layer under these rules.
    pub fn new(state: &AppState, rules: Rules) -> Self {
        let fingerprints = Arc::new(Fingerprints::new(state.part()));
        Self { state: state.clone(), rules, fingerprints }
    }

    /// The route, when a key on this request says something.
    fn route(&self, request: &Request) -> Option<String> {
        let route = request.extensions().get::<MatchedPath>()?.as_str();
        let takes_key = request.headers().contains_key(HEADER)
            && self.rules.takes_key(request.method(), route)
            && !holds_file(request.headers());
        takes_key.then(|| route.to_owned())
    }

    async fn answer(&self, request: Request, route: &str, next: Next) -> Result<Response> {
        let (parts, body) = request.into_parts();
        let Some(person) = (self.rules.whose)(&parts, &self.state).await? else {
            return Ok(next.run(Request::from_parts(parts, body)).await);
        };
        let key = Key::read(&parts.headers)?;
        let whole = Request::from_parts(parts.clone(), body);
        let body = Bytes::from_request(whole, &()).await.map_err(|rejection| body_error(&rejection))?;
        let fingerprint = self.fingerprints.of(&parts, &body);
        let place =
            Place { person, method: parts.method.to_string(), path: parts.uri.path().to_owned(), key };
        let claim = match self.take(&place, &fingerprint).await? {
            Taken::Now(claim) => claim,
            Taken::Before(answer) => return Ok(answer.into_response()),
        };
        let held = Held { guard: self.clone(), place, claim, is_kept: self.rules.keeps_answer(route) };
        Ok(held.run(Request::from_parts(parts, body.into()), next).await)
    }

    /// Takes the key, or finds what was answered under it.
    async fn take(&self, place: &Place, fingerprint: &[u8; 32]) -> Result<Taken> {
        let (pool, now) = (&self.state.pool, self.state.clock.now());
        // A key given back between the two looks is free: one more try finds it so.
        for _ in 0..2 {
            let claim: Uuid = self.state.ids.opaque();
            if store::claim(pool, place, fingerprint, claim, now).await? {
                return Ok(Taken::Now(claim));
            }
            if let Some(before) = store::find(pool, place).await? {
                return before.answer(fingerprint, now).map(Taken::Before);
            }
        }
        Err(Error::RetryAfter { code: Code::TooManyRequests, retry_after: FULL })
    }
}

enum Taken {
    Now(Uuid),
    Before(Answer),
}

/// A key that was taken for one request.
struct Held {
    guard: Guard,
    place: Place,
    claim: Uuid,
    is_kept: bool,
}

impl Held {
    /// Answers in a task of its own: a client that goes away before it hears the answer is the very one who asks again.
    async fn run(self, request: Request, next: Next) -> Response {
        let id = REQUEST_ID.try_with(Clone::clone).unwrap_or_default();
        let work = REQUEST_ID.scope(id, self.settle(request, next)).in_current_span();
        match tokio::spawn(work).await {
            Ok(response) => response,
            Err(error) if error.is_panic() => resume_unwind(error.into_panic()),
            Err(_) => Error::from(Code::Unavailable).into_response(),
        }
    }

    async fn settle(self, request: Request, next: Next) -> Response {
        let (pool, clock) = (&self.guard.state.pool, &self.guard.state.clock);
        let response = match AssertUnwindSafe(next.run(request)).catch_unwind().await {
            Ok(response) => response,
            Err(panic) => {
                note(store::release(pool, &self.place, self.claim).await);
                resume_unwind(panic);
            }
        };
        let status = response.status();
        if status.is_server_error() || status.as_u16() == 429 {
            note(store::release(pool, &self.place, self.claim).await);
            return response;
        }
        let (answer, response) = Answer::of(response, self.is_kept).await;
        note(store::finish(pool, &self.place, self.claim, &answer, clock.now()).await);
        response
    }
}

/// The request is answered all the same; whoever sends it again is told that nobody knows how it ended.
fn note(written: sqlx::Result<()>) {
    if let Err(error) = written {
        tracing::warn!(%error, "what became of a request with an idempotency key was not written down");
    }
}

/// Whether the body is a file: such bodies are not held in memory.
fn holds_file(headers: &HeaderMap) -> bool {
    headers.contains_key(header::CONTENT_TYPE) && !is_json(headers)
}

/// Answers a request with a key once.
pub async fn once(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    match guard.route(&request) {
        None => next.run(request).await,
        Some(route) => guard.answer(request, &route, next).await.unwrap_or_else(IntoResponse::into_response),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules {
        whose: |_, _| std::future::ready(Ok(None)).boxed(),
        uploads: &["/api/v1/me/files"],
        reads: &["/api/v1/search"],
        not_kept: &["/api/v1/me/links"],
    };

    #[test]
    fn what_reads_signs_in_or_names_a_secret_takes_no_key() {
        let takes = |route: &str| RULES.takes_key(&Method::POST, route);
        assert!(takes("/api/v1/me/things") && takes("/api/v1/me/links"));
        for route in ["/api/v1/search", "/api/v1/me/files", "/api/v1/auth/login", "/api/v1/links/{token}/x"] {
            assert!(!takes(route), "{route}");
        }
        assert!(!takes("/assets/{*path}"));
        assert!(!RULES.takes_key(&Method::PUT, "/api/v1/me/things"));
        assert!(RULES.keeps_answer("/api/v1/me/things") && !RULES.keeps_answer("/api/v1/me/links"));
    }
}
