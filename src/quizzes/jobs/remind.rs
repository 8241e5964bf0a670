//! What people are reminded of in the morning: quizzes that close tomorrow, copies that wait.

use chrono::{Days, NaiveDate};
use chrono_tz::Europe::Paris;
use serde::{Deserialize, Serialize};

use crate::ids::SessionQuizId;
use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::quizzes::mails;
use crate::quizzes::model::invitation::start_of;
use crate::quizzes::store::taking::reminders::{self, Kind};
use crate::quizzes::store::taking::{people, places};

/// Tells those who have not handed in a quiz that it closes tomorrow, and those who grade that copies wait: once a day.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemindQuizzes {}

impl Job for RemindQuizzes {
    const KIND: &'static str = "remind_quizzes";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let now = state.clock.now();
        let today = state.clock.today();
        let (Some(tomorrow), Some(after)) =
            (today.checked_add_days(Days::new(1)), today.checked_add_days(Days::new(2)))
        else {
            return Ok(());
        };
        // A quiz that closes at midnight closes at the end of the day before.
        let window = (start_of(tomorrow), start_of(after));
        for place in reminders::closing(&state.pool, now, window).await? {
            if run.stop.is_cancelled() {
                return Ok(());
            }
            remind_of_closing(&state, place, tomorrow).await?;
        }
        for (place, copies) in reminders::to_grade(&state.pool).await? {
            if run.stop.is_cancelled() {
                return Ok(());
            }
            remind_of_grading(&state, place, copies, today).await?;
        }
        Ok(())
    }
}

async fn remind_of_closing(state: &AppState, id: SessionQuizId, on: NaiveDate) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    let Some(place) = places::find(&mut *tx, id).await? else { return Ok(()) };
    if !reminders::note(&mut tx, id, Kind::Closing, on, state.clock.now()).await? {
        return Ok(());
    }
    // The last minute it is open: midnight belongs to the day that ends with it.
    let closing = place.closing.with_timezone(&Paris);
    let is_midnight = closing.time() == chrono::NaiveTime::MIN;
    let time = if is_midnight { "minuit".to_owned() } else { closing.format("%H:%M").to_string() };
    for reader in people::still_to_take(&mut *tx, id).await? {
        let context = context! {
            first_name => reader.first_name, quiz => place.title.as_str(), session => place.session_title.as_str(),
            day => on.format("%d/%m/%Y").to_string(), time => time.as_str(),
            session_id => place.session.to_string(),
        };
        mail::send(&mut tx, state, Mail { to: &reader.email, template: &mails::CLOSING, context }).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn remind_of_grading(
    state: &AppState,
    id: SessionQuizId,
    copies: i64,
    on: NaiveDate,
) -> anyhow::Result<()> {
    let mut tx = state.pool.begin().await?;
    let Some(place) = places::find(&mut *tx, id).await? else { return Ok(()) };
    if place.is_suspended || !reminders::note(&mut tx, id, Kind::Grading, on, state.clock.now()).await? {
        return Ok(());
    }
    for email in people::graders(&mut *tx, place.organisation, place.session).await? {
        let context = context! {
            quiz => place.title.as_str(), session => place.session_title.as_str(), copies,
            organisation_id => place.organisation.to_string(), session_id => place.session.to_string(),
        };
        mail::send(&mut tx, state, Mail { to: &email, template: &mails::TO_GRADE, context }).await?;
    }
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_paris() {
        let told = |day: &str| start_of(day.parse().unwrap()).to_rfc3339();
        assert_eq!(told("2026-03-04"), "2026-03-03T23:00:00+00:00");
        assert_eq!(told("2026-07-04"), "2026-07-03T22:00:00+00:00");
    }
}
