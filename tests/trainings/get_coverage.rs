use carnet::catalog::Catalog;
use carnet_index::RomeCode;
use serde_json::{Value, json};

use crate::support::app::TestApp;

/// Codes of the core skills of a job.
fn core_of(app: &TestApp, job: &str) -> Vec<String> {
    let catalog = app.state.part::<Catalog>().snapshot();
    catalog.core_skills(RomeCode::parse(job).unwrap()).iter().map(ToString::to_string).collect()
}

fn lines(skills: &[String]) -> Vec<Value> {
    skills.iter().map(|skill| json!({ "skill": skill, "target": 3, "pass": 3 })).collect()
}

#[tokio::test]
async fn what_is_covered_what_is_missing_and_which_course_would_close_it() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let core = core_of(&app, "M1805");
    assert!(core.len() > 2, "the starter's web developer has core skills");
    let course = school.course("Module qui comble").await;
    let other = json!({
        "title": "Autre formation", "skills": lines(&core[..1]),
        "courses": [{ "course_id": course["id"], "skills": [core[0]] }],
    });
    school.write(&other).await;
    let draft =
        json!({ "title": "Développement", "jobs": [{ "code": "M1805" }], "skills": lines(&core[1..]) });
    let training = school.write(&draft).await;
    let path = school.training_path(&training, "/coverage");
    let coverage = school.trainer.client.get(&path).await.expect(200);
    let job = &coverage["jobs"][0];
    assert_eq!((&job["code"], &job["core"]), (&json!("M1805"), &json!(core.len())));
    assert_eq!(job["covered"], json!(core.len() - 1));
    assert_eq!(
        job["missing"],
        json!([{
            "code": core[0], "label": app.label_of(&core[0]),
            "courses": [{ "id": course["id"], "title": "Module qui comble" }],
        }])
    );
}

#[tokio::test]
async fn a_linked_own_skill_covers_what_it_is_linked_to() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let core = core_of(&app, "M1805");
    let own = school.own_skill("À notre façon").await;
    let link = school.path(&format!("/own-skills/{}/link", own["id"].as_str().unwrap()));
    school.manager.client.put(&link, json!({ "skill": core[0] })).await.expect(200);
    let draft = json!({
        "title": "Développement", "jobs": [{ "code": "M1805" }],
        "skills": [{ "skill": own["id"], "target": 3, "pass": 3 }],
    });
    let training = school.write(&draft).await;
    let coverage = school.trainer.client.get(&school.training_path(&training, "/coverage")).await.expect(200);
    assert_eq!(coverage["jobs"][0]["covered"], 1);
    assert!(
        !coverage["jobs"][0]["missing"]
            .as_array()
            .unwrap()
            .iter()
            .any(|skill| skill["code"] == json!(core[0]))
    );
}

#[tokio::test]
async fn other_jobs_that_most_of_it_leads_to_are_named_with_their_gaps() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let core = core_of(&app, "M1805");
    // Three fifths, rounded up, are enough to name it; one skill less is not.
    let enough = (core.len() * 3).div_ceil(5);
    let coverage = async |skills: &[String]| {
        let training = school.write(&json!({ "title": "Sans métier", "skills": lines(skills) })).await;
        school.trainer.client.get(&school.training_path(&training, "/coverage")).await.expect(200)
    };
    let named = |coverage: &Value| {
        let jobs = coverage["other_jobs"].as_array().unwrap();
        jobs.iter().find(|job| job["code"] == "M1805").cloned()
    };
    let job = named(&coverage(&core[..enough]).await).expect("it is named");
    assert_eq!((&job["covered"], &job["core"]), (&json!(enough), &json!(core.len())));
    assert_eq!(job["missing"].as_array().unwrap().len(), core.len() - enough);
    assert_eq!(named(&coverage(&core[..enough - 1]).await), None);
    let own = json!({ "title": "Développement", "jobs": [{ "code": "M1805" }], "skills": lines(&core) });
    let training = school.write(&own).await;
    let shown = school.trainer.client.get(&school.training_path(&training, "/coverage")).await.expect(200);
    assert_eq!(named(&shown), None, "its own jobs are no other jobs");
}

#[tokio::test]
async fn trainees_and_strangers_see_no_coverage() {
    let app = TestApp::with_catalogue().await;
    let (school, other) = (app.school("Atelier").await, app.school("Autre").await);
    let training = school.write(&json!({ "title": "Développement" })).await;
    let path = school.training_path(&training, "/coverage");
    app.trainee(&school.organisation).await.client.get(&path).await.expect_problem(403, "forbidden");
    other.manager.client.get(&path).await.expect_problem(404, "not_found");
    other
        .manager
        .client
        .get(&other.training_path(&training, "/coverage"))
        .await
        .expect_problem(404, "not_found");
}
