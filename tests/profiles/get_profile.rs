use serde_json::json;
use uuid::Uuid;

use crate::search::{World, expected_profile};
use crate::support::search::{SearchApp, someone, validated};

#[tokio::test]
async fn a_recruiter_reads_a_profile_as_the_search_shows_it() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let mut ines = someone("Inès", "Lefèvre");
    ines.declared = vec![(101, 2), (104, 4)];
    ines.validated = vec![validated(103, 3), validated(105, None)];
    let added = app.add(&ines).await;
    app.settled().await;
    let answer = recruiter.get(&format!("/profiles/{}", added.profile)).await;
    assert_eq!(answer.headers["cache-control"], "no-store");
    let profile = answer.expect(200);
    let mut hit = recruiter.post("/profile-search", json!({})).await.expect(200)["hits"][0].clone();
    hit.as_object_mut().unwrap().remove("match");
    assert_eq!(profile, hit);
    let world = World::read(&app.state.pool, app.state.clock.today()).await;
    assert_eq!(profile, expected_profile(&world.people[0], &world, &[]));
}

#[tokio::test]
async fn unknown_invisible_and_hidden_are_the_same_answer() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let mut invisible = someone("Inès", "Lefèvre");
    invisible.is_visible = false;
    let mut hiding = someone("Zoé", "Martin");
    hiding.hides_from = vec!["732829320"];
    let invisible = app.add(&invisible).await.profile.0;
    let hiding = app.add(&hiding).await.profile.0;
    let mut bodies = Vec::new();
    for id in [Uuid::from_u128(1), invisible, hiding] {
        let mut body = recruiter.get(&format!("/profiles/{id}")).await.expect_problem(404, "not_found");
        body.as_object_mut().unwrap().remove("request_id");
        bodies.push(body);
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
    recruiter.get("/profiles/not-an-id").await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn only_a_verified_recruiter_reads_profiles() {
    let app = SearchApp::start().await;
    let added = app.add(&someone("Inès", "Lefèvre")).await;
    let path = format!("/profiles/{}", added.profile);
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin").await.client.get(&path).await.expect_problem(403, "recruiter_required");
    app.recruiter_pending().await.user.client.get(&path).await.expect_problem(403, "recruiter_not_verified");
}
