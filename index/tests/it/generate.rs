//! Random profiles, requests and histories, crowded enough for every rule to decide something.

use carnet_index::{
    CommitPayload, Criterion, FacetSelection, JobFit, Level, NameQuery, ProfileId, ProfileSet, RomeCode,
    RomeFilter, SCHEMA_VERSION, SearchRequest, SkillCode, Status, VisibleProfile, VisibleSkill,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const FIRST_NAMES: [&str; 9] =
    ["Aïcha", "Marie-Ève", "Jean", "Éa", "Œdipe", "Maximilien", "Maximillien", "Li", "Żaneta"];
const LAST_NAMES: [&str; 10] =
    ["Martin", "Martine", "Marten", "Le Goff", "D’Œuvray", "Lefèvre", "Lefebvre", "Maritn", "Ma", "Юрьев"];
const NAME_QUERIES: [&str; 20] = [
    "m",
    "ma",
    "mar",
    "mart",
    "marti",
    "martin",
    "maritn",
    "le goff",
    "goff le",
    "oeuvr",
    "D'œuvray",
    "lefevbre",
    "lefevre",
    "aicha",
    "maximilien",
    "maximilian",
    "jean martin",
    "zzzz",
    "юрьев",
    "юрев",
];
const JOBS: [&str; 8] = ["A1101", "A1102", "A1201", "M1801", "M1802", "M1805", "M1901", "N1101"];
const FAMILIES: [&str; 4] = ["A1101", "M1801", "M1805", "N1101"];
const PLACES: [&str; 14] = [
    "A",
    "M",
    "N",
    "K",
    "A11",
    "M18",
    "M19",
    "Z99",
    "A1101",
    "M1805",
    "N1101",
    "K1801",
    "family:M1805",
    "family:A1101",
];
const IDS: u128 = 40;
const SKILLS: u32 = 9;

/// The public id of the n-th person.
pub fn id(number: u128) -> ProfileId {
    ProfileId((number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
}

/// The payload of the n-th commit.
pub fn payload(batch: u64) -> CommitPayload {
    CommitPayload { system_identifier: 7, database_oid: 5, schema_version: SCHEMA_VERSION, epoch: 1, batch }
}

/// A job code.
pub fn job(code: &str) -> RomeCode {
    RomeCode::parse(code).expect("a job code")
}

/// A profile without names or places.
pub fn profile(number: u128, skills: &[(u32, u8, Status)]) -> VisibleProfile {
    let skill = |&(code, level, status): &(u32, u8, Status)| VisibleSkill {
        code: SkillCode(code),
        level: Level::new(level),
        status,
    };
    VisibleProfile {
        id: id(number),
        first_name: format!("Prénom{number}"),
        last_name: format!("Nom{number}"),
        skills: skills.iter().map(skill).collect(),
        jobs: vec![],
        families: vec![],
    }
}

fn skill_code() -> impl Strategy<Value = SkillCode> {
    (0..SKILLS).prop_map(|code| SkillCode(100_000 + code * code * 7))
}

fn level() -> impl Strategy<Value = Level> {
    (1_u8..=4).prop_map(|level| Level::new(level).expect("a level"))
}

fn entry() -> impl Strategy<Value = (Option<Level>, Status)> {
    prop_oneof![
        4 => level().prop_map(|level| (Some(level), Status::Declared)),
        4 => level().prop_map(|level| (Some(level), Status::Validated)),
        1 => Just((None, Status::Validated)),
    ]
}

fn any_profile() -> impl Strategy<Value = VisibleProfile> {
    (
        0..IDS,
        select(&FIRST_NAMES[..]),
        select(&LAST_NAMES[..]),
        btree_map(skill_code(), entry(), 0..SKILLS as usize),
        subsequence(JOBS.to_vec(), 0..4),
        subsequence(FAMILIES.to_vec(), 0..3),
    )
        .prop_map(|(number, first_name, last_name, skills, jobs, families)| VisibleProfile {
            id: id(number),
            first_name: first_name.into(),
            last_name: last_name.into(),
            skills: skills
                .into_iter()
                .map(|(code, (level, status))| VisibleSkill { code, level, status })
                .collect(),
            jobs: jobs.into_iter().map(job).collect(),
            families: families.into_iter().map(job).collect(),
        })
}

/// One change of the world.
#[derive(Debug, Clone)]
pub enum Change {
    /// A profile appears or is replaced.
    Put(VisibleProfile),
    /// A profile disappears, if it was there.
    Remove(ProfileId),
}

/// Batches of changes, a commit after each.
pub fn history() -> impl Strategy<Value = Vec<Vec<Change>>> {
    let change = prop_oneof![
        4 => any_profile().prop_map(Change::Put),
        1 => (0..IDS).prop_map(|number| Change::Remove(id(number))),
    ];
    vec(vec(change, 0..30), 1..5)
}

fn criterion(skill: SkillCode) -> impl Strategy<Value = Criterion> {
    let bounds = prop_oneof![
        2 => Just((None, None)),
        2 => level().prop_map(|min| (Some(min), None)),
        1 => level().prop_map(|max| (None, Some(max))),
        1 => (level(), level()).prop_map(|(one, other)| (Some(one.min(other)), Some(one.max(other)))),
    ];
    (bounds, any::<bool>(), any::<bool>()).prop_map(
        move |((min_level, max_level), validated_only, required)| Criterion {
            skill,
            min_level,
            max_level,
            validated_only,
            required,
        },
    )
}

fn criteria() -> impl Strategy<Value = Vec<Criterion>> {
    btree_set(skill_code(), 0..4)
        .prop_flat_map(|skills| skills.into_iter().map(criterion).collect::<Vec<_>>())
        .prop_shuffle()
}

fn facets() -> impl Strategy<Value = FacetSelection> {
    any::<[bool; 4]>().prop_map(|[rome, skills, levels, statuses]| FacetSelection {
        rome,
        skills,
        levels,
        statuses,
    })
}

fn job_fit() -> impl Strategy<Value = JobFit> {
    (select(&JOBS[..]), vec(skill_code(), 0..5)).prop_map(|(code, core)| JobFit { job: job(code), core })
}

/// Sets of profiles, small ones and ones that hold nearly everybody.
fn sets() -> impl Strategy<Value = Vec<ProfileSet>> {
    let set = vec((0..IDS).prop_map(id), 0..60).prop_map(ProfileSet::new);
    prop_oneof![2 => Just(vec![]), 1 => vec(set, 1..3)]
}

/// A request; nothing keeps it from finding nothing.
pub fn request() -> impl Strategy<Value = SearchRequest> {
    (
        criteria(),
        prop_oneof![3 => Just(None), 1 => (0_u32..4).prop_map(Some)],
        prop_oneof![3 => Just(vec![]), 1 => vec(skill_code(), 1..3)],
        prop_oneof![2 => Just(vec![]), 1 => vec(select(&PLACES[..]), 1..3)],
        prop::option::weighted(0.3, job_fit()),
        prop::option::weighted(0.3, select(&NAME_QUERIES[..])),
        (prop_oneof![2 => Just(vec![]), 1 => vec((0..IDS).prop_map(id), 1..6)], sets(), sets()),
        facets(),
        1_u32..7,
    )
        .prop_map(|(criteria, min_matching, exclude, rome, job, name, ids, facets, limit)| {
            let (blocked, hidden, shown) = ids;
            SearchRequest {
                exclude: exclude
                    .into_iter()
                    .filter(|skill| criteria.iter().all(|criterion| criterion.skill != *skill))
                    .collect(),
                criteria,
                min_matching,
                rome: rome.into_iter().map(|place| place.parse::<RomeFilter>().expect("a place")).collect(),
                job,
                name: name.map(|name| NameQuery::parse(name).expect("a name")),
                blocked,
                hidden,
                shown,
                facets,
                limit,
                cursor: None,
            }
        })
}
