//! Accounts and sessions.

mod change_password;
mod confirm_email;
mod confirm_totp;
mod disable_totp;
mod forged_tokens;
mod get_me;
mod login;
mod logout;
mod logout_everywhere;
mod purge;
mod refresh_session;
mod register_account;
mod request_password_reset;
mod resend_confirmation;
mod reset_password;
mod start_totp;
pub mod totp;
mod update_me;

use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};
use crate::support::users::PASSWORD;

/// A sound registration.
fn registration(email: &str) -> Value {
    json!({ "email": email, "password": PASSWORD, "first_name": "Inès", "last_name": "de La  Tour" })
}

/// Registers over HTTP.
async fn register(app: &TestApp, email: &str) -> Answer {
    app.anonymous().post("/auth/register", registration(email)).await
}

/// Confirms an address with a mailed token.
async fn confirm(app: &TestApp, token: &str) -> Answer {
    app.anonymous().post("/auth/confirm-email", json!({ "token": token })).await
}

/// The token of the newest mail that holds such a link.
async fn token(app: &TestApp, email: &str, link: &str) -> String {
    let mails = app.mails_to(email).await;
    mails.iter().rev().find(|mail| mail.body.contains(link)).expect("a mail with the link").after(link)
}

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
