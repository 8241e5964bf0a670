use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;

fn id(number: usize) -> ChoiceId {
    ChoiceId(Uuid::from_u128(number as u128))
}

fn question(answer: &Value) -> Question {
    let whole = json!({ "statement": [], "points": 1, "explanation": "", "answer": answer });
    serde_json::from_value(whole).unwrap()
}

/// Choices 0, 1, … of which these are right.
fn multiple(right: &[bool], rule: &str, weights: &[i32]) -> Question {
    let choice = |(place, is_right): (usize, &bool)| {
        let weight = weights.get(place);
        json!({ "id": id(place), "text": "x", "is_right": is_right, "weight": weight, "feedback": "" })
    };
    let choices: Vec<Value> = right.iter().enumerate().map(choice).collect();
    question(&json!({ "kind": "multiple", "choices": choices, "partial_credit": rule }))
}

fn ticking(places: &[usize]) -> Given {
    Given::Multiple { choice_ids: places.iter().copied().map(id).collect() }
}

fn points(question: &Question, given: &Given, negative: i16) -> i32 {
    automatic(question, Some(given), 300, negative).unwrap().points
}

#[test]
fn each_rule_of_partial_credit_counts_its_own_way() {
    let right = [true, true, false, false];
    let told = |rule: &str, places: &[usize]| {
        points(&multiple(&right, rule, &[6000, 4000, -5000, 0]), &ticking(places), 0)
    };
    for rule in ["all_or_nothing", "per_choice", "right_minus_wrong", "weighted"] {
        assert_eq!(told(rule, &[1, 0]), 300, "{rule}");
    }
    // One right, one missing; one right, one wrong; both right and a wrong one; only wrong ones.
    let cases: [&[usize]; 4] = [&[0], &[0, 2], &[0, 1, 2], &[2, 3]];
    let told = |rule: &str| cases.map(|places| told(rule, places));
    assert_eq!(told("all_or_nothing"), [0, 0, 0, 0]);
    assert_eq!(told("per_choice"), [225, 150, 225, 0]);
    assert_eq!(told("right_minus_wrong"), [150, 0, 150, 0]);
    assert_eq!(told("weighted"), [180, 30, 150, 0]);
}

#[test]
fn weights_of_thirds_give_all_the_points() {
    let thirds = multiple(&[true, true, true, false], "weighted", &[3333, 3333, 3333, -10000]);
    assert_eq!(points(&thirds, &ticking(&[0, 1, 2]), 0), 300);
    assert_eq!(points(&thirds, &ticking(&[0]), 0), 100);
}

#[test]
fn a_wrong_choice_costs_what_the_quiz_says_and_no_answer_costs_nothing() {
    let single = json!({ "kind": "single", "choices": [
        { "id": id(0), "text": "a", "is_right": true, "weight": null, "feedback": "" },
        { "id": id(1), "text": "b", "is_right": false, "weight": null, "feedback": "" },
    ]});
    let single = question(&single);
    let wrong = Given::Single { choice_id: id(1) };
    assert_eq!(points(&single, &wrong, 0), 0);
    assert_eq!(points(&single, &wrong, 33), -99);
    assert_eq!(points(&single, &Given::Single { choice_id: id(0) }, 33), 300);
    let none = automatic(&single, None, 300, 33).unwrap();
    assert_eq!((none.points, none.verdict), (0, Verdict::Missing));
    let truth = json!({ "kind": "true_false", "is_true": false, "feedback_true": "", "feedback_false": "" });
    let truth = question(&truth);
    assert_eq!(points(&truth, &Given::TrueFalse { is_true: true }, 50), -150);
    assert_eq!(points(&truth, &Given::TrueFalse { is_true: false }, 50), 300);
    assert_eq!(points(&multiple(&[true, false], "per_choice", &[]), &ticking(&[1]), 50), 0);
}

