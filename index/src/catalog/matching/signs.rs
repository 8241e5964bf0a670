//! From words to signs: each job's names and sheet, prepared to be compared with any text.

use std::collections::BTreeSet;
use std::ops::Range;

use super::JobText;
use super::cosines::Cosines;
use super::features::{SIGNS, Sign, Signs};
use super::lexicon::{Alike, Lexicon};
use super::said::{ALL, Form, Groups, Place, SHEET, SHEET_PIECE, Said, Whose};
use super::sheets::{Measure, Sheets};
use super::tokens::{Word, beginning, begun, pairs, pieces, words};

/// How much each view of the names counts where they are taken together.
const SHARES: [(View, f32); 6] = [
    (View::Words, 0.4),
    (View::Pieces4, 0.3),
    (View::Pieces3, 0.2),
    (View::Pairs, 0.1),
    (View::Fives, 0.0),
    (View::Sixes, 0.0),
];
const NEAREST: usize = 3;

/// What names are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Words,
    Pieces4,
    Pieces3,
    Pairs,
    Fives,
    Sixes,
}

impl View {
    fn features(self, words: &[Word]) -> BTreeSet<String> {
        let stems = words.iter().map(|word| word.stem.as_str());
        match self {
            Self::Words => stems.map(str::to_owned).collect(),
            Self::Pieces4 => stems.flat_map(|stem| pieces(stem, 4)).collect(),
            Self::Pieces3 => stems.flat_map(|stem| pieces(stem, 3)).collect(),
            Self::Pairs => pairs(words).into_iter().collect(),
            Self::Fives => stems.map(beginning).collect(),
            Self::Sixes => stems.map(|stem| begun(stem, 6)).collect(),
        }
    }

    /// What the nearest name says, and what the title.
    const fn signs(self) -> (Option<Sign>, Option<Sign>) {
        match self {
            Self::Words => (Some(Sign::Words), Some(Sign::TitleWords)),
            Self::Pieces4 => (Some(Sign::Pieces4), Some(Sign::TitlePieces)),
            Self::Pieces3 => (Some(Sign::Pieces3), None),
            Self::Pairs => (Some(Sign::Pairs), None),
            Self::Fives => (None, Some(Sign::TitleBegin)),
            Self::Sixes => (Some(Sign::Begin), None),
        }
    }

    /// What the largest shares say that a name has of the text and the text of a name.
    const fn shares(self) -> Option<(Sign, Sign)> {
        match self {
            Self::Words => Some((Sign::Holds, Sign::Held)),
            Self::Fives => Some((Sign::HoldsBegin, Sign::HeldBegin)),
            _ => None,
        }
    }
}

/// Which words of a text are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    /// The first; the others, or the only one.
    Head,
    Rest,
    Last,
    Rarest,
}

