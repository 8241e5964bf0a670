use crate::support::app::TestApp;

#[tokio::test]
async fn a_block_is_taken_back_and_twice_is_the_same() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    for user in [&ines, &zoe] {
        user.client.put("/me/blocked-companies/552100554", ()).await.expect(200);
    }
    ines.client.delete("/me/blocked-companies/552100554").await.expect(204);
    ines.client.delete("/me/blocked-companies/552100554").await.expect(204);
    let left = async |user: &crate::support::users::User| {
        user.client.get("/me/blocked-companies").await.expect(200)["items"].as_array().unwrap().len()
    };
    assert_eq!((left(&ines).await, left(&zoe).await), (0, 1), "another person's list is untouched");
    let unblocked: i64 =
        sqlx::query_scalar("SELECT count(*) FROM audit_event WHERE kind = 'sharing.company_unblocked'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(unblocked, 1);
}

#[tokio::test]
async fn a_wrong_number_names_nothing() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    ines.client.delete("/me/blocked-companies/552100555").await.expect_field("/siren", "siren_checksum");
    app.anonymous().delete("/me/blocked-companies/552100554").await.expect_problem(401, "unauthenticated");
}
