use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn a_trainee_sees_each_mark_at_once_with_its_reason_and_nobody_else() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let mut away = class.row(0, "am", "absent");
    (away["reason"], away["note"]) = (json!("transport"), json!("Grève"));
    class.mark(&app, vec![away, class.row(1, "am", "present")]).await;
    let mine = class.learner(&app, 0).get("/me/attendance").await.expect(200)["items"].clone();
    assert_eq!(mine.as_array().unwrap().len(), 1);
    assert_eq!((&mine[0]["title"], &mine[0]["organisation"]), (&json!("Soudure"), &json!("Atelier")));
    let half_day = &mine[0]["slots"][0]["half_days"][0];
    assert_eq!(
        (&half_day["mark"]["reason"], &half_day["mark"]["note"]),
        (&json!("transport"), &json!("Grève"))
    );
    assert_eq!(half_day["contest_until"], Value::Null, "nothing is sealed yet");
    assert_eq!(
        (&mine[0]["totals"]["planned"], &mine[0]["totals"]["unjustified"], &mine[0]["rate"]),
        (&json!(480), &json!(240), &json!(0))
    );
    assert!(!mine.to_string().contains("Stagiaire1"));
    class.closed(&app).await;
    let mine = class.learner(&app, 0).get("/me/attendance").await.expect(200)["items"].clone();
    assert_eq!(mine[0]["slots"][0]["half_days"][0]["contest_until"], "2026-03-10T13:00:00Z");
}

#[tokio::test]
async fn nobody_sees_what_is_not_announced_or_not_theirs() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let trainer = class.teacher(&app).get("/me/attendance").await.expect(200);
    assert_eq!(trainer["items"], json!([]));
    app.execute("UPDATE training_session SET status = 'draft'").await;
    assert_eq!(class.learner(&app, 0).get("/me/attendance").await.expect(200)["items"], json!([]));
    app.anonymous().get("/me/attendance").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn page_after_page_each_session_comes_once_the_latest_first() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let learner = class.trainees[0].user.clone();
    for (day, title) in [("2026-02-02", "Février"), ("2026-02-02", "Aussi"), ("2026-04-01", "Avril")] {
        let other = app.class_in(app.organisation(title).await, 0).await;
        other.enrol(&app, Some(&learner), "Stagiaire0").await;
        app.execute(&format!(
            "UPDATE training_session SET title = '{title}', starts_on = '{day}',
                    ends_on = greatest(ends_on, '{day}') WHERE id = '{}'",
            other.session
        ))
        .await;
    }
    let client = class.learner(&app, 0);
    let titles = |page: &Value| {
        let items = page["items"].as_array().unwrap().iter();
        items.map(|one| one["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let whole = client.get("/me/attendance").await.expect(200);
    assert_eq!((titles(&whole).len(), &whole["next_cursor"]), (4, &Value::Null));
    assert_eq!(titles(&whole)[..2], ["Avril", "Soudure"]);
    let mut found = Vec::new();
    let mut cursor = String::new();
    for pages in 1.. {
        let page = client.get(&format!("/me/attendance?limit=1{cursor}")).await.expect(200);
        assert!(titles(&page).len() <= 1);
        found.extend(titles(&page));
        let Some(next) = page["next_cursor"].as_str() else {
            assert_eq!(pages, 4, "the last page says that it is the last");
            break;
        };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(found, titles(&whole), "two of the same day are told apart");
    client.get("/me/attendance?limit=0").await.expect_field("/limit", "out_of_range");
    client.get("/me/attendance?limit=101").await.expect_field("/limit", "out_of_range");
    client.get("/me/attendance?cursor=x").await.expect_field("/cursor", "invalid_cursor");
}
