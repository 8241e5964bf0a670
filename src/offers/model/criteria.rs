//! What has no place in an offer (article L1132-1 of the Code du travail): what [`quizzes::forbidden_topics`] finds in any text to
//! somebody who is recruited, and what offers alone say: whom a company "looks for". A warning, never a refusal.

use carnet_index::text;

use crate::quizzes::{self, ForbiddenTopic};

/// Ages, rather than years of something.
const AGES: std::ops::RangeInclusive<u32> = 16..=70;

/// Words before a number of years that make it an age.
const BEFORE_AGE: [&str; 9] = ["moins", "plus", "entre", "age", "agee", "ages", "agees", "maximum", "jusqu"];

/// Words around a number of years that make it none: how long something lasted, or must have.
const YEARS_OF: [&str; 16] = [
    "experience",
    "experiences",
    "anciennete",
    "metier",
    "pratique",
    "existence",
    "depuis",
    "fonde",
    "fondee",
    "cree",
    "creee",
    "entreprise",
    "societe",
    "garantie",
    "savoir",
    "histoire",
];

/// Whom companies say they look for, by topic.
const SAID: [(ForbiddenTopic, &[&str]); 4] = [
    (
        ForbiddenTopic::Age,
        &[
            "jeune et dynamique",
            "dynamique et jeune",
            "jeune dynamique",
            "profil jeune",
            "profils jeunes",
            "candidat jeune",
            "candidate jeune",
            "jeune retraite",
            "equipe jeune et dynamique",
        ],
    ),
    (
        ForbiddenTopic::Sex,
        &[
            "recherche un homme",
            "recherche une femme",
            "recherchons un homme",
            "recherchons une femme",
            "cherche un homme",
            "cherche une femme",
            "cherchons un homme",
            "cherchons une femme",
            "preference un homme",
            "preference une femme",
            "poste reserve aux hommes",
            "poste reserve aux femmes",
            "convient a une femme",
            "convient a un homme",
        ],
    ),
    (
        ForbiddenTopic::Residence,
        &[
            "habitant a",
            "habitant sur",
            "habitant le",
            "habitant la",
            "habiter a",
            "habiter sur",
            "habiter a proximite",
            "resider a",
            "residant a",
            "residant sur",
            "residence a proximite",
            "domicile a",
            "domiciliee a",
            "domicilies a",
        ],
    ),
    (
        ForbiddenTopic::Origin,
        &[
            "de souche",
            "sans accent",
            "francais de naissance",
            "francaise de naissance",
            "nom francais",
            "prenom francais",
        ],
    ),
];

/// What a text of an offer seems to touch, each topic once.
pub fn forbidden_topics(text: &str) -> Vec<ForbiddenTopic> {
    let mut found = quizzes::forbidden_topics(text);
    for sentence in text.split(['.', '!', '?', ';', '\n', '…', '•']) {
        let words = text::words(sentence);
        let said = words.join(" ");
        let padded = format!(" {said} ");
        for (topic, phrases) in &SAID {
            if phrases.iter().any(|phrase| padded.contains(&format!(" {phrase} "))) {
                found.push(*topic);
            }
        }
        if names_an_age(&words) {
            found.push(ForbiddenTopic::Age);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a sentence names an age: a number of years that could be one, behind a word of ages, and not of experience.
fn names_an_age(words: &[String]) -> bool {
    let of_something = words.iter().any(|word| YEARS_OF.contains(&word.as_str()));
    let years = words.iter().zip(words.iter().skip(1)).enumerate();
    let mut ages = years.filter(|(_, (number, unit))| {
        unit.as_str() == "ans" && number.parse::<u32>().is_ok_and(|number| AGES.contains(&number))
    });
    !of_something
        && ages.any(|(at, _)| {
            words[at.saturating_sub(4)..at].iter().any(|word| BEFORE_AGE.contains(&word.as_str()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_offers_say_of_whom_they_look_for_is_found() {
        use ForbiddenTopic::{Age, Residence, Sex};
        for (text, topic) in [
            ("Vous avez entre 25 et 35 ans.", Age),
            ("Candidature de moins de 30 ans", Age),
            ("Profil âgé de 40 ans maximum", Age),
            ("Vous êtes jeune et dynamique !", Age),
            ("Nous recherchons une femme pour l’accueil.", Sex),
            ("De préférence un homme", Sex),
            ("Personne habitant à Lyon", Residence),
            ("Merci de résider à proximité", Residence),
        ] {
            assert!(forbidden_topics(text).contains(&topic), "{text}: {:?}", forbidden_topics(text));
        }
    }

    #[test]
    fn what_only_looks_like_it_is_not() {
        for text in [
            "Vous avez plus de 20 ans d’expérience.",
            "Entre 3 et 5 ans de pratique",
            "Depuis plus de 30 ans, nous construisons des ponts.",
            "Une équipe dynamique de 12 personnes, CDI de 35 heures.",
            "Le poste est ouvert aux femmes comme aux hommes.",
            "Vous accompagnez les habitants de la ville.",
            "Monteuse ou monteur (F/H), Lyon, du lundi au vendredi.",
            "Garantie de 20 ans sur nos produits",
            "Vous prenez en charge des jeunes de la mission locale.",
        ] {
            assert_eq!(forbidden_topics(text), [], "{text}");
        }
    }
}
