//! Two servers are stopped and started in turn, as an update does it, while people work with whichever
//! answers: nothing they were told is lost, and nobody who withdrew is seen on either.

mod site;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use carnet::ids::PersonId;
use carnet::sharing::Notice;
use futures::future::join_all;
use nix::sys::signal::Signal;
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use reqwest::Method;
use serde_json::json;
use tokio::time::sleep;
use uuid::Uuid;

use super::{BUSY, dice, figure, report, seed};
use crate::support::companies::drawn_siret;
use crate::support::offers::whole_offer;
use crate::support::users::User;
use site::{Site, Wish, count, counted};

const WORKERS: u64 = 4;
/// Offers in the name of one recruiter: they may send fifty a day.
const OFFERS: usize = 40;
/// How long a server may take to end, and an index to follow.
const SOON: Duration = Duration::from_secs(10);

/// What somebody was told was done.
struct Life {
    person: PersonId,
    name: String,
    received: Uuid,
    answer: &'static str,
    said: Vec<Uuid>,
    /// What they shared, and took back.
    share: Option<Uuid>,
    is_hidden: bool,
}

impl Site {
    /// Checks that somebody who hid is found on neither server.
    async fn assert_hidden(&self, name: &str) {
        for page in self.everywhere(&self.search(json!({ "name": name }))).await {
            assert_eq!(page["total"], 0, "{name} is shown after the withdrawal was answered: {page}");
        }
    }

    /// Somebody is shown, written to, answers, and may hide again.
    async fn live(&self, hirer: &User, dice: &mut StdRng) -> Life {
        let name: String = (0..12).map(|_| dice.random_range('a'..='z')).collect();
        let person = self.world.app.person("Inès", &name).await;
        self.change(&Wish::visibility(&person, true)).await;
        let body = json!({ "offer": whole_offer(), "recipients": [person.profile] });
        let draft = self.change(&Wish::of(hirer, Method::POST, "/offers").with(body)).await;
        let offer = format!("/offers/{}", draft["id"].as_str().unwrap());
        self.change(&Wish::of(hirer, Method::POST, format!("{offer}/send")).at(1)).await;
        let mine = self.read(&Wish::of(&person, Method::GET, "/me/offers")).await;
        let received: Uuid = mine["items"][0]["id"].as_str().unwrap().parse().unwrap();
        let answer = if dice.random_bool(0.2) { "refused" } else { "accepted" };
        let mut life = Life {
            person: person.id,
            name,
            received,
            answer,
            said: Vec::new(),
            share: None,
            is_hidden: dice.random_bool(0.75),
        };
        if answer == "refused" {
            let no = Wish::of(&person, Method::POST, format!("/me/offers/{received}/refusal"));
            self.change(&no.with(json!({ "confirmed": true })).at(1)).await;
        } else {
            self.talk((hirer, &person), &offer, &mut life).await;
        }
        if life.is_hidden {
            self.hide(&person, &life.name).await;
        }
        life
    }

    /// Says yes and shares an address, talks, and takes the address back.
    async fn talk(&self, (hirer, person): (&User, &User), offer: &str, life: &mut Life) {
        let mine = format!("/me/offers/{}", life.received);
        let (items, text) = (json!([{ "kind": "email" }]), Notice::sharing().version);
        let yes = json!({ "confirmed": true, "items": items, "policy_version": text });
        let accept = Wish::of(person, Method::POST, format!("{mine}/acceptance"));
        self.change(&accept.with(yes).at(1)).await;
        let rooms = self.read(&Wish::of(person, Method::GET, "/rooms")).await;
        let messages = format!("/rooms/{}/messages", rooms["items"][0]["id"].as_str().unwrap());
        for by in [hirer, person, hirer] {
            let drawn = Uuid::new_v4();
            let body = json!({ "client_id": drawn, "text": "Bonjour" });
            self.change(&Wish::of(by, Method::POST, &messages).with(body)).await;
            life.said.push(drawn);
        }
        let read = self.read(&Wish::of(person, Method::GET, mine)).await;
        let share: Uuid = read["shares"][0]["id"].as_str().unwrap().parse().unwrap();
        let company = Wish::of(hirer, Method::GET, format!("{offer}/recipients/{}", life.received));
        for page in self.everywhere(&company).await {
            assert!(page.to_string().contains(&person.email), "what was shared is not there: {page}");
            count(&self.counts.shown);
        }
        self.change(&Wish::of(person, Method::DELETE, format!("/me/shares/{share}"))).await;
        for page in self.everywhere(&company).await {
            assert!(!page.to_string().contains(&person.email), "shown after it was taken back: {page}");
        }
        life.share = Some(share);
    }

