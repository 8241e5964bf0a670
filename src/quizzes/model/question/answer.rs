//! What is expected of an answer, as it is sent. One flat form for every kind, so that each fault has its exact place.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::draft::twice;
use super::statement::not_for_this;
use super::{
    Accepted, Choice, Criterion, Expected, FileKind, Kind, Normalisation, PartialCredit, Points, Question,
};
use crate::ids::ChoiceId;
use crate::platform::http::{FieldError, Fields, texts};

/// Most choices, or accepted answers, of a question.
pub const MOST_CHOICES: usize = 20;
/// Most criteria of a rubric.
const MOST_CRITERIA: usize = 20;
/// Longest feedback of a choice, in characters.
const LONGEST_FEEDBACK: usize = 2_000;
/// Most characters of a long answer, and how many unless it is said.
const MOST_CHARACTERS: u32 = 50_000;
const USUAL_CHARACTERS: u32 = 10_000;
/// Largest file of an answer, in bytes: films may be larger than documents.
const LARGEST_FILE: u64 = 10 << 20;
const LARGEST_FILM: u64 = 1 << 30;
/// Most files of an answer.
const MOST_FILES: u8 = 10;
/// Beyond this, numbers are no longer exact to the unit.
const LARGEST_NUMBER: f64 = 1e15;
/// Weights of all the points, in hundredths of a percent, and how far thirds and sevenths may miss them.
const WHOLE: i32 = 10_000;
const ROUNDING: i64 = 10;

/// What is expected of the answer. Which fields count follows from the kind; the others are refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerDraft {
    /// What kind of answer.
    pub kind: Kind,
    /// `single` and `multiple`: 2 to 20 choices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<Vec<ChoiceDraft>>,
    /// `multiple`: what a partly right answer is worth; `all_or_nothing` by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partial_credit: Option<PartialCredit>,
    /// `true_false`: whether it is true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_true: Option<bool>,
    /// `true_false`: what whoever answered « vrai » reads afterwards, 2000 characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_true: Option<String>,
    /// `true_false`: what whoever answered « faux » reads afterwards, 2000 characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_false: Option<String>,
    /// `short_text`: 1 to 20 answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Vec<AcceptedDraft>>,
    /// `short_text`: what is overlooked; everything by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ignores: Option<Normalisation>,
    /// `number`: the expected number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// `number`: how far from it is still right; 0 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<f64>,
    /// `number`: its unit, 20 characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// `long_text`: most characters, 1 to 50000; 10000 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_characters: Option<u32>,
    /// `long_text` and `file`: what it is graded by, 20 criteria at most whose points add up to the question's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rubric: Option<Vec<CriterionDraft>>,
    /// `file`: what is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<FileKind>>,
    /// `file`: largest size of each file in bytes, 1024 to 10 MiB, or to 1 GiB where films are accepted; 10 MiB by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<u64>,
    /// `file`: most files, 1 to 10; 1 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_files: Option<u8>,
}

/// A choice, as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuestionChoiceDraft)]
pub struct ChoiceDraft {
    /// The choice of the version before that this still is; null: a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ChoiceId>,
    /// 1 to 1000 characters.
    pub text: String,
    /// Whether it is right.
    pub is_right: bool,
    /// With the rule `weighted`: hundredths of a percent of the points, more than 0 exactly when it is right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<i32>,
    /// 2000 characters at most.
    #[serde(default)]
    pub feedback: String,
}

/// An accepted answer, as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AcceptedAnswerDraft)]
pub struct AcceptedDraft {
    /// 1 to 200 characters.
    pub text: String,
    /// Which part of the points it brings, 1 to 100; all of them by default.
    #[serde(default = "all")]
    pub percent: u8,
    /// 2000 characters at most.
    #[serde(default)]
    pub feedback: String,
}

/// A criterion, as it is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RubricCriterionDraft)]
pub struct CriterionDraft {
    /// 1 to 200 characters.
    pub title: String,
    /// 2000 characters at most.
    #[serde(default)]
    pub description: String,
    /// What it is worth at most.
    pub points: f64,
}

impl AnswerDraft {
    /// An answer of this kind, to be completed.
    pub fn of(kind: Kind) -> Self {
        Self {
            kind,
            choices: None,
            partial_credit: None,
            is_true: None,
            feedback_true: None,
            feedback_false: None,
            accepted: None,
            ignores: None,
            value: None,
            tolerance: None,
            unit: None,
            max_characters: None,
            rubric: None,
            kinds: None,
            max_bytes: None,
            max_files: None,
        }
    }
}

