//! The publisher of the catalogue, played by a local server.

use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::app::TestApp;

/// Serves one archive at a time.
pub struct Publisher {
    server: MockServer,
}

impl Publisher {
    pub async fn start() -> Self {
        Self { server: MockServer::start().await }
    }

    /// A server that downloads its catalogue here, and has none yet.
    pub async fn app(&self) -> TestApp {
        TestApp::start_with(&[&format!("--rome-url={}/rome/csv", self.server.uri())]).await
    }

    /// Serves these bytes from now on.
    pub async fn serves(&self, archive: Vec<u8>) {
        self.answers(ResponseTemplate::new(200).set_body_bytes(archive)).await;
    }

    /// Answers this from now on.
    pub async fn answers(&self, answer: ResponseTemplate) {
        self.server.reset().await;
        Mock::given(method("GET")).and(path("/rome/csv")).respond_with(answer).mount(&self.server).await;
    }
}
