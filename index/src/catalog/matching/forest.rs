//! Boosted regression trees: what many weak signs say together.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// The trees that `cargo bench -p carnet-benches --bench mapping -- --train` fitted to the national catalogue.
static FITTED: LazyLock<Forest> =
    LazyLock::new(|| Forest::parse(include_str!("forest.json")).unwrap_or_default());

/// Trees whose answers are added up.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Forest {
    /// The trees; each is a list of nodes, its root first.
    pub trees: Vec<Vec<Node>>,
}

/// A node of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Node {
    /// Feature, threshold, the node to go to at or below the threshold, the node to go to above it.
    Split(u16, f32, u16, u16),
    /// What the tree adds.
    Leaf(f32),
}

impl Forest {
    /// The trees that come with Carnet.
    pub fn fitted() -> &'static Self {
        &FITTED
    }

    /// Reads trees; an error when a node leads nowhere or back.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let forest: Self = serde_json::from_str(text)?;
        let is_sound = |(at, node, nodes): (usize, &Node, usize)| match node {
            Node::Leaf(_) => true,
            Node::Split(_, _, left, right) => {
                [left, right].into_iter().all(|&next| usize::from(next) > at && usize::from(next) < nodes)
            }
        };
        let nodes = forest
            .trees
            .iter()
            .flat_map(|tree| tree.iter().enumerate().map(|(at, node)| (at, node, tree.len())));
        if forest.trees.iter().any(Vec::is_empty) || !nodes.into_iter().all(is_sound) {
            return Err(serde::de::Error::custom("a tree leads nowhere"));
        }
        Ok(forest)
    }

    /// The sum of what the trees say of these features; one that is absent counts as 0.
    pub fn score(&self, features: &[f32]) -> f32 {
        self.trees.iter().map(|tree| follow(tree, features)).sum()
    }

    /// The same for many, tree after tree: each is fetched from memory once.
    pub fn scores(&self, many: &[&[f32]]) -> Vec<f32> {
        let mut scores = vec![0.0; many.len()];
        for tree in &self.trees {
            scores.iter_mut().zip(many).for_each(|(sum, features)| *sum += follow(tree, features));
        }
        scores
    }
}

fn follow(tree: &[Node], features: &[f32]) -> f32 {
    let mut at = 0;
    // Every step leads further on: there are at most as many as there are nodes.
    while let Some(node) = tree.get(at) {
        match *node {
            Node::Leaf(value) => return value,
            Node::Split(feature, threshold, left, right) => {
                let value = features.get(usize::from(feature)).copied().unwrap_or_default();
                at = usize::from(if value <= threshold { left } else { right });
            }
        }
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::super::features::FEATURES;
    use super::*;

    #[test]
    fn trees_are_read_followed_and_added_up() {
        let forest = Forest::parse("[[[0,0.5,1,2],-1.0,[1,0.25,3,4],2.0,3.0],[0.5]]").unwrap();
        for (features, sum) in [([0.5, 9.0], -0.5), ([0.6, 0.0], 2.5), ([0.6, 0.3], 3.5)] {
            assert!((forest.score(&features) - sum).abs() < 1e-6, "{features:?}");
        }
        assert!((forest.score(&[]) + 0.5).abs() < 1e-6, "an absent feature counts as 0");
        let many: [&[f32]; 3] = [&[0.6, 0.3], &[], &[0.5, 9.0]];
        assert_eq!(forest.scores(&many), many.map(|features| forest.score(features)));
        let written = serde_json::to_string(&forest).unwrap();
        assert_eq!(Forest::parse(&written).unwrap(), forest);
    }

    #[test]
    fn trees_that_lead_nowhere_are_refused() {
        for text in ["[[]]", "[[[0,0.5,1,2],1.0]]", "[[[0,0.5,0,1],1.0]]", "[[\"x\"]]", "{}"] {
            assert!(Forest::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_trees_that_come_with_carnet_are_read() {
        let trees = &Forest::fitted().trees;
        assert!(trees.len() > 50);
        for node in trees.iter().flatten() {
            assert!(
                !matches!(node, Node::Split(feature, ..) if usize::from(*feature) >= FEATURES),
                "{node:?}"
            );
        }
    }
}
