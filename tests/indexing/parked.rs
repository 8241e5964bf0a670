use carnet::platform::db::dirty::Urgency;

use crate::support::search::{SearchApp, someone};

/// Gives a person more skills than the index takes.
async fn stuff(app: &SearchApp, person: carnet::ids::PersonId) {
    sqlx::raw_sql(
        "INSERT INTO rome_skill (code, kind, label, category, definition, valid_from)
         SELECT n, 'knowledge', 'Savoir ' || n, '', '', 60 FROM generate_series(10001, 12001) n
         ON CONFLICT DO NOTHING",
    )
    .execute(&app.state.pool)
    .await
    .unwrap();
    sqlx::query(
        "INSERT INTO declared_skill SELECT $1, n, 1, '', 60, now() FROM generate_series(10001, 12001) n",
    )
    .bind(person)
    .execute(&app.state.pool)
    .await
    .unwrap();
}

async fn parked(app: &SearchApp) -> Vec<(uuid::Uuid, String)> {
    sqlx::query_as("SELECT profile_id, error FROM search_parked").fetch_all(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn what_the_index_refuses_is_set_aside_and_blocks_nobody() {
    let app = SearchApp::start().await;
    let guilty = app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    stuff(&app, guilty.person).await;
    let mut marked = vec![guilty.profile];
    for n in 0..30 {
        marked.push(crate::support::search::insert(&app, &someone(&format!("N{n}"), "Martin")).await.profile);
    }
    app.mark(&marked, Urgency::Soon).await;
    app.settled().await;
    let report = app.verify().await;
    SearchApp::assert_exact(&report, 30);
    assert_eq!(report.parked, 1, "what was indexed of the guilty profile before is gone as well");
    assert_eq!(
        parked(&app).await,
        [(guilty.profile.0, "the profile cannot be indexed: too many skills".to_owned())]
    );
    sqlx::query("DELETE FROM declared_skill WHERE person_id = $1")
        .bind(guilty.person)
        .execute(&app.state.pool)
        .await
        .unwrap();
    app.mark(&[guilty.profile], Urgency::Soon).await;
    app.settled().await;
    assert_eq!(parked(&app).await, []);
    SearchApp::assert_exact(&app.verify().await, 31);
}

#[tokio::test]
async fn a_rebuild_sets_it_aside_too() {
    let mut app = SearchApp::start().await;
    let guilty = app.add(&someone("Inès", "Lefèvre")).await;
    app.add(&someone("Zoé", "Martin")).await;
    stuff(&app, guilty.person).await;
    app.stop_keeper().await;
    std::fs::remove_file(app.index_folder().join("current")).unwrap();
    app.forget();
    app.start_keeper();
    app.ready().await;
    app.settled().await;
    assert_eq!(parked(&app).await.len(), 1);
    SearchApp::assert_exact(&app.verify().await, 1);
}
