use carnet_index::{ProfileId, ProfileStore};

use crate::support::search::{SearchApp, insert, someone};

#[tokio::test]
async fn every_kind_of_difference_is_found() {
    let mut app = SearchApp::start().await;
    let mut people = Vec::new();
    for name in ["Inès", "Zoé", "Aïcha", "Gaël"] {
        people.push(app.add(&someone(name, "Martin")).await);
    }
    app.settled().await;
    app.stop_keeper().await;
    SearchApp::assert_exact(&app.verify().await, 4);
    // Changes that leave no mark: the fault that the comparison is there to find.
    let pool = &app.state.pool;
    sqlx::query("UPDATE person SET last_name = 'Autre' WHERE id = $1")
        .bind(people[0].person)
        .execute(pool)
        .await
        .unwrap();
    sqlx::query("UPDATE visibility SET visible = false WHERE person_id = $1")
        .bind(people[1].person)
        .execute(pool)
        .await
        .unwrap();
    let missing = insert(&app, &someone("Noé", "Tardif")).await;
    let index = ProfileStore::open(app.index_folder()).unwrap().open_current().unwrap().unwrap();
    let twice = index.searcher().get(ProfileId(people[2].profile.0.as_u128())).unwrap().unwrap();
    let payload = index.payload().unwrap().unwrap();
    let mut writer = index.writer().unwrap();
    writer.insert(&twice).unwrap();
    writer.commit(&payload).unwrap();
    let report = app.verify().await;
    assert_eq!(report.stale, [people[0].profile.0]);
    assert_eq!(report.extra, [people[1].profile.0]);
    assert_eq!(report.missing, [missing.profile.0]);
    assert_eq!(report.duplicate, [people[2].profile.0]);
    assert!(!report.is_exact());
}

#[tokio::test]
async fn what_waits_is_no_fault() {
    let mut app = SearchApp::start().await;
    app.stop_keeper().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    let report = app.verify().await;
    assert_eq!((report.is_exact(), report.pending), (true, 1));
}

#[tokio::test]
async fn nobody_who_is_not_visible_is_in_the_files() {
    let app = SearchApp::start().await;
    let mut hidden = someone("Zénobie", "Cachée");
    hidden.is_visible = false;
    app.add(&hidden).await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    let index = ProfileStore::open(app.index_folder()).unwrap().open_current().unwrap().unwrap();
    assert!(index.holds_text("lefevre").unwrap(), "the dump sees what is there");
    for private in ["zenobie", "cachee", "Zénobie", "example.org", "732829320"] {
        assert!(!index.holds_text(private).unwrap(), "{private}");
    }
}
