//! Invented sessions, the same ones for the same numbers: for tests, benchmarks and the pictures of the documentation.

mod passport;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Europe::Paris;

use crate::certificates::ActionNature;
use crate::sheet::{
    AttendanceSheet, Cell, Contest, DayPart, Decision, HalfDay, Mark, Method, Modality, Rectification, Seal,
    SessionCard, SheetScope, SheetSlot, SheetState, SheetTrainer, Signature, SignatureKind, Status, Trainee,
};
use crate::{Drawing, Provider, Signatory, Verification};

pub use passport::passport;

const FIRST: [&str; 20] = [
    "Zoé",
    "Karim",
    "Marie-Ange",
    "Loïc",
    "Fatoumata",
    "Hélène",
    "Mehdi",
    "Agnès",
    "Yann",
    "Inès",
    "Bérénice",
    "Tomasz",
    "Chloé",
    "Ousmane",
    "Maëlys",
    "Grégory",
    "Nour",
    "Anaïs",
    "Thị Hương",
    "Étienne",
];
const LAST: [&str; 20] = [
    "Lévêque",
    "Benali",
    "Dupont-Moretti",
    "Le Goff",
    "Diallo",
    "Œuvrard",
    "Haddad",
    "N’Guyen",
    "Kowalski",
    "Ferreira",
    "Petit",
    "d’Aubigné",
    "Martin",
    "Traoré",
    "Garnier",
    "Rousseau",
    "El Amrani",
    "Schmitt",
    "Vasseur",
    "Bouchez",
];
const COURSES: [(&str, &str); 5] = [
    (
        "Accueil et règles de sécurité",
        "Consignes de sécurité de l’atelier, équipements de protection, visite des postes.",
    ),
    (
        "Lire un plan et préparer son poste",
        "Cotation, symboles de soudage, choix de l’outillage et mise en position des pièces.",
    ),
    (
        "Souder à l’arc à plat et en corniche",
        "Réglage du poste, amorçage, cordons à plat sur tôles de 6 mm, contrôle visuel.",
    ),
    ("Contrôler une soudure", "Défauts courants, ressuage, mesure de gorge, compte rendu de contrôle."),
    ("Assembler un ensemble mécano-soudé", "Gamme d’assemblage, pointage, déformations et redressage."),
];
const TRAINERS: [&str; 3] = ["Solène Kerbrat", "Abdel Ouali", "Jean-Noël Piquet"];
const EMPLOYERS: [&str; 4] =
    ["Chantiers de l’Odet", "Demandeuse d’emploi", "Métallerie Bosser", "Demandeur d’emploi"];

/// A small generator of numbers that look random (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn unit(&mut self) -> f64 {
        self.below(10_000) as f64 / 10_000.0
    }
}

/// The organisation of all samples.
pub fn provider() -> Provider {
    Provider {
        name: "Atelier des métiers de Cornouaille".to_owned(),
        siret: Some("12345678900012".to_owned()),
        declaration_number: Some("53290987629".to_owned()),
        prefecture: Some("de Bretagne".to_owned()),
        address: vec!["14, rue du Chantier".to_owned(), "29000 Quimper".to_owned()],
        contact: Some("contact@atelier-cornouaille.example".to_owned()),
        qualiopi: Some(vec![ActionNature::Training]),
    }
}

/// Who signs the samples' certificates.
pub fn signatory() -> Signatory {
    Signatory {
        name: "Maryvonne Tanguy".to_owned(),
        capacity: "directrice".to_owned(),
        place: Some("Quimper".to_owned()),
        signature: Some(drawing(&mut Dice(77))),
    }
}

/// A number and where it is checked.
pub fn verification(number: &str) -> Verification {
    Verification { number: number.to_owned(), url: format!("https://carnet.example/verifier/{number}") }
}

