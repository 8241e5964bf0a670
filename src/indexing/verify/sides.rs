//! The two sides of a comparison, and how one profile differs between them.

use std::collections::{HashMap, HashSet};

use carnet_index::{ProfileId, ProfileIndex, VisibleProfile};
use chrono::NaiveDate;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::indexing::store;
use crate::profiles::{RawProfile, Vocabulary, Whose, project, read_profiles};

/// How the index differs from the database about one profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Findable, and not in the index.
    Missing,
    /// In the index, and not the same.
    Stale,
    /// In the index, and not findable.
    Extra,
}

/// The database and the index.
pub struct Sides<'a> {
    /// The database.
    pub connection: PgConnection,
    /// The index.
    pub index: &'a ProfileIndex,
    /// The catalogue.
    pub words: &'a Vocabulary,
    /// The day on which validations must hold.
    pub today: NaiveDate,
}

/// Tells two drawings of one profile apart.
fn difference(indexed: Option<&VisibleProfile>, drawn: Option<&VisibleProfile>) -> Option<Difference> {
    match (indexed, drawn) {
        (None, None) => None,
        (None, Some(_)) => Some(Difference::Missing),
        (Some(_), None) => Some(Difference::Extra),
        (Some(indexed), Some(drawn)) => (indexed != drawn).then_some(Difference::Stale),
    }
}

impl Sides<'_> {
    /// Those of the documents that the database draws otherwise, or not at all.
    pub async fn differing(&mut self, page: Vec<VisibleProfile>) -> anyhow::Result<Vec<Uuid>> {
        let ids: Vec<Uuid> = page.iter().map(|profile| Uuid::from_u128(profile.id.0)).collect();
        let drawn = self.draw(&ids).await?;
        let indexed = ids.iter().zip(&page);
        Ok(indexed
            .filter(|(id, own)| difference(Some(own), drawn.get(id)).is_some())
            .map(|(id, _)| *id)
            .collect())
    }

    /// Findable people whom the index did not show.
    pub async fn absent(&mut self, seen: &HashSet<ProfileId>, page: usize) -> anyhow::Result<Vec<Uuid>> {
        let (mut absent, mut after) = (Vec::new(), None);
        loop {
            let people = store::page_of_searchable(&mut self.connection, after, page).await?;
            let Some(&(last, _)) = people.last() else { return Ok(absent) };
            after = Some(last);
            let profiles = people.into_iter().map(|(_, profile)| profile);
            absent.extend(profiles.filter(|id| !seen.contains(&ProfileId(id.as_u128()))));
        }
    }

    /// Looks at these profiles again, with a fresh view of both sides.
    pub async fn look_again(&mut self, suspects: &[Uuid]) -> anyhow::Result<Vec<(Uuid, Difference)>> {
        if suspects.is_empty() {
            return Ok(Vec::new());
        }
        let drawn = self.draw(suspects).await?;
        self.index.reload()?;
        let searcher = self.index.searcher();
        let mut left = Vec::new();
        for &id in suspects {
            let indexed = searcher.get(ProfileId(id.as_u128()))?;
            left.extend(difference(indexed.as_ref(), drawn.get(&id)).map(|difference| (id, difference)));
        }
        Ok(left)
    }

    /// What the database makes of these profiles.
    async fn draw(&mut self, profiles: &[Uuid]) -> sqlx::Result<HashMap<Uuid, VisibleProfile>> {
        let rows = read_profiles(&mut self.connection, profiles, Whose::Searchable, self.today).await?;
        let draw = |raw: RawProfile| (raw.profile_id.0, project(raw, self.words).normalised());
        Ok(rows.into_iter().map(draw).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(first_name: &str) -> VisibleProfile {
        VisibleProfile {
            id: ProfileId(1),
            first_name: first_name.to_owned(),
            last_name: String::new(),
            skills: Vec::new(),
            jobs: Vec::new(),
            families: Vec::new(),
        }
    }

    #[test]
    fn every_way_to_differ_has_its_name() {
        let (ines, zoe) = (profile("Inès"), profile("Zoé"));
        assert_eq!(difference(None, None), None);
        assert_eq!(difference(Some(&ines), Some(&ines.clone())), None);
        assert_eq!(difference(Some(&ines), Some(&zoe)), Some(Difference::Stale));
        assert_eq!(difference(Some(&ines), None), Some(Difference::Extra));
        assert_eq!(difference(None, Some(&ines)), Some(Difference::Missing));
    }
}
