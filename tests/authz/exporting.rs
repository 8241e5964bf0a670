//! What the words of the recipes of exports stand for: made anew for whoever asks.

use carnet::orgs::Role;
use carnet::passport::WriteExport;
use serde_json::json;
use uuid::Uuid;

use super::world::World;
use crate::support::exports::{foreign_badge, send_file};
use crate::support::users::User;

/// The word's meaning for whoever asks; none when it is no word of exports.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let told = match word {
        "my_export" => export(world, user, false).await,
        "my_ready_export" => export(world, user, true).await,
        "my_validation" => validation(world, user).await,
        "badge_issuer" => badge_issuer(world).await,
        "my_validated_skill" => {
            validation(world, user).await;
            "101".to_owned()
        }
        "my_share" => match user {
            Some(user) => share(user, json!({})).await.0,
            None => nobody(),
        },
        "share_token" => share(&world.app.person("Paul", "Partage").await, json!({})).await.1,
        "shared_proof" => {
            let owner = world.app.person("Paul", "Partage").await;
            let (_, proof) = world.app.proven_experience(&owner, "101", "montree").await;
            let (_, token) = share(&owner, json!({ "with_proofs": true })).await;
            format!("{token}\",\"proof_id\":\"{proof}")
        }
        "my_badge" => foreign_badge(user.map_or("nobody@example.org", |user| &user.email), 5),
        "my_import" => match user {
            Some(user) => {
                let badge = foreign_badge(&user.email, 6);
                let made =
                    send_file(&user.client, "/me/passport/imports", badge.as_bytes()).await.expect(201);
                made["id"].as_str().unwrap().to_owned()
            }
            None => nobody(),
        },
        _ => return None,
    };
    Some(told)
}

fn nobody() -> String {
    Uuid::nil().to_string()
}

async fn export(world: &World, user: Option<&User>, is_ready: bool) -> String {
    let Some(user) = user else { return nobody() };
    let asked = user.client.post("/me/passport/exports", json!({ "format": "json" })).await.expect(201);
    let id = asked["id"].as_str().unwrap().to_owned();
    if is_ready {
        world.app.run_job(WriteExport { export: id.parse().unwrap() }).await;
    }
    id
}

/// A validation of whoever asks, by an organisation nobody else of the matrix belongs to.
async fn validation(world: &World, user: Option<&User>) -> String {
    let Some(user) = user else { return nobody() };
    let app = &world.app;
    let organisation = app.organisation("Certifiante").await;
    let (trainer, grid) = (app.trainer(&organisation).await, app.grid(&organisation).await);
    app.join(&organisation, user, Role::Trainee).await;
    let body = json!({ "person_id": user.id, "skill": "101", "grid_id": grid, "step": 2 });
    let made = trainer.client.post(&organisation.path("/validations"), body).await.expect(201);
    made["id"].as_str().unwrap().to_owned()
}

/// An organisation of which somebody has a badge.
async fn badge_issuer(world: &World) -> String {
    let holder = world.app.person("Paul", "Badge").await;
    let id = validation(world, Some(&holder)).await;
    holder.client.post(&format!("/me/validations/{id}/badge"), json!({})).await.expect(201);
    let issuer = sqlx::query_scalar::<_, Uuid>("SELECT organisation_id FROM validation WHERE id = $1");
    let id = id.parse::<Uuid>().unwrap();
    issuer.bind(id).fetch_one(&world.app.state.pool).await.unwrap().to_string()
}

/// A link of this person: its id and its secret.
async fn share(user: &User, content: serde_json::Value) -> (String, String) {
    let body = json!({ "recipient": "Mairie", "days": 7, "content": content });
    let made = user.client.post("/me/passport/shares", body).await.expect(201);
    let token = made["url"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    (made["share"]["id"].as_str().unwrap().to_owned(), token)
}
