//! What the words of the recipes of notifications stand for.

use carnet::notices::NoticeKind;
use uuid::Uuid;

use super::world::World;
use crate::support::users::User;

/// The word's meaning for whoever asks; none when it is no word of notifications.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    if word != "my_notification" {
        return None;
    }
    let Some(user) = user else { return Some(Uuid::nil().to_string()) };
    let app = &world.app;
    app.tell(user, NoticeKind::DataReady, app.state.ids.ordered()).await;
    let told: Uuid =
        sqlx::query_scalar("SELECT id FROM notification WHERE person_id = $1 ORDER BY id DESC LIMIT 1")
            .bind(user.id)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    Some(told.to_string())
}
