//! JSON bodies, paths and queries whose rejections are problems with pointers.

use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{Code, Error, FieldError};

/// A JSON body, in or out. Unknown and wrong fields are refused by pointer.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        if !is_json(request.headers()) {
            return Err(Code::UnsupportedMediaType.into());
        }
        let bytes = axum::body::Bytes::from_request(request, state)
            .await
            .map_err(|rejection| body_error(&rejection))?;
        let mut deserializer = serde_json::Deserializer::from_slice(&bytes);
        let value =
            serde_path_to_error::deserialize(&mut deserializer).map_err(|error| json_error(&error))?;
        deserializer.end().map_err(|_| Error::from(Code::MalformedJson))?;
        Ok(Self(value))
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

pub(super) fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

pub(super) fn body_error(rejection: &BytesRejection) -> Error {
    let code = match rejection.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => Code::BodyTooLarge,
        _ => Code::RequestTimeout,
    };
    code.into()
}

fn json_error(error: &serde_path_to_error::Error<serde_json::Error>) -> Error {
    if !error.inner().is_data() {
        return Code::MalformedJson.into();
    }
    let text = error.inner().to_string();
    let mut pointer = pointer_of(error.path());
    let (code, message) = if let Some(field) = quoted_after(&text, "unknown field ").or_else(|| stray(&text))
    {
        if !pointer.ends_with(&format!("/{field}")) {
            pointer = format!("{pointer}/{field}");
        }
        ("unknown_field", "Ce champ n’existe pas.")
    } else if let Some(field) = quoted_after(&text, "missing field ") {
        pointer = format!("{pointer}/{field}");
        ("required", "Ce champ est obligatoire.")
    } else if let Some(field) = quoted_after(&text, "duplicate field ") {
        if !pointer.ends_with(&format!("/{field}")) {
            pointer = format!("{pointer}/{field}");
        }
        ("duplicate_field", "Ce champ est donné deux fois.")
    } else {
        ("invalid_type", "Cette valeur n’a pas la forme attendue.")
    };
    Error::Invalid(vec![FieldError::new(pointer, code, message)])
}

fn pointer_of(path: &serde_path_to_error::Path) -> String {
    use std::fmt::Write;

    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |mut pointer, segment| {
        // Writing to a String cannot fail.
        let _ = match segment {
            Segment::Seq { index } => write!(pointer, "/{index}"),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                write!(pointer, "/{}", key.replace('~', "~0").replace('/', "~1"))
            }
            Segment::Unknown => Ok(()),
        };
        pointer
    })
}

/// The field that an object has beside its tag and its content: serde says of it that its name is neither of theirs.
fn stray(text: &str) -> Option<&str> {
    let (field, expected) = text.strip_prefix("invalid value: string \"")?.split_once("\", expected \"")?;
    expected.contains("\" or \"").then_some(field)
}

/// The name that serde quotes with backticks after this prefix.
fn quoted_after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    text.strip_prefix(prefix)?.strip_prefix('`')?.split('`').next()
}

/// Path parameters. One that cannot be parsed names nothing: 404.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    #[expect(clippy::disallowed_types, reason = "this is the replacement")]
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        match axum::extract::Path::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(Error::not_found()),
        }
    }
}

/// Query parameters. Wrong ones are refused by pointer.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let query = parts.uri.query().unwrap_or_default();
        let deserializer = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
        serde_path_to_error::deserialize(deserializer).map(Self).map_err(|error| {
            let text = error.inner().to_string();
            let pointer = quoted_after(&text, "unknown field ")
                .or_else(|| quoted_after(&text, "missing field "))
                .map_or_else(|| pointer_of(error.path()), |field| format!("/{field}"));
            let (code, message) = if text.starts_with("unknown field") {
                ("unknown_field", "Ce paramètre n’existe pas.")
            } else if text.starts_with("missing field") {
                ("required", "Ce paramètre est obligatoire.")
            } else {
                ("invalid_type", "Ce paramètre n’a pas la forme attendue.")
            };
            Error::field(pointer, code, message)
        })
    }
}
