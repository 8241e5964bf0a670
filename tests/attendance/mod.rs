//! The roll, signatures, sealed sheets, what is drawn from them, and how long they are kept.

mod attach_paper_sheet;
mod attended_days;
mod cancelled_session;
mod check_document;
mod close_sheet;
mod collect_signature;
mod contest_mark;
mod create_attendance_proof;
mod decide_contest;
mod export_attendance;
mod export_my_attendance;
mod get_attendance;
mod get_attendance_file;
mod get_attendance_qr;
mod get_attendance_settings;
mod get_attendance_totals;
mod get_blank_sheet;
mod get_certificate;
mod get_convocation;
mod get_edof_assistant;
mod get_my_attendance;
mod get_my_attendance_file;
mod get_my_certificate;
mod get_my_convocation;
mod get_session_attendance_settings;
mod get_signature_link;
mod issue_certificates;
mod late_joiners;
mod list_attendance_anomalies;
mod list_attendance_proofs;
mod list_certificates;
mod list_contests;
mod list_marks;
mod list_my_attendance;
mod list_my_certificates;
mod list_sheets;
mod list_verification_keys;
mod rectify_mark;
mod reopen_signing;
mod reopened_session;
mod replace_certificate;
mod retention;
mod save_marks;
mod scan_attendance_qr;
mod sealed_times;
mod sealed_words;
mod send_signature_links;
mod set_taught_content;
mod sign_by_link;
mod sign_my_attendance;
mod sign_sheet;
mod tampering;
mod thresholds;
mod update_attendance_settings;
mod update_session_attendance_settings;
mod withdraw_attendance_proof;

use reqwest::Method;
use serde_json::Value;

use crate::support::app::TestApp;
use crate::support::attendance::Class;
use crate::support::client::{Answer, Client, send};

/// Asks one thing as one person.
async fn ask(client: &Client, method: &Method, path: &str, body: &Value) -> Answer {
    let request = client.starting_from(method.clone(), path, &Value::from(1));
    send(if body.is_null() { request } else { request.json(body) }).await
}

/// Checks that to strangers and to trainers of other sessions there is nothing, and that trainees may not.
async fn hidden_from_others(app: &TestApp, class: &Class, method: Method, path: &str, body: &Value) {
    let foreign = app.class_in(app.organisation("Ailleurs").await, 0).await;
    let colleague = app.trainer(&class.organisation).await;
    for stranger in [foreign.teacher(app), foreign.boss(app), app.renewed(&colleague).client] {
        ask(&stranger, &method, path, body).await.expect_problem(404, "not_found");
    }
    let trainee = class.add_trainee(app, "Curieux").await;
    ask(&app.renewed(&trainee.user).client, &method, path, body).await.expect_problem(403, "forbidden");
}

/// The same, and that a trainer of the session may not either.
async fn only_for_those_who_run_it(app: &TestApp, class: &Class, method: Method, path: &str, body: &Value) {
    ask(&class.teacher(app), &method, path, body).await.expect_problem(403, "forbidden");
    hidden_from_others(app, class, method, path, body).await;
}

/// What was noted of this kind of event, oldest first: the state after it.
async fn noted(app: &TestApp, kind: &str) -> Vec<Option<Value>> {
    sqlx::query_scalar("SELECT after FROM audit_event WHERE kind = $1 ORDER BY id")
        .bind(kind)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}
