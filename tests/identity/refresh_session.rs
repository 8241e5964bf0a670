use chrono::Duration;

use super::{audited, cookie, login, me, with_cookie};
use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::users::PASSWORD;

async fn refresh(app: &TestApp, cookie: &str) -> Answer {
    with_cookie(app, "/auth/refresh", cookie).await
}

async fn signed_in(app: &TestApp) -> Answer {
    let person = app.person("Inès", "Lefèvre").await;
    login(app, &person.email, PASSWORD).await
}

#[tokio::test]
async fn a_refresh_gives_the_next_pair() {
    let app = TestApp::start().await;
    let first = signed_in(&app).await;
    app.advance(Duration::minutes(10));
    me(&app, &first).await.expect_problem(401, "unauthenticated");
    let second = refresh(&app, &cookie(&first)).await;
    assert_ne!(cookie(&first), cookie(&second));
    me(&app, &second).await.expect(200);
    let third = refresh(&app, &cookie(&second)).await;
    me(&app, &third).await.expect(200);
    assert_eq!(third.expect(200)["expires_in"], 300);
}

#[tokio::test]
async fn a_spent_token_that_comes_back_ends_the_session() {
    let app = TestApp::start().await;
    let first = signed_in(&app).await;
    let second = refresh(&app, &cookie(&first)).await;
    let third = refresh(&app, &cookie(&second)).await;
    me(&app, &third).await.expect(200);
    refresh(&app, &cookie(&first)).await.expect_problem(401, "unauthenticated");
    me(&app, &third).await.expect_problem(401, "unauthenticated");
    refresh(&app, &cookie(&third)).await.expect_problem(401, "unauthenticated");
    assert_eq!(audited(&app, "account.refresh_reused").await, 1);
}

#[tokio::test]
async fn a_lost_answer_is_forgiven_once() {
    let app = TestApp::start().await;
    let first = signed_in(&app).await;
    let lost = refresh(&app, &cookie(&first)).await;
    let again = refresh(&app, &cookie(&first)).await;
    me(&app, &again).await.expect(200);
    assert_eq!(audited(&app, "account.refresh_reused").await, 0);
    // The lost pair's refresh token is spent: whoever shows it holds a copy.
    refresh(&app, &cookie(&lost)).await.expect_problem(401, "unauthenticated");
    me(&app, &again).await.expect_problem(401, "unauthenticated");
    assert_eq!(audited(&app, "account.refresh_reused").await, 1);
}

#[tokio::test]
async fn it_is_not_forgiven_a_second_time() {
    let app = TestApp::start().await;
    let first = signed_in(&app).await;
    refresh(&app, &cookie(&first)).await.expect(200);
    let second = refresh(&app, &cookie(&first)).await;
    refresh(&app, &cookie(&first)).await.expect_problem(401, "unauthenticated");
    refresh(&app, &cookie(&second)).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn it_is_not_forgiven_once_the_new_access_token_was_used() {
    let app = TestApp::start().await;
    let first = signed_in(&app).await;
    let second = refresh(&app, &cookie(&first)).await;
    me(&app, &second).await.expect(200);
    refresh(&app, &cookie(&first)).await.expect_problem(401, "unauthenticated");
    me(&app, &second).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn fifty_parallel_refreshes_never_leave_two_live_branches() {
    let app = TestApp::start().await;
    let first = signed_in(&app).await;
    let spent = cookie(&first);
    let answers = futures::future::join_all((0..50).map(|_| refresh(&app, &spent))).await;
    let given: Vec<String> = answers.iter().filter(|answer| answer.status == 200).map(cookie).collect();
    assert!((1..=2).contains(&given.len()), "{} pairs were given", given.len());
    assert!(answers.iter().all(|answer| answer.status == 200 || answer.status == 401));
    assert_eq!(audited(&app, "account.refresh_reused").await, 1, "the copies ended the session");
    for cookie in given {
        refresh(&app, &cookie).await.expect_problem(401, "unauthenticated");
    }
}

#[tokio::test]
async fn an_idle_device_must_sign_in_again() {
    let app = TestApp::start().await;
    let first = signed_in(&app).await;
    app.advance(Duration::days(29));
    let second = refresh(&app, &cookie(&first)).await;
    app.advance(Duration::days(30));
    refresh(&app, &cookie(&second)).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn every_device_must_sign_in_again_after_ninety_days() {
    let app = TestApp::start().await;
    let mut last = signed_in(&app).await;
    for _ in 0..4 {
        app.advance(Duration::days(22));
        last = refresh(&app, &cookie(&last)).await;
        assert_eq!(last.status, 200, "{}", last.text);
    }
    app.advance(Duration::days(2));
    refresh(&app, &cookie(&last)).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn an_unknown_or_absent_token_is_refused() {
    let app = TestApp::start().await;
    refresh(&app, "carnet_refresh=unknown").await.expect_problem(401, "unauthenticated");
    app.anonymous().post("/auth/refresh", ()).await.expect_problem(401, "unauthenticated");
}
