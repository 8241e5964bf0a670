//! What the words of the recipes of offers stand for: made anew for whoever asks. The first word of a recipe makes an offer, the
//! others name parts of it.

use std::collections::HashMap;

use carnet::ids::{OfferRecipientId, PersonId};
use carnet::sharing::Notice;
use parking_lot::Mutex;
use serde_json::json;
use uuid::Uuid;

use super::world::World;
use crate::support::companies::drawn_siret;
use crate::support::offers::{SentOffer, offer_with, whole_offer};
use crate::support::users::User;

/// What was made last for whoever asks: somebody an offer is for.
#[derive(Default)]
pub struct Offering(Mutex<HashMap<Option<PersonId>, String>>);

/// The word's meaning for whoever asks; none when it is no word of offers.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let told = match word {
        "offer_draft" => draft(world, user).await,
        "offer_sent" => sent(world, user, false).await.id,
        "offer_with_file" => sent(world, user, true).await.id,
        "offer_old" => old(world, user).await,
        "offer_accepted" => accepted(world, user).await,
        "offer_chosen" | "offer_recipient" => {
            let made = world.offering.0.lock();
            made.get(&user.map(|user| user.id)).cloned().unwrap_or_else(nobody)
        }
        "my_offer" => mine(world, user, false).await,
        "my_offer_with_file" => mine(world, user, true).await,
        "my_answered_offer" | "my_accepted_offer" => answered(world, user).await,
        "sharing_version" => Notice::sharing().version.to_owned(),
        _ => return None,
    };
    Some(told)
}

fn nobody() -> String {
    Uuid::nil().to_string()
}

/// Whoever asks, where they may write offers; otherwise somebody of a company nobody else belongs to.
async fn author(world: &World, user: Option<&User>) -> User {
    let app = &world.app;
    if let Some(user) = user
        && user.client.get("/offers").await.status == 200
    {
        return user.clone();
    }
    app.recruiter_granted(&drawn_siret(app.state.ids.opaque::<Uuid>().as_u128())).await.user
}

fn remember(world: &World, user: Option<&User>, received: OfferRecipientId) {
    world.offering.0.lock().insert(user.map(|user| user.id), received.to_string());
}

async fn draft(world: &World, user: Option<&User>) -> String {
    let app = &world.app;
    let (author, person) = (author(world, user).await, app.seeker("Cible").await);
    let draft = app.draft(&author, &whole_offer(), &[&person]).await;
    let id = draft["id"].as_str().unwrap().to_owned();
    remember(world, user, app.received_of(&id).await[0]);
    id
}

async fn sent_to(world: &World, author: &User, person: &User, with_file: bool) -> SentOffer {
    let mut offer = whole_offer();
    if with_file {
        let file = author.client.upload_pdf().await["id"].clone();
        offer = offer_with(&json!({ "file_id": file }));
        world.run_jobs().await;
    }
    world.app.sent(author, &offer, &[person]).await
}

async fn sent(world: &World, user: Option<&User>, with_file: bool) -> SentOffer {
    let (author, person) = (author(world, user).await, world.app.seeker("Cible").await);
    let sent = sent_to(world, &author, &person, with_file).await;
    remember(world, user, sent.received[0]);
    sent
}

async fn old(world: &World, user: Option<&User>) -> String {
    let sent = sent(world, user, false).await;
    sqlx::query("UPDATE offer_recipient SET sent_at = sent_at - interval '11 days' WHERE id = $1")
        .bind(sent.received[0])
        .execute(&world.app.state.pool)
        .await
        .unwrap();
    sent.id
}

async fn accepted(world: &World, user: Option<&User>) -> String {
    let (author, person) = (author(world, user).await, world.app.seeker("Cible").await);
    let sent = sent_to(world, &author, &person, false).await;
    remember(world, user, sent.received[0]);
    world.app.accept(&person, sent.received[0]).await;
    sent.id
}

/// What whoever asks received of a company nobody else belongs to.
async fn mine(world: &World, user: Option<&User>, with_file: bool) -> String {
    let Some(user) = user else { return nobody() };
    world.app.show(user).await;
    let stranger = author(world, None).await;
    sent_to(world, &stranger, user, with_file).await.received[0].to_string()
}

async fn answered(world: &World, user: Option<&User>) -> String {
    let id = mine(world, user, false).await;
    if let Some(user) = user {
        world.app.accept(user, OfferRecipientId(id.parse().unwrap())).await;
        // What is asked next names the first version, as of everything that was just made.
        sqlx::query("UPDATE offer_recipient SET version = 1 WHERE id = $1")
            .bind(id.parse::<Uuid>().unwrap())
            .execute(&world.app.state.pool)
            .await
            .unwrap();
    }
    id
}