/// A sheet of `trainees` people over `half_days` half-days from Monday 9 March 2026 on, mornings and afternoons, with
/// marks, drawn and other signatures, people who left, two rectifications and a contest when there is room for them.
pub fn sheet(scope: SheetScope, trainees: usize, half_days: usize) -> AttendanceSheet {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let columns = columns(half_days, &mut dice);
    let slots = columns.iter().enumerate().map(|(at, half_day)| slot(at, half_day)).collect();
    let trainees: Vec<_> = (0..trainees).map(|at| trainee(at, &columns, &mut dice)).collect();
    let first = columns.first().map_or(NaiveDate::default(), |half_day| half_day.date);
    let last = columns.last().map_or(first, |half_day| half_day.date);
    let mut sheet = AttendanceSheet {
        scope,
        issued_at: instant(last, 18, 5),
        provider: provider(),
        session: SessionCard {
            training: "Soudeur à l’arc, niveau 1".to_owned(),
            title: "Session de mars 2026".to_owned(),
            reference: Some("SOU-2026-03".to_owned()),
            starts_on: first,
            ends_on: last,
            place: Some("Atelier B, 14, rue du Chantier, Quimper".to_owned()),
            modality: Modality::OnSite,
            planned_minutes: Some(columns.iter().map(|half_day| half_day.minutes).sum()),
        },
        slots,
        half_days: columns,
        trainees,
        rectifications: Vec::new(),
        contests: Vec::new(),
        evidence: Vec::new(),
        renamed: Vec::new(),
    };
    if sheet.trainees.len() > 4 && sheet.half_days.len() > 3 {
        add_notes(&mut sheet);
    }
    sheet
}

fn columns(count: usize, dice: &mut Dice) -> Vec<HalfDay> {
    let mut date = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap_or_default();
    let mut columns = Vec::with_capacity(count);
    for at in 0..count {
        let part = if at.is_multiple_of(2) { DayPart::Morning } else { DayPart::Afternoon };
        if at > 0 && part == DayPart::Morning {
            date = next_working_day(date);
        }
        let (starts_at, ends_at) = match part {
            DayPart::Morning => (instant(date, 9, 0), instant(date, 12, 30)),
            DayPart::Afternoon => (instant(date, 13, 30), instant(date, 17, 0)),
        };
        let name = TRAINERS[(at / 4) % TRAINERS.len()];
        let signature = Signature { signed_at: ends_at, kind: SignatureKind::Drawn(drawing(dice)) };
        let trainer = SheetTrainer {
            name: name.to_owned(),
            replaces: (at % 10 == 6).then(|| TRAINERS[0].to_owned()),
            signature: Some(signature),
        };
        columns.push(HalfDay {
            slot: at,
            date,
            part,
            starts_at,
            ends_at,
            minutes: 210,
            trainers: vec![trainer],
        });
    }
    columns
}

fn next_working_day(date: NaiveDate) -> NaiveDate {
    let mut next = date + Days::new(1);
    while matches!(next.weekday(), Weekday::Sat | Weekday::Sun) {
        next = next + Days::new(1);
    }
    next
}

fn slot(at: usize, half_day: &HalfDay) -> SheetSlot {
    let (title, content) = COURSES[(at / 2) % COURSES.len()];
    let digits = |seed: usize| {
        format!("{:064x}", (seed as u128 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C834))
    };
    SheetSlot {
        title: title.to_owned(),
        is_exam: at % 10 == 9,
        content: Some(content.to_owned()),
        place: None,
        state: SheetState::Closed,
        reopenings: Vec::new(),
        seals: vec![Seal {
            sequence: at as u32 + 1,
            sealed_at: half_day.ends_at + chrono::Duration::minutes(11),
            hash: digits(at + 1),
            previous: (at > 0).then(|| digits(at)),
            key_id: "carnet-2026-1".to_owned(),
        }],
    }
}

fn trainee(at: usize, columns: &[HalfDay], dice: &mut Dice) -> Trainee {
    let left_after = (at % 17 == 11).then(|| columns.len() * 7 / 10);
    let own = drawing(dice);
    let cells = columns.iter().enumerate().map(|(column, half_day)| {
        if left_after.is_some_and(|last| column > last) {
            Cell::NotExpected
        } else {
            Cell::Mark(mark(half_day, &own, dice))
        }
    });
    Trainee {
        last_name: LAST[at % LAST.len()].to_owned(),
        first_name: FIRST[(at * 7 + at / LAST.len()) % FIRST.len()].to_owned(),
        reference: None,
        employer: Some(EMPLOYERS[at % EMPLOYERS.len()].to_owned()),
        from: None,
        until: left_after.and_then(|last| columns.get(last)).map(|half_day| half_day.date),
        left: left_after.map(|_| "abandon".to_owned()),
        cells: cells.collect(),
    }
}

