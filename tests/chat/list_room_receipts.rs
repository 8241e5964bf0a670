use serde_json::{Value, json};

use super::items;
use crate::support::app::TestApp;
use crate::support::rooms::room_path;

#[tokio::test]
async fn both_hold_a_receipt_of_the_same_room_and_pages_follow() {
    let app = TestApp::start().await;
    let first = app.pair().await;
    let person = first.person.clone();
    first.person(&app).say(first.room, "Bonjour").await;
    first.person(&app).post(&room_path(first.room, "/close"), ()).await.expect(200);
    app.advance(chrono::Duration::hours(24));
    app.end_rooms().await;
    app.advance(chrono::Duration::seconds(1));
    let second = app.pair_of(person, first.recruiter.clone()).await;
    second.person(&app).delete(&room_path(second.room, "")).await.expect(200);
    let mine = second.person(&app).get("/me/room-receipts").await.expect(200);
    let found: Vec<_> = items(&mine).iter().map(|it| (&it["why"], &it["messages"], &it["files"])).collect();
    assert_eq!(found, [(&json!("erased"), &json!(0), &json!(0)), (&json!("closed"), &json!(1), &json!(0))]);
    let theirs = second.company(&app).get("/me/room-receipts").await.expect(200);
    assert_eq!(items(&theirs)[1]["room_sha256"], items(&mine)[1]["room_sha256"]);
    assert!(!mine.to_string().contains(&first.room.to_string()), "the id of the room is not told");
    let page = second.person(&app).get("/me/room-receipts?limit=1").await.expect(200);
    let next = format!("/me/room-receipts?limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
    let rest = second.person(&app).get(&next).await.expect(200);
    assert_eq!((&items(&rest)[0], &rest["next_cursor"]), (&items(&mine)[1], &Value::Null));
    app.anonymous().get("/me/room-receipts").await.expect_problem(401, "unauthenticated");
}
