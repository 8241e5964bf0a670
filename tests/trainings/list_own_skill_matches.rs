use serde_json::{Value, json};

use crate::support::app::TestApp;

fn codes(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|found| found["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn matches_are_proposed_with_their_words_and_a_refused_one_never_again() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let official = app.skills_of("M1805").swap_remove(0);
    // The same words as the catalogue's: the skill itself is the best match.
    let own = school.own_skill(&app.label_of(&official)).await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    let matches = format!("{path}/matches");
    let proposed = school.trainer.client.get(&matches).await.expect(200);
    assert_eq!(codes(&proposed)[0], official);
    assert!(codes(&proposed).len() <= 5 && !proposed["items"][0]["words"].as_array().unwrap().is_empty());
    let refusal = json!({ "skill": official, "reason": "Trop large" });
    school.manager.client.post(&format!("{path}/refusals"), refusal).await.expect(200);
    let proposed = school.trainer.client.get(&matches).await.expect(200);
    assert!(!codes(&proposed).contains(&official.as_str()));
    // Renamed, it is proposed other matches, but still not this one.
    let renamed = json!({ "label": format!("{} bis", app.label_of(&official)) });
    let version =
        school.trainer.client.get(&school.path("/own-skills")).await.expect(200)["items"][0]["version"]
            .clone();
    school.manager.client.put_at(&path, &version, renamed).await.expect(200);
    let proposed = school.trainer.client.get(&matches).await.expect(200);
    assert!(!codes(&proposed).contains(&official.as_str()));
}

#[tokio::test]
async fn nothing_is_proposed_once_it_is_decided() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let official = app.skills_of("M1805").swap_remove(0);
    let own = school.own_skill(&app.label_of(&official)).await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    let matches = format!("{path}/matches");
    let client = &school.manager.client;
    client.put(&format!("{path}/link"), json!({ "skill": official })).await.expect(200);
    assert_eq!(codes(&client.get(&matches).await.expect(200)), [""; 0]);
    client.delete(&format!("{path}/link")).await.expect(200);
    assert_eq!(codes(&client.get(&matches).await.expect(200))[0], official);
    client.post(&format!("{path}/keep"), ()).await.expect(200);
    assert_eq!(codes(&client.get(&matches).await.expect(200)), [""; 0]);
    let stranger = app.school("Autre").await;
    stranger.manager.client.get(&matches).await.expect_problem(404, "not_found");
    app.trainee(&school.organisation).await.client.get(&matches).await.expect_problem(403, "forbidden");
    let unknown = school.path(&format!("/own-skills/{}/matches", uuid::Uuid::nil()));
    client.get(&unknown).await.expect_problem(404, "not_found");
}
