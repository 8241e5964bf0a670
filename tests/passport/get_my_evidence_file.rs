use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::evaluation::{Evaluation, cell, common};
use crate::support::files::pdf;

/// The entry of Zoé and the element of it that is a file.
pub async fn filed(app: &TestApp, class: &Evaluation) -> (String, Value) {
    let trainer = &class.school.trainer.client;
    let sent = trainer.upload(&class.org("/files"), "grille.pdf", pdf("<< >>")).await.expect(201);
    let mut wish = cell(&class.zoe, &class.skills[0], &common(3));
    wish["evidence"] = json!([
        { "title": "Grille remplie", "file_id": sent["id"] }, { "title": "Vu", "note": "En atelier." },
    ]);
    let entry = class.save(app, &[wish]).await.remove(0);
    app.run_jobs().await;
    let proof = class.zoe.client.get(&format!("/me/passport/entries/{entry}")).await.expect(200);
    (entry, proof["evidence"].clone())
}

#[tokio::test]
async fn one_downloads_what_one_s_own_entry_rests_on() {
    let app = TestApp::with_catalogue_and(&["--unchecked-files=serve"]).await;
    let class = app.evaluation("Atelier").await;
    let (_, evidence) = filed(&app, &class).await;
    let path =
        |place: usize| format!("/me/passport/evidence/{}/file", evidence[place]["id"].as_str().unwrap());
    let answer = class.zoe.client.get(&path(0)).await;
    assert_eq!(
        (answer.status.as_u16(), answer.headers["content-type"].to_str().unwrap()),
        (200, "application/pdf")
    );
    class.zoe.client.get(&path(1)).await.expect_problem(404, "not_found");
    for other in [&class.ali, &class.school.trainer] {
        other.client.get(&path(0)).await.expect_problem(404, "not_found");
    }
    app.anonymous().get(&path(0)).await.expect_problem(401, "unauthenticated");
}
