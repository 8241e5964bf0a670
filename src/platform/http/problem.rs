//! The wire form of an error: `application/problem+json` (RFC 9457).

use std::collections::BTreeMap;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response as ApiResponse, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema};

use super::error::{Code, Error, FieldError};

tokio::task_local! {
    /// The id of the request being answered; set by the request-id layer.
    pub static REQUEST_ID: String;
}

/// The body of every refusal and failure.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Address of the kind of problem, relative to the site.
    #[serde(rename = "type")]
    pub kind: String,
    /// French sentence for people.
    pub title: &'static str,
    /// HTTP status, repeated.
    pub status: u16,
    /// Stable code for programs.
    pub code: Code,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// The state that refuses, when a state machine does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_state: Option<&'static str>,
    /// What is there now, when the change started from an older version; its form is that of the operation's answer. Or
    /// what stands in the way, in the form the code's description names.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub current: Option<serde_json::Value>,
    /// Names the request in our logs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

impl Problem {
    /// A problem of the catalogue, without detail.
    pub fn of(code: Code) -> Self {
        let name = serde_json::to_value(code).ok().and_then(|value| value.as_str().map(str::to_owned));
        Self {
            kind: format!("/problems/{}", name.unwrap_or_default()),
            title: code.title(),
            status: code.status().as_u16(),
            code,
            errors: Vec::new(),
            current_state: None,
            current: None,
            request_id: REQUEST_ID.try_with(Clone::clone).ok(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.code.status();
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let content_type = HeaderValue::from_static("application/problem+json");
        (status, [(header::CONTENT_TYPE, content_type)], body).into_response()
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let code = self.code();
        if code.status().is_server_error() {
            tracing::error!(error = ?self, code = ?code, "request failed");
        } else {
            tracing::debug!(error = %self, code = ?code, "request refused");
        }
        let mut problem = Problem::of(code);
        // Whoever is told to come back is told when.
        let mut retry_after = (code.status() == StatusCode::SERVICE_UNAVAILABLE).then_some(2);
        match self {
            Self::Invalid(errors) => problem.errors = errors,
            Self::IllegalState { current_state, .. } => problem.current_state = Some(current_state),
            Self::Stale(current) | Self::Blocked { current, .. } => problem.current = Some(current),
            Self::RetryAfter { retry_after: wait, .. } => retry_after = Some(wait.as_secs().max(1)),
            _ => {}
        }
        let mut response = problem.into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if code == Code::Unauthenticated {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// In an operation's `responses(...)`: every refusal has the form of [`Problem`].
pub struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<ApiResponse>> {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
        let response = ResponseBuilder::new()
            .description("Refused or failed")
            .content("application/problem+json", content)
            .build();
        BTreeMap::from([("default".to_owned(), RefOr::T(response))])
    }
}
