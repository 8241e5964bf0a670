//! From words to signs: each job's names and sheet, prepared to be compared with any text.

use std::collections::BTreeSet;

use super::JobText;
use super::board::Board;
use super::features::Sign;
use super::lexicon::Lexicon;
use super::names::Names;
use super::said::{ALL, Form, Groups, Place, SHEET, SHEET_PIECE, Said, Vocabulary, Whose};
use super::sheets::{Measure, Sheets};
use super::tokens::{Word, pieces, words};

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
    Spoken(Sign::NamesBegin, Whose::Job, &[Place::Names], Form::Beginning, Part::Whole),
    Spoken(Sign::SkillsBegin, Whose::Job, &[Place::Skills], Form::Beginning, Part::Whole),
    Spoken(Sign::CoreBegin, Whose::Job, &[Place::Core], Form::Beginning, Part::Whole),
    Spoken(Sign::DefinitionBegin, Whose::Job, &[Place::Definition], Form::Beginning, Part::Whole),
    Spoken(Sign::AccessBegin, Whose::Job, &[Place::Access], Form::Beginning, Part::Whole),
    Spoken(Sign::NeighboursBegin, Whose::Job, &[Place::Neighbours], Form::Beginning, Part::Whole),
    Spoken(Sign::AllBegin, Whose::Job, ALL, Form::Beginning, Part::Whole),
    Spoken(Sign::AroundBegin, Whose::Job, &[Place::Around], Form::Beginning, Part::Whole),
    Spoken(Sign::NamesHead, Whose::Job, &[Place::Names], Form::Stem, Part::Head),
    Spoken(Sign::SheetHead, Whose::Job, SHEET, Form::Beginning, Part::Head),
    Spoken(Sign::NamesRest, Whose::Job, &[Place::Names], Form::Stem, Part::Rest),
    Spoken(Sign::NamesRestBegin, Whose::Job, &[Place::Names], Form::Beginning, Part::Rest),
    Spoken(Sign::SkillsRestBegin, Whose::Job, &[Place::Skills], Form::Beginning, Part::Rest),
    Spoken(Sign::DefinitionRestBegin, Whose::Job, &[Place::Definition], Form::Beginning, Part::Rest),
    Spoken(Sign::NeighboursRestBegin, Whose::Job, &[Place::Neighbours], Form::Beginning, Part::Rest),
    Spoken(Sign::AroundRestBegin, Whose::Job, &[Place::Around], Form::Beginning, Part::Rest),
    Spoken(Sign::NamesLastBegin, Whose::Job, &[Place::Names], Form::Beginning, Part::Last),
    Spoken(Sign::SheetLastBegin, Whose::Job, SHEET, Form::Beginning, Part::Last),
    Spoken(Sign::NamesRarestBegin, Whose::Job, &[Place::Names], Form::Beginning, Part::Rarest),
    Spoken(Sign::SheetRarestBegin, Whose::Job, SHEET, Form::Beginning, Part::Rarest),
    Spoken(Sign::DomainNamesBegin, Whose::Domain, &[Place::Names], Form::Beginning, Part::Whole),
    Spoken(Sign::DomainAllBegin, Whose::Domain, ALL, Form::Beginning, Part::Whole),
    Spoken(Sign::DomainHeads, Whose::Domain, &[Place::Heads], Form::Stem, Part::Head),
    Spoken(Sign::FamilyHeads, Whose::Family, &[Place::Heads], Form::Stem, Part::Head),
    Spoken(Sign::FamilyNamesBegin, Whose::Family, &[Place::Names], Form::Beginning, Part::Whole),
    Spoken(Sign::FamilyAllBegin, Whose::Family, ALL, Form::Beginning, Part::Whole),
];

/// Everything prepared.
#[derive(Debug)]
pub(crate) struct Signposts {
    groups: Groups,
    names: Names,
    vocabulary: Vocabulary,
    /// The bags that signs are drawn from, each once, and which of them each of [`SPOKEN`] looks into.
    bags: Vec<Sheets>,
    spoken: Vec<usize>,
    /// Which of the bags are looked into for more: those of names, of skills, and of all by beginnings.
    of_names: usize,
    of_skills: usize,
    of_all: usize,
    pieces: (Lexicon, Sheets),
}

/// The words of a text as the bags know them.
struct Asked {
    stems: Vec<Option<u32>>,
    beginnings: Vec<Option<u32>>,
    rarest: usize,
}

impl Asked {
    fn part(&self, form: Form, part: Part) -> &[Option<u32>] {
        let tokens = match form {
            Form::Stem => &self.stems,
            Form::Beginning => &self.beginnings,
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
        let said = Said::read(jobs, &read, &names);
        let mut drawn: Vec<(Whose, &[Place], Form)> = Vec::new();
        let mut bag = |whose: Whose, places: &'static [Place], form: Form| {
            let wanted = (whose, places, form);
            drawn.iter().position(|known| *known == wanted).unwrap_or_else(|| {
                drawn.push(wanted);
                drawn.len() - 1
            })
        };
        let spoken =
            SPOKEN.iter().map(|Spoken(_, whose, places, form, _)| bag(*whose, places, *form)).collect();
        let of_names = bag(Whose::Job, &[Place::Names], Form::Stem);
        let of_skills = bag(Whose::Job, &[Place::Skills], Form::Stem);
        let of_all = bag(Whose::Job, ALL, Form::Beginning);
        let draw = |(whose, places, form): (Whose, &[Place], Form)| said.sheets(&groups, whose, places, form);
        Self {
            bags: drawn.into_iter().map(draw).collect(),
            pieces: said.pieces(),
            vocabulary: said.vocabulary,
            names: Names::build(&read, names),
            groups,
            spoken,
            of_names,
            of_skills,
            of_all,
        }
    }

