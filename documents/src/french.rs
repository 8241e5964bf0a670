//! French words, dates, hours and numbers, with the spaces and apostrophes French typography asks for.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Europe::Paris;

use crate::certificates::ActionNature;
use crate::sheet::{DayPart, Method, Modality, Status};

/// A space at which a line does not break.
pub const NBSP: char = '\u{a0}';

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

fn day_of_month(date: NaiveDate) -> String {
    if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() }
}

/// "9 mars 2026"; the first is "1er".
pub fn long_date(date: NaiveDate) -> String {
    format!("{}{NBSP}{} {}", day_of_month(date), MONTHS[date.month0() as usize], date.year())
}

/// "lundi 9 mars 2026".
pub fn full_date(date: NaiveDate) -> String {
    format!("{} {}", DAYS[date.weekday().num_days_from_monday() as usize], long_date(date))
}

/// "lun. 9 mars", for the head of a column.
pub fn column_date(date: NaiveDate) -> String {
    let day = &DAYS[date.weekday().num_days_from_monday() as usize][..3];
    format!("{day}. {:02}/{:02}", date.day(), date.month())
}

/// "09/03/2026".
pub fn short_date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// "du 9 au 13 mars 2026", as short as it can be said.
pub fn span(from: NaiveDate, until: NaiveDate) -> String {
    let start = if from.year() != until.year() {
        long_date(from)
    } else if from.month() != until.month() {
        format!("{}{NBSP}{}", day_of_month(from), MONTHS[from.month0() as usize])
    } else if from != until {
        day_of_month(from)
    } else {
        return format!("le {}", long_date(from));
    };
    format!("du {start} au {}", long_date(until))
}

/// The day in Paris.
pub fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Paris).date_naive()
}

/// "09:02", in Paris.
pub fn clock(at: DateTime<Utc>) -> String {
    at.with_timezone(&Paris).format("%H:%M").to_string()
}

/// "9 h 05", in Paris.
pub fn hour(at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&Paris);
    if local.minute() == 0 {
        format!("{}{NBSP}h", local.hour())
    } else {
        format!("{}{NBSP}h{NBSP}{:02}", local.hour(), local.minute())
    }
}

/// "le 13/03/2026 à 17:04", without "le", in Paris.
pub fn moment(at: DateTime<Utc>) -> String {
    format!("{} à {}", short_date(day(at)), clock(at))
}

/// "13/03/2026 17:04:09", in Paris.
pub fn exact_moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&Paris).format("%d/%m/%Y %H:%M:%S").to_string()
}

/// A number of minutes as hours: "3 h 30", "45 min", "1 200 h".
pub fn duration(minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, 0) => format!("0{NBSP}h"),
        (0, _) => format!("{rest}{NBSP}min"),
        (_, 0) => format!("{}{NBSP}h", grouped(hours)),
        _ => format!("{}{NBSP}h{NBSP}{rest:02}", grouped(hours)),
    }
}

/// Thousands apart: "12 345".
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(NBSP);
        }
        out.push(digit);
    }
    out
}

/// A rate in thousandths as "97,5 %".
pub fn rate(thousandths: u32) -> String {
    match thousandths % 10 {
        0 => format!("{}{NBSP}%", thousandths / 10),
        tenth => format!("{},{tenth}{NBSP}%", thousandths / 10),
    }
}

/// A size of a file: "850 octets", "12 ko", "1,4 Mo".
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes}{NBSP}octets"),
        1_000..1_000_000 => format!("{}{NBSP}ko", bytes / 1_000),
        _ => format!("{},{}{NBSP}Mo", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// A level of the common scale: "autonome, niveau 3 sur 4".
pub fn level(common: u8) -> String {
    let name = match common {
        1 => "notions",
        2 => "guidé",
        3 => "autonome",
        _ => "expert",
    };
    format!("{name}, niveau{NBSP}{common} sur{NBSP}4")
}

/// "123 456 789 00012".
pub fn siret(digits: &str) -> String {
    groups(digits, &[3, 3, 3, 5])
}

/// "11 75 12345 67", as prefectures write it.
pub fn declaration_number(digits: &str) -> String {
    groups(digits, &[2, 2, 5, 2])
}

fn groups(digits: &str, sizes: &[usize]) -> String {
    let whole = sizes.iter().sum::<usize>();
    if digits.len() != whole || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut rest = digits;
    let mut parts = Vec::new();
    for size in sizes {
        let (part, after) = rest.split_at(*size);
        parts.push(part);
        rest = after;
    }
    parts.join(&NBSP.to_string())
}

impl Status {
    /// "Retard 12 min", "Absent non justifié": the words of every document.
    pub fn label(self) -> String {
        match self {
            Self::Present => "Présent".to_owned(),
            Self::Late { minutes } => format!("Retard {minutes}{NBSP}min"),
            Self::Absent { justified: true } => "Absent justifié".to_owned(),
            Self::Absent { justified: false } => "Absent non justifié".to_owned(),
            Self::Excused => "Dispensé".to_owned(),
            Self::Unmarked => "Non pointé".to_owned(),
        }
    }
}

impl Method {
    /// What the legend calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Trainer => "appel",
            Self::Account => "compte",
            Self::QrCode => "code QR",
            Self::Link => "lien",
            Self::Paper => "papier",
        }
    }

    /// What the legend says it is.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Trainer => "appel fait par le formateur",
            Self::Account => "signé depuis le compte personnel, mot de passe saisi de nouveau",
            Self::QrCode => "signé par le code QR tournant affiché en salle",
            Self::Link => "signé par un lien personnel",
            Self::Paper => "repris d’une feuille signée sur papier, numérisée et conservée",
        }
    }
}

