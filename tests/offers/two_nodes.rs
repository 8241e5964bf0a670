//! Two servers on one database and one object store: what the clock does with shares, offers and rooms
//! happens once, whichever of them comes first.

use carnet::chat::EndRooms;
use carnet::notifications::MailNotices;
use carnet::offers::{AnonymiseOffers, FollowOffers, RemindOffers};
use carnet::platform::jobs::{self, Job};
use carnet::schedule::timed_jobs;
use carnet::sharing::{EndShares, Notice};
use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::offers::{SentOffer, answer_at, offer_with, whole_offer};
use crate::support::rooms::{room_path, text};
use crate::support::users::User;

/// Both servers.
struct Nodes {
    one: TestApp,
    other: TestApp,
}

/// Writes a timed job on a node, as its clock does; false when the other node did.
async fn tick<J: Job>(node: &TestApp) -> bool {
    let timed = timed_jobs(&"0 41 3 * * *".parse().unwrap());
    let line = timed.iter().find(|line| line.kind == J::KIND).unwrap();
    jobs::tick(&node.state, line, node.state.clock.now()).await.unwrap()
}

impl Nodes {
    async fn start() -> Self {
        let one = TestApp::hiring().await;
        let data = format!("--data={}", one.data.path().display());
        let other = one.start_beside(91, &[&data]).await;
        Self { one, other }
    }

    /// From now on a notice is read as it is told: one that is told twice is there twice.
    async fn read_at_once(&self) {
        for statement in [
            "CREATE FUNCTION read_at_once() RETURNS trigger LANGUAGE plpgsql AS
             'BEGIN NEW.read_at := NEW.created_at; RETURN NEW; END'",
            "CREATE TRIGGER read_at_once BEFORE INSERT ON notification
             FOR EACH ROW EXECUTE FUNCTION read_at_once()",
        ] {
            self.one.execute(statement).await;
        }
    }

    /// Lets the clock strike on both at once, and does all that follows from it on both.
    async fn strike<J: Job + Default>(&self) {
        let (one, other) = (&self.one, &self.other);
        let (first, second) = tokio::join!(tick::<J>(one), tick::<J>(other));
        assert!(first ^ second, "{}: {first} and {second}", J::KIND);
        // A worker that stalls is taken over: a job may run on both at the same time.
        tokio::join!(Box::pin(one.run_job(J::default())), Box::pin(other.run_job(J::default())));
        let (here, there) = tokio::join!(one.run_jobs(), other.run_jobs());
        assert!(here + there > 0, "{}: what was written is not done", J::KIND);
    }

    /// So many people whom recruiters see.
    async fn seekers(&self, count: usize) -> Vec<User> {
        let mut people = Vec::new();
        for number in 0..count {
            people.push(self.one.seeker(&format!("Personne {number}")).await);
        }
        people
    }

