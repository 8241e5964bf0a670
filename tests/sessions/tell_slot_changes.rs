//! What changes is told together, one mail per person.

use chrono::Duration;
use serde_json::json;

use super::ask;
use crate::support::app::TestApp;
use crate::support::sessions::{session_path, slot_draft};

#[tokio::test]
async fn one_mail_tells_everything_that_changed_within_minutes_to_those_concerned() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    school.enrol(&session, &json!({ "first_name": "A", "last_name": "B", "email": "x@example.org", "ends_on": "2026-03-09" })).await;
    let listed = school.manager.client.get(&session_path(&school, &session, "/slots")).await.expect(200);
    let slot = |at: usize| {
        session_path(&school, &session, &format!("/slots/{}", listed["items"][at]["id"].as_str().unwrap()))
    };
    let moved = slot_draft(&session, "2026-03-10", "09:00", "12:00");
    school.manager.client.put_at(&slot(0), &json!(1), &moved).await.expect(200);
    ask(
        &school.manager,
        &reqwest::Method::POST,
        &format!("{}/cancel", slot(1)),
        &json!({ "reason": "Panne" }),
    )
    .await
    .expect(200);
    school.slot(&session, "2026-03-12", "09:00", "12:00").await;
    // Came and went: nothing to tell.
    let gone = school.slot(&session, "2026-03-13", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}/cancel", gone["id"].as_str().unwrap()));
    ask(&school.manager, &reqwest::Method::POST, &path, &json!({ "reason": "Erreur" })).await.expect(200);
    let about = |mails: Vec<crate::support::mailbox::Received>| {
        mails.into_iter().filter(|mail| mail.subject.starts_with("Le calendrier")).collect::<Vec<_>>()
    };
    assert!(about(app.mails_to(&member.email).await).is_empty(), "they are gathered for five minutes");
    app.advance(Duration::minutes(5));
    let told = about(app.mails_to(&member.email).await);
    assert_eq!(told.len(), 1);
    let body = told[0].body.replace('\u{a0}', " ");
    assert!(body.contains("– Modifié : Module de Développement, mardi 10 mars 2026, de 9 h à 12 h, Salle B (au lieu de : lundi 9 mars 2026, de 9 h à 12 h, Salle B)"), "{body}");
    assert!(body.contains("– Annulé : Module de Développement, lundi 9 mars 2026, de 14 h à 17 h"), "{body}");
    assert!(body.contains("– Nouveau : Module de Développement, jeudi 12 mars 2026"), "{body}");
    assert!(!body.contains("13 mars"), "{body}");
    let (organisation, id) = (school.organisation.id, session["id"].as_str().unwrap());
    assert!(body.contains(&format!("/mes-sessions/{id}\n")), "{body}");
    let trainers = about(app.mails_to(&school.trainer.email).await);
    assert_eq!(trainers.len(), 1);
    let page = format!("/organisations/{organisation}/sessions/{id}\n");
    assert!(trainers[0].body.contains(&page), "{}", trainers[0].body);
    assert!(
        about(app.mails_to("x@example.org").await).is_empty(),
        "an invitation that was not answered is no participation"
    );
    app.advance(Duration::hours(1));
    assert_eq!(about(app.mails_to(&member.email).await).len(), 1, "told once");
}

#[tokio::test]
async fn who_is_taken_off_a_slot_is_told_and_a_near_one_is_told_at_once() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-03", "10:00", "12:00").await;
    let replacement = app.trainer(&school.organisation).await;
    let path = session_path(&school, &session, &format!("/slots/{}/trainers", slot["id"].as_str().unwrap()));
    let body = json!({ "trainers": [replacement.id], "reason": "Malade" });
    ask(&school.manager, &reqwest::Method::PUT, &path, &body).await.expect(200);
    // It begins in an hour.
    for user in [&school.trainer, &replacement] {
        let mails = app.mails_to(&user.email).await;
        let told = mails.iter().find(|mail| mail.subject.starts_with("Le calendrier"));
        let told = told.unwrap_or_else(|| panic!("{mails:?}"));
        // Who trains there no more may not open the session.
        let leads_to_session = told.body.contains("/organisations/");
        assert_eq!(leads_to_session, user.id == replacement.id, "{}", told.body);
    }
}

#[tokio::test]
async fn nobody_is_told_of_a_draft() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    app.advance(Duration::minutes(10));
    assert!(app.mails_to(&school.trainer.email).await.is_empty());
}
