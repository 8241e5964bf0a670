use carnet::notices::NoticeKind;
use carnet::notifications::PurgeNotices;
use chrono::Duration;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::users::User;

async fn kinds(app: &TestApp, user: &User) -> Vec<String> {
    app.run_job(PurgeNotices::default()).await;
    sqlx::query_scalar("SELECT kind FROM notification WHERE person_id = $1 ORDER BY kind")
        .bind(user.id)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_notice_goes_after_a_year_and_not_a_day_before() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.tell(&ines, NoticeKind::DataReady, Uuid::nil()).await;
    app.advance(Duration::days(365));
    app.tell(&ines, NoticeKind::AccountInactive, Uuid::nil()).await;
    assert_eq!(kinds(&app, &ines).await, ["account.data_ready", "account.inactive"]);
    app.advance(Duration::seconds(1));
    assert_eq!(kinds(&app, &ines).await, ["account.inactive"]);
    assert_eq!(kinds(&app, &ines).await, ["account.inactive"], "twice");
}

#[tokio::test]
async fn notices_about_what_is_gone_go_but_for_those_that_tell_of_the_end() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for kind in [
        NoticeKind::OfferReceived,
        NoticeKind::ShareEnded,
        NoticeKind::MessageWritten,
        NoticeKind::RoomClosed,
        NoticeKind::QuizInvited,
        NoticeKind::SearchMatches,
        NoticeKind::ListShared,
        NoticeKind::MembersToConfirm,
        NoticeKind::ErasurePlanned,
    ] {
        app.tell(&ines, kind, app.state.ids.ordered()).await;
    }
    assert_eq!(kinds(&app, &ines).await, ["account.erasure_planned", "room.closed"]);
}

#[tokio::test]
async fn notices_about_what_is_there_stay() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter_granted(crate::support::companies::SIRET).await;
    let company: Uuid = sqlx::query_scalar("SELECT company_id FROM recruiter WHERE id = $1")
        .bind(recruiter.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    app.tell(&recruiter.user, NoticeKind::MembersToConfirm, company).await;
    assert_eq!(kinds(&app, &recruiter.user).await, ["company.members_to_confirm"]);
}
