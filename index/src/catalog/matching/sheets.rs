//! What is written about each job, as one bag of tokens per job: which jobs speak of a text, and how much.

use super::cosines::rarity;

/// Words of a bag that is neither short nor long count as they are; of a longer one, less.
const LENGTH: f32 = 0.6;
/// A repeated word counts less and less.
const SATURATION: f32 = 1.2;

/// The bags of all jobs (or of all groups of jobs), kept by token.
#[derive(Debug)]
pub(crate) struct Sheets {
    /// How much each token says: the rarer it is, the more.
    weights: Vec<f32>,
    /// Where each token's impacts begin, and where the last one's end.
    starts: Vec<u32>,
    /// The bags that hold a token, in order, and what it adds to each, between 0 and 1; token after token.
    impacts: Vec<(u32, f32)>,
    bags: usize,
}

/// What bags make of some tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// How much they speak of them: BM25, as a share of what could be reached.
    Spoken,
    /// What share of them they hold at all.
    Held,
}

impl Sheets {
    /// Prepares bags of tokens below a number; a token may stand in a bag several times.
    pub(crate) fn build(mut bags: Vec<Vec<u32>>, tokens: usize) -> Self {
        let mean = bags.iter().map(Vec::len).sum::<usize>() as f32 / bags.len().max(1) as f32;
        let mut counts = vec![0_u32; tokens];
        for bag in &mut bags {
            bag.sort_unstable();
            bag.chunk_by(|one, other| one == other).for_each(|same| counts[same[0] as usize] += 1);
        }
        let mut starts = Vec::with_capacity(tokens + 1);
        starts.push(0);
        starts.extend(counts.iter().scan(0, |end, count| {
            *end += count;
            Some(*end)
        }));
        let mut next = starts.clone();
        let mut impacts = vec![(0, 0.0); starts[tokens] as usize];
        for (number, bag) in (0..).zip(&bags) {
            let damped = SATURATION * (1.0 - LENGTH + LENGTH * bag.len() as f32 / mean.max(1.0));
            for same in bag.chunk_by(|one, other| one == other) {
                let (place, count) = (&mut next[same[0] as usize], same.len() as f32);
                impacts[*place as usize] = (number, count / (count + damped));
                *place += 1;
            }
        }
        let weights = counts.iter().map(|holders| rarity(*holders as usize, bags.len())).collect();
        Self { weights, starts, impacts, bags: bags.len() }
    }

    fn impacts(&self, token: u32) -> &[(u32, f32)] {
        let at = token as usize;
        &self.impacts[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// What each bag makes of tokens; those that are unknown count against all.
    pub(crate) fn scores(&self, tokens: &[Option<u32>], measure: Measure) -> Vec<f32> {
        let mut scores = vec![0.0; self.bags];
        let all: f32 = tokens.iter().map(|token| self.weight(*token)).sum();
        for &token in tokens.iter().flatten() {
            let share = self.weights[token as usize] / all;
            for &(bag, impact) in self.impacts(token) {
                scores[bag as usize] += if measure == Measure::Held { share } else { share * impact };
            }
        }
        scores
    }

    /// How much a token says.
    pub(crate) fn weight(&self, token: Option<u32>) -> f32 {
        token.map_or_else(|| rarity(0, self.bags), |token| self.weights[token as usize])
    }

    /// Whether any bag holds a token.
    pub(crate) fn knows(&self, token: Option<u32>) -> bool {
        token.is_some_and(|token| !self.impacts(token).is_empty())
    }

    /// Whether a bag holds a token.
    pub(crate) fn holds(&self, bag: u32, token: Option<u32>) -> bool {
        let held = |token| self.impacts(token).binary_search_by_key(&bag, |(bag, _)| *bag).is_ok();
        token.is_some_and(held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELDING: u32 = 7;

    #[test]
    fn a_job_that_says_it_more_often_and_more_briefly_comes_first() {
        let sheets = Sheets::build(vec![vec![WELDING, WELDING], (0..8).collect(), vec![8]], 9);
        let spoken = sheets.scores(&[Some(WELDING)], Measure::Spoken);
        assert!(spoken[0] > spoken[1] && spoken[1] > spoken[2], "{spoken:?}");
        assert_eq!(sheets.scores(&[Some(WELDING)], Measure::Held), [1.0, 1.0, 0.0]);
        let half = sheets.scores(&[Some(WELDING), None], Measure::Held);
        assert!(half[0] > 0.0 && half[0] < 1.0, "what is unknown counts against: {half:?}");
        assert!(sheets.holds(1, Some(6)) && !sheets.holds(0, Some(6)) && !sheets.holds(0, None));
        assert!(sheets.knows(Some(WELDING)) && !sheets.knows(None));
        assert!(sheets.weight(None) > sheets.weight(Some(8)));
        assert!(sheets.weight(Some(8)) > sheets.weight(Some(WELDING)));
        assert_eq!(sheets.scores(&[], Measure::Spoken), [0.0; 3]);
        assert!(Sheets::build(Vec::new(), 0).scores(&[None], Measure::Held).is_empty());
    }

    #[test]
    fn a_token_that_no_bag_holds_is_known_to_none() {
        let sheets = Sheets::build(vec![vec![2], vec![0, 2]], 3);
        assert!(!sheets.knows(Some(1)) && !sheets.holds(0, Some(1)));
        assert_eq!(sheets.scores(&[Some(1)], Measure::Spoken), [0.0; 2]);
        assert!(sheets.holds(0, Some(2)) && sheets.holds(1, Some(2)) && !sheets.holds(0, Some(0)));
    }
}