fn all() -> u8 {
    100
}

/// What a choice may keep of the version before, and where new ids come from.
type Before<'a> = (Option<&'a Question>, &'a dyn Fn() -> ChoiceId);

/// Reads what is expected. Nothing when there is a fault, which is told.
pub fn parse(
    draft: &AnswerDraft,
    points: Points,
    before: Before<'_>,
    fields: &mut Fields,
) -> Option<Expected> {
    refuse_others(draft, fields);
    match draft.kind {
        Kind::Single => single(draft, before, fields),
        Kind::Multiple => multiple(draft, before, fields),
        Kind::TrueFalse => true_false(draft, fields),
        Kind::ShortText => short_text(draft, fields),
        Kind::Number => number(draft, fields),
        Kind::LongText => {
            let (most, given) = (MOST_CHARACTERS, draft.max_characters.unwrap_or(USUAL_CHARACTERS));
            let range = (1..=most).contains(&given).then_some(given);
            let fault = || out_of_range("/answer/max_characters", "Entre 1 et 50\u{202f}000 caractères.");
            let max_characters = fields.check(range.ok_or_else(fault));
            let rubric = rubric(draft, points, fields);
            Some(Expected::LongText { max_characters: max_characters?, rubric: rubric? })
        }
        Kind::File => file(draft, points, fields),
    }
}

/// Refuses the fields that say nothing of this kind.
fn refuse_others(draft: &AnswerDraft, fields: &mut Fields) {
    use Kind::{File, LongText, Multiple, Number, ShortText, Single, TrueFalse};
    let given: [(&str, bool, &[Kind]); 15] = [
        ("choices", draft.choices.is_some(), &[Single, Multiple]),
        ("partial_credit", draft.partial_credit.is_some(), &[Multiple]),
        ("is_true", draft.is_true.is_some(), &[TrueFalse]),
        ("feedback_true", draft.feedback_true.is_some(), &[TrueFalse]),
        ("feedback_false", draft.feedback_false.is_some(), &[TrueFalse]),
        ("accepted", draft.accepted.is_some(), &[ShortText]),
        ("ignores", draft.ignores.is_some(), &[ShortText]),
        ("value", draft.value.is_some(), &[Number]),
        ("tolerance", draft.tolerance.is_some(), &[Number]),
        ("unit", draft.unit.is_some(), &[Number]),
        ("max_characters", draft.max_characters.is_some(), &[LongText]),
        ("rubric", draft.rubric.is_some(), &[LongText, File]),
        ("kinds", draft.kinds.is_some(), &[File]),
        ("max_bytes", draft.max_bytes.is_some(), &[File]),
        ("max_files", draft.max_files.is_some(), &[File]),
    ];
    for (name, is_given, kinds) in given {
        if is_given && !kinds.contains(&draft.kind) {
            fields.push(not_for_this(format!("/answer/{name}")));
        }
    }
}

fn required(pointer: &str) -> FieldError {
    FieldError::new(pointer, "required", "Ce champ est obligatoire.")
}

fn out_of_range(pointer: &str, message: &'static str) -> FieldError {
    FieldError::new(pointer, "out_of_range", message)
}

fn feedback(pointer: &str, text: &str, fields: &mut Fields) -> String {
    fields.check(texts::paragraphs(pointer, text, 0..=LONGEST_FEEDBACK)).unwrap_or_default()
}

fn single(draft: &AnswerDraft, before: Before<'_>, fields: &mut Fields) -> Option<Expected> {
    let choices = choices(draft, false, before, fields)?;
    if choices.iter().filter(|choice| choice.is_right).count() != 1 {
        let message = "Marquez exactement une bonne réponse.";
        fields.push(FieldError::new("/answer/choices", "right_choices", message));
    }
    Some(Expected::Single { choices })
}

fn multiple(draft: &AnswerDraft, before: Before<'_>, fields: &mut Fields) -> Option<Expected> {
    let partial_credit = draft.partial_credit.unwrap_or(PartialCredit::AllOrNothing);
    let is_weighted = partial_credit == PartialCredit::Weighted;
    let choices = choices(draft, is_weighted, before, fields)?;
    if !choices.iter().any(|choice| choice.is_right) {
        let message = "Marquez au moins une bonne réponse.";
        fields.push(FieldError::new("/answer/choices", "right_choices", message));
    } else if is_weighted {
        let weights = choices.iter().filter_map(|choice| choice.weight).filter(|weight| *weight > 0);
        let sum: i64 = weights.map(i64::from).sum();
        if (sum - i64::from(WHOLE)).abs() > ROUNDING {
            let message = "Les poids des bonnes réponses doivent totaliser 100\u{a0}%.";
            fields.push(FieldError::new("/answer/choices", "weights_sum", message));
        }
    }
    Some(Expected::Multiple { choices, partial_credit })
}