    /// Checks how many rows there are.
    async fn assert_counts(&self, expected: &[(&'static str, i64)]) {
        for (sql, count) in expected {
            let found: i64 = sqlx::query_scalar(*sql).fetch_one(&self.one.state.pool).await.unwrap();
            assert_eq!(found, *count, "{sql}");
        }
    }
}

/// An offer to all of these.
async fn sent(app: &TestApp, hirer: &User, people: &[User]) -> SentOffer {
    let people: Vec<&User> = people.iter().collect();
    app.sent(hirer, &whole_offer(), &people).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_share_whose_time_is_over_has_one_end() {
    let nodes = Nodes::start().await;
    let (app, people) = (&nodes.one, nodes.seekers(6).await);
    let hirer = app.hirer().await.user;
    let sent = sent(app, &hirer, &people).await;
    let yes = json!({
        "confirmed": true, "items": [{ "kind": "email" }], "policy_version": Notice::sharing().version,
    });
    for (place, person) in people.iter().enumerate() {
        answer_at(&person.client, &sent.mine(place, "/acceptance"), 1, &yes).await.expect(200);
        person.client.post(&sent.mine(place, "/closing"), ()).await.expect(200);
    }
    // What is shared for a conversation ends thirty days after it.
    app.advance(Duration::days(30));
    let hirer = app.renewed(&hirer);
    assert!(!hirer.client.get(&sent.of(0, "")).await.text.contains(&people[0].email), "it is over already");
    nodes.assert_counts(&[("SELECT count(*) FROM consent_receipt WHERE kind = 'share_ended'", 0)]).await;
    nodes.read_at_once().await;
    nodes.strike::<EndShares>().await;
    nodes
        .assert_counts(&[
            ("SELECT count(*) FROM share WHERE end_reason = 'expired'", 6),
            ("SELECT count(*) FROM consent_receipt WHERE kind = 'share_ended'", 6),
            ("SELECT count(*) FROM audit_event WHERE kind = 'sharing.share_ended'", 6),
            ("SELECT count(*) FROM notification WHERE kind = 'share.ended'", 6),
        ])
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_that_ends_soon_is_told_once_and_mailed_once() {
    let nodes = Nodes::start().await;
    let (app, people) = (&nodes.one, nodes.seekers(5).await);
    sent(app, &app.hirer().await.user, &people).await;
    app.go_to("2026-03-29T22:00:00Z");
    nodes.read_at_once().await;
    nodes.strike::<RemindOffers>().await;
    nodes
        .assert_counts(&[
            ("SELECT count(*) FROM notification WHERE kind = 'offer.ending'", 5),
            ("SELECT count(*) FROM audit_event WHERE kind = 'offer.ending_told'", 5),
        ])
        .await;
    // Whatever waits for somebody is one mail.
    app.execute("UPDATE notification SET read_at = NULL").await;
    app.advance(Duration::minutes(2));
    nodes.strike::<MailNotices>().await;
    for person in &people {
        assert_eq!(app.mails_to(&person.email).await.len(), 1, "{}", person.email);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_heard_of_an_offer_moves_it_once_and_a_pause_is_told_once() {
    let nodes = Nodes::start().await;
    let (app, people) = (&nodes.one, nodes.seekers(6).await);
    let sent = sent(app, &app.hirer().await.user, &people).await;
    let heard = [("sent", "deliver"), ("failed", "fail")];
    for (received, (mail, _)) in sent.received.iter().zip(heard.iter().cycle()) {
        let noted = format!("UPDATE notification SET mail = '{mail}' WHERE subject_id = '{received}'");
        app.execute(&noted).await;
    }
    nodes.strike::<FollowOffers>().await;
    for (received, (_, event)) in sent.received.iter().zip(heard.iter().cycle()) {
        let moves: Vec<String> = app.moves(*received).await.into_iter().map(|(event, _)| event).collect();
        assert_eq!(moves, ["send", *event]);
        // Within the one instant of the tests' clock, the trails of two nodes have no order; the log is numbered.
        let agree = app.log_and_trail(*received).await.map(|mut moves| {
            moves.sort();
            moves
        });
        assert_eq!(agree[0], agree[1]);
    }
    app.execute("UPDATE recruiter SET status = 'suspended'").await;
    app.advance(Duration::minutes(1));
    nodes.read_at_once().await;
    nodes.strike::<FollowOffers>().await;
    for person in &people {
        assert_eq!(app.told(person, "offer.paused").await.len(), 1);
    }
    nodes.assert_counts(&[("SELECT count(*) FROM offer_transition", 12)]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_over_for_three_months_is_forgotten_once_with_its_files() {
    let nodes = Nodes::start().await;
    let (app, people) = (&nodes.one, nodes.seekers(5).await);
    let hirer = app.hirer().await.user;
    let mut offers = Vec::new();
    for _ in 0..2 {
        let file = hirer.client.upload_pdf().await["id"].clone();
        offers.push(offer_with(&json!({ "file_id": file })));
    }
    let chosen: Vec<&User> = people.iter().collect();
    let sent = app.sent(&hirer, &offers[0], &chosen).await;
    app.draft(&hirer, &offers[1], &[]).await;
    for (place, person) in people.iter().enumerate() {
        let no = json!({ "confirmed": true });
        answer_at(&person.client, &sent.mine(place, "/refusal"), 1, no).await.expect(200);
    }
    app.run_jobs().await;
    app.only_objects(2).await;
    app.go_to("2026-06-03T07:00:00Z");
    nodes.strike::<AnonymiseOffers>().await;
    nodes
        .assert_counts(&[
            ("SELECT count(*) FROM offer_recipient WHERE anonymised_at IS NOT NULL AND person_id IS NULL", 5),
            ("SELECT count(*) FROM offer WHERE anonymised_at IS NOT NULL", 1),
            ("SELECT count(*) FROM offer", 1),
            ("SELECT count(*) FROM offer_transition", 0),
            ("SELECT count(*) FROM notification WHERE kind LIKE 'offer.%'", 0),
            // Each person's, and the offer's own.
            ("SELECT count(*) FROM audit_event WHERE kind = 'offer.anonymised'", 6),
            ("SELECT count(*) FROM audit_event WHERE kind = 'offer.deleted'", 1),
        ])
        .await;
    assert!(app.objects().is_empty(), "{:?}", app.objects());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_whose_month_is_over_goes_once_with_the_files_that_came_in_on_both() {
    let nodes = Nodes::start().await;
    let (app, other) = (&nodes.one, &nodes.other);
    for node in [app, other, app, other] {
        let pair = app.pair().await;
        let client = pair.company(node);
        let file = client.upload_pdf().await["id"].clone();
        let mut message = text("Voici la fiche du poste.");
        message["file_ids"] = json!([file]);
        client.post(&room_path(pair.room, "/messages"), message).await.expect(201);
    }
    app.run_jobs().await;
    app.only_objects(4).await;
    app.go_to("2026-04-03T22:00:00Z");
    nodes.read_at_once().await;
    nodes.strike::<EndRooms>().await;
    nodes
        .assert_counts(&[
            ("SELECT count(*) FROM chat_room", 0),
            ("SELECT count(*) FROM message", 0),
            // One for each of the two.
            ("SELECT count(*) FROM room_receipt", 8),
            ("SELECT count(*) FROM notification WHERE kind = 'room.closed'", 8),
            ("SELECT count(*) FROM audit_event WHERE kind = 'room.deleted'", 4),
        ])
        .await;
    assert!(app.objects().is_empty(), "{:?}", app.objects());
}
