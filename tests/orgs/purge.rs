use carnet::orgs::{PurgeInvitations, Role};
use carnet::platform::jobs;
use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn invitations_that_ran_out_a_month_ago_are_deleted() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    let body = json!({ "email": "ines@example.org", "role": "trainee" });
    admin.client.post(&org.path("/invitations"), body).await.expect(201);
    let left = || async {
        let mut tx = app.state.pool.begin().await.unwrap();
        jobs::enqueue(&mut tx, &app.state, &PurgeInvitations {}).await.unwrap();
        tx.commit().await.unwrap();
        app.run_jobs().await;
        let count = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM organisation_invitation");
        count.fetch_one(&app.state.pool).await.unwrap()
    };
    app.advance(Duration::days(14 + 30));
    assert_eq!(left().await, 1);
    app.advance(Duration::seconds(1));
    assert_eq!(left().await, 0);
}
