//! Accounts and sessions.

mod forged_tokens;
mod get_me;
mod login;
mod logout;
mod logout_everywhere;
mod refresh_session;

use reqwest::{Method, header};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};

/// Signs in over HTTP.
async fn login(app: &TestApp, email: &str, password: &str) -> Answer {
    app.anonymous().post("/auth/login", json!({ "email": email, "password": password })).await
}

/// The refresh cookie that an answer sets, as a browser would send it back.
fn cookie(answer: &Answer) -> String {
    let set = answer.headers[header::SET_COOKIE].to_str().unwrap();
    set.split(';').next().unwrap().to_owned()
}

/// Posts to one of the sign-in operations with a refresh cookie.
async fn with_cookie(app: &TestApp, path: &str, cookie: &str) -> Answer {
    send(app.anonymous().request(Method::POST, path).header(header::COOKIE, cookie)).await
}

/// Asks `/me` with the access token of an answer.
async fn me(app: &TestApp, answer: &Answer) -> Answer {
    app.anonymous().with_token(answer.body["access_token"].as_str().unwrap()).get("/me").await
}

/// How many entries of this kind the audit trail holds.
async fn audited(app: &TestApp, kind: &str) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM audit_event WHERE kind = $1")
        .bind(kind)
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}
