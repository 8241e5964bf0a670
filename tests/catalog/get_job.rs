use crate::support::app::TestApp;

#[tokio::test]
async fn a_job_sheet_says_everything() {
    let app = TestApp::with_catalogue().await;
    let job = app.anonymous().get("/catalog/jobs/M1855").await.expect(200);
    assert_eq!(job["label"], "Développeur / Développeuse web");
    assert_eq!(job["parent"]["code"], "M1805");
    assert_eq!(job["parent"]["label"], "Développeur / Développeuse informatique");
    assert_eq!((&job["domain"]["code"], &job["letter"]["code"]), (&"M18".into(), &"M".into()));
    assert_eq!(job["letter"]["label"], "Support à l'entreprise");
    assert_eq!(job["active"], true);
    assert!(job.get("replaced_by").is_none());
    assert!(job["definition"].as_str().unwrap().contains('\n'));
    assert_eq!(job["appellations"][0]["label"], job["label"], "the title comes first");
    assert!(!job["contexts"].as_array().unwrap().is_empty());
    let baker = app.anonymous().get("/catalog/jobs/D1102").await.expect(200);
    let close: Vec<_> = baker["close_jobs"].as_array().unwrap().iter().map(|job| &job["code"]).collect();
    assert!(close.contains(&&"D1104".into()), "{close:?}");
}

#[tokio::test]
async fn core_skills_come_first_and_are_marked() {
    let app = TestApp::with_catalogue().await;
    let job = app.anonymous().get("/catalog/jobs/D1102").await.expect(200);
    let skills = job["skills"].as_array().unwrap();
    let core: Vec<bool> = skills.iter().map(|skill| skill["core"].as_bool().unwrap()).collect();
    assert!(core[0] && !core[core.len() - 1]);
    assert!(core.is_sorted_by(|a, b| a >= b), "core ones first");
    let kinds = ["skill", "macro_skill", "soft_skill", "knowledge"];
    assert!(kinds.iter().all(|kind| skills.iter().any(|skill| skill["kind"] == *kind)), "{skills:?}");
    assert!(skills.iter().all(|skill| skill["code"].as_str().unwrap().bytes().all(|b| b.is_ascii_digit())));
}

#[tokio::test]
async fn unknown_and_malformed_codes_name_nothing() {
    let app = TestApp::with_catalogue().await;
    for code in ["M9999", "m1805", "M18", "M18055", "%20", "..%2Fskills"] {
        app.anonymous().get(&format!("/catalog/jobs/{code}")).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_reader_who_has_this_revision_is_told_so() {
    let app = TestApp::with_catalogue().await;
    let first = app.anonymous().get("/catalog/jobs/D1102").await;
    let tag = first.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(first.headers["cache-control"], "public, max-age=60");
    let ask = |tag: String| {
        let request = app.anonymous().request(reqwest::Method::GET, "/catalog/jobs/D1102");
        crate::support::client::send(request.header("if-none-match", tag))
    };
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
        let again = ask(known).await;
        assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""));
        assert_eq!(again.headers["etag"].to_str().unwrap(), tag);
    }
    ask("\"other\"".to_owned()).await.expect(200);
    app.import_zip(crate::support::rome::Rome::starter().version(61).zip()).await;
    let changed = ask(tag.clone()).await;
    assert_ne!(changed.headers["etag"].to_str().unwrap(), tag);
    changed.expect(200);
}

#[tokio::test]
async fn what_took_its_place_is_named() {
    let app = TestApp::with_catalogue().await;
    sqlx::query("UPDATE rome_job SET replaced_by = 'N4101' WHERE code = 'N4103'")
        .execute(&app.state.pool)
        .await
        .unwrap();
    app.import_zip(crate::support::rome::Rome::starter().version(61).without_job("N4103").zip()).await;
    let job = app.anonymous().get("/catalog/jobs/N4103").await.expect(200);
    let heir = serde_json::json!({ "code": "N4101", "label": "Conducteur / Conductrice de poids lourd" });
    assert_eq!((&job["active"], &job["replaced_by"]), (&false.into(), &heir));
}
