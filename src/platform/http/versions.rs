//! Two people who edit the same thing: `ETag` out, `If-Match` in, 412 with what the other made of it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::error::{Code, Error};
use super::extract::Json;

/// The version that a change starts from, as `If-Match: "7"` names it.
///
/// Read whatever the header says, so that rights are checked first; [`IfMatch::version`] then refuses one that is
/// missing or names no single version.
#[derive(Clone, Copy, Debug)]
pub struct IfMatch(Option<i32>);

impl IfMatch {
    /// The version; a change without one would overwrite somebody else's blindly.
    pub fn version(self) -> Result<i32, Error> {
        self.0.ok_or_else(|| Code::PreconditionRequired.into())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let mut named = parts.headers.get_all(header::IF_MATCH).iter();
        let only = named.next().filter(|_| named.next().is_none());
        let tag = only.and_then(|value| value.to_str().ok()).map(str::trim);
        let version = tag.and_then(|tag| tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok());
        Ok(Self(version))
    }
}

/// An answer whose version the next change must name.
#[derive(Debug)]
pub struct Versioned<T>(pub i32, pub T);

impl<T: Serialize> IntoResponse for Versioned<T> {
    fn into_response(self) -> Response {
        let mut response = Json(self.1).into_response();
        if let Ok(tag) = HeaderValue::try_from(format!("\"{}\"", self.0)) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// Refuses a change that starts from another version than the current one, and shows the current state.
pub fn ensure_current<T: Serialize>(asked: i32, current: i32, state: &T) -> Result<(), Error> {
    if asked == current {
        return Ok(());
    }
    Err(Error::Stale(serde_json::to_value(state).map_err(anyhow::Error::from)?))
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    async fn read(headers: &[&str]) -> Option<i32> {
        let mut request = Request::builder();
        for value in headers {
            request = request.header(header::IF_MATCH, *value);
        }
        let mut parts = request.body(()).unwrap().into_parts().0;
        IfMatch::from_request_parts(&mut parts, &()).await.unwrap().version().ok()
    }

    #[tokio::test]
    async fn only_one_whole_version_counts() {
        assert_eq!(read(&["\"7\""]).await, Some(7));
        assert_eq!(read(&[" \"12\" "]).await, Some(12));
        for headers in
            [&[][..], &["7"], &["*"], &["\"7\", \"8\""], &["W/\"7\""], &["\"\""], &["\"7\"", "\"8\""]]
        {
            assert_eq!(read(headers).await, None, "{headers:?}");
        }
    }

    #[test]
    fn an_older_version_is_shown_the_current_state() {
        assert!(ensure_current(3, 3, &"now").is_ok());
        match ensure_current(2, 3, &"now") {
            Err(Error::Stale(state)) => assert_eq!(state, "now"),
            other => panic!("{other:?}"),
        }
    }
}
