use std::time::Duration;

use axum::body::Bytes;
use reqwest::{Method, StatusCode, header};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::files::{docx, film, id_of, jpeg, long_pdf, pdf, png};

#[tokio::test]
async fn a_file_is_taken_kept_and_staged_for_its_sender() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let sent = pdf("<< /OpenAction 3 0 R >>");
    let card = person
        .client
        .upload("/me/files", "Attestation%20d%E2%80%99entr%C3%A9e.pdf", sent.clone())
        .await
        .expect(201);
    assert_eq!(
        card,
        json!({
            "id": card["id"], "name": "Attestation d’entrée.pdf", "media_type": "application/pdf",
            "bytes": sent.len(), "sha256": card["sha256"], "scan": "unchecked", "warnings": ["open_action"],
            "purpose": null, "created_at": "2026-03-03T08:00:00Z",
        })
    );
    let object = app.object_of(id_of(&card)).await;
    assert_eq!(std::fs::read(&object).unwrap(), sent, "kept as it was");
    assert!(
        !object.display().to_string().contains(card["id"].as_str().unwrap()),
        "the key is none of its ids"
    );
    let events: Vec<(String, Option<uuid::Uuid>)> =
        sqlx::query_as("SELECT kind, actor_id FROM audit_event").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(events, [("file.uploaded".to_owned(), Some(person.id.0))]);
    app.only_objects(1).await;
}

#[tokio::test]
async fn the_same_file_twice_is_two_files() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let (first, second) = (person.client.upload_pdf().await, person.client.upload_pdf().await);
    assert_eq!(first["sha256"], second["sha256"]);
    assert_ne!(first["id"], second["id"]);
    app.only_objects(2).await;
}

#[tokio::test]
async fn every_kind_is_taken_and_pictures_and_films_say_nothing_of_places() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    for (name, bytes, media_type) in [
        ("photo.jpg", jpeg("48.8566 N"), "image/jpeg"),
        ("capture.png", png(8, 8, "Author 48.8566 N"), "image/png"),
        ("film.mp4", film(300_000), "video/mp4"),
        (
            "cours.docx",
            docx(("word/a.xml", b"x")),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("sans-fin", pdf("<< >>"), "application/pdf"),
    ] {
        let card = person.client.upload("/me/files", name, bytes).await.expect(201);
        assert_eq!(card["media_type"], media_type, "{name}");
        let kept = std::fs::read(app.object_of(id_of(&card)).await).unwrap();
        assert_eq!(card["bytes"], kept.len(), "{name}");
        let digest = <sha2::Sha256 as sha2::Digest>::digest(&kept);
        assert_eq!(
            card["sha256"].as_str(),
            Some(digest.iter().fold(String::new(), |hex, b| hex + &format!("{b:02x}")).as_str())
        );
        assert!(!String::from_utf8_lossy(&kept).contains("48.8566"), "{name} says where it was made");
    }
    let staged = person.client.get("/me/files").await.expect(200);
    let names: Vec<_> = staged["items"].as_array().unwrap().iter().map(|card| &card["name"]).collect();
    assert!(names.contains(&&json!("sans-fin.pdf")), "a name without an ending gets its kind's: {names:?}");
}

#[tokio::test]
async fn a_file_must_have_a_name_and_be_what_the_name_and_the_sender_say() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let ask = |name: &'static str, kind: &'static str, bytes: Vec<u8>| {
        let request = person.client.request(Method::POST, "/me/files").header(header::CONTENT_TYPE, kind);
        send(request.header("File-Name", name).body(bytes))
    };
    let unnamed = person.client.request(Method::POST, "/me/files").body(pdf("<< >>"));
    send(unnamed).await.expect_field("/name", "required");
    ask("..%2F..", "application/pdf", pdf("<< >>")).await.expect_field("/name", "required");
    ask("%FF.pdf", "application/pdf", pdf("<< >>")).await.expect_field("/name", "invalid_characters");
    let named_twice = person.client.request(Method::POST, "/me/files").header("File-Name", "a.pdf");
    send(named_twice.header("File-Name", "b.pdf").body(pdf("<< >>")))
        .await
        .expect_field("/name", "duplicate");
    ask("photo.png", "", pdf("<< >>")).await.expect_problem(422, "file_type_mismatch");
    ask("a.pdf", "text/html", pdf("<< >>")).await.expect_problem(422, "file_type_mismatch");
    ask("a.pdf.exe", "", pdf("<< >>")).await.expect_problem(422, "file_type_mismatch");
    ask("a.pdf", "application/pdf; x=y", pdf("<< >>")).await.expect(201);
    ask("photo.jpeg", "image/jpg", jpeg("x")).await.expect(201);
    app.only_objects(2).await;
}

#[tokio::test]
async fn what_is_too_large_is_refused_however_its_length_is_told() {
    let app = TestApp::start_with(&["--largest-video-mib=11"]).await;
    let person = app.person("Léa", "Durand").await;
    let limit = 10 * 1024 * 1024;
    person.client.upload("/me/files", "a.pdf", long_pdf(limit - 500)).await.expect(201);
    person.client.upload("/me/files", "a.pdf", long_pdf(limit)).await.expect_problem(413, "file_too_large");
    person.client.upload("/me/files", "a.mp4", film(10_700_000)).await.expect(201);
    person.client.upload("/me/files", "a.mp4", film(12_000_000)).await.expect_problem(413, "file_too_large");
    // Without a length, and without an end.
    let head = futures::stream::iter([Bytes::from(pdf("<< >>"))]);
    let endless =
        futures::StreamExt::chain(head, futures::stream::repeat(Bytes::from(vec![b' '; 64 * 1024])));
    let endless = reqwest::Body::wrap_stream(futures::StreamExt::map(endless, Ok::<_, std::io::Error>));
    let answer = person.client.request(Method::POST, "/me/files").header("File-Name", "a.pdf").body(endless);
    // The answer may come while it is still sent: then some clients only see that they were cut off.
    if let Ok(response) = answer.send().await {
        assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }
    app.only_objects(2).await;
    assert_eq!(app.count_files().await, 2);
}

