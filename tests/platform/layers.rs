//! What happens around every request, on a small site made for it.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::routing::{get, post};
use carnet::platform::http::layers::{self, Bounds};
use carnet::platform::http::server::{self, Patience};
use carnet::platform::http::{Code, Error, Json, static_files};
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_util::sync::CancellationToken;

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};

/// Headers that every answer carries, whatever its status.
const ON_EVERY_ANSWER: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
];

struct Site {
    base: String,
    http: Client,
    _app: TestApp,
}

impl Site {
    async fn start(settings: &[&str]) -> Self {
        let app = TestApp::start_with(settings).await;
        let bounds = Bounds {
            largest_body: 1000,
            body: Duration::from_millis(400),
            answer: Duration::from_millis(800),
            at_once: 2,
            uploads: &["/api/v1/upload"],
            uploads_at_once: 2,
            ..Bounds::default()
        };
        let site = layers::around(routes(), &app.state, bounds);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(server::serve(listener, site, Patience::default(), CancellationToken::new()));
        Self { base, http: Client::new(), _app: app }
    }

    fn get(&self, path: &str) -> RequestBuilder {
        self.http.get(format!("{}{path}", self.base))
    }

    fn post(&self, path: &str) -> RequestBuilder {
        self.http.post(format!("{}{path}", self.base))
    }
}

fn routes() -> Router {
    Router::new()
        .route("/api/v1/echo", post(async |Json(body): Json<Value>| Json(body)))
        .route(
            "/api/v1/upload",
            post(async |body: Body| Json(json!(to_bytes(body, 1 << 20).await.unwrap().len()))),
        )
        .route("/api/v1/refused", get(async || Error::forbidden()))
        .route("/api/v1/long", get(async || Json(json!({ "text": "mot ".repeat(1000) }))))
        .route("/api/v1/auth/long", get(async || Json(json!({ "text": "mot ".repeat(1000) }))))
        .route("/api/v1/public", get(async || ([("cache-control", "public, max-age=60")], "ok")))
        .route("/api/v1/slow", get(async || tokio::time::sleep(Duration::from_mins(1)).await))
        .route("/api/v1/panics", get(async || -> Error { panic!("boum") }))
        .method_not_allowed_fallback(async || Error::from(Code::MethodNotAllowed))
        .fallback(static_files::serve)
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_answer_carries_the_headers_and_its_own_id() {
    let site = Site::start(&[]).await;
    let requests = [
        (site.post("/api/v1/echo").json(&json!({})), 200),
        (site.get("/api/v1/refused"), 403),
        (site.get("/api/v1/nothing"), 404),
        (site.get("/api/v1/echo"), 405),
        (site.http.request("TRACE".parse().unwrap(), format!("{}/api/v1/public", site.base)), 405),
        (site.post("/somewhere"), 405),
        (site.post("/api/v1/echo").body("{}"), 415),
        (site.get("/api/v1/slow"), 408),
        (site.get("/api/v1/panics"), 500),
        (site.get("/assets/missing.js"), 404),
    ];
    let mut ids = std::collections::HashSet::new();
    for (request, status) in requests {
        let answer = send(request.header("x-request-id", "mine")).await;
        assert_eq!(answer.status.as_u16(), status, "{}", answer.text);
        for (name, value) in ON_EVERY_ANSWER {
            assert_eq!(header(&answer, name), value, "{name} on {status}");
        }
        let policy = header(&answer, "content-security-policy");
        for part in [
            "default-src 'none'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{part} on {status}");
        }
        assert!(!answer.headers.contains_key("server"), "no version banner");
        assert!(!answer.headers.contains_key("strict-transport-security"), "plain HTTP");
        if status >= 400 {
            assert_eq!(header(&answer, "content-type"), "application/problem+json", "on {status}");
            assert_eq!(answer.body["request_id"], header(&answer, "x-request-id"));
        }
        assert!(
            ids.insert(header(&answer, "x-request-id").to_owned()),
            "ids differ, and are not the client's"
        );
        assert_eq!(header(&answer, "x-request-id").len(), 32);
    }
}

#[tokio::test]
async fn a_site_over_tls_says_so_for_a_year_at_least() {
    let site = Site::start(&["--public-url=https://carnet.test"]).await;
    let answer = send(site.get("/api/v1/nothing")).await;
    assert_eq!(header(&answer, "strict-transport-security"), "max-age=63072000; includeSubDomains");
}

#[tokio::test]
async fn the_api_is_not_stored_unless_it_says_so() {
    let site = Site::start(&[]).await;
    assert_eq!(header(&send(site.get("/api/v1/refused")).await, "cache-control"), "no-store");
    assert_eq!(header(&send(site.get("/api/v1/public")).await, "cache-control"), "public, max-age=60");
}

