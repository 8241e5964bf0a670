//! Invented passports, the same one for the same numbers.

use chrono::{Days, NaiveDate};

use super::Dice;
use crate::Verification;
use crate::passport::{
    Authenticity, EntryState, ExperienceState, ExternalSkill, HeldLevel, JudgedSkill, Outcome,
    PassportDocument, PassportEntry, PassportEvidence, PassportExperience, PassportExternal, PassportHolder,
    PassportJudgement, PassportOrganisation, PassportProof, PassportScope, PassportSkill,
};

const SKILLS: [&str; 8] = [
    "Souder à l’arc électrode enrobée (SAEE)",
    "Lire et interpréter un plan, un schéma ou une fiche technique de montage",
    "Contrôler la qualité d’une soudure",
    "Régler les paramètres d’un poste à souder",
    "Assembler un ensemble mécano-soudé selon une gamme, sur table ou sur gabarit, en atelier ou sur chantier",
    "Appliquer les règles de sécurité",
    "Oxycouper des tôles",
    "Rédiger un compte rendu d’intervention",
];
const STEPS: [(&str, u8); 4] =
    [("Découvre", 1), ("Fait avec de l’aide", 2), ("Fait seul", 3), ("Transmet", 4)];

/// A passport of so many entries and so many proofs, issued on 30 November 2026. With eight entries or more, entries of
/// every state are among them; with proofs, an experience that was validated and one that was refused.
pub fn passport(entries: usize, proofs: usize) -> PassportDocument {
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    let skills = skills(entries, &mut dice);
    let external = if entries == 0 { Vec::new() } else { vec![external()] };
    PassportDocument {
        verification: Verification {
            number: "P-2026-7F3KQ-9XDTA".to_owned(),
            url: "https://carnet.example/verifier/P-2026-7F3KQ-9XDTA#K7M2QX9T4RWB6ZDF".to_owned(),
        },
        code: "K7M2QX9T4RWB6ZDF".to_owned(),
        issued_on: day(334),
        issuer: ("Carnet".to_owned(), "https://carnet.example".to_owned()),
        offline_url: "https://carnet.example/verifier-hors-ligne".to_owned(),
        key_id: "34750f98bd59fcfc".to_owned(),
        holder: PassportHolder {
            first_name: "Zoé".to_owned(),
            last_name: "Lévêque".to_owned(),
            former_names: vec!["Zoé Œuvrard".to_owned()],
            email: Some("zoe.leveque@exemple.example".to_owned()),
        },
        scope: PassportScope { is_whole: true, from: None, to: None, audience: Some("recruteur".to_owned()) },
        skills,
        experiences: experiences(proofs, &mut dice),
        external,
    }
}

/// The day of 2026 with this number, from 1.
fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default() + Days::new(number.saturating_sub(1))
}

fn hash(dice: &mut Dice) -> String {
    (0..8).map(|_| format!("{:08x}", dice.below(1 << 32))).collect::<Vec<_>>().concat()
}

fn organisation(at: usize) -> PassportOrganisation {
    let names =
        ["Atelier des métiers de Cornouaille", "Greta de Bretagne occidentale", "Chantiers de l’Odet"];
    PassportOrganisation {
        name: names[at % names.len()].to_owned(),
        siret: Some("12345678900012".to_owned()),
        declaration_number: (!at.is_multiple_of(3)).then(|| "53290987629".to_owned()),
    }
}

fn skills(entries: usize, dice: &mut Dice) -> Vec<PassportSkill> {
    let count = entries.div_ceil(4);
    let mut skills: Vec<PassportSkill> = (0..count)
        .map(|at| PassportSkill {
            code: (300_000 + at).to_string(),
            label: match at / SKILLS.len() {
                0 => SKILLS[at].to_owned(),
                round => format!("{}, module {round}", SKILLS[at % SKILLS.len()]),
            },
            release: 60,
            validated: Some(HeldLevel {
                common_level: Some(3),
                since: day(60),
                until: at.is_multiple_of(2).then(|| day(700)),
                from_experience: at == 1,
            }),
            declared: at.is_multiple_of(3).then(|| HeldLevel {
                common_level: Some(4),
                since: day(20),
                until: None,
                from_experience: false,
            }),
            history: Vec::new(),
        })
        .collect();
    for at in 0..entries {
        let entry = entry(at, dice);
        skills[at % count].history.push(entry);
    }
    skills
}

