use uuid::Uuid;

use crate::support::app::TestApp;

#[tokio::test]
async fn what_was_hidden_is_read_again() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (client, other) = (talk.learner(&app, 0), &talk.class.trainees[1].user);
    other.client.say(talk.general, "Bonjour").await;
    let path = format!("/me/blocked-people/{}", other.profile);
    client.put(&path, ()).await.expect(200);
    assert_eq!(client.texts(talk.general).await, [None]);
    client.delete(&path).await.expect(204);
    client.delete(&path).await.expect(204);
    assert_eq!(client.texts(talk.general).await, [Some("Bonjour".to_owned())]);
    client.delete(&format!("/me/blocked-people/{}", Uuid::nil())).await.expect(204);
    app.anonymous().delete(&path).await.expect_problem(401, "unauthenticated");
}
