use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;

#[tokio::test]
async fn the_code_changes_every_twenty_seconds() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.slot_path("/qr");
    let qr = class.teacher(&app).get(&path).await.expect(200);
    assert_eq!((&qr["part"], &qr["seconds_left"]), (&json!("am"), &json!(20)));
    assert_eq!(qr["label"], "Soudure à l'arc");
    let (url, code) = (qr["url"].as_str().unwrap(), qr["code"].as_str().unwrap());
    assert!(url.ends_with(&format!("/emargement?creneau={}&code={code}", class.slot)), "{url}");
    app.advance(Duration::seconds(19));
    let same = class.teacher(&app).get(&path).await.expect(200);
    assert_eq!((&same["code"], &same["seconds_left"]), (&qr["code"], &json!(1)));
    app.advance(Duration::seconds(1));
    assert_ne!(class.teacher(&app).get(&path).await.expect(200)["code"], qr["code"]);
    app.advance(Duration::hours(4));
    assert_eq!(class.teacher(&app).get(&path).await.expect(200)["part"], "pm");
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}

#[tokio::test]
async fn there_is_no_code_outside_of_the_window() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.slot_path("/qr");
    class.teacher(&app).get(&format!("{path}?part=pm")).await.expect_problem(409, "signing_not_open");
    class.teacher(&app).get(&format!("{path}?part=soir")).await.expect_field("/part", "invalid_type");
    app.advance(Duration::hours(9));
    class.teacher(&app).get(&path).await.expect_problem(409, "signing_over");
}
