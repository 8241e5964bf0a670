use uuid::Uuid;

use super::*;
use crate::attendance::model::units;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn person(number: u128) -> EnrolmentId {
    EnrolmentId(Uuid::from_u128(number))
}

fn signature(who: Option<u128>, part: Part, signed_at: &str) -> SignatureFact {
    SignatureFact {
        enrolment: who.map(person),
        trainer: who.is_none().then_some(PersonId(Uuid::from_u128(1))),
        is_trainer: who.is_none(),
        name: "Zoé".to_owned(),
        part,
        signed_at: at(signed_at),
        drawing: None,
        device: None,
    }
}

/// A slot of a Tuesday, closed, at which one person was there and everybody signed in time.
fn slot() -> SlotFact {
    let (starts_at, ends_at) = (at("2026-03-03T08:00:00Z"), at("2026-03-03T16:00:00Z"));
    let mark = |part| MarkFact {
        enrolment: person(1),
        name: "Zoé".to_owned(),
        part,
        status: MarkStatus::Present,
        is_from_paper: false,
    };
    SlotFact {
        id: SlotId(Uuid::from_u128(9)),
        label: "Soudure".to_owned(),
        starts_at,
        ends_at,
        units: units(starts_at, ends_at),
        state: SheetState::Closed,
        reopened_because: None,
        has_paper: false,
        trainers: vec![(Some(PersonId(Uuid::from_u128(1))), "Farida".to_owned())],
        sealed: Some(SealedFact {
            session_title: "Soudure".to_owned(),
            times: (starts_at, ends_at),
            names: HashMap::from([(person(1), "Zoé".to_owned())]),
        }),
        marks: vec![mark(Part::Am), mark(Part::Pm)],
        signatures: vec![
            signature(Some(1), Part::Am, "2026-03-03T08:05:00Z"),
            signature(Some(1), Part::Pm, "2026-03-03T12:05:00Z"),
            signature(None, Part::Am, "2026-03-03T08:01:00Z"),
            signature(None, Part::Pm, "2026-03-03T12:01:00Z"),
        ],
    }
}

fn facts(slot: SlotFact) -> Facts {
    Facts {
        title: "Soudure".to_owned(),
        training_title: "Soudure".to_owned(),
        has_nda: true,
        announced_minutes: 480,
        planned_minutes: 480,
        slots: vec![slot],
        overlaps: Vec::new(),
        open_contests: 0,
        overtaken: Vec::new(),
        now: at("2026-03-10T08:00:00Z"),
    }
}

fn codes(facts: &Facts) -> Vec<&'static str> {
    find(facts, |day| (day == NaiveDate::from_ymd_opt(2026, 4, 6).unwrap()).then_some("Lundi de Pâques"))
        .into_iter()
        .map(|anomaly| anomaly.code)
        .collect()
}

fn changed(change: impl Fn(&mut SlotFact)) -> Vec<&'static str> {
    let mut slot = slot();
    change(&mut slot);
    codes(&facts(slot))
}

#[test]
fn a_sound_session_has_none() {
    assert_eq!(codes(&facts(slot())), Vec::<&str>::new());
}

#[test]
fn each_rule_sees_its_own_oddity_and_no_other() {
    assert_eq!(changed(|slot| slot.trainers.clear())[0], "no_trainer");
    assert_eq!(changed(|slot| drop(slot.signatures.remove(0))), ["present_without_signature"]);
    assert_eq!(changed(|slot| drop(slot.signatures.remove(2))), ["trainer_not_signed"]);
    assert_eq!(changed(|slot| slot.marks[0].status = MarkStatus::Absent), ["signed_but_not_there"]);
    assert_eq!(
        changed(|slot| slot.signatures[0].signed_at = at("2026-03-03T07:59:59Z")),
        ["signed_before_start"]
    );
    assert_eq!(
        changed(|slot| slot.signatures[0].signed_at = at("2026-03-03T12:31:00Z")),
        ["signed_all_at_the_end"]
    );
    assert_eq!(changed(|slot| slot.signatures[1].signed_at = at("2026-03-03T16:31:00Z")), ["signed_late"]);
    assert_eq!(changed(|slot| slot.state = SheetState::Open), ["sheet_open"]);
    let title = |slot: &mut SlotFact| slot.sealed.as_mut().unwrap().session_title = "Autre".to_owned();
    assert_eq!(changed(title), ["sealed_title_differs"]);
    assert_eq!(
        changed(|slot| slot.sealed.as_mut().unwrap().times.0 = at("2026-03-03T09:00:00Z")),
        ["sealed_times_differ"]
    );
    let renamed = |slot: &mut SlotFact| {
        for mark in &mut slot.marks {
            mark.name = "Zoé Durand".to_owned();
        }
    };
    assert_eq!(changed(renamed), ["sealed_name_differs"], "once, not once per half-day");
    let another = |slot: &mut SlotFact| slot.signatures[2].trainer = Some(PersonId(Uuid::from_u128(7)));
    assert_eq!(changed(another), ["signed_by_another_trainer"]);
}

