use carnet::platform::seal::SealKey;
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn the_present_key_and_those_before_it_are_published() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let present = app.state.part::<SealKey>().public().clone();
    let keys = app.anonymous().get("/verification-keys").await.expect(200)["keys"].clone();
    assert_eq!(keys, json!([present]));
    class.closed(&app).await;
    // Another key seals from now on; what the first one sealed still verifies.
    let later = app.start_beside(99, &["--seal-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="]).await;
    let keys = later.anonymous().get("/verification-keys").await.expect(200)["keys"].clone();
    assert_eq!((keys.as_array().unwrap().len(), &keys[0]), (2, &json!(present)));
    assert_eq!(keys[1]["key_id"], json!(later.state.part::<SealKey>().public().key_id));
    let slot = class.add_slot(&later, later.state.clock.now(), 1).await;
    class.close(&later, slot).await;
    let report = carnet::attendance::verify_chains(&later.state).await.unwrap();
    assert_eq!((report.links, report.faults), (2, Vec::<String>::new()));
}
