//! The words, folded: without case and accents, without elided articles (« d’origine » is `origine`). A `*` ends a word that may go on.
//! Each list is one text with commas between.

use super::ForbiddenTopic;

/// What gives a topic away.
pub struct Rule {
    /// The topic.
    pub topic: ForbiddenTopic,
    /// What asks about it by itself.
    pub always: &'static str,
    /// What does so of the reader alone.
    pub of_reader: &'static str,
    /// What means something else.
    pub except: &'static str,
}

/// The terms of a list.
pub fn terms(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(", ").filter(|term| !term.is_empty())
}

/// Words behind which a text speaks of whoever reads it.
pub const SPEAKS_TO_READER: &str = "votre, vos, etes, avez, etiez, aviez, souffrez, prenez, suivez, portez, faites, fait, comptez, \
    envisagez, souhaitez, pratiquez, candidat, candidate, candidats, candidates";

/// Others that a word may be about: at work, one deals with them.
pub const OTHERS: &str = "patient*, client*, usager*, resident*, eleve*, personne*, public*, collegue*, collaborateur*, \
    collaboratrice*, salarie*, employe*, travailleur*, beneficiaire*, parent*, enfant, avec, aupres, \
    chez, pour, travaille*, accueil*, accompagn*, encadr*, soign*, aide, aider, gerer, gere, traiter, \
    traite, prevenir, depister, reconnaitre, contre, cas, equipe*, metier, poste, service";

/// What makes a sentence one about the law rather than about the reader.
pub const LAW: &str = "discrimin*, non discrimination, critere* interdit*, criteres prohibes, code du travail, defenseur \
    des droits, article*";

