//! The names of all jobs, and how near each job's are to a text.

use std::collections::BTreeSet;
use std::ops::Range;

use super::board::Board;
use super::cosines::Cosines;
use super::features::Sign;
use super::said::Whose;
use super::tokens::{Word, beginning, pairs, pieces};

/// How much each view of the names counts where they are taken together.
const SHARES: [(View, f32); 5] = [
    (View::Words, 0.4),
    (View::Pieces4, 0.3),
    (View::Pieces3, 0.2),
    (View::Pairs, 0.1),
    (View::Beginnings, 0.0),
];
const NEAREST: usize = 3;

/// What names are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Words,
    Pieces4,
    Pieces3,
    Pairs,
    Beginnings,
}

impl View {
    fn features(self, words: &[Word]) -> BTreeSet<String> {
        let stems = words.iter().map(|word| word.stem.as_str());
        match self {
            Self::Words => stems.map(str::to_owned).collect(),
            Self::Pieces4 => stems.flat_map(|stem| pieces(stem, 4)).collect(),
            Self::Pieces3 => stems.flat_map(|stem| pieces(stem, 3)).collect(),
            Self::Pairs => pairs(words).into_iter().collect(),
            Self::Beginnings => stems.map(beginning).collect(),
        }
    }

    /// What the nearest name says, and what the title.
    const fn signs(self) -> (Option<Sign>, Option<Sign>) {
        match self {
            Self::Words => (Some(Sign::Words), Some(Sign::TitleWords)),
            Self::Pieces4 => (Some(Sign::Pieces4), Some(Sign::TitlePieces)),
            Self::Pieces3 => (Some(Sign::Pieces3), None),
            Self::Pairs => (Some(Sign::Pairs), None),
            Self::Beginnings => (None, Some(Sign::TitleBegin)),
        }
    }

    /// What the largest shares say that a name has of the text and the text of a name.
    const fn shares(self) -> Option<(Sign, Sign)> {
        match self {
            Self::Words => Some((Sign::Holds, Sign::Held)),
            Self::Beginnings => Some((Sign::HoldsBegin, Sign::HeldBegin)),
            _ => None,
        }
    }
}

/// All names, job after job.
#[derive(Debug)]
pub(crate) struct Names {
    views: Vec<(View, f32, Cosines)>,
    /// Where each job's names lie among all.
    ranges: Vec<Range<usize>>,
    /// The first word of each.
    heads: Vec<Box<str>>,
}

impl Names {
    /// Prepares names that were read, and where each job's lie.
    pub(crate) fn build(read: &[Vec<Word>], ranges: Vec<Range<usize>>) -> Self {
        let cosines =
            |view: View| Cosines::build(&read.iter().map(|words| view.features(words)).collect::<Vec<_>>());
        let head = |words: &Vec<Word>| words.first().map_or("", |word| word.stem.as_str()).into();
        Self {
            views: SHARES.iter().map(|&(view, share)| (view, share, cosines(view))).collect(),
            heads: read.iter().map(head).collect(),
            ranges,
        }
    }

    /// Notes what the names of each job say of a text. Gives, for each job, the place of the nearest among its names.
    pub(crate) fn compare(&self, words: &[Word], board: &mut Board) -> Vec<usize> {
        let mut together = vec![0.0; self.heads.len()];
        for (view, share, cosines) in &self.views {
            let mut nearness = vec![0.0; self.heads.len()];
            let length = cosines.add_to(&mut nearness, &view.features(words), 1.0);
            let (best, title) = view.signs();
            if let Some(sign) = best {
                let nearest = |near: &[f32]| near.iter().copied().fold(0.0, f32::max);
                board.put(sign, Whose::Job, self.each(|names| nearest(&nearness[names])));
            }
            if let Some(sign) = title {
                let first = |near: &[f32]| near.first().copied().unwrap_or_default();
                board.put(sign, Whose::Job, self.each(|names| first(&nearness[names])));
            }
            if let Some((holds, held)) = view.shares() {
                let most = |names: Range<usize>| {
                    names.filter(|name| nearness[*name] > 0.0).fold((0.0_f32, 0.0_f32), |most, name| {
                        let (holds, held) = cosines.shares(name, nearness[name], length);
                        (most.0.max(holds), most.1.max(held))
                    })
                };
                let (all_hold, all_held) = self.ranges.iter().cloned().map(most).unzip();
                board.put(holds, Whose::Job, all_hold);
                board.put(held, Whose::Job, all_held);
            }
            if *share > 0.0 {
                together.iter_mut().zip(&nearness).for_each(|(sum, near)| *sum += share * near);
            }
        }
        let head = words.first().map_or("", |word| word.stem.as_str());
        let begin = |names: Range<usize>| {
            let all = names.len().max(1) as f32;
            self.heads[names].iter().filter(|own| !head.is_empty() && ***own == *head).count() as f32 / all
        };
        board.put(Sign::Head, Whose::Job, self.each(begin));
        board.put(Sign::NamesCount, Whose::Job, self.each(|names| (names.len().max(1) as f32).ln()));
        let together: Vec<Together> = self.each(|names| Together::of(&together[names]));
        board.put(Sign::Nearest3, Whose::Job, together.iter().map(|one| one.nearest3).collect());
        for (at, sign) in [Sign::Votes2, Sign::Votes4, Sign::Votes8].into_iter().enumerate() {
            board.put(sign, Whose::Job, together.iter().map(|one| one.votes[at]).collect());
        }
        together.into_iter().map(|one| one.nearest).collect()
    }

