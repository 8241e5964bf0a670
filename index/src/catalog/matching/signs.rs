//! From words to signs: each job's names and sheet, prepared to be compared with any text.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::JobText;
use super::cosines::Cosines;
use super::features::{SIGNS, Sign, Signs};
use super::sheets::{Counts, Sheets, count};
use super::tokens::{Word, beginning, pairs, pieces, words};

/// How much each view of the names counts where they are taken together.
const SHARES: [(View, f32); 4] =
    [(View::Words, 0.4), (View::Pieces4, 0.3), (View::Pieces3, 0.2), (View::Pairs, 0.1)];
/// Letters of the pieces that sheets are compared by.
const SHEET_PIECE: usize = 5;
const NEAREST: usize = 3;

/// What names are compared by.
#[derive(Debug, Clone, Copy)]
enum View {
    Words,
    Pieces4,
    Pieces3,
    Pairs,
}

impl View {
    fn features(self, words: &[Word]) -> BTreeSet<String> {
        match self {
            Self::Words => words.iter().map(|word| word.stem.clone()).collect(),
            Self::Pieces4 => words.iter().flat_map(|word| pieces(&word.stem, 4)).collect(),
            Self::Pieces3 => words.iter().flat_map(|word| pieces(&word.stem, 3)).collect(),
            Self::Pairs => pairs(words).into_iter().collect(),
        }
    }

    const fn sign(self) -> Sign {
        match self {
            Self::Words => Sign::Words,
            Self::Pieces4 => Sign::Pieces4,
            Self::Pieces3 => Sign::Pieces3,
            Self::Pairs => Sign::Pairs,
        }
    }
}

/// Everything prepared.
#[derive(Debug)]
pub(crate) struct Signposts {
    views: Vec<(View, f32, Cosines)>,
    /// Where each job's names lie among all.
    names: Vec<Range<usize>>,
    /// The first word of each name.
    heads: Vec<Box<str>>,
    stems: Vec<(Sign, Sheets)>,
    beginnings: Vec<(Sign, Sheets)>,
    pieces: Sheets,
}

