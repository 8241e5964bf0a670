//! The published rules of the search, applied to a list of profiles in the plainest way.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use carnet_index::{
    Coverage, Criterion, Level, LevelCount, MatchLine, Outcome, ProfileId, RomeCount, RomeFilter,
    SearchRequest, SkillCode, SkillCount, Status, StatusChoice, StatusCount, VisibleProfile, VisibleSkill,
    order_key, text,
};

/// The visible profiles.
pub type World = BTreeMap<ProfileId, VisibleProfile>;

/// Everything a search should say.
pub struct Expected<'a> {
    pub ordered: Vec<&'a VisibleProfile>,
    pub rome: Vec<RomeCount>,
    pub skills: Vec<SkillCount>,
    pub levels: Vec<LevelCount>,
    pub statuses: Vec<StatusCount>,
}

/// A request with one part changed, as the counts of that part want it.
struct Variant<'a> {
    request: &'a SearchRequest,
    rome_lifted: bool,
    replaced: Option<(usize, Criterion)>,
}

impl Variant<'_> {
    fn criteria(&self) -> Vec<Criterion> {
        let mut criteria = self.request.criteria.clone();
        if let Some((at, criterion)) = self.replaced {
            criteria[at] = criterion;
        }
        criteria
    }

    /// The core skills of the job that are neither named nor excluded.
    fn further_skills(&self) -> BTreeSet<SkillCode> {
        let core = self.request.job.iter().flat_map(|fit| fit.core.iter().copied());
        core.filter(|skill| self.request.criteria.iter().all(|criterion| criterion.skill != *skill))
            .filter(|skill| !self.request.exclude.contains(skill))
            .collect()
    }

    /// Where the profile stands if it matches: met, validated, sum of levels.
    fn rank(&self, profile: &VisibleProfile) -> Option<(u32, u32, u32)> {
        let criteria = self.criteria();
        let mut met: Vec<&VisibleSkill> = Vec::new();
        let mut optional_met = 0;
        for criterion in &criteria {
            match held(profile, criterion.skill).filter(|entry| meets(**entry, *criterion)) {
                Some(entry) => {
                    met.push(entry);
                    optional_met += u32::from(!criterion.required);
                }
                None if criterion.required => return None,
                None => {}
            }
        }
        let further = self.further_skills();
        for entry in further.iter().filter_map(|skill| held(profile, *skill)) {
            met.push(entry);
            optional_met += 1;
        }
        let some_required = criteria.iter().any(|criterion| criterion.required);
        let some_optional = criteria.iter().any(|criterion| !criterion.required) || !further.is_empty();
        let least = self.request.min_matching.unwrap_or(u32::from(some_optional && !some_required));
        let replaced_is_met = self.replaced.is_none_or(|(_, criterion)| {
            held(profile, criterion.skill).is_some_and(|entry| meets(*entry, criterion))
        });
        if optional_met < least || !replaced_is_met || !self.passes_filters(profile) {
            return None;
        }
        let validated = met.iter().filter(|entry| entry.status == Status::Validated).count() as u32;
        let levels = met.iter().map(|entry| entry.level.map_or(0, |level| u32::from(level.get()))).sum();
        Some((met.len() as u32, validated, levels))
    }

    fn passes_filters(&self, profile: &VisibleProfile) -> bool {
        let request = self.request;
        request.exclude.iter().all(|skill| held(profile, *skill).is_none())
            && !request.blocked.contains(&profile.id)
            && (!request.hidden.iter().any(|set| set.contains(profile.id))
                || request.shown.iter().any(|set| set.contains(profile.id)))
            && (self.rome_lifted
                || request.rome.is_empty()
                || request.rome.iter().any(|place| belongs(profile, *place)))
            && request
                .name
                .as_ref()
                .is_none_or(|name| name.words().iter().all(|word| is_named(profile, word)))
    }

    fn count(&self, world: &World) -> u64 {
        world.values().filter(|profile| self.rank(profile).is_some()).count() as u64
    }
}

/// Applies the rules.
pub fn search<'a>(world: &'a World, request: &SearchRequest) -> Expected<'a> {
    let plain = Variant { request, rome_lifted: false, replaced: None };
    let mut matching: Vec<_> =
        world.values().filter_map(|profile| Some((plain.rank(profile)?, profile))).collect();
    matching.sort_by_key(|((met, validated, levels), profile)| {
        (Reverse(*met), Reverse(*validated), Reverse(*levels), order_key(profile.id), profile.id)
    });
    let ordered: Vec<&VisibleProfile> = matching.into_iter().map(|(_, profile)| profile).collect();
    Expected {
        rome: rome(world, request),
        skills: skills(&ordered, request),
        levels: levels(world, request),
        statuses: statuses(world, request),
        ordered,
    }
}

fn held(profile: &VisibleProfile, skill: SkillCode) -> Option<&VisibleSkill> {
    profile.skills.iter().find(|entry| entry.code == skill)
}

fn meets(entry: VisibleSkill, criterion: Criterion) -> bool {
    if criterion.validated_only && entry.status == Status::Declared {
        return false;
    }
    if criterion.min_level.is_none() && criterion.max_level.is_none() {
        return true;
    }
    let lowest = criterion.min_level.map_or(1, Level::get);
    let highest = criterion.max_level.map_or(4, Level::get);
    entry.level.is_some_and(|level| (lowest..=highest).contains(&level.get()))
}