/// A sign that tells how much bags speak of some words of a text.
struct Spoken(Sign, Whose, &'static [Place], Form, Part);

const SPOKEN: &[Spoken] = &[
    Spoken(Sign::Names, Whose::Job, &[Place::Names], Form::Stem, Part::Whole),
    Spoken(Sign::Skills, Whose::Job, &[Place::Skills], Form::Stem, Part::Whole),
    Spoken(Sign::Core, Whose::Job, &[Place::Core], Form::Stem, Part::Whole),
    Spoken(Sign::Definition, Whose::Job, &[Place::Definition], Form::Stem, Part::Whole),
    Spoken(Sign::Access, Whose::Job, &[Place::Access], Form::Stem, Part::Whole),
    Spoken(Sign::Neighbours, Whose::Job, &[Place::Neighbours], Form::Stem, Part::Whole),
    Spoken(Sign::Names5, Whose::Job, &[Place::Names], Form::Five, Part::Whole),
    Spoken(Sign::Skills5, Whose::Job, &[Place::Skills], Form::Five, Part::Whole),
    Spoken(Sign::Core5, Whose::Job, &[Place::Core], Form::Five, Part::Whole),
    Spoken(Sign::Definition5, Whose::Job, &[Place::Definition], Form::Five, Part::Whole),
    Spoken(Sign::Access5, Whose::Job, &[Place::Access], Form::Five, Part::Whole),
    Spoken(Sign::Neighbours5, Whose::Job, &[Place::Neighbours], Form::Five, Part::Whole),
    Spoken(Sign::All5, Whose::Job, ALL, Form::Five, Part::Whole),
    Spoken(Sign::Around5, Whose::Job, &[Place::Around], Form::Five, Part::Whole),
    Spoken(Sign::Names6, Whose::Job, &[Place::Names], Form::Six, Part::Whole),
    Spoken(Sign::Skills6, Whose::Job, &[Place::Skills], Form::Six, Part::Whole),
    Spoken(Sign::Core6, Whose::Job, &[Place::Core], Form::Six, Part::Whole),
    Spoken(Sign::Definition6, Whose::Job, &[Place::Definition], Form::Six, Part::Whole),
    Spoken(Sign::Access6, Whose::Job, &[Place::Access], Form::Six, Part::Whole),
    Spoken(Sign::Neighbours6, Whose::Job, &[Place::Neighbours], Form::Six, Part::Whole),
    Spoken(Sign::All6, Whose::Job, ALL, Form::Six, Part::Whole),
    Spoken(Sign::NamesHead, Whose::Job, &[Place::Names], Form::Stem, Part::Head),
    Spoken(Sign::SheetHead, Whose::Job, SHEET, Form::Five, Part::Head),
    Spoken(Sign::NamesRest, Whose::Job, &[Place::Names], Form::Stem, Part::Rest),
    Spoken(Sign::NamesRest5, Whose::Job, &[Place::Names], Form::Five, Part::Rest),
    Spoken(Sign::SkillsRest5, Whose::Job, &[Place::Skills], Form::Five, Part::Rest),
    Spoken(Sign::DefinitionRest5, Whose::Job, &[Place::Definition], Form::Five, Part::Rest),
    Spoken(Sign::NeighboursRest5, Whose::Job, &[Place::Neighbours], Form::Five, Part::Rest),
    Spoken(Sign::AroundRest5, Whose::Job, &[Place::Around], Form::Five, Part::Rest),
    Spoken(Sign::NamesLast5, Whose::Job, &[Place::Names], Form::Five, Part::Last),
    Spoken(Sign::SheetLast5, Whose::Job, SHEET, Form::Five, Part::Last),
    Spoken(Sign::NamesRarest5, Whose::Job, &[Place::Names], Form::Five, Part::Rarest),
    Spoken(Sign::SheetRarest5, Whose::Job, SHEET, Form::Five, Part::Rarest),
    Spoken(Sign::DomainNames5, Whose::Domain, &[Place::Names], Form::Five, Part::Whole),
    Spoken(Sign::DomainAll5, Whose::Domain, ALL, Form::Five, Part::Whole),
    Spoken(Sign::FamilyNames5, Whose::Family, &[Place::Names], Form::Five, Part::Whole),
    Spoken(Sign::FamilyAll5, Whose::Family, ALL, Form::Five, Part::Whole),
];

/// Everything prepared.
#[derive(Debug)]
pub(crate) struct Signposts {
    views: Vec<(View, f32, Cosines)>,
    /// Where each job's names lie among all.
    names: Vec<Range<usize>>,
    /// The first word of each name.
    heads: Vec<Box<str>>,
    groups: Groups,
    said: Said,
    /// The bags that signs are drawn from, each once, and which of them each of [`SPOKEN`] looks into.
    bags: Vec<(Drawn, Sheets)>,
    spoken: Vec<usize>,
    domain_heads: Sheets,
    family_heads: Sheets,
    pairs: Sheets,
    pieces: (Lexicon, Sheets),
    alike: Alike,
}

type Drawn = (Whose, &'static [Place], Form);

/// The words of a text as the bags know them.
struct Asked {
    stems: Vec<Option<u32>>,
    fives: Vec<Option<u32>>,
    sixes: Vec<Option<u32>>,
    rarest: usize,
}

impl Asked {
    fn part(&self, form: Form, part: Part) -> &[Option<u32>] {
        let tokens = match form {
            Form::Stem => &self.stems,
            Form::Five => &self.fives,
            Form::Six => &self.sixes,
        };
        let Some(last) = tokens.len().checked_sub(1) else { return &[] };
        match part {
            Part::Whole => tokens,
            Part::Head => &tokens[..1],
            Part::Rest => &tokens[last.min(1)..],
            Part::Last => &tokens[last..],
            Part::Rarest => &tokens[self.rarest..=self.rarest],
        }
    }
}

impl Signposts {
    pub(crate) fn build(jobs: &[JobText<'_>], groups: Groups) -> Self {
        let mut read: Vec<Vec<Word>> = Vec::new();
        let mut names = Vec::with_capacity(jobs.len());
        for job in jobs {
            let from = read.len();
            read.extend(job.names.iter().map(|name| words(name)));
            names.push(from..read.len());
        }
        let cosines =
            |view: View| Cosines::build(&read.iter().map(|words| view.features(words)).collect::<Vec<_>>());
        let views = SHARES.iter().map(|&(view, share)| (view, share, cosines(view))).collect();
        let head = |words: &Vec<Word>| words.first().map_or("", |word| word.stem.as_str()).into();
        let heads = read.iter().map(head).collect();
        let said = Said::read(jobs, &read, &names);
        let mut bags: Vec<(Drawn, Sheets)> = Vec::new();
        let mut bag = |whose: Whose, places: &'static [Place], form: Form| {
            let drawn = (whose, places, form);
            bags.iter().position(|(known, _)| *known == drawn).unwrap_or_else(|| {
                bags.push((drawn, said.sheets(&groups, whose, places, form)));
                bags.len() - 1
            })
        };
        let spoken = SPOKEN.iter().map(|Spoken(_, whose, places, form, _)| bag(*whose, places, *form)).collect();
        // Words that are written alike are looked for on whole sheets too.
        bag(Whose::Job, SHEET, Form::Stem);
        Self {
            views,
            names,
            heads,
            domain_heads: said.heads(&groups, Whose::Domain),
            family_heads: said.heads(&groups, Whose::Family),
            pairs: said.pairs(),
            pieces: said.pieces(),
            alike: Alike::build(&said.stems),
            groups,
            said,
            bags,
            spoken,
        }
    }

    /// The signs of every job for a text, and the place of its nearest name.
    pub(crate) fn signs(&self, words: &[Word]) -> (Vec<Signs>, Vec<usize>) {
        let mut signs = vec![[0.0; SIGNS]; self.names.len()];
        let nearest = self.add_names(words, &mut signs);
        let asked = self.asked(words);
        for (Spoken(sign, whose, _, form, part), bag) in SPOKEN.iter().zip(&self.spoken) {
            let scores = self.bags[*bag].1.scores(asked.part(*form, *part), Measure::Spoken);
            self.put(&mut signs, *sign, *whose, &scores);
        }
        let head = asked.part(Form::Stem, Part::Head);
        let scores = self.domain_heads.scores(head, Measure::Spoken);
        self.put(&mut signs, Sign::DomainHeads, Whose::Domain, &scores);
        let scores = self.family_heads.scores(head, Measure::Spoken);
        self.put(&mut signs, Sign::FamilyHeads, Whose::Family, &scores);
        let scores = self.bag(&[Place::Names], Form::Stem).scores(&asked.stems, Measure::Held);
        self.put(&mut signs, Sign::Covered, Whose::Job, &scores);
        let scores = self.pairs.scores(&self.said.pairs_of(&asked.fives), Measure::Spoken);
        self.put(&mut signs, Sign::SheetPairs, Whose::Job, &scores);
        let held: BTreeSet<String> = words.iter().flat_map(|word| pieces(&word.stem, SHEET_PIECE)).collect();
        let held: Vec<Option<u32>> = held.iter().map(|piece| self.pieces.0.id(piece)).collect();
        self.put(&mut signs, Sign::SheetPieces, Whose::Job, &self.pieces.1.scores(&held, Measure::Held));
        self.add_alike(words, &asked, &mut signs);
        (signs, nearest)
    }

    fn add_names(&self, words: &[Word], signs: &mut [Signs]) -> Vec<usize> {
        let mut together = vec![0.0; self.heads.len()];
        for (view, share, cosines) in &self.views {
            let mut nearness = vec![0.0; self.heads.len()];
            let length = cosines.add_to(&mut nearness, &view.features(words), 1.0);
            let (best, title) = view.signs();
            for (names, signs) in self.names.iter().zip(&mut *signs) {
                let near = &nearness[names.clone()];
                if let Some(sign) = best {
                    signs[sign as usize] = near.iter().copied().fold(0.0, f32::max);
                }
                if let Some(sign) = title {
                    signs[sign as usize] = near.first().copied().unwrap_or_default();
                }
                if let Some((holds, held)) = view.shares() {
                    for name in names.clone().filter(|name| nearness[*name] > 0.0) {
                        let shares = cosines.shares(name, nearness[name], length);
                        signs[holds as usize] = signs[holds as usize].max(shares.0);
                        signs[held as usize] = signs[held as usize].max(shares.1);
                    }
                }
            }
            together.iter_mut().zip(&nearness).for_each(|(sum, near)| *sum += share * near);
        }
        let head = words.first().map_or("", |word| word.stem.as_str());
        let mut nearest = Vec::with_capacity(self.names.len());
        for (names, signs) in self.names.iter().zip(signs) {
            nearest.push(names_together(&together[names.clone()], signs));
            let alike =
                self.heads[names.clone()].iter().filter(|own| !head.is_empty() && ***own == *head).count();
            signs[Sign::Head as usize] = alike as f32 / names.len().max(1) as f32;
            signs[Sign::NamesCount as usize] = (names.len().max(1) as f32).ln();
        }
        nearest
    }

    /// The words of names and sheets that are written like those of the text, the rare ones counting more.
    fn add_alike(&self, words: &[Word], asked: &Asked, signs: &mut [Signs]) {
        let (names, sheet) = (self.bag(&[Place::Names], Form::Stem), self.bag(SHEET, Form::Stem));
        let weights: Vec<f32> = asked.stems.iter().map(|stem| names.weight(*stem)).collect();
        let all: f32 = weights.iter().sum();
        let first_of_rest = usize::from(words.len() > 1);
        let rest: f32 = weights[first_of_rest.min(weights.len())..].iter().sum();
        for (at, (word, weight)) in words.iter().zip(&weights).enumerate() {
            let alike = self.alike.find(&word.stem);
            let bags =
                [(names, Sign::AlikeNames, Sign::AlikeNamesRest), (sheet, Sign::AlikeSheet, Sign::AlikeSheetRest)];
            for (bag, whole, others) in bags {
                let mut most = vec![0.0_f32; signs.len()];
                for &(own, alike) in &alike {
                    bag.holders(own).for_each(|job| most[job as usize] = most[job as usize].max(alike));
                }
                for (signs, most) in signs.iter_mut().zip(&most) {
                    signs[whole as usize] += weight / all * most;
                    if at >= first_of_rest {
                        signs[others as usize] += weight / rest * most;
                    }
                }
            }
        }
    }

    fn asked(&self, words: &[Word]) -> Asked {
        let tokens = |form| words.iter().map(|word| self.said.token(&word.stem, form)).collect::<Vec<_>>();
        let fives = tokens(Form::Five);
        let all = self.bag(ALL, Form::Five);
        let rarest = (0..fives.len())
            .max_by(|one, other| all.weight(fives[*one]).total_cmp(&all.weight(fives[*other])))
            .unwrap_or_default();
        Asked { stems: tokens(Form::Stem), sixes: tokens(Form::Six), fives, rarest }
    }

    fn bag(&self, places: &[Place], form: Form) -> &Sheets {
        let is_it = |(drawn, _): &&(Drawn, Sheets)| drawn.0 == Whose::Job && drawn.1 == places && drawn.2 == form;
        &self.bags.iter().find(is_it).unwrap_or(&self.bags[0]).1
    }

    fn put(&self, signs: &mut [Signs], sign: Sign, whose: Whose, scores: &[f32]) {
        for (job, signs) in signs.iter_mut().enumerate() {
            signs[sign as usize] = match whose {
                Whose::Job => scores[job],
                Whose::Domain => scores[self.groups.domains[job] as usize],
                Whose::Family => scores[self.groups.families[job] as usize],
            };
        }
    }

    pub(crate) const fn groups(&self) -> &Groups {
        &self.groups
    }

    /// Of a text: how many words it has, how much they say, and what share of that no name holds.
    pub(crate) fn text(&self, words: &[Word]) -> [f32; 3] {
        let names = self.bag(&[Place::Names], Form::Stem);
        let (mut all, mut unknown) = (0.0, 0.0);
        for stem in words.iter().map(|word| self.said.token(&word.stem, Form::Stem)) {
            all += names.weight(stem);
            unknown += if names.knows(stem) { 0.0 } else { names.weight(stem) };
        }
        [words.len() as f32, all, if all > 0.0 { unknown / all } else { 0.0 }]
    }

    /// Whether any job's names or skills hold this word.
    pub(crate) fn knows(&self, stem: &str) -> bool {
        let stem = self.said.token(stem, Form::Stem);
        [Place::Names, Place::Skills].iter().any(|place| self.bag(&[*place], Form::Stem).knows(stem))
    }

    /// The words that a job's names or its sheet hold, as they were typed; where only their beginnings are held, these count too.
    pub(crate) fn matched(&self, job: u32, words: &[Word]) -> Vec<String> {
        let all = self.bag(ALL, Form::Five);
        let holds = |word: &&Word| all.holds(job, self.said.token(&word.stem, Form::Five));
        words.iter().filter(holds).map(|word| word.typed.clone()).collect()
    }
}

/// The signs of a job's names taken together; gives the place of the nearest.
fn names_together(nearness: &[f32], signs: &mut Signs) -> usize {
    let mut best = [(0.0_f32, 0); NEAREST];
    let mut votes = [0.0_f32; 3];
    for (at, &near) in nearness.iter().enumerate() {
        if near > best[NEAREST - 1].0 {
            best[NEAREST - 1] = (near, at);
            best.sort_by(|one, other| other.0.total_cmp(&one.0));
        }
        for (votes, power) in votes.iter_mut().zip([2, 4, 8]) {
            *votes += near.powi(power);
        }
    }
    signs[Sign::Nearest3 as usize] = best.iter().map(|(near, _)| near).sum::<f32>() / NEAREST as f32;
    signs[Sign::Votes2 as usize] = votes[0].sqrt();
    signs[Sign::Votes4 as usize] = votes[1].powf(0.25);
    signs[Sign::Votes8 as usize] = votes[2].powf(0.125);
    best[0].1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::RomeCode;

    const CODES: [&str; 3] = ["F1602", "F1603", "H2901"];

    /// The signs of an electrician, a plumber and a fitter.
    fn signs(text: &str) -> Vec<Signs> {
        let job = |code: &str, names: &[&'static str], skill: &'static str| JobText {
            code: RomeCode::parse(code).unwrap(),
            family: RomeCode::parse(code).unwrap(),
            names: names.to_vec(),
            skills: vec![skill],
            core: Vec::new(),
            definition: "",
            access: "",
            neighbours: Vec::new(),
        };
        let jobs = [
            job(CODES[0], &["Électricien / Électricienne", "Monteur électricien"], "Poser des câbles électriques"),
            job(CODES[1], &["Plombier / Plombière", "Monteur chauffagiste"], "Souder des tuyaux de cuivre"),
            job(CODES[2], &["Ajusteur / Ajusteuse", "Monteur en mécanique générale"], "Ajuster des pièces"),
        ];
        let groups = Groups { domains: vec![0, 0, 1], families: vec![0, 1, 2] };
        Signposts::build(&jobs, groups).signs(&words(text)).0
    }

    fn of(signs: &[Signs], sign: Sign) -> [f32; 3] {
        [0, 1, 2].map(|job: usize| signs[job][sign as usize])
    }

    #[test]
    fn what_is_said_with_the_first_word_is_told_from_the_rest() {
        let signs = signs("Monteur de câbles");
        let [electrician, plumber, _] = of(&signs, Sign::NamesHead);
        assert!(electrician > 0.0 && plumber > 0.0);
        assert_eq!(of(&signs, Sign::NamesRest), [0.0; 3]);
        let [electrician, plumber, fitter] = of(&signs, Sign::SkillsRest5);
        assert!(electrician > 0.0 && plumber == 0.0 && fitter == 0.0);
        assert_eq!(of(&signs, Sign::SkillsRest5), of(&signs, Sign::SheetLast5));
    }

    #[test]
    fn a_name_that_holds_the_text_is_told_from_one_that_it_holds() {
        let short = signs("Monteur");
        assert!(of(&short, Sign::Holds).iter().all(|share| (share - 1.0).abs() < 1e-5), "{short:?}");
        assert!(of(&short, Sign::Held).iter().all(|share| *share < 0.9));
        let [electrician, plumber, _] = of(&signs("Plombier électricien à Lyon"), Sign::Held);
        assert!((electrician - 1.0).abs() < 1e-5 && (plumber - 1.0).abs() < 1e-5);
    }

    #[test]
    fn domains_share_what_their_jobs_say_and_words_may_only_look_alike() {
        let signs = signs("Électro-soudeur");
        let [electrician, plumber, fitter] = of(&signs, Sign::DomainNames5);
        assert!(electrician > 0.0 && (electrician - plumber).abs() < 1e-6 && fitter == 0.0);
        let [electrician, plumber, _] = of(&signs, Sign::AlikeNames);
        assert!(electrician > plumber, "{electrician} {plumber}");
        let [_, plumber, fitter] = of(&signs, Sign::AlikeSheet);
        assert!(plumber > fitter, "{plumber} {fitter}");
    }
}
