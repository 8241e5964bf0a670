use serde_json::json;

use crate::support::app::TestApp;

const PATH: &str = "/me/notification-settings";

#[tokio::test]
async fn what_is_chosen_holds_for_whoever_chose_it() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    let usual = ines.client.get(PATH).await.expect(200);
    let mut chosen = usual.clone();
    chosen["offers"]["mail"] = json!("none");
    chosen["rooms"] = json!({ "mail": "daily", "in_app": false });
    for _ in 0..2 {
        assert_eq!(ines.client.put(PATH, &chosen).await.expect(200), chosen);
        assert_eq!(ines.client.get(PATH).await.expect(200), chosen);
    }
    assert_eq!(noe.client.get(PATH).await.expect(200), usual);
    let trail: Vec<String> = sqlx::query_scalar("SELECT kind FROM audit_event WHERE actor_id = $1")
        .bind(ines.id)
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(trail, ["notification.settings_changed"], "once: the second time changed nothing");
}

#[tokio::test]
async fn offers_stay_listed_and_the_account_stays_on() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let mut settings = ines.client.get(PATH).await.expect(200);
    settings["offers"]["in_app"] = json!(false);
    settings["account"] = json!({ "mail": "daily", "in_app": false });
    let told = ines.client.put(PATH, &settings).await.expect_field("/offers/in_app", "always_on");
    let pointers: Vec<_> = told["errors"].as_array().unwrap().iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/offers/in_app", "/account/in_app", "/account/mail"]);
    settings["offers"]["in_app"] = json!(true);
    settings["account"] = json!({ "mail": "at_once", "in_app": true });
    ines.client.put(PATH, &settings).await.expect(200);
}

#[tokio::test]
async fn every_group_is_named_and_no_other() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let whole = ines.client.get(PATH).await.expect(200);
    let mut body = whole.clone();
    body.as_object_mut().unwrap().remove("rooms");
    ines.client.put(PATH, &body).await.expect_field("/rooms", "required");
    let mut body = whole.clone();
    body["weather"] = json!({ "mail": "daily", "in_app": true });
    ines.client.put(PATH, &body).await.expect_field("/weather", "unknown_field");
    let mut body = whole;
    body["rooms"]["mail"] = json!("hourly");
    ines.client.put(PATH, &body).await.expect_field("/rooms/mail", "invalid_type");
    app.anonymous().put(PATH, &body).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn two_tabs_that_save_at_once_leave_what_one_of_them_says_whole() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let usual = ines.client.get(PATH).await.expect(200);
    let with = |mail: &str| {
        let mut body = usual.clone();
        for group in ["offers", "shares", "rooms", "quizzes", "recruiting"] {
            body[group]["mail"] = json!(mail);
        }
        body
    };
    let (daily, none) = (with("daily"), with("none"));
    for _ in 0..10 {
        let (one, other) = tokio::join!(ines.client.put(PATH, &daily), ines.client.put(PATH, &none));
        one.expect(200);
        other.expect(200);
        let kept = ines.client.get(PATH).await.expect(200);
        assert!(kept == daily || kept == none, "{kept}");
    }
}
