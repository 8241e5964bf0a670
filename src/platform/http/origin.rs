//! Whether a browser sent the request from a page of another site.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use super::error::{Code, Error};
use crate::platform::state::AppState;

/// Refuses a request that a page of another site sent; clients that are no browser name no origin.
///
/// What changes something is looked at for every operation (see `layers`); this is for reads that stay open.
#[derive(Clone, Copy, Debug)]
pub struct SameOrigin;

impl FromRequestParts<AppState> for SameOrigin {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Error> {
        let is_ours = is_ours(&parts.headers, &state.config.public_url());
        if is_ours { Ok(Self) } else { Err(Code::CrossOrigin.into()) }
    }
}

fn is_ours(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |value: &header::HeaderValue| value.to_str().unwrap_or_default().to_owned();
    let host = headers.get(header::HOST).map(text);
    let is_own = |origin: &str| {
        let authority = origin.split_once("://").map(|(_, authority)| authority);
        origin == public_url || (authority.is_some() && authority == host.as_deref())
    };
    let site = headers.get("sec-fetch-site").map(text);
    headers.get_all(header::ORIGIN).iter().all(|origin| is_own(&text(origin)))
        && site.is_none_or(|site| site == "same-origin" || site == "none")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(lines: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, value.parse().unwrap());
        }
        is_ours(&headers, "https://carnet.example")
    }

    #[test]
    fn pages_of_ours_and_clients_without_pages_may() {
        assert!(asked(&[]));
        assert!(asked(&[("host", "10.0.0.7:8080"), ("origin", "https://carnet.example")]));
        assert!(asked(&[("host", "localhost:5173"), ("origin", "http://localhost:5173")]));
        assert!(asked(&[("sec-fetch-site", "same-origin")]));
    }

    #[test]
    fn pages_of_others_may_not() {
        for origin in ["https://evil.example", "null", "", "https://carnet.example.evil.example"] {
            assert!(!asked(&[("host", "carnet.example"), ("origin", origin)]), "{origin}");
        }
        assert!(!asked(&[("origin", "https://carnet.example"), ("origin", "https://evil.example")]));
        assert!(!asked(&[("sec-fetch-site", "cross-site")]));
        assert!(!asked(&[("sec-fetch-site", "same-site")]));
    }
}