#[tokio::test]
async fn an_empty_file_is_none() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    person.client.upload("/me/files", "a.pdf", Vec::new()).await.expect_problem(422, "empty_file");
    app.only_objects(0).await;
}

/// Sends this much of an upload that promises more, and what the server says to it.
async fn broken_off(app: &TestApp, token: &str, promise: &str, sent: &[u8], hangs_up: bool) -> String {
    let mut stream = TcpStream::connect(app.base.trim_start_matches("http://")).await.unwrap();
    let head = format!(
        "POST /api/v1/me/files HTTP/1.1\r\nhost: carnet\r\nauthorization: Bearer {token}\r\nfile-name: a.pdf\r\n{promise}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(sent).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    if hangs_up {
        return String::new();
    }
    stream.shutdown().await.unwrap();
    let mut heard = String::new();
    let _ = stream.read_to_string(&mut heard).await;
    heard
}

#[tokio::test]
async fn what_breaks_off_leaves_nothing() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let (token, document) = (person.access_token(), pdf("<< >>"));
    for promise in ["content-length: 100000", "transfer-encoding: chunked"] {
        let body = if promise.starts_with("content") {
            document.clone()
        } else {
            [format!("{:x}\r\n", document.len()).as_bytes(), &document, b"\r\n5\r\nabc"].concat()
        };
        for hangs_up in [true, false] {
            let heard = broken_off(&app, token, promise, &body, hangs_up).await;
            assert!(heard.is_empty() || heard.starts_with("HTTP/1.1 400"), "{heard}");
        }
    }
    app.only_objects(0).await;
    assert_eq!(app.count_files().await, 0);
    // What comes after the promised length is no part of the file.
    let promise = format!("content-length: {}", document.len());
    let heard =
        broken_off(&app, token, &promise, &[&document[..], b"GET / HTTP/1.1\r\n"].concat(), false).await;
    assert!(heard.starts_with("HTTP/1.1 201"), "{heard}");
}

#[tokio::test]
async fn a_refusal_is_heard_by_those_who_only_listen_once_they_have_sent() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    for _ in 0..5 {
        let page = [b"<html>".to_vec(), vec![b' '; 6_000_000]].concat();
        person.client.upload("/me/files", "a.pdf", page).await.expect_problem(415, "file_type_refused");
        let nobody = app.anonymous().upload("/me/files", "a.pdf", long_pdf(6_000_000)).await;
        nobody.expect_problem(401, "unauthenticated");
    }
}

#[tokio::test]
async fn a_sender_that_asks_first_sends_nothing_in_vain() {
    let app = TestApp::start().await;
    let mut stream = TcpStream::connect(app.base.trim_start_matches("http://")).await.unwrap();
    let head = "POST /api/v1/me/files HTTP/1.1\r\nhost: carnet\r\nexpect: 100-continue\r\ncontent-length: 5000000\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut heard = [0; 12];
    stream.read_exact(&mut heard).await.unwrap();
    assert_eq!(&heard, b"HTTP/1.1 401");
}

#[tokio::test]
async fn what_a_person_keeps_is_bounded() {
    let app = TestApp::start_with(&["--person-files-mib=1"]).await;
    let (person, other) = (app.person("Léa", "Durand").await, app.person("Luc", "Petit").await);
    let upload = || person.client.upload("/me/files", "a.pdf", long_pdf(400_000));
    let first = upload().await.expect(201);
    upload().await.expect(201);
    upload().await.expect_problem(409, "file_quota_reached");
    other.client.upload("/me/files", "a.pdf", long_pdf(400_000)).await.expect(201);
    // Room that was given back is there once the object is gone.
    person.client.delete(&format!("/me/files/{}", id_of(&first))).await.expect(204);
    app.run_jobs().await;
    // Two that come at once: one fits.
    let (left, right) = tokio::join!(upload(), upload());
    let mut statuses = [left.status.as_u16(), right.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    app.only_objects(3).await;
}

#[tokio::test]
async fn files_that_wait_to_be_used_are_few() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    for _ in 0..100 {
        person.client.upload_pdf().await;
    }
    let more = person.client.upload("/me/files", "a.pdf", pdf("<< >>")).await;
    more.expect_problem(409, "too_many_staged_files");
}

#[tokio::test]
async fn nobody_sends_without_end_at_the_same_time() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let (begin, began) = tokio::sync::watch::channel(false);
    let slow = || {
        let mut began = began.clone();
        let rest = futures::stream::once(async move {
            began.wait_for(|begun| *begun).await.unwrap();
            Ok::<_, std::io::Error>(Bytes::from_static(b"%%EOF"))
        });
        let start = futures::stream::iter([Ok(Bytes::from_static(b"%PDF-1.7\n"))]);
        let body = reqwest::Body::wrap_stream(futures::StreamExt::chain(start, rest));
        let request =
            person.client.request(Method::POST, "/me/files").header("File-Name", "a.pdf").body(body);
        tokio::spawn(send(request))
    };
    let underway: Vec<_> = (0..4).map(|_| slow()).collect();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let fifth = person.client.upload("/me/files", "a.pdf", pdf("<< >>")).await;
    fifth.expect_problem(429, "too_many_uploads");
    begin.send(true).unwrap();
    for upload in underway {
        upload.await.unwrap().expect(201);
    }
    person.client.upload_pdf().await;
}