fn choices(
    draft: &AnswerDraft,
    is_weighted: bool,
    (before, draw): Before<'_>,
    fields: &mut Fields,
) -> Option<Vec<Choice>> {
    let given = draft.choices.as_deref().unwrap_or_default();
    if given.len() < 2 {
        fields.push(FieldError::new("/answer/choices", "too_few", "Écrivez au moins deux réponses."));
        return None;
    }
    if given.len() > MOST_CHOICES {
        let message = format!("{MOST_CHOICES} réponses au plus.");
        fields.push(FieldError::new("/answer/choices", "too_many", message));
        return None;
    }
    let known = before.map_or(&[][..], |before| before.answer.choices());
    let mut read: Vec<Choice> = Vec::with_capacity(given.len());
    for (place, choice) in given.iter().enumerate() {
        let pointer = format!("/answer/choices/{place}");
        let text = fields.check(texts::paragraphs(&format!("{pointer}/text"), &choice.text, 1..=1_000));
        let feedback = feedback(&format!("{pointer}/feedback"), &choice.feedback, fields);
        check_weight(choice, is_weighted, &format!("{pointer}/weight"), fields);
        if let Some(id) = choice.id {
            if !known.iter().any(|old| old.id == id) {
                let message = "La question n’avait pas cette réponse.";
                fields.push(FieldError::new(format!("{pointer}/id"), "unknown_choice", message));
            } else if read.iter().any(|other| other.id == id) {
                fields.push(twice(format!("{pointer}/id")));
            }
        }
        let text = text.unwrap_or_default();
        if !text.is_empty() && read.iter().any(|other| other.text == text) {
            fields.push(twice(format!("{pointer}/text")));
        }
        let (is_right, weight) = (choice.is_right, choice.weight);
        read.push(Choice { id: choice.id.unwrap_or_else(draw), text, is_right, weight, feedback });
    }
    Some(read)
}

fn check_weight(choice: &ChoiceDraft, is_weighted: bool, pointer: &str, fields: &mut Fields) {
    match choice.weight {
        Some(_) if !is_weighted => fields.push(not_for_this(pointer.to_owned())),
        None if is_weighted => fields.push(required(pointer)),
        Some(weight) if !(-WHOLE..=WHOLE).contains(&weight) => {
            fields.push(out_of_range(pointer, "Entre -100\u{a0}% et 100\u{a0}%."));
        }
        Some(weight) if (weight > 0) != choice.is_right => {
            let message = "Une bonne réponse a un poids positif, une mauvaise un poids nul ou négatif.";
            fields.push(out_of_range(pointer, message));
        }
        _ => {}
    }
}

fn true_false(draft: &AnswerDraft, fields: &mut Fields) -> Option<Expected> {
    let is_true = fields.check(draft.is_true.ok_or_else(|| required("/answer/is_true")));
    let (yes, no) = (draft.feedback_true.as_deref(), draft.feedback_false.as_deref());
    let feedback_true = feedback("/answer/feedback_true", yes.unwrap_or_default(), fields);
    let feedback_false = feedback("/answer/feedback_false", no.unwrap_or_default(), fields);
    Some(Expected::TrueFalse { is_true: is_true?, feedback_true, feedback_false })
}

