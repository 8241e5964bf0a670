//! What is told of an export that was checked, whole or of one claim.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Paris;

use super::super::export::{
    CheckedPassport, Claim, Disclosure, ExperienceProof, Passport, PassportFault, PassportForm, SkillName,
    Standing,
};
use super::fault::of_export;
use super::said::{Said, Verdict};

/// Says what was found of an export, or why it is refused.
pub fn told(
    checked: Result<CheckedPassport, Vec<PassportFault>>,
    now: DateTime<Utc>,
) -> Result<Verdict, Vec<Said>> {
    let checked = checked.map_err(|faults| faults.iter().map(of_export).collect::<Vec<_>>())?;
    match (&checked.passport, &checked.disclosure) {
        (Some(passport), _) => Ok(of_passport(&checked, passport)),
        (None, Some(claim)) => of_claim(&checked, claim, now.with_timezone(&Paris).date_naive()),
        (None, None) => Err(vec![of_export(&PassportFault::Unreadable)]),
    }
}

fn of_passport(checked: &CheckedPassport, passport: &Passport) -> Verdict {
    let mut verdict = Verdict { facts: facts(passport), ..Verdict::default() };
    verdict.checked.push(match checked.form {
        PassportForm::Pdf => Said::new(
            "PDF authentique et inchangé\u{a0}: le sceau porte sur chacun de ses octets, et les données jointes sont signées.",
            "Authentic, unchanged PDF: its seal covers every byte, and the attached data are signed.",
        ),
        PassportForm::Zip => Said::new(
            format!(
                "ZIP authentique et inchangé\u{a0}: le sceau porte sur chacun de ses octets, et ses {} fichiers sont ceux du manifeste signé.",
                checked.files
            ),
            format!(
                "Authentic, unchanged ZIP: its seal covers every byte, and its {} files are those of the signed manifest.",
                checked.files
            ),
        ),
        PassportForm::Json | PassportForm::Disclosure => Said::new(
            "JSON authentique et inchangé\u{a0}: la signature porte sur chacun de ses octets.",
            "Authentic, unchanged JSON: its signature covers every byte.",
        ),
    });
    let (links, claims) = (passport.chain.links.len(), passport.disclosures.leaves.len());
    verdict.checked.push(Said::new(
        format!("Chaîne des inscriptions intacte\u{a0}: {links} maillons, aucun retiré, aucun antidaté."),
        format!("Unbroken chain: {links} links, none removed, none back-dated."),
    ));
    verdict.checked.push(Said::new(
        format!("Preuves compétence par compétence conformes à leur racine signée\u{a0}: {claims}."),
        format!("Single claims consistent with their signed root: {claims}."),
    ));
    verdict.checked.push(keys(&checked.keys));
    verdict.unchecked = unchecked(passport, checked.form);
    verdict
}

fn keys(keys: &[String]) -> Said {
    let keys = keys.join(", ");
    Said::new(format!("Clés\u{a0}: {keys}."), format!("Keys: {keys}."))
}

fn facts(passport: &Passport) -> Vec<Said> {
    let Passport { number, issuer, issued_on, holder, .. } = passport;
    let holder = format!("{} {}", holder.first_name, holder.last_name);
    let count = |standing| passport.validations.iter().filter(|one| one.standing == standing).count();
    let (all, valid, revoked, expired) = (
        passport.validations.len(),
        count(Standing::Valid),
        count(Standing::Revoked),
        count(Standing::Expired),
    );
    let mut facts = vec![
        Said::new(
            format!("Carnet de compétences de {holder}, n°\u{a0}{number}"),
            format!("Passport of {holder}, no. {number}"),
        ),
        Said::new(
            format!("Émis par {} ({}) le {issued_on}", issuer.name, issuer.url),
            format!("Issued by {} ({}) on {issued_on}", issuer.name, issuer.url),
        ),
        Said::new(
            format!(
                "{all} inscriptions, dont {valid} en vigueur, {revoked} révoquées, {expired} expirées à cette date"
            ),
            format!(
                "{all} entries, of which {valid} in force, {revoked} revoked, {expired} expired on that day"
            ),
        ),
    ];
    if !passport.scope.is_whole {
        facts.push(Said::new(
            "Extrait\u{a0}: la personne en a choisi une partie",
            "An extract: the person chose a part of it",
        ));
    }
    facts
}

