//! The timed check of organisations: at once what was just declared, again and again what is not known, now and then what is.

use chrono::Duration;
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use super::audited;
use crate::support::app::TestApp;
use crate::support::companies::{SIRET, drawn_siret};
use crate::support::organisations::{NDA, Organisation, whole_identity};
use crate::support::register::{FakeRegister, insee_body, ok, school};

/// An organisation that declared itself and was confirmed.
async fn confirmed(register: &FakeRegister, app: &TestApp) -> Organisation {
    register.holds_school(SIRET, &[NDA], true).await;
    let org = app.organisation("Atelier").await;
    app.declare(&org, &whole_identity(SIRET)).await;
    app.run_jobs().await;
    register.forget().await;
    org
}

/// What is shown once the time has passed and the registers were asked.
async fn after(app: &TestApp, org: &Organisation, time: Duration) -> Value {
    app.advance(time);
    app.check_organisations().await;
    app.identity_of(org).await
}

#[tokio::test]
async fn each_silence_spaces_the_next_question_out_and_none_is_the_last() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    let org = app.organisation("Atelier").await;
    app.declare(&org, &whole_identity(SIRET)).await;
    let mut wait = 0;
    for minutes in [1, 2, 5, 15, 60, 360, 360] {
        let identity = after(&app, &org, Duration::minutes(wait)).await;
        let next: chrono::DateTime<chrono::Utc> =
            identity["register"]["next_check_at"].as_str().unwrap().parse().unwrap();
        assert_eq!((next - app.state.clock.now()).num_minutes(), minutes);
        assert_eq!(identity["standing"], "unverified");
        wait = minutes;
    }
    // Nothing is due: nobody is asked.
    let before = register.questions().await;
    after(&app, &org, Duration::minutes(359)).await;
    assert_eq!(register.questions().await, before);
}

#[tokio::test]
async fn what_is_known_is_asked_again_after_a_week_and_what_is_missing_after_a_day() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    let org = confirmed(&register, &app).await;
    after(&app, &org, Duration::days(7) - Duration::minutes(1)).await;
    assert_eq!(register.questions().await, 0);

    register.holds_school(SIRET, &[NDA], false).await;
    let lost = after(&app, &org, Duration::minutes(1)).await;
    assert_eq!(lost["contradictions"], json!(["not_qualiopi"]));
    assert_eq!(lost["register"]["checked_at"], "2026-03-10T08:00:00Z");

    register.forget().await;
    register.holds_school(SIRET, &[NDA], true).await;
    after(&app, &org, Duration::days(1) - Duration::minutes(1)).await;
    assert_eq!(register.questions().await, 0);
    let back = after(&app, &org, Duration::minutes(1)).await;
    assert_eq!(back["standing"], "confirmed");
    let told: Vec<Value> = audited(&app, "organisation.checked")
        .await
        .into_iter()
        .map(|entry| entry.3.unwrap()["qualiopi"].clone())
        .collect();
    assert_eq!(told, [json!(true), json!(false), json!(true)], "each new answer is noted, and no other");
}

#[tokio::test]
async fn an_establishment_that_closes_or_vanishes_is_told_and_may_come_back() {
    for (gone, contradiction) in [("closed", "siret_closed"), ("not found", "siret_unknown")] {
        let register = FakeRegister::start().await;
        let app = register.app().await;
        let org = confirmed(&register, &app).await;
        if gone == "closed" {
            register.holds_closed(SIRET).await;
        } else {
            register.does_not_hold(SIRET).await;
        }
        let lost = after(&app, &org, Duration::days(7)).await;
        assert_eq!(lost["contradictions"], json!([contradiction]));
        assert_eq!(
            (&lost["nda_check"], &lost["qualiopi_check"]),
            (&json!("unverified"), &json!("unverified"))
        );

        register.forget().await;
        register.holds_school(SIRET, &[NDA], true).await;
        assert_eq!(after(&app, &org, Duration::days(1)).await["standing"], "confirmed", "{gone}");
    }
}

