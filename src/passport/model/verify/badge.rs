//! What is told of a badge that was checked.

use super::super::badges::{FoundStatus, KeySource, VerifiedBadge, verify_badge};
use super::Means;
use super::fault::of_badge;
use super::said::{Said, Verdict};

/// Says what was found of a badge, or why it is refused. One that only its own key verifies is refused: anybody could
/// have made it.
pub fn told(text: &str, means: &Means<'_>) -> Result<Verdict, Vec<Said>> {
    let badge = verify_badge(text, means.keys, means.lists, means.now)
        .map_err(|faults| faults.iter().map(of_badge).collect::<Vec<_>>())?;
    let signer = match &badge.key {
        KeySource::Platform(id) => Said::new(
            format!("Signature d’une clé de la plateforme\u{a0}: {id}."),
            format!("Signed by a key of the platform: {id}."),
        ),
        KeySource::Given(id) => {
            let id = id.as_deref().unwrap_or("JWK");
            Said::new(
                format!("Signature d’une clé que vous avez donnée\u{a0}: {id}."),
                format!("Signed by a key that you gave: {id}."),
            )
        }
        KeySource::Issuer => Said::new(
            format!("Signature de l’émetteur, dont l’identifiant est la clé\u{a0}: {}.", badge.issuer_id),
            format!("Signed by the issuer, whose identifier is the key: {}.", badge.issuer_id),
        ),
        KeySource::Badge => {
            return Err(vec![Said::new(
                "Le badge est intact, mais la seule clé qui le vérifie est celle qu’il contient\u{a0}: rien ne dit qui l’a émis. \
                 Donnez les clés de l’émetteur.",
                "The badge is intact, but the only key that verifies it is the one it holds: nothing tells who issued it. \
                 Give the keys of the issuer.",
            )]);
        }
    };
    let mut verdict = Verdict { facts: facts(&badge), checked: vec![signer], unchecked: Vec::new() };
    verdict.checked.push(Said::new(
        "Open Badge 3.0 bien formé, intact, en cours de validité.",
        "A well-formed Open Badge 3.0, intact, within its period of validity.",
    ));
    match &badge.status {
        FoundStatus::NotRevoked(as_of) => verdict.checked.push(Said::new(
            format!("Pas révoqué, selon la liste de statuts du {as_of}."),
            format!("Not revoked, says the status list of {as_of}."),
        )),
        FoundStatus::NotLookedUp(list) => verdict.unchecked.push(Said::new(
            format!("Une révocation\u{a0}: elle se lit dans la liste de statuts, {list}"),
            format!("A revocation: it is read from the status list, {list}"),
        )),
        FoundStatus::NoList => verdict.unchecked.push(Said::new(
            "Une révocation\u{a0}: le badge ne dit pas où la demander.",
            "A revocation: the badge does not say where to ask.",
        )),
    }
    verdict.unchecked.push(Said::new(
        "Que la personne qui présente ce badge est bien celle qui l’a reçu.",
        "That whoever presents this badge is the person who received it.",
    ));
    Ok(verdict)
}

fn facts(badge: &VerifiedBadge) -> Vec<Said> {
    let level = badge.level.as_deref().map(|level| format!(" ({level})")).unwrap_or_default();
    let mut facts = vec![
        Said::new(
            format!("Badge «\u{a0}{}\u{a0}»{level}", badge.name),
            format!("Badge “{}”{level}", badge.name),
        ),
        Said::new(
            format!("Émis par {} ({}) le {}", badge.issuer, badge.issuer_id, badge.valid_from),
            format!("Issued by {} ({}) on {}", badge.issuer, badge.issuer_id, badge.valid_from),
        ),
    ];
    facts.extend(badge.holder.as_ref().map(|name| Said::new(format!("À {name}"), format!("To {name}"))));
    facts.extend(badge.alignments.iter().map(|(code, name)| {
        let code = if code.is_empty() { String::new() } else { format!("{code}, ") };
        Said::new(format!("Compétence\u{a0}: {code}{name}"), format!("Skill: {code}{name}"))
    }));
    facts.extend(
        badge.valid_until.as_ref().map(|at| Said::new(format!("Jusqu’au {at}"), format!("Until {at}"))),
    );
    for (name, sha256) in &badge.evidence {
        let hash = sha256.as_deref().map(|hash| format!(", SHA-256 {hash}")).unwrap_or_default();
        facts.push(Said::new(format!("Preuve\u{a0}: {name}{hash}"), format!("Evidence: {name}{hash}")));
    }
    facts
}
