//! Fits boosted regression trees that put the right one of a group of candidates first.
//!
//! Each round grows one tree along the `LambdaRank` gradient, with Newton steps, as gradient boosting libraries do.
//! Features are cut into few classes first.

use std::ops::Range;

use carnet_index::matching::{Forest, Node};

use crate::random::Random;

/// Classes a feature is cut into.
const CLASSES: usize = 128;
/// Values a feature's cuts are drawn from.
const SAMPLE: usize = 50_000;
/// Least rows of a leaf.
const FEWEST: u32 = 50;
/// Least curvature of a leaf.
const FLATTEST: f64 = 1e-3;
/// Where drawing lots starts: the same rows give the same trees.
const SEED: u64 = 1;
/// Places at the top whose order matters.
const DEPTH: usize = 10;

/// How far to go.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Trees.
    pub trees: usize,
    /// Leaves of each.
    pub leaves: usize,
    /// Share of each step that is taken.
    pub rate: f64,
    /// What is added to the curvature of a leaf: the more, the smaller its step.
    pub calm: f64,
    /// Share of the features that a tree may look at, drawn anew for each.
    pub share: f64,
}

/// Candidates in groups, one of each group right at most.
#[derive(Debug, Default)]
pub struct Rows {
    /// Features of every candidate, one candidate after the other.
    pub values: Vec<f32>,
    /// Where each group's candidates lie, and which of them is right.
    pub groups: Vec<(Range<usize>, usize)>,
}

/// Rows cut into classes, feature after feature.
struct Cut {
    classes: Vec<Vec<u8>>,
    bounds: Vec<Vec<f32>>,
    rows: usize,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    gradient: f64,
    curvature: f64,
    rows: u32,
}

/// One leaf while a tree grows.
struct Growing {
    rows: Vec<u32>,
    node: usize,
    sums: Vec<[Sum; CLASSES]>,
    best: Option<Split>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    /// Its place among the features that the tree looks at.
    feature: usize,
    class: usize,
}

/// Fits trees to candidates of so many features each.
pub fn fit(rows: &Rows, features: usize, pace: Pace) -> Forest {
    let cut = Cut::of(rows, features);
    let mut scores = vec![0.0_f64; cut.rows];
    let mut forest = Forest::default();
    let mut random = Random::new(SEED);
    for _ in 0..pace.trees {
        let slopes = slopes(rows, &scores);
        let seen = drawn(features, pace.share, &mut random);
        let (tree, leaves) = grow(&cut, &slopes, &seen, pace);
        for (rows, value) in leaves {
            for row in rows {
                scores[row as usize] += value;
            }
        }
        forest.trees.push(tree);
    }
    forest
}

/// Some of the features, in order.
fn drawn(features: usize, share: f64, random: &mut Random) -> Vec<usize> {
    let mut all: Vec<usize> = (0..features).collect();
    let count = ((features as f64 * share).ceil() as usize).clamp(1, features);
    for at in 0..count {
        all.swap(at, at + random.below(features - at));
    }
    all.truncate(count);
    all.sort_unstable();
    all
}

/// For each row, how its score should change (the gradient) and how sharply (the curvature).
fn slopes(rows: &Rows, scores: &[f64]) -> Vec<(f64, f64)> {
    let mut slopes = vec![(0.0, 0.0); scores.len()];
    for (group, right) in &rows.groups {
        order(&scores[group.clone()], *right - group.start, &mut slopes[group.clone()]);
    }
    slopes
}

/// `LambdaRank`: the right one is weighed against each other candidate, by what changing places would be worth.
///
/// Burges, "From `RankNet` to `LambdaRank` to `LambdaMART`" (2010), with the two normalisations of `LightGBM`: by how far the
/// scores lie apart, and by what a group weighs in all.
fn order(scores: &[f64], right: usize, slopes: &mut [(f64, f64)]) {
    let mut places: Vec<usize> = (0..scores.len()).collect();
    places.sort_by(|one, other| scores[*other].total_cmp(&scores[*one]));
    let worth = |place: usize| 1.0 / (place as f64 + 2.0).log2();
    let own = places.iter().position(|row| *row == right).unwrap_or_default();
    let flat = scores.iter().all(|score| score.to_bits() == scores[0].to_bits());
    let mut weight = 0.0;
    for (place, &row) in places.iter().enumerate() {
        if row == right || place.min(own) >= DEPTH {
            continue;
        }
        let apart = scores[right] - scores[row];
        let mut gain = (worth(own) - worth(place)).abs();
        if !flat {
            gain /= 0.01 + apart.abs();
        }
        let doubt = 1.0 / (1.0 + apart.exp());
        let (gradient, curvature) = (doubt * gain, doubt * (1.0 - doubt) * gain);
        for (row, sign) in [(right, 1.0), (row, -1.0)] {
            slopes[row].0 += sign * gradient;
            slopes[row].1 += curvature;
        }
        weight += 2.0 * gradient;
    }
    if weight > 0.0 {
        let share = (1.0 + weight).log2() / weight;
        for slope in slopes {
            *slope = (slope.0 * share, slope.1 * share);
        }
    }
}

