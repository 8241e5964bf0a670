//! Who does not show themselves to the companies that search, kept in memory for as long as nothing of it changes.

use std::sync::Arc;

use carnet_index::ProfileSet;
use moka::sync::Cache;
use parking_lot::Mutex;

use crate::companies::Siren;
use crate::ids::{CompanyId, ProfileId};
use crate::platform::search::Search;
use crate::platform::state::AppState;
use crate::profiles::model::{Layers, Restricted};
use crate::sharing::{self, BlockList};

/// Companies whose list is kept.
const CAPACITY: u64 = 10_000;

/// Readings before the list of a company is put together with what others have read since: it then hides too many, never too few.
const ATTEMPTS: u32 = 8;

/// Whom a search of one company leaves out, as of one number; the page's check brings the number now.
#[derive(Debug)]
pub struct LeftOut {
    /// Number of the last change to anybody's lists or audience.
    pub blocks: i64,
    /// Who blocked the company.
    pub blocked: Vec<ProfileId>,
    /// Who shows themselves to chosen companies alone, in a few sets that all companies share.
    pub hidden: Vec<ProfileSet>,
    /// Who is not left out all the same: first of them, who chose this company.
    pub shown: Vec<ProfileSet>,
    chosen: ProfileSet,
}

/// What is kept of it; cheap to clone.
#[derive(Clone)]
pub struct BlockLists(Arc<Kept>);

struct Kept {
    lists: Cache<Siren, Arc<LeftOut>>,
    restricted: Mutex<Restricted>,
    /// Companies that were last seen to search without names.
    blind: Cache<CompanyId, ()>,
}

impl Default for BlockLists {
    fn default() -> Self {
        Self(Arc::new(Kept {
            lists: Cache::new(CAPACITY),
            restricted: Mutex::default(),
            blind: Cache::new(CAPACITY),
        }))
    }
}

impl BlockLists {
    /// The list as it was last read; read now if it never was.
    pub async fn latest(&self, state: &AppState, siren: Siren) -> sqlx::Result<Arc<LeftOut>> {
        match self.0.lists.get(&siren) {
            Some(list) => Ok(list),
            None => self.read(state, siren).await,
        }
    }

    /// Reads the list again.
    pub async fn read(&self, state: &AppState, siren: Siren) -> sqlx::Result<Arc<LeftOut>> {
        let mut attempt = 1;
        loop {
            let since = self.0.restricted.lock().number();
            let list = sharing::block_list(&state.pool, siren, since).await?;
            let (learnt, further) = {
                let mut restricted = self.0.restricted.lock();
                let ids = |profiles: &[ProfileId]| profiles.iter().map(|&id| id.into()).collect::<Vec<_>>();
                let learnt = restricted.learn(list.blocks, ids(&list.restricted), ids(&list.lifted));
                let learnt = learnt.or_else(|| (attempt == ATTEMPTS).then(|| restricted.layers()));
                (learnt, restricted.fold())
            };
            if let Some(base) = further {
                self.prepare(state, base);
            }
            if let Some(layers) = learnt {
                return Ok(self.keep(siren, list, layers));
            }
            attempt += 1;
        }
    }

    fn keep(&self, siren: Siren, list: BlockList, layers: Layers) -> Arc<LeftOut> {
        let mut chosen = ProfileSet::new(list.chosen.into_iter().map(Into::into).collect());
        // The very same set where it holds the same people: what the index found of it stays good.
        if let Some(known) = self.0.lists.get(&siren).filter(|known| known.chosen.ids() == chosen.ids()) {
            chosen = known.chosen.clone();
        }
        let Layers { hidden, shown } = layers;
        let shown = std::iter::once(chosen.clone()).chain(shown).filter(|set| !set.is_empty()).collect();
        let left_out = LeftOut { blocks: list.blocks, blocked: list.profiles, hidden, shown, chosen };
        let left_out = Arc::new(left_out);
        self.0.lists.insert(siren, Arc::clone(&left_out));
        left_out
    }

    /// Has the index find a new large set before searches use it.
    fn prepare(&self, state: &AppState, base: ProfileSet) {
        let (lists, search) = (self.clone(), state.part::<Search>().clone());
        tokio::spawn(async move {
            if let Some(searcher) = search.searcher() {
                let set = base.clone();
                let prepared = search.lanes().run(move || searcher.prepare(&set)).await;
                if !matches!(prepared, Ok(Ok(()))) {
                    tracing::warn!("the next search finds who is seen by chosen companies alone by itself");
                }
            }
            lists.0.restricted.lock().install(base);
        });
    }

    /// Whether the company was last seen to search without names. Not a decision: the check of the page makes it.
    pub fn presumes_blind(&self, company: CompanyId) -> bool {
        self.0.blind.contains_key(&company)
    }

    /// Remembers whether the company searches without names.
    pub fn note_blind(&self, company: CompanyId, is_blind: bool) {
        if is_blind {
            self.0.blind.insert(company, ());
        } else {
            self.0.blind.invalidate(&company);
        }
    }
}