#[test]
fn paper_bears_the_signatures() {
    let paper = |slot: &mut SlotFact| {
        slot.has_paper = true;
        slot.signatures.clear();
    };
    assert_eq!(changed(paper), Vec::<&str>::new());
}

#[test]
fn three_people_on_one_device_are_odd_and_two_are_not() {
    let on_one = |count: u128| {
        changed(|slot| {
            for who in 0..count {
                let mut one = signature(Some(who + 1), Part::Am, "2026-03-03T08:05:00Z");
                one.device = Some("the same".to_owned());
                if who == 0 {
                    slot.signatures[0] = one;
                } else {
                    slot.signatures.push(one);
                    let mark = MarkFact { enrolment: person(who + 1), ..slot.marks[0].clone() };
                    slot.marks.push(mark);
                }
            }
        })
    };
    assert_eq!(on_one(2), Vec::<&str>::new());
    assert_eq!(on_one(3), ["shared_device"]);
}

#[test]
fn the_same_drawing_twice_is_odd_by_one_person_or_by_two() {
    let drawn = |slot: &mut SlotFact| {
        slot.signatures[0].drawing = Some("x".to_owned());
        slot.signatures[1].drawing = Some("x".to_owned());
    };
    assert_eq!(changed(drawn), ["identical_signatures"]);
    assert_eq!(changed(|slot| slot.signatures[0].drawing = Some("x".to_owned())), Vec::<&str>::new());
}

#[test]
fn sundays_and_holidays_are_told_apart_from_working_days() {
    let on = |day: &str| {
        let mut slot = slot();
        slot.starts_at = at(&format!("{day}T08:00:00Z"));
        slot.ends_at = at(&format!("{day}T10:00:00Z"));
        slot.units = units(slot.starts_at, slot.ends_at);
        (slot.sealed, slot.has_paper) = (None, true);
        slot.signatures.clear();
        let mut facts = facts(slot);
        (facts.announced_minutes, facts.planned_minutes) = (120, 120);
        codes(&facts)
    };
    assert_eq!(on("2026-03-08"), ["on_day_off"]);
    assert_eq!(on("2026-03-07"), Vec::<&str>::new(), "Saturdays are worked");
}

#[test]
fn durations_are_told_in_hours_and_count_what_is_followed_at_ones_own_time() {
    let mut facts = facts(slot());
    // Eight hours of slots, and six hours at one's own time.
    (facts.announced_minutes, facts.planned_minutes) = (840, 840);
    assert_eq!(codes(&facts), Vec::<&str>::new());
    facts.planned_minutes = 810;
    let found = find(&facts, |_| None);
    assert_eq!(
        found[0].message.replace('\u{a0}', " "),
        "Les créneaux et les modules à distance font 13 h 30, pour 14 h annoncées."
    );
}

#[test]
fn what_concerns_the_whole_session_comes_first() {
    let mut facts = facts(slot());
    facts.has_nda = false;
    facts.training_title = "Soudage".to_owned();
    facts.announced_minutes = 500;
    facts.open_contests = 2;
    facts.overtaken =
        vec![Overtaken {
            number: "CR-2026-000001".to_owned(), enrolment: person(1), name: "Zoé".to_owned()
        }];
    facts.overlaps =
        vec![Overlap { slot: facts.slots[0].id, trainer: "Farida".to_owned(), other: "ailleurs".to_owned() }];
    assert_eq!(
        codes(&facts),
        [
            "nda_missing",
            "title_differs",
            "duration_differs",
            "contest_open",
            "certificate_overtaken",
            "trainer_in_two_places",
        ]
    );
}
