//! What recruiters may read, and the fields of each answer.

/// A read that shows people, or counts them.
#[derive(Clone, Copy)]
pub struct Read {
    pub operation: &'static str,
    /// Where it is asked; words that begin with `$` are filled in from the world.
    pub path: &'static str,
    /// JSON, or nothing.
    pub body: &'static str,
    /// Every field of the answer: the contract describes these and no other.
    pub allowed: &'static str,
    /// Those of them that this world has no value for.
    pub unshown: &'static [&'static str],
    /// What lies in the parts that the contract leaves open: counts by state, the words of notices.
    pub open: &'static str,
}

impl Read {
    const fn asking(self, body: &'static str) -> Self {
        Self { body, ..self }
    }

    const fn without(self, unshown: &'static [&'static str]) -> Self {
        Self { unshown, ..self }
    }

    const fn open(self, open: &'static str) -> Self {
        Self { open, ..self }
    }
}

const fn read(operation: &'static str, path: &'static str, allowed: &'static str) -> Read {
    Read { operation, path, body: "", allowed, unshown: &[], open: "" }
}

/// The search of this world, and what it does not ask.
pub const SEARCH: &str = r#""criteria":[{"skill":"101","min_level":2}],"job":"A1102""#;
const UNASKED: &str = "*criteria[].max_level *exclude[].skill *hide_excluded *min_matching *search.name";
/// Every count of a search.
const COUNTS: &str = r#"{"facets":["rome","skills","levels","statuses"]}"#;
/// What no question of this world's quiz shows.
const NO_PICTURES: &str = "*statement[].alt *statement[].file_id *statement[].language *statement[].tex";
/// What nobody grades by hand: choices, and what is not a text or a file.
const BY_ITSELF: &str =
    "items[].question.choices[]. *answer.choice_id *answer.choice_ids *answer.is_true *answer.value";

/// Every read.
pub const READS: &[Read] = &[
    // offers
    read(
        "list_offers",
        "/offers",
        "items[]{author counts created_at ends_at id is_mine is_paused job{code label} sent_at status title}
         next_cursor",
    )
    .open("items[]{counts{accepted}}"),
    read("get_offer", "/offers/$offer", "@offer")
        .without(&["file. quiz. warnings[].", UNASKED])
        .open("counts{accepted}"),
    read("preview_offer", "/offers/$offer/preview?recipient=$received", "@seeker_view")
        .without(&["file. quiz. history[]. shares[]. why.excluded[]. why.places[]."]),
    read("list_offer_recipients", "/offers/$offer/recipients", "items[]{@recipient} next_cursor"),
    read("get_offer_recipient", "/offers/$offer/recipients/$received", "@answered")
        .without(&["shared[].file."]),
    read(
        "list_talent_pool",
        "/talent-pool",
        "items[]{first_name last_name offer_id profile_id recipient_id title until} next_cursor",
    ),
    // searches
    read("search_profiles", "/profile-search", "@hits").asking("$asked"),
    read("get_profile", "/profiles/$profile", "@profile"),
    read("list_saved_searches", "/me/saved-searches", "items[]{@kept_search} next_cursor")
        .without(&["items[].changes[]. items[].obstacles[]. items[].owner.", UNASKED]),
    read("get_saved_search", "/me/saved-searches/$search", "@kept_search")
        .without(&["changes[]. obstacles[]. owner.", UNASKED]),
    read("run_saved_search", "/me/saved-searches/$search/run", "changes[]{@change} @hits")
        .asking(COUNTS)
        .without(&["changes[]."]),
    read(
        "list_new_matches",
        "/me/saved-searches/$search/new-matches",
        "items[]{found_at profile{@profile}} next_cursor",
    ),
    read("list_search_history", "/me/search-history", "items[]{at id results search{@criteria}} next_cursor")
        .without(&[UNASKED]),
    // what the company keeps about people
    read("list_candidate_lists", "/candidate-lists", "items[]{@list} next_cursor"),
    read("get_candidate_list", "/candidate-lists/$list", "@list"),
    read(
        "list_candidates",
        "/candidate-lists/$list/candidates",
        "items[]{added_at id profile{@profile} stage stage_from_offer visible} next_cursor",
    ),
    read(
        "list_excluded_profiles",
        "/me/company/excluded-profiles",
        "items[]{excluded_at id profile{@profile} visible} next_cursor",
    ),
    read("list_profile_notes", "/profiles/$profile/notes", "items[]{@note} next_cursor warning"),
    // quizzes
    read(
        "list_quiz_invitations",
        "/company/quizzes/$quiz/invitations",
        "items[]{closes_at first_name id last_name purpose sent_at sent_by state} next_cursor",
    ),
    read(
        "get_company_quiz_results",
        "/company/quizzes/$quiz/results",
        "candidates[]{@taker} distribution mean median passed published quiz_id running title to_grade
         to_publish",
    ),
    read(
        "get_company_quiz_statistics",
        "/company/quizzes/$quiz/statistics",
        "attempts items[]{choices[]{choice_id text} figures{attempts discrimination facility flags
         choices[]{choice_id is_right taken taken_by_better_half}} key_number kind number question_id
         @statement}",
    )
    .without(&[NO_PICTURES]),
    read(
        "get_quiz_candidate",
        "/company/quizzes/$quiz/candidates/$taken",
        "@taker questions[]{@asked given_points grade{@grade} key_number verdict key{accepted explanation
         feedback is_true right_choice_ids rubric[]{description points title} tolerance value}}",
    )
    .without(&[NO_PICTURES]),
    read(
        "compare_quiz_candidates",
        "/company/quizzes/$quiz/comparison?invitations=$taken,$unanswered",
        "candidates[]{@taker} questions[]{answers[]{points verdict worth} kind question_id @statement}",
    )
    .without(&[NO_PICTURES]),
    read(
        "list_company_quiz_copies",
        "/company/quizzes/$quiz/copies?graded=true",
        "items[]{@copy} next_cursor",
    )
    .without(&[NO_PICTURES, BY_ITSELF]),
    read("preview_company_quiz_correction", "/company/quizzes/$quiz/correction-preview", "@correction")
        .asking(r#"{"question_id":"$question","number":2}"#),
    read(
        "list_company_quiz_corrections",
        "/company/quizzes/$quiz/corrections",
        "items[]{applied_at applied_by changed from_number id question_id reason to_number} next_cursor",
    )
    .without(&["items[]."]),
    // rooms and notices
    read("list_rooms", "/rooms", "items[]{@room} next_cursor")
        .without(&["items[].session. items[].read_only."]),
    read("get_room", "/rooms/$room", "@room").without(&["session. read_only."]),
    read(
        "list_room_members",
        "/rooms/$room/members",
        "items[]{is_expelled is_me name profile_id side silenced_until} next_cursor",
    ),
    read("list_messages", "/rooms/$room/messages", "after before first_unread items[]{@message} position"),
    read("list_room_changes", "/rooms/$room/changes?after=0", "after has_more items[]{@message}"),
    read(
        "search_messages",
        "/message-search?q=bonjour",
        "items[]{message{@message} room_id room_name} next_cursor",
    ),
    read("list_blocked_people", "/me/blocked-people", "items[]{blocked_at name profile_id} next_cursor"),
    read(
        "list_notifications",
        "/me/notifications",
        "items[]{facts group id kind read_at subject told_at} next_cursor",
    )
    .open(
        "items[]{facts{about answer author first_name items last_name name offer offer_id quiz room title}}",
    ),
];

