use carnet::sharing::{self, PurgeAccesses};
use chrono::Duration;

use super::open;
use crate::support::search::{SearchApp, someone};

/// Runs the job, and tells the numbers that are left of everybody.
async fn left(app: &SearchApp) -> Vec<i64> {
    app.run_job(PurgeAccesses::default()).await;
    let report = sharing::verify_accesses(&app.state).await.unwrap();
    assert!(report.faults.is_empty(), "{report:?}");
    sqlx::query_scalar("SELECT number FROM profile_access ORDER BY number")
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn openings_go_after_twelve_months_and_the_rest_is_verified_as_before() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    let ines = app.add(&someone("Inès", "Lefèvre")).await;
    open(&app, &recruiter, &ines).await;
    app.advance(Duration::hours(1));
    open(&app, &recruiter, &ines).await;
    // Eight in the morning a year later, a second before.
    app.advance(Duration::days(365) - Duration::hours(1) - Duration::seconds(1));
    assert_eq!(left(&app).await, [1, 2]);
    app.advance(Duration::seconds(2));
    assert_eq!(left(&app).await, [2]);
    assert_eq!(left(&app).await, [2], "twice");
    open(&app, &recruiter, &ines).await;
    assert_eq!(left(&app).await, [2, 3], "the chain goes on");
    app.advance(Duration::days(366));
    assert_eq!(left(&app).await, [0; 0]);
    open(&app, &recruiter, &ines).await;
    assert_eq!(left(&app).await, [4]);
    let purged: i64 = sqlx::query_scalar(
        "SELECT sum((after->>'deleted')::bigint)::bigint FROM audit_event WHERE kind = 'sharing.accesses_purged'",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(purged, 3);
}

#[tokio::test]
async fn counts_of_results_go_with_their_day() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    recruiter.user.client.post("/profile-search", serde_json::json!({})).await.expect(200);
    carnet::profiles::write_tally(&app.state).await.unwrap();
    let count = async || {
        app.run_job(PurgeAccesses::default()).await;
        sqlx::query_scalar::<_, i64>("SELECT count(*) FROM profile_appearance")
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    };
    // 23 hours UTC is midnight in Paris.
    app.advance(Duration::days(364) + Duration::hours(15) - Duration::seconds(1));
    assert_eq!(count().await, 1);
    app.advance(Duration::seconds(2));
    assert_eq!(count().await, 0);
}

#[tokio::test]
async fn a_year_of_many_people_goes_in_several_transactions() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    for sql in [
        "INSERT INTO person (id, profile_id, email, first_name, last_name, password_hash, created_at, updated_at)
         SELECT gen_random_uuid(), gen_random_uuid(), n || '@example.org', 'Inès', 'Lefèvre', $1::text, $2, $2
         FROM generate_series(1, 600) n",
        "INSERT INTO profile_access (person_id, number, company_id, siret, company_name, recruiter_id, role, purpose,
                                     fields, at, sha256)
         SELECT p.id, 0, r.company_id, '73282932000074', 'Ateliers', r.id, 'member', 'search', '{first_name}',
                $2 + n * interval '1 minute', ''
         FROM person p CROSS JOIN recruiter r CROSS JOIN generate_series(1, 3) n
         WHERE r.id = $1::uuid AND p.password_hash = $1 ORDER BY p.id, n",
    ] {
        let query = sqlx::query(sql).bind(recruiter.id.to_string()).bind(app.state.clock.now());
        query.execute(&app.state.pool).await.unwrap();
    }
    app.advance(Duration::days(365) + Duration::minutes(2));
    assert_eq!(left(&app).await.len(), 600, "the last one of each");
}
