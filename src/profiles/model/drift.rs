//! A saved search beside the catalogue of today: what was replaced is followed and said, what cannot be followed waits
//! for whoever wrote it.

use std::collections::{HashMap, HashSet};

use carnet_index::{RomeCode, RomeFilter, SkillCode};
use serde::Serialize;
use utoipa::ToSchema;

use super::asking::{CriteriaBody, SearchBody};
use super::entry::{Entry, Subject};
use super::follow::{Fate, Read, follow, pointer};
use super::paging::Paging;
use super::saved::{Kept, Line};
use super::vocabulary::Vocabulary;
use crate::catalog::CatalogSnapshot;
use crate::catalog::model::text::same_text;
use crate::platform::http::{Error, FieldError, Result};

/// Longest chain of successors followed; one that is longer goes round.
const LONGEST_CHAIN: usize = 32;

/// The codes of jobs that were given to other jobs, by code.
#[derive(Debug, Default)]
pub struct Reuses(HashMap<RomeCode, Vec<Reuse>>);

/// One time a code was given to another job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reuse {
    /// Number of the import.
    pub number: i64,
    /// Where what it meant before went, where the release says so.
    pub replacement: Option<RomeCode>,
}

impl Reuses {
    /// Gathers them, oldest first.
    pub fn new(found: impl IntoIterator<Item = (RomeCode, Reuse)>) -> Self {
        let mut by_code: HashMap<RomeCode, Vec<Reuse>> = HashMap::new();
        for (code, reuse) in found {
            by_code.entry(code).or_default().push(reuse);
        }
        for reuses in by_code.values_mut() {
            reuses.sort_by_key(|reuse| reuse.number);
        }
        Self(by_code)
    }

    /// The first time after this import.
    fn first_since(&self, code: RomeCode, revision: i64) -> Option<&Reuse> {
        self.0.get(&code)?.iter().find(|reuse| reuse.number > revision)
    }
}

/// What became of a code since the search was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CodeChangeKind)]
pub enum Kind {
    /// It has another name, and means the same.
    Relabelled,
    /// It left the catalogue, and another code took its place.
    Replaced,
    /// It left the catalogue, and nothing is known to have taken its place for sure.
    Retired,
    /// It was given to something else.
    Reused,
}

/// A code with its name today, at its place in a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct NamedCode {
    /// JSON pointer to it in `search`.
    pub pointer: String,
    /// Which list it belongs to.
    pub subject: Subject,
    /// The code, as `search` writes it.
    pub code: String,
    /// Its name.
    pub label: String,
}

/// A code and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SuccessorCode)]
pub struct Successor {
    /// The code, as a search writes it.
    pub code: String,
    /// Its name today.
    pub label: String,
}

/// What the catalogue says today otherwise than when the search was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CodeChange)]
pub struct Change {
    /// JSON pointer into `search`: where the code stands, or the one that was followed.
    pub pointer: String,
    /// Which list the code belongs to.
    pub subject: Subject,
    /// What became of it.
    pub kind: Kind,
    /// The code that was saved.
    pub code: String,
    /// Its name when it was saved.
    pub label: String,
    /// What the code is called today; null where the catalogue no longer has it.
    pub label_now: Option<String>,
    /// The code that means today what was saved, where the catalogue says so.
    pub successor: Option<Successor>,
    /// `search` names the successor in its place already.
    pub followed: bool,
    /// The search is not run before its owner has decided about it.
    pub decision_needed: bool,
}

/// A saved search as it reads today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// What it asks: successors stand where what they replace stood.
    pub search: CriteriaBody,
    /// The name of each of its codes.
    pub names: Vec<NamedCode>,
    /// What changed since it was saved, in the order of its lines.
    pub changes: Vec<Change>,
}

impl Kept {
    /// Reads the search against the catalogue of today.
    pub fn today(&self, catalog: &CatalogSnapshot, reuses: &Reuses) -> Today {
        let reader = Reader { catalog, reuses, since: self.revision };
        let fated = |line| Read { line, fate: reader.fate(line), stands: line.entry, is_at_odds: false };
        let mut read: Vec<Read<'_>> = self.lines.iter().map(fated).collect();
        let search = CriteriaBody {
            min_matching: self.min_matching,
            name: self.person_name.clone(),
            hide_excluded: self.hide_excluded,
            ..follow(&mut read)
        };
        let changes = read.iter().filter_map(|read| reader.change(read, &search)).collect();
        Today { names: reader.names(&read, &search), search, changes }
    }
}

impl Today {
    /// What keeps the search from being run, by pointer into it; nothing when it runs.
    pub fn obstacles(&self, words: &Vocabulary, paging: &Paging) -> Result<Vec<FieldError>> {
        let mut found: Vec<FieldError> = self.changes.iter().filter_map(Change::obstacle).collect();
        match SearchBody::from(self.search.clone()).parse(words, paging) {
            Ok(_) => {}
            Err(Error::Invalid(faults)) => {
                let is_new = |fault: &FieldError| found.iter().all(|known| known.pointer != fault.pointer);
                let new: Vec<FieldError> = faults.into_iter().filter(is_new).collect();
                found.extend(new);
            }
            Err(other) => return Err(other),
        }
        Ok(found)
    }
}