    /// Hides somebody who is found; a server that comes back may not know them yet.
    async fn hide(&self, person: &User, name: &str) {
        let search = self.search(json!({ "name": name }));
        for _ in 0..40 {
            if self.everywhere(&search).await.iter().any(|page| page["total"] == 1) {
                count(&self.counts.shown);
                break;
            }
            sleep(Duration::from_millis(25)).await;
        }
        self.change(&Wish::visibility(person, false)).await;
        self.assert_hidden(name).await;
    }

    /// Whether the database says what was acknowledged.
    async fn keeps(&self, life: &Life) -> bool {
        let kept: (Option<String>, i64, Option<bool>, Option<bool>) = sqlx::query_as(
            "SELECT (SELECT state FROM offer_recipient WHERE id = $1),
                    (SELECT count(*) FROM message WHERE client_id = ANY($2)),
                    (SELECT visible FROM visibility WHERE person_id = $3),
                    (SELECT end_reason = 'revoked' FROM share WHERE id = $4)",
        )
        .bind(life.received)
        .bind(&life.said)
        .bind(life.person)
        .bind(life.share)
        .fetch_one(&self.world.app.state.pool)
        .await
        .unwrap();
        let said = life.said.len() as i64;
        let told = (Some(life.answer.to_owned()), said, Some(!life.is_hidden), life.share.map(|_| true));
        if kept != told {
            eprintln!("lost: {kept:?}, but {told:?}");
        }
        kept == told
    }
}

/// One life after the other, until the end.
async fn work(site: Arc<Site>, worker: u64, seed: u64) -> Vec<Life> {
    let mut dice = dice(seed.wrapping_mul(1000).wrapping_add(worker));
    let mut lives: Vec<Life> = Vec::new();
    while !site.is_over.load(Ordering::Relaxed) {
        let number = u128::from(worker) * 1_000_000 + lives.len() as u128;
        let hirer = site.world.app.recruiter_granted(&drawn_siret(number)).await.user;
        for _ in 0..OFFERS {
            lives.push(site.live(&hirer, &mut dice).await);
            // Whoever hid stays hidden, on a server that has just come back too.
            if let Some(one) = lives.choose(&mut dice).filter(|one| one.is_hidden) {
                site.assert_hidden(&one.name).await;
            }
            if site.is_over.load(Ordering::Relaxed) {
                break;
            }
        }
    }
    lives
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_are_updated_in_turn_and_nobody_loses_or_sees_too_much() {
    let (rounds, pause): (u64, u64) = (figure("CARNET_ROUNDS", 2, 20), figure("CARNET_SECONDS", 2, 8));
    let (seed, site) = (seed(), Arc::new(Site::open().await));
    site.world.populate(60).await;
    let mut servers = [0, 1].map(|place| site.start(&site.nodes[place]));
    for server in &mut servers {
        server.ready().await;
    }
    let working: Vec<_> =
        (0..WORKERS).map(|worker| tokio::spawn(work(Arc::clone(&site), worker, seed))).collect();
    let (mut stop, mut start) = (Duration::ZERO, Duration::ZERO);
    for _ in 0..rounds {
        for (server, node) in servers.iter_mut().zip(&site.nodes) {
            sleep(Duration::from_secs(pause)).await;
            let began = Instant::now();
            server.signal(Signal::SIGTERM);
            let status = server.ended(SOON + BUSY).await;
            assert!(status.success(), "{status:?}\n{}", server.words());
            stop = stop.max(began.elapsed());
            // The other one is alone for a while.
            sleep(Duration::from_millis(700)).await;
            *server = site.start(node);
            start = start.max(server.ready().await);
        }
    }
    sleep(Duration::from_secs(pause)).await;
    site.is_over.store(true, Ordering::Relaxed);
    let lives: Vec<Life> = join_all(working).await.into_iter().flat_map(Result::unwrap).collect();
    let mut lost = 0;
    for life in &lives {
        lost += usize::from(!site.keeps(life).await);
    }
    let documents = site.assert_exact().await;
    for server in servers {
        server.stop().await;
    }
    let counts = &site.counts;
    assert_eq!(lost, 0, "of {} lives (seed {seed}): {counts:?}", lives.len());
    let looks = [counted(&counts.looks[0]), counted(&counts.looks[1])];
    assert!(!looks.contains(&0) && counted(&counts.shown) > 0, "too little was seen: {counts:?}");
    report(
        "rolling restart",
        format!(
            "{rounds} × (one server stopped and started, then the other), {} changes by {WORKERS} workers \
             (seed {seed}): {} turned away, {} cut, {looks:?} looks; stopped ≤ {} ms, back ≤ {} ms; \
             {documents} people in both indexes",
            counted(&counts.acknowledged),
            counted(&counts.turned_away),
            counted(&counts.cut),
            stop.as_millis(),
            start.as_millis(),
        ),
        format!("{lost} of {} lives, 0 shown after they were withdrawn", lives.len()),
    );
}
