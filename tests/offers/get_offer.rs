use super::colleague;
use crate::support::app::TestApp;
use crate::support::offers::{offer_path, whole_offer};

#[tokio::test]
async fn colleagues_read_and_do_not_act() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let draft = app.draft(&hirer, &whole_offer(), &[]).await;
    let path = offer_path(&draft, "");
    assert_eq!(hirer.client.get(&path).await.expect(200), draft);
    let read = colleague(&app).await.client.get(&path).await.expect(200);
    assert_eq!((read["is_mine"].as_bool(), read["can_act"].as_bool()), (Some(false), Some(false)));
    assert_eq!(read["title"], draft["title"]);
}

#[tokio::test]
async fn who_takes_over_from_somebody_who_left_becomes_the_author() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let colleague = colleague(&app).await;
    let draft = app.draft(&hirer, &whole_offer(), &[]).await;
    let path = offer_path(&draft, "");
    colleague.client.put_at(&path, &draft["version"], whole_offer()).await.expect_problem(403, "forbidden");
    sqlx::query("DELETE FROM recruiter WHERE person_id = $1")
        .bind(hirer.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(colleague.client.get(&path).await.expect(200)["can_act"], true);
    let taken = colleague.client.put_at(&path, &draft["version"], whole_offer()).await.expect(200);
    assert_eq!((taken["is_mine"].as_bool(), taken["version"].as_i64()), (Some(true), Some(2)));
    let trail = app.trail(draft["id"].as_str().unwrap().parse().unwrap()).await;
    let kinds: Vec<&str> = trail.iter().map(|(kind, ..)| kind.as_str()).collect();
    assert_eq!(kinds, ["offer.written", "offer.taken_over", "offer.written"]);
}

#[tokio::test]
async fn an_admin_of_the_company_acts_without_taking_over() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let admin = app.hirer().await;
    sqlx::query("UPDATE recruiter SET role = 'admin' WHERE id = $1")
        .bind(admin.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let draft = app.draft(&hirer, &whole_offer(), &[]).await;
    let path = offer_path(&draft, "");
    let written = admin.user.client.put_at(&path, &draft["version"], whole_offer()).await.expect(200);
    assert_eq!((written["is_mine"].as_bool(), written["can_act"].as_bool()), (Some(false), Some(true)));
}
