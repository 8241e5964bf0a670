//! Whoever removes, back-dates or changes something of a passport behind the application's back is found out.

use carnet::passport::{ChainReport, verify_chains};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::{Evaluation, cell, common};

/// A passport with everything a chain holds: an entry, its correction, a revocation, a reply, its answer.
async fn filled(app: &TestApp) -> (Evaluation, String) {
    let class = app.evaluation("Atelier").await;
    let entry = class.validate(app, 4).await;
    app.advance(chrono::Duration::minutes(1));
    let mut lower = cell(&class.zoe, &class.skills[0], &common(2));
    lower["version"] = json!(1);
    lower["reason"] = json!("Erreur de saisie");
    lower["evidence"] = json!([{ "title": "Vu", "note": "En atelier." }]);
    let second = class.save(app, &[lower]).await.remove(0);
    app.advance(chrono::Duration::minutes(1));
    let say = json!({ "text": "Ce n’est pas exact." });
    let zoe = app.renewed(&class.zoe).client;
    let reply = zoe.post(&format!("/me/passport/entries/{second}/replies"), say).await.expect(201);
    let manager = app.renewed(&class.school.manager).client;
    let answer = class.org(&format!("/validation-replies/{}/answer", reply["id"].as_str().unwrap()));
    manager.post(&answer, json!({ "text": "Bien reçu." })).await.expect(200);
    let reason = json!({ "reason_code": "mistake", "reason": "Autre personne" });
    manager.post(&class.org(&format!("/validations/{second}/revoke")), reason).await.expect(201);
    (class, entry)
}

async fn check(app: &TestApp) -> ChainReport {
    verify_chains(&app.state).await.unwrap()
}

/// Does something as whoever holds the database and switches the triggers off.
async fn tamper(app: &TestApp, sql: &str) {
    let mut tx = app.state.pool.begin().await.unwrap();
    let whole = format!("SET LOCAL session_replication_role = replica; {sql}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(whole)).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_chain_holds_every_fact_and_is_never_edited() {
    let app = TestApp::with_catalogue().await;
    let (_, entry) = filled(&app).await;
    let report = check(&app).await;
    // Opening, entry, entry, its supersession, reply, answer, revocation.
    assert_eq!((report.passports, report.links, report.unchained), (1, 7, 0));
    assert_eq!(report.faults, Vec::<String>::new());
    for sql in [
        "UPDATE passport_link SET content = '{}'".to_owned(),
        "DELETE FROM passport_link WHERE number = 7".to_owned(),
        format!("DELETE FROM validation WHERE id = '{entry}'"),
        format!("DELETE FROM validation_revocation WHERE validation_id = '{entry}'"),
        "UPDATE validation_reply SET text = 'rien'".to_owned(),
        "UPDATE validation_reply SET answer = 'rien'".to_owned(),
        "DELETE FROM validation_reply".to_owned(),
    ] {
        let refused = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone())).execute(&app.state.pool).await;
        assert!(refused.unwrap_err().to_string().contains("is append-only"), "{sql}");
    }
}

#[tokio::test]
async fn every_tampering_is_found() {
    let app = TestApp::with_catalogue().await;
    let (_, entry) = filled(&app).await;
    let cases = [
        (format!("UPDATE validation SET common_level = 1 WHERE id = '{entry}'"), format!("validation {entry} was changed")),
        (format!("UPDATE validation SET comment = 'Autre' WHERE id = '{entry}'"), format!("validation {entry} was changed")),
        (
            format!("UPDATE validation SET validated_at = validated_at - interval '1 year' WHERE id = '{entry}'"),
            format!("validation {entry} was changed"),
        ),
        (
            format!("DELETE FROM validation_revocation WHERE validation_id = '{entry}'"),
            format!("revocation {entry} was removed"),
        ),
        (format!("DELETE FROM validation WHERE id = '{entry}'"), format!("validation {entry} was removed")),
        ("UPDATE validation_evidence SET note = 'Rien vu'".to_owned(), "was changed".to_owned()),
        ("UPDATE validation_reply SET text = 'D’accord.'".to_owned(), "was changed".to_owned()),
        ("UPDATE validation_reply SET answer = 'Non.'".to_owned(), "was changed".to_owned()),
        ("DELETE FROM validation_reply".to_owned(), "was removed".to_owned()),
        ("DELETE FROM passport_link WHERE number = 3".to_owned(), "link 3 is missing, or stands twice".to_owned()),
        (
            "UPDATE passport_link SET at = at - interval '1 year' WHERE number = 2".to_owned(),
            "link 2 is dated before the one it follows".to_owned(),
        ),
        (
            "UPDATE passport_link SET content = replace(content, 'Expert', 'Guidé') WHERE number = 2".to_owned(),
            "what link 2 says was changed".to_owned(),
        ),
        (
            "INSERT INTO validation (id, person_id, skill_code, skill_label, rome_release, organisation_id,
                 organisation_name, validator_id, step_name, common_level, passing, validated_at, job_codes)
             SELECT gen_random_uuid(), person_id, skill_code, skill_label, rome_release, organisation_id,
                 organisation_name, validator_id, 'Expert', 4, true, validated_at - interval '1 year', job_codes
             FROM validation LIMIT 1"
                .to_owned(),
            "is not in the chain".to_owned(),
        ),
    ];
    for (sql, expected) in cases {
        let copy =
            "CREATE TABLE kept_v AS TABLE validation; CREATE TABLE kept_r AS TABLE validation_revocation;
             CREATE TABLE kept_e AS TABLE validation_evidence; CREATE TABLE kept_p AS TABLE validation_reply;
             CREATE TABLE kept_l AS TABLE passport_link;";
        tamper(&app, copy).await;
        tamper(&app, &sql).await;
        let faults = check(&app).await.faults;
        assert!(faults.iter().any(|fault| fault.contains(&expected)), "{sql}: {faults:?}");
        let back = "DELETE FROM validation_reply; DELETE FROM validation_evidence; DELETE FROM validation_revocation;
             DELETE FROM passport_link; DELETE FROM validation;
             INSERT INTO validation TABLE kept_v; INSERT INTO validation_revocation TABLE kept_r;
             INSERT INTO validation_evidence TABLE kept_e; INSERT INTO validation_reply TABLE kept_p;
             INSERT INTO passport_link TABLE kept_l;
             DROP TABLE kept_v, kept_r, kept_e, kept_p, kept_l;";
        tamper(&app, back).await;
        assert_eq!(check(&app).await.faults, Vec::<String>::new(), "everything is back");
    }
}

#[tokio::test]
async fn what_was_there_before_the_chain_is_in_its_opening() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let insert = "INSERT INTO validation (id, person_id, skill_code, skill_label, rome_release, organisation_id,
             organisation_name, validator_id, step_name, common_level, passing, validated_at, job_codes)
         SELECT gen_random_uuid(), $1, $2, 'Compétence', 60, $3, 'Atelier', $4, 'Expert', 4, true, '2025-01-01', '{}'";
    sqlx::query(insert)
        .bind(class.zoe.id)
        .bind(class.skills[1].parse::<i32>().unwrap())
        .bind(class.school.organisation.id)
        .bind(class.school.trainer.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let report = check(&app).await;
    assert_eq!((report.passports, report.unchained, report.faults.len()), (0, 1, 0));
    class.validate(&app, 3).await;
    let report = check(&app).await;
    assert_eq!((report.passports, report.unchained, report.faults.len()), (1, 0, 0));
    tamper(&app, "UPDATE validation SET common_level = 1 WHERE validated_at < '2026-01-01'").await;
    assert_eq!(check(&app).await.faults.len(), 1);
}
