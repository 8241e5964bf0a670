//! What happens around every request: its id, its log line, its limits, its headers.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header::EXPECT;
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, Version};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use futures::{StreamExt, stream};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::DeadlineBody;
use tracing::Instrument;
use uuid::Uuid;

use super::error::{Code, Error};
use super::headers::{OverTls, secure};
use super::limits::limit;
use super::pace::{Pace, paced};
use super::problem::REQUEST_ID;
use crate::platform::state::AppState;

/// What one request, and all of them together, may take.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Bytes of a body; an operation that takes files raises it for itself.
    pub largest_body: usize,
    /// How long a body may take to arrive.
    pub body: Duration,
    /// How long an answer may take to begin.
    pub answer: Duration,
    /// Routes whose body is a file: they have a pace instead of a time, and places of their own.
    pub uploads: &'static [&'static str],
    /// The pace of such a body.
    pub pace: Pace,
    /// How long such a request may take altogether.
    pub upload: Duration,
    /// Such requests at the same time.
    pub uploads_at_once: usize,
    /// Requests answered at the same time; one more is refused at once rather than made to wait behind the others.
    pub at_once: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            largest_body: 1024 * 1024,
            body: Duration::from_secs(15),
            answer: Duration::from_secs(30),
            uploads: &[],
            pace: Pace::default(),
            upload: Duration::from_hours(2),
            uploads_at_once: 32,
            at_once: 256,
        }
    }
}

impl Bounds {
    fn takes_file(&self, request: &Request) -> bool {
        let route = request.extensions().get::<MatchedPath>();
        request.method() == Method::POST && route.is_some_and(|route| self.uploads.contains(&route.as_str()))
    }
}

/// Puts the layers around a site. The last one added is the first to see a request.
pub fn around(site: Router, state: &AppState, bounds: Bounds) -> Router {
    let cross_origin =
        CsrfLayer::new().with_rejection_response(|_| Error::from(Code::CrossOrigin).into_response());
    let over_tls = OverTls(state.config.public_url().starts_with("https://"));
    let slots = Slots::new(bounds);
    site.layer(DefaultBodyLimit::max(bounds.largest_body))
        .layer(cross_origin)
        .layer(from_fn_with_state(state.clone(), limit))
        .layer(from_fn_with_state(slots, hold))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(mark_secrets))
        .layer(
            CompressionLayer::new()
                .br(true)
                .gzip(true)
                .compress_when(DefaultPredicate::new().and(may_compress)),
        )
        .layer(from_fn_with_state(over_tls, secure))
        .layer(from_fn_with_state(state.clone(), follow))
}

/// Gives the request an id and a span, and writes one line about it.
async fn follow(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    // An id sent by a client is ignored: ours is unique and fit for logs.
    let id = state.ids.opaque::<Uuid>().simple().to_string();
    let route = request.extensions().get::<MatchedPath>().map(|route| route.as_str().to_owned());
    // The path of an API route may name a person, its pattern does not; queries are never logged.
    let route = route.unwrap_or_else(|| "static".to_owned());
    let span = tracing::info_span!("request", %id, method = %request.method(), route);
    let quiet = route.starts_with("/health/");
    let answer = async {
        let response = next.run(request).await;
        let (status, ms) = (response.status().as_u16(), started.elapsed().as_millis());
        if quiet {
            tracing::debug!(status, ms, "answered");
        } else {
            tracing::info!(status, ms, "answered");
        }
        response
    };
    let mut response = REQUEST_ID.scope(id.clone(), answer.instrument(span)).await;
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}

/// Places for requests in progress, and how long one may be held.
#[derive(Clone)]
struct Slots {
    free: Arc<Semaphore>,
    /// Those of them that may be waiting for a long body.
    receiving: Arc<Semaphore>,
    /// Places of their own for files that arrive.
    uploading: Arc<Semaphore>,
    bounds: Bounds,
}

