//! A server that stops does not wait for pages that follow it (TRUST R19; axum #2673).

use std::time::{Duration, Instant};

use crate::support::app::TestApp;
use crate::support::live::Live;

#[tokio::test]
async fn fifty_open_streams_end_at_once_and_the_server_is_gone_in_time() {
    let mut app = TestApp::start().await;
    let mut streams = Vec::new();
    for number in 0..10 {
        let person = app.person("Inès", &format!("Lefèvre{number}")).await;
        for _ in 0..5 {
            streams.push(Live::open(&person.client).await.0);
        }
    }
    let began = Instant::now();
    app.stop().await;
    let took = began.elapsed();
    assert!(took < Duration::from_secs(5), "the server waited for its streams: {took:?}");
    for stream in &mut streams {
        stream.expect_closed("stopping", Duration::from_secs(1)).await;
    }
}

#[tokio::test]
async fn a_stream_nobody_reads_does_not_hold_the_server() {
    use tokio::io::AsyncWriteExt;
    let mut app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let address = app.base.trim_start_matches("http://").to_owned();
    let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
    let head = format!(
        "GET /api/v1/me/live HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {}\r\n\r\n",
        ines.access_token()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;
    let began = Instant::now();
    app.stop().await;
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}
