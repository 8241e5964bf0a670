//! The passport as PDF: who it is about and how it is checked, what counts today, all that was ever recorded.

mod experiences;
mod history;
mod levels;

use chrono::NaiveTime;
use serde::Serialize;

use self::experiences::{ExperienceView, ExternalView};
use self::history::SkillView;
use self::levels::LevelRow;
use super::Attachment;
use super::engine::{Edition, pdf};
use super::grids::Grids;
use super::qr::code;
use super::words::printed;
use crate::passport::{PassportDocument, PassportOrganisation, PassportScope};
use crate::{DocumentError, french};

/// What the template is told.
#[derive(Serialize)]
struct View {
    holder: String,
    former: Vec<String>,
    email: Option<String>,
    number: String,
    code: String,
    url: String,
    qr: String,
    modules: usize,
    issued: String,
    issuer: String,
    issuer_url: String,
    offline_url: String,
    key_id: String,
    scope: String,
    audience: Option<String>,
    levels: Vec<LevelRow>,
    skills: Vec<SkillView>,
    experiences: Vec<ExperienceView>,
    external: Vec<ExternalView>,
}

/// Lays out a passport, with its signed JSON inside.
///
/// Takes about as long as its entries and files are many: see docs/BUDGETS.md. Fails when the address fits no QR code.
pub fn passport_pdf(
    passport: &PassportDocument,
    attachment: Option<&Attachment>,
) -> Result<Vec<u8>, DocumentError> {
    let (qr, modules) = code(&passport.verification.url)?;
    let holder = &passport.holder;
    let view = View {
        holder: printed(&format!("{} {}", holder.first_name, holder.last_name.to_uppercase())),
        former: holder.former_names.iter().map(|name| printed(name)).collect(),
        email: holder.email.as_deref().map(printed),
        number: printed(&passport.verification.number),
        code: groups(&passport.code),
        url: address(&passport.verification.url),
        qr,
        modules,
        issued: french::long_date(passport.issued_on),
        issuer: printed(&passport.issuer.0),
        issuer_url: address(&passport.issuer.1),
        offline_url: address(&passport.offline_url),
        key_id: printed(&passport.key_id),
        scope: scope(&passport.scope),
        audience: passport.scope.audience.as_deref().map(printed),
        levels: levels::rows(passport),
        skills: passport.skills.iter().filter_map(SkillView::of).collect(),
        experiences: passport.experiences.iter().map(ExperienceView::of).collect(),
        external: passport.external.iter().map(ExternalView::of).collect(),
    };
    let edition = Edition {
        template: "passport.typ",
        identifier: passport.verification.number.clone(),
        written_at: passport.issued_on.and_time(NaiveTime::MIN).and_utc(),
        attachment,
        grids: Grids::default(),
    };
    pdf(&edition, &view)
}

/// A code as people type it: letters and digits by four.
fn groups(code: &str) -> String {
    let letters: Vec<char> = code.chars().filter(char::is_ascii_alphanumeric).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("\u{a0}")
}

/// An address as it is: nothing in it is printed that an address cannot hold.
fn address(url: &str) -> String {
    url.chars().filter(char::is_ascii_graphic).collect()
}

/// A hash as it is, to be copied.
fn digits(hash: &str) -> String {
    hash.chars().filter(char::is_ascii_hexdigit).collect()
}

fn scope(scope: &PassportScope) -> String {
    let days = match (scope.from, scope.to) {
        (None, None) => None,
        (Some(from), None) => Some(format!("depuis le {}", french::long_date(from))),
        (None, Some(to)) => Some(format!("jusqu’au {}", french::long_date(to))),
        (Some(from), Some(to)) => Some(french::span(from, to)),
    };
    match (scope.is_whole, days) {
        (true, _) => "Carnet entier, avec tout son historique.".to_owned(),
        (false, None) => "Extrait choisi par la personne\u{a0}: une partie de ses compétences.".to_owned(),
        (false, Some(days)) => format!("Extrait choisi par la personne, {days}."),
    }
}

/// The name and the numbers of an organisation, a line each.
fn organisation(organisation: &PassportOrganisation) -> Vec<String> {
    let siret = organisation.siret.as_deref().map(|siret| french::siret(&printed(siret)));
    let nda = organisation.declaration_number.as_deref().map(|nda| french::declaration_number(&printed(nda)));
    let mut lines = vec![printed(&organisation.name)];
    lines.extend(siret.map(|siret| format!("SIRET {siret}")));
    lines.extend(nda.map(|nda| format!("NDA {nda}")));
    lines
}
