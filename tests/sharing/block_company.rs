use crate::support::app::TestApp;

#[tokio::test]
async fn a_block_is_recorded_once() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let block = ines.client.put("/me/blocked-companies/552100554", ()).await.expect(200);
    assert_eq!(block, serde_json::json!({ "siren": "552100554", "blocked_at": "2026-03-03T08:00:00Z" }));
    app.advance(chrono::Duration::minutes(1));
    assert_eq!(ines.client.put("/me/blocked-companies/552100554", ()).await.expect(200), block);
    let trail: Vec<(String, serde_json::Value)> =
        sqlx::query_as("SELECT kind, after FROM audit_event").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(trail, [("sharing.company_blocked".to_owned(), serde_json::json!({ "siren": "552100554" }))]);
}

#[tokio::test]
async fn a_number_people_mistype_is_explained() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let put = async |siren: &str| ines.client.put(&format!("/me/blocked-companies/{siren}"), ()).await;
    put("552100555").await.expect_field("/siren", "siren_checksum");
    put("55210055").await.expect_field("/siren", "siren_format");
    put("55210055400013").await.expect_field("/siren", "siren_format");
    put("abc").await.expect_field("/siren", "siren_format");
    assert_eq!(put("552%20100%20554").await.expect(200)["siren"], "552100554");
    app.anonymous().put("/me/blocked-companies/552100554", ()).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn the_list_has_an_end() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    sqlx::query(
        "INSERT INTO blocked_company (person_id, siren, blocked_at)
         SELECT $1, lpad(n::text, 9, '0'), $2 FROM generate_series(1, 200) n",
    )
    .bind(ines.id)
    .bind(app.state.clock.now())
    .execute(&app.state.pool)
    .await
    .unwrap();
    let refused = ines.client.put("/me/blocked-companies/552100554", ()).await;
    refused.expect_problem(409, "too_many_blocked_companies");
    ines.client.delete("/me/blocked-companies/000000018").await.expect(204);
    ines.client.put("/me/blocked-companies/552100554", ()).await.expect(200);
}
