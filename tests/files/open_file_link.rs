use carnet::files::Purpose;
use chrono::Duration;
use reqwest::Method;
use reqwest::header::RANGE;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::files::film;

#[tokio::test]
async fn an_address_hands_out_its_file_part_by_part_for_half_an_hour() {
    let app = TestApp::start().await;
    let (person, file) = app.file_in_use("a.mp4", film(100_000), Purpose::SessionResource).await;
    let address = app.file_link(&person, file);
    let part = || app.anonymous().request(Method::GET, &address).header(RANGE, "bytes=0-99").send();
    let answer = part().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), answer.headers()["content-type"].as_bytes()),
        (206, &b"video/mp4"[..])
    );
    assert_eq!(
        answer.headers()["content-security-policy"],
        "sandbox; default-src 'none'; frame-ancestors 'none'"
    );
    assert_eq!(answer.bytes().await.unwrap().len(), 100);
    app.advance(Duration::minutes(29));
    assert_eq!(part().await.unwrap().status(), 206, "twice is as good");
    app.advance(Duration::minutes(1));
    app.anonymous().get(&address).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn it_ends_with_the_session_and_with_the_file() {
    let app = TestApp::start().await;
    let (person, file) = app.file_in_use("a.mp4", film(1000), Purpose::SessionResource).await;
    let other = app.second_device(&person).await;
    let (address, from_other) = (app.file_link(&person, file), app.file_link(&other, file));
    let logout = other.client.request(Method::POST, "/auth/logout");
    send(logout.header("cookie", format!("carnet_refresh={}", other.refresh_token)).json(&json!({}))).await;
    app.anonymous().get(&from_other).await.expect_problem(404, "not_found");
    assert_eq!(app.anonymous().get(&address).await.status, 200);
    app.release(file).await;
    app.anonymous().get(&address).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_was_not_signed_leads_nowhere() {
    let app = TestApp::start().await;
    let (person, file) = app.file_in_use("a.mp4", film(1000), Purpose::SessionResource).await;
    let address = app.file_link(&person, file);
    for wrong in
        ["/file-links/x".to_owned(), format!("/file-links/{file}"), address[..address.len() - 2].to_owned()]
    {
        app.anonymous().get(&wrong).await.expect_problem(404, "not_found");
    }
    let elsewhere = TestApp::start().await;
    elsewhere.anonymous().get(&address).await.expect_problem(404, "not_found");
}
