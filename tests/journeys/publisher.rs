//! The publisher of the catalogue, and the staff that has it asked.

use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::list;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::rome::Rome;

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

/// Has the publisher asked, and gives the line of the history that came of it.
pub async fn import(app: &TestApp, staff: &Client, dry_run: bool) -> Value {
    staff.post("/admin/catalog-imports", json!({ "dry_run": dry_run })).await.expect(202);
    app.run_jobs().await;
    let history = staff.get("/admin/catalog-imports?limit=1").await.expect(200);
    list(&history, "items")[0].clone()
}

/// Release 60 in small: the catalogue that comes with Carnet, with two names of jobs that the national one also has.
pub fn release_60() -> Rome {
    Rome::starter()
        .named_job("10567", "Agent / Agente de production en industrie alimentaire", "H2102")
        .named_job("19475", "Soudeur / Soudeuse Tungsten Inert Gas -TIG-", "H2913")
}
