use sha2::{Digest, Sha256};

use crate::support::app::TestApp;

#[tokio::test]
async fn a_text_is_read_as_it_was_shown() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for version in ["2026-11", "sharing-2026-11"] {
        let policy = app.anonymous().get(&format!("/policies/{version}")).await.expect(200);
        let digest = Sha256::digest(policy["text"].as_str().unwrap());
        let hex = digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        assert_eq!(policy["sha256"], hex);
        assert_eq!(policy, ines.client.get(&format!("/policies/{version}")).await.expect(200));
    }
    let visibility = ines.client.get("/me/visibility").await.expect(200);
    let policy = app.anonymous().get("/policies/2026-11").await.expect(200);
    assert_eq!(policy["text"], visibility["policy_text"]);
    for unknown in ["1999-01", "sharing", "%2e%2e"] {
        app.anonymous().get(&format!("/policies/{unknown}")).await.expect_problem(404, "not_found");
    }
}
