use carnet::sharing::ShareItem;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::holds;
use crate::support::files::{id_of, pdf, png};
use crate::support::sharing::CV;

#[tokio::test]
async fn a_cv_takes_the_place_of_the_one_before_whose_file_goes() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let first = app.give_cv(&ines, "ancien").await;
    let second = app.give_cv(&ines, "nouveau").await;
    assert_eq!(second["version"], 3);
    assert_ne!(id_of(&first["cv"]), id_of(&second["cv"]));
    app.run_jobs().await;
    app.only_objects(1).await;
    let read = ines.client.get("/me/contact-details/cv/file").await;
    assert!(holds(read.text.as_bytes(), "nouveau"));
}

#[tokio::test]
async fn only_a_pdf_of_ones_own_is_taken() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    let put = async |file| ines.client.put_at(CV, &json!(1), json!({ "file_id": file })).await;
    let picture = ines.client.upload("/me/files", "cv.png", png(4, 4, "x")).await.expect(201);
    put(picture["id"].clone()).await.expect_field("/file_id", "file_type_refused");
    let hers = zoe.client.upload("/me/files", "cv.pdf", pdf("<< >>")).await.expect(201);
    put(hers["id"].clone()).await.expect_field("/file_id", "unknown_file");
    put(json!(uuid::Uuid::nil())).await.expect_field("/file_id", "unknown_file");
    ines.client.put_at(CV, &json!(1), json!({})).await.expect_field("/file_id", "required");
    let given = app.give_cv(&ines, "parcours").await;
    let again = ines.client.put_at(CV, &given["version"], json!({ "file_id": given["cv"]["id"] })).await;
    again.expect_field("/file_id", "file_in_use");
}

#[tokio::test]
async fn a_change_starts_from_what_was_read() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    app.give_cv(&ines, "parcours").await;
    let file = ines.client.upload_pdf().await["id"].clone();
    let stale = ines.client.put_at(CV, &json!(1), json!({ "file_id": file })).await;
    assert_eq!(stale.expect_problem(412, "stale")["current"]["version"], 2);
    ines.client.put(CV, json!({ "file_id": file })).await.expect_problem(428, "precondition_required");
    assert_eq!(
        ines.client.get(&format!("/me/files/{}", file.as_str().unwrap())).await.expect(200)["purpose"],
        json!(null)
    );
}

#[tokio::test]
async fn those_it_is_shared_with_read_the_new_one() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Cv]).await.unwrap();
    app.give_cv(&sharer.user, "nouveau").await;
    let path = format!("/shares/{}/file", app.share_of(&sharer.purpose, "cv").await);
    let read = sharer.recruiter.user.client.get(&path).await;
    assert!(read.status == 200 && holds(read.text.as_bytes(), "nouveau"));
}