#[tokio::test]
async fn a_silent_register_takes_nothing_from_what_is_known() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    let org = confirmed(&register, &app).await;
    register.answers(SIRET, ResponseTemplate::new(503)).await;
    let identity = after(&app, &org, Duration::days(7)).await;
    assert_eq!(
        (&identity["standing"], &identity["register"]["is_silent"]),
        (&json!("confirmed"), &json!(true))
    );
    assert_eq!(identity["register"]["checked_at"], "2026-03-03T08:00:00Z", "the day it was said");
    assert_eq!(audited(&app, "organisation.checked").await.len(), 1);
}

#[tokio::test]
async fn what_only_one_source_tells_keeps_its_own_date() {
    let register = FakeRegister::start().await;
    let app = register.app_with_insee().await;
    let org = confirmed(&register, &app).await;
    register.answers(SIRET, ResponseTemplate::new(503)).await;
    register.insee_answers(SIRET, ok(&insee_body(SIRET, "L’ÉCOLE SELON L’INSEE", "A"))).await;
    let identity = after(&app, &org, Duration::days(7)).await;
    let told = &identity["register"];
    assert_eq!(
        (&identity["standing"], &told["name"]),
        (&json!("confirmed"), &json!("L’ÉCOLE SELON L’INSEE"))
    );
    assert_eq!(told["checked_at"], "2026-03-10T08:00:00Z");
    assert_eq!(told["training_checked_at"], "2026-03-03T08:00:00Z");
    assert_eq!((&told["is_silent"], &told["next_check_at"]), (&json!(true), &json!("2026-03-10T08:01:00Z")));
}

#[tokio::test]
async fn a_run_takes_a_few_and_the_next_one_the_others() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    for (number, siret) in (0..).map(drawn_siret).take(23).enumerate() {
        register.answers(&siret, ok(&school(&siret, &[NDA], true))).await;
        let org = app.organisation(&format!("École {number}")).await;
        sqlx::query("UPDATE organisation SET siret = $1 WHERE id = $2")
            .bind(siret)
            .bind(org.id)
            .execute(&app.state.pool)
            .await
            .unwrap();
    }
    // Nobody asked about them when they were created: they are found all the same.
    app.check_organisations().await;
    assert_eq!(register.questions().await, 20);
    app.check_organisations().await;
    assert_eq!(register.questions().await, 23);
    app.check_organisations().await;
    assert_eq!(register.questions().await, 23);
}

#[tokio::test]
async fn a_silent_register_is_left_alone_after_three_organisations() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    for siret in (0..).map(drawn_siret).take(5) {
        let org = app.organisation("École").await;
        app.declare(&org, &whole_identity(&siret)).await;
    }
    app.run_jobs().await;
    // The mock's 404 is final for one organisation, so that each is one question.
    assert_eq!(register.questions().await, 3);
    app.check_organisations().await;
    assert_eq!(register.questions().await, 5, "the others are next");
}

#[tokio::test]
async fn one_organisation_s_answer_is_not_another_s() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    let sirets: Vec<String> = (0..).map(drawn_siret).take(2).collect();
    let (one, other) = (app.organisation("Une").await, app.organisation("Autre").await);
    register.answers(&sirets[0], ok(&school(&sirets[0], &[NDA], true))).await;
    register.does_not_hold(&sirets[1]).await;
    app.declare(&one, &whole_identity(&sirets[0])).await;
    app.declare(&other, &whole_identity(&sirets[1])).await;
    app.run_jobs().await;
    assert_eq!(app.identity_of(&one).await["standing"], "confirmed");
    assert_eq!(app.identity_of(&other).await["contradictions"], json!(["siret_unknown"]));
    let within: Vec<_> =
        audited(&app, "organisation.checked").await.into_iter().map(|entry| entry.1).collect();
    assert_eq!(within.len(), 2);
    assert!(within.contains(&Some(one.id.0)) && within.contains(&Some(other.id.0)));
}

#[tokio::test]
async fn the_address_is_kept_for_what_the_organisation_issues() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    let org = confirmed(&register, &app).await;
    let address = carnet::orgs::address(&app.state.pool, org.id).await.unwrap();
    assert_eq!(address.as_deref(), Some("12 RUE DES ATELIERS 69001 LYON"));
    app.execute("UPDATE organisation SET siret = NULL").await;
    assert_eq!(carnet::orgs::address(&app.state.pool, org.id).await.unwrap(), None);
}
