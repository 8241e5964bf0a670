//! Accounts nobody uses are told at 23 months, and go at 24: exactly.

use carnet::orgs::Role;
use carnet::privacy::CheckInactivity;
use chrono::{DateTime, Duration, Utc};

use crate::support::app::TestApp;
use crate::support::users::{PASSWORD, User};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Moves the clock to this time.
fn jump(app: &TestApp, to: &str) {
    app.advance(at(to) - app.state.clock.now());
}

async fn is_there(app: &TestApp, user: &User) -> bool {
    sqlx::query_scalar("SELECT EXISTS (SELECT FROM person WHERE id = $1)")
        .bind(user.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}

async fn told(app: &TestApp, user: &User) -> usize {
    let mails = app.mails_to(&user.email).await;
    mails.iter().filter(|mail| mail.subject == "Votre compte Carnet sera effacé dans un mois").count()
}

#[tokio::test]
async fn told_at_23_months_and_erased_at_24_to_the_second() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    jump(&app, "2028-02-03T07:59:59Z");
    app.run_job(CheckInactivity {}).await;
    assert_eq!(told(&app, &ines).await, 0);
    jump(&app, "2028-02-03T08:00:00Z");
    app.run_job(CheckInactivity {}).await;
    app.run_job(CheckInactivity {}).await;
    assert_eq!(told(&app, &ines).await, 1, "once");
    jump(&app, "2028-03-03T07:59:59Z");
    app.run_job(CheckInactivity {}).await;
    assert!(is_there(&app, &ines).await);
    jump(&app, "2028-03-03T08:00:00Z");
    app.run_job(CheckInactivity {}).await;
    assert!(!is_there(&app, &ines).await);
    let why: String =
        sqlx::query_scalar("SELECT why FROM erased_month").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(why, "inactive");
}

#[tokio::test]
async fn a_sign_in_keeps_the_account_and_is_told_anew_two_years_later() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    jump(&app, "2028-02-20T08:00:00Z");
    app.run_job(CheckInactivity {}).await;
    assert_eq!(told(&app, &ines).await, 1);
    let body = serde_json::json!({ "email": ines.email, "password": PASSWORD });
    app.anonymous().post("/auth/login", body).await.expect(200);
    jump(&app, "2028-04-20T08:00:00Z");
    app.run_job(CheckInactivity {}).await;
    assert!(is_there(&app, &ines).await);
    jump(&app, "2030-01-20T08:00:00Z");
    app.run_job(CheckInactivity {}).await;
    assert_eq!(told(&app, &ines).await, 2);
}

#[tokio::test]
async fn after_a_long_stop_people_are_told_first_and_have_four_weeks() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    jump(&app, "2029-01-01T00:00:00Z");
    app.run_job(CheckInactivity {}).await;
    assert!(is_there(&app, &ines).await);
    assert_eq!(told(&app, &ines).await, 1);
    app.advance(Duration::days(28) - Duration::seconds(1));
    app.run_job(CheckInactivity {}).await;
    assert!(is_there(&app, &ines).await);
    app.advance(Duration::seconds(1));
    app.run_job(CheckInactivity {}).await;
    assert!(!is_there(&app, &ines).await);
}

#[tokio::test]
async fn staff_goes_too_but_the_last_admin() {
    let app = TestApp::start().await;
    let organisation = app.organisation("Atelier").await;
    let (admin, trainer) =
        (app.member(&organisation, Role::Admin).await, app.member(&organisation, Role::Trainer).await);
    let platform = app.platform_admin().await;
    jump(&app, "2028-02-03T08:00:00Z");
    app.run_job(CheckInactivity {}).await;
    jump(&app, "2028-03-03T08:00:00Z");
    app.run_job(CheckInactivity {}).await;
    assert!(!is_there(&app, &trainer).await);
    assert!(is_there(&app, &admin).await && is_there(&app, &platform).await);
    // Another one takes over.
    let successor = app.member(&organisation, Role::Admin).await;
    app.run_job(CheckInactivity {}).await;
    assert!(!is_there(&app, &admin).await && is_there(&app, &successor).await);
}
