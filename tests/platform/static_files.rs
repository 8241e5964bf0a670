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

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("web/dist")
}

/// A file of the web app that is there for one test: in test builds the files are read from the disk.
struct Asset {
    file: PathBuf,
    path: String,
}

impl Asset {
    fn new(name: &str, content: &str) -> Self {
        let folder = dist().join("assets");
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join(name);
        fs::write(&file, content).unwrap();
        Self { file, path: format!("/assets/{name}") }
    }
}

impl Drop for Asset {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.file);
    }
}

#[tokio::test]
async fn assets_are_kept_for_ever() {
    let script = Asset::new("static-files-test-1a2b3c.js", "export const bonjour = 'é';");
    let app = TestApp::start().await;
    let answer = get(&app, &script.path).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.text, "export const bonjour = 'é';");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert!(answer.headers[header::CONTENT_TYPE].to_str().unwrap().contains("javascript"));
    let etag = answer.headers[header::ETAG].to_str().unwrap().to_owned();
    for known in [etag.clone(), format!("\"other\", {etag}"), "*".to_owned()] {
        let again = ask(&app, Method::GET, &script.path, Some(&known)).await;
        assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""), "{known}");
    }
    assert_eq!(ask(&app, Method::GET, &script.path, Some("\"other\"")).await.status, 200);
    let head = ask(&app, Method::HEAD, &script.path, None).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
}

#[tokio::test]
async fn every_page_is_the_app_and_is_asked_for_again() {
    let is_built = dist().join("index.html").exists();
    let app = TestApp::start().await;
    for page in ["/", "/index.html", "/recherche", "/entreprises/verification?retour=1"] {
        let answer = get(&app, page).await;
        assert_eq!(answer.headers[header::CONTENT_TYPE], "text/html; charset=utf-8", "{page}");
        if is_built {
            assert_eq!(answer.status, 200, "{page}");
            assert_eq!(answer.headers[header::CACHE_CONTROL], "no-cache", "{page}");
        } else {
            assert_eq!(answer.status, 503, "{page}");
            assert!(answer.text.contains("script/server"), "the page says what to do");
        }
    }
}

#[tokio::test]
async fn missing_files_are_missing_and_nothing_outside_is_reached() {
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
