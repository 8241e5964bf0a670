//! What is written about each job, as one bag of tokens per job: which jobs speak of a text, and how much.

use std::collections::{BTreeMap, HashMap};

use super::cosines::rarity;

/// Words of a bag that is neither short nor long count as they are; of a longer one, less.
const LENGTH: f32 = 0.6;
/// A repeated word counts less and less.
const SATURATION: f32 = 1.2;

/// How often each token occurs in one bag.
pub(crate) type Counts = BTreeMap<String, u32>;

/// The bags of all jobs, kept by token.
#[derive(Debug)]
pub(crate) struct Sheets {
    tokens: HashMap<Box<str>, Token>,
    jobs: usize,
}

#[derive(Debug)]
struct Token {
    /// How much it says: the rarer it is, the more.
    weight: f32,
    /// What it adds to each job that holds it, between 0 and 1.
    impacts: Vec<(u32, f32)>,
}

impl Sheets {
    pub(crate) fn build(bags: &[Counts]) -> Self {
        let length = |bag: &Counts| bag.values().sum::<u32>() as f32;
        let mean = (bags.iter().map(length).sum::<f32>() / bags.len().max(1) as f32).max(1.0);
        let mut tokens: HashMap<Box<str>, Token> = HashMap::new();
        for (job, bag) in (0..).zip(bags) {
            let damped = SATURATION * (1.0 - LENGTH + LENGTH * length(bag) / mean);
            for (token, &count) in bag {
                let impact = count as f32 / (count as f32 + damped);
                if let Some(known) = tokens.get_mut(token.as_str()) {
                    known.impacts.push((job, impact));
                } else {
                    let known = Token { weight: 0.0, impacts: vec![(job, impact)] };
                    tokens.insert(token.as_str().into(), known);
                }
            }
        }
        for token in tokens.values_mut() {
            token.weight = rarity(token.impacts.len(), bags.len());
        }
        Self { tokens, jobs: bags.len() }
    }

    /// How much each job speaks of these tokens (BM25, its share of what could be reached), and what share of them its
    /// bag holds at all.
    pub(crate) fn scores<'a>(&self, tokens: impl Iterator<Item = &'a str>) -> (Vec<f32>, Vec<f32>) {
        let (mut spoken, mut held) = (vec![0.0; self.jobs], vec![0.0; self.jobs]);
        let mut all = 0.0;
        for token in tokens {
            let Some(Token { weight, impacts }) = self.tokens.get(token) else {
                all += rarity(0, self.jobs);
                continue;
            };
            all += weight;
            for &(job, impact) in impacts {
                spoken[job as usize] += weight * impact;
                held[job as usize] += weight;
            }
        }
        if all > 0.0 {
            spoken.iter_mut().chain(&mut held).for_each(|score| *score /= all);
        }
        (spoken, held)
    }

    /// Whether any job's bag holds a token.
    pub(crate) fn knows(&self, token: &str) -> bool {
        self.tokens.contains_key(token)
    }

    /// Whether a job's bag holds a token.
    pub(crate) fn holds(&self, job: u32, token: &str) -> bool {
        let held = |known: &Token| known.impacts.binary_search_by_key(&job, |(job, _)| *job).is_ok();
        self.tokens.get(token).is_some_and(held)
    }
}

/// Counts tokens.
pub(crate) fn count(tokens: impl Iterator<Item = String>, counts: &mut Counts) {
    for token in tokens {
        *counts.entry(token).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bag(words: &[&str]) -> Counts {
        let mut counts = Counts::new();
        count(words.iter().map(|word| (*word).to_owned()), &mut counts);
        counts
    }

    #[test]
    fn a_job_that_says_it_more_often_and_more_briefly_comes_first() {
        let long = ["soudure", "a", "b", "c", "d", "e", "f", "g"];
        let sheets = Sheets::build(&[bag(&["soudure", "soudure"]), bag(&long), bag(&["bois"])]);
        let (spoken, held) = sheets.scores(["soudure"].into_iter());
        assert!(spoken[0] > spoken[1] && spoken[1] > spoken[2], "{spoken:?}");
        assert_eq!(held, [1.0, 1.0, 0.0]);
        let (_, half) = sheets.scores(["soudure", "inconnu"].into_iter());
        assert!(half[0] > 0.0 && half[0] < 1.0, "{half:?}");
        assert!(sheets.holds(1, "g") && !sheets.holds(0, "g") && !sheets.holds(0, "inconnu"));
        assert_eq!(sheets.scores(std::iter::empty()).0, [0.0; 3]);
    }
}
