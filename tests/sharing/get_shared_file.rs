use carnet::sharing::{ShareEnd, ShareItem};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::{SIRET, drawn_siret};
use crate::support::experiences::{holds, mine, page};
use crate::support::sharing::Sharer;

async fn path(app: &TestApp, sharer: &Sharer, kind: &str) -> String {
    format!("/shares/{}/file", app.share_of(&sharer.purpose, kind).await)
}

/// What the person reads of who had what of theirs, oldest first.
async fn fields_read(app: &TestApp, sharer: &Sharer) -> Vec<Vec<String>> {
    sqlx::query_scalar(
        "SELECT fields FROM profile_access WHERE person_id = $1 AND purpose = 'share' ORDER BY number",
    )
    .bind(sharer.user.id)
    .fetch_all(&app.state.pool)
    .await
    .unwrap()
}

#[tokio::test]
async fn each_download_is_handed_out_and_noted() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Cv, sharer.proof()]).await.unwrap();
    let client = &sharer.recruiter.user.client;
    let cv = client.get(&path(&app, &sharer, "cv").await).await;
    assert!(cv.status == 200 && holds(cv.text.as_bytes(), "parcours"), "{}", cv.text);
    assert_eq!(cv.headers["cache-control"], "private, no-store");
    let proof = client.get(&path(&app, &sharer, "proof").await).await;
    assert!(holds(proof.text.as_bytes(), "diplome"));
    client.get(&path(&app, &sharer, "cv").await).await;
    assert_eq!(fields_read(&app, &sharer).await, [["cv"], ["proof"], ["cv"]]);
}

#[tokio::test]
async fn a_page_open_when_it_is_taken_back_gets_nothing_more() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Cv]).await.unwrap();
    let (client, path) = (&sharer.recruiter.user.client, path(&app, &sharer, "cv").await);
    let etag = client.get(&path).await.headers["etag"].to_str().unwrap().to_owned();
    let id = app.share_of(&sharer.purpose, "cv").await;
    sharer.user.client.delete(&format!("/me/shares/{id}")).await.expect(200);
    client.get(&path).await.expect_problem(403, "share_ended");
    // Not even that it is still the same.
    let again = client.request(reqwest::Method::GET, &path).header("If-None-Match", etag);
    crate::support::client::send(again).await.expect_problem(403, "share_ended");
    assert_eq!(fields_read(&app, &sharer).await.len(), 1, "what is refused is not noted as read");
    // Agreed to anew, it is another share: the old one stays over.
    app.grant(&sharer.purpose, &[ShareItem::Cv]).await.unwrap();
    client.get(&path).await.expect_problem(403, "share_ended");
}

#[tokio::test]
async fn nobody_else_opens_it() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Cv, ShareItem::Phone]).await.unwrap();
    let path = path(&app, &sharer, "cv").await;
    let stranger = app.recruiter_granted(&drawn_siret(7)).await;
    let foreign = stranger.user.client.get(&path).await.expect_problem(404, "not_found");
    let unknown = format!("/shares/{}/file", uuid::Uuid::nil());
    assert_eq!(foreign, stranger.user.client.get(&unknown).await.expect_problem(404, "not_found"));
    sharer.user.client.get(&path).await.expect_problem(403, "recruiter_required");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
    // A colleague may; a share without a file has none.
    let colleague = app.recruiter_granted(SIRET).await;
    assert_eq!(colleague.user.client.get(&path).await.status, 200);
    let phone = format!("/shares/{}/file", app.share_of(&sharer.purpose, "phone").await);
    colleague.user.client.get(&phone).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn who_is_not_verified_any_more_opens_nothing_until_they_are_again() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Cv]).await.unwrap();
    let (client, path) = (&sharer.recruiter.user.client, path(&app, &sharer, "cv").await);
    app.company(SIRET, "closed").await;
    client.get(&path).await.expect_problem(403, "recruiter_not_verified");
    assert!(app.read_by(sharer.company, &sharer.purpose).await.is_empty());
    app.company(SIRET, "active").await;
    assert_eq!(client.get(&path).await.status, 200);
    sqlx::query("UPDATE recruiter SET status = 'suspended'").execute(&app.state.pool).await.unwrap();
    client.get(&path).await.expect_problem(403, "recruiter_not_verified");
    // Its end is written down by whoever suspends the company for good.
    app.end(&sharer.purpose, ShareEnd::CompanySuspended).await;
    sqlx::query("UPDATE recruiter SET status = 'granted'").execute(&app.state.pool).await.unwrap();
    client.get(&path).await.expect_problem(403, "share_ended");
}

#[tokio::test]
async fn another_legal_unit_needs_another_consent() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Cv, ShareItem::Phone]).await.unwrap();
    let moved = drawn_siret(9);
    sqlx::query("UPDATE company SET siret = $1, siren = left($1, 9)")
        .bind(&moved)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let path = path(&app, &sharer, "cv").await;
    sharer.recruiter.user.client.get(&path).await.expect_problem(404, "not_found");
    assert!(app.read_by(sharer.company, &sharer.purpose).await.is_empty());
}

#[tokio::test]
async fn of_a_masked_proof_the_copy_alone_is_handed_out() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let proof = app.proof(&sharer.user, &sharer.experience, page("secret")).await;
    let item = ShareItem::Proof(proof.parse::<uuid::Uuid>().unwrap().into());
    app.grant(&sharer.purpose, &[item]).await.unwrap();
    let path = path(&app, &sharer, "proof").await;
    let client = &sharer.recruiter.user.client;
    assert!(holds(client.get(&path).await.text.as_bytes(), "secret"));
    let zones = json!({ "zones": [{ "page": 1, "x": 0.0, "y": 0.0, "width": 1.0, "height": 1.0 }] });
    let mask = mine(&sharer.experience, &format!("/proofs/{proof}/zones"));
    sharer.user.client.put(&mask, zones).await.expect(200);
    client.get(&path).await.expect_problem(409, "file_not_checked");
    assert!(app.read_by(sharer.company, &sharer.purpose).await[0].file.is_none());
    app.run_jobs().await;
    let copy = client.get(&path).await;
    assert!(copy.status == 200 && !holds(copy.text.as_bytes(), "secret"));
    let read = app.read_by(sharer.company, &sharer.purpose).await;
    assert_eq!(read[0].file.as_ref().unwrap().name, "Diplome (masqué).pdf");
}

#[tokio::test]
async fn a_proof_its_person_removed_is_nobodys() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[sharer.proof()]).await.unwrap();
    let path = path(&app, &sharer, "proof").await;
    let own = mine(&sharer.experience, &format!("/proofs/{}", sharer.proof));
    sharer.user.client.delete(&own).await.expect(204);
    sharer.recruiter.user.client.get(&path).await.expect_problem(403, "share_ended");
    // The clock writes it down.
    app.run_job(carnet::sharing::EndShares::default()).await;
    let ended = &app.shares_of(&sharer.purpose).await[0];
    assert_eq!(ended.end_reason, Some(ShareEnd::ItemRemoved));
    assert!(ended.proof.as_ref().unwrap().name.is_none());
}

#[tokio::test]
async fn a_person_whose_account_is_closed_shows_nothing() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Cv]).await.unwrap();
    let path = path(&app, &sharer, "cv").await;
    sqlx::query("UPDATE person SET disabled_at = $2 WHERE id = $1")
        .bind(sharer.user.id)
        .bind(app.state.clock.now())
        .execute(&app.state.pool)
        .await
        .unwrap();
    sharer.recruiter.user.client.get(&path).await.expect_problem(403, "share_ended");
}
