//! Whole stories, over HTTP only: what the people in them send, and what they are shown.
//!
//! The world a story starts in (accounts, a verified recruiter, a catalogue's publisher) is the support's; everything
//! that happens in it is asked for, and read back, as a client does.

mod a_private_room;
mod a_quiz_for_candidates;
mod answer_an_offer;
mod certify_attendance;
mod choose_who_sees;
mod classroom;
mod create_a_training;
mod export_the_passport;
mod fill_a_session;
mod find_somebody;
mod follow_the_calendar;
mod inspector;
mod keep_a_list;
mod open_a_session;
mod people;
mod prepare_a_session;
mod prove_an_experience;
mod put_a_sheet_right;
mod release;
mod searches;
mod send_an_offer;
mod stay_in_control;
mod take_a_quiz;
mod take_attendance;
mod talk_in_a_room;
mod the_catalogue_moves;
mod validate_skills;
mod watch_attendance;
mod write_a_quiz;

use serde_json::Value;

/// The list behind this name.
#[track_caller]
fn list<'a>(body: &'a Value, name: &str) -> &'a [Value] {
    body[name].as_array().unwrap_or_else(|| panic!("no list {name}: {body}"))
}

/// The texts of one field, entry by entry.
#[track_caller]
fn each(entries: &[Value], field: &str) -> Vec<String> {
    let text =
        |entry: &Value| entry[field].as_str().unwrap_or_else(|| panic!("no {field}: {entry}")).to_owned();
    entries.iter().map(text).collect()
}

/// The entry of this code, id or whatever else the field is.
#[track_caller]
fn one<'a>(entries: &'a [Value], field: &str, value: &str) -> &'a Value {
    let found = entries.iter().find(|entry| entry[field] == value);
    found.unwrap_or_else(|| panic!("no {field} {value} among {entries:?}"))
}

/// The places and codes of the faults of a refused request.
#[track_caller]
fn faults(problem: &Value) -> Vec<(String, String)> {
    let errors = list(problem, "errors");
    each(errors, "pointer").into_iter().zip(each(errors, "code")).collect()
}
