//! Every night an invented recruiter asks the running code about people, and each answer is compared with what the rows of the
//! database allow.
//!
//! The recruiter is a real account of a real company in the database, for as long as the check takes, and asks as anybody does, by
//! HTTP, within this process. Whoever's profile it opens reads so in their own log: it has no way in that recruiters have not.

use std::collections::BTreeSet;

use anyhow::Context;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;

use crate::identity;
use crate::platform::jobs::{Job, Run};
use crate::platform::passwords::Passwords;
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::platform::tokens::{AccessClaims, AccessTokens, OpaqueToken};
use crate::privacy::model::disclosure::{self, Found, Grants};
use crate::privacy::store::checks::{self, Check};
use crate::privacy::store::grants::{self, Asked};
use crate::privacy::store::robot;

/// People asked about: so many who chose to be found, and so many who did not.
const EACH: i64 = 15;
/// What people have to do with other companies that is asked for.
const DEALINGS: i64 = 40;
/// Pages of the search that are read.
const PAGES: usize = 3;
/// Most bytes of an answer.
const LARGEST: usize = 4 * 1024 * 1024;
/// Parts of a hit that say how it fared in the search, and nothing of the person beside their skills.
const OF_THE_SEARCH: [&str; 2] = ["match", "coverage"];

/// Makes the site, as requests from outside reach it. Wired by `app`, which stands above.
pub struct Site(pub fn(&AppState) -> Router);

/// The nightly check.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureCheck {}

impl Job for DisclosureCheck {
    const KIND: &'static str = "disclosure_check";
    const ATTEMPTS: u32 = 5;

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let started_at = state.clock.now();
        let recruiter = Recruiter::hire(&state).await?;
        let checked = Box::pin(recruiter.check(&state)).await;
        // Whatever came out, the recruiter goes.
        let mut tx = state.pool.begin().await?;
        robot::remove(&mut tx).await?;
        tx.commit().await?;
        conclude(&state, &checked?, started_at).await
    }
}

/// Publishes what was found. A leak is an alarm.
async fn conclude(state: &AppState, tally: &Tally, started_at: DateTime<Utc>) -> anyhow::Result<()> {
    let check = Check {
        id: state.ids.ordered(),
        started_at,
        ended_at: state.clock.now(),
        people: tally.people,
        answers: tally.answers,
        leaks: tally.found.leaks as i32,
        withheld: tally.found.withheld as i32,
    };
    checks::insert(&state.pool, &check).await?;
    metrics::gauge!("carnet_disclosure_leaks").set(f64::from(check.leaks));
    if check.leaks > 0 {
        tracing::error!(
            leaks = check.leaks,
            answers = check.answers,
            "A RECRUITER IS SHOWN WHAT NOBODY GRANTED"
        );
    } else {
        tracing::info!(
            people = check.people,
            answers = check.answers,
            "no recruiter is shown what nobody granted"
        );
    }
    Ok(())
}

/// What was asked, and what was found.
#[derive(Default)]
struct Tally {
    people: i32,
    answers: i32,
    found: Found,
}

/// The invented recruiter.
struct Recruiter {
    site: Router,
    token: String,
}

/// An answer: its status, its text, and the text read as JSON.
struct Answer {
    status: StatusCode,
    text: String,
    body: Value,
}

impl Recruiter {
    /// Makes the account and signs it in. Nobody knows its password.
    async fn hire(state: &AppState) -> anyhow::Result<Self> {
        let now = state.clock.now();
        let password = OpaqueToken::draw(&state.ids);
        let hash = state.part::<Passwords>().hash(&state.ids, password.reveal()).await?;
        let mut tx = state.pool.begin().await?;
        let person = robot::create(&mut tx, &state.ids, &hash, now).await?;
        let session = identity::open_session(&mut tx, &state.ids, person, now).await?;
        tx.commit().await?;
        let claims = AccessClaims::new(person, session.session, session.access, now);
        let token = state.part::<AccessTokens>().sign(&claims)?;
        Ok(Self { site: (state.part::<Site>().0)(state), token })
    }

