use crate::support::app::TestApp;

#[tokio::test]
async fn the_list_does_not_tell_who_uses_carnet() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.company("55210055400013", "active").await;
    ines.client.put("/me/chosen-companies/552100554", ()).await.expect(200);
    app.advance(chrono::Duration::minutes(1));
    ines.client.put("/me/chosen-companies/732829320", ()).await.expect(200);
    let page = ines.client.get("/me/chosen-companies").await.expect(200);
    let shown = serde_json::json!([
        { "siren": "732829320", "chosen_at": "2026-03-03T08:01:00Z" },
        { "siren": "552100554", "chosen_at": "2026-03-03T08:00:00Z" },
    ]);
    assert_eq!(page["items"], shown, "a company that uses Carnet looks like one that does not");
}

#[tokio::test]
async fn pages_follow_each_other() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for siren in ["552100554", "732829320", "356000000"] {
        ines.client.put(&format!("/me/chosen-companies/{siren}"), ()).await.expect(200);
    }
    let mut path = "/me/chosen-companies?limit=1".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = ines.client.get(&path).await.expect(200);
        seen.push(page["items"][0]["siren"].as_str().unwrap().to_owned());
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/me/chosen-companies?limit=1&cursor={cursor}");
    }
    assert_eq!(seen, ["732829320", "552100554", "356000000"]);
    ines.client.get("/me/chosen-companies?cursor=zz").await.expect_field("/cursor", "invalid_cursor");
    app.anonymous().get("/me/chosen-companies").await.expect_problem(401, "unauthenticated");
}