fn entry(at: usize, dice: &mut Dice) -> PassportEntry {
    let (level, common) = STEPS[dice.below(4) as usize];
    let state = match at % 8 {
        1 => EntryState::Superseded,
        3 => EntryState::Revoked { on: day(200), reason: "Erreur de saisie du niveau".to_owned() },
        5 => EntryState::Expired,
        6 => EntryState::NotAcquired,
        _ => EntryState::InForce,
    };
    PassportEntry {
        validated_on: day(10 + (at as u64 * 7) % 300),
        organisation: organisation(at),
        validated_by: Some("Solène Kerbrat".to_owned()),
        session: at.is_multiple_of(2).then(|| "Session de mars 2026".to_owned()),
        level: level.to_owned(),
        common_level: Some(common),
        grid: (!at.is_multiple_of(5)).then(|| ("Grille de l’atelier".to_owned(), 3)),
        expires_on: (state == EntryState::Expired).then(|| day(300)),
        state,
        is_outside_programme: at % 8 == 7,
        from_experience: at % 8 == 4,
        comment: at.is_multiple_of(4).then(|| "Cordon régulier, reprise propre.".to_owned()),
        evidence: vec![
            PassportEvidence { title: "Quiz final, 87,5\u{a0}%".to_owned(), sha256: None },
            PassportEvidence { title: format!("cordon-{at}.jpg"), sha256: Some(hash(dice)) },
        ],
        replies: if at % 8 == 3 { vec![reply()] } else { Vec::new() },
    }
}

fn reply() -> (String, NaiveDate, String) {
    let said = "Je demande une nouvelle évaluation.";
    ("Réponse de la personne".to_owned(), day(201), said.to_owned())
}

fn experiences(proofs: usize, dice: &mut Dice) -> Vec<PassportExperience> {
    // Ten files each, as the app lets one add.
    let count = proofs.div_ceil(10);
    (0..count)
        .map(|at| PassportExperience {
            title: "Chaudronnerie navale, remplacement d’été".to_owned(),
            organisation: Some("Chantiers de l’Odet".to_owned()),
            place: Some("Bénodet".to_owned()),
            starts_on: Some(day(150)),
            ends_on: Some(day(240)),
            description: Some("Pose de tôles de bordé.\nSoudage en corniche, contrôle visuel.".to_owned()),
            state: if at % 2 == 0 { ExperienceState::Validated } else { ExperienceState::Refused },
            claims: vec![(SKILLS[0].to_owned(), Some(3)), (SKILLS[2].to_owned(), None)],
            proofs: (at * 10..proofs.min(at * 10 + 10))
                .map(|number| PassportProof {
                    name: format!("attestation-{number}.pdf"),
                    bytes: 120_000 + number as u64 * 37_000,
                    sha256: hash(dice),
                    is_masked: number % 10 == 1,
                    removed_on: (number % 10 == 2).then(|| day(300)),
                })
                .collect(),
            judgements: vec![judgement(at)],
        })
        .collect()
}

fn judgement(at: usize) -> PassportJudgement {
    let is_good = at.is_multiple_of(2);
    PassportJudgement {
        organisation: organisation(at),
        decided_on: day(260),
        outcome: if is_good { Outcome::Validated } else { Outcome::Refused },
        authenticity: if is_good { Authenticity::Authentic } else { Authenticity::NotAuthentic },
        skills: vec![
            JudgedSkill {
                label: SKILLS[0].to_owned(),
                is_attested: is_good,
                level: Some("Fait seul".to_owned()),
                reason: None,
            },
            JudgedSkill {
                label: SKILLS[2].to_owned(),
                is_attested: false,
                level: None,
                reason: Some("La pièce n’en dit rien.".to_owned()),
            },
        ],
        text: (!is_good).then(|| "La pièce ne porte ni nom ni date.".to_owned()),
    }
}

fn external() -> PassportExternal {
    PassportExternal {
        issuer: "École des soudeurs de Nantes".to_owned(),
        is_badge: true,
        issued_on: day(90),
        imported_on: day(330),
        number: None,
        key_id: "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK".to_owned(),
        skills: vec![ExternalSkill {
            code: Some("300298".to_owned()),
            label: "Souder en atmosphère inerte (TIG)".to_owned(),
            common_level: None,
            level: Some("Confirmé".to_owned()),
            organisation: Some("École des soudeurs de Nantes".to_owned()),
            attested_on: Some(day(90)),
            expires_on: Some(day(1_000)),
        }],
    }
}
