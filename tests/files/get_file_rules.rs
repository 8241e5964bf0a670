use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn the_rules_are_those_of_the_settings() {
    let app = TestApp::start_with(&["--largest-video-mib=7", "--person-files-mib=3"]).await;
    let person = app.person("Léa", "Durand").await;
    let rules = person.client.get("/file-rules").await.expect(200);
    assert_eq!(
        (&rules["person_bytes"], &rules["organisation_bytes"]),
        (&json!(3 << 20), &json!(20480_u64 << 20))
    );
    let of = |purpose: &str| {
        rules["purposes"].as_array().unwrap().iter().find(|rule| rule["purpose"] == purpose).unwrap().clone()
    };
    let names = |purpose: &str| -> Vec<String> {
        let kinds = of(purpose)["kinds"].as_array().unwrap().clone();
        kinds.iter().map(|kind| kind["extensions"][0].as_str().unwrap().to_owned()).collect()
    };
    for purpose in ["absence_proof", "paper_sheet", "passport_proof"] {
        assert_eq!(names(purpose), ["pdf", "png", "jpg"], "{purpose}");
    }
    let resource = of("session_resource");
    assert_eq!(resource["kinds"][0]["largest_bytes"], 10 << 20);
    assert_eq!(
        resource["kinds"][3],
        json!({ "media_type": "video/mp4", "extensions": ["mp4", "m4v"], "largest_bytes": 7 << 20 })
    );
    assert!(names("session_resource").contains(&"odt".to_owned()));
    app.anonymous().get("/file-rules").await.expect_problem(401, "unauthenticated");
}
