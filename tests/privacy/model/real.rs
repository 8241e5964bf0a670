//! The server, as the person and the companies use it.

use carnet::ids::{OfferRecipientId, ProfileId};
use carnet::offers::ExpireOffers;
use carnet::orgs::Role;
use carnet::privacy::EraseAccounts;
use carnet::sharing::Notice;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::reference::{Model, Seen, Stands};
use super::{JOBS, Step};
use crate::support::client::{Answer, Client, send};
use crate::support::companies::{Recruiter, drawn_siret};
use crate::support::offers::{offer_with, yes};
use crate::support::organisations::Organisation;
use crate::support::search::SearchApp;
use crate::support::users::{PASSWORD, User};

/// A server, and an organisation that people belong to.
pub struct Stage {
    pub app: SearchApp,
    organisation: Organisation,
}

impl Stage {
    pub async fn start() -> Self {
        let app = SearchApp::start().await;
        let organisation = app.organisation("Atelier").await;
        Self { app, organisation }
    }
}

/// The real thing: a person and two companies on a server.
pub struct Real<'stage> {
    pub stage: &'stage mut Stage,
    person: User,
    last_name: String,
    companies: [Recruiter; 2],
    sirets: [String; 2],
    /// Newest offer of each company: its id, and what the person received of it.
    offers: [Option<(String, String)>; 2],
    /// Whether each company ever had a room with the person, and which.
    rooms: [Option<String>; 2],
}

/// A name like no other's on the server: what a sequence left behind is not taken for this one's.
fn own_name(profile: &ProfileId) -> String {
    let letter = |digit: u32| char::from_u32('a' as u32 + digit).expect("a letter");
    profile.0.simple().to_string().chars().filter_map(|digit| digit.to_digit(16)).map(letter).collect()
}

impl<'stage> Real<'stage> {
    pub async fn enter(stage: &'stage mut Stage, number: usize) -> Self {
        let app = &stage.app;
        let person = app.member(&stage.organisation, Role::Trainee).await;
        let last_name = own_name(&person.profile);
        person.client.patch("/me", json!({ "first_name": "Inès", "last_name": last_name })).await.expect(200);
        person.client.put("/me/skills/101", json!({ "level": 3 })).await.expect(200);
        let sirets = [0, 1].map(|company| drawn_siret(7 + 2 * number as u128 + company));
        let companies = [app.recruiter_granted(&sirets[0]).await, app.recruiter_granted(&sirets[1]).await];
        Self { stage, person, last_name, companies, sirets, offers: [None, None], rooms: [None, None] }
    }

    /// On the connections that are open already: thousands of new ones would take longer than what is asked.
    fn as_user(&self, user: &User) -> Client {
        user.client.with_token(&self.stage.app.renewed_token(user))
    }

    fn person(&self) -> Client {
        self.as_user(&self.person)
    }

    fn company(&self, company: usize) -> Client {
        self.as_user(&self.companies[company].user)
    }

    fn mine(&self, company: usize, rest: &str) -> String {
        let (_, received) = self.offers[company].as_ref().expect("the model says that there is an offer");
        format!("/me/offers/{received}{rest}")
    }

    async fn answer(&self, company: usize, rest: &str, body: Value) -> Answer {
        let version = self.person().get(&self.mine(company, "")).await.expect(200)["version"].clone();
        let request = self.person().starting_from(Method::POST, &self.mine(company, rest), &version);
        send(request.json(&body)).await
    }

    async fn set_visible(&self, visible: bool) {
        let policy = self.person().get("/me/visibility").await.expect(200)["policy_version"].clone();
        self.person()
            .put("/me/visibility", json!({ "visible": visible, "policy_version": policy }))
            .await
            .expect(200);
    }

    async fn set_active(&self, company: usize, state: &str) {
        sqlx::query("UPDATE company SET register_state = $2 WHERE siret = $1")
            .bind(&self.sirets[company])
            .bind(state)
            .execute(&self.stage.app.state.pool)
            .await
            .unwrap();
    }

    async fn offer(&mut self, company: usize, job: &str) {
        let tomorrow = self.stage.app.state.clock.today() + Duration::days(1);
        let offer = offer_with(&json!({ "job": job, "reply_by": tomorrow }));
        let sent = self.stage.app.sent(&self.companies[company].user, &offer, &[&self.person]).await;
        self.offers[company] = Some((sent.id.clone(), sent.received[0].to_string()));
        self.rooms[company] = None;
        self.stage.app.run_jobs().await;
    }

    async fn accept(&mut self, company: usize) {
        self.answer(company, "/acceptance", yes()).await.expect(200);
        let (_, received) = self.offers[company].clone().unwrap();
        let room: Uuid = sqlx::query_scalar("SELECT id FROM chat_room WHERE recipient_id = $1::uuid")
            .bind(received)
            .fetch_one(&self.stage.app.state.pool)
            .await
            .unwrap();
        self.rooms[company] = Some(room.to_string());
    }

    async fn put_share(&self, company: usize) -> Answer {
        let body = json!({ "items": [{ "kind": "email" }], "policy_version": Notice::sharing().version });
        self.person().put(&self.mine(company, "/shares"), body).await
    }

    async fn unshare(&self, company: usize) {
        let offer = self.person().get(&self.mine(company, "")).await.expect(200);
        let shares = offer["shares"].as_array().unwrap();
        let open = shares.iter().find(|share| share["ended_at"].is_null()).expect("something is shared");
        self.person().delete(&format!("/me/shares/{}", open["id"].as_str().unwrap())).await.expect(200);
    }

