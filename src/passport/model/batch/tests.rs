use chrono::DateTime;
use serde_json::{Value, json};

use super::*;

const SESSION: TrainingSessionId = TrainingSessionId(Uuid::from_u128(7));
const TRAINER: PersonId = PersonId(Uuid::from_u128(1));
const ZOE: PersonId = PersonId(Uuid::from_u128(2));
const GRID: GridId = GridId(Uuid::from_u128(11));
const OTHER: GridId = GridId(Uuid::from_u128(12));
const OWN: Uuid = Uuid::from_u128(21);

/// Steps of these common levels (0: none); those from `passing` on pass.
fn steps(grid: GridId, levels: &[i16], passing: i16) -> Vec<GridStep> {
    let step = |(position, level): (i16, &i16)| GridStep {
        grid,
        version: 1,
        position,
        name: format!("Échelon {position}"),
        common_level: Some(*level).filter(|level| *level > 0),
        passing: position >= passing,
    };
    (0..).zip(levels).map(step).collect()
}

fn column(skill: SkillRef, code: Option<u32>, grid: Option<&[GridStep]>, pass: i16) -> Column {
    let scale = grid.map_or(Scale::Common, |steps| Scale::Grid {
        id: GRID,
        version: 1,
        name: "Grille".to_owned(),
        steps: steps.iter().map(|step| step.name.clone()).collect(),
    });
    Column {
        skill,
        code: code.map(SkillCode),
        label: "Compétence".to_owned(),
        levels: Levels { scale, target: pass, pass },
        steps: grid.unwrap_or_default().to_vec(),
    }
}

struct World {
    participants: HashSet<PersonId>,
    columns: Vec<Column>,
    grids: HashMap<GridId, Vec<GridStep>>,
    known: HashSet<SkillCode>,
    entries: HashMap<(PersonId, SkillCode), Vec<CellEntry>>,
    waiting: HashSet<(PersonId, SkillCode)>,
    validities: HashMap<SkillCode, i16>,
    attempts: HashMap<Uuid, PersonId>,
    is_staff: bool,
}

/// 101 is read on the common scale from 2 on, 102 on a grid from step 2 (level 3) on; an own skill is none of the catalogue;
/// 109 is known and none of the programme.
fn world() -> World {
    let own = steps(GRID, &[0, 2, 3, 3], 2);
    World {
        participants: HashSet::from([ZOE]),
        columns: vec![
            column(SkillRef::Catalog(SkillCode(101)), Some(101), None, 2),
            column(SkillRef::Catalog(SkillCode(102)), Some(102), Some(own.as_slice()), 2),
            column(SkillRef::Own(crate::ids::OwnSkillId(OWN)), None, None, 2),
        ],
        grids: HashMap::from([(GRID, own), (OTHER, steps(OTHER, &[1, 4, 0], 0))]),
        known: HashSet::from([SkillCode(101), SkillCode(109)]),
        entries: HashMap::new(),
        waiting: HashSet::new(),
        validities: HashMap::from([(SkillCode(101), 24)]),
        attempts: HashMap::from([(Uuid::from_u128(31), ZOE)]),
        is_staff: false,
    }
}

fn planned(world: &World, cells: &Value) -> Vec<Result<Planned, Vec<String>>> {
    let cells: Vec<CellDraft> = serde_json::from_value(cells.clone()).unwrap();
    let ground = Ground {
        session: SESSION,
        actor: TRAINER,
        is_staff: world.is_staff,
        participants: &world.participants,
        columns: &world.columns,
        jobs: &[RomeCode::parse("M1805").unwrap()],
        grids: &world.grids,
        known: &world.known,
        entries: &world.entries,
        waiting: &world.waiting,
        validities: &world.validities,
        attempts: &world.attempts,
        today: "2026-03-03".parse().unwrap(),
    };
    let told = |fault: FieldError| format!("{} {}", fault.pointer, fault.code);
    let faults = |faults: Vec<FieldError>| faults.into_iter().map(told).collect();
    plan(&cells, &ground).into_iter().map(|planned| planned.map_err(faults)).collect()
}

