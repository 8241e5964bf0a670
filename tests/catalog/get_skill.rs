use crate::support::app::TestApp;

#[tokio::test]
async fn a_skill_names_the_jobs_that_list_it() {
    let app = TestApp::with_catalogue().await;
    let client = app.anonymous();
    let job = client.get("/catalog/jobs/D1102").await.expect(200);
    let core = &job["skills"][0];
    let skill = client.get(&format!("/catalog/skills/{}", core["code"].as_str().unwrap())).await.expect(200);
    assert_eq!((&skill["label"], &skill["kind"]), (&core["label"], &core["kind"]));
    assert_eq!(skill["active"], true);
    let jobs = skill["jobs"].as_array().unwrap();
    let baker = jobs.iter().find(|job| job["code"] == "D1102").expect("the job it was read from");
    assert_eq!((&baker["label"], &baker["core"]), (&"Boulanger / Boulangère".into(), &true.into()));
}

#[tokio::test]
async fn a_detailed_skill_names_its_macro_skill() {
    let app = TestApp::with_catalogue().await;
    let client = app.anonymous();
    let job = client.get("/catalog/jobs/M1805").await.expect(200);
    let detailed =
        job["skills"].as_array().unwrap().iter().find(|skill| skill["kind"] == "skill").unwrap().clone();
    let skill =
        client.get(&format!("/catalog/skills/{}", detailed["code"].as_str().unwrap())).await.expect(200);
    let group = &skill["macro_skill"];
    let group_sheet =
        client.get(&format!("/catalog/skills/{}", group["code"].as_str().unwrap())).await.expect(200);
    assert_eq!((&group_sheet["kind"], &group_sheet["label"]), (&"macro_skill".into(), &group["label"]));
    assert!(group_sheet.get("macro_skill").is_none());
}

#[tokio::test]
async fn unknown_and_malformed_codes_name_nothing() {
    let app = TestApp::with_catalogue().await;
    for code in ["999999", "0", "-1", "1e5", "99999999999999", "abc", "M1805"] {
        app.anonymous().get(&format!("/catalog/skills/{code}")).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn what_took_its_place_is_named() {
    let app = TestApp::with_catalogue().await;
    let codes: Vec<i32> =
        sqlx::query_scalar("SELECT code FROM rome_skill WHERE kind = 'skill' ORDER BY code LIMIT 2")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    let release = crate::support::rome::Rome::starter().version(61).without_skill(&codes[0].to_string());
    sqlx::query("UPDATE rome_skill SET replaced_by = $2 WHERE code = $1")
        .bind(codes[0])
        .bind(codes[1])
        .execute(&app.state.pool)
        .await
        .unwrap();
    app.import_zip(release.zip()).await;
    let skill = app.anonymous().get(&format!("/catalog/skills/{}", codes[0])).await.expect(200);
    let label = app.label_of(&codes[1].to_string());
    let heir = serde_json::json!({ "code": codes[1].to_string(), "label": label });
    assert_eq!((&skill["active"], &skill["replaced_by"]), (&false.into(), &heir));
}