fn unchecked(passport: &Passport, form: PassportForm) -> Vec<Said> {
    let mut told = vec![revocation(passport.status.as_of, &passport.verification_url)];
    let proofs = || passport.experiences.iter().flat_map(|experience| &experience.proofs);
    let is_away = |proof: &&ExperienceProof| form != PassportForm::Zip || proof.path.is_none();
    let away = proofs().filter(is_away).count();
    if away > 0 {
        told.push(Said::new(
            format!("{away} pièces ne sont pas dans ce fichier\u{a0}: seules leurs empreintes y sont."),
            format!("{away} proofs are not in this file: only their hashes are."),
        ));
    }
    let hidden = passport.chain.links.iter().filter(|link| link.content.is_none()).count();
    if hidden > 0 {
        told.push(Said::new(
            format!("Ce que disent {hidden} maillons de la chaîne n’est pas montré\u{a0}: seule leur empreinte l’est."),
            format!("What {hidden} links of the chain say is not shown: only their hashes are."),
        ));
    }
    let foreign = passport.external.len();
    if foreign > 0 {
        told.push(Said::new(
            format!("{foreign} attestations d’autres plateformes ont été contrôlées à leur import, pas ici."),
            format!(
                "{foreign} attestations by other platforms were checked when they were imported, not here."
            ),
        ));
    }
    told.push(identity());
    told
}

/// That only whoever issued it knows what was revoked since.
fn revocation(as_of: NaiveDate, url: &str) -> Said {
    Said::new(
        format!("Une révocation après le {as_of} ne se voit pas sans connexion. À demander à {url}"),
        format!("A revocation after {as_of} cannot be seen offline. Ask {url}"),
    )
}

fn identity() -> Said {
    Said::new(
        "Que la personne qui présente ce fichier est bien celle qu’il nomme.",
        "That whoever presents this file is the person it names.",
    )
}

fn of_claim(checked: &CheckedPassport, claim: &Disclosure, today: NaiveDate) -> Result<Verdict, Vec<Said>> {
    let head = &claim.head;
    let (what, until) = said(&claim.leaf.claim);
    if let Some(last) = until.filter(|last| *last < today) {
        return Err(vec![Said::new(
            format!("Ce qui est prouvé ne l’était que jusqu’au {last}."),
            format!("What is proved was so only until {last}."),
        )]);
    }
    let holder = format!("{} {}", head.first_name, head.last_name);
    let mut facts = vec![
        what,
        Said::new(
            format!(
                "{holder}, carnet n°\u{a0}{}, émis par {} le {}",
                head.number, head.issuer, head.issued_on
            ),
            format!(
                "{holder}, passport no. {}, issued by {} on {}",
                head.number, head.issuer, head.issued_on
            ),
        ),
    ];
    facts.extend(
        until.map(|last| Said::new(format!("Valable jusqu’au {last}"), format!("Valid until {last}"))),
    );
    Ok(Verdict {
        facts,
        checked: vec![
            Said::new(
                "Preuve authentique et inchangée\u{a0}: elle mène à la racine signée du carnet.",
                "Authentic, unchanged proof: it leads to the signed root of the passport.",
            ),
            keys(&checked.keys),
        ],
        unchecked: vec![revocation(head.issued_on, &head.verification_url), identity()],
    })
}

/// What a claim says, and through which day.
fn said(claim: &Claim) -> (Said, Option<NaiveDate>) {
    let named = |skill: &SkillName| format!("{} ({})", skill.label, skill.code);
    match claim {
        Claim::SkillAtLeast { skill, level, until } => (
            Said::new(
                format!("{}\u{a0}: validée au niveau {level} sur\u{a0}4, ou plus", named(skill)),
                format!("{}: validated at level {level} of 4, or higher", named(skill)),
            ),
            *until,
        ),
        Claim::SkillValidated { skill, until } => (
            Said::new(format!("{}\u{a0}: validée", named(skill)), format!("{}: validated", named(skill))),
            *until,
        ),
        Claim::Validation { skill, level_name, organisation, validated_at, until, .. } => (
            Said::new(
                format!(
                    "{}\u{a0}: «\u{a0}{level_name}\u{a0}», validée par {organisation} le {validated_at}",
                    named(skill)
                ),
                format!("{}: “{level_name}”, validated by {organisation} on {validated_at}", named(skill)),
            ),
            *until,
        ),
    }
}
