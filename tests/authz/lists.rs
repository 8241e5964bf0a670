//! What the words of recipes about companies' people, lists and notes stand for.

use carnet::ids::{CompanyId, RecruiterId};
use carnet::platform::tokens::OpaqueToken;
use serde_json::json;
use uuid::Uuid;

use super::world::World;
use crate::support::companies::SIRET;
use crate::support::users::User;

/// The word's meaning for whoever asks; none when it is no word of lists.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let nobody = || Uuid::nil().to_string();
    Some(match word {
        "colleague" => world.app.recruiting_member(SIRET).await.id.to_string(),
        "company_token" => company_token(world, user.map_or("nobody@example.org", |user| &user.email)).await,
        "company_invitation" | "my_list" | "shared_list" | "filled_list" | "profile_note" | "exclusion"
        | "past_search" | "shared_search" => match recruiting(world, user).await {
            Some(user) => own(world, user, word).await,
            None => nobody(),
        },
        "list_reader" => last(world, user, LIST_READER).await.map_or_else(nobody, |id| id.to_string()),
        "listed_candidate" => last(world, user, CANDIDATE).await.map_or_else(nobody, |id| id.to_string()),
        "search_reader" => last(world, user, SEARCH_READER).await.map_or_else(nobody, |id| id.to_string()),
        _ => return None,
    })
}

/// Whoever asks, when they are a recruiter who may.
async fn recruiting<'a>(world: &World, user: Option<&'a User>) -> Option<&'a User> {
    let user = user?;
    let granted: Option<Uuid> =
        sqlx::query_scalar("SELECT id FROM recruiter WHERE person_id = $1 AND status = 'granted'")
            .bind(user.id)
            .fetch_optional(&world.app.state.pool)
            .await
            .unwrap();
    granted.map(|_| user)
}

const LIST_READER: &str =
    "SELECT a.recruiter_id FROM candidate_list_access a JOIN candidate_list l ON l.id = a.list_id
     JOIN recruiter r ON r.id = l.owner_id WHERE r.person_id = $1 ORDER BY l.id DESC LIMIT 1";
const CANDIDATE: &str = "SELECT e.id FROM candidate_list_entry e JOIN candidate_list l ON l.id = e.list_id
     JOIN recruiter r ON r.id = l.owner_id WHERE r.person_id = $1 ORDER BY l.id DESC LIMIT 1";
const SEARCH_READER: &str =
    "SELECT a.recruiter_id FROM saved_search_access a JOIN saved_search s ON s.id = a.saved_search_id
     JOIN recruiter r ON r.id = s.recruiter_id WHERE r.person_id = $1 ORDER BY s.id DESC LIMIT 1";

/// The one made last for this person.
async fn last(world: &World, user: Option<&User>, statement: &'static str) -> Option<Uuid> {
    let found = sqlx::query_scalar(statement).bind(user?.id).fetch_optional(&world.app.state.pool);
    found.await.unwrap()
}

/// Something of the recruiter's own, made for this one request.
async fn own(world: &World, user: &User, word: &str) -> String {
    match word {
        "company_invitation" => {
            let email = format!("n{}@example.org", world.app.state.ids.opaque::<Uuid>().simple());
            let body = json!({ "email": email, "role": "member" });
            id(&user.client.post("/me/company/invitations", body).await.expect(201))
        }
        "profile_note" => {
            let path = format!("/profiles/{}/notes", world.visible.profile);
            id(&user.client.post(&path, json!({ "text": "À revoir." })).await.expect(201))
        }
        "exclusion" => exclusion(world, user).await,
        "past_search" => past_search(world, user).await,
        "shared_search" => {
            let body = json!({ "name": world.app.state.ids.opaque::<Uuid>(), "search": {} });
            let search = id(&user.client.post("/me/saved-searches", body).await.expect(201));
            share(world, user, &format!("/me/saved-searches/{search}")).await;
            search
        }
        _ => list(world, user, word).await,
    }
}

async fn list(world: &World, user: &User, word: &str) -> String {
    let list = id(&user.client.post("/candidate-lists", json!({ "name": "Soudeurs" })).await.expect(201));
    let path = format!("/candidate-lists/{list}");
    match word {
        "shared_list" => share(world, user, &path).await,
        "filled_list" => {
            let body = json!({ "profiles": [world.visible.profile] });
            user.client.post(&format!("{path}/candidates"), body).await.expect(200);
        }
        _ => {}
    }
    list
}

async fn share(world: &World, user: &User, path: &str) {
    let reader = world.app.recruiting_member(SIRET).await.id;
    user.client.put(&format!("{path}/access/{reader}"), json!({ "access": "view" })).await.expect(204);
}

/// A line of its own: the company of the matrix has one for each person at most.
async fn exclusion(world: &World, user: &User) -> String {
    let id: Uuid = world.app.state.ids.opaque();
    sqlx::query(
        "INSERT INTO excluded_profile (company_id, person_id, id, excluded_at)
         SELECT r.company_id, r.person_id, $1, $2 FROM recruiter r WHERE r.person_id = $3",
    )
    .bind(id)
    .bind(world.app.state.clock.now())
    .bind(user.id)
    .execute(&world.app.state.pool)
    .await
    .unwrap();
    id.to_string()
}

async fn past_search(world: &World, user: &User) -> String {
    let id: Uuid = world.app.state.ids.ordered();
    sqlx::query(
        "INSERT INTO search_history (id, recruiter_id, search, results, at)
         SELECT $1, r.id, jsonb_build_object('name', $4::text), 3, $2 FROM recruiter r WHERE r.person_id = $3",
    )
    .bind(id)
    .bind(world.app.state.clock.now())
    .bind(user.id)
    .bind(id.to_string())
    .execute(&world.app.state.pool)
    .await
    .unwrap();
    id.to_string()
}

/// An invitation of this address, by an admin of the company of the matrix.
async fn company_token(world: &World, email: &str) -> String {
    let app = &world.app;
    let admin = app.recruiter_granted(SIRET).await;
    let (token, now) = (OpaqueToken::draw(&app.state.ids), app.state.clock.now());
    let company: CompanyId = sqlx::query_scalar("SELECT company_id FROM recruiter WHERE id = $1")
        .bind::<RecruiterId>(admin.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    sqlx::query("DELETE FROM company_invitation WHERE lower(email) = lower($1) AND accepted_at IS NULL")
        .bind(email)
        .execute(&app.state.pool)
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO company_invitation (id, token_hash, company_id, email, role, invited_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, 'member', $5, $6, $7)",
    )
    .bind(app.state.ids.ordered::<Uuid>())
    .bind(token.hash())
    .bind(company)
    .bind(email)
    .bind(admin.user.id)
    .bind(now)
    .bind(now + chrono::Duration::hours(1))
    .execute(&app.state.pool)
    .await
    .unwrap();
    token.reveal().to_owned()
}

fn id(made: &serde_json::Value) -> String {
    made["id"].as_str().unwrap().to_owned()
}
