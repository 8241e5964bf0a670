use carnet_index::{CommitPayload, ProfileStore};

use crate::support::search::{SearchApp, someone, validated};

async fn populated() -> SearchApp {
    let app = SearchApp::start().await;
    for name in ["Inès", "Zoé", "Aïcha", "Gaël"] {
        let mut person = someone(name, "Martin");
        person.declared = vec![(101, 2)];
        person.validated = vec![validated(102, 3)];
        app.add(&person).await;
    }
    app.settled().await;
    app
}

/// Starts over as a new process would, and tells which generation it serves in the end.
async fn restart(app: &mut SearchApp) -> u64 {
    app.forget();
    app.start_keeper();
    app.until("the index is served", async || app.generation().is_some()).await;
    app.ready().await;
    app.settled().await;
    app.generation().unwrap()
}

/// Commits this payload, as if the index came from elsewhere.
fn stamp(app: &SearchApp, change: impl FnOnce(&mut CommitPayload)) {
    let index = ProfileStore::open(app.index_folder()).unwrap().open_current().unwrap().unwrap();
    let mut payload = index.payload().unwrap().unwrap();
    change(&mut payload);
    index.writer().unwrap().commit(&payload).unwrap();
}

#[tokio::test]
async fn a_restart_serves_what_is_there() {
    let mut app = populated().await;
    app.stop_keeper().await;
    app.add(&someone("Noé", "Tardif")).await;
    assert_eq!(restart(&mut app).await, 1, "nothing was built anew");
    SearchApp::assert_exact(&app.verify().await, 5);
}

#[tokio::test]
async fn a_crash_between_the_commit_and_the_removal_of_marks_is_applied_again() {
    let mut app = populated().await;
    app.stop_keeper().await;
    // What such a crash leaves: the index one batch ahead, its marks still there.
    sqlx::raw_sql(
        "UPDATE index_node SET applied_batch = applied_batch - 1;
         INSERT INTO search_dirty (node_id, profile_id, version, marked_at, is_urgent)
         SELECT n.id, p.profile_id, nextval('search_dirty_version'), now(), false FROM index_node n, person p;",
    )
    .execute(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(restart(&mut app).await, 1);
    SearchApp::assert_exact(&app.verify().await, 4);
    app.stop_keeper().await;
    assert_eq!(restart(&mut app).await, 1, "and the two agree again");
}

#[tokio::test]
async fn an_index_of_another_database_or_layout_is_built_anew() {
    let mut app = populated().await;
    let changes: [fn(&mut CommitPayload); 3] =
        [|own| own.system_identifier ^= 1, |own| own.database_oid += 1, |own| own.schema_version += 1];
    for (at, change) in changes.into_iter().enumerate() {
        app.stop_keeper().await;
        stamp(&app, change);
        assert_eq!(restart(&mut app).await, at as u64 + 2);
        SearchApp::assert_exact(&app.verify().await, 4);
    }
}

#[tokio::test]
async fn an_index_or_a_database_put_back_in_time_is_seen() {
    let mut app = populated().await;
    app.stop_keeper().await;
    // The index of an earlier backup: it ends before the last removal of marks.
    stamp(&app, |own| own.batch -= 1);
    assert_eq!(restart(&mut app).await, 2);
    app.add(&someone("Noé", "Tardif")).await;
    app.add(&someone("Léa", "Tardif")).await;
    app.settled().await;
    app.stop_keeper().await;
    // The database of an earlier backup: it does not know of batches that the index holds.
    stamp(&app, |own| own.batch += 2);
    assert_eq!(restart(&mut app).await, 3);
    SearchApp::assert_exact(&app.verify().await, 6);
}

#[tokio::test]
async fn a_copy_off_the_register_is_built_anew() {
    let mut app = populated().await;
    app.stop_keeper().await;
    sqlx::query("DELETE FROM index_node").execute(&app.state.pool).await.unwrap();
    sqlx::query("UPDATE person SET first_name = 'Unmarked'").execute(&app.state.pool).await.unwrap();
    assert_eq!(restart(&mut app).await, 2);
    SearchApp::assert_exact(&app.verify().await, 4);
}

#[tokio::test]
async fn a_damaged_file_is_seen_before_it_is_read() {
    let mut app = populated().await;
    for (at, kind) in ["store", "term", "idx", "fast"].into_iter().enumerate() {
        app.stop_keeper().await;
        let generation = app.index_folder().join(format!("gen-{}", at + 1));
        let mut damaged = 0;
        for entry in std::fs::read_dir(generation).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == kind) {
                let mut bytes = std::fs::read(&path).unwrap();
                let middle = bytes.len() / 3;
                bytes[middle] ^= 0x10;
                std::fs::write(&path, bytes).unwrap();
                damaged += 1;
            }
        }
        assert!(damaged > 0, "no .{kind} file");
        assert_eq!(restart(&mut app).await, at as u64 + 2, "a damaged .{kind} file was not seen");
        SearchApp::assert_exact(&app.verify().await, 4);
    }
}

#[tokio::test]
async fn emptied_and_missing_files_are_seen() {
    let mut app = populated().await;
    for (at, name) in ["meta.json", ".managed.json"].into_iter().enumerate() {
        app.stop_keeper().await;
        std::fs::write(app.index_folder().join(format!("gen-{}", at + 1)).join(name), "").unwrap();
        assert_eq!(restart(&mut app).await, at as u64 + 2);
        SearchApp::assert_exact(&app.verify().await, 4);
    }
    app.stop_keeper().await;
    std::fs::write(app.index_folder().join("current"), "gen-99").unwrap();
    restart(&mut app).await;
    SearchApp::assert_exact(&app.verify().await, 4);
}

#[tokio::test]
async fn a_folder_deleted_while_it_is_served_comes_back() {
    let app = populated().await;
    std::fs::remove_dir_all(app.index_folder()).unwrap();
    let recruiter = app.searcher().await.user.client;
    assert_eq!(recruiter.post("/profile-search", serde_json::json!({})).await.expect(200)["total"], 4);
    app.until("the folder is there again", async || app.index_folder().join("current").exists()).await;
    app.ready().await;
    app.add(&someone("Noé", "Tardif")).await;
    app.settled().await;
    SearchApp::assert_exact(&app.verify().await, 5);
    assert_eq!(recruiter.post("/profile-search", serde_json::json!({})).await.expect(200)["total"], 5);
}

#[tokio::test]
async fn a_lost_connection_stops_the_keeper_and_it_comes_back() {
    let app = populated().await;
    for round in 0..3 {
        sqlx::query(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 4244
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
        .execute(&app.state.pool)
        .await
        .unwrap();
        app.add(&someone(&format!("Noé {round}"), "Tardif")).await;
        app.settled().await;
    }
    SearchApp::assert_exact(&app.verify().await, 7);
    assert_eq!(app.generation(), Some(1));
}
