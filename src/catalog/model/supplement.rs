//! What the publisher's API says besides the archive, and when it is believed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fmt::Write as _;

use carnet_index::RomeCode;
use uuid::Uuid;

use super::codes::OgrCode;
use super::diff::Tally;

/// Largest share of the catalogue the API may fail to mention, and of the links it may take back, in percent.
const MAX_LOSS_PERCENT: usize = 5;

const GROUPS: &str = "groupes de compétences";
const PLACES: &str = "macro-compétences rangées";

/// Where ESCO's own addresses begin.
const ESCO: &str = "http://data.europa.eu/esco/";

/// What a cross-link is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A job.
    Job,
    /// A name of a job.
    Appellation,
    /// A skill or knowledge item.
    Skill,
}

/// Another classification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// The European classification of occupations and skills.
    Esco,
    /// Centre Inffo's thesaurus of training subjects.
    Formacode,
    /// The international classification of occupations.
    Isco,
}

/// The same thing in another classification.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CrossLink {
    /// What it is about.
    pub subject: Subject,
    /// Its code in the catalogue.
    pub code: String,
    /// The classification.
    pub scheme: Scheme,
    /// What it is there.
    pub target: String,
    /// Its name there; may be empty.
    pub label: String,
}

/// A place in the publisher's tree of macro-skills: `6` a domain, `6D` a stake, `6D1` an objective.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupCode {
    bytes: [u8; 3],
    length: u8,
}

/// A named place in that tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its code.
    pub code: GroupCode,
    /// Its French name.
    pub label: String,
}

/// Everything the API says, before it is believed.
#[derive(Clone, Debug, Default)]
pub struct Supplement {
    /// The jobs it lists.
    pub jobs: Vec<RomeCode>,
    /// The appellations it lists.
    pub appellations: Vec<OgrCode>,
    /// The skills and knowledge items it lists.
    pub skills: Vec<OgrCode>,
    /// The cross-links.
    pub links: Vec<CrossLink>,
    /// The tree of macro-skills.
    pub groups: BTreeMap<GroupCode, Group>,
    /// The objective of each macro-skill.
    pub places: BTreeMap<OgrCode, GroupCode>,
    /// Links that were none: addresses outside ESCO, numbers that are no Formacode.
    pub passed_over: usize,
}

/// What PostgreSQL holds: the codes the API must know, and what it said last.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// Active jobs.
    pub jobs: BTreeSet<RomeCode>,
    /// Active appellations.
    pub appellations: BTreeSet<OgrCode>,
    /// Active skills and knowledge items.
    pub skills: BTreeSet<OgrCode>,
    /// Codes of every entry there ever was: what a link may be about.
    pub known: BTreeSet<(Subject, String)>,
    /// The cross-links.
    pub links: BTreeSet<CrossLink>,
    /// Names of the tree.
    pub groups: BTreeMap<GroupCode, String>,
    /// Objectives of the macro-skills.
    pub places: BTreeMap<OgrCode, GroupCode>,
}

/// Why the API is not believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A list without an entry.
    Empty(&'static str),
    /// A code listed twice.
    Twice(&'static str, String),
    /// Too much of the catalogue is missing from a list.
    Incomplete {
        /// The list.
        list: &'static str,
        /// Entries of the catalogue.
        expected: usize,
        /// Those of them the list has.
        found: usize,
    },
    /// Too many links are taken back.
    Shrinks {
        /// What shrinks.
        list: &'static str,
        /// In place.
        before: usize,
        /// Offered.
        after: usize,
    },
}

impl Subject {
    /// The word used in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::Appellation => "appellation",
            Self::Skill => "skill",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Job, Self::Appellation, Self::Skill].into_iter().find(|subject| subject.as_str() == word)
    }
}

impl Scheme {
    /// The word used in the tables and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Esco => "esco",
            Self::Formacode => "formacode",
            Self::Isco => "isco",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Esco, Self::Formacode, Self::Isco].into_iter().find(|scheme| scheme.as_str() == word)
    }

    fn title(self) -> &'static str {
        match self {
            Self::Esco => "correspondances ESCO",
            Self::Formacode => "Formacodes",
            Self::Isco => "codes CITP",
        }
    }
}

impl CrossLink {
    /// A link about this code.
    pub fn new(
        subject: Subject,
        code: &impl ToString,
        scheme: Scheme,
        target: impl Into<String>,
        label: String,
    ) -> Self {
        Self { subject, code: code.to_string(), scheme, target: target.into(), label }
    }

    /// What identifies it: everything but the label.
    pub fn key(&self) -> (Subject, &str, Scheme, &str) {
        (self.subject, &self.code, self.scheme, &self.target)
    }
}

impl GroupCode {
    /// Reads a digit, then a capital letter, then a digit, as far as they go.
    pub fn parse(code: &str) -> Option<Self> {
        let well_formed = match code.as_bytes() {
            [domain] => domain.is_ascii_digit(),
            [domain, stake] => domain.is_ascii_digit() && stake.is_ascii_uppercase(),
            [domain, stake, objective] => {
                domain.is_ascii_digit() && stake.is_ascii_uppercase() && objective.is_ascii_digit()
            }
            _ => false,
        };
        let mut bytes = [0; 3];
        bytes.iter_mut().zip(code.bytes()).for_each(|(place, byte)| *place = byte);
        well_formed.then_some(Self { bytes, length: code.len() as u8 })
    }