fn belongs(profile: &VisibleProfile, place: RomeFilter) -> bool {
    let text = place.to_string();
    match place {
        RomeFilter::Family(parent) => profile.families.contains(&parent),
        _ => profile.jobs.iter().any(|job| job.to_string().starts_with(&text)),
    }
}

fn is_named(profile: &VisibleProfile, word: &str) -> bool {
    let mut names = text::name_words(&profile.first_name);
    names.extend(text::name_words(&profile.last_name));
    names.iter().any(|name| name.starts_with(word) || (word.chars().count() >= 5 && typos(word, name) <= 1))
}

/// Counts insertions, deletions, substitutions and exchanges of neighbours, letter by letter.
pub fn typos(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = usize::from(one[i - 1] != other[j - 1]);
                let mut best =
                    (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + changed);
                if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    table[one.len()][other.len()]
}

fn rome(world: &World, request: &SearchRequest) -> Vec<RomeCount> {
    let lifted = Variant { request, rome_lifted: true, replaced: None };
    let mut counts: BTreeMap<(u8, String), (RomeFilter, u64)> = BTreeMap::new();
    for profile in world.values().filter(|profile| lifted.rank(profile).is_some()) {
        let mut places = BTreeSet::new();
        for job in &profile.jobs {
            let text = job.to_string();
            places.extend([(0, text[..1].to_owned()), (1, text[..3].to_owned()), (2, text)]);
        }
        places.extend(profile.families.iter().map(|parent| (3, format!("family:{parent}"))));
        for (kind, text) in places {
            let place = text.parse().expect("a place");
            counts.entry((kind, text)).or_insert((place, 0)).1 += 1;
        }
    }
    let mut lines: Vec<_> = counts.into_iter().collect();
    lines.sort_by_key(|((kind, text), (_, count))| (*kind, Reverse(*count), text.clone()));
    lines.into_iter().map(|(_, (value, count))| RomeCount { value, count }).collect()
}

fn skills(matching: &[&VisibleProfile], request: &SearchRequest) -> Vec<SkillCount> {
    let mut counts: BTreeMap<SkillCode, u64> = BTreeMap::new();
    for skill in matching.iter().flat_map(|profile| &profile.skills) {
        *counts.entry(skill.code).or_default() += 1;
    }
    counts.retain(|skill, _| request.criteria.iter().all(|criterion| criterion.skill != *skill));
    let mut lines: Vec<_> = counts.into_iter().map(|(skill, count)| SkillCount { skill, count }).collect();
    lines.sort_by_key(|line| (Reverse(line.count), line.skill));
    lines.truncate(30);
    lines
}

fn levels(world: &World, request: &SearchRequest) -> Vec<LevelCount> {
    let mut lines = Vec::new();
    for (at, criterion) in request.criteria.iter().enumerate() {
        for level in [1, 2, 3, 4].map(|level| Level::new(level).expect("a level")) {
            let replaced = Criterion { min_level: Some(level), max_level: None, ..*criterion };
            let variant = Variant { request, rome_lifted: false, replaced: Some((at, replaced)) };
            lines.push(LevelCount { skill: criterion.skill, level, count: variant.count(world) });
        }
    }
    lines
}

fn statuses(world: &World, request: &SearchRequest) -> Vec<StatusCount> {
    let mut lines = Vec::new();
    for (at, criterion) in request.criteria.iter().enumerate() {
        for status in [StatusChoice::Any, StatusChoice::Validated] {
            let replaced = Criterion { validated_only: status == StatusChoice::Validated, ..*criterion };
            let variant = Variant { request, rome_lifted: false, replaced: Some((at, replaced)) };
            lines.push(StatusCount { skill: criterion.skill, status, count: variant.count(world) });
        }
    }
    lines
}

/// Explains a hit, one line per criterion.
pub fn matches(profile: &VisibleProfile, request: &SearchRequest) -> Vec<MatchLine> {
    let line = |criterion: &Criterion| {
        let Some(entry) = held(profile, criterion.skill) else {
            return MatchLine { skill: criterion.skill, outcome: Outcome::Missing, level: None };
        };
        let outcome = if meets(*entry, *criterion) {
            Outcome::Matched
        } else if criterion.validated_only && entry.status == Status::Declared {
            Outcome::DeclaredOnly
        } else if entry.level > criterion.max_level && criterion.max_level.is_some() {
            Outcome::HigherLevel
        } else {
            Outcome::LowerLevel
        };
        MatchLine { skill: criterion.skill, outcome, level: entry.level }
    };
    request.criteria.iter().map(line).collect()
}

/// Says how much of the job of the request a profile covers.
pub fn coverage(profile: &VisibleProfile, request: &SearchRequest) -> Option<Coverage> {
    let fit = request.job.as_ref()?;
    let mut core: Vec<SkillCode> = Vec::new();
    for skill in &fit.core {
        if !core.contains(skill) {
            core.push(*skill);
        }
    }
    let missing: Vec<SkillCode> =
        core.iter().copied().filter(|skill| held(profile, *skill).is_none()).collect();
    let covered = (core.len() - missing.len()) as u32;
    Some(Coverage { job: fit.job, covered, required: core.len() as u32, missing })
}