/// Four marks in ten are signed by hand, four from the account or by code, the others are no full presence.
fn mark(half_day: &HalfDay, own: &Drawing, dice: &mut Dice) -> Mark {
    let signed_at = half_day.starts_at + chrono::Duration::seconds(dice.below(1500) as i64);
    let sign = |kind| Some(Signature { signed_at, kind });
    let (status, method, signature) = match dice.below(50) {
        0..=19 => (Status::Present, Method::Trainer, sign(SignatureKind::Drawn(shaken(own, dice)))),
        20..=31 => (Status::Present, Method::Account, sign(SignatureKind::By(Method::Account))),
        32..=41 => (Status::Present, Method::QrCode, sign(SignatureKind::By(Method::QrCode))),
        42..=44 => {
            let minutes = 5 + dice.below(30) as u32;
            (Status::Late { minutes }, Method::Trainer, sign(SignatureKind::Drawn(shaken(own, dice))))
        }
        45 | 46 => (Status::Absent { justified: true }, Method::Trainer, None),
        47 | 48 => (Status::Absent { justified: false }, Method::Trainer, None),
        _ => (Status::Excused, Method::Trainer, None),
    };
    Mark {
        status,
        method: Some(method),
        entered_at: None,
        left_at: None,
        signature,
        rectification: None,
        contest: None,
    }
}

/// A signature: a long wavy stroke and a short one under it, about sixty points.
fn drawing(dice: &mut Dice) -> Drawing {
    let (waves, slant, swing) = (4.0 + dice.unit() * 4.0, dice.unit() * 40.0, 40.0 + dice.unit() * 40.0);
    let point = |x: f64, y: f64| [x.clamp(0.0, 600.0) as u16, y.clamp(0.0, 200.0) as u16];
    let long = (0..48).map(|at| {
        let way = f64::from(at) / 47.0;
        let fading = 1.0 - 0.7 * way;
        let turn = way * waves * std::f64::consts::TAU;
        point(60.0 + way * 440.0 + 26.0 * turn.cos(), 100.0 - slant * way + swing * fading * turn.sin())
    });
    let short = (0..12).map(|at| {
        let way = f64::from(at) / 11.0;
        point(120.0 + way * 300.0, 150.0 - slant * way + 6.0 * (way * 9.0).sin())
    });
    Drawing { width: 600, height: 200, strokes: vec![long.collect(), short.collect()] }
}

/// The same hand on another day.
fn shaken(drawing: &Drawing, dice: &mut Dice) -> Drawing {
    let mut drawing = drawing.clone();
    for point in drawing.strokes.iter_mut().flatten() {
        *point = [point[0] + dice.below(9) as u16, point[1] + dice.below(7) as u16];
    }
    drawing
}

fn add_notes(sheet: &mut AttendanceSheet) {
    let name = |sheet: &AttendanceSheet, at: usize| {
        format!("{} {}", sheet.trainees[at].first_name, sheet.trainees[at].last_name)
    };
    let after = |sheet: &AttendanceSheet, at: usize, hours| {
        sheet.half_days[at].ends_at + chrono::Duration::hours(hours)
    };
    let change =
        |sheet: &mut AttendanceSheet, at: usize, column: usize, status: Status, before: Status, number| {
            if let Cell::Mark(mark) = &mut sheet.trainees[at].cells[column] {
                *mark = Mark {
                    status,
                    method: Some(Method::Trainer),
                    signature: None,
                    rectification: Some(number),
                    ..mark.clone()
                };
            }
            sheet.rectifications.push(Rectification {
                trainee: Some(name(sheet, at)),
                half_day: column,
                before: before.label(),
                after: status.label(),
                by: "Maryvonne Tanguy".to_owned(),
                at: after(sheet, column, 20),
                reason: "Justificatif de l’employeur reçu le lendemain ; pièce jointe au dossier.".to_owned(),
                sequence: Some(sheet.half_days.len() as u32 + number),
            });
        };
    change(sheet, 1, 2, Status::Absent { justified: true }, Status::Absent { justified: false }, 1);
    change(sheet, 3, 1, Status::Late { minutes: 12 }, Status::Absent { justified: false }, 2);
    if let Cell::Mark(mark) = &mut sheet.trainees[3].cells[1] {
        mark.contest = Some(1);
    }
    sheet.contests.push(Contest {
        trainee: name(sheet, 3),
        half_day: 1,
        at: after(sheet, 1, 2),
        statement: "J’étais là à 13 h 42, le train avait du retard.".to_owned(),
        decision: Some(Decision {
            accepted: true,
            by: "Maryvonne Tanguy".to_owned(),
            at: after(sheet, 1, 19),
            reason: "Confirmé par le formateur.".to_owned(),
        }),
    });
}

fn instant(date: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let local = Paris.from_local_datetime(&NaiveDateTime::new(date, time));
    local.earliest().map(|local| local.to_utc()).unwrap_or_default()
}
