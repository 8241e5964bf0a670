use crate::support::app::TestApp;
use crate::support::experiences::holds;

const PATH: &str = "/me/contact-details/cv/file";

#[tokio::test]
async fn ones_own_cv_is_downloaded_and_kept_nowhere() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    ines.client.get(PATH).await.expect_problem(404, "not_found");
    app.give_cv(&ines, "parcours").await;
    let read = ines.client.get(PATH).await;
    assert!(read.status == 200 && holds(read.text.as_bytes(), "parcours"));
    assert_eq!(read.headers["content-type"], "application/pdf");
    assert_eq!(read.headers["cache-control"], "private, no-store");
    zoe.client.get(PATH).await.expect_problem(404, "not_found");
    app.anonymous().get(PATH).await.expect_problem(401, "unauthenticated");
}