#[test]
fn short_answers_are_compared_as_the_question_says_and_the_best_one_counts() {
    let short = question(&json!({
        "kind": "short_text", "ignores": { "case": true, "accents": true, "spaces": true },
        "accepted": [
            { "text": "l’électrode enrobée", "percent": 100, "feedback": "" },
            { "text": "electrode", "percent": 40, "feedback": "Laquelle ?" },
            { "text": "Électrode", "percent": 50, "feedback": "" },
        ],
    }));
    let said = |text: &str| points(&short, &Given::ShortText { text: text.to_owned() }, 50);
    assert_eq!(said("L'ELECTRODE  enrobee"), 300);
    assert_eq!(said("électrode"), 150);
    assert_eq!(said("baguette"), 0, "a wrong word costs nothing");
}

#[test]
fn a_number_is_right_within_its_tolerance_whatever_binary_makes_of_it() {
    let number = |value: f64, tolerance: f64| {
        question(&json!({ "kind": "number", "value": value, "tolerance": tolerance, "unit": "" }))
    };
    let is_right = |question: &Question, value: f64| points(question, &Given::Number { value }, 0) == 300;
    assert!(is_right(&number(0.3, 0.0), 0.1 + 0.2));
    assert!(is_right(&number(1.0, 0.1), 1.1) && is_right(&number(1.0, 0.1), 0.9));
    assert!(!is_right(&number(1.0, 0.1), 1.100_001));
    assert!(!is_right(&number(1e9, 0.0), 1e9 + 1.0));
}

#[test]
fn what_somebody_must_read_has_no_points_yet_unless_there_is_nothing_to_read() {
    let long = question(&json!({ "kind": "long_text", "max_characters": 100, "rubric": [] }));
    assert_eq!(automatic(&long, Some(&Given::LongText { text: "x".to_owned() }), 300, 0), None);
    assert_eq!(automatic(&long, None, 300, 0).map(|scored| scored.points), Some(0));
}

#[test]
fn a_verdict_tells_right_from_partial_from_wrong() {
    let per_choice = multiple(&[true, true, false], "per_choice", &[]);
    let told = |places: &[usize]| automatic(&per_choice, Some(&ticking(places)), 300, 0).unwrap().verdict;
    assert_eq!(told(&[0, 1]), Verdict::Right);
    assert_eq!(told(&[0]), Verdict::Partial);
    assert_eq!(told(&[2]), Verdict::Wrong);
    // What is worth nothing is still right or wrong.
    let told = |places: &[usize]| automatic(&per_choice, Some(&ticking(places)), 0, 0).unwrap().verdict;
    assert_eq!((told(&[0, 1]), told(&[2])), (Verdict::Right, Verdict::Wrong));
}

#[test]
fn a_total_is_never_below_nothing_nor_above_its_worth_and_is_rounded_down() {
    assert_eq!(total([(-100, 100), (50, 100)]), Total { points: 0, worth: 200, percent: 0 });
    assert_eq!(total([(100, 100), (100, 200)]), Total { points: 200, worth: 300, percent: 66 });
    assert_eq!(total([(250, 100)]), Total { points: 100, worth: 100, percent: 100 });
    assert_eq!(total([]), Total { points: 0, worth: 0, percent: 0 });
}

proptest! {
    #[test]
    fn no_choices_are_ever_worth_more_than_the_question_nor_less_than_nothing(
        right in prop::collection::vec(any::<bool>(), 2..8),
        ticked in prop::collection::vec(0_usize..8, 1..8),
        weights in prop::collection::vec(-10_000..10_000_i32, 8),
        worth in 0..100_000_i32,
        negative in 0..=100_i16,
    ) {
        for rule in ["all_or_nothing", "per_choice", "right_minus_wrong", "weighted"] {
            let question = multiple(&right, rule, &weights);
            let scored = automatic(&question, Some(&ticking(&ticked)), worth, negative).unwrap();
            prop_assert!((0..=worth).contains(&scored.points), "{rule}: {scored:?}");
        }
    }
}
