//! What is drawn of a grid on a page, and the tags of what is drawn.

use std::collections::BTreeMap;
use std::ops::Range;

use typst::layout::Abs;

use super::file::{Objects, write};
use super::pieces::INK;
use super::tags::{Element, Numbers};
use super::{GridCell, INSET, LINE, Table};
use crate::pdf::strokes::Strokes;

const WASH: [u8; 3] = [0xee, 0xf2, 0xf6];
const RULE: [u8; 3] = [0xa9, 0xb4, 0xbf];
/// The most room a signature takes, in millimetres.
const DRAWN: [f64; 2] = [12.5, 5.4];
/// Places of what is drawn, per point: a finer one cannot be seen, and makes the file larger.
const FINEST: f64 = 50.0;

/// A piece as typst wrote it.
pub struct Piece {
    pub height: f64,
    pub units: Vec<Unit>,
}

/// A line of text or a drawing: how far it stands right and down from the piece's corner, and its operators.
pub struct Unit {
    pub at: [f64; 2],
    pub is_text: bool,
    pub operators: Vec<u8>,
}

/// A part of a grid: the rows on one page, with its head and its foot.
pub struct Part<'a> {
    pub table: &'a Table,
    pub numbers: Numbers,
    pub rows: Range<usize>,
    /// Of all rows of the table.
    pub heights: &'a [f64],
    pub head: f64,
    pub foot: f64,
    /// The upper left corner, from the lower left one of the page.
    pub at: [f64; 2],
    pub is_last: bool,
    /// The number of the page's object.
    pub page: u32,
    /// The name of the space of colours.
    pub space: &'a [u8],
    /// A number of marked content that is free, and the first of those after all that are used.
    pub free: usize,
    pub next: usize,
}

/// What is drawn.
#[derive(Default)]
pub struct Drawn {
    pub operators: Vec<u8>,
    /// The elements that own the numbers of marked content: the one that was free, and those that follow.
    pub free: Option<u32>,
    pub owners: Vec<u32>,
    pub elements: Objects,
}

/// How a cell is tagged: as what, or as nothing that is read.
#[derive(Clone, Copy)]
enum Told {
    As(u32),
    Repeated,
}

impl Part<'_> {
    /// Draws it.
    pub fn drawn(&self, pieces: &[Piece]) -> Drawn {
        let mut pen = Pen { part: self, pieces, free: Some(self.free), drawn: Drawn::default() };
        pen.fills();
        pen.lines();
        pen.head();
        let mut top = self.head;
        for row in self.rows.clone() {
            pen.row(row, top);
            top += self.heights[row];
        }
        pen.foot(top);
        pen.drawn
    }

    fn columns(&self) -> impl Iterator<Item = (usize, f64, f64)> {
        self.table
            .widths
            .iter()
            .scan(0.0, |left, width| {
                let at = *left;
                *left += width;
                Some((at, *width))
            })
            .enumerate()
            .map(|(column, (left, width))| (column, left, width))
    }

    fn body(&self) -> f64 {
        self.heights[self.rows.clone()].iter().sum()
    }
}

struct Pen<'a> {
    part: &'a Part<'a>,
    pieces: &'a [Piece],
    free: Option<usize>,
    drawn: Drawn,
}

