use serde_json::{Value, json};

use super::show_to;
use crate::support::app::TestApp;

/// The number that outdates what nodes keep.
async fn number(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT blocks FROM search_epoch").fetch_one(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn a_choice_is_one_consent_that_names_the_company() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let chosen = ines.client.put("/me/chosen-companies/552100554", ()).await.expect(200);
    assert_eq!(chosen, json!({ "siren": "552100554", "chosen_at": "2026-03-03T08:00:00Z" }));
    app.advance(chrono::Duration::minutes(1));
    assert_eq!(
        ines.client.put("/me/chosen-companies/552100554", ()).await.expect(200),
        chosen,
        "twice is once"
    );
    let trail: Vec<(String, Value)> =
        sqlx::query_as("SELECT kind, after FROM audit_event").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(trail, [("sharing.company_chosen".to_owned(), json!({ "siren": "552100554" }))]);
    let consents = ines.client.get("/me/consents").await.expect(200)["items"].clone();
    assert_eq!(consents.as_array().unwrap().len(), 1);
    assert_eq!(
        (&consents[0]["kind"], &consents[0]["siren"]),
        (&"company_chosen".into(), &"552100554".into())
    );
    let proofs = carnet::sharing::verify_consents(&app.state).await.unwrap();
    assert!(proofs.faults.is_empty(), "{proofs:?}");
}

#[tokio::test]
async fn what_nodes_keep_is_outdated_where_it_decides_something() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let before = number(&app).await;
    ines.client.put("/me/chosen-companies/552100554", ()).await.expect(200);
    assert_eq!(number(&app).await, before, "everybody sees her");
    show_to(&ines, "chosen").await;
    ines.client.put("/me/chosen-companies/732829320", ()).await.expect(200);
    assert_eq!(number(&app).await, before + 2);
}

#[tokio::test]
async fn a_company_chosen_behind_the_server_is_found() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    ines.client.put("/me/chosen-companies/552100554", ()).await.expect(200);
    for sql in [
        "INSERT INTO chosen_company VALUES ($1, '732829320', now())",
        "DELETE FROM chosen_company WHERE person_id = $1",
    ] {
        for user in [&ines, &zoe] {
            sqlx::query(sql).bind(user.id).execute(&app.state.pool).await.unwrap();
            let faults = carnet::sharing::verify_consents(&app.state).await.unwrap().faults;
            let is_found = faults.iter().any(|fault| fault.person == user.id);
            assert_eq!(is_found, !(sql.starts_with("DELETE") && user.id == zoe.id), "{sql}: {faults:?}");
        }
    }
}

#[tokio::test]
async fn numbers_are_checked_and_the_list_has_an_end() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let put = async |siren: &str| ines.client.put(&format!("/me/chosen-companies/{siren}"), ()).await;
    put("552100555").await.expect_field("/siren", "siren_checksum");
    put("55210055400013").await.expect_field("/siren", "siren_format");
    assert_eq!(put("552%20100%20554").await.expect(200)["siren"], "552100554");
    app.anonymous().put("/me/chosen-companies/552100554", ()).await.expect_problem(401, "unauthenticated");
    sqlx::query(
        "INSERT INTO chosen_company SELECT $1, lpad(n::text, 9, '0'), $2 FROM generate_series(1, 199) n",
    )
    .bind(ines.id)
    .bind(app.state.clock.now())
    .execute(&app.state.pool)
    .await
    .unwrap();
    put("732829320").await.expect_problem(409, "too_many_chosen_companies");
    ines.client.delete("/me/chosen-companies/552100554").await.expect(204);
    put("732829320").await.expect(200);
}

#[tokio::test]
async fn choices_at_once_are_chained_one_after_the_other() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let sirens = ["552100554", "732829320", "356000000", "180046237"];
    let paths = sirens.map(|siren| format!("/me/chosen-companies/{siren}"));
    let calls = paths.iter().chain(&paths).map(|path| ines.client.put(path, ()));
    for answer in futures::future::join_all(calls).await {
        answer.expect(200);
    }
    let proofs = carnet::sharing::verify_consents(&app.state).await.unwrap();
    assert_eq!((proofs.events, proofs.faults.len()), (4, 0), "{proofs:?}");
}
