use super::{audited, cookie, login, me, with_cookie};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn the_session_ends_at_once_and_others_go_on() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let here = login(&app, &person.email, PASSWORD).await;
    let answer = with_cookie(&app, "/auth/logout", &cookie(&here)).await;
    assert!(
        answer.headers["set-cookie"]
            .to_str()
            .unwrap()
            .starts_with("carnet_refresh=; Path=/api/v1/auth; Max-Age=0;")
    );
    answer.expect(204);
    me(&app, &here).await.expect_problem(401, "unauthenticated");
    with_cookie(&app, "/auth/refresh", &cookie(&here)).await.expect_problem(401, "unauthenticated");
    person.client.get("/me").await.expect(200);
    assert_eq!(audited(&app, "account.signed_out").await, 1);
}

#[tokio::test]
async fn the_access_token_alone_is_enough() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    person.client.post("/auth/logout", ()).await.expect(204);
    person.client.get("/me").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn twice_or_without_a_session_changes_nothing() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let here = login(&app, &person.email, PASSWORD).await;
    with_cookie(&app, "/auth/logout", &cookie(&here)).await.expect(204);
    with_cookie(&app, "/auth/logout", &cookie(&here)).await.expect(204);
    with_cookie(&app, "/auth/logout", "carnet_refresh=unknown").await.expect(204);
    app.anonymous().post("/auth/logout", ()).await.expect(204);
    assert_eq!(audited(&app, "account.signed_out").await, 1);
}