impl Change {
    fn obstacle(&self) -> Option<FieldError> {
        let label = &self.label;
        let heir = self.successor.as_ref().map(|heir| &heir.label);
        let (code, message) = match (self.kind, heir) {
            _ if !self.decision_needed => return None,
            (Kind::Replaced, Some(heir)) => (
                "conflicting_successor",
                format!("« {heir} » remplace « {label} », et figure déjà autrement dans la recherche."),
            ),
            (Kind::Reused, _) => {
                let now = self.label_now.as_deref().unwrap_or("autre chose");
                ("reused_code", format!("Le code {} ne désigne plus « {label} », mais « {now} ».", self.code))
            }
            (_, Some(heir)) => (
                "retired_code",
                format!("« {label} » n’est plus au référentiel ; « {heir} » pourrait en tenir lieu."),
            ),
            (_, None) => ("retired_code", format!("« {label} » n’est plus au référentiel.")),
        };
        Some(FieldError::new(self.pointer.clone(), code, message))
    }
}

/// What took the place of a retired code, at the end of the chain of successors, where that is known.
pub fn heir(entry: Entry, catalog: &CatalogSnapshot) -> Option<Entry> {
    let heir = match entry {
        Entry::Skill(code) => Entry::Skill(heir_of_skill(code, catalog)?),
        Entry::Place(RomeFilter::Job(code)) => Entry::Place(RomeFilter::Job(heir_of_job(code, catalog)?)),
        Entry::Place(RomeFilter::Family(code)) => {
            Entry::Place(RomeFilter::Family(heir_of_job(code, catalog)?))
        }
        Entry::Place(RomeFilter::Domain(_) | RomeFilter::Letter(_)) => return None,
    };
    heir.is_current(catalog).then_some(heir)
}

fn heir_of_skill(code: SkillCode, catalog: &CatalogSnapshot) -> Option<SkillCode> {
    let mut at = code;
    for _ in 0..LONGEST_CHAIN {
        at = catalog.skill(at)?.replaced_by?;
        if catalog.skill(at)?.is_active {
            return Some(at);
        }
    }
    None
}

fn heir_of_job(code: RomeCode, catalog: &CatalogSnapshot) -> Option<RomeCode> {
    let mut at = code;
    for _ in 0..LONGEST_CHAIN {
        at = catalog.job(at)?.replaced_by?;
        if catalog.job(at)?.is_active {
            return Some(at);
        }
    }
    None
}

struct Reader<'a> {
    catalog: &'a CatalogSnapshot,
    reuses: &'a Reuses,
    /// Number of the import the search was saved on.
    since: i64,
}

impl Reader<'_> {
    fn fate(&self, line: &Line) -> Fate {
        let entry = line.entry;
        let says_the_same = entry.label(self.catalog).is_some_and(|now| same_text(&now, &line.label));
        if let Some(reuse) = self.reuse(entry).filter(|_| !says_the_same) {
            let moved = reuse.replacement.and_then(|next| self.today(entry, next));
            return Fate::Reused(moved);
        }
        if entry.is_current(self.catalog) {
            return if says_the_same { Fate::Same } else { Fate::Renamed };
        }
        match heir(entry, self.catalog) {
            // Named before or after its own code was given away: nobody knows.
            Some(heir) if self.reuse(heir).is_some() => Fate::Retired(Some(heir)),
            Some(heir) => Fate::Replaced(heir),
            None => Fate::Retired(None),
        }
    }

    fn reuse(&self, entry: Entry) -> Option<&Reuse> {
        match entry {
            Entry::Place(RomeFilter::Job(code) | RomeFilter::Family(code)) => {
                self.reuses.first_since(code, self.since)
            }
            _ => None,
        }
    }

    /// The job, or the family, under this code, or what took its place since.
    fn today(&self, like: Entry, code: RomeCode) -> Option<Entry> {
        let place = match like {
            Entry::Place(RomeFilter::Family(_)) => RomeFilter::Family(code),
            _ => RomeFilter::Job(code),
        };
        let entry = Entry::Place(place);
        if entry.is_current(self.catalog) { Some(entry) } else { heir(entry, self.catalog) }
    }

    fn change(&self, read: &Read<'_>, search: &CriteriaBody) -> Option<Change> {
        let (kind, successor) = match read.fate {
            Fate::Same => return None,
            Fate::Renamed => (Kind::Relabelled, None),
            Fate::Replaced(heir) => (Kind::Replaced, Some(heir)),
            Fate::Retired(heir) => (Kind::Retired, heir),
            Fate::Reused(heir) => (Kind::Reused, heir),
        };
        let followed = kind == Kind::Replaced && !read.is_at_odds;
        let entry = read.line.entry;
        Some(Change {
            pointer: pointer(read.line.part, read.stands, search),
            subject: entry.subject(),
            kind,
            code: entry.written(),
            label: read.line.label.clone(),
            label_now: entry.label(self.catalog).filter(|_| entry.is_current(self.catalog)),
            successor: successor.map(|heir| Successor { code: heir.written(), label: self.name(heir) }),
            followed,
            decision_needed: kind != Kind::Relabelled && !followed,
        })
    }

    fn names(&self, read: &[Read<'_>], search: &CriteriaBody) -> Vec<NamedCode> {
        let mut said = HashSet::new();
        let named = |read: &Read<'_>| {
            let pointer = pointer(read.line.part, read.stands, search);
            let label = read.stands.label(self.catalog).unwrap_or_else(|| read.line.label.clone());
            let new = said.insert(pointer.clone());
            let code = read.stands.written();
            new.then(|| NamedCode { pointer, subject: read.stands.subject(), code, label })
        };
        read.iter().filter_map(named).collect()
    }

    fn name(&self, entry: Entry) -> String {
        entry.label(self.catalog).unwrap_or_default()
    }
}