/// Every topic with its words.
pub const RULES: &[Rule] = &[
    Rule {
        topic: ForbiddenTopic::Health,
        always: "etat de sante, votre sante, vos problemes de sante, votre handicap, vos antecedents \
            medicaux, votre dossier medical, bonne sante, rqth, seropositi*, fumez vous, buvez vous, non \
            fumeur, non fumeuse, caracteristiques genetiques, votre traitement medical, votre suivi \
            psychologique",
        of_reader: "problemes de sante, probleme de sante, soucis de sante, maladie*, malade*, handicap*, \
            invalidite, medicament*, traitement medical, antecedents medicaux, depressi*, cancer, \
            diabet*, allergi*, arret maladie, arrets maladie, arret de travail, arrets de travail, \
            hospitalis*, alcool*, drogue, drogues, toxicoman*, psychiatr*, psychologue, burn out, \
            burnout, operation chirurgicale, fumeur, fumeuse",
        except: "sante au travail, sante et securite, sante securite, sante publique, etat de sante du, etat \
            de sante des, etat de sante de la, etat de sante de l, etat de sante un, etat de sante une, \
            etat de sante patient*, maladie* professionnelle*, assurance maladie, referent handicap, \
            correspondant handicap, mission handicap, allergene*, gel alcool*",
    },
    Rule {
        topic: ForbiddenTopic::Family,
        always: "situation familiale, situation de famille, situation matrimoniale, situation maritale, vie \
            de famille, projet de grossesse, desir enfant, vos enfants, votre enfant, votre conjoint*, \
            votre mari, votre femme, votre epoux, votre epouse, votre compagnon, votre compagne, vos \
            parents, votre mere, votre pere, nom de jeune fille, nom de naissance, sans enfant, sans \
            enfants, mere de famille, pere de famille, celibataire*, mode de garde, faire garder",
        of_reader: "enfants, marie, mariee, maries, pacse*, divorce*, enceinte, grossesse*, en couple, conge \
            maternite, conge parental, fonder une famille",
        except: "enceinte acoustique, enceintes acoustiques, mur enceinte, enceinte sous pression, enceinte \
            de confinement, enceinte climatique, vie de famille du, vie de famille des, equilibre entre \
            vie*",
    },
    Rule {
        topic: ForbiddenTopic::Origin,
        always: "votre origine, vos origines, origine ethnique, origines ethniques, origine sociale, votre \
            nationalite, de nationalite, nationalite francaise, votre pays origine, couleur de peau, \
            type europeen, type africain, type asiatique, ethnie*, votre lieu de naissance, lieu de \
            naissance, ou etes vous ne, ou etes vous nee, langue maternelle, votre race, votre accent",
        of_reader: "nationalite*, immigre*, etranger, etrangere, naturalise*, noir, arabe*, blanc de peau",
        except: "marche* etranger*, langue etrangere, langues etrangeres, pays etranger, corps etranger*",
    },
    Rule {
        topic: ForbiddenTopic::Religion,
        always: "votre religion, votre foi, votre confession, croyance* religieuse*, conviction* religieuse*, \
            appartenance religieuse, pratique religieuse, pratiques religieuses, portez vous le voile, \
            portez vous le foulard, port du voile, port du foulard, faites vous le ramadan, faites vous \
            la priere, croyez vous en dieu",
        of_reader: "religion*, religieu*, croyant*, pratiquant*, ramadan, musulman*, juif*, juive*, chretien*, \
            catholique*, protestant*, bouddhis*, athee*, islam*, messe, bapteme",
        except: "",
    },
    Rule {
        topic: ForbiddenTopic::Union,
        always: "votre syndicat, appartenance syndicale, engagement syndical, etes vous syndique*, votre \
            activite syndicale, vos activites syndicales, votre mandat syndical, carte syndicale",
        of_reader: "syndique*, syndicat, syndicats, syndical, syndicale, syndicales, greve, greves, cgt, cfdt, \
            delegue du personnel, deleguee du personnel",
        except: "syndicat de copropriete, syndicat mixte, syndicat des eaux, syndicat initiative",
    },
    Rule {
        topic: ForbiddenTopic::Politics,
        always: "opinion* politique*, conviction* politique*, engagement politique, sensibilite politique, \
            votre parti politique, pour qui votez, votez vous, pour qui avez vous vote, etes vous de \
            gauche, etes vous de droite, bord politique",
        of_reader: "parti politique, mandat electif, elections presidentielles, election presidentielle, \
            militant*",
        except: "",
    },
    Rule {
        topic: ForbiddenTopic::Age,
        always: "votre age, quel age avez, etes vous age, etes vous agee, annee de naissance, date de \
            naissance, age maximum, age maximal, age limite, limite age, jeune homme, jeunes hommes, \
            jeune femme, jeunes femmes, votre retraite, partez vous en retraite, partez vous a la \
            retraite, trop age, trop agee",
        of_reader: "retraite",
        except: "age limite du, age limite de la, age limite des, age maximum du, age maximal du, retraite \
            complementaire, caisse de retraite, caisses de retraite",
    },
    Rule {
        topic: ForbiddenTopic::Sex,
        always: "orientation sexuelle, identite de genre, votre sexe, votre genre, vie sexuelle, vos moeurs, \
            etes vous un homme, etes vous une femme, hommes uniquement, femmes uniquement, homme \
            uniquement, femme uniquement, reserve aux hommes, reserve aux femmes, jeune homme, jeunes \
            hommes, jeune femme, jeunes femmes",
        of_reader: "homosexuel*, heterosexuel*, bisexuel*, transgenre*, transsexuel*, gay, lesbienne*",
        except: "",
    },
    Rule {
        topic: ForbiddenTopic::Residence,
        always: "habitez vous, vous habitez, ou vivez vous, lieu de residence, votre adresse, votre domicile, \
            votre quartier, votre logement, votre code postal, etes vous proprietaire, etes vous \
            locataire, quartier prioritaire",
        of_reader: "domicilie*, banlieue, gens du voyage, heberge*",
        except: "votre adresse ip, votre adresse mac, votre adresse mail, votre adresse e mail, votre adresse \
            email, votre adresse electronique, votre adresse professionnelle, depuis votre domicile, a \
            votre domicile, votre domicile de soins",
    },
    Rule {
        topic: ForbiddenTopic::Looks,
        always: "apparence physique, votre apparence, votre physique, votre poids, votre taille, votre \
            corpulence, votre photo, votre coiffure, photo identite, cv avec photo, bonne presentation, \
            excellente presentation, tres bonne presentation, physique agreable, combien pesez vous, \
            combien mesurez vous",
        of_reader: "tatouage*, tatoue*, piercing*, barbe, obese*, surpoids",
        except: "votre taille de, votre photo de profil, bonne presentation du, bonne presentation des",
    },
];
