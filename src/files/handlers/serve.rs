//! Hands out a file, for the feature that uses it and has decided who may have it.

use std::io;

use anyhow::anyhow;
use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH, IF_RANGE, RANGE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures::{Stream, StreamExt, stream};
use sha2::{Digest, Sha256};

use crate::files::model::{Caching, Range, disposition, hexadecimal, matches_any, requested};
use crate::files::store::claims::{self, InUse};
use crate::ids::FileId;
use crate::platform::http::layers::Verbatim;
use crate::platform::http::{Code, Error, Result};
use crate::platform::state::AppState;
use crate::platform::storage::{ByteStream, Fault, Storage};

/// Even opened in a browser's tab, a file runs nothing and reaches nothing.
const ALONE: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// Answers the bytes of a file in use, or the part of them that the request's headers ask for. The caller has decided that
/// this person may have it.
///
/// 404 when nothing uses it (any more), 409 `file_not_checked`, 410 `file_infected` and `file_lost`, 416, 503.
pub async fn serve(state: &AppState, file: FileId, request: &HeaderMap) -> Result<Response> {
    let found = claims::in_use(&state.pool, file).await?.ok_or_else(Error::not_found)?;
    hand_out(state, file, found, request).await
}

/// The same under another name, where its own would tell too much.
pub async fn serve_as(state: &AppState, file: FileId, name: &str, request: &HeaderMap) -> Result<Response> {
    let found = claims::in_use(&state.pool, file).await?.ok_or_else(Error::not_found)?;
    hand_out(state, file, InUse { name: name.to_owned(), ..found }, request).await
}

async fn hand_out(state: &AppState, file: FileId, found: InUse, request: &HeaderMap) -> Result<Response> {
    found.scan.may_be_served(state.config.files.unchecked_files)?;
    let tag = format!("\"{}\"", hexadecimal(&found.sha256));
    let asked = |name| request.get(name).and_then(|value| value.to_str().ok());
    let head = head(&found, &tag)?;
    if asked(IF_NONE_MATCH).is_some_and(|named| matches_any(named, &tag)) {
        return Ok((StatusCode::NOT_MODIFIED, head).into_response());
    }
    // A part of what was there before would not fit to what is there now.
    let range = asked(RANGE).filter(|_| asked(IF_RANGE).is_none_or(|named| named == tag));
    let (status, from, to) = match requested(range, found.bytes) {
        Range::Whole => (StatusCode::OK, 0, found.bytes),
        Range::Part(from, to) => (StatusCode::PARTIAL_CONTENT, from, to),
        Range::Outside => return Ok(outside(found.bytes)),
    };
    let is_whole = status == StatusCode::OK;
    let bytes = match state.part::<Storage>().read(&found.key, (!is_whole).then_some(from..to)).await {
        Err(Fault::Missing) => {
            tracing::error!(%file, "a file's object is missing");
            return Err(Code::FileLost.into());
        }
        other => other?,
    };
    let body = if is_whole {
        Body::from_stream(verified(bytes, found.sha256, file))
    } else {
        Body::from_stream(bytes)
    };
    let mut response = (status, head, body).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, HeaderValue::from(to - from));
    if !is_whole {
        headers.insert(CONTENT_RANGE, value(&format!("bytes {from}-{}/{}", to - 1, found.bytes))?);
    }
    // Files are compressed already, and a part of one must be of its own bytes.
    response.extensions_mut().insert(Verbatim);
    Ok(response)
}

fn head(found: &InUse, tag: &str) -> Result<HeaderMap> {
    let caching = match found.purpose.caching() {
        Caching::Revalidated => "private, no-cache",
        Caching::Forbidden => "private, no-store",
    };
    Ok(HeaderMap::from_iter([
        (CONTENT_TYPE, value(&found.media_type)?),
        (CONTENT_DISPOSITION, value(&disposition(&found.name))?),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(ALONE)),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (CACHE_CONTROL, HeaderValue::from_static(caching)),
        (ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        (ETAG, value(tag)?),
    ]))
}

fn value(text: &str) -> Result<HeaderValue> {
    Ok(HeaderValue::from_str(text).map_err(|_| anyhow!("a header of a file holds what none may hold"))?)
}

fn outside(length: u64) -> Response {
    let mut response = Error::from(Code::RangeNotSatisfiable).into_response();
    if let Ok(range) = HeaderValue::from_str(&format!("bytes */{length}")) {
        response.headers_mut().insert(CONTENT_RANGE, range);
    }
    response
}

/// What is read, and what was read before but not yet passed on.
struct Verifying {
    bytes: ByteStream,
    digest: Sha256,
    held: Option<Bytes>,
    sha256: Vec<u8>,
    file: FileId,
}

/// Passes the bytes on one piece late, the last one only when all of them together are what was once written: otherwise
/// the answer breaks off, and nobody takes it for the file.
fn verified(bytes: ByteStream, sha256: Vec<u8>, file: FileId) -> impl Stream<Item = io::Result<Bytes>> {
    let start = Verifying { bytes, digest: Sha256::new(), held: None, sha256, file };
    stream::try_unfold(start, |mut state| async move {
        loop {
            let Some(piece) = state.bytes.next().await else {
                let Some(last) = state.held.take() else { return Ok(None) };
                if state.digest.clone().finalize()[..] != state.sha256[..] {
                    tracing::error!(file = %state.file, "a file's object is not what was written");
                    return Err(io::Error::other("the object is damaged"));
                }
                return Ok(Some((last, state)));
            };
            let piece = piece?;
            if piece.is_empty() {
                continue;
            }
            state.digest.update(&piece);
            if let Some(before) = state.held.replace(piece) {
                return Ok(Some((before, state)));
            }
        }
    })
}
