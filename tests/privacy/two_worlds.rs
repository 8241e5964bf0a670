//! Two worlds that differ only in people who consented to nothing answer alike, byte for byte.
//!
//! The same recruiters, organisations and visible people do and ask the same in both. Hidden people exist and act in the
//! second world only; one exists in both and is somebody else in each.

use std::collections::{BTreeMap, HashSet};
use std::fmt::{self, Display, Formatter, Write};

use carnet::ids::ProfileId;
use carnet::orgs::Role;
use carnet::platform::db::dirty::Urgency;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{conclude, dice, trials};
use crate::search::{OWN_SIREN, World, random_ask, random_person};
use crate::support::client::{Client, send};
use crate::support::organisations::Organisation;
use crate::support::search::{Added, SearchApp, Someone, insert};
use crate::support::users::User;

const VISIBLE: usize = 12;
const HIDDEN: usize = 8;
const QUESTIONS: usize = 16;
const OTHER_SIRET: &str = "55210055400013";

/// One of the two.
struct Side {
    app: SearchApp,
    recruiters: Vec<Client>,
    /// An admin and a trainer of an organisation that no hidden person has anything to do with.
    org: Organisation,
    admin: Client,
    trainer: Client,
    trainee: User,
    /// Somebody without a role.
    passer_by: Client,
    visible: Vec<User>,
    /// The person who exists in both worlds, and whoever else is hidden.
    hidden: Vec<User>,
}

/// Gives the profile an id that does not depend on what else happened in the world.
async fn rename(app: &SearchApp, profile: ProfileId, fixed: Uuid) {
    sqlx::query("UPDATE person SET profile_id = $2 WHERE profile_id = $1")
        .bind(profile)
        .bind(fixed)
        .execute(&app.state.pool)
        .await
        .unwrap();
}

