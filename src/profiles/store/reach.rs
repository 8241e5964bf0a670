//! Whom a company may write to: whoever it sees at this very moment.

use futures::future::BoxFuture;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::companies::Siren;
use crate::ids::{PersonId, ProfileId};
use crate::quizzes::Reachable;

/// The people a company sees, by the rule the search is checked with.
#[derive(Clone, Copy, Debug, Default)]
pub struct VisiblePeople;

impl Reachable for VisiblePeople {
    fn reachable<'a>(
        &'a self,
        db: &'a mut PgConnection,
        siren: Siren,
        profiles: &'a [ProfileId],
    ) -> BoxFuture<'a, sqlx::Result<Vec<(ProfileId, PersonId)>>> {
        Box::pin(visible(db, siren, profiles))
    }
}

async fn visible(
    db: &mut PgConnection,
    siren: Siren,
    profiles: &[ProfileId],
) -> sqlx::Result<Vec<(ProfileId, PersonId)>> {
    let profiles: Vec<Uuid> = profiles.iter().map(|profile| profile.0).collect();
    let rows = sqlx::query!(
        r#"SELECT s.profile_id AS "profile!: ProfileId", s.person_id AS "person!: PersonId"
           FROM searchable_person s
           WHERE s.profile_id = ANY($1)
             AND NOT EXISTS (SELECT FROM blocked_company b WHERE b.person_id = s.person_id AND b.siren = $2)
             AND (NOT s.chosen_only
                  OR EXISTS (SELECT FROM chosen_company c WHERE c.person_id = s.person_id AND c.siren = $2))
           ORDER BY s.profile_id"#,
        &profiles,
        siren.as_str(),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.profile, row.person)).collect())
}