impl Slots {
    fn new(bounds: Bounds) -> Self {
        let receiving = Arc::new(Semaphore::new(bounds.at_once.div_ceil(4)));
        let uploading = Arc::new(Semaphore::new(bounds.uploads_at_once));
        Self { free: Arc::new(Semaphore::new(bounds.at_once)), receiving, uploading, bounds }
    }
}

/// Bytes of a body that are awaited before the request takes a place.
const AWAITED: usize = 16 * 1024;

/// Refuses what is too much, and cuts what takes too long.
///
/// A body that trickles in holds no place: it is awaited first, or, when it is long, takes one of a few.
async fn hold(State(slots): State<Slots>, request: Request, next: Next) -> Response {
    if slots.bounds.takes_file(&request) {
        return hold_upload(&slots, request, next).await;
    }
    let Ok(arrived) = timeout(slots.bounds.body, arrive(request)).await else {
        return Error::from(Code::RequestTimeout).into_response();
    };
    let (request, is_whole) = arrived;
    let receiving = if is_whole { None } else { Some(slots.receiving.try_acquire()) };
    let (Ok(_slot), None | Some(Ok(_))) = (slots.free.try_acquire(), &receiving) else {
        return shed();
    };
    let body = slots.bounds.body;
    let request =
        if is_whole { request } else { request.map(|rest| Body::new(DeadlineBody::new(body, rest))) };
    match timeout(slots.bounds.answer, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Error::from(Code::RequestTimeout).into_response(),
    }
}

/// The same for a file, which may come for long as long as it comes.
async fn hold_upload(slots: &Slots, request: Request, next: Next) -> Response {
    let Ok(_slot) = slots.uploading.try_acquire() else { return shed() };
    let is_awaited = request.headers().contains_key(EXPECT);
    let request = request.map(|body| paced(body, slots.bounds.pace, is_awaited));
    match timeout(slots.bounds.upload, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Error::from(Code::RequestTimeout).into_response(),
    }
}

fn shed() -> Response {
    metrics::counter!("carnet_requests_shed_total").increment(1);
    Error::RetryAfter { code: Code::Overloaded, retry_after: Duration::from_secs(1) }.into_response()
}

/// Waits for a body, or for the beginning of a long one; tells whether nothing more is to come.
async fn arrive(request: Request) -> (Request, bool) {
    let (head, body) = request.into_parts();
    if body.is_end_stream() {
        return (Request::from_parts(head, body), true);
    }
    let (mut body, mut begun) = (body.into_data_stream(), Vec::new());
    while begun.len() <= AWAITED {
        match body.next().await {
            Some(Ok(piece)) => begun.extend_from_slice(&piece),
            // A body that breaks off is for its reader to refuse.
            Some(Err(broken)) => {
                let pieces = [Ok(Bytes::from(begun)), Err(broken)];
                return (Request::from_parts(head, Body::from_stream(stream::iter(pieces))), true);
            }
            None => return (Request::from_parts(head, Body::from(begun)), true),
        }
    }
    let begun = stream::iter([Ok(Bytes::from(begun))]);
    (Request::from_parts(head, Body::from_stream(begun.chain(body))), false)
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let words =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    Error::Internal(anyhow::anyhow!("panic: {}", words.unwrap_or("without words"))).into_response()
}

/// Set on answers that hold tokens.
#[derive(Clone, Copy)]
struct HoldsSecrets;

/// Set on answers that must leave as they are.
#[derive(Clone, Copy, Debug)]
pub struct Verbatim;

/// The length of a compressed answer tells about its content, so answers that hold tokens are not compressed.
async fn mark_secrets(request: Request, next: Next) -> Response {
    let holds_secrets = request.uri().path().starts_with("/api/v1/auth/");
    let mut response = next.run(request).await;
    if holds_secrets {
        response.extensions_mut().insert(HoldsSecrets);
    }
    response
}

fn may_compress(_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions) -> bool {
    extensions.get::<HoldsSecrets>().is_none() && extensions.get::<Verbatim>().is_none()
}
