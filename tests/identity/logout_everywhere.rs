use super::{audited, cookie, login, me, with_cookie};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn every_device_is_signed_out_at_once() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let other = app.person("Paul", "Martin").await;
    let second = app.second_device(&person).await;
    let browser = login(&app, &person.email, PASSWORD).await;
    second.client.post("/auth/logout-everywhere", ()).await.expect(204);
    person.client.get("/me").await.expect_problem(401, "unauthenticated");
    second.client.get("/me").await.expect_problem(401, "unauthenticated");
    me(&app, &browser).await.expect_problem(401, "unauthenticated");
    with_cookie(&app, "/auth/refresh", &cookie(&browser)).await.expect_problem(401, "unauthenticated");
    other.client.get("/me").await.expect(200);
    assert_eq!(audited(&app, "account.signed_out").await, 1);
    // Signing in again works.
    login(&app, &person.email, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn it_takes_a_session() {
    let app = TestApp::start().await;
    app.anonymous().post("/auth/logout-everywhere", ()).await.expect_problem(401, "unauthenticated");
}
