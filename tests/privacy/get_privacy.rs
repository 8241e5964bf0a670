//! One page tells what is visible to whom now, and how each of it is taken back.

use carnet::privacy::WAYS_TO_TAKE_BACK;
use reqwest::Method;
use serde_json::{Value, json};

use crate::authz::actors::{self, Kind};
use crate::authz::world::World;
use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::search::SearchApp;
use crate::support::users::{PASSWORD, User};

#[test]
fn every_way_to_take_something_back_is_an_operation() {
    let document = serde_json::to_value(carnet::app::openapi()).unwrap();
    for way in WAYS_TO_TAKE_BACK {
        let (operation, method, path) = way.described();
        let described = &document["paths"][format!("/api/v1{path}")][method.to_lowercase()];
        assert_eq!(described["operationId"], operation, "{method} {path}");
    }
}

#[tokio::test]
async fn nothing_is_visible_by_default() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let view = ines.client.get("/me/privacy").await.expect(200);
    assert_eq!(view["visibility"]["audience"], "nobody");
    for list in [
        "chosen_companies",
        "blocked_companies",
        "shares",
        "links",
        "exports",
        "rooms",
        "offers",
        "quiz_invitations",
    ] {
        assert_eq!(view[list], json!([]), "{list}");
    }
    assert_eq!(view["erasure"], "none");
}

/// Asks for what a line says takes it back.
async fn take_back(user: &User, line: &Value) {
    let way = &line["take_back"];
    let method: Method = way["method"].as_str().unwrap().parse().unwrap();
    let answer = send(user.client.request(method, way["path"].as_str().unwrap())).await;
    assert!(answer.status.is_success(), "{way}: {}", answer.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_line_goes_by_what_it_names() {
    let world = World::on(SearchApp::start().await).await;
    let user = actors::create(&world, Kind::Person).await.unwrap();
    world.aim(("$my_granted_share $my_share $my_ready_export", ""), Some(&user)).await;
    for path in ["/me/blocked-companies/180046237", "/me/chosen-companies/552100554"] {
        assert!(user.client.put(path, ()).await.status.is_success(), "{path}");
    }
    let view = user.client.get("/me/privacy").await.expect(200);
    assert_eq!(view["shares"][0]["shares"][0]["item"], "email");
    for line in [
        &view["shares"][0]["shares"][0],
        &view["links"][0],
        &view["exports"][0],
        &view["blocked_companies"][0],
        &view["chosen_companies"][0],
    ] {
        take_back(&user, line).await;
    }
    let view = user.client.get("/me/privacy").await.expect(200);
    for list in ["shares", "links", "exports", "blocked_companies", "chosen_companies"] {
        assert_eq!(view[list], json!([]), "{list}");
    }
}

#[tokio::test]
async fn the_switch_is_shown_as_it_works() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let policy = ines.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    ines.client.put("/me/visibility", json!({ "visible": true, "policy_version": policy })).await.expect(200);
    assert_eq!(ines.client.get("/me/privacy").await.expect(200)["visibility"]["audience"], "everyone");
    ines.client.post("/me/erasure", json!({ "word": "EFFACER", "password": PASSWORD })).await.expect(201);
    let view = ines.client.get("/me/privacy").await.expect(200);
    assert_eq!((&view["visibility"]["audience"], &view["erasure"]), (&json!("nobody"), &json!("planned")));
    assert_eq!(view["visibility"]["is_hidden_by_erasure"], true);
}
