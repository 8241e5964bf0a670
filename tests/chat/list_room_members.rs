use reqwest::Method;
use serde_json::{Value, json};

use super::{items, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::rooms::room_path;

#[tokio::test]
async fn those_who_read_the_room_now_are_its_members() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let path = room_path(talk.general, "/members");
    let page = talk.learner(&app, 0).get(&path).await.expect(200);
    let found: Vec<_> =
        items(&page).iter().map(|it| (it["name"].as_str().unwrap(), &it["side"], &it["is_me"])).collect();
    let (yes, no) = (json!(true), json!(false));
    let (staff, member) = (json!("staff"), json!("member"));
    assert_eq!(
        found,
        [
            ("Farida Membre", &staff, &no),
            ("Marc Membre", &staff, &no),
            ("Samir Stagiaire0", &member, &yes),
            ("Samir Stagiaire1", &member, &no)
        ]
    );
    assert!(!page.to_string().contains(&talk.class.trainer.id.to_string()), "no account id");
    app.execute(&format!(
        "UPDATE enrolment SET status = 'abandoned' WHERE id = '{}'",
        talk.class.enrolment(1)
    ))
    .await;
    assert_eq!(items(&talk.learner(&app, 0).get(&path).await.expect(200)).len(), 3);
    only_for_those_of_the_session(&app, &talk, (Method::GET, &path), &Value::Null).await;
}

#[tokio::test]
async fn who_was_put_out_is_seen_by_those_who_moderate_alone() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    app.execute(&format!(
        "INSERT INTO room_member (room_id, person_id, expelled_at) VALUES ('{}', '{}', now())",
        talk.general, talk.class.trainees[1].user.id
    ))
    .await;
    let path = room_path(talk.general, "/members");
    let names = |page: &Value| items(page).iter().filter(|it| it["is_expelled"] == true).count();
    assert_eq!(items(&talk.learner(&app, 0).get(&path).await.expect(200)).len(), 3);
    let moderators = talk.teacher(&app).get(&path).await.expect(200);
    assert_eq!((items(&moderators).len(), names(&moderators)), (4, 1));
}
