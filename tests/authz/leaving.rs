//! What the words of the recipes of control over one's data stand for: made anew for whoever asks.

use carnet::privacy::WriteDataExport;
use serde_json::json;
use uuid::Uuid;

use super::world::World;
use crate::support::users::{PASSWORD, User};

/// The word's meaning for whoever asks; none when it is no word of theirs.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let told = match word {
        "my_data_export" => export(world, user, false).await,
        "my_ready_data_export" => export(world, user, true).await,
        "with_another_platform_admin" => {
            world.app.platform_admin().await;
            String::new()
        }
        "with_planned_erasure" => {
            if let Some(user) = user {
                world.app.platform_admin().await;
                let body = json!({ "word": "EFFACER", "password": PASSWORD });
                user.client.post("/me/erasure", body).await.expect(201);
            }
            String::new()
        }
        _ => return None,
    };
    Some(told)
}

async fn export(world: &World, user: Option<&User>, is_ready: bool) -> String {
    let Some(user) = user else { return Uuid::nil().to_string() };
    let asked = user.client.post("/me/data-exports", json!({ "password": PASSWORD })).await.expect(201);
    let id = asked["id"].as_str().unwrap().to_owned();
    if is_ready {
        world.app.run_job(WriteDataExport { export: id.parse().unwrap() }).await;
    }
    id
}
