//! The page that checks documents without a connection: one file, in which the platform's public keys of that day are
//! written when it is asked for. It connects to nothing, and works as well once it was saved.

use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::NaiveDate;
use serde::Serialize;

use super::{Result, static_files};
use crate::platform::seal::{PublicKey, SealKey, published_keys};
use crate::platform::state::AppState;

/// What `npm run build` wrote.
const FILE: &str = "verifier-hors-ligne.html";

/// Where the keys stand in it.
const BLOCK: &str = r#"<script type="application/json" id="carnet-keys">null</script>"#;

/// Nothing from anywhere. Which script and which style is narrowed by the page itself, which knows their hashes.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'";

/// What the page is told of the platform it comes from.
#[derive(Serialize)]
struct Told<'a> {
    platform: &'a str,
    date: NaiveDate,
    keys: &'a [PublicKey],
}

/// The page, to be used here or saved.
pub fn routes() -> Router<AppState> {
    Router::new().route("/verifier-hors-ligne", get(shown)).route("/verifier-hors-ligne.html", get(saved))
}

async fn shown(State(state): State<AppState>) -> Result<Response> {
    page(&state).await
}

async fn saved(State(state): State<AppState>) -> Result<Response> {
    let name = format!("attachment; filename=\"{FILE}\"");
    Ok(([(CONTENT_DISPOSITION, name)], page(&state).await?).into_response())
}

async fn page(state: &AppState) -> Result<Response> {
    let Some(template) = static_files::text(FILE) else { return Ok(static_files::not_built()) };
    let mut keys = published_keys(&state.pool).await?;
    let present = state.part::<SealKey>().public();
    keys.retain(|key| key != present);
    keys.push(present.clone());
    let told = Told { platform: &state.config.public_url(), date: state.clock.today(), keys: &keys };
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-cache"),
        (CONTENT_SECURITY_POLICY, POLICY),
    ];
    Ok((headers, with_keys(&template, &told)?).into_response())
}

/// The page with these keys in it. No text in them can end the block: `<` is written as JSON may write it.
fn with_keys(template: &str, keys: &Told<'_>) -> anyhow::Result<String> {
    let json = serde_json::to_string(keys)?.replace('<', "\\u003c");
    Ok(template.replacen(BLOCK, &BLOCK.replace("null", &json), 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::seal::test_key;

    const TEMPLATE: &str = include_str!("../../../web/verifier/page.html");

    #[test]
    fn the_keys_are_written_where_the_page_reads_them() {
        let keys = [test_key(1).public().clone()];
        let date = "2026-11-30".parse().unwrap();
        let told = Told { platform: "https://carnet.example", date, keys: &keys };
        let page = with_keys(TEMPLATE, &told).unwrap();
        let block = page.split("id=\"carnet-keys\">").nth(1).unwrap().split("</script>").next().unwrap();
        let read: serde_json::Value = serde_json::from_str(block).unwrap();
        assert_eq!(read["keys"][0]["key_id"], keys[0].key_id);
        assert_eq!(
            (&read["platform"], &read["date"]),
            (&"https://carnet.example".into(), &"2026-11-30".into())
        );
    }

    #[test]
    fn no_text_ends_the_block() {
        let told = Told { platform: "</script><script>", date: NaiveDate::default(), keys: &[] };
        let page = with_keys(TEMPLATE, &told).unwrap();
        assert_eq!(page.matches("</script>").count(), TEMPLATE.matches("</script>").count());
        assert_ne!(page, TEMPLATE);
    }

    #[test]
    fn the_page_may_load_nothing() {
        assert!(TEMPLATE.contains("default-src 'none'") && POLICY.starts_with("default-src 'none'"));
        for outside in ["http:", "https:", "src=", "href=", "connect-src"] {
            assert!(!TEMPLATE.contains(outside), "{outside}");
        }
    }
}