    /// The signs of every job for a text, and the place of its nearest name.
    pub(crate) fn signs(&self, words: &[Word]) -> (Board, Vec<usize>) {
        let mut board = Board::new();
        let nearest = self.names.compare(words, &mut board);
        let asked = self.asked(words);
        for (Spoken(sign, whose, _, form, part), bag) in SPOKEN.iter().zip(&self.spoken) {
            board.put(*sign, *whose, self.bags[*bag].scores(asked.part(*form, *part), Measure::Spoken));
        }
        let names = &self.bags[self.of_names];
        board.put(Sign::Covered, Whose::Job, names.scores(&asked.stems, Measure::Held));
        let (lexicon, sheets) = &self.pieces;
        let held: BTreeSet<String> = words.iter().flat_map(|word| pieces(&word.stem, SHEET_PIECE)).collect();
        let held: Vec<Option<u32>> = held.iter().map(|piece| lexicon.id(piece)).collect();
        board.put(Sign::SheetPieces, Whose::Job, sheets.scores(&held, Measure::Held));
        (board, nearest)
    }

    fn asked(&self, words: &[Word]) -> Asked {
        let tokens =
            |form| words.iter().map(|word| self.vocabulary.token(&word.stem, form)).collect::<Vec<_>>();
        let beginnings = tokens(Form::Beginning);
        let all = &self.bags[self.of_all];
        let rarest = (0..beginnings.len())
            .max_by(|one, other| all.weight(beginnings[*one]).total_cmp(&all.weight(beginnings[*other])))
            .unwrap_or_default();
        Asked { stems: tokens(Form::Stem), beginnings, rarest }
    }

    pub(crate) const fn groups(&self) -> &Groups {
        &self.groups
    }

    /// Of a text: how many words it has, how much they say, and what share of that no name holds.
    pub(crate) fn text(&self, words: &[Word]) -> [f32; 3] {
        let names = &self.bags[self.of_names];
        let (mut all, mut unknown) = (0.0, 0.0);
        for stem in words.iter().map(|word| self.vocabulary.token(&word.stem, Form::Stem)) {
            all += names.weight(stem);
            unknown += if names.knows(stem) { 0.0 } else { names.weight(stem) };
        }
        [words.len() as f32, all, if all > 0.0 { unknown / all } else { 0.0 }]
    }

    /// Whether any job's names or skills hold this word.
    pub(crate) fn knows(&self, stem: &str) -> bool {
        let stem = self.vocabulary.token(stem, Form::Stem);
        [self.of_names, self.of_skills].into_iter().any(|bag| self.bags[bag].knows(stem))
    }

    /// The words that a job's names or its sheet hold, as they were typed; where only their beginnings are held, these count too.
    pub(crate) fn matched(&self, job: u32, words: &[Word]) -> Vec<String> {
        let all = &self.bags[self.of_all];
        let holds = |word: &&Word| all.holds(job, self.vocabulary.token(&word.stem, Form::Beginning));
        words.iter().filter(holds).map(|word| word.typed.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::Signs;
    use super::*;
    use crate::codes::RomeCode;

    const CODES: [&str; 3] = ["F1602", "F1603", "H2901"];

    /// The signs of an electrician, a plumber and a fitter.
    fn signs(text: &str) -> [Signs; 3] {
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
            job(
                CODES[0],
                &["Électricien / Électricienne", "Monteur électricien"],
                "Poser des câbles électriques",
            ),
            job(CODES[1], &["Plombier / Plombière", "Monteur chauffagiste"], "Souder des tuyaux de cuivre"),
            job(CODES[2], &["Ajusteur / Ajusteuse", "Monteur en mécanique générale"], "Ajuster des pièces"),
        ];
        let groups = Groups { domains: vec![0, 0, 1], families: vec![0, 1, 2] };
        let signposts = Signposts::build(&jobs, groups);
        let (board, _) = signposts.signs(&words(text));
        [0, 1, 2].map(|job| board.of(job, signposts.groups()))
    }

    fn of(signs: &[Signs], sign: Sign) -> [f32; 3] {
        [0, 1, 2].map(|job: usize| signs[job][sign as usize])
    }

    #[test]
    fn what_is_said_with_the_first_word_is_told_from_the_rest() {
        let signs = signs("Monteur de câbles");
        let [electrician, plumber, _] = of(&signs, Sign::NamesHead);
        assert!(electrician > 0.0 && plumber > 0.0);
        assert!(of(&signs, Sign::NamesRest).iter().all(|says| *says == 0.0));
        let [electrician, plumber, fitter] = of(&signs, Sign::SkillsRestBegin);
        assert!(electrician > 0.0 && plumber == 0.0 && fitter == 0.0);
        let [in_sheet, ..] = of(&signs, Sign::SheetLastBegin);
        assert!(
            (in_sheet - electrician).abs() < 1e-6,
            "{in_sheet}: its only word is the last, its sheet its skill"
        );
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
    fn domains_share_what_their_jobs_say() {
        let signs = signs("Électro-soudeur");
        let [electrician, plumber, fitter] = of(&signs, Sign::DomainNamesBegin);
        assert!(electrician > 0.0 && (electrician - plumber).abs() < 1e-6 && fitter == 0.0);
        let [electrician, plumber, fitter] = of(&signs, Sign::FamilyNamesBegin);
        assert!(electrician > 0.0 && plumber == 0.0 && fitter == 0.0);
    }
}
