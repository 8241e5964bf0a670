//! Finds the marked places of grids among the operators of a page.

use std::ops::Range;

use super::drawing::{Piece, Unit, shares};
use super::file::{after, find, leading, reference, rfind, write};
use super::marks;

/// How typst begins whatever it draws: the place follows.
const DRAWS: &[u8] = b"q 1 0 0 -1 ";
const DRAWN: &[u8] = b"\nQ\n";

/// Where a part of a grid stands.
pub struct Place {
    /// The operators to be replaced.
    pub operators: Range<usize>,
    pub at: [f64; 2],
    pub height: f64,
    /// The marked content that shows where in the structure the grid is.
    pub word: usize,
    pub pieces: Vec<Piece>,
}

/// What fonts and spaces of colours are called on a page.
pub struct Names<'a> {
    resources: &'a [u8],
    /// Those that pieces use.
    pub fonts: Vec<u32>,
    pub space: u32,
}

impl<'a> Names<'a> {
    pub fn read(resources: &'a [u8]) -> Self {
        Self { resources, fonts: Vec::new(), space: 0 }
    }

    /// The object that a name stands for.
    fn object(&self, name: &[u8]) -> Option<u32> {
        reference(self.resources, &[b"/", name, b" "].concat())
    }

    /// Operators with names that are the same on all pages.
    fn global(&mut self, operators: &[u8]) -> Option<Vec<u8>> {
        let mut out = Vec::with_capacity(operators.len() + 8);
        let mut rest = operators;
        while let Some(at) = find(rest, b"/") {
            out.extend_from_slice(&rest[..at]);
            rest = &rest[at + 1..];
            let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let (name, behind) = rest.split_at(length);
            let is_name =
                name.len() > 1 && name[1..].iter().all(u8::is_ascii_digit) && behind.starts_with(b" ");
            match name.first() {
                Some(b'f') if is_name => {
                    let font = self.object(name)?;
                    self.fonts.push(font);
                    write(&mut out, format_args!("/g{font}"));
                    rest = behind;
                }
                Some(b'c') if is_name => {
                    write(&mut out, format_args!("/k{}", self.object(name)?));
                    rest = behind;
                }
                _ => out.push(b'/'),
            }
        }
        out.extend_from_slice(rest);
        Some(out)
    }
}

/// The places of grids among the operators of a page.
pub fn places(operators: &[u8], names: &mut Names<'_>) -> Option<Vec<Place>> {
    let set = |mark: [u8; 3]| {
        let [red, green, blue] = shares(mark);
        format!("{red} {green} {blue} scn").into_bytes()
    };
    let (place, piece, end) = (set(marks::PLACE), set(marks::PIECE), set(marks::END));
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&operators[from..], &place).map(|at| from + at) {
        let start = rfind(&operators[..at], b"/Artifact")?;
        let last = at + find(&operators[at..], &end)?;
        let until = last + find(&operators[last..], b"EMC")? + b"EMC".len();
        let behind = at + find(&operators[at..], DRAWN)? + DRAWN.len();
        let drawn = &operators[start + find(&operators[start..], DRAWS)? + DRAWS.len()..];
        let space = after(&drawn[..at - start], b"cm/")?;
        let space = &space[..find(space, b" ")?];
        names.space = names.object(space)?;
        let word = find(&operators[behind..last], b"/MCID ")
            .and_then(|word| leading(&operators[behind + word + b"/MCID ".len()..]))?;
        places.push(Place {
            operators: start..until,
            at: point(drawn)?,
            height: height(&operators[at..], &place)?,
            word,
            pieces: pieces(&operators[behind..last], &piece, names)?,
        });
        from = until;
    }
    Some(places)
}

/// The pieces that a place holds.
fn pieces(mut operators: &[u8], mark: &[u8], names: &mut Names<'_>) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut corner = [0.0; 2];
    while let Some(start) = find(operators, DRAWS) {
        operators = &operators[start + DRAWS.len()..];
        let Some(end) = find(operators, DRAWN) else { break };
        let at = point(operators)?;
        let drawn = after(&operators[..=end], b" cm")?;
        operators = &operators[end..];
        if let Some(at_mark) = find(drawn, mark) {
            corner = at;
            pieces.push(Piece { height: height(&drawn[at_mark..], mark)? - 1.0, units: Vec::new() });
        } else if let Some(piece) = pieces.last_mut() {
            piece.units.push(Unit {
                at: [at[0] - corner[0], corner[1] - at[1]],
                is_text: find(drawn, b"BT ").is_some(),
                operators: names.global(drawn)?,
            });
        }
    }
    Some(pieces)
}

/// The place that a transformation begins with.
fn point(operators: &[u8]) -> Option<[f64; 2]> {
    let mut words = operators.split(|byte| *byte == b' ').map(std::str::from_utf8);
    Some([words.next()?.ok()?.parse().ok()?, words.next()?.ok()?.parse().ok()?])
}

/// The height of a rectangle: it begins at its corner, and its third corner is the far one.
fn height(operators: &[u8], mark: &[u8]) -> Option<f64> {
    let path = operators.strip_prefix(mark)?;
    let numbers = path
        .split(|byte| *byte == b' ' || *byte == b'\n')
        .filter_map(|word| std::str::from_utf8(word).ok()?.parse::<f64>().ok());
    numbers.take(6).last()
}
