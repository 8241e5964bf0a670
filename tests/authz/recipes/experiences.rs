//! Experiences, by their person and by organisations.

use super::{Recipe, recipe};

pub(super) const RECIPES: &[Recipe] = &[
    recipe("list_my_experiences", "/me/experiences", ""),
    recipe(
        "create_experience",
        "/me/experiences",
        r#"{"title":"Bénévolat","started_on":"2020-01-06","skills":[{"skill":"101","level":2}],"jobs":["A1101"]}"#,
    ),
    recipe("get_experience", "/me/experiences/$my_draft", ""),
    recipe(
        "update_experience",
        "/me/experiences/$my_draft",
        r#"{"title":"Autre","skills":[{"skill":"101","level":2}]}"#,
    ),
    recipe("delete_experience", "/me/experiences/$my_draft", ""),
    recipe("declare_experience", "/me/experiences/$my_draft/declare", ""),
    recipe("withdraw_experience", "/me/experiences/$my_experience/withdraw", ""),
    recipe("set_experience_visibility", "/me/experiences/$my_experience/visibility", r#"{"hidden":true}"#),
    recipe("add_experience_proof", "/me/experiences/$my_draft/proofs", r#"{"file_id":"$my_file"}"#),
    recipe("remove_experience_proof", "/me/experiences/$my_proven/proofs/$my_proof", ""),
    recipe(
        "mask_experience_proof",
        "/me/experiences/$my_proven/proofs/$my_proof/zones",
        r#"{"zones":[{"page":1,"x":0.1,"y":0.1,"width":0.5,"height":0.1}]}"#,
    ),
    recipe("get_experience_proof_file", "/me/experiences/$my_proven/proofs/$my_proof/file", ""),
    recipe("list_proof_readings", "/me/experiences/$my_experience/readings", ""),
    recipe("list_experience_reviewers", "/experience-reviewers?name=atelier", ""),
    recipe(
        "submit_experience",
        "/me/experiences/$my_proven/submissions",
        r#"{"organisation_id":"$org","message":"Voici."}"#,
    ),
    recipe(
        "resubmit_experience",
        "/me/experiences/$my_asked/submissions/$my_submission/resubmit",
        r#"{"message":"La voici."}"#,
    ),
    recipe("withdraw_submission", "/me/experiences/$my_submitted/submissions/$my_submission/withdraw", ""),
    recipe("get_experience_decision_file", "/me/experiences/$my_decided/submissions/$my_submission/file", ""),
    recipe(
        "propose_experiences",
        "/organisations/$org/experience-proposals",
        r#"{"csv":"e-mail;intitulé;début\n$trainee_email;Stage;2020-01-06","dry_run":false}"#,
    ),
    recipe("list_experience_submissions", "/organisations/$org/experience-submissions", ""),
    recipe("get_experience_submission", "/organisations/$org/experience-submissions/$submitted", ""),
    recipe(
        "assign_experience_submission",
        "/organisations/$org/experience-submissions/$submitted/assignee",
        r#"{"person_id":null}"#,
    ),
    recipe(
        "ask_complement",
        "/organisations/$org/experience-submissions/$submitted/ask",
        r#"{"text":"Une page manque."}"#,
    ),
    recipe(
        "decide_experience",
        "/organisations/$org/experience-submissions/$submitted/decide",
        r#"{"proofs":{"judgement":"authentic"},"skills":[{"skill":"101","grid_id":"$grid","step":2}]}"#,
    ),
    recipe(
        "refuse_experience",
        "/organisations/$org/experience-submissions/$submitted/refuse",
        r#"{"proofs":{"judgement":"authentic"},"refusal":"insufficient","text":"Trop peu."}"#,
    ),
    recipe("get_submitted_proof_file", "/organisations/$org/experience-submissions/$submitted_file", ""),
];