fn one(world: &World, change: &Value) -> Result<Planned, Vec<String>> {
    let mut cell = json!({ "person_id": ZOE, "skill": "101", "level": { "common_level": 3 } });
    for (name, value) in change.as_object().unwrap() {
        cell[name] = value.clone();
    }
    planned(world, &json!([cell])).remove(0)
}

#[test]
fn a_sound_cell_is_planned_with_the_jobs_and_the_end_of_the_organisation() {
    let planned = one(&world(), &json!({ "comment": " Bien. " })).unwrap();
    assert_eq!((planned.outcome.name.as_str(), planned.outcome.passing), ("Autonome", true));
    assert_eq!(planned.comment.as_deref(), Some("Bien."));
    assert_eq!(planned.expires_on, "2028-03-03".parse().ok(), "24 months");
    assert_eq!((planned.jobs.len(), planned.is_off_programme, planned.is_stale), (1, false, false));
    let failed = one(&world(), &json!({ "level": { "not_acquired": true } })).unwrap();
    assert_eq!((failed.outcome.name.as_str(), failed.expires_on), ("Non acquis", None));
    let below = one(&world(), &json!({ "level": { "common_level": 1 } })).unwrap();
    assert_eq!((below.outcome.passing, below.expires_on), (false, None));
}

#[test]
fn levels_are_converted_by_the_stored_mapping_and_never_guessed() {
    let on = |skill: &str, level: Value| {
        let told = |planned: Planned| {
            let position = planned.outcome.step.map(|(_, _, position)| position);
            (position, planned.outcome.common_level, planned.outcome.passing, planned.is_converted)
        };
        one(&world(), &json!({ "skill": skill, "level": level })).map(told)
    };
    let refused = |code: &str| Err(vec![format!("/cells/0/level {code}")]);
    // The grid of the programme, from its step 2 on.
    assert_eq!(on("102", json!({ "grid_id": GRID, "step": 1 })), Ok((Some(1), Some(2), false, false)));
    assert_eq!(on("102", json!({ "grid_id": GRID, "step": 2 })), Ok((Some(2), Some(3), true, false)));
    // The common scale: one step stands for 2; two do for 3, so that the level itself is written; none does for 4.
    assert_eq!(on("102", json!({ "common_level": 2 })), Ok((Some(1), Some(2), false, true)));
    assert_eq!(on("102", json!({ "common_level": 3 })), Ok((None, Some(3), true, false)));
    assert_eq!(on("102", json!({ "common_level": 4 })), Ok((None, Some(4), true, false)));
    // Another grid, where the programme reads the common scale: by the level of the step, or not at all.
    assert_eq!(on("101", json!({ "grid_id": OTHER, "step": 0 })), Ok((Some(0), Some(1), false, false)));
    assert_eq!(on("101", json!({ "grid_id": OTHER, "step": 1 })), Ok((Some(1), Some(4), true, false)));
    assert_eq!(on("101", json!({ "grid_id": OTHER, "step": 2 })), refused("no_mapping"));
    for level in [
        json!({}),
        json!({ "common_level": 5 }),
        json!({ "common_level": 0 }),
        json!({ "grid_id": GRID }),
        json!({ "grid_id": GRID, "step": 9 }),
        json!({ "grid_id": OWN, "step": 0 }),
        json!({ "common_level": 2, "not_acquired": true }),
    ] {
        assert_eq!(on("101", level.clone()), refused("unknown_level"), "{level}");
    }
}