#[tokio::test]
async fn a_request_from_another_site_changes_nothing() {
    let site = Site::start(&[]).await;
    let echo = || site.post("/api/v1/echo").json(&json!({ "a": 1 }));
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.test")]
    {
        send(echo().header(name, value)).await.expect_problem(403, "cross_origin");
    }
    send(echo().header("sec-fetch-site", "same-origin")).await.expect(200);
    send(echo().header("origin", &site.base)).await.expect(200);
    send(echo()).await.expect(200);
    let read = send(site.get("/api/v1/public").header("sec-fetch-site", "cross-site")).await;
    assert_eq!(read.status, StatusCode::OK, "reading is the browser's business");
}

#[tokio::test]
async fn a_large_body_is_refused_and_a_slow_one_is_cut() {
    let site = Site::start(&[]).await;
    let large = json!({ "text": "x".repeat(2000) });
    send(site.post("/api/v1/echo").json(&large)).await.expect_problem(413, "body_too_large");

    let endless = futures::stream::unfold((), async |()| {
        tokio::time::sleep(Duration::from_millis(100)).await;
        Some((Ok::<_, std::io::Error>("{"), ()))
    });
    let slow = site.post("/api/v1/echo").header("content-type", "application/json");
    let answer = send(slow.body(reqwest::Body::wrap_stream(endless))).await;
    answer.expect_problem(408, "request_timeout");
}

#[tokio::test]
async fn too_many_requests_at_once_are_refused_at_once() {
    let site = Site::start(&[]).await;
    let answers = futures::future::join_all((0..6).map(|_| send(site.get("/api/v1/slow")))).await;
    let (cut, shed): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 408);
    assert_eq!((cut.len(), shed.len()), (2, 4));
    for answer in shed {
        assert_eq!(header(&answer, "retry-after"), "1");
        answer.expect_problem(503, "overloaded");
    }
    send(site.post("/api/v1/echo").json(&json!({}))).await.expect(200);
}

#[tokio::test]
async fn a_panic_is_an_error_of_one_request_only() {
    let site = Site::start(&[]).await;
    let problem = send(site.get("/api/v1/panics")).await.expect_problem(500, "internal");
    assert!(!problem.to_string().contains("boum"), "{problem}");
    send(site.post("/api/v1/echo").json(&json!({}))).await.expect(200);
}

#[tokio::test]
async fn long_answers_are_compressed_but_those_that_hold_tokens() {
    let site = Site::start(&[]).await;
    for (encodings, wanted) in [("gzip, br", "br"), ("gzip", "gzip"), ("identity", "")] {
        let answer = send(site.get("/api/v1/long").header("accept-encoding", encodings)).await;
        assert_eq!(header(&answer, "content-encoding"), wanted);
    }
    let secret = send(site.get("/api/v1/auth/long").header("accept-encoding", "gzip, br")).await;
    assert_eq!(header(&secret, "content-encoding"), "");
}

#[tokio::test]
async fn a_client_that_asks_too_much_is_told_when_to_come_back() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let mut refused = None;
    for _ in 0..70 {
        let answer = app.anonymous().post("/auth/refresh-nothing", json!({})).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("sixty at once, then one per second");
    assert!(header(&refused, "retry-after").parse::<u32>().unwrap() >= 1);
    refused.expect_problem(429, "too_many_requests");
}

#[tokio::test]
async fn bodies_that_trickle_in_hold_no_place() {
    let site = Site::start(&[]).await;
    let address = site.base.trim_start_matches("http://");
    let mut slow = Vec::new();
    for _ in 0..8 {
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let head = "POST /api/v1/echo HTTP/1.1\r\nhost: carnet\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{";
        stream.write_all(head.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let answer = send(site.post("/api/v1/echo").json(&json!({ "mot": "juste" }))).await;
    assert_eq!((answer.status.as_u16(), &answer.body["mot"]), (200, &json!("juste")), "{}", answer.text);
    for mut stream in slow {
        let mut heard = String::new();
        let _ = stream.read_to_string(&mut heard).await;
        assert!(heard.starts_with("HTTP/1.1 408"), "{heard}");
    }
}

#[tokio::test]
async fn a_file_may_come_for_long_and_takes_no_place_of_others() {
    let site = Site::start(&[]).await;
    // Longer than any other body may take, and larger than any other may be.
    let dripping = || {
        let pieces = futures::stream::unfold(0, async |sent| {
            tokio::time::sleep(Duration::from_millis(150)).await;
            (sent < 10).then(|| (Ok::<_, std::io::Error>(vec![b'x'; 500]), sent + 1))
        });
        send(site.post("/api/v1/upload").body(reqwest::Body::wrap_stream(pieces)))
    };
    let others = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let third = send(site.post("/api/v1/upload").body("x")).await;
        let answers = (send(site.get("/api/v1/long")).await, send(site.get("/api/v1/refused")).await);
        (third, answers)
    };
    let (first, second, (third, (long, refused))) = tokio::join!(dripping(), dripping(), others);
    assert_eq!((first.expect(200), second.expect(200)), (json!(5000), json!(5000)));
    third.expect_problem(503, "overloaded");
    assert_eq!((long.status, refused.status.as_u16()), (StatusCode::OK, 403));
}
