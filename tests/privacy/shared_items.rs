//! L5: whatever is granted, taken back, ended or suspended in whatever order, no field outside the grants ever leaves, and
//! every field inside them does. A small model says which.

use std::collections::BTreeMap;

use carnet::ids::CompanyId;
use carnet::sharing::{self, EndShares, ShareEnd, ShareItem, SharePurpose, SharedState};
use chrono::{DateTime, Duration, Utc};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::json;

use super::{conclude, dice, trials};
use crate::support::app::TestApp;
use crate::support::companies::{Recruiter, SIRET, drawn_siret};
use crate::support::users::User;

const ITEMS: [ShareItem; 4] = [ShareItem::Phone, ShareItem::Email, ShareItem::Cv, ShareItem::Passport];
/// Steps of one life.
const STEPS: usize = 40;

/// What must be readable: by purpose and kind, until when; and whether the company's establishment is open.
#[derive(Default)]
struct Model {
    granted: BTreeMap<(usize, &'static str), Option<DateTime<Utc>>>,
    is_closed: [bool; 2],
}

/// The company of each purpose: two offers of the first, one of the second.
const COMPANY_OF: [usize; 3] = [0, 0, 1];

impl Model {
    fn grant(&mut self, purpose: usize, items: &[ShareItem], now: DateTime<Utc>) {
        for item in items {
            let end = self.granted.entry((purpose, item.kind().as_str())).or_insert(None);
            if end.is_some_and(|end| end <= now) {
                *end = None;
            }
        }
    }

    fn end(&mut self, is_ended: impl Fn(usize, &str) -> bool) {
        self.granted.retain(|(purpose, kind), _| !is_ended(*purpose, kind));
    }

    fn limit(&mut self, purpose: usize, until: DateTime<Utc>) {
        for (_, end) in self.granted.iter_mut().filter(|((of, _), _)| *of == purpose) {
            *end = Some(end.map_or(until, |end| end.min(until)));
        }
    }

    fn reads(&self, company: usize, purpose: usize, kind: &str, now: DateTime<Utc>) -> bool {
        let end = self.granted.iter().find(|((of, what), _)| (*of, *what) == (purpose, kind));
        let is_open = end.is_some_and(|(_, end)| end.is_none_or(|end| end > now));
        is_open && COMPANY_OF[purpose] == company && !self.is_closed[company]
    }
}

/// A person, what they received, and those who read it.
struct Life {
    app: TestApp,
    user: User,
    sirets: [String; 2],
    companies: [CompanyId; 2],
    recruiters: [Recruiter; 2],
    purposes: [SharePurpose; 3],
    model: Model,
    past: Vec<String>,
}

impl Life {
    async fn begin() -> Self {
        let app = TestApp::with_catalogue().await;
        let sirets = [SIRET.to_owned(), drawn_siret(7)];
        let recruiters = [app.recruiter_granted(&sirets[0]).await, app.recruiter_granted(&sirets[1]).await];
        let companies = [app.company(&sirets[0], "active").await, app.company(&sirets[1], "active").await];
        let user = app.person("Inès", "Lefèvre").await;
        app.give_phone(&user, "06 12 34 56 78").await;
        app.give_cv(&user, "parcours").await;
        let purposes = COMPANY_OF.map(|company| app.purpose(&user, companies[company], "Offre"));
        Self { app, user, sirets, companies, recruiters, purposes, model: Model::default(), past: Vec::new() }
    }

    fn now(&self) -> DateTime<Utc> {
        self.app.state.clock.now()
    }