#[test]
fn only_participants_and_the_programme_unless_one_runs_the_organisation() {
    let mut world = world();
    let fault = |world: &World, change: Value| one(world, &change).map(|_| ()).unwrap_err();
    assert_eq!(fault(&world, json!({ "person_id": TRAINER })), ["/cells/0/person_id self_validation"]);
    assert_eq!(fault(&world, json!({ "person_id": OWN })), ["/cells/0/person_id not_a_participant"]);
    assert_eq!(fault(&world, json!({ "skill": OWN })), ["/cells/0/skill not_in_catalogue"]);
    assert_eq!(fault(&world, json!({ "skill": "999" })), ["/cells/0/skill unknown_skill"]);
    assert_eq!(fault(&world, json!({ "skill": "109" })), ["/cells/0/skill off_programme"]);
    world.is_staff = true;
    let off = one(&world, &json!({ "skill": "109" })).unwrap();
    assert!(off.is_off_programme && off.outcome.passing && off.jobs.is_empty());
}

#[test]
fn what_another_wrote_meanwhile_is_seen_and_a_correction_says_why() {
    let mut world = world();
    let entry = CellEntry {
        id: ValidationId(Uuid::from_u128(5)),
        session: Some(SESSION),
        step: None,
        step_name: "Guidé".to_owned(),
        common_level: Level::new(2),
        passing: true,
        validated_at: DateTime::UNIX_EPOCH,
        expires_on: None,
        end: None,
    };
    world.entries.insert((ZOE, SkillCode(101)), vec![entry.clone()]);
    let stale = one(&world, &json!({ "version": 0 })).unwrap();
    assert_eq!((stale.is_stale, stale.version), (true, 1));
    assert_eq!(one(&world, &json!({ "version": 1 })).map(|_| ()).unwrap_err(), ["/cells/0/reason required"]);
    let corrected = one(&world, &json!({ "version": 1, "reason": " Erreur de saisie. " })).unwrap();
    assert_eq!(corrected.supersedes, Some((entry.id, "Erreur de saisie.".to_owned())));
    // What another session found is no mistake of this one.
    world.entries.insert((ZOE, SkillCode(101)), vec![CellEntry { session: None, ..entry }]);
    assert_eq!(one(&world, &json!({ "version": 1 })).unwrap().supersedes, None);
    world.waiting.insert((ZOE, SkillCode(101)));
    assert_eq!(
        one(&world, &json!({ "version": 1 })).map(|_| ()).unwrap_err(),
        ["/cells/0/skill already_waiting"]
    );
}

#[test]
fn every_fault_of_every_cell_is_told() {
    let attempt = |number: u128| json!({ "title": "Quiz", "attempt_id": Uuid::from_u128(number) });
    assert!(
        one(&world(), &json!({ "evidence": [attempt(31), { "title": "Vu", "note": "En atelier" }] })).is_ok()
    );
    let cells = json!([
        { "person_id": ZOE, "skill": "101", "level": { "common_level": 3 }, "comment": "é".repeat(2001),
          "expires_on": "2026-03-03", "evidence": [attempt(32)] },
        { "person_id": ZOE, "skill": "102", "level": { "common_level": 3 },
          "evidence": [{ "title": "", "note": "x" }] },
        { "person_id": ZOE, "skill": "101", "level": { "common_level": 3 }, "evidence": [{ "title": "Rien" }] },
        { "person_id": ZOE, "skill": "101", "level": { "common_level": 2 } },
        { "person_id": ZOE, "skill": "101", "level": { "common_level": 4 } },
    ]);
    let told: Vec<Vec<String>> =
        planned(&world(), &cells).into_iter().map(|it| it.map(|_| ()).err().unwrap_or_default()).collect();
    assert_eq!(
        told,
        [
            vec![
                "/cells/0/comment too_long",
                "/cells/0/expires_on not_in_future",
                "/cells/0/evidence/0/attempt_id unknown_attempt",
            ],
            vec!["/cells/1/evidence/0/title required"],
            vec!["/cells/2/evidence/0 one_ground"],
            vec![],
            vec!["/cells/4/skill duplicate"],
        ]
    );
}
