//! The index holds the visible fields of visible people and nothing else.
//!
//! Its writer takes one type, [`VisibleProfile`], and this file takes that type apart without `..`: a field more, and it
//! no longer compiles. A document on disk is then compared with one written from these fields alone.

use std::collections::BTreeMap;
use std::fs;

use carnet::platform::search::Search;
use carnet_index::{
    CommitPayload, IndexError, Level, ProfileId, ProfileIndex, ProfileWriter, RomeCode, SkillCode, Status,
    VisibleProfile, VisibleSkill,
};
use serde_json::Value;

use crate::support::search::{SearchApp, someone, validated};

/// Every field of the index: its type, and what is kept of it on disk.
const FIELDS: [&str; 6] = [
    "card u64: fast",
    "id bytes: indexed",
    "name text: indexed",
    "order u64: fast",
    "rome text: indexed fast",
    "skill text: indexed fast",
];

/// What the writer can be asked to do. Only the first two bring anything in.
const DOORS: [&str; 8] =
    ["upsert", "insert", "index", "delete", "commit", "reopen", "expunge_deleted", "purge_deleted"];

/// What may be known of a person. A field more does not compile.
fn visible_fields(
    profile: VisibleProfile,
) -> (ProfileId, [String; 2], Vec<VisibleSkill>, [Vec<RomeCode>; 2]) {
    let VisibleProfile { id, first_name, last_name, skills, jobs, families } = profile;
    let skill = |VisibleSkill { code, level, status }| VisibleSkill { code, level, status };
    (id, [first_name, last_name], skills.into_iter().map(skill).collect(), [jobs, families])
}

/// The two ways in take a visible profile and nothing else. Other types do not compile.
const WAYS_IN: [WayIn; 2] = [ProfileWriter::upsert, ProfileWriter::insert];

type WayIn = fn(&mut ProfileWriter, &VisibleProfile) -> Result<(), IndexError>;

#[test]
fn the_writer_has_these_doors_and_no_other() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/index/src/profiles");
    let source = fs::read_to_string(format!("{folder}/writer.rs")).unwrap();
    let mut found: Vec<&str> =
        source.split("    pub fn ").skip(1).filter_map(|rest| rest.split('(').next()).collect();
    let mut doors = DOORS;
    doors.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, doors, "ProfileWriter has other public functions");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_writer = path.ends_with("writer.rs") || path.is_dir();
        let writes = !is_writer && fs::read_to_string(&path).unwrap().contains("add_document");
        assert!(!writes, "{} writes documents beside the writer", path.display());
    }
    assert_eq!(WAYS_IN.len(), 2);
}

/// The fields a generation on disk has, as its own description says.
fn fields_on_disk(meta: &Value) -> Vec<String> {
    let is_on = |option: &Value| option.as_bool().unwrap_or(!option.is_null());
    let describe = |field: &Value| {
        let options = &field["options"];
        let is_indexed = is_on(&options["indexed"]) || is_on(&options["indexing"]);
        let kept = [
            ("indexed", is_indexed),
            ("fast", is_on(&options["fast"])),
            ("stored", is_on(&options["stored"])),
        ];
        let kept: Vec<&str> = kept.iter().filter(|(_, is)| *is).map(|(name, _)| *name).collect();
        let (name, kind) = (field["name"].as_str().unwrap(), field["type"].as_str().unwrap());
        format!("{name} {kind}: {}", kept.join(" "))
    };
    let mut fields: Vec<String> = meta["schema"].as_array().unwrap().iter().map(describe).collect();
    fields.sort();
    fields
}

#[tokio::test]
async fn the_files_have_these_fields_and_no_other() {
    let app = SearchApp::start().await;
    let meta = app.index_folder().join("gen-1").join("meta.json");
    // Behind it stands a checksum.
    let sealed = fs::read_to_string(meta).unwrap();
    let meta = serde_json::Deserializer::from_str(&sealed).into_iter::<Value>().next().unwrap().unwrap();
    assert_eq!(fields_on_disk(&meta), FIELDS);
}

/// Every value of an index, and how often it lies there.
fn values(index: &ProfileIndex) -> BTreeMap<(String, String, String), usize> {
    let mut values = BTreeMap::new();
    index
        .dump(&mut |value| {
            let key = (value.field.to_owned(), format!("{:?}", value.part), value.text().into_owned());
            *values.entry(key).or_default() += 1;
        })
        .unwrap();
    values
}

#[tokio::test]
async fn a_person_in_the_files_is_exactly_their_visible_fields() {
    let app = SearchApp::start().await;
    let mut ines = someone("Inès", "Lefèvre");
    ines.declared = vec![(112, 2), (101, 4)];
    ines.validated = vec![validated(101, 3), validated(105, 1)];
    ines.validated[1].passing = false;
    ines.hides_from = vec!["552100554"];
    let added = app.add(&ines).await;
    let mut hidden = someone("Zénobie", "Cachée");
    (hidden.is_visible, hidden.declared) = (false, vec![(104, 2)]);
    app.add(&hidden).await;
    app.settled().await;

    let rome = |codes: [&str; 2]| codes.map(|code| RomeCode::parse(code).unwrap()).to_vec();
    let skill =
        |code, level, status| VisibleSkill { code: SkillCode(code), level: Level::new(level), status };
    // 101 alone is half of M1802, 112 is all of M1803; neither what was failed nor what is hidden counts.
    let visible = VisibleProfile {
        id: ProfileId(added.profile.0.as_u128()),
        first_name: "Inès".to_owned(),
        last_name: "Lefèvre".to_owned(),
        skills: vec![skill(101, 3, Status::Validated), skill(112, 2, Status::Declared)],
        jobs: rome(["M1802", "M1803"]),
        families: rome(["A1101", "M1801"]),
    };
    let served = app.state.part::<Search>().serving().unwrap().index.clone();
    let alone = ProfileIndex::in_memory().unwrap();
    let mut writer = alone.writer().unwrap();
    WAYS_IN[1](&mut writer, &visible).unwrap();
    writer.commit(&CommitPayload { ..*served.searcher().payload().unwrap() }).unwrap();
    let found = served.searcher().get(visible.id).unwrap().unwrap();
    assert_eq!(visible_fields(found), visible_fields(visible));
    let (on_disk, allowed) = (values(&served), values(&alone));
    assert!(on_disk.len() > 20, "the dump shows too little: {on_disk:?}");
    assert_eq!(on_disk, allowed);
}
