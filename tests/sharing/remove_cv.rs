use carnet::sharing::ShareItem;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::sharing::{CV, told};

#[tokio::test]
async fn what_is_removed_is_gone_and_shared_no_longer() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Cv, ShareItem::Phone]).await.unwrap();
    let objects = app.objects().len();
    let version = sharer.user.client.get("/me/contact-details").await.expect(200)["version"].clone();
    let view = sharer.user.client.delete_at(CV, &version).await.expect(200);
    assert!(view["cv"].is_null() && view["cv_added_at"].is_null());
    assert_eq!(
        told(&app.read_by(sharer.company, &sharer.purpose).await),
        ["phone +33612345678", "cv retirée"]
    );
    app.run_jobs().await;
    app.only_objects(objects - 1).await;
    // Twice is once.
    let again = sharer.user.client.delete_at(CV, &view["version"]).await.expect(200);
    assert_eq!(again, view);
}

#[tokio::test]
async fn a_removal_starts_from_what_was_read() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.give_cv(&ines, "parcours").await;
    ines.client.delete_at(CV, &json!(1)).await.expect_problem(412, "stale");
    ines.client.delete(CV).await.expect_problem(428, "precondition_required");
    assert!(!ines.client.get("/me/contact-details").await.expect(200)["cv"].is_null());
}
