use carnet::quizzes::RemindQuizzes;
use chrono::Duration;

use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules};

#[tokio::test]
async fn those_who_have_not_handed_in_are_told_once_that_it_closes_tomorrow() {
    let app = TestApp::start().await;
    // Tomorrow at half past two in Paris.
    let closes_at = app.state.clock.now() + Duration::hours(29) + Duration::minutes(30);
    let exam = app.exam(4, &AUTOMATIC, &Rules { closes_at: Some(closes_at), ..Rules::default() }).await;
    exam.hand_in(&app, 0, vec![]).await;
    exam.start(&app, 1).await;
    exam.learner(&app, 3).post(&exam.own_path("/withdrawal"), ()).await.expect(204);
    app.run_job(RemindQuizzes {}).await;
    app.run_job(RemindQuizzes {}).await;
    let mails = async |position: usize| app.mails_to(&exam.class.trainees[position].user.email).await;
    assert_eq!(
        [mails(0).await.len(), mails(1).await.len(), mails(2).await.len(), mails(3).await.len()],
        [0, 1, 1, 0]
    );
    let mail = mails(2).await.remove(0);
    assert_eq!(mail.subject, "«\u{a0}Contrôle\u{a0}» ferme demain");
    assert!(mail.body.contains("le 04/03/2026 à 14:30 (heure de Paris)"), "{}", mail.body);
    app.advance(Duration::days(1));
    app.run_job(RemindQuizzes {}).await;
    assert_eq!(mails(2).await.len(), 1, "today is not tomorrow");
}

#[tokio::test]
async fn a_quiz_that_closes_with_its_session_closes_at_midnight() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    app.advance(Duration::days(9));
    app.run_job(RemindQuizzes {}).await;
    let mails = app.mails_to(&exam.class.trainees[0].user.email).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].body.contains("le 13/03/2026 à minuit (heure de Paris)"), "{}", mails[0].body);
}

#[tokio::test]
async fn those_who_train_are_told_once_a_day_of_copies_that_wait() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &[Q::Long], &Rules::default()).await;
    for position in 0..2 {
        exam.hand_in(&app, position, exam.all_right(1)).await;
    }
    app.run_job(RemindQuizzes {}).await;
    app.run_job(RemindQuizzes {}).await;
    let mails = app.mails_to(&exam.class.trainer.email).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "«\u{a0}Contrôle\u{a0}»\u{a0}: 2 copie(s) à corriger");
    assert_eq!(app.mails_to(&exam.class.manager.email).await.len(), 0, "the session has a trainer");
    app.advance(Duration::days(1));
    app.run_job(RemindQuizzes {}).await;
    assert_eq!(app.mails_to(&exam.class.trainer.email).await.len(), 2);
    exam.grade_all(&app).await;
    app.advance(Duration::days(1));
    app.run_job(RemindQuizzes {}).await;
    assert_eq!(app.mails_to(&exam.class.trainer.email).await.len(), 2);
}
