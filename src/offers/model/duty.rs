//! How a company answers those who accept its offers: shown to people before they accept.
//!
//! A *conversation* is an offer accepted within the last twelve months. It counts once the company has written in its private
//! room, or has had seven days to do so. The rate is the share of those in which the company wrote; the time is the median,
//! over the answered ones, from the acceptance to its first message. Below five conversations nothing is said.

use serde::Serialize;
use utoipa::ToSchema;

/// Fewest conversations that say something.
const FEWEST: usize = 5;
/// What people read of a company below that.
const TOO_FEW: &str = "Pas encore assez d’échanges pour le dire.";

/// How a company answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct AnswerDuty {
    /// Conversations of the last twelve months; null below five.
    conversations: Option<usize>,
    /// In how many of a hundred the company wrote, rounded down; null below five conversations.
    answered_percent: Option<usize>,
    /// Median time from the acceptance to its first message, in hours, rounded up; null below five conversations, and where it never
    /// wrote.
    median_hours: Option<i64>,
    /// The same in a sentence.
    sentence: String,
}

impl AnswerDuty {
    /// From every conversation that counts: seconds to the first message, or nothing where there was none.
    pub fn of(conversations: &[Option<i32>]) -> Self {
        if conversations.len() < FEWEST {
            let sentence = TOO_FEW.to_owned();
            return Self { conversations: None, answered_percent: None, median_hours: None, sentence };
        }
        let mut answered: Vec<i64> =
            conversations.iter().flatten().map(|seconds| i64::from(*seconds)).collect();
        answered.sort_unstable();
        let percent = answered.len() * 100 / conversations.len();
        let median_hours =
            median(&answered).map(|seconds| seconds.div_euclid(3600) + i64::from(seconds % 3600 > 0));
        Self {
            conversations: Some(conversations.len()),
            answered_percent: Some(percent),
            median_hours,
            sentence: sentence(percent, median_hours),
        }
    }
}

/// The middle one, or the mean of both.
fn median(sorted: &[i64]) -> Option<i64> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        odd if odd % 2 == 1 => sorted.get(middle).copied(),
        _ => Some(i64::midpoint(*sorted.get(middle - 1)?, *sorted.get(middle)?)),
    }
}

fn sentence(percent: usize, hours: Option<i64>) -> String {
    let time = match hours {
        None => {
            return "Cette entreprise n’a répondu à aucune des personnes qui ont accepté ses offres."
                .to_owned();
        }
        Some(0 | 1) => "une heure".to_owned(),
        Some(hours @ 2..48) => format!("{hours}\u{a0}heures"),
        Some(hours) => format!("{}\u{a0}jours", hours.div_euclid(24) + i64::from(hours % 24 > 0)),
    };
    format!(
        "Cette entreprise écrit à {percent}\u{a0}% des personnes qui acceptent, le plus souvent en {time} ou moins."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i32 = 3600;

    #[test]
    fn below_five_conversations_nothing_is_said() {
        let told = AnswerDuty::of(&[Some(60), None, Some(60), Some(60)]);
        assert_eq!((told.conversations, told.answered_percent, told.median_hours), (None, None, None));
        assert_eq!(told.sentence, TOO_FEW);
        assert_eq!(AnswerDuty::of(&[]), told);
    }

    #[test]
    fn the_rate_counts_everybody_and_the_median_those_who_were_answered() {
        let told = AnswerDuty::of(&[Some(2 * HOUR), None, Some(10 * HOUR), Some(40), None, Some(100 * HOUR)]);
        assert_eq!(
            (told.conversations, told.answered_percent, told.median_hours),
            (Some(6), Some(66), Some(6))
        );
        assert_eq!(
            told.sentence,
            "Cette entreprise écrit à 66\u{a0}% des personnes qui acceptent, le plus souvent en 6\u{a0}heures ou moins."
        );
        let odd = AnswerDuty::of(&[Some(1), Some(2), Some(50 * HOUR), Some(60 * HOUR), Some(70 * HOUR)]);
        assert_eq!((odd.answered_percent, odd.median_hours), (Some(100), Some(50)));
        assert!(odd.sentence.ends_with("en 3\u{a0}jours ou moins."), "{}", odd.sentence);
    }

    #[test]
    fn who_never_writes_is_told_so() {
        let told = AnswerDuty::of(&[None; 7]);
        assert_eq!((told.answered_percent, told.median_hours), (Some(0), None));
        assert!(told.sentence.contains("aucune"));
        let quick = AnswerDuty::of(&[Some(0); 5]);
        assert_eq!(quick.median_hours, Some(0));
        assert!(quick.sentence.ends_with("en une heure ou moins."));
    }
}
