//! Drawn signatures, in the few points that show at the size they are printed.

use serde::{Deserialize, Serialize};

use crate::Drawing;

/// The width that points are reduced to: a twentieth of a millimetre where a signature is printed 25 mm wide.
const FINENESS: i32 = 500;
/// How far, in that unit, a point may be from the line it is left out of.
const TOLERANCE: i64 = 3;
/// Most points of one signature; what comes after is not drawn.
const MOST_POINTS: usize = 600;

/// A signature fitted to a box that is `FINENESS` wide, or less and high.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strokes {
    pub width: i32,
    pub height: i32,
    pub lines: Vec<Vec<[i32; 2]>>,
}

impl Strokes {
    /// The drawing without the empty space around it; `None` when nothing is drawn.
    pub fn of(drawing: &Drawing) -> Option<Self> {
        if drawing.width == 0 || drawing.height == 0 {
            return None;
        }
        let inside = |[x, y]: [u16; 2]| [i32::from(x.min(drawing.width)), i32::from(y.min(drawing.height))];
        let mut room = MOST_POINTS;
        let mut strokes: Vec<Vec<[i32; 2]>> = Vec::new();
        for stroke in drawing.strokes.iter().filter(|stroke| !stroke.is_empty()) {
            let points: Vec<_> = stroke.iter().take(room).map(|point| inside(*point)).collect();
            room -= points.len();
            if !points.is_empty() {
                strokes.push(points);
            }
        }
        let all = || strokes.iter().flatten();
        let (left, right) = (all().map(|[x, _]| *x).min()?, all().map(|[x, _]| *x).max()?);
        let (top, bottom) = (all().map(|[_, y]| *y).min()?, all().map(|[_, y]| *y).max()?);
        let (width, height) = ((right - left).max(1), (bottom - top).max(1));
        // A wide one fills the width; a high one is as high as a third of it.
        let scale = |value: i32| {
            let by_width = i64::from(value) * i64::from(FINENESS) / i64::from(width);
            let by_height = i64::from(value) * i64::from(FINENESS / 3) / i64::from(height);
            by_width.min(by_height) as i32
        };
        let fitted = strokes.iter().map(|stroke| {
            simplified(&stroke.iter().map(|[x, y]| [scale(x - left), scale(y - top)]).collect::<Vec<_>>())
        });
        Some(Self { lines: fitted.collect(), width: scale(width), height: scale(height) })
    }
}

/// The stroke without the points that lie on the way between others (Ramer, Douglas and Peucker).
fn simplified(points: &[[i32; 2]]) -> Vec<[i32; 2]> {
    let mut kept = vec![false; points.len()];
    kept[0] = true;
    kept[points.len() - 1] = true;
    let mut open = vec![(0, points.len() - 1)];
    while let Some((from, until)) = open.pop() {
        let far = (from + 1..until).map(|at| (deviation(points[at], points[from], points[until]), at)).max();
        if let Some((distance, at)) = far
            && distance > TOLERANCE * TOLERANCE
        {
            kept[at] = true;
            open.extend([(from, at), (at, until)]);
        }
    }
    points.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// The square of the distance of a point from the line between two others, or from the first if they are one.
fn deviation([x, y]: [i32; 2], [ax, ay]: [i32; 2], [bx, by]: [i32; 2]) -> i64 {
    let (x, y, dx, dy) = (i64::from(x - ax), i64::from(y - ay), i64::from(bx - ax), i64::from(by - ay));
    match dx * dx + dy * dy {
        0 => x * x + y * y,
        length => (x * dy - y * dx).pow(2) / length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(strokes: Vec<Vec<[u16; 2]>>) -> Drawing {
        Drawing { width: 600, height: 200, strokes }
    }

    #[test]
    fn points_on_the_way_are_left_out_and_corners_kept() {
        let straight = (0..=60).map(|x| [x * 10, 0]).chain((0..=20).map(|y| [600, y * 10])).collect();
        let strokes = Strokes::of(&drawing(vec![straight])).unwrap();
        assert_eq!(strokes.lines, [[[0, 0], [498, 0], [498, 166]]]);
        assert_eq!((strokes.width, strokes.height), (498, 166));
    }

    #[test]
    fn a_small_signature_is_cut_out_and_fills_its_place() {
        let strokes = Strokes::of(&drawing(vec![vec![[300, 100], [310, 101]]])).unwrap();
        assert_eq!(strokes.lines, [[[0, 0], [500, 50]]]);
    }

    #[test]
    fn what_was_not_drawn_is_nothing() {
        assert_eq!(Strokes::of(&drawing(vec![])), None);
        assert_eq!(Strokes::of(&drawing(vec![vec![]])), None);
        assert_eq!(Strokes::of(&Drawing { width: 0, ..drawing(vec![vec![[1, 1]]]) }), None);
    }

    #[test]
    fn hostile_strokes_are_held_within_bounds() {
        let wild: Vec<_> = (0..100_000_u32)
            .map(|at| [at.wrapping_mul(7919) as u16, at.wrapping_mul(104_729) as u16])
            .collect();
        let strokes = Strokes::of(&drawing(vec![wild, vec![[u16::MAX, 0]]])).unwrap();
        let points: Vec<_> = strokes.lines.iter().flatten().collect();
        assert!(points.len() <= MOST_POINTS);
        assert!(
            points.iter().all(|[x, y]| (0..=strokes.width).contains(x) && (0..=strokes.height).contains(y))
        );
        let dot = Strokes::of(&drawing(vec![vec![[5, 5]]])).unwrap();
        assert_eq!(dot.lines, [[[0, 0]]]);
    }
}
