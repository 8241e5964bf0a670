//! Both ways: what must be found, and what must not.

use super::ForbiddenTopic::{Age, Family, Health, Looks, Origin, Politics, Religion, Residence, Sex, Union};
use super::terms::{RULES, terms};
use super::{ForbiddenTopic, forbidden_topics};

#[test]
fn what_asks_about_the_reader_is_found() {
    let cases: &[(&str, &[ForbiddenTopic])] = &[
        ("Quel est votre état de santé ?", &[Health]),
        ("AVEZ-VOUS DÉJÀ EU UN ARRÊT MALADIE ?", &[Health]),
        ("Êtes-vous en situation de handicap ?", &[Health]),
        ("Avez-vous la RQTH ?", &[Health]),
        ("Prenez-vous des médicaments ?", &[Health]),
        ("Fumez-vous ?", &[Health]),
        ("As-tu des problèmes de santé ?", &[Health]),
        ("Avez-vous des enfants ?", &[Family]),
        ("Êtes-vous enceinte, ou comptez-vous l’être ?", &[Family]),
        ("Quelle est votre situation de famille ?", &[Family]),
        ("Que fait votre conjoint ?", &[Family]),
        ("Poste réservé à une personne célibataire.", &[Family]),
        ("Quelles sont vos origines ?", &[Origin]),
        ("De nationalité française uniquement.", &[Origin]),
        ("Anglais langue maternelle exigé", &[Origin]),
        ("Où êtes-vous né ?", &[Origin]),
        ("Quelle est ta religion ?", &[Religion]),
        ("Êtes-vous croyant ou pratiquant ?", &[Religion]),
        ("Portez-vous le voile ?", &[Religion]),
        ("Êtes-vous syndiqué ?", &[Union]),
        ("Avez-vous déjà fait grève ?", &[Union]),
        ("Quelles sont vos opinions politiques ?", &[Politics]),
        ("Pour qui votez-vous ?", &[Politics]),
        ("Quel âge avez-vous ?", &[Age]),
        ("Indiquez votre date de naissance.", &[Age]),
        ("Quel est ton âge ?", &[Age]),
        ("Nous cherchons une jeune femme dynamique", &[Age, Sex]),
        ("Quelle est votre orientation sexuelle ?", &[Sex]),
        ("Poste réservé aux hommes", &[Sex]),
        ("Où habitez-vous ?", &[Residence]),
        ("Quel est votre lieu de résidence ?", &[Residence]),
        ("Joignez votre photo.", &[Looks]),
        ("Excellente présentation exigée", &[Looks]),
        ("Avez-vous des tatouages visibles ?", &[Looks]),
    ];
    for (text, topics) in cases {
        assert_eq!(forbidden_topics(text), *topics, "{text}");
    }
}

#[test]
fn what_belongs_to_the_work_is_not() {
    for text in [
        "Citez trois acteurs de la santé au travail.",
        "Comment surveillez-vous l’état de santé du patient ?",
        "Vous accueillez un patient diabétique : que faites-vous ?",
        "Avez-vous déjà accompagné une personne handicapée ?",
        "Quelles sont les maladies professionnelles du soudeur ?",
        "Avez-vous travaillé avec des enfants de moins de trois ans ?",
        "L’âge de l’acier se lit-il à sa structure ?",
        "Quel est l’âge d’un béton à maturité ?",
        "Avez-vous déjà mesuré l’âge d’un béton ?",
        "Quelle est l’origine de cette panne ?",
        "D’où vient le certificat d’origine d’une marchandise ?",
        "Une enceinte sous pression s’ouvre-t-elle en marche ?",
        "Décrivez le mur d’enceinte.",
        "Quelle est votre adresse IP ?",
        "Quelle est votre taille de gants ?",
        "Donnez votre avis sur cette soudure.",
        "Expliquez le rôle du syndic de copropriété.",
        "Un syndicat de copropriété vous consulte : que répondez-vous ?",
        "Hissez la voile.",
        "Quelle politique de sauvegarde avez-vous mise en place ?",
        "Avez-vous une expérience de moins de cinq ans ?",
        "Poste à pourvoir avec des collègues seniors.",
        "Nos postes sont ouverts aux personnes en situation de handicap.",
        "L’appartenance syndicale est un critère de discrimination : vrai ou faux ?",
        "Selon le code du travail, peut-on demander à une candidate si elle est enceinte ?",
        "Dans quel sexe de connecteur entre cette fiche ?",
        "Le poids de la charge dépasse-t-il 25 kg ?",
        "Peut-on marier ces deux couleurs ?",
        "",
        "   ",
    ] {
        assert_eq!(forbidden_topics(text), [], "{text}");
    }
}

#[test]
fn a_warning_is_about_whole_words_and_told_once_each() {
    assert_eq!(forbidden_topics("Votre âge ? Et quel âge avez-vous ? Votre religion ?"), [Religion, Age]);
    // « votre agence » begins like « votre age ».
    assert_eq!(forbidden_topics("Quelle est votre agence ?"), []);
    // What stands in two sentences is not one question.
    assert_eq!(forbidden_topics("Êtes-vous prêt ? Marie arrive."), []);
}

#[test]
fn accents_may_be_apart_and_spaces_odd() {
    assert_eq!(forbidden_topics("votre a\u{302}ge"), [Age]);
    assert_eq!(forbidden_topics("VOTRE\u{a0}ÂGE"), [Age]);
    assert_eq!(forbidden_topics("Quel est l'âge de l'acier"), []);
}

#[test]
fn words_are_written_as_they_are_compared() {
    let all = RULES.iter().flat_map(|rule| [rule.always, rule.of_reader, rule.except]);
    for term in all.flat_map(terms) {
        let is_folded = |c: char| c.is_ascii_lowercase() || c == ' ' || c == '*';
        assert!(term.chars().all(is_folded) && !term.is_empty(), "{term}");
        assert!(term.split(' ').all(|word| !word.trim_end_matches('*').is_empty()), "{term}");
    }
    let topics: Vec<_> = RULES.iter().map(|rule| rule.topic).collect();
    assert_eq!(topics, [Health, Family, Origin, Religion, Union, Politics, Age, Sex, Residence, Looks]);
    assert!(topics.iter().all(|topic| topic.warning().ends_with('.')));
}