impl Cut {
    fn of(rows: &Rows, features: usize) -> Self {
        let count = rows.values.len() / features;
        let mut cut = Self { classes: Vec::with_capacity(features), bounds: Vec::new(), rows: count };
        let mut random = Random::new(SEED);
        let sample: Vec<usize> = (0..SAMPLE.min(count)).map(|_| random.below(count)).collect();
        for feature in 0..features {
            let value = |row: usize| rows.values[row * features + feature];
            let bounds = bounds(sample.iter().map(|row| value(*row)).collect());
            let class = |row| bounds.partition_point(|bound| *bound < value(row)) as u8;
            cut.classes.push((0..count).map(class).collect());
            cut.bounds.push(bounds);
        }
        cut
    }

    /// The sums of some rows, class by class, for each of some features.
    fn sums(&self, rows: &[u32], slopes: &[(f64, f64)], seen: &[usize]) -> Vec<[Sum; CLASSES]> {
        // Side by side, as all features want them.
        let slopes: Vec<(f64, f64)> = rows.iter().map(|row| slopes[*row as usize]).collect();
        let sum = |feature: &usize| {
            let classes = &self.classes[*feature];
            let mut sums = [Sum::default(); CLASSES];
            for (&row, (gradient, curvature)) in rows.iter().zip(&slopes) {
                let sum = &mut sums[usize::from(classes[row as usize]) % CLASSES];
                sum.gradient += gradient;
                sum.curvature += curvature;
                sum.rows += 1;
            }
            sums
        };
        let halves = seen.split_at(seen.len() / 2);
        std::thread::scope(|scope| {
            let other = scope.spawn(|| halves.1.iter().map(sum).collect::<Vec<_>>());
            let mut sums: Vec<_> = halves.0.iter().map(sum).collect();
            sums.extend(other.join().unwrap_or_default());
            sums
        })
    }
}

/// Where values are cut into classes: each class holds about as many, but what is frequent has one of its own.
fn bounds(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_unstable_by(f32::total_cmp);
    let counted: Vec<(f32, usize)> = values
        .chunk_by(|one, other| one.total_cmp(other).is_eq())
        .map(|same| (same[0], same.len()))
        .collect();
    let is_frequent = |count: usize| count * CLASSES >= values.len();
    let frequent = counted.iter().filter(|(_, count)| is_frequent(*count));
    let (own, held) = frequent.fold((0, 0), |(own, held), (_, count)| (own + 1, held + count));
    let share = (values.len() - held).div_ceil(CLASSES.saturating_sub(2 * own).max(1)).max(1);
    let (mut bounds, mut full) = (Vec::new(), 0);
    for pair in counted.windows(2) {
        let [(value, count), (next, of_next)] = [pair[0], pair[1]];
        full += count;
        if full >= share || is_frequent(count) || is_frequent(of_next) {
            // Kept short, as the leaves are.
            bounds.push((f32::midpoint(value, next) * 1e4).round() / 1e4);
            full = 0;
        }
    }
    bounds.dedup();
    bounds.truncate(CLASSES - 1);
    bounds
}

type Leaves = Vec<(Vec<u32>, f64)>;

/// Grows one tree, always at the leaf where that helps most.
fn grow(cut: &Cut, slopes: &[(f64, f64)], seen: &[usize], pace: Pace) -> (Vec<Node>, Leaves) {
    let mut tree = vec![Node::Leaf(0.0)];
    let rows: Vec<u32> = (0..cut.rows as u32).collect();
    let sums = cut.sums(&rows, slopes, seen);
    let mut leaves = vec![Growing { best: best(&sums, pace), rows, node: 0, sums }];
    while leaves.len() < pace.leaves {
        let gain = |leaf: &Growing| leaf.best.map_or(0.0, |split| split.gain);
        let at = (0..leaves.len()).max_by(|one, other| gain(&leaves[*one]).total_cmp(&gain(&leaves[*other])));
        let Some((at, split)) = at.and_then(|at| leaves[at].best.map(|split| (at, split))) else { break };
        let parent = leaves.swap_remove(at);
        let feature = seen[split.feature];
        let classes = &cut.classes[feature];
        let is_left = |row: &u32| usize::from(classes[*row as usize]) <= split.class;
        let (left, right): (Vec<u32>, Vec<u32>) = parent.rows.iter().partition(|row| is_left(row));
        // The larger half is what the smaller leaves of the whole.
        let (few, is_few_left) = if left.len() < right.len() { (&left, true) } else { (&right, false) };
        let few = cut.sums(few, slopes, seen);
        let many = less(&parent.sums, &few);
        let (left_sums, right_sums) = if is_few_left { (few, many) } else { (many, few) };
        let (left_node, right_node) = (tree.len(), tree.len() + 1);
        tree.extend([Node::Leaf(0.0); 2]);
        let bound = cut.bounds[feature][split.class];
        tree[parent.node] = Node::Split(feature as u16, bound, left_node as u16, right_node as u16);
        for (rows, node, sums) in [(left, left_node, left_sums), (right, right_node, right_sums)] {
            leaves.push(Growing { best: best(&sums, pace), rows, node, sums });
        }
    }
    let mut done = Vec::with_capacity(leaves.len());
    for leaf in leaves {
        let all = total(&leaf.sums[0]);
        let value = pace.rate * all.gradient / (all.curvature + pace.calm);
        // Kept short: what is written is what is read back.
        let value = (value * 1e5).round() / 1e5;
        tree[leaf.node] = Node::Leaf(value as f32);
        done.push((leaf.rows, value));
    }
    (tree, done)
}