    /// The group above; none above a domain.
    pub fn parent(self) -> Option<Self> {
        let length = self.length.checked_sub(1).filter(|length| *length > 0)?;
        let mut bytes = self.bytes;
        bytes[usize::from(length)] = 0;
        Some(Self { bytes, length })
    }
}

impl fmt::Display for GroupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bytes[..usize::from(self.length)].iter().try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}

impl fmt::Debug for GroupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An address of ESCO: an occupation or a skill by its uuid, and nothing else.
pub fn uri(text: &str) -> Option<String> {
    let rest = text.strip_prefix(ESCO)?;
    let id = rest.strip_prefix("occupation/").or_else(|| rest.strip_prefix("skill/"))?;
    let is_uuid = id.len() == 36 && Uuid::try_parse(id).is_ok();
    is_uuid.then(|| text.to_owned())
}

/// A Formacode: five digits.
pub fn formacode(text: &str) -> Option<&str> {
    (text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

/// A group of ISCO: one to four digits, sometimes written with dots.
pub fn isco(text: &str) -> Option<&str> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let well_formed = (1..=6).contains(&digits) && text.len() <= 12;
    (well_formed && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')).then_some(text)
}

impl Supplement {
    /// Drops what is about codes the catalogue never had: the API may be a release ahead. Tells how many.
    /// A link said twice counts once.
    pub fn keep_known(&mut self, held: &Held) -> usize {
        self.links.sort();
        self.links.dedup_by(|next, kept| next.key() == kept.key());
        let before = self.links.len() + self.places.len();
        self.links.retain(|link| held.known.contains(&(link.subject, link.code.clone())));
        self.places.retain(|code, _| held.known.contains(&(Subject::Skill, code.to_string())));
        before - self.links.len() - self.places.len()
    }

    /// What it changes.
    pub fn tally(&self, held: &Held) -> Tally {
        let before: BTreeMap<_, &str> =
            held.links.iter().map(|link| (link.key(), link.label.as_str())).collect();
        let after: BTreeMap<_, &str> =
            self.links.iter().map(|link| (link.key(), link.label.as_str())).collect();
        let groups = self.groups.iter().map(|(code, group)| (*code, group.label.clone())).collect();
        compare(&before, &after) + compare(&held.groups, &groups) + compare(&held.places, &self.places)
    }

    /// The sizes of what it brings, beside those in place: what a person reads before applying it.
    pub fn summary(&self, held: &Held) -> String {
        let mut text = String::new();
        for scheme in [Scheme::Esco, Scheme::Formacode, Scheme::Isco] {
            let before = held.links.iter().filter(|link| link.scheme == scheme).count();
            let after = self.links.iter().filter(|link| link.scheme == scheme).count();
            line(&mut text, scheme.title(), before, after);
        }
        line(&mut text, GROUPS, held.groups.len(), self.groups.len());
        line(&mut text, PLACES, held.places.len(), self.places.len());
        text
    }

    /// Everything that speaks against believing it; empty = go on.
    pub fn doubts(&self, held: &Held) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        doubts.extend(doubts_of("métiers", &self.jobs, &held.jobs));
        doubts.extend(doubts_of("appellations", &self.appellations, &held.appellations));
        doubts.extend(doubts_of("compétences et savoirs", &self.skills, &held.skills));
        for scheme in [Scheme::Esco, Scheme::Formacode, Scheme::Isco] {
            let before = held.links.iter().filter(|link| link.scheme == scheme).count();
            let after = self.links.iter().filter(|link| link.scheme == scheme).count();
            doubts.extend(shrinks(scheme.title(), before, after));
        }
        doubts.extend(shrinks(GROUPS, held.groups.len(), self.groups.len()));
        doubts.extend(shrinks(PLACES, held.places.len(), self.places.len()));
        doubts
    }
}

fn compare<K: Ord, V: PartialEq>(before: &BTreeMap<K, V>, after: &BTreeMap<K, V>) -> Tally {
    let kept = before.iter().filter_map(|(key, value)| after.get(key).map(|next| next != value));
    let (mut common, mut changed) = (0, 0);
    for differs in kept {
        common += 1;
        changed += usize::from(differs);
    }
    Tally { added: after.len() - common, changed, retired: before.len() - common, reactivated: 0 }
}

fn line(text: &mut String, title: &str, before: usize, after: usize) {
    let _ = writeln!(text, "{title:<26}{before:>10}{after:>10}");
}

fn doubts_of<C: Ord + Copy + fmt::Display>(
    list: &'static str,
    listed: &[C],
    active: &BTreeSet<C>,
) -> Option<Doubt> {
    if listed.is_empty() {
        return Some(Doubt::Empty(list));
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = listed.iter().find(|code| !seen.insert(**code)) {
        return Some(Doubt::Twice(list, twice.to_string()));
    }
    let found = active.intersection(&seen).count();
    let missing = active.len() - found;
    let is_too_much = missing * 100 > active.len() * MAX_LOSS_PERCENT;
    is_too_much.then_some(Doubt::Incomplete { list, expected: active.len(), found })
}

fn shrinks(list: &'static str, before: usize, after: usize) -> Option<Doubt> {
    let lost = before.saturating_sub(after);
    (lost * 100 > before * MAX_LOSS_PERCENT).then_some(Doubt::Shrinks { list, before, after })
}

impl Doubt {
    /// Whether a person may decide to go on all the same.
    pub fn is_loss(&self) -> bool {
        matches!(self, Self::Shrinks { .. } | Self::Incomplete { .. })
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(list) => write!(f, "{list} : la liste est vide"),
            Self::Twice(list, code) => write!(f, "{list} : « {code} » figure deux fois"),
            Self::Incomplete { list, expected, found } => write!(
                f,
                "{list} : {found} des {expected} du référentiel, plus de {MAX_LOSS_PERCENT} % manquent"
            ),
            Self::Shrinks { list, before, after } => {
                write!(f, "{list} : {after} au lieu de {before}, une perte de plus de {MAX_LOSS_PERCENT} %")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jobs(count: usize) -> Vec<RomeCode> {
        (0..count).map(|n| RomeCode::parse(&format!("A{:04}", 1000 + n)).unwrap()).collect()
    }

    #[test]
    fn group_codes() {
        for (code, parent) in [("6", None), ("6D", Some("6")), ("6D1", Some("6D"))] {
            let read = GroupCode::parse(code).unwrap();
            assert_eq!(read.to_string(), code);
            assert_eq!(read.parent().map(|above| above.to_string()).as_deref(), parent);
        }
        for wrong in ["", "D", "66", "6d", "6DD", "6D1a", "6D10", "é"] {
            assert_eq!(GroupCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn addresses_and_numbers_of_other_classifications() {
        let good = "http://data.europa.eu/esco/skill/c40a2919-48a9-40ea-b506-1f34f693496d";
        assert_eq!(uri(good).as_deref(), Some(good));
        for wrong in [
            "https://data.europa.eu/esco/skill/c40a2919-48a9-40ea-b506-1f34f693496d",
            "http://data.europa.eu/esco/skill/../../x",
            "http://data.europa.eu/esco/skill/{c40a2919-48a9-40ea-b506-1f34f693496d}",
            "http://data.europa.eu.exemple.fr/esco/skill/c40a2919-48a9-40ea-b506-1f34f693496d",
            "string",
        ] {
            assert_eq!(uri(wrong), None, "{wrong}");
        }
        assert_eq!((formacode("31088"), formacode("3108"), formacode("3108a")), (Some("31088"), None, None));
        assert_eq!((isco("2512.1"), isco(""), isco("=cmd")), (Some("2512.1"), None, None));
    }

    #[test]
    fn a_list_that_lacks_one_in_twenty_is_believed_and_more_is_not() {
        let active: BTreeSet<RomeCode> = jobs(100).into_iter().collect();
        assert_eq!(doubts_of("métiers", &jobs(95), &active), None);
        let doubt = doubts_of("métiers", &jobs(94), &active).unwrap();
        assert_eq!(doubt, Doubt::Incomplete { list: "métiers", expected: 100, found: 94 });
        assert_eq!(doubts_of("métiers", &[], &active), Some(Doubt::Empty("métiers")));
        // Release ahead: more jobs than the catalogue has are no harm.
        assert_eq!(doubts_of("métiers", &jobs(130), &active), None);
    }

    #[test]
    fn a_code_listed_twice_is_refused_whoever_asks() {
        let mut listed = jobs(10);
        listed.push(listed[3]);
        let doubt = doubts_of("métiers", &listed, &listed.iter().copied().collect()).unwrap();
        assert_eq!(doubt.to_string(), "métiers : « A1003 » figure deux fois");
        assert!(!doubt.is_loss());
    }

    #[test]
    fn links_may_come_and_not_go() {
        assert_eq!(shrinks("Formacodes", 0, 0), None);
        assert_eq!(shrinks("Formacodes", 100, 95), None);
        assert!(shrinks("Formacodes", 100, 94).is_some_and(|doubt| doubt.is_loss()));
    }

    #[test]
    fn what_the_catalogue_never_had_is_left_out() {
        let code = |text| OgrCode::parse(text).unwrap();
        let mut supplement = Supplement::default();
        for number in ["1", "2"] {
            let link = CrossLink::new(Subject::Skill, &number, Scheme::Esco, "x", String::new());
            supplement.links.push(link);
            supplement.places.insert(code(number), GroupCode::parse("6D1").unwrap());
        }
        let known = BTreeSet::from([(Subject::Skill, "1".to_owned())]);
        assert_eq!(supplement.keep_known(&Held { known, ..Held::default() }), 2);
        assert_eq!((supplement.links.len(), supplement.places.len()), (1, 1));
    }
}
