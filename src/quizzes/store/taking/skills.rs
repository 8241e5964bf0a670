//! What the result of a company's quiz says of skills of the catalogue, for whoever took it: nobody else may put it anywhere.

use std::collections::BTreeMap;

use carnet_index::SkillCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::attempts;
use super::papers::{self, Sheet};
use crate::ids::{PersonId, QuizInvitationId};
use crate::quizzes::model::invitation::InvitationState;
use crate::quizzes::store::{invitations, versions};

/// What somebody made of the questions about a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillResult {
    /// The skill.
    pub skill: SkillCode,
    /// What it was called when the questions were written.
    pub label: String,
    /// Whole percentage of the points of the questions about it, rounded down.
    pub percent: i16,
    /// How many questions were about it.
    pub questions: i16,
}

/// The result of one's own invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitedResult {
    /// How far it is: before it is published there is no result.
    pub state: InvitationState,
    /// What the quiz was called.
    pub quiz_title: String,
    /// Who asked.
    pub company_name: String,
    /// When it was handed in.
    pub taken_at: Option<DateTime<Utc>>,
    /// Skill by skill, by code; none before it is published.
    pub skills: Vec<SkillResult>,
}

/// The result of somebody's own invitation; none when it is not theirs, or is erased.
pub async fn invited_result(
    conn: &mut PgConnection,
    person: PersonId,
    invitation: QuizInvitationId,
) -> sqlx::Result<Option<InvitedResult>> {
    let found = invitations::find(&mut *conn, invitation).await?;
    let Some(found) = found.filter(|found| found.person == Some(person)) else { return Ok(None) };
    let mut result = InvitedResult {
        state: found.state,
        quiz_title: found.title,
        company_name: found.company_name,
        taken_at: None,
        skills: Vec::new(),
    };
    if let (InvitationState::Published, Some(attempt)) = (found.state, found.attempt)
        && let Some(attempt) = attempts::find(&mut *conn, attempt).await?
    {
        result.taken_at = attempt.submitted_at;
        let sheets = papers::of_attempt(&mut *conn, attempt).await?.sheets;
        result.skills = skills(conn, &sheets).await?;
    }
    Ok(Some(result))
}

/// What these answers say of each skill their questions are about.
async fn skills(conn: &mut PgConnection, sheets: &[Sheet]) -> sqlx::Result<Vec<SkillResult>> {
    let versions: Vec<_> = sheets.iter().map(|sheet| sheet.answer.version()).collect();
    let contents = versions::contents(conn, &versions).await?;
    let mut sums: BTreeMap<SkillCode, (String, i64, i64, i16)> = BTreeMap::new();
    for sheet in sheets {
        let Some(content) = contents.get(&sheet.answer.version()) else { continue };
        for line in &content.skills {
            let sum = sums.entry(line.code).or_insert_with(|| (line.label.clone(), 0, 0, 0));
            sum.1 += i64::from(sheet.points().unwrap_or_default());
            sum.2 += i64::from(sheet.answer.worth);
            sum.3 += 1;
        }
    }
    let result =
        |(skill, (label, points, worth, questions)): (SkillCode, (String, i64, i64, i16))| SkillResult {
            skill,
            label,
            percent: if worth > 0 { (points.clamp(0, worth) * 100 / worth) as i16 } else { 0 },
            questions,
        };
    Ok(sums.into_iter().map(result).collect())
}
