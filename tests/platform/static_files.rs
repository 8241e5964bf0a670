//! The web app's files: what browsers keep, and what they ask for again.

use std::fs;
use std::path::{Path, PathBuf};

use reqwest::{Client, Method, header};

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};

async fn ask(app: &TestApp, method: Method, path: &str, known: Option<&str>) -> Answer {
    let mut request =
        Client::new().request(method, format!("{}{path}", app.base)).header("accept-encoding", "identity");
    if let Some(etag) = known {
        request = request.header(header::IF_NONE_MATCH, etag);
    }
    send(request).await
}

async fn get(app: &TestApp, path: &str) -> Answer {
    ask(app, Method::GET, path, None).await
}

/// In a test build the files are read from the disk: this makes sure that there are some.
struct Dist {
    made: Vec<PathBuf>,
}

impl Dist {
    fn prepare() -> (Self, String) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/dist");
        let assets = folder.join("assets");
        fs::create_dir_all(&assets).unwrap();
        let mut made = Vec::new();
        let script = assets.join("static-files-test-1a2b3c.js");
        fs::write(&script, "export const bonjour = 'é';").unwrap();
        made.push(script);
        let index = folder.join("index.html");
        if !index.exists() {
            fs::write(&index, "<!doctype html><title>Carnet</title>").unwrap();
            made.push(index);
        }
        (Self { made }, "/assets/static-files-test-1a2b3c.js".to_owned())
    }
}

impl Drop for Dist {
    fn drop(&mut self) {
        for file in &self.made {
            let _ = fs::remove_file(file);
        }
    }
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_pages_asked_for_again() {
    let (_dist, script) = Dist::prepare();
    let app = TestApp::start().await;

    let asset = get(&app, &script).await;
    assert_eq!(asset.status, 200);
    assert_eq!(asset.text, "export const bonjour = 'é';");
    assert_eq!(asset.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert!(asset.headers[header::CONTENT_TYPE].to_str().unwrap().contains("javascript"));

    for page in ["/", "/index.html", "/recherche", "/entreprises/verification?retour=1"] {
        let answer = get(&app, page).await;
        assert_eq!(answer.status, 200, "{page}");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-cache", "{page}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], "text/html; charset=utf-8", "{page}");
        let etag = answer.headers[header::ETAG].to_str().unwrap().to_owned();
        let again = ask(&app, Method::GET, page, Some(&format!("\"other\", {etag}"))).await;
        assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""), "{page}");
        assert_eq!(ask(&app, Method::GET, page, Some("\"other\"")).await.status, 200, "{page}");
    }
    let head = ask(&app, Method::HEAD, "/", None).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
}

#[tokio::test]
async fn missing_files_are_missing_and_nothing_outside_is_reached() {
    let (_dist, _) = Dist::prepare();
    let app = TestApp::start().await;
    for path in ["/assets/old-1a2b3c.js", "/favicon-none.ico", "/api", "/api/v2/x", "/health/x"] {
        get(&app, path).await.expect_problem(404, "not_found");
    }
    for path in ["/..%2f..%2fCargo.toml", "/%2e%2e/%2e%2e/Cargo.toml", "/assets/..%2f..%2f..%2fCargo.toml"] {
        let answer = get(&app, path).await;
        assert!(!answer.text.contains("[package]"), "{path}");
    }
    ask(&app, Method::POST, "/recherche", None).await.expect_problem(405, "method_not_allowed");
    ask(&app, Method::DELETE, "/", None).await.expect_problem(405, "method_not_allowed");
}
