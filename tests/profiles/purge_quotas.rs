//! What recruiters used of their quotas is known for eight days after the hour or day it counted in began, and then no longer.

use carnet::profiles::{PurgeQuotas, write_tally};
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::support::search::{SearchApp, someone};

/// Goes to this moment, purges, and tells of what it is still known how much was used.
async fn left_at(app: &SearchApp, moment: &str) -> String {
    app.advance(moment.parse::<DateTime<Utc>>().unwrap() - app.state.clock.now());
    app.run_job(PurgeQuotas {}).await;
    let kinds: Vec<String> = sqlx::query_scalar("SELECT kind FROM recruiter_quota ORDER BY kind")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    kinds.join(" ")
}

#[tokio::test]
async fn what_was_used_is_known_for_eight_days() {
    let app = SearchApp::start_with(&["--limits=on"]).await;
    let recruiter = app.searcher().await.user.client;
    let added = app.add(&someone("Zoé", "Martin")).await;
    app.settled().await;
    recruiter.post("/profile-search", json!({})).await.expect(200);
    recruiter.get(&format!("/profiles/{}", added.profile)).await.expect(200);
    write_tally(&app.state).await.unwrap();
    // The day began at midnight in Paris, the hour of the searches at nine there.
    for (moment, left) in [
        ("2026-03-10T22:59:59Z", "profiles results searches"),
        ("2026-03-10T23:00:01Z", "results searches"),
        ("2026-03-11T07:59:59Z", "results searches"),
        ("2026-03-11T08:00:01Z", ""),
    ] {
        assert_eq!(left_at(&app, moment).await, left, "{moment}");
    }
}
