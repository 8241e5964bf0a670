use carnet::profiles::write_tally;
use chrono::Duration;
use serde_json::{Value, json};

use super::owner;
use crate::support::companies::Recruiter;
use crate::support::search::{SearchApp, someone};

async fn search(app: &SearchApp, recruiter: &Recruiter, body: Value) {
    app.renewed(&recruiter.user).client.post("/profile-search", body).await.expect(200);
}

#[tokio::test]
async fn appearances_are_counted_by_day_and_company() {
    let app = SearchApp::start().await;
    let own = app.searcher().await;
    let other = app.recruiter_granted("55210055400013").await;
    let mut ines = someone("Inès", "Lefèvre");
    ines.declared = vec![(101, 2)];
    let ines = app.add(&ines).await;
    let zoe = app.add(&someone("Zoé", "Martin")).await;
    app.settled().await;
    for _ in 0..3 {
        search(&app, &own, json!({ "criteria": [{ "skill": "101" }] })).await;
    }
    // Renewed tokens of the tests all bear one id, by which a node knows recruiters: the first token is their own.
    other.user.client.post("/profile-search", json!({})).await.expect(200);
    write_tally(&app.state).await.unwrap();
    // Twenty-three hours UTC is tomorrow in Paris.
    app.advance(Duration::hours(15));
    search(&app, &own, json!({})).await;
    write_tally(&app.state).await.unwrap();
    write_tally(&app.state).await.unwrap();
    let user = app.renewed(&owner(&app, &ines).await);
    let page = user.client.get("/me/profile-appearances").await.expect(200);
    let lines = page["items"].as_array().unwrap();
    let line = |day: &str, siret: &str, times: i64| json!({ "day": day, "company": { "name": format!("Ateliers {}", &siret[..9]), "siret": siret }, "times": times });
    assert_eq!(lines[0], line("2026-03-04", "73282932000074", 1));
    assert_eq!(lines.len(), 3);
    for expected in [line("2026-03-03", "73282932000074", 3), line("2026-03-03", "55210055400013", 1)] {
        assert!(lines.contains(&expected), "{lines:?}");
    }
    let other = app.renewed(&owner(&app, &zoe).await);
    let page = other.client.get("/me/profile-appearances").await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 2, "not found by the skill");
    app.anonymous().get("/me/profile-appearances").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn nodes_add_up_what_they_counted_and_pages_follow_each_other() {
    let one = SearchApp::start().await;
    let two = one.beside().await;
    let recruiter = one.searcher().await;
    let ines = one.add(&someone("Inès", "Lefèvre")).await;
    one.settled().await;
    two.settled().await;
    for (node, times) in [(&one, 2), (&two, 3)] {
        for _ in 0..times {
            search(node, &recruiter, json!({})).await;
        }
    }
    let (first, second) = tokio::join!(write_tally(&one.state), write_tally(&two.state));
    first.unwrap();
    second.unwrap();
    one.advance(Duration::days(1));
    search(&one, &recruiter, json!({})).await;
    write_tally(&one.state).await.unwrap();
    let user = one.renewed(&owner(&one, &ines).await);
    let first = user.client.get("/me/profile-appearances?limit=1").await.expect(200);
    assert_eq!((&first["items"][0]["day"], &first["items"][0]["times"]), (&"2026-03-04".into(), &1.into()));
    let next = format!("/me/profile-appearances?limit=1&cursor={}", first["next_cursor"].as_str().unwrap());
    let last = user.client.get(&next).await.expect(200);
    assert_eq!((&last["items"][0]["times"], &last["next_cursor"]), (&5.into(), &Value::Null));
    user.client.get("/me/profile-appearances?cursor=zz").await.expect_field("/cursor", "invalid_cursor");
}