fn total(sums: &[Sum; CLASSES]) -> Sum {
    sums.iter().fold(Sum::default(), |all, sum| Sum {
        gradient: all.gradient + sum.gradient,
        curvature: all.curvature + sum.curvature,
        rows: all.rows + sum.rows,
    })
}

fn less(whole: &[[Sum; CLASSES]], part: &[[Sum; CLASSES]]) -> Vec<[Sum; CLASSES]> {
    let one = |whole: &[Sum; CLASSES], part: &[Sum; CLASSES]| {
        let mut rest = *whole;
        for (rest, part) in rest.iter_mut().zip(part) {
            rest.gradient -= part.gradient;
            rest.curvature -= part.curvature;
            rest.rows -= part.rows;
        }
        rest
    };
    whole.iter().zip(part).map(|(whole, part)| one(whole, part)).collect()
}

/// Where to split a leaf, if that helps at all.
fn best(sums: &[[Sum; CLASSES]], pace: Pace) -> Option<Split> {
    let worth = |sum: &Sum| sum.gradient.powi(2) / (sum.curvature + pace.calm);
    let is_fit = |sum: &Sum| sum.rows >= FEWEST && sum.curvature >= FLATTEST;
    let mut found: Option<Split> = None;
    for (feature, sums) in sums.iter().enumerate() {
        let all = total(sums);
        let mut left = Sum::default();
        for (class, sum) in sums.iter().enumerate().take(CLASSES - 1) {
            left = Sum {
                gradient: left.gradient + sum.gradient,
                curvature: left.curvature + sum.curvature,
                rows: left.rows + sum.rows,
            };
            let right = Sum {
                gradient: all.gradient - left.gradient,
                curvature: all.curvature - left.curvature,
                rows: all.rows - left.rows,
            };
            if right.rows == 0 {
                break;
            }
            let gain = worth(&left) + worth(&right) - worth(&all);
            if is_fit(&left) && is_fit(&right) && gain > found.map_or(1e-9, |split| split.gain) {
                found = Some(Split { gain, feature, class });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_frequent_has_a_class_of_its_own_and_the_rest_is_cut_finely() {
        let mut values = vec![0.0; 9_000];
        values.extend((0..1_000).map(|value| 1.0 + value as f32 / 1_000.0));
        let found = bounds(values);
        assert!(found.len() > CLASSES / 2 && found.len() < CLASSES, "{}", found.len());
        assert!(found[0] > 0.0 && found[0] < 1.0 && found.is_sorted(), "{found:?}");
        assert!(bounds(vec![0.5; 10]).is_empty() && bounds(Vec::new()).is_empty());
        assert_eq!(bounds(vec![0.0, 1.0, 0.0, 1.0]), [0.5]);
    }

    #[test]
    fn what_tells_the_right_one_is_found_among_noise() {
        let mut random = Random::new(3);
        let mut rows = Rows::default();
        for group in 0..400 {
            let right = group * 5 + random.below(5);
            for row in group * 5..group * 5 + 5 {
                let mut noise = || random.below(1000) as f32 / 1000.0;
                // The third feature tells, when the first is low; otherwise the fourth.
                let first = if group % 2 == 0 { 0.1 } else { 0.9 };
                let sign = if row == right { 0.7 } else { 0.3 };
                let [third, fourth] = if group % 2 == 0 { [sign, noise()] } else { [noise(), 1.0 - sign] };
                rows.values.extend([first, noise(), third, fourth]);
            }
            rows.groups.push((group * 5..group * 5 + 5, right));
        }
        let forest = fit(&rows, 4, Pace { trees: 40, leaves: 6, rate: 0.3, calm: 1.0, share: 1.0 });
        let is_first = |(group, right): &&(Range<usize>, usize)| {
            let score = |row: usize| forest.score(&rows.values[row * 4..row * 4 + 4]);
            group.clone().max_by(|one, other| score(*one).total_cmp(&score(*other))) == Some(*right)
        };
        let found = rows.groups.iter().filter(is_first).count();
        assert!(found > 395, "{found} of 400");
        let written = serde_json::to_string(&forest).unwrap();
        assert_eq!(Forest::parse(&written).unwrap().trees.len(), 40);
    }
}