impl Pen<'_> {
    /// The colours of cells, each colour at once.
    fn fills(&mut self) {
        let part = self.part;
        let width = part.table.widths.iter().sum();
        let mut fills: BTreeMap<[u8; 3], Vec<[f64; 4]>> = BTreeMap::new();
        let ends = [(0.0, part.head), (part.head + part.body(), part.foot)];
        fills.insert(WASH, ends.map(|(top, height)| [0.0, top, width, height]).to_vec());
        let mut top = part.head;
        for row in part.rows.clone() {
            for ((_, left, width), cell) in part.columns().skip(1).zip(&part.table.rows[row].cells) {
                if let Some(colour) = cell.fill {
                    fills.entry(colour).or_default().push([left, top, width, part.heights[row]]);
                }
            }
            top += part.heights[row];
        }
        self.put(b"/Artifact<</Type/Layout>>BDC\n");
        for (colour, places) in fills {
            self.put(b"q");
            self.colour(colour, b"cs", b"scn");
            for [left, top, width, height] in places {
                self.numbers([part.at[0] + left, part.at[1] - top - height, width, height]);
                self.put(b" re");
            }
            self.put(b"\nf\nQ\n");
        }
    }

    /// The lines between cells.
    fn lines(&mut self) {
        let part = self.part;
        let height = part.head + part.body() + part.foot;
        let width: f64 = part.table.widths.iter().sum();
        let half = LINE / 2.0;
        self.put(b"q");
        self.colour(RULE, b"CS", b"SCN");
        self.numbers([LINE]);
        self.put(b" w 4 M");
        let [x, y] = part.at;
        for left in part.columns().map(|(_, left, _)| left).chain([width]) {
            self.line([x + left, y + half], [x + left, y - height - half]);
        }
        self.put(b"\nS");
        let mut top = 0.0;
        let rows = part.heights[part.rows.clone()].iter().copied();
        for height in std::iter::once(part.head).chain(rows).chain([part.foot, 0.0]) {
            self.line([x - half, y - top], [x + width + half, y - top]);
            top += height;
        }
        self.put(b"\nS\nQ\nEMC");
    }

    fn line(&mut self, from: [f64; 2], to: [f64; 2]) {
        self.numbers(from);
        self.put(b" m");
        self.numbers(to);
        self.put(b" l");
    }

    /// The head is told once, where the grid begins.
    fn head(&mut self) {
        let part = self.part;
        let is_told = part.rows.start == 0;
        for (column, left, _) in part.columns() {
            let piece = part.table.head[column];
            // The first stands in the middle, the others at the top.
            let top = if column == 0 { self.middle(piece, part.head) } else { INSET[1] };
            let told = if is_told { Told::As(part.numbers.head(column)) } else { Told::Repeated };
            let content = self.piece(piece, [left + INSET[0], top], told);
            if is_told {
                self.element(Element::Head(column), &content, Some(WASH));
            }
        }
        if is_told {
            part.numbers.head_row(&mut self.drawn.elements);
        }
    }

    /// The foot is told once, where the grid ends.
    fn foot(&mut self, above: f64) {
        let part = self.part;
        for (column, left, _) in part.columns() {
            let piece = part.table.foot[column];
            let top = if column == 0 { self.middle(piece, part.foot) } else { INSET[1] };
            let told = if part.is_last { Told::As(part.numbers.foot(column)) } else { Told::Repeated };
            let content = self.piece(piece, [left + INSET[0], above + top], told);
            if part.is_last {
                self.element(Element::Foot(column), &content, Some(WASH));
            }
        }
        if part.is_last {
            part.numbers.foot_row(&mut self.drawn.elements);
        }
    }

    fn row(&mut self, row: usize, top: f64) {
        let part = self.part;
        let height = part.heights[row];
        let entries = &part.table.rows[row];
        let mut content = Vec::new();
        if let Some(piece) = entries.name {
            let at = [INSET[0], top + self.middle(piece, height)];
            content = self.piece(piece, at, Told::As(part.numbers.name(row)));
        }
        self.element(Element::Name(row), &content, None);
        for ((column, left, width), cell) in part.columns().skip(1).zip(&entries.cells) {
            if let Some(drawing) = &cell.drawing {
                self.signature(drawing, cell, [left + width - INSET[0], top], height);
            }
            content.clear();
            if let Some(piece) = cell.words {
                let at = [left + INSET[0], top + self.middle(piece, height)];
                content = self.piece(piece, at, Told::As(part.numbers.cell(row, column)));
            }
            self.element(Element::Cell(row, column), &content, cell.fill);
        }
        part.numbers.row(&mut self.drawn.elements, row);
    }

    fn middle(&self, piece: usize, height: f64) -> f64 {
        (height - self.pieces[piece].height) / 2.0
    }

    /// Draws a piece; returns the numbers of its marked content.
    fn piece(&mut self, piece: usize, at: [f64; 2], told: Told) -> Vec<usize> {
        let pieces = self.pieces;
        let mut content = Vec::new();
        for unit in &pieces[piece].units {
            match told {
                Told::Repeated => self.put(b"/Artifact<</Type/Pagination>>BDC\n"),
                Told::As(_) if !unit.is_text => self.put(b"/Artifact<</Type/Layout>>BDC\n"),
                Told::As(element) => {
                    let number = self.number(element);
                    content.push(number);
                    write(&mut self.drawn.operators, format_args!("/Span<</MCID {number}>>BDC\n"));
                }
            }
            self.put(b"q 1 0 0 -1");
            let [x, y] = self.part.at;
            self.numbers([x + at[0] + unit.at[0], y - at[1] - unit.at[1]]);
            self.put(b" cm");
            self.put(&unit.operators);
            self.put(b"Q\nEMC");
        }
        content
    }

    /// The next number of marked content, of which the element is the owner.
    fn number(&mut self, element: u32) -> usize {
        if let Some(free) = self.free.take() {
            self.drawn.free = Some(element);
            return free;
        }
        self.drawn.owners.push(element);
        self.part.next + self.drawn.owners.len() - 1
    }

    fn element(&mut self, element: Element, content: &[usize], fill: Option<[u8; 3]>) {
        self.part.numbers.element(&mut self.drawn.elements, element, content, fill, self.part.page);
    }

    /// A signature in the middle of the row, left of a place; as large as it may be, beside the words and never over them.
    fn signature(&mut self, drawing: &Strokes, cell: &GridCell, [right, top]: [f64; 2], height: f64) {
        let [across, down] = DRAWN.map(|length| Abs::mm(length).to_pt() * cell.share);
        let scale = (across / f64::from(drawing.width)).min(down / f64::from(drawing.height));
        let size = [drawing.width, drawing.height].map(|length| f64::from(length) * scale);
        self.put(b"/Artifact<</Type/Layout>>BDC\nq");
        let [x, y] = self.part.at;
        let corner = [x + right - size[0], y - top - (height - size[1]) / 2.0];
        self.numbers([1.0 / FINEST, 0.0, 0.0, -1.0 / FINEST]);
        self.numbers(corner);
        self.put(b" cm");
        self.colour(INK, b"CS", b"SCN");
        self.numbers([0.45 * FINEST]);
        self.put(b" w 4 M 1 J 1 j");
        let at = |[x, y]: [i32; 2]| [x, y].map(|length| (scale * f64::from(length) * FINEST).round() as i64);
        for line in &drawing.lines {
            let [first, rest @ ..] = line.as_slice() else { continue };
            let first = at(*first);
            self.point(first, b" m");
            if rest.is_empty() {
                self.point([first[0] + 15, first[1]], b" l");
            }
            for point in rest {
                self.point(at(*point), b" l");
            }
        }
        self.put(b"\nS\nQ\nEMC");
    }

    fn point(&mut self, at: [i64; 2], operator: &[u8]) {
        for length in at {
            self.drawn.operators.push(b' ');
            integer(&mut self.drawn.operators, length);
        }
        self.put(operator);
    }

    fn colour(&mut self, colour: [u8; 3], space: &[u8], set: &[u8]) {
        self.put(b"/");
        self.put(self.part.space);
        self.put(b" ");
        self.put(space);
        for part in shares(colour) {
            write(&mut self.drawn.operators, format_args!(" {part}"));
        }
        self.put(b" ");
        self.put(set);
    }

    fn numbers<const N: usize>(&mut self, numbers: [f64; N]) {
        for number in numbers {
            self.drawn.operators.push(b' ');
            decimal(&mut self.drawn.operators, number);
        }
    }

    fn put(&mut self, bytes: &[u8]) {
        self.drawn.operators.extend_from_slice(bytes);
    }
}

