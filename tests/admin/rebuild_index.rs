use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::search::{SearchApp, someone};

async fn generation_is_served(app: &SearchApp, staff: &Client, generation: u64) {
    app.until("the new index is served", async || {
        staff.get("/admin/index").await.expect(200)["generation"] == generation
    })
    .await;
    app.ready().await;
}

#[tokio::test]
async fn a_rebuild_is_audited_and_replaces_the_index() {
    let app = SearchApp::start().await;
    let staff = app.platform_admin().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    staff.client.post("/admin/index/rebuild", ()).await.expect(202);
    generation_is_served(&app, &staff.client, 2).await;
    let state = staff.client.get("/admin/index").await.expect(200);
    assert_eq!((&state["documents"], &state["last_rebuild"]["profiles"]), (&1.into(), &1.into()));
    SearchApp::assert_exact(&app.verify().await, 1);
    let trail: Vec<(String, uuid::Uuid)> =
        sqlx::query_as("SELECT kind, actor_id FROM audit_event").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(trail, [("index.rebuild_requested".to_owned(), staff.id.0)]);
}

#[tokio::test]
async fn one_rebuild_at_a_time() {
    let mut app = SearchApp::start().await;
    let staff = app.platform_admin().await.client;
    app.stop_keeper().await;
    staff.post("/admin/index/rebuild", ()).await.expect(202);
    staff.post("/admin/index/rebuild", ()).await.expect_problem(409, "rebuild_running");
    app.start_keeper();
    generation_is_served(&app, &staff, 2).await;
    staff.post("/admin/index/rebuild", ()).await.expect(202);
    generation_is_served(&app, &staff, 3).await;
}

#[tokio::test]
async fn only_staff_may_and_only_where_there_is_an_index() {
    let app = TestApp::start().await;
    let staff = app.platform_admin().await.client;
    staff.post("/admin/index/rebuild", ()).await.expect_problem(503, "search_unavailable");
    app.person("Zoé", "Martin")
        .await
        .client
        .post("/admin/index/rebuild", ())
        .await
        .expect_problem(403, "forbidden");
    app.anonymous().post("/admin/index/rebuild", ()).await.expect_problem(401, "unauthenticated");
}
