//! Titles as vectors of weighted features, compared with a text by the cosine between the two.

use std::collections::{BTreeSet, HashMap};

/// The vectors of many titles, kept by feature.
#[derive(Debug)]
pub(crate) struct Cosines {
    ids: HashMap<Box<str>, u32>,
    /// How much each feature says: the rarer it is, the more.
    weights: Vec<f32>,
    /// The titles of each feature, and its share of each one's vector of length one.
    titles: Vec<Vec<(u32, f32)>>,
    /// The weight of what no title holds.
    unknown: f32,
    /// How long each title's vector was.
    lengths: Vec<f32>,
}

/// How much a feature says that so many of so many hold.
pub(crate) fn rarity(holders: usize, all: usize) -> f32 {
    let (holders, all) = (holders as f32, all as f32);
    (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln()
}

impl Cosines {
    pub(crate) fn build(titles: &[BTreeSet<String>]) -> Self {
        let mut ids = HashMap::<Box<str>, u32>::new();
        let mut counts = Vec::new();
        for feature in titles.iter().flatten() {
            if let Some(&id) = ids.get(feature.as_str()) {
                counts[id as usize] += 1;
            } else {
                ids.insert(feature.as_str().into(), counts.len() as u32);
                counts.push(1);
            }
        }
        let weights: Vec<f32> = counts.iter().map(|&count| rarity(count, titles.len())).collect();
        let mut lists = vec![Vec::new(); counts.len()];
        let mut lengths = Vec::with_capacity(titles.len());
        for (number, title) in (0..).zip(titles) {
            let own: Vec<u32> = title.iter().map(|feature| ids[feature.as_str()]).collect();
            let length = own.iter().map(|&id| weights[id as usize].powi(2)).sum::<f32>().sqrt();
            lengths.push(length);
            for id in own {
                lists[id as usize].push((number, weights[id as usize] / length));
            }
        }
        Self { ids, weights, titles: lists, unknown: rarity(0, titles.len()), lengths }
    }

    /// Adds to each title this share of its cosine with a text: nothing when they share nothing, all when they are alike.
    /// Gives the length of the text's vector.
    pub(crate) fn add_to(&self, nearness: &mut [f32], features: &BTreeSet<String>, share: f32) -> f32 {
        let known: Vec<Option<u32>> =
            features.iter().map(|feature| self.ids.get(feature.as_str()).copied()).collect();
        let weight = |id: &Option<u32>| id.map_or(self.unknown, |id| self.weights[id as usize]);
        let length = known.iter().map(|id| weight(id).powi(2)).sum::<f32>().sqrt();
        for id in known.into_iter().flatten() {
            let mine = share * self.weights[id as usize] / length;
            for &(title, theirs) in &self.titles[id as usize] {
                nearness[title as usize] += mine * theirs;
            }
        }
        length
    }

    /// What share of a text's vector a title holds, and what share of the title's the text holds.
    pub(crate) fn shares(&self, title: usize, nearness: f32, length: f32) -> (f32, f32) {
        let own = self.lengths[title];
        if own > 0.0 && length > 0.0 {
            (nearness * own / length, nearness * length / own)
        } else {
            (0.0, 0.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(features: &[&str]) -> BTreeSet<String> {
        features.iter().map(|feature| (*feature).to_owned()).collect()
    }

    #[test]
    fn the_same_is_nearest_and_rare_features_say_more() {
        let titles = [set(&["agent", "rare"]), set(&["agent", "banal"]), set(&["autre", "banal"])];
        let cosines = Cosines::build(&titles);
        let near = |features: &[&str]| {
            let mut nearness = vec![0.0; 3];
            cosines.add_to(&mut nearness, &set(features), 1.0);
            nearness
        };
        let same = near(&["agent", "rare"]);
        assert!((same[0] - 1.0).abs() < 1e-5 && same[1] < same[0] && same[2] == 0.0, "{same:?}");
        let unsure = near(&["rare", "banal"]);
        assert!(unsure[0] > unsure[1], "{unsure:?}");
        assert!(near(&["inconnu"]).iter().all(|near| *near == 0.0));
        assert!(near(&["rare", "inconnu"])[0] < near(&["rare"])[0], "what is unknown counts against");
        assert!(near(&[]).iter().all(|near| *near == 0.0));
    }
}