    async fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> anyhow::Result<Answer> {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, "application/json");
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let response =
            self.site.clone().oneshot(request.body(body)?).await.context("the site does not answer")?;
        let status = response.status();
        let bytes = to_bytes(response.into_body(), LARGEST).await.context("an answer broke off")?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let body = serde_json::from_str(&text).unwrap_or_default();
        Ok(Answer { status, text, body })
    }

    async fn check(&self, state: &AppState) -> anyhow::Result<Tally> {
        let people = grants::sample(&state.pool, state.ids.opaque(), EACH).await?;
        let mut tally = Tally { people: people.len() as i32, ..Tally::default() };
        for asked in &people {
            self.open(state, asked, &mut tally).await?;
        }
        if state.part::<Search>().serving().is_some() {
            self.search(state, &people, &mut tally).await?;
        }
        self.pry(state, &people, &mut tally).await?;
        Ok(tally)
    }

    /// Opens a profile.
    async fn open(&self, state: &AppState, asked: &Asked, tally: &mut Tally) -> anyhow::Result<()> {
        let before = granted(state, &[asked.profile]).await?;
        let answer = self.ask("GET", &format!("/profiles/{}", asked.profile), None).await?;
        let after = granted(state, &[asked.profile]).await?;
        tally.found.leaks += disclosure::secrets(&answer.text, &asked.secrets);
        match answer.status {
            StatusCode::OK => tally.found += disclosure::profile(&answer.body, &[&before, &after]),
            StatusCode::NOT_FOUND => {
                let is_granted = before.contains_key(&asked.profile) && after.contains_key(&asked.profile);
                tally.found.withheld += u32::from(is_granted);
                // A name in a refusal says that there is somebody.
                tally.found.leaks += disclosure::secrets(&answer.text, std::slice::from_ref(&asked.name));
            }
            _ => return Ok(()),
        }
        tally.answers += 1;
        Ok(())
    }

    /// Searches without a condition, and by the name of each person asked about.
    async fn search(&self, state: &AppState, people: &[Asked], tally: &mut Tally) -> anyhow::Result<()> {
        let mut cursor = Value::Null;
        for _ in 0..PAGES {
            let answer = self.find(state, json!({ "limit": 50, "cursor": cursor }), tally).await?;
            cursor = answer["next_cursor"].clone();
            if cursor.is_null() {
                break;
            }
        }
        for asked in people {
            self.find(state, json!({ "name": asked.name, "limit": 50 }), tally).await?;
        }
        Ok(())
    }

    async fn find(&self, state: &AppState, body: Value, tally: &mut Tally) -> anyhow::Result<Value> {
        let answer = self.ask("POST", "/profile-search", Some(&body)).await?;
        if answer.status != StatusCode::OK {
            return Ok(Value::Null);
        }
        let hits = answer.body["hits"].as_array().cloned().unwrap_or_default();
        let ids: BTreeSet<Uuid> =
            hits.iter().filter_map(|hit| hit["profile_id"].as_str()?.parse().ok()).collect();
        // The answer is already given: who was granted before it is granted now, or withdrew meanwhile, which the next
        // look would show as a leak. So those who are not granted are asked for once more.
        let now = granted(state, &ids.into_iter().collect::<Vec<_>>()).await?;
        for mut hit in hits {
            if let Some(fields) = hit.as_object_mut() {
                fields.retain(|name, _| !OF_THE_SEARCH.contains(&name.as_str()));
            }
            let mut found = disclosure::profile(&hit, &[&now]);
            if found.leaks > 0 && self.has_changed(&body, &hit).await? {
                found = Found::default();
            }
            tally.found += found;
        }
        tally.answers += 1;
        Ok(answer.body)
    }

    /// Whether the same question is answered otherwise now: the person changed something between answer and comparison.
    async fn has_changed(&self, body: &Value, hit: &Value) -> anyhow::Result<bool> {
        let again = self.ask("POST", "/profile-search", Some(body)).await?;
        let hits = again.body["hits"].as_array().cloned().unwrap_or_default();
        let same = hits.iter().find(|other| other["profile_id"] == hit["profile_id"]);
        Ok(same.is_none_or(|same| same["skills"] != hit["skills"] || same["last_name"] != hit["last_name"]))
    }

    /// Asks for what these people share with others, were offered by others, and write to others.
    async fn pry(&self, state: &AppState, people: &[Asked], tally: &mut Tally) -> anyhow::Result<()> {
        let ids: Vec<Uuid> = people.iter().map(|asked| asked.person).collect();
        for path in grants::dealings(&state.pool, &ids, DEALINGS).await? {
            let answer = self.ask("GET", &path, None).await?;
            tally.found.leaks += u32::from(answer.status.is_success());
            for asked in people {
                tally.found.leaks += disclosure::secrets(&answer.text, &asked.secrets);
            }
            tally.answers += 1;
        }
        Ok(())
    }
}

/// What the invented company may see of these profiles now.
async fn granted(state: &AppState, profiles: &[Uuid]) -> anyhow::Result<Grants> {
    let mut connection = state.pool.acquire().await?;
    Ok(grants::grants(&mut connection, profiles, robot::SIREN, state.clock.today()).await?)
}
