//! Where documents are drawn: on threads of their own, so many at once, and never in a request's.

use std::sync::Arc;
use std::thread::available_parallelism;

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use carnet_documents::DocumentError;
use tokio::sync::Semaphore;

use crate::platform::http::Result;
use crate::platform::state::AppState;

/// Draws as many documents at once as there are cores.
#[derive(Clone)]
pub struct Press(Arc<Semaphore>);

impl Default for Press {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(available_parallelism().map_or(1, usize::from))))
    }
}

/// Draws a document.
pub async fn draw<T: Send + 'static>(
    state: &AppState,
    work: impl FnOnce() -> std::result::Result<T, DocumentError> + Send + 'static,
) -> Result<T> {
    let permit = Arc::clone(&state.part::<Press>().0).acquire_owned().await.map_err(anyhow::Error::from)?;
    let drawn = tokio::task::spawn_blocking(move || {
        let drawn = work();
        drop(permit);
        drawn
    });
    Ok(drawn.await.map_err(anyhow::Error::from)?.map_err(anyhow::Error::from)?)
}

/// A document as it is downloaded: by this name, kept by no cache.
pub fn download(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
    response
}