impl DayPart {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Morning => "matin",
            Self::Afternoon => "après-midi",
        }
    }
}

impl Modality {
    pub const fn label(self) -> &'static str {
        match self {
            Self::OnSite => "en présentiel",
            Self::Remote => "à distance",
            Self::Mixed => "en présentiel et à distance",
        }
    }
}

impl ActionNature {
    /// The words of the ministry's model.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Training => "action de formation",
            Self::SkillsAssessment => "bilan de compétences",
            Self::ExperienceValidation => "action de VAE",
            Self::Apprenticeship => "action de formation par apprentissage",
        }
    }

    /// What a Qualiopi certification is held for.
    const fn certified(self) -> &'static str {
        match self {
            Self::Training => "des actions de formation",
            Self::SkillsAssessment => "des bilans de compétences",
            Self::ExperienceValidation => "des actions de validation des acquis de l’expérience",
            Self::Apprenticeship => "des actions de formation par apprentissage",
        }
    }

    pub const ALL: [Self; 4] =
        [Self::Training, Self::SkillsAssessment, Self::ExperienceValidation, Self::Apprenticeship];
}

/// How a Qualiopi certification is named.
pub fn qualiopi(kinds: &[ActionNature]) -> String {
    let kinds: Vec<_> = kinds.iter().map(|kind| kind.certified()).collect();
    match kinds.as_slice() {
        [] => "Certifié Qualiopi".to_owned(),
        [only] => format!("Certifié Qualiopi au titre {only}"),
        [first @ .., last] => format!("Certifié Qualiopi au titre {} et {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn a_certification_is_named_for_what_it_is_held_for() {
        use ActionNature::{Apprenticeship, ExperienceValidation, SkillsAssessment, Training};
        for (kinds, told) in [
            (vec![], "Certifié Qualiopi"),
            (vec![Training], "Certifié Qualiopi au titre des actions de formation"),
            (
                vec![Training, SkillsAssessment],
                "Certifié Qualiopi au titre des actions de formation et des bilans de compétences",
            ),
            (
                vec![SkillsAssessment, ExperienceValidation, Apprenticeship],
                "Certifié Qualiopi au titre des bilans de compétences, des actions de validation des acquis de l’expérience \
                 et des actions de formation par apprentissage",
            ),
        ] {
            assert_eq!(qualiopi(&kinds), told);
        }
    }

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_span_is_said_as_short_as_it_can_be() {
        assert_eq!(span(date(2026, 3, 9), date(2026, 3, 13)), "du 9 au 13\u{a0}mars 2026");
        assert_eq!(span(date(2026, 3, 30), date(2026, 4, 1)), "du 30\u{a0}mars au 1er\u{a0}avril 2026");
        assert_eq!(
            span(date(2025, 12, 29), date(2026, 1, 2)),
            "du 29\u{a0}décembre 2025 au 2\u{a0}janvier 2026"
        );
        assert_eq!(span(date(2026, 8, 1), date(2026, 8, 1)), "le 1er\u{a0}août 2026");
    }

    #[test]
    fn the_clock_is_that_of_paris_in_winter_and_in_summer() {
        let at = |month, day| Utc.with_ymd_and_hms(2026, month, day, 8, 5, 0).unwrap();
        assert_eq!((clock(at(1, 12)), clock(at(7, 13))), ("09:05".to_owned(), "10:05".to_owned()));
        assert_eq!(hour(at(1, 12)), "9\u{a0}h\u{a0}05");
        assert_eq!(day(Utc.with_ymd_and_hms(2026, 6, 30, 22, 30, 0).unwrap()), date(2026, 7, 1));
    }

    #[test]
    fn hours_and_rates_are_written_as_the_french_write_them() {
        assert_eq!(duration(210), "3\u{a0}h\u{a0}30");
        assert_eq!(duration(60 * 1200), "1\u{a0}200\u{a0}h");
        assert_eq!((duration(45), duration(0)), ("45\u{a0}min".to_owned(), "0\u{a0}h".to_owned()));
        assert_eq!((rate(975), rate(1000)), ("97,5\u{a0}%".to_owned(), "100\u{a0}%".to_owned()));
    }

    #[test]
    fn sizes_and_levels_are_said_in_words() {
        assert_eq!((size(850), size(12_345)), ("850\u{a0}octets".to_owned(), "12\u{a0}ko".to_owned()));
        assert_eq!(size(1_450_000), "1,4\u{a0}Mo");
        assert_eq!(level(3), "autonome, niveau\u{a0}3 sur\u{a0}4");
    }

    #[test]
    fn registers_numbers_are_grouped_and_others_left_alone() {
        assert_eq!(siret("12345678900012"), "123\u{a0}456\u{a0}789\u{a0}00012");
        assert_eq!(declaration_number("11751234567"), "11\u{a0}75\u{a0}12345\u{a0}67");
        assert_eq!(siret("à venir"), "à venir");
    }
}