    async fn restart(&mut self, how: Step) {
        let app = &mut self.stage.app;
        if how == Step::Kill {
            app.cut_sessions().await;
        }
        app.stop_keeper().await;
        if how == Step::Rebuild {
            std::fs::remove_dir_all(app.generation_folder()).unwrap();
        }
        app.forget();
        app.start_keeper();
        app.ready().await;
    }

    pub async fn apply(&mut self, step: Step, model: &Model) {
        match step {
            Step::Show => self.set_visible(true).await,
            Step::Hide => self.set_visible(false).await,
            Step::Block(company) => {
                let siren = &self.sirets[company][..9];
                let answer = self.person().put(&format!("/me/blocked-companies/{siren}"), ()).await;
                assert!(answer.status.is_success(), "{}", answer.text);
            }
            Step::Unblock(company) => {
                let siren = &self.sirets[company][..9];
                let answer = self.person().delete(&format!("/me/blocked-companies/{siren}")).await;
                assert!(answer.status.is_success(), "{}", answer.text);
            }
            Step::LoseSiret(company) => self.set_active(company, "closed").await,
            Step::RegainSiret(company) => self.set_active(company, "active").await,
            Step::Offer(company) => self.offer(company, JOBS[model.sent[company]]).await,
            Step::Accept(company) => self.accept(company).await,
            Step::Refuse(company) => {
                self.answer(company, "/refusal", json!({ "confirmed": true })).await.expect(200);
            }
            Step::Share(company) => drop(self.put_share(company).await.expect(200)),
            Step::Unshare(company) => self.unshare(company).await,
            Step::Close(company) => {
                let answer = self.answer(company, "/closing", json!({})).await;
                assert!(answer.status.is_success(), "{}", answer.text);
            }
            Step::Expire => {
                self.stage.app.advance(Duration::days(2));
                self.stage.app.run_job(ExpireOffers {}).await;
            }
            Step::LeaveOrganisation => {
                let path = self.stage.organisation.path(&format!("/members/{}", self.person.id));
                self.person().delete(&path).await.expect(204);
            }
            Step::PlanErasure => {
                let body = json!({ "word": "EFFACER", "password": PASSWORD });
                self.person().post("/me/erasure", body).await.expect(201);
            }
            Step::CancelErasure => {
                self.person().delete("/me/erasure").await.expect(204);
            }
            Step::Erase => {
                self.stage.app.advance(Duration::days(14));
                self.stage.app.run_job(ExpireOffers {}).await;
                self.stage.app.run_job(EraseAccounts {}).await;
            }
            Step::Restart | Step::Kill | Step::Rebuild => self.restart(step).await,
        }
    }

    /// Whether the server refuses the person an answer or a share.
    pub async fn is_refused(&self, step: Step) -> bool {
        let answer = match step {
            Step::Accept(company) => self.answer(company, "/acceptance", yes()).await,
            Step::Refuse(company) => self.answer(company, "/refusal", json!({ "confirmed": true })).await,
            Step::Share(company) => self.put_share(company).await,
            _ => panic!("{step:?} is never refused"),
        };
        answer.status.is_client_error()
    }

    /// State, log and audit trail of every offer say the same.
    pub async fn assert_trails_agree(&self) {
        for (_, received) in self.offers.iter().flatten() {
            self.stage.app.assert_agrees(OfferRecipientId(received.parse().unwrap())).await;
        }
    }

    /// What a company sees now.
    pub async fn seen(&self, company: usize) -> Seen {
        let client = self.company(company);
        let profile = client.get(&format!("/profiles/{}", self.person.profile)).await;
        let (is_refused, opens) = (profile.status == 403, profile.status == 200);
        let search = client.post("/profile-search", json!({ "name": self.last_name })).await;
        let finds = if is_refused {
            search.expect_problem(403, "recruiter_not_verified");
            false
        } else {
            search.expect(200)["total"] == 1
        };
        let (mut offer, mut reads_address) = (Stands::Nothing, false);
        if let Some((id, received)) = &self.offers[company] {
            let detail = client.get(&format!("/offers/{id}/recipients/{received}")).await;
            let is_there = detail.status == 200;
            let body = detail.body;
            if is_there {
                offer = stands(body["state"].as_str().unwrap());
            }
            // The address of the account appears as what is shared, or nowhere.
            let shared = body["shared"].as_array().map_or(&[][..], Vec::as_slice);
            let is_shared = shared.iter().any(|item| item["value"] == json!(self.person.email));
            reads_address = body.to_string().contains(&self.person.email);
            assert_eq!(reads_address, is_shared, "the address lies beside what is shared: {body}");
        }
        let reads_room = match &self.rooms[company] {
            Some(room) => {
                let room = client.get(&format!("/rooms/{room}")).await;
                room.status == 200 && room.body["read_only"].is_null()
            }
            None => false,
        };
        Seen { is_refused, finds, opens, offer, reads_address, reads_room }
    }
}

fn stands(state: &str) -> Stands {
    match state {
        "sent" | "undelivered" | "delivered" | "seen" => Stands::Pending,
        "accepted" => Stands::Accepted,
        "refused" => Stands::Refused,
        "expired" => Stands::Expired,
        "closed" => Stands::Closed,
        "unavailable" => Stands::Unavailable,
        other => panic!("an offer that was sent is {other}"),
    }
}
