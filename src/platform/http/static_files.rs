//! The web app's files, inside the program. Every path that is no file shows the app, which finds the page itself.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::error::{Code, Error};

/// What `npm run build` wrote; in debug builds read from the disk at each request.
#[derive(RustEmbed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Dist;

/// The page of every route of the app.
const INDEX: &str = "index.html";

/// Files under this folder carry a digest in their names: a changed file has another name.
const IMMUTABLE: &str = "assets/";

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_EACH_TIME: &str = "no-cache";

/// Shown when the program was built without the web app.
const NOT_BUILT: &str = include_str!("not_built.html");

/// Answers whatever no route of the API answers.
pub async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path == "api" || path.starts_with("api/") || path.starts_with("health/") {
        return Error::not_found().into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        let allowed = [(header::ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return (allowed, Error::from(Code::MethodNotAllowed).into_response()).into_response();
    }
    if path != INDEX && !path.is_empty() {
        if let Some(file) = Dist::get(path) {
            return answer(path, file, &headers);
        }
        if is_file_name(path) {
            return Error::not_found().into_response();
        }
    }
    match Dist::get(INDEX) {
        Some(index) => answer(INDEX, index, &headers),
        None => not_built(),
    }
}

/// What is answered where the program was built without the web app.
pub fn not_built() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], NOT_BUILT)
        .into_response()
}

/// The text of a file of the web app, for whoever fills something in before it is sent.
pub fn text(name: &str) -> Option<String> {
    String::from_utf8(Dist::get(name)?.data.into_owned()).ok()
}

/// A missing script or image is missing; only pages fall back to the app.
fn is_file_name(path: &str) -> bool {
    path.starts_with(IMMUTABLE) || path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

fn answer(path: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
    let etag = etag(&file.metadata.sha256_hash());
    let caching = if path.starts_with(IMMUTABLE) { FOR_EVER } else { ASK_EACH_TIME };
    let common = [(header::ETAG, etag.clone()), (header::CACHE_CONTROL, caching.to_owned())];
    if is_known(headers, &etag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let content_type = match file.metadata.mimetype() {
        text if text.starts_with("text/") => format!("{text}; charset=utf-8"),
        other => other.to_owned(),
    };
    let body = match file.data {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    };
    (common, [(header::CONTENT_TYPE, content_type)], body).into_response()
}

/// Half of the digest is more than enough to tell two versions apart. Weak, since the answer may be compressed.
fn etag(digest: &[u8; 32]) -> String {
    let hex: Vec<String> = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("W/\"{}\"", hex.concat())
}

fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|known| known.trim() == etag || known.trim() == "*")
}