impl Signposts {
    pub(crate) fn build(jobs: &[JobText<'_>]) -> Self {
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
        let bags = Bags::build(jobs, &read, &names);
        let Bags { names: said, skills, core, definitions, access, neighbours } = &bags;
        let by_stem = [
            (Sign::Names, said),
            (Sign::Skills, skills),
            (Sign::Core, core),
            (Sign::Definition, definitions),
            (Sign::Access, access),
            (Sign::Neighbours, neighbours),
        ];
        let by_beginning = [
            (Sign::NamesBegin, said),
            (Sign::SkillsBegin, skills),
            (Sign::DefinitionBegin, definitions),
            (Sign::AccessBegin, access),
            (Sign::NeighboursBegin, neighbours),
        ];
        let begun = |bag: &Counts| {
            let mut counts = Counts::new();
            for (stem, times) in bag {
                *counts.entry(beginning(stem)).or_default() += times;
            }
            counts
        };
        let sheet_pieces = |job: usize| {
            let stems = [skills, definitions, access].into_iter().flat_map(|bags| bags[job].keys());
            let mut held = Counts::new();
            for piece in stems.flat_map(|stem| pieces(stem, SHEET_PIECE)) {
                held.insert(piece, 1);
            }
            held
        };
        Self {
            views,
            heads,
            stems: by_stem.map(|(sign, bags)| (sign, Sheets::build(bags))).into(),
            beginnings: by_beginning
                .map(|(sign, bags)| (sign, Sheets::build(&bags.iter().map(begun).collect::<Vec<_>>())))
                .into(),
            pieces: Sheets::build(&(0..jobs.len()).map(sheet_pieces).collect::<Vec<_>>()),
            names,
        }
    }

    /// The signs of every job for a text, and the place of its nearest name.
    pub(crate) fn signs(&self, words: &[Word]) -> (Vec<Signs>, Vec<usize>) {
        let mut signs = vec![[0.0; SIGNS]; self.names.len()];
        let mut together = vec![0.0; self.heads.len()];
        for (view, share, cosines) in &self.views {
            let features = view.features(words);
            let mut nearness = vec![0.0; self.heads.len()];
            cosines.add_to(&mut nearness, &features, 1.0);
            for (names, signs) in self.names.iter().zip(&mut signs) {
                signs[view.sign() as usize] = nearness[names.clone()].iter().copied().fold(0.0, f32::max);
            }
            together.iter_mut().zip(&nearness).for_each(|(sum, near)| *sum += share * near);
        }
        let head = words.first().map_or("", |word| word.stem.as_str());
        let mut nearest = Vec::with_capacity(self.names.len());
        for (names, signs) in self.names.iter().zip(&mut signs) {
            nearest.push(names_together(&together[names.clone()], signs));
            let alike =
                self.heads[names.clone()].iter().filter(|own| !head.is_empty() && ***own == *head).count();
            signs[Sign::Head as usize] = alike as f32 / names.len().max(1) as f32;
            signs[Sign::NamesCount as usize] = (names.len().max(1) as f32).ln();
        }
        self.add_sheets(words, &mut signs);
        (signs, nearest)
    }

    fn add_sheets(&self, words: &[Word], signs: &mut [Signs]) {
        for (sign, sheets) in &self.stems {
            let (spoken, held) = sheets.scores(words.iter().map(|word| word.stem.as_str()));
            put(signs, *sign, &spoken);
            if *sign == Sign::Names {
                put(signs, Sign::Covered, &held);
            }
        }
        let begun: Vec<String> = words.iter().map(|word| beginning(&word.stem)).collect();
        for (sign, sheets) in &self.beginnings {
            let (spoken, _) = sheets.scores(begun.iter().map(String::as_str));
            put(signs, *sign, &spoken);
        }
        let held: BTreeSet<String> = words.iter().flat_map(|word| pieces(&word.stem, SHEET_PIECE)).collect();
        let (_, held) = self.pieces.scores(held.iter().map(String::as_str));
        put(signs, Sign::SheetPieces, &held);
    }

    /// Whether any job's names or skills hold this word.
    pub(crate) fn knows(&self, stem: &str) -> bool {
        self.stems[..2].iter().any(|(_, sheets)| sheets.knows(stem))
    }

    /// The words that a job's names or its sheet hold, as they were typed; where only their beginnings are held, these count too.
    pub(crate) fn matched(&self, job: u32, words: &[Word]) -> Vec<String> {
        let own = |sheets: &&(Sign, Sheets)| !matches!(sheets.0, Sign::Neighbours | Sign::NeighboursBegin);
        let holds = |word: &&Word| {
            let begun = beginning(&word.stem);
            self.stems.iter().filter(own).any(|(_, sheets)| sheets.holds(job, &word.stem))
                || self.beginnings.iter().filter(own).any(|(_, sheets)| sheets.holds(job, &begun))
        };
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

fn put(signs: &mut [Signs], sign: Sign, scores: &[f32]) {
    for (signs, score) in signs.iter_mut().zip(scores) {
        signs[sign as usize] = *score;
    }
}

/// The words of each job, by where they stand.
struct Bags {
    names: Vec<Counts>,
    skills: Vec<Counts>,
    core: Vec<Counts>,
    definitions: Vec<Counts>,
    access: Vec<Counts>,
    neighbours: Vec<Counts>,
}

impl Bags {
    fn build(jobs: &[JobText<'_>], read: &[Vec<Word>], names: &[Range<usize>]) -> Self {
        let stems = |words: &[Word]| words.iter().map(|word| word.stem.clone()).collect::<Vec<_>>();
        // Jobs share most of their skills: each is read once.
        let mut known: HashMap<&str, Vec<String>> = HashMap::new();
        for skill in jobs.iter().flat_map(|job| &job.skills) {
            known.entry(skill).or_insert_with(|| stems(&words(skill)));
        }
        let of_labels = |labels: &[&str]| {
            let mut counts = Counts::new();
            for label in labels {
                count(known.get(label).into_iter().flatten().cloned(), &mut counts);
            }
            counts
        };
        let of_text = |text: &str| {
            let mut counts = Counts::new();
            for line in text.lines() {
                count(stems(&words(line)).into_iter(), &mut counts);
            }
            counts
        };
        let places: HashMap<_, usize> = jobs.iter().enumerate().map(|(at, job)| (job.code, at)).collect();
        let neighbours = |job: &JobText<'_>| {
            let mut counts = Counts::new();
            for place in job.neighbours.iter().filter_map(|code| places.get(code)) {
                let title = read[names[*place].clone()].first();
                count(title.into_iter().flat_map(|title| stems(title)), &mut counts);
            }
            counts
        };
        let named = |range: &Range<usize>| {
            let mut counts = Counts::new();
            count(read[range.clone()].iter().flat_map(|name| stems(name)), &mut counts);
            counts
        };
        Self {
            names: names.iter().map(named).collect(),
            skills: jobs.iter().map(|job| of_labels(&job.skills)).collect(),
            core: jobs.iter().map(|job| of_labels(&job.core)).collect(),
            definitions: jobs.iter().map(|job| of_text(job.definition)).collect(),
            access: jobs.iter().map(|job| of_text(job.access)).collect(),
            neighbours: jobs.iter().map(neighbours).collect(),
        }
    }
}
