use carnet::notices::NoticeKind;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::live::Live;

#[tokio::test]
async fn reading_twice_keeps_the_first_time_and_tells_the_other_tabs_once() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    let list = ines.client.get("/me/notifications").await.expect(200);
    let path = format!("/me/notifications/{}/read", list["items"][0]["id"].as_str().unwrap());
    let (mut other_tab, _) = Live::open(&ines.client).await;
    ines.client.put(&path, ()).await.expect(204);
    other_tab.expect_changed("notices").await;
    app.advance(chrono::Duration::minutes(1));
    ines.client.put(&path, ()).await.expect(204);
    other_tab.expect_nothing().await;
    let list = ines.client.get("/me/notifications").await.expect(200);
    assert_eq!(list["items"][0]["read_at"], "2026-03-03T08:00:00Z");
}

#[tokio::test]
async fn somebody_elses_answers_as_one_that_does_not_exist() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    let list = ines.client.get("/me/notifications").await.expect(200);
    let path = format!("/me/notifications/{}/read", list["items"][0]["id"].as_str().unwrap());
    let foreign = noe.client.put(&path, ()).await.expect_problem(404, "not_found");
    let unknown = noe.client.put(&format!("/me/notifications/{}/read", Uuid::nil()), ()).await;
    assert_eq!(foreign, unknown.expect_problem(404, "not_found"));
    noe.client.put("/me/notifications/x/read", ()).await.expect_problem(404, "not_found");
    assert_eq!(ines.client.get("/me/notifications/count").await.expect(200)["unread"], 1);
    app.anonymous().put(&path, ()).await.expect_problem(401, "unauthenticated");
}
