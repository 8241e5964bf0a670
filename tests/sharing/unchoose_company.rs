use crate::support::app::TestApp;
use crate::support::users::User;

#[tokio::test]
async fn a_choice_is_taken_back_and_twice_is_the_same() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    for user in [&ines, &zoe] {
        user.client.put("/me/chosen-companies/552100554", ()).await.expect(200);
    }
    ines.client.delete("/me/chosen-companies/552100554").await.expect(204);
    ines.client.delete("/me/chosen-companies/552100554").await.expect(204);
    let left = async |user: &User| {
        user.client.get("/me/chosen-companies").await.expect(200)["items"].as_array().unwrap().len()
    };
    assert_eq!((left(&ines).await, left(&zoe).await), (0, 1), "another person's list is untouched");
    let kinds: Vec<String> =
        sqlx::query_scalar("SELECT kind FROM consent_event WHERE person_id = $1 ORDER BY position")
            .bind(ines.id)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(kinds, ["company_chosen", "company_unchosen"]);
    let proofs = carnet::sharing::verify_consents(&app.state).await.unwrap();
    assert!(proofs.faults.is_empty(), "{proofs:?}");
}

#[tokio::test]
async fn a_wrong_number_names_nothing() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    ines.client.delete("/me/chosen-companies/552100555").await.expect_field("/siren", "siren_checksum");
    app.anonymous().delete("/me/chosen-companies/552100554").await.expect_problem(401, "unauthenticated");
}
