use reqwest::Method;
use serde_json::Value;

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;

#[tokio::test]
async fn the_company_ends_it() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let path = sent.of(0, "/closing");
    let early = hirer.user.client.post(&path, ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(early["current_state"], "sent");
    app.accept(&zoe, sent.received[0]).await;
    colleague(&app).await.client.post(&path, ()).await.expect_problem(403, "forbidden");
    only_for_its_company(&app, &Method::POST, &path, &Value::Null).await;
    assert_eq!(hirer.user.client.post(&path, ()).await.expect(200)["state"], "closed");
    let moves = app.moves(sent.received[0]).await;
    assert_eq!(moves.last().unwrap(), &("close".to_owned(), "company".to_owned()));
    let rooms: i64 =
        sqlx::query_scalar("SELECT count(*) FROM chat_room WHERE kind = 'private' AND closed_at IS NULL")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(rooms, 0);
    app.assert_agrees(sent.received[0]).await;
}
