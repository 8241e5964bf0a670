//! What the words of the recipes of shares stand for: made anew for whoever asks.

use carnet::sharing::{ShareItem, SharePurpose};
use uuid::Uuid;

use super::world::World;
use crate::support::companies::SIRET;
use crate::support::users::User;

/// The word's meaning for whoever asks; none when it is no word of shares.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let told = match word {
        "my_granted_share" => match user {
            Some(user) => granted(world, user, ShareItem::Email).await,
            None => nobody(),
        },
        "my_receipt" => match user {
            Some(user) => {
                granted(world, user, ShareItem::Email).await;
                let listed = user.client.get("/me/receipts").await.expect(200);
                listed["items"][0]["id"].as_str().unwrap().to_owned()
            }
            None => nobody(),
        },
        "with_cv" => {
            if let Some(user) = user {
                world.app.give_cv(user, "parcours").await;
            }
            "of=me".to_owned()
        }
        "shared_cv" => {
            let owner = world.app.person("Paul", "Partage").await;
            world.app.give_cv(&owner, "parcours").await;
            granted(world, &owner, ShareItem::Cv).await
        }
        "shared_passport" => {
            granted(world, &world.app.person("Paul", "Partage").await, ShareItem::Passport).await
        }
        _ => return None,
    };
    Some(told)
}

fn nobody() -> String {
    Uuid::nil().to_string()
}

/// A share with the company of the recruiters.
async fn granted(world: &World, user: &User, item: ShareItem) -> String {
    let app = &world.app;
    let company = app.company(SIRET, "active").await;
    let purpose: SharePurpose = app.purpose(user, company, "Technicienne réseau");
    app.grant(&purpose, &[item]).await.unwrap();
    app.share_of(&purpose, item.kind().as_str()).await.to_string()
}
