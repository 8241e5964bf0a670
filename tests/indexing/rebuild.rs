use carnet::catalog::{self, Catalog};
use carnet::indexing;
use carnet::platform::db::dirty::Urgency;
use serde_json::json;

use crate::support::search::{SearchApp, insert, someone};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changes_made_during_a_rebuild_are_in_the_new_index() {
    let app = std::sync::Arc::new(SearchApp::start().await);
    let mut people = Vec::new();
    for n in 0..300 {
        people.push(insert(&app, &someone(&format!("Prénom {n}"), "Martin")).await);
    }
    app.mark(&people.iter().map(|one| one.profile).collect::<Vec<_>>(), Urgency::Soon).await;
    let changing = tokio::spawn({
        let app = app.clone();
        async move {
            for (n, one) in people.iter().enumerate() {
                sqlx::query("UPDATE person SET last_name = $2 WHERE id = $1")
                    .bind(one.person)
                    .bind(format!("Nom {n}"))
                    .execute(&app.state.pool)
                    .await
                    .unwrap();
                app.mark(&[one.profile], if n % 3 == 0 { Urgency::Now } else { Urgency::Soon }).await;
            }
        }
    });
    for _ in 0..3 {
        let before = app.generation();
        let read = indexing::reindex(&app.state, |_| {}).await.unwrap();
        assert_eq!(read, 300);
        assert!(app.generation() > before);
    }
    changing.await.unwrap();
    app.settled().await;
    SearchApp::assert_exact(&app.verify().await, 300);
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM index_node").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(left, 1, "old copies are off the register");
    let folders = std::fs::read_dir(app.index_folder()).unwrap();
    let generations =
        folders.filter(|entry| entry.as_ref().unwrap().file_name().to_str().unwrap().starts_with("gen-"));
    assert_eq!(generations.count(), 1, "and off the disk");
}

#[tokio::test]
async fn reindex_works_without_a_server() {
    let mut app = SearchApp::start().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.stop_keeper().await;
    let mut shown = 0;
    assert_eq!(indexing::reindex(&app.state, |read| shown = read).await.unwrap(), 1);
    assert_eq!(shown, 1);
    SearchApp::assert_exact(&app.verify().await, 1);
}

#[tokio::test]
async fn reindex_makes_the_first_index_of_a_folder() {
    let app = SearchApp::start().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    // A node of its own, whose folder is empty and where nothing runs.
    let node = app.start_beside(2, &[]).await;
    assert_eq!(indexing::reindex(&node.state, |_| {}).await.unwrap(), 1);
    let report = indexing::verify(&node.state, |_| {}).await.unwrap();
    SearchApp::assert_exact(&report, 1);
}

#[tokio::test]
async fn a_change_of_the_catalogue_derives_the_jobs_again() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let mut person = someone("Inès", "Lefèvre");
    person.declared = vec![(112, 1)];
    app.add(&person).await;
    app.settled().await;
    let total = async |place: &str| {
        recruiter.post("/profile-search", json!({ "rome": [place] })).await.expect(200)["total"]
            .as_u64()
            .unwrap()
    };
    assert_eq!((total("M1803").await, total("N4101").await), (1, 0));
    sqlx::raw_sql(
        "UPDATE rome_job_skill SET job_code = 'N4101' WHERE job_code = 'M1803' AND skill_code = 112;
         INSERT INTO rome_import (id, release, source, outcome, started_at, finished_at)
         VALUES (gen_random_uuid(), 61, 'file', 'applied', now(), now());",
    )
    .execute(&app.state.pool)
    .await
    .unwrap();
    catalog::refresh(app.state.part::<Catalog>(), &app.state.pool).await.unwrap();
    app.until("the index is built anew", async || app.generation() == Some(2)).await;
    assert_eq!((total("M1803").await, total("N4101").await), (0, 1));
    SearchApp::assert_exact(&app.verify().await, 1);
}