    fn each<T>(&self, of: impl FnMut(Range<usize>) -> T) -> Vec<T> {
        self.ranges.iter().cloned().map(of).collect()
    }
}

/// The names of one job, taken together.
struct Together {
    /// The place of the nearest.
    nearest: usize,
    nearest3: f32,
    votes: [f32; 3],
}

impl Together {
    fn of(nearness: &[f32]) -> Self {
        let mut best = [(0.0_f32, 0); NEAREST];
        let mut votes = [0.0_f32; 3];
        for (at, &near) in nearness.iter().enumerate().filter(|(_, near)| **near > 0.0) {
            if near > best[NEAREST - 1].0 {
                best[NEAREST - 1] = (near, at);
                best.sort_by(|one, other| other.0.total_cmp(&one.0));
            }
            let square = near * near;
            for (votes, power) in votes.iter_mut().zip([square, square * square, square.powi(4)]) {
                *votes += power;
            }
        }
        Self {
            nearest: best[0].1,
            nearest3: best.iter().map(|(near, _)| near).sum::<f32>() / NEAREST as f32,
            votes: [votes[0].sqrt(), votes[1].sqrt().sqrt(), votes[2].sqrt().sqrt().sqrt()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::Signs;
    use super::super::said::Groups;
    use super::super::tokens::words;
    use super::*;

    /// The signs of a welder and of a baker, and the place of the nearest name of each.
    fn compared(text: &str) -> ([Signs; 2], Vec<usize>) {
        let labels =
            ["Soudeur / Soudeuse", "Ouvrier soudeur à l'arc", "Boulanger / Boulangère", "Ouvrier boulanger"];
        let read: Vec<Vec<Word>> = labels.into_iter().map(words).collect();
        let names = Names::build(&read, vec![0..2, 2..4]);
        let mut board = Board::new();
        let nearest = names.compare(&words(text), &mut board);
        let groups = Groups { domains: vec![0, 1], families: vec![0, 1] };
        ([0, 1].map(|job| board.of(job, &groups)), nearest)
    }

    #[test]
    fn the_nearest_name_is_told_and_the_title_for_itself() {
        let ([welder, baker], nearest) = compared("soudeur à l'arc");
        assert_eq!(nearest[0], 1, "the second name of the first job");
        let of = |sign: Sign| [welder[sign as usize], baker[sign as usize]];
        for sign in
            [Sign::Words, Sign::TitleWords, Sign::TitleBegin, Sign::Pieces4, Sign::Votes8, Sign::Nearest3]
        {
            let [welder, baker] = of(sign);
            assert!(welder > 0.0 && welder > baker, "{sign:?}: {welder} {baker}");
        }
        assert!(
            welder[Sign::TitleWords as usize] < welder[Sign::Words as usize],
            "the title does not hold the arc"
        );
        assert!(of(Sign::NamesCount).iter().all(|count| (count - 2.0_f32.ln()).abs() < 1e-6));
        let [welder, baker] = of(Sign::Head);
        assert!(
            (welder - 0.5).abs() < 1e-6 && baker == 0.0,
            "one name of two begins with it: {welder} {baker}"
        );
    }

    #[test]
    fn a_text_without_words_says_nothing_but_how_many_names_there_are() {
        let ([welder, baker], nearest) = compared("à la");
        assert_eq!(nearest, [0, 0]);
        for (at, says) in welder.iter().chain(&baker).enumerate() {
            assert!(*says == 0.0 || at % welder.len() == Sign::NamesCount as usize, "{at}: {says}");
        }
    }
}