/// Gives somebody skills, validations and blocked companies.
async fn equip(app: &SearchApp, user: &User, like: &Someone) {
    let Added { person, .. } = insert(app, &Someone { is_visible: false, ..like.clone() }).await;
    for table in ["declared_skill", "validation", "blocked_company"] {
        let sql = format!("UPDATE {table} SET person_id = $2 WHERE person_id = $1");
        let mut tx = app.state.pool.begin().await.unwrap();
        sqlx::query("SET LOCAL session_replication_role = replica").execute(&mut *tx).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(person).bind(user.id).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    sqlx::query("DELETE FROM person WHERE id = $1").bind(person).execute(&app.state.pool).await.unwrap();
}

async fn switch(user: &User, visible: bool) {
    let body = json!({ "visible": visible, "policy_version": "2026-11" });
    user.client.put("/me/visibility", body).await.expect(200);
}

impl Side {
    /// Starts a world with everybody who is in both.
    async fn start(mut rng: StdRng) -> Self {
        let app = SearchApp::start().await;
        let recruiters =
            vec![app.searcher().await.user.client, app.recruiter_granted(OTHER_SIRET).await.user.client];
        let org = app.organisation("Observatoire").await;
        let admin = app.member(&org, Role::Admin).await.client;
        let (trainer, trainee) = (app.trainer(&org).await.client, app.trainee(&org).await);
        let mut visible = Vec::new();
        for number in 0..VISIBLE {
            let like = random_person(&mut rng);
            let user = app.person(&like.first_name, &format!("{} {number}", like.last_name)).await;
            equip(&app, &user, &like).await;
            let fixed = Uuid::from_u128(rng.random());
            rename(&app, user.profile, fixed).await;
            switch(&user, true).await;
            visible.push(User { profile: ProfileId(fixed), ..user });
        }
        let passer_by = app.person("Paul", "Passant").await.client;
        Self { app, recruiters, org, admin, trainer, trainee, passer_by, visible, hidden: Vec::new() }
    }

    /// Adds a hidden person.
    async fn hide(&mut self, rng: &mut StdRng) {
        let like = random_person(rng);
        let user = self.app.person(&like.first_name, &like.last_name).await;
        equip(&self.app, &user, &like).await;
        self.hidden.push(user);
    }

    /// What somebody who may be known does: the same in both worlds.
    async fn act(&self, mut rng: StdRng) {
        let user = self.visible.choose(&mut rng).unwrap();
        change(user, &mut rng).await;
        switch(user, rng.random_bool(0.8)).await;
    }

    /// What somebody hidden does. Whoever becomes visible withdraws again, perhaps after having been indexed.
    async fn act_hidden(&self, mut rng: StdRng) {
        let user = self.hidden.choose(&mut rng).unwrap();
        change(user, &mut rng).await;
        if rng.random_bool(0.5) {
            let name = ["Inès", "Zoé", "Martine", "Nul autre"].choose(&mut rng).unwrap();
            user.client.patch("/me", json!({ "first_name": name })).await.expect(200);
            self.app.mark(&[user.profile], Urgency::Soon).await;
        }
        if rng.random_bool(0.4) {
            switch(user, true).await;
            if rng.random_bool(0.5) {
                self.app.settled().await;
            }
            switch(user, false).await;
        }
    }

    async fn ask(&self, question: &Question) -> Asked {
        let client = match question.who {
            Who::Recruiter(number) => &self.recruiters[number],
            Who::Admin => &self.admin,
            Who::Trainer => &self.trainer,
            Who::PasserBy => &self.passer_by,
            Who::Nobody => &self.app.anonymous(),
        };
        let path = question.path.replace("$org", &self.org.id.to_string());
        let path = path.replace("$trainee", &self.trainee.id.to_string());
        let request = client.request(question.method.clone(), &path);
        let answer = send(if question.body.is_null() { request } else { request.json(&question.body) }).await;
        let headers =
            answer.headers.iter().filter(|(name, _)| !["x-request-id", "date"].contains(&name.as_str()));
        let headers =
            headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
        Asked { status: answer.status.as_u16(), headers, text: answer.text }
    }
}

/// Changes a skill or a block, by the person's own hand.
async fn change(user: &User, rng: &mut StdRng) {
    let skill = rng.random_range(101..=115);
    let siren = if rng.random_bool(0.5) { OWN_SIREN } else { &OTHER_SIRET[..9] };
    match rng.random_range(0..4) {
        0 | 1 => {
            let level = json!({ "level": rng.random_range(1..=4) });
            user.client.put(&format!("/me/skills/{skill}"), level).await.expect(200);
        }
        2 => drop(user.client.delete(&format!("/me/skills/{skill}")).await),
        _ if rng.random_bool(0.5) => {
            user.client.put(&format!("/me/blocked-companies/{siren}"), ()).await.expect(200);
        }
        _ => {
            user.client.delete(&format!("/me/blocked-companies/{siren}")).await.expect(204);
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Who {
    Recruiter(usize),
    Admin,
    Trainer,
    PasserBy,
    Nobody,
}

/// A request that is the same in both worlds.
#[derive(Clone, Debug)]
struct Question {
    who: Who,
    method: Method,
    path: String,
    body: Value,
}

/// An answer as it left the server.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    status: u16,
    headers: BTreeMap<String, String>,
    text: String,
}

impl Display for Asked {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.status, self.headers["content-length"], self.text)
    }
}

impl Asked {
    /// The answer with every id nobody chose replaced by its place in the answer.
    fn normalised(&self, known: &HashSet<Uuid>) -> Self {
        let mut seen: Vec<Uuid> = Vec::new();
        let (mut text, mut rest) = (String::new(), self.text.as_str());
        while !rest.is_empty() {
            // With hyphens, or without as the ids of requests are.
            let id = [36, 32].map(|width| {
                rest.get(..width).and_then(|word| word.parse::<Uuid>().ok()).map(|id| (id, width))
            });
            let width = match id[0].or(id[1]) {
                Some((id, width)) if !known.contains(&id) => {
                    let place = seen.iter().position(|one| *one == id).unwrap_or_else(|| {
                        seen.push(id);
                        seen.len() - 1
                    });
                    write!(text, "id {place}").unwrap();
                    width
                }
                _ => {
                    let first = rest.chars().next().unwrap();
                    text.push(first);
                    first.len_utf8()
                }
            };
            rest = &rest[width..];
        }
        Self { text, ..self.clone() }
    }
}

/// Draws a question. Those that name somebody name a hidden person of the second world.
fn draw(rng: &mut StdRng, world: &World, visible: &[Uuid], hidden: &User) -> Question {
    let question = |who, method, path: &str, body| Question { who, method, path: path.to_owned(), body };
    let recruiter = Who::Recruiter(rng.random_range(0..2));
    let email = || json!({ "email": hidden.email });
    let about = |path: &str| path.replace("$hidden", &hidden.id.to_string());
    match rng.random_range(0..22) {
        0..=8 => {
            let mut body = random_ask(rng, world).body();
            body["limit"] = rng.random_range(1..=50).into();
            question(recruiter, Method::POST, "/profile-search", body)
        }
        9 => question(
            recruiter,
            Method::POST,
            "/profile-search",
            json!({ "name": "ines", "facets": ["rome"] }),
        ),
        10 => {
            let profile = visible.choose(rng).unwrap();
            question(recruiter, Method::GET, &format!("/profiles/{profile}"), Value::Null)
        }
        11 => question(recruiter, Method::GET, &format!("/profiles/{}", hidden.profile), Value::Null),
        12 => {
            let body = json!({
                "email": hidden.email, "password": "Cinq vélos rouges", "first_name": "Inès", "last_name": "Neuve",
            });
            question(Who::Nobody, Method::POST, "/auth/register", body)
        }
        13 => question(Who::Nobody, Method::POST, "/auth/resend-confirmation", email()),
        14 => question(Who::Nobody, Method::POST, "/auth/request-password-reset", email()),
        15 => {
            let body = json!({ "email": hidden.email, "password": "Rien de bon" });
            question(Who::Nobody, Method::POST, "/auth/login", body)
        }
        16 => {
            let body = json!({ "email": hidden.email, "role": "trainee" });
            question(Who::Admin, Method::POST, "/organisations/$org/invitations", body)
        }
        17 => question(Who::Admin, Method::GET, "/organisations/$org/members", Value::Null),
        18 => {
            let path = about("/organisations/$org/members/$hidden");
            question(Who::Admin, Method::PATCH, &path, json!({ "role": "trainer" }))
        }
        19 => {
            let body = json!({ "person_id": hidden.id, "skill": "101", "grid_id": Uuid::nil(), "step": 2 });
            question(Who::Trainer, Method::POST, "/organisations/$org/validations", body)
        }
        20 => {
            let path = about("/organisations/$org/validations?person_id=$hidden");
            question(Who::Trainer, Method::GET, &path, Value::Null)
        }
        _ => {
            let path = about("/organisations/$org/validations?person_id=$hidden");
            question(Who::PasserBy, Method::GET, &path, Value::Null)
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn worlds_that_differ_in_hidden_people_answer_alike() {
    let (seed, mut rng) = dice();
    let twin = rng.random();
    let mut empty = Side::start(StdRng::seed_from_u64(twin)).await;
    let mut full = Side::start(StdRng::seed_from_u64(twin)).await;
    for _ in 0..HIDDEN {
        full.hide(&mut rng).await;
    }
    empty.hide(&mut rng).await;
    let visible: Vec<Uuid> = full.visible.iter().map(|user| user.profile.0).collect();
    let mut known: HashSet<Uuid> = visible.iter().copied().collect();
    known.extend(full.hidden.iter().flat_map(|user| [user.id.0, user.profile.0]));
    let (sequences, mut asked, mut hits, mut leaks) = (trials(12), 0, 0, Vec::new());
    for _ in 0..sequences {
        for _ in 0..rng.random_range(1..4) {
            let turn: u64 = rng.random();
            empty.act(StdRng::seed_from_u64(turn)).await;
            full.act(StdRng::seed_from_u64(turn)).await;
        }
        for _ in 0..rng.random_range(0..5) {
            full.act_hidden(StdRng::seed_from_u64(rng.random())).await;
        }
        empty.act_hidden(StdRng::seed_from_u64(rng.random())).await;
        empty.app.settled().await;
        full.app.settled().await;
        let world = World::read(&empty.app.state.pool, empty.app.state.clock.today()).await;
        for _ in 0..QUESTIONS {
            let hidden = full.hidden.choose(&mut rng).unwrap();
            let question = draw(&mut rng, &world, &visible, hidden);
            let (one, other) = tokio::join!(empty.ask(&question), full.ask(&question));
            hits += usize::from(one.text.contains("first_name"));
            if one.normalised(&known) != other.normalised(&known) {
                leaks.push(format!("{question:?}\n  {one}\n  {other}"));
            }
            asked += 1;
        }
    }
    assert!(hits > 0, "nobody was ever shown");
    let tried = format!("{sequences} sequences, {asked} answers compared, {hits} of them about people");
    conclude("two worlds", seed, tried, &leaks);
}

#[test]
fn only_ids_that_nobody_chose_are_set_aside() {
    let (known, drawn, other) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
    let asked = |text: String| Asked { status: 200, headers: BTreeMap::new(), text };
    let known = HashSet::from([known]);
    let normal = |text: String| asked(text).normalised(&known).text;
    assert_eq!(normal(format!("é{drawn}, {other}, {drawn}")), "éid 0, id 1, id 0");
    assert_ne!(normal(format!("{drawn}, {drawn}")), normal(format!("{drawn}, {other}")));
    assert_eq!(normal(format!("\"{}\"", other.simple())), "\"id 0\"");
    assert_eq!(normal(format!("{}", Uuid::from_u128(1))), Uuid::from_u128(1).to_string());
}
