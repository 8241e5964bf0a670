//! The grids of a sheet: tables of up to ten half-days by any number of trainees, drawn here and not by typst.
//!
//! A session has sixty thousand cells that say a few hundred different things. typst lays out each different thing once and
//! leaves a mark on every page where a part of a grid stands ([`layout`]). Its PDF is then opened again: the marks are replaced
//! by what is drawn there, all pages at the same time ([`pages`], [`drawing`]), and the tags of the tables are put in
//! ([`tags`]). Letters, fonts and their meaning stay those that typst wrote.

mod drawing;
mod file;
mod layout;
mod pages;
mod pieces;
mod places;
mod tags;

use std::ops::Range;

use typst::foundations::Content;
use typst::visualize::Color;

use super::strokes::Strokes;
pub use pages::filled;
pub use pieces::{Pieces, Words};

/// Room beside what stands in a cell, and above and below it, in points.
const INSET: [f64; 2] = [2.0, 1.6];
/// How thick the lines between cells are, in points.
const LINE: f64 = 0.4;

/// All grids of a document.
#[derive(Default)]
pub struct Grids {
    pub pieces: Pieces,
    pub tables: Vec<Table>,
}

/// One grid.
pub struct Table {
    /// Of its columns, in points; the first holds the names.
    pub widths: Vec<f64>,
    /// Of a row that is not tall, in points.
    pub height: f64,
    /// What stands in the head and in the foot, by column.
    pub head: Vec<usize>,
    pub foot: Vec<usize>,
    pub rows: Vec<Row>,
    /// The pieces that no grid before has.
    pub pieces: Range<usize>,
}

/// The row of a trainee.
pub struct Row {
    /// Whether it is as high as its content.
    pub is_tall: bool,
    pub name: Option<usize>,
    pub cells: Vec<GridCell>,
}

/// The cell of a trainee and a half-day.
pub struct GridCell {
    pub words: Option<usize>,
    pub fill: Option<[u8; 3]>,
    pub drawing: Option<Strokes>,
    /// The part of the room for signatures that the drawing may take.
    pub share: f64,
}

impl Grids {
    /// Each as a block of the template.
    pub fn blocks(&self) -> Vec<Content> {
        self.tables.iter().map(|table| layout::block(table, &self.pieces)).collect()
    }
}

impl Row {
    /// All pieces of the row.
    fn pieces(&self) -> impl Iterator<Item = usize> {
        self.name.into_iter().chain(self.cells.iter().filter_map(|cell| cell.words))
    }
}

/// The height of a row in which these heights stand.
fn around(heights: impl Iterator<Item = f64>) -> f64 {
    heights.fold(0.0, f64::max) + INSET[1] * 2.0
}

/// The colours that mark places in the PDF of typst, where nothing else has them.
mod marks {
    /// The place of a part of a grid, as large as the part.
    pub const PLACE: [u8; 3] = [3, 1, 2];
    /// The beginning of a piece, one point higher than the piece.
    pub const PIECE: [u8; 3] = [3, 2, 1];
    /// The end of what a place holds.
    pub const END: [u8; 3] = [2, 3, 1];
}

fn rgb([red, green, blue]: [u8; 3]) -> Color {
    Color::from_u8(red, green, blue, 255)
}
