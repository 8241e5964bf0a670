//! An answer as it is kept, and what a second request under its key is told.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};

use super::super::Result;
use super::super::error::{Code, Error};

/// Largest answer that is kept.
const LARGEST: usize = 256 * 1024;

/// How long a request may be answered before nobody knows how it ended: four times the longest answer.
const RUNNING: TimeDelta = TimeDelta::minutes(2);

/// Says that the answer was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its `Content-Type`.
    pub content_type: Option<HeaderValue>,
    /// Its `ETag`.
    pub etag: Option<HeaderValue>,
    /// Its `Location`.
    pub location: Option<HeaderValue>,
    /// What it says; none when that is not kept.
    pub body: Option<Bytes>,
}

impl Answer {
    /// What is kept of a response, and the response as it goes on.
    pub async fn of(response: Response, is_kept: bool) -> (Self, Response) {
        let (head, body) = response.into_parts();
        let fits = body.size_hint().exact().is_some_and(|bytes| bytes <= LARGEST as u64);
        let header = |name: HeaderName| head.headers.get(name).cloned();
        let mut answer = Self {
            status: head.status,
            content_type: header(header::CONTENT_TYPE),
            etag: header(header::ETAG),
            location: header(header::LOCATION),
            body: None,
        };
        if !is_kept || !fits {
            return (answer, Response::from_parts(head, body));
        }
        match to_bytes(body, LARGEST).await {
            Ok(bytes) => {
                answer.body = Some(bytes.clone());
                (answer, Response::from_parts(head, Body::from(bytes)))
            }
            // It broke off: whoever reads it learns as much.
            Err(error) => (answer, Response::from_parts(head, Body::from_stream(broken(error)))),
        }
    }
}

fn broken(error: axum::Error) -> impl futures::Stream<Item = std::result::Result<Bytes, axum::Error>> {
    futures::stream::once(std::future::ready(Err(error)))
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body.unwrap_or_default()));
        *response.status_mut() = self.status;
        let named = [
            (header::CONTENT_TYPE, self.content_type),
            (header::ETAG, self.etag),
            (header::LOCATION, self.location),
            (REPLAYED, Some(HeaderValue::from_static("true"))),
        ];
        for (name, value) in named {
            response.headers_mut().extend(value.map(|value| (name, value)));
        }
        response
    }
}

/// What was found under a key.
#[derive(Clone, Debug)]
pub struct Before {
    /// Of the request that took it.
    pub fingerprint: Vec<u8>,
    /// When it took it.
    pub created_at: DateTime<Utc>,
    /// How it was answered; none as long as nobody wrote that down.
    pub answer: Option<Answer>,
}

impl Before {
    /// The answer that is given again, or why none is.
    pub fn answer(self, fingerprint: &[u8; 32], now: DateTime<Utc>) -> Result<Answer> {
        if self.fingerprint != fingerprint {
            return Err(Code::IdempotencyKeyReused.into());
        }
        match self.answer {
            Some(answer) if answer.body.is_some() => Ok(answer),
            Some(_) => Err(Code::IdempotencyAnswerNotKept.into()),
            None if now - self.created_at < RUNNING => Err(Error::RetryAfter {
                code: Code::IdempotencyKeyRunning,
                retry_after: Duration::from_secs(1),
            }),
            None => Err(Code::IdempotencyOutcomeUnknown.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINE: [u8; 32] = [1; 32];

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    fn answered(body: Option<&'static str>) -> Answer {
        Answer {
            status: StatusCode::CREATED,
            content_type: Some(HeaderValue::from_static("application/json")),
            etag: Some(HeaderValue::from_static("\"1\"")),
            location: None,
            body: body.map(Bytes::from),
        }
    }

    fn code(before: Option<Answer>, fingerprint: [u8; 32], second: i64) -> Option<Code> {
        let before = Before { fingerprint: fingerprint.to_vec(), created_at: at(0), answer: before };
        before.answer(&MINE, at(second)).err().map(|error| error.code())
    }

    #[test]
    fn a_second_request_is_told_what_is_known() {
        assert_eq!(code(Some(answered(Some("{}"))), MINE, 1), None);
        assert_eq!(code(Some(answered(Some("{}"))), [2; 32], 1), Some(Code::IdempotencyKeyReused));
        assert_eq!(code(Some(answered(None)), MINE, 1), Some(Code::IdempotencyAnswerNotKept));
        assert_eq!(code(None, [2; 32], 1), Some(Code::IdempotencyKeyReused));
        assert_eq!(code(None, MINE, 119), Some(Code::IdempotencyKeyRunning));
        assert_eq!(code(None, MINE, 120), Some(Code::IdempotencyOutcomeUnknown));
    }

    #[tokio::test]
    async fn what_goes_on_and_what_is_kept_are_the_same() {
        let (answer, response) = Answer::of(answered(Some("{}")).into_response(), true).await;
        assert_eq!(answer, answered(Some("{}")));
        assert_eq!(to_bytes(response.into_body(), 10).await.unwrap(), "{}");
        let (answer, response) = Answer::of(answered(Some("secret")).into_response(), false).await;
        assert_eq!(answer, answered(None));
        assert_eq!(to_bytes(response.into_body(), 10).await.unwrap(), "secret");
    }

    #[tokio::test]
    async fn what_is_long_or_of_unknown_length_goes_on_unread() {
        let long = Response::new(Body::from(vec![b'x'; LARGEST + 1]));
        let (answer, response) = Answer::of(long, true).await;
        assert_eq!(answer.body, None);
        assert_eq!(to_bytes(response.into_body(), usize::MAX).await.unwrap().len(), LARGEST + 1);
        let endless = futures::stream::pending::<std::result::Result<Bytes, axum::Error>>();
        let (answer, _) = Answer::of(Response::new(Body::from_stream(endless)), true).await;
        assert_eq!(answer.body, None);
    }
}
