//! Which fields there are, in few words: `items[]{id name}` is `items`, `items[].id` and `items[].name`, and
//! `@profile` stands for the fields of a profile.

use std::collections::BTreeSet;

/// What several answers hold alike. A field more of one of them is shown to recruiters wherever it is named.
const GROUPS: [(&str, &str); 21] = [
    ("@profile", "profile_id first_name last_name skills[]{code label level status}"),
    ("@file", "bytes created_at id media_type name purpose scan sha256 warnings"),
    (
        "@hits",
        "facets{levels[]{count level skill} rome[]{code count kind label} skills[]{code count label}
         statuses[]{count skill status}} hits[]{@profile coverage{covered job missing[]{code label}
         required} match[]{level outcome skill}} next_cursor previous_cursor reachable total",
    ),
    (
        "@criteria",
        "criteria[]{max_level min_level required skill status} exclude[]{skill} hide_excluded job
         min_matching name rome",
    ),
    ("@change", "code decision_needed followed kind label label_now pointer subject successor{code label}"),
    (
        "@kept_search",
        "access alert{frequency new_matches next_at state} changes[]{@change} created_at id name
         names[]{code label pointer subject} obstacles[]{code message pointer} owner{first_name last_name}
         release search{@criteria} updated_at version",
    ),
    (
        "@list",
        "access counts{answered contacted to_contact total} created_at description id name owner{first_name
         id last_name} updated_at version",
    ),
    ("@note", "author{first_name id last_name} created_at editable expires_at id text updated_at version"),
    (
        "@offer",
        "author can_act contract counts created_at ends_at file{@file} id is_mine is_paused job{code label}
         message not_added pay{max min per} place quiz{id invitation_id minutes questions title} reply_by
         schedule search{@criteria} sent_at skipped starts_on status title updated_at version
         warnings[]{message pointer topic} weekly_minutes",
    ),
    (
        "@recipient",
        "answered_at first_name id is_anonymous last_name pool_until profile_id quiz refusal_reason
         remind_from reminded_at sent_at state state_at",
    ),
    (
        "@answered",
        "@recipient history[]{actor at reason state} shared[]{file{@file} kind share since state until
         value}",
    ),
    (
        "@seeker_view",
        "answered_at answers{answered_percent conversations median_hours sentence} company{name siret}
         contract ends_at file{@file} history[]{actor at reason state} id is_paused job{code label} message
         pay{max min per} place pool_until quiz{id invitation_id minutes questions title} refusal_reason
         reply_by schedule sender sent_at shares[]{end_reason ended_at ended_receipt ends_at granted_at
         granted_receipt id kind proof{id name} purpose state title} starts_on state title undo_until
         version weekly_minutes why{by_name criteria[]{label level max_level min_level outcome required
         skill validated} excluded[]{code label} job{code covered label required} places[]{code label}}",
    ),
    (
        "@taker",
        "by_clock first_name invitation_id label last_name result{is_passed percent points published_at
         worth} revision seconds signals{pastes tab_switches} state submitted_at",
    ),
    ("@statement", "statement[]{alt file_id language tex text type}"),
    (
        "@asked",
        "answer{choice_id choice_ids file_ids is_true kind text value} answer_files[]{@file} choices[]{id
         text} files{kinds max_bytes max_files} is_flagged kind max_characters partial_credit points
         position question_id saved_at section sequence @statement unit",
    ),
    ("@grade", "comment criteria graded_at graded_by points"),
    (
        "@copy",
        "author copy_id grade{@grade} label question{@asked} rubric[]{description points title} state
         version",
    ),
    (
        "@correction",
        "attempts from_numbers lines[]{after_percent after_points before_percent before_points enrolment_id
         first_name invitation_id last_name state} number question_id seen",
    ),
    (
        "@room",
        "id is_marked_unread is_muted kind last_message_at level may_moderate mentions name needs_approval
         offer{company_name person recipient_id recruiter siret state title} opened_at position
         read_only{code told} read_position retention{deleted_at held_until read_only_from told} session{id
         organisation_id organisation_name title} side silenced_until unread version waiting{days is_me
         since told} writing",
    ),
    ("@speaker", "is_me name profile_id side"),
    (
        "@message",
        "author{@speaker} change client_id editable_until edited_at files[]{@file} id is_blocked mentions
         mentions_everybody mentions_me position reply_to{author{@speaker} id position text} sent_at state
         text version",
    ),
];

/// Puts the groups in the place of their names.
fn spelled(list: &str) -> String {
    let mut list = list.to_owned();
    while list.contains('@') {
        let before = list.clone();
        for (name, fields) in GROUPS {
            list = list.replace(name, fields);
        }
        assert_ne!(list, before, "a group that is not known: {list}");
    }
    list
}

/// Every path of a list.
pub fn fields(list: &str) -> BTreeSet<String> {
    let (mut found, mut parents, mut last) = (BTreeSet::new(), Vec::<String>::new(), String::new());
    for word in spelled(list).replace('{', " { ").replace('}', " } ").split_whitespace() {
        match word {
            "{" => parents.push(last.clone()),
            "}" => {
                parents.pop();
            }
            name => {
                last = parents.last().map_or_else(|| name.to_owned(), |parent| format!("{parent}.{name}"));
                found.insert(last.trim_end_matches("[]").to_owned());
            }
        }
    }
    found
}

/// Whether a path is one of those this world has no value for: `quiz.` is all that lies within, `*name`
/// whatever ends so.
pub fn is_among(path: &str, patterns: &str) -> bool {
    patterns.split_whitespace().any(|pattern| match pattern.strip_prefix('*') {
        Some(end) => path.ends_with(end),
        None if pattern.ends_with('.') => path.starts_with(pattern),
        None => path == pattern,
    })
}

#[test]
fn a_list_names_every_path() {
    let paths = |list: &str| fields(list).into_iter().collect::<Vec<_>>();
    assert_eq!(paths("b a[]{c d{e}} f"), ["a", "a[].c", "a[].d", "a[].d.e", "b", "f"]);
    assert_eq!(paths("hit{@speaker}").len(), 5);
    let patterns = "quiz. *name one";
    let among = |path: &str| is_among(path, patterns);
    assert!(among("quiz.id") && among("items[].first_name") && among("one"));
    assert!(!among("quiz") && !among("ones") && !among("names"));
}