    /// One thing that happens, to the server and to the model.
    async fn step(&mut self, rng: &mut StdRng) {
        let (purpose, company) = (rng.random_range(0..3), rng.random_range(0..2));
        let item = *ITEMS.choose(rng).unwrap();
        let now = self.now();
        let told = match rng.random_range(0..12) {
            0..=4 => {
                let items: Vec<ShareItem> = ITEMS.into_iter().filter(|_| rng.random_bool(0.5)).collect();
                self.app.grant(&self.purposes[purpose], &items).await.unwrap();
                self.model.grant(purpose, &items, now);
                format!("grant {purpose} {items:?}")
            }
            5 | 6 => self.revoke_one(purpose, item).await,
            7 => {
                let body = json!({ "siret": self.sirets[company] });
                // Unknown as long as nothing was ever shared with it.
                self.client(&self.user).post("/me/shares/revoke", body).await;
                self.model.end(|of, _| COMPANY_OF[of] == company);
                format!("revoke all of company {company}")
            }
            8 => {
                self.app.end(&self.purposes[purpose], ShareEnd::Closed).await;
                self.model.end(|of, _| of == purpose);
                format!("close {purpose}")
            }
            9 => {
                let until = now + Duration::minutes(rng.random_range(0..4));
                let mut tx = self.app.state.pool.begin().await.unwrap();
                sharing::limit_shares(&mut tx, self.purposes[purpose].purpose, until).await.unwrap();
                tx.commit().await.unwrap();
                self.model.limit(purpose, until);
                format!("limit {purpose} to {until}")
            }
            10 => {
                self.model.is_closed[company] = !self.model.is_closed[company];
                let state = if self.model.is_closed[company] { "closed" } else { "active" };
                self.app.company(&self.sirets[company], state).await;
                format!("company {company} is {state}")
            }
            _ => {
                self.app.advance(Duration::minutes(rng.random_range(0..3)));
                if rng.random_bool(0.5) {
                    self.app.run_job(EndShares::default()).await;
                }
                format!("it is {}", self.now())
            }
        };
        self.past.push(told);
    }

    async fn revoke_one(&mut self, purpose: usize, item: ShareItem) -> String {
        let kind = item.kind();
        let shares = self.app.shares_of(&self.purposes[purpose]).await;
        if let Some(share) = shares.iter().find(|share| share.kind == kind && share.ended_at.is_none()) {
            let path = format!("/me/shares/{}", share.id);
            self.client(&self.user).delete(&path).await.expect(200);
        }
        self.model.end(|of, what| of == purpose && what == kind.as_str());
        format!("revoke {} of {purpose}", kind.as_str())
    }

    fn client(&self, user: &User) -> crate::support::client::Client {
        self.app.renewed(user).client
    }

    /// Compares what every company reads of every purpose, in the list and by its files, with the model.
    async fn check(&self, leaks: &mut Vec<String>) {
        let now = self.now();
        for (purpose, of) in self.purposes.iter().enumerate() {
            let shares = self.app.shares_of(of).await;
            for (company, id) in self.companies.iter().enumerate() {
                let read = self.app.read_by(*id, of).await;
                for kind in ITEMS.map(ShareItem::kind) {
                    let may = self.model.reads(company, purpose, kind.as_str(), now);
                    let line = read.iter().find(|item| item.kind == kind);
                    let does = line.is_some_and(|item| item.state == SharedState::Shared);
                    let shows = line.is_some_and(|item| item.value.is_some() || item.file.is_some());
                    // A passport is read by its own address: its line shows nothing.
                    if does != may || shows != (may && kind.as_str() != "passport") {
                        leaks.push(format!(
                            "{company} lists {} of {purpose}, after {:?}",
                            kind.as_str(),
                            self.past
                        ));
                    }
                }
                for share in shares.iter().filter(|share| ["cv", "passport"].contains(&share.kind.as_str())) {
                    let rest = if share.kind.as_str() == "cv" { "file" } else { "passport" };
                    let path = format!("/shares/{}/{rest}", share.id);
                    let answer = self.client(&self.recruiters[company].user).get(&path).await;
                    // What ended stays over, though the same was agreed to anew.
                    let may = share.ended_at.is_none()
                        && self.model.reads(company, purpose, share.kind.as_str(), now);
                    if (answer.status == 200) != may {
                        leaks.push(format!(
                            "{company} opens {path}: {}, after {:?}",
                            answer.status, self.past
                        ));
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn nothing_outside_the_grants_ever_leaves() {
    let (seed, mut rng) = dice();
    let (lives, mut leaks) = (trials(2), Vec::new());
    for _ in 0..lives {
        let mut life = Life::begin().await;
        let mut own = StdRng::seed_from_u64(rng.random());
        for _ in 0..STEPS {
            life.step(&mut own).await;
            life.check(&mut leaks).await;
        }
        // What was written down on the way holds.
        let faults = sharing::verify_consents(&life.app.state).await.unwrap().faults;
        leaks.extend(faults.iter().map(ToString::to_string));
    }
    conclude("shared items", seed, format!("{lives} lives of {STEPS} steps"), &leaks);
}
