use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn sessions_are_listed_last_to_start_first_and_found_by_state_words_and_dates() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    for (title, start, end) in [
        ("Première", "2026-03-09", "2026-03-13"),
        ("Élan", "2026-04-06", "2026-04-10"),
        ("Dernière", "2026-05-04", "2026-05-07"),
    ] {
        let mut draft = school.session_draft(&training);
        (draft["title"], draft["starts_on"], draft["ends_on"]) = (json!(title), json!(start), json!(end));
        school.open(&draft).await;
    }
    let titles = async |query: &str| {
        let page = school.manager.client.get(&school.path(&format!("/sessions{query}"))).await.expect(200);
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["title"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(titles("").await, ["Dernière", "Élan", "Première"]);
    assert_eq!(titles("?q=elan").await, ["Élan"]);
    assert_eq!(titles("?from=2026-03-13&to=2026-04-06").await, ["Élan", "Première"]);
    assert_eq!(titles("?status=planned").await, Vec::<String>::new());
    assert_eq!(titles(&format!("?training_id={}", uuid::Uuid::nil())).await, Vec::<String>::new());
    let client = &school.manager.client;
    let first = client.get(&school.path("/sessions?limit=2")).await.expect(200);
    let next = first["next_cursor"].as_str().unwrap();
    let rest = client.get(&school.path(&format!("/sessions?limit=2&cursor={next}"))).await.expect(200);
    assert_eq!((&rest["items"][0]["title"], &rest["next_cursor"]), (&json!("Première"), &json!(null)));
    client.get(&school.path("/sessions?status=perdue")).await.expect_field("/status", "invalid_type");
    for (query, place) in [("from=-262143-01-02", "/from"), ("to=%2B262142-12-31", "/to")] {
        client.get(&school.path(&format!("/sessions?{query}"))).await.expect_field(place, "out_of_range");
    }
}

#[tokio::test]
async fn a_trainer_sees_the_sessions_they_train_in() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let (replacement, other) =
        (app.trainer(&school.organisation).await, app.trainer(&school.organisation).await);
    let mut slot = crate::support::sessions::slot_draft(&session, "2026-03-09", "09:00", "12:00");
    slot["trainers"] = json!([replacement.id]);
    let path = crate::support::sessions::session_path(&school, &session, "/slots");
    school.manager.client.post(&path, slot).await.expect(201);
    for (user, seen) in [(&school.trainer, 1), (&replacement, 1), (&other, 0)] {
        let page = user.client.get(&school.path("/sessions")).await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), seen);
    }
    let trainee = app.trainee(&school.organisation).await;
    trainee.client.get(&school.path("/sessions")).await.expect_problem(403, "forbidden");
    let foreign = app.school("Ailleurs").await;
    foreign.manager.client.get(&school.path("/sessions")).await.expect_problem(404, "not_found");
}
