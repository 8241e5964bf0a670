use carnet::attendance::verify_file;
use carnet::platform::seal::SealKey;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_trainee_exports_their_own_sheet_and_nobody_elses() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    for (number, employer) in ["Chantiers Lefort", "Atelier Petit"].into_iter().enumerate() {
        let enrolment = class.enrolment(number);
        app.execute(&format!("UPDATE enrolment SET employer = '{employer}' WHERE id = '{enrolment}'")).await;
    }
    let path = format!("/me/attendance/sessions/{}/export?format=json", class.session);
    let answer = class.learner(&app, 0).get(&path).await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text);
    let keys = [app.state.part::<SealKey>().public().clone()];
    assert_eq!(verify_file(answer.text.as_bytes(), &keys).unwrap().closings, 1);
    assert!(answer.text.contains("Stagiaire0") && !answer.text.contains("Stagiaire1"));
    assert!(answer.text.contains("Chantiers Lefort") && !answer.text.contains("Atelier Petit"));
    app.trainee(&class.organisation).await.client.get(&path).await.expect_problem(404, "not_found");
    class.teacher(&app).get(&path).await.expect_problem(404, "not_found");
}