fn short_text(draft: &AnswerDraft, fields: &mut Fields) -> Option<Expected> {
    let ignores = draft.ignores.unwrap_or_default();
    let given = draft.accepted.as_deref().unwrap_or_default();
    if given.is_empty() {
        fields.push(required("/answer/accepted"));
        return None;
    }
    if given.len() > MOST_CHOICES {
        let message = format!("{MOST_CHOICES} réponses au plus.");
        fields.push(FieldError::new("/answer/accepted", "too_many", message));
        return None;
    }
    let mut accepted: Vec<Accepted> = Vec::with_capacity(given.len());
    for (place, one) in given.iter().enumerate() {
        let pointer = format!("/answer/accepted/{place}");
        let text = fields.check(texts::line(&format!("{pointer}/text"), &one.text, 1..=200));
        let feedback = feedback(&format!("{pointer}/feedback"), &one.feedback, fields);
        if !(1..=100).contains(&one.percent) {
            fields.push(out_of_range(&format!("{pointer}/percent"), "Entre 1 et 100\u{a0}%."));
        }
        let Some(text) = text else { continue };
        if accepted.iter().any(|other| ignores.apply(&other.text) == ignores.apply(&text)) {
            fields.push(twice(format!("{pointer}/text")));
        }
        accepted.push(Accepted { text, percent: one.percent, feedback });
    }
    if given.iter().all(|one| one.percent != 100) {
        let message = "Une réponse au moins doit valoir tous les points.";
        fields.push(FieldError::new("/answer/accepted", "no_full_answer", message));
    }
    Some(Expected::ShortText { accepted, ignores })
}

fn number(draft: &AnswerDraft, fields: &mut Fields) -> Option<Expected> {
    let message = "Ce nombre est trop grand.";
    let value = fields.check(draft.value.ok_or_else(|| required("/answer/value")));
    if value.is_some_and(|value| value.is_nan() || value.abs() > LARGEST_NUMBER) {
        fields.push(out_of_range("/answer/value", message));
    }
    let tolerance = draft.tolerance.unwrap_or(0.0);
    if !(0.0..=LARGEST_NUMBER).contains(&tolerance) {
        fields.push(out_of_range("/answer/tolerance", "La tolérance est un nombre positif ou nul."));
    }
    let unit = draft.unit.as_deref().unwrap_or_default();
    let unit = fields.check(texts::line("/answer/unit", unit, 0..=20));
    Some(Expected::Number { value: value?, tolerance, unit: unit? })
}

fn file(draft: &AnswerDraft, points: Points, fields: &mut Fields) -> Option<Expected> {
    let given = draft.kinds.as_deref().unwrap_or_default();
    if given.is_empty() {
        fields.push(required("/answer/kinds"));
    }
    let kinds: Vec<FileKind> = FileKind::ALL.into_iter().filter(|kind| given.contains(kind)).collect();
    if kinds.len() < given.len() {
        fields.push(twice("/answer/kinds".to_owned()));
    }
    let takes_films = kinds.iter().flat_map(|kind| kind.kinds()).any(|kind| kind.is_video());
    let largest = if takes_films { LARGEST_FILM } else { LARGEST_FILE };
    let max_bytes = draft.max_bytes.unwrap_or(LARGEST_FILE);
    if !(1024..=largest).contains(&max_bytes) {
        let message = "Entre 1 Kio et 10 Mio, ou 1 Gio pour les vidéos.";
        fields.push(out_of_range("/answer/max_bytes", message));
    }
    let max_files = draft.max_files.unwrap_or(1);
    if !(1..=MOST_FILES).contains(&max_files) {
        fields.push(out_of_range("/answer/max_files", "Entre 1 et 10 fichiers."));
    }
    let rubric = rubric(draft, points, fields)?;
    Some(Expected::File { kinds, max_bytes, max_files, rubric })
}

/// Criteria whose points add up to the question's.
fn rubric(draft: &AnswerDraft, points: Points, fields: &mut Fields) -> Option<Vec<Criterion>> {
    let given = draft.rubric.as_deref().unwrap_or_default();
    if given.len() > MOST_CRITERIA {
        let message = format!("{MOST_CRITERIA} critères au plus.");
        fields.push(FieldError::new("/answer/rubric", "too_many", message));
        return None;
    }
    let mut rubric = Vec::with_capacity(given.len());
    for (place, one) in given.iter().enumerate() {
        let pointer = format!("/answer/rubric/{place}");
        let title = fields.check(texts::line(&format!("{pointer}/title"), &one.title, 1..=200));
        let description =
            fields.check(texts::paragraphs(&format!("{pointer}/description"), &one.description, 0..=2_000));
        let worth = fields.check(Points::parse(&format!("{pointer}/points"), one.points));
        if let (Some(title), Some(description), Some(points)) = (title, description, worth) {
            rubric.push(Criterion { title, description, points });
        }
    }
    let is_whole = rubric.len() == given.len();
    let sum: Points = rubric.iter().map(|criterion| criterion.points).sum();
    if is_whole && !rubric.is_empty() && sum != points {
        let message = "Les points des critères doivent totaliser ceux de la question.";
        fields.push(FieldError::new("/answer/rubric", "rubric_sum", message));
    }
    Some(rubric)
}
