use super::get_my_evidence_file::filed;
use crate::support::app::TestApp;

#[tokio::test]
async fn staff_downloads_what_its_own_entry_rests_on() {
    let app = TestApp::with_catalogue_and(&["--unchecked-files=serve"]).await;
    let class = app.evaluation("Atelier").await;
    let (entry, evidence) = filed(&app, &class).await;
    let element = evidence[0]["id"].as_str().unwrap();
    let path = class.org(&format!("/validations/{entry}/evidence/{element}/file"));
    for reader in [&class.school.trainer, &class.school.manager] {
        assert_eq!(reader.client.get(&path).await.status, 200);
    }
    let note =
        class.org(&format!("/validations/{entry}/evidence/{}/file", evidence[1]["id"].as_str().unwrap()));
    class.school.manager.client.get(&note).await.expect_problem(404, "not_found");
    class.outsider(&app).await.client.get(&path).await.expect_problem(404, "not_found");
    class.ali.client.get(&path).await.expect_problem(403, "forbidden");
    // An entry of another person does not lead to it.
    let other = class
        .save(&app, &[crate::support::evaluation::cell(&class.ali, &class.skills[1], &class.step(0))])
        .await;
    let crossed = class.org(&format!("/validations/{}/evidence/{element}/file", other[0]));
    class.school.manager.client.get(&crossed).await.expect_problem(404, "not_found");
    let stranger = app.school("Ailleurs").await;
    stranger.manager.client.get(&path).await.expect_problem(404, "not_found");
}
