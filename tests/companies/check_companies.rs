//! The timed check of companies: pending ones until the register answers, the others monthly.

use carnet::companies::CheckCompanies;
use carnet::platform::jobs;
use chrono::Duration;
use serde_json::json;
use wiremock::ResponseTemplate;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::register::FakeRegister;

/// Runs the check once, as the schedule does.
async fn check(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &CheckCompanies {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

async fn company(app: &TestApp) -> (String, i32, i64) {
    sqlx::query_as(
        "SELECT register_state, failed_checks, (extract(epoch FROM next_check_at - $1) / 60)::bigint FROM company",
    )
    .bind(app.state.clock.now())
    .fetch_one(&app.state.pool)
    .await
    .unwrap()
}

#[tokio::test]
async fn a_pending_company_is_asked_about_until_the_register_answers() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let asked = ines.client.post("/companies", json!({"siret": SIRET})).await.expect(201);
    assert_eq!(asked["status"], "pending_register");

    // Nothing is due yet.
    register.forget().await;
    check(&app).await;
    assert_eq!(register.questions().await, 0);

    // Each silence spaces the next question out: minutes, then hours, for ever.
    for (failed, minutes) in [(1, 1), (2, 2), (3, 5), (4, 15), (5, 60), (6, 360), (7, 360)] {
        app.advance(Duration::minutes(company(&app).await.2));
        check(&app).await;
        assert_eq!(company(&app).await, ("unknown".into(), failed, minutes));
    }
    assert_eq!(app.status_of(&ines).await, "pending_register");
    assert!(app.mails_to(&ines.email).await.is_empty());

    app.advance(Duration::hours(6));
    register.forget().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    check(&app).await;
    assert_eq!(app.status_of(&ines).await, "awaiting_proof");
    assert_eq!(company(&app).await, ("active".into(), 0, 30 * 24 * 60));
    let mails = app.mails_to(&ines.email).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].body.contains("LES ATELIERS DU RHÔNE (SIRET 73282932000074)"), "{}", mails[0].body);
}

#[tokio::test]
async fn a_pending_company_that_turns_out_closed_is_refused() {
    let register = FakeRegister::start().await;
    register.holds_closed(SIRET).await;
    let app = register.app().await;
    let pending = app.recruiter_pending().await;
    app.advance(Duration::days(30));
    check(&app).await;
    let mine = app.renewed(&pending.user).client.get("/me/company").await.expect(200);
    assert_eq!(mine["company"]["status"], "refused");
    assert_eq!(mine["company"]["status_reason"], "L’établissement est fermé au répertoire Sirene.");
    assert_eq!(app.mails_to(&pending.user.email).await.len(), 1);
    let trail = app.trail(pending.id.0).await;
    assert_eq!(trail[0].3, json!({"status": "refused"}));

    // Nobody waits for this company any more: it is not asked about again.
    register.forget().await;
    app.advance(Duration::days(30));
    check(&app).await;
    assert_eq!(register.questions().await, 0);
}

#[tokio::test]
async fn an_active_company_is_checked_monthly_and_stays() {
    let register = FakeRegister::start().await;
    register.holds(SIRET, "NOUVEAU NOM").await;
    let app = register.app().await;
    let recruiter = app.recruiter_granted(SIRET).await;
    app.advance(Duration::days(30) - Duration::minutes(1));
    check(&app).await;
    assert_eq!(register.questions().await, 0);
    app.advance(Duration::minutes(1));
    check(&app).await;
    assert_eq!(register.questions().await, 1);
    assert_eq!(app.status_of(&recruiter.user).await, "granted");
    assert_eq!(company(&app).await, ("active".into(), 0, 30 * 24 * 60));
    let name: Option<String> = sqlx::query_scalar("SELECT name FROM company WHERE siren = '732829320'")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(name.as_deref(), Some("NOUVEAU NOM"));
    assert!(app.mails_to(&recruiter.user.email).await.is_empty());
}

#[tokio::test]
async fn a_company_that_closes_loses_the_search_and_what_waited_is_refused() {
    for gone in ["closed", "not found"] {
        let register = FakeRegister::start().await;
        if gone == "closed" {
            register.holds_closed(SIRET).await;
        } else {
            register.does_not_hold(SIRET).await;
        }
        let app = register.app().await;
        let mut recruiters = Vec::new();
        for status in ["granted", "granted", "awaiting_proof", "awaiting_review", "refused", "suspended"] {
            recruiters.push(app.recruiter(SIRET, "active", status).await);
        }
        app.advance(Duration::days(30));
        check(&app).await;
        let mut after = Vec::new();
        for recruiter in &recruiters {
            after.push(app.status_of(&recruiter.user).await);
        }
        assert_eq!(after, ["suspended", "suspended", "refused", "refused", "refused", "suspended"], "{gone}");
        for (recruiter, mails) in recruiters.iter().zip([1, 1, 1, 1, 0, 0]) {
            assert_eq!(app.mails_to(&recruiter.user.email).await.len(), mails, "{gone}");
            assert_eq!(app.trail(recruiter.id.0).await.len(), mails, "{gone}");
        }

        // A suspension by the register may be left, to recruit for another company.
        app.renewed(&recruiters[0].user).client.delete("/me/company").await.expect(204);

        // The register puts its mistake right within a week: staff may then reinstate.
        register.forget().await;
        register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
        app.advance(Duration::days(7));
        check(&app).await;
        assert_eq!(app.status_of(&recruiters[1].user).await, "suspended");
        let admin = app.platform_admin().await;
        let path = format!("/admin/recruiters/{}/reinstate", recruiters[1].id);
        admin.client.post(&path, json!({})).await.expect(200);
    }
}

#[tokio::test]
async fn an_unavailable_register_changes_nothing() {
    let register = FakeRegister::start().await;
    register.answers(SIRET, ResponseTemplate::new(503)).await;
    let app = register.app().await;
    let recruiter = app.recruiter_granted(SIRET).await;
    app.advance(Duration::days(30));
    check(&app).await;
    assert_eq!(app.status_of(&recruiter.user).await, "granted");
    assert_eq!(company(&app).await, ("active".into(), 1, 1));
    assert!(app.trail(recruiter.id.0).await.is_empty());
}

#[tokio::test]
async fn a_silent_register_is_left_alone_after_three_companies() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    for siret in ["73282932000074", "18004623700012", "26570134200148", "81280923400014", "35600000000048"] {
        app.recruiter_granted(siret).await;
    }
    app.advance(Duration::days(30));
    check(&app).await;
    // The mock's 404 is final for one company, so that each is one question.
    assert_eq!(register.questions().await, 3);
    check(&app).await;
    assert_eq!(register.questions().await, 5, "the others are next");
}

#[tokio::test]
async fn a_company_without_recruiters_is_not_checked() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    app.company(SIRET, "active").await;
    app.advance(Duration::days(60));
    check(&app).await;
    assert_eq!(register.questions().await, 0);
}