/// A colour as PDF has it.
pub fn shares(colour: [u8; 3]) -> [f32; 3] {
    colour.map(|part| f32::from(part) / 255.0)
}

/// A length to a thousandth of a point.
fn decimal(out: &mut Vec<u8>, number: f64) {
    let thousandths = (number * 1000.0).round() as i64;
    if thousandths < 0 {
        out.push(b'-');
    }
    let thousandths = thousandths.abs();
    integer(out, thousandths / 1000);
    let rest = thousandths % 1000;
    if rest > 0 {
        let digits = [rest / 100, rest / 10 % 10, rest % 10].map(|digit| b'0' + digit as u8);
        let kept = digits.iter().rposition(|digit| *digit != b'0').map_or(0, |at| at + 1);
        out.push(b'.');
        out.extend_from_slice(&digits[..kept]);
    }
}

fn integer(out: &mut Vec<u8>, number: i64) {
    if number < 0 {
        out.push(b'-');
    }
    let mut rest = number.unsigned_abs();
    let from = out.len();
    loop {
        out.push(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out[from..].reverse();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_without_what_is_not_needed() {
        for (number, text) in [
            (0.0, "0"),
            (-0.2, "-0.2"),
            (12.0, "12"),
            (1.0005, "1.001"),
            (-1.05, "-1.05"),
            (841.8898, "841.89"),
        ] {
            let mut out = Vec::new();
            decimal(&mut out, number);
            assert_eq!(String::from_utf8(out).unwrap(), text);
        }
    }
}
