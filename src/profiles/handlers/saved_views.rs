//! What is said of saved searches, and what is sent to write them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::catalog::CatalogSnapshot;
use crate::ids::SavedSearchId;
use crate::platform::http::{Error, FieldError, Fields, Result, texts};
use crate::profiles::model::{
    AlertState, Change, CriteriaBody, Frequency, Kept, NamedCode, Paging, Reuses, SavedHold, Today,
    Vocabulary, within,
};
use crate::profiles::store::saved::{Alert, SavedSearch};

const NAME_LENGTH: std::ops::RangeInclusive<usize> = 1..=100;

/// A search to keep.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSavedSearch {
    /// What it is called: 1 to 100 characters, no two alike.
    name: String,
    /// What it asks, as `POST /profile-search` takes it.
    search: CriteriaBody,
}

/// What changes of a saved search; what is absent stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateSavedSearch {
    /// What it is called.
    name: Option<String>,
    /// What it asks from now on, whole. Its codes take the names of today: whatever had changed is decided by that.
    search: Option<CriteriaBody>,
}

/// What a new or changed saved search is to say.
pub struct Written {
    /// The name, where one is given.
    pub name: Option<String>,
    /// The search, where one is given.
    pub kept: Option<Kept>,
}

/// The catalogue a search is read against.
#[derive(Clone, Copy)]
pub struct Against<'a> {
    /// Its lists.
    pub catalog: &'a CatalogSnapshot,
    /// Its words, as the search knows them.
    pub words: &'a Vocabulary,
    /// Cursors, which a saved search has none of.
    pub paging: &'a Paging,
}

impl CreateSavedSearch {
    /// Reads it, or names all its faults.
    pub fn parse(&self, against: Against<'_>) -> Result<(String, Kept)> {
        match parse(Some(&self.name), Some(&self.search), against)? {
            Written { name: Some(name), kept: Some(kept) } => Ok((name, kept)),
            _ => Err(Error::Internal(anyhow::anyhow!("what was given is not there"))),
        }
    }
}

impl UpdateSavedSearch {
    /// Reads it, or names all its faults. A change of nothing is one.
    pub fn parse(&self, against: Against<'_>) -> Result<Written> {
        if self.name.is_none() && self.search.is_none() {
            return Err(Error::field("", "required", "Indiquez un nom ou une recherche."));
        }
        parse(self.name.as_deref(), self.search.as_ref(), against)
    }
}

fn parse(name: Option<&str>, search: Option<&CriteriaBody>, against: Against<'_>) -> Result<Written> {
    let Against { catalog, words, paging } = against;
    let mut fields = Fields::default();
    let name = name.and_then(|name| fields.check(texts::line("/name", name, NAME_LENGTH)));
    let kept = match search.map(|search| Kept::parse(search, catalog, words, paging)).transpose() {
        Ok(kept) => kept,
        Err(refusal) => {
            for fault in within("/search", refusal)? {
                fields.push(fault);
            }
            None
        }
    };
    fields.finish()?;
    Ok(Written { name, kept })
}

/// A saved search, read against the catalogue of today.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedSearchView {
    id: SavedSearchId,
    /// What its owner calls it.
    name: String,
    /// What it asks: codes that were replaced are followed.
    search: CriteriaBody,
    /// The name of each of its codes today.
    names: Vec<NamedCode>,
    /// What the catalogue says otherwise than when it was saved. Saving `search` again takes today's names.
    changes: Vec<Change>,
    /// What keeps it from being run, by pointer into `search`; empty when it runs.
    obstacles: Vec<FieldError>,
    /// Release of the catalogue it was saved on.
    release: i32,
    /// To be sent back as `If-Match`.
    version: i32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    /// What the reader may do with it.
    access: SavedHold,
    /// Whoever keeps it, where that is a colleague.
    owner: Option<OwnerView>,
    /// What the reader is told of it; null where it is a colleague's.
    alert: Option<AlertView>,
}

/// The colleague who keeps a saved search.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SavedSearchOwner)]
struct OwnerView {
    first_name: String,
    last_name: String,
}

/// What the owner of a saved search is told of.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SavedSearchAlert)]
struct AlertView {
    /// How often.
    frequency: Frequency,
    /// Where that stands.
    state: AlertState,
    /// When it is next looked for new matches; null when it is not.
    next_at: Option<DateTime<Utc>>,
    /// New matches that were not looked at.
    new_matches: i64,
}

impl From<Alert> for AlertView {
    fn from(alert: Alert) -> Self {
        let Alert { frequency, state, due_at, new } = alert;
        Self { frequency, state, next_at: due_at, new_matches: new }
    }
}

impl SavedSearchView {
    /// Reads a saved search.
    pub fn read(saved: SavedSearch, against: Against<'_>, reuses: &Reuses) -> Result<Self> {
        let today = saved.kept.today(against.catalog, reuses);
        let obstacles = today.obstacles(against.words, against.paging)?;
        let Today { search, names, changes } = today;
        let is_owner = saved.hold == SavedHold::Owner;
        let (first_name, last_name) = saved.owner;
        Ok(Self {
            access: saved.hold,
            owner: (!is_owner).then_some(OwnerView { first_name, last_name }),
            alert: is_owner.then(|| saved.alert.into()),
            id: saved.id,
            name: saved.name,
            search,
            names,
            changes,
            obstacles,
            release: saved.kept.release,
            version: saved.version,
            created_at: saved.created_at,
            updated_at: saved.updated_at,
        })
    }

    /// To be sent back as `If-Match`.
    pub const fn version(&self) -> i32 {
        self.version
    }
}
