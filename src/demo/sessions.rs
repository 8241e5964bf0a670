//! A session of the first demo organisation that runs today, so that there is something to show: its trainer, its trainee
//! and eleven others, this week and the next.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use uuid::Uuid;

use super::store::sessions as store;
use super::store::state;
use crate::ids::{PersonId, SlotId, TrainingSessionId};
use crate::platform::state::AppState;
use crate::sessions::Holidays;

/// The participants who have no account.
const PARTICIPANTS: [(&str, &str); 11] = [
    ("Camille", "Aubert"),
    ("Yanis", "Benali"),
    ("Éloïse", "Carpentier"),
    ("Mamadou", "Cissé"),
    ("Louise", "Delmas"),
    ("Théo", "Fontaine"),
    ("Noémie", "Garnier"),
    ("Ibrahim", "Kaya"),
    ("Anaïs", "Le Goff"),
    ("Hugo", "Marchand"),
    ("Sofia", "Nguyen"),
];

/// The courses of the demo training: title, minutes, and which of its six skills they teach.
const COURSES: [(&str, i32, &[i16]); 3] = [
    ("Analyser le besoin et préparer le travail", 840, &[0, 1]),
    ("Réaliser et vérifier", 1_260, &[2, 3]),
    ("Rendre compte et s’améliorer", 840, &[4, 5]),
];

/// The hours of a demo day.
const HOURS: [(u32, u32, u32, u32); 2] = [(9, 0, 12, 30), (13, 30, 17, 0)];

/// Makes sure that the demo organisation has a session that is not over. One that is there is left alone.
pub async fn seed_if_none(state: &AppState) -> sqlx::Result<()> {
    let mut tx = state.pool.begin().await?;
    state::lock(&mut tx).await?;
    let today = state.clock.today();
    let Some(people) = store::people(&mut tx, today).await? else { return Ok(()) };
    let Some(training) = store::training(&mut tx, state, people.organisation, &COURSES).await? else {
        return Ok(());
    };
    let monday = today - Days::new(today.weekday().num_days_from_monday().into());
    let slots = slots(state, monday);
    let session: TrainingSessionId = state.ids.ordered();
    let friday = monday + Days::new(11);
    let minutes = slots.iter().map(|slot| (slot.ends_at - slot.starts_at).num_minutes() as i32).sum();
    let plan = store::Plan { session, training, dates: (monday, friday), minutes };
    store::session(&mut tx, state, &people, &plan).await?;
    store::slots(&mut tx, state, &people, &plan, &slots).await?;
    let trainee = people.trainee.clone();
    store::enrol(&mut tx, state, &plan, (Some(trainee.id), &trainee.first_name, &trainee.last_name)).await?;
    for (first_name, last_name) in PARTICIPANTS {
        store::enrol(&mut tx, state, &plan, (None::<PersonId>, first_name, last_name)).await?;
    }
    tx.commit().await
}

/// Mondays to Thursdays of two weeks, mornings and afternoons, without public holidays.
fn slots(state: &AppState, monday: NaiveDate) -> Vec<store::Slot> {
    let days = (0..14).map(|day| monday + Days::new(day));
    let working = days
        .filter(|day| day.weekday().num_days_from_monday() < 4 && Holidays::Mainland.named(*day).is_none());
    working
        .flat_map(|day| {
            HOURS.map(|(from, from_minute, to, to_minute)| {
                (instant(day, from, from_minute), instant(day, to, to_minute))
            })
        })
        .zip(0_usize..)
        .map(|((starts_at, ends_at), place)| store::Slot {
            id: SlotId(state.ids.ordered::<Uuid>()),
            starts_at,
            ends_at,
            course: (place / 5).min(COURSES.len() - 1),
        })
        .collect()
}

fn instant(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default());
    Paris
        .from_local_datetime(&local)
        .earliest()
        .map_or_else(|| local.and_utc(), |time| time.with_timezone(&Utc))
}
