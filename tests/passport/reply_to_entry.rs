use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_person_answers_an_entry_and_the_organisation_is_told_until_when() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    class.choose(&app, &json!({ "reply_days": 10 })).await;
    let entry = class.validate(&app, 2).await;
    let path = format!("/me/passport/entries/{entry}/replies");
    let body = json!({ "text": " J’ai mené le projet seule. " });
    let reply = class.zoe.client.post(&path, &body).await.expect(201);
    assert_eq!(
        (&reply["text"], &reply["due_on"], &reply["is_overdue"], &reply["answer"]),
        (&json!("J’ai mené le projet seule."), &json!("2026-03-13"), &json!(false), &json!(null))
    );
    // It is read with the entry, by the organisation as by the person.
    for (client, path) in [
        (&class.zoe.client, format!("/me/passport/entries/{entry}")),
        (&class.school.manager.client, class.org(&format!("/validations/{entry}"))),
    ] {
        assert_eq!(client.get(&path).await.expect(200)["replies"][0]["text"], "J’ai mené le projet seule.");
    }
    let mail = app.mails_to(&class.school.manager.email).await.pop().unwrap();
    assert!(mail.subject.starts_with("Une personne répond"), "{}", mail.subject);
    assert!(mail.body.contains("au plus tard le 13/03/2026"), "{}", mail.body);
    let trail = app.trail(entry.parse().unwrap()).await;
    assert_eq!(trail.last().unwrap().0, "passport.entry_replied");

    class.zoe.client.post(&path, &body).await.expect_problem(409, "reply_waiting");
    let proof = class.zoe.client.get(&format!("/me/passport/entries/{entry}")).await.expect(200);
    assert_eq!(proof["replies"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn of_two_replies_at_once_one_is_kept() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let entry = class.validate(&app, 2).await;
    let (path, body) = (format!("/me/passport/entries/{entry}/replies"), json!({ "text": "Non." }));
    let (one, two) = tokio::join!(class.zoe.client.post(&path, &body), class.zoe.client.post(&path, &body));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}

#[tokio::test]
async fn one_answers_one_s_own_entries_only_also_those_of_a_suspended_organisation() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let entry = class.validate(&app, 2).await;
    let (path, body) =
        (format!("/me/passport/entries/{entry}/replies"), json!({ "text": "Ce n’est pas exact." }));
    for other in [&class.ali, &class.school.trainer, &class.school.manager] {
        other.client.post(&path, &body).await.expect_problem(404, "not_found");
    }
    class.zoe.client.post(&path, json!({ "text": " " })).await.expect_field("/text", "required");
    class.zoe.client.post(&path, json!({ "text": "é".repeat(2001) })).await.expect_field("/text", "too_long");
    app.suspend(&class.school.organisation).await;
    class.zoe.client.post(&path, &body).await.expect(201);
}
