//! An HTTP client that speaks the API, signed in or not.

use reqwest::{Method, RequestBuilder, StatusCode, header};
use serde::Serialize;
use serde_json::Value;

/// Talks to one server as one person (or as nobody).
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    token: Option<String>,
}

/// An answer: status, headers, JSON body (null when empty or not JSON).
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: header::HeaderMap,
    pub body: Value,
    pub text: String,
}

impl Client {
    pub fn new(base: &str) -> Self {
        // Without the system's certificates: every person has a client, and reading them takes longer than a request.
        let http = reqwest::Client::builder().tls_certs_only([]);
        let http = http.timeout(std::time::Duration::from_mins(1)).build().unwrap();
        Self { http, base: base.to_owned(), token: None }
    }

    /// The same client with an access token.
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// The access token it sends.
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// A request under `/api/v1`, to be finished by the caller.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}/api/v1{path}", self.base));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        send(self.request(Method::DELETE, path)).await
    }

    pub async fn post(&self, path: &str, body: impl Serialize) -> Answer {
        send(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn put(&self, path: &str, body: impl Serialize) -> Answer {
        send(self.request(Method::PUT, path).json(&body)).await
    }

    /// A change that starts from this version.
    pub fn starting_from(&self, method: Method, path: &str, version: &Value) -> RequestBuilder {
        self.request(method, path).header(header::IF_MATCH, format!("\"{version}\""))
    }

    /// Replaces what was read as this version.
    pub async fn put_at(&self, path: &str, version: &Value, body: impl Serialize) -> Answer {
        send(self.starting_from(Method::PUT, path, version).json(&body)).await
    }

    /// Does something with what was read as this version.
    pub async fn post_at(&self, path: &str, version: &Value) -> Answer {
        send(self.starting_from(Method::POST, path, version)).await
    }

    /// Deletes what was read as this version.
    pub async fn delete_at(&self, path: &str, version: &Value) -> Answer {
        send(self.starting_from(Method::DELETE, path, version)).await
    }

    pub async fn patch(&self, path: &str, body: impl Serialize) -> Answer {
        send(self.request(Method::PATCH, path).json(&body)).await
    }
}

/// Sends the request and reads the whole answer.
pub async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.expect("the server answers");
    let status = response.status();
    let headers = response.headers().clone();
    let is_endless = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
    let text = if is_endless { beginning(response).await } else { response.text().await.unwrap() };
    let body = serde_json::from_str(&text).unwrap_or(Value::Null);
    Answer { status, headers, body, text }
}

/// The first event of an answer that has no end.
async fn beginning(mut response: reqwest::Response) -> String {
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\n\n") {
        let Some(piece) = response.chunk().await.unwrap() else { break };
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).unwrap()
}

impl Answer {
    /// The body, when the status is the expected one.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "unexpected answer: {}", self.text);
        self.body
    }

    /// Checks that this is a problem with this status and code; gives it without the id that each request has of its own.
    #[track_caller]
    pub fn expect_problem(mut self, status: u16, code: &str) -> Value {
        assert_eq!((self.status.as_u16(), self.body["code"].as_str()), (status, Some(code)), "{}", self.text);
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
        self.body.as_object_mut().map(|problem| problem.remove("request_id"));
        self.body
    }

    /// Checks that the request was refused because of this field, with this fault.
    #[track_caller]
    pub fn expect_field(self, pointer: &str, code: &str) -> Value {
        let body = self.expect_problem(422, "invalid_request");
        let found =
            body["errors"].as_array().unwrap().iter().any(|e| e["pointer"] == pointer && e["code"] == code);
        assert!(found, "no {code} at {pointer}: {}", body["errors"]);
        body
    }
}