/// What answers to a change: the same as the read, or less.
pub const CHANGES: [(&str, &str); 25] = [
    ("create_offer", "@offer"),
    ("update_offer", "@offer"),
    ("add_offer_recipients", "@offer"),
    ("withdraw_offer", "@offer"),
    ("send_offer", "offer{@offer} sent skipped[]{message profile_id reason}"),
    ("remind_offer_recipient", "@answered"),
    ("withdraw_offer_recipient", "@answered"),
    ("close_offer_recipient", "@answered"),
    ("create_saved_search", "@kept_search"),
    ("update_saved_search", "@kept_search"),
    ("set_saved_search_alert", "@kept_search"),
    ("create_candidate_list", "@list"),
    ("update_candidate_list", "@list"),
    ("add_candidates", "added[]{id profile_id} already_there unavailable"),
    ("exclude_profiles", "already_excluded excluded[]{id profile_id} unavailable"),
    ("create_profile_note", "@note"),
    ("update_profile_note", "@note"),
    ("create_quiz_invitations", "invited[]{invitation_id profile_id} left_today skipped"),
    ("grade_company_quiz_answer", "@copy"),
    ("publish_company_quiz_results", "published"),
    ("apply_company_quiz_correction", "@correction"),
    ("send_message", "@message"),
    ("update_message", "@message"),
    ("close_room", "@room"),
    ("block_person", "blocked_at name profile_id"),
];

/// Tables: the first heads, whatever questions follow.
pub const OFFER_HEADS: &str = "Nom;Prénom;État;Depuis le;Envoyée le;Répondue le;Motif du refus;Relancée le";
pub const QUIZ_HEADS: &str = "Nom;Prénom;Copie;État;Remise;Durée (min);Changements d’onglet;Collages;\
                              Points;Sur;Pourcentage;Réussi";
/// The copy of a private room.
pub const ROOM_COPY: &str = "company copied_at format opened_at title missing_files
    messages[]{edited_at files id is_mine position reply_to sent_at state text}";

/// Reads that are no JSON, or refused here: each has its test below.
pub const OTHERWISE: [&str; 5] = [
    "export_offer_recipients",
    "export_company_quiz_results",
    "export_room",
    "get_shared_file",
    "get_shared_passport",
];

/// Answers that show nobody but colleagues, or what the company wrote itself.
pub const OF_NOBODY: &[(&str, &str)] = &[
    (
        "colleagues, and invitations of colleagues",
        "list_candidate_list_access list_saved_search_access list_company_invitations list_company_members
         create_company_invitation confirm_company_members update_company_member",
    ),
    (
        "the company's own questions, quizzes, documents and choices",
        "get_offer_file get_search_settings update_search_settings export_company_questions
         get_company_question get_company_question_image get_company_question_version list_company_questions
         list_company_question_tags list_company_question_versions archive_company_question
         restore_company_question create_company_question update_company_question
         create_company_question_import confirm_company_question_import get_company_quiz
         get_company_quiz_revision list_company_quizzes list_company_quiz_revisions archive_company_quiz
         restore_company_quiz create_company_quiz update_company_quiz publish_company_quiz
         duplicate_company_quiz discard_company_quiz_draft",
    ),
    (
        "the bytes that somebody gave as an answer, or put into a room",
        "get_company_quiz_copy_file get_message_file",
    ),
    ("for whoever moderates the rooms of sessions", "list_room_reports list_waiting_messages"),
    ("organisations, and what a file may be", "list_experience_reviewers get_file_rules"),
];
