//! Mails: written with the transaction, sent once, readable.

use carnet::platform::jobs::count_due;
use carnet::platform::mail::{self, Mail, Template, context};

use crate::support::app::TestApp;

const WELCOME: Template = Template {
    name: "welcome",
    source: "Objet : Bienvenue à l’œuvre, {{ name }}\n\nBonjour {{ name }},\n\nVotre carnet : {{ site }}/carnet?jeton={{ token }}\n",
};

async fn write(app: &TestApp, to: &str, name: &str) -> Result<(), carnet::platform::http::Error> {
    let mut tx = app.state.pool.begin().await.unwrap();
    let mail = Mail { to, template: &WELCOME, context: context! { name, token => "abc123" } };
    mail::send(&mut tx, &app.state, mail).await?;
    tx.commit().await.unwrap();
    Ok(())
}

#[tokio::test]
async fn a_mail_leaves_after_the_transaction_and_reads_as_written() {
    let app = TestApp::start_with(&["--public-url=https://carnet.test/"]).await;
    write(&app, "zoe@exemple.fr", "Zoé Lefèvre-Œuvrard, de la très longue lignée des Lefèvre-Œuvrard")
        .await
        .unwrap();
    assert_eq!(count_due(&app.state).await.unwrap(), 1);

    let mails = app.mails_to("zoe@exemple.fr").await;
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!(
        mail.subject,
        "Bienvenue à l’œuvre, Zoé Lefèvre-Œuvrard, de la très longue lignée des Lefèvre-Œuvrard"
    );
    assert!(mail.body.starts_with("Bonjour Zoé Lefèvre-Œuvrard"), "{}", mail.body);
    assert_eq!(mail.after("https://carnet.test/carnet?jeton="), "abc123");
    assert!(mail.headers.contains("Auto-Submitted: auto-generated"), "{}", mail.headers);
    assert!(mail.headers.contains("Message-ID: <"), "{}", mail.headers);
    assert_eq!(count_due(&app.state).await.unwrap(), 0, "a sent mail leaves the queue, its address with it");
}

#[tokio::test]
async fn a_mail_is_not_sent_when_the_transaction_is_rolled_back() {
    let app = TestApp::start().await;
    let mut tx = app.state.pool.begin().await.unwrap();
    let mail =
        Mail { to: "a@exemple.fr", template: &WELCOME, context: context! { name => "A", token => "t" } };
    mail::send(&mut tx, &app.state, mail).await.unwrap();
    tx.rollback().await.unwrap();
    assert!(app.mails_to("a@exemple.fr").await.is_empty());
}

#[tokio::test]
async fn a_mail_that_lacks_a_value_fails_when_it_is_written() {
    let app = TestApp::start().await;
    let mut tx = app.state.pool.begin().await.unwrap();
    let mail = Mail { to: "a@exemple.fr", template: &WELCOME, context: context! { name => "A" } };
    assert!(mail::send(&mut tx, &app.state, mail).await.is_err());
}

#[tokio::test]
async fn an_address_nobody_can_have_is_put_aside_at_once() {
    let app = TestApp::start().await;
    write(&app, "pas une adresse", "A").await.unwrap();
    let drained = carnet::platform::jobs::run_due(&app.state, app.state.part()).await.unwrap();
    assert_eq!((drained.done, drained.errors.len()), (0, 1));
    let dead: i64 =
        sqlx::query_scalar("SELECT count(*) FROM job_dead").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(dead, 1);
}

#[tokio::test]
async fn a_faulty_sender_is_refused_at_start() {
    let app = TestApp::start().await;
    let mut config = (*app.state.config).clone();
    config.mail_from = "personne".to_owned();
    let refusal = carnet::platform::mail::Mailer::new(&config).unwrap_err().to_string();
    assert!(refusal.contains("CARNET_MAIL_FROM"), "{refusal}");
}
