//! The tags of grids: a table, its rows and cells, which of them are heads, and of what.

use std::collections::BTreeMap;

use super::Table;
use super::drawing::shares;
use super::file::{Objects, write};

/// The numbers of the objects that are the elements of a grid.
#[derive(Clone, Copy)]
pub struct Numbers {
    /// Which of the grids it is.
    pub grid: usize,
    /// The number of the table, and the first of all others.
    pub table: u32,
    pub first: u32,
    pub columns: usize,
    pub rows: usize,
}

/// A cell.
#[derive(Clone, Copy)]
pub enum Element {
    Head(usize),
    Foot(usize),
    Name(usize),
    Cell(usize, usize),
}

impl Numbers {
    /// How many elements a grid has, without the table.
    pub fn count(table: &Table) -> u32 {
        ((table.rows.len() + 2) * (table.widths.len() + 1)) as u32
    }

    /// The number of a row, head and foot first; its cells follow.
    fn of_row(&self, row: usize) -> u32 {
        self.first + (row * (self.columns + 1)) as u32
    }

    pub fn head(&self, column: usize) -> u32 {
        self.of_row(0) + 1 + column as u32
    }

    pub fn foot(&self, column: usize) -> u32 {
        self.of_row(1) + 1 + column as u32
    }

    pub fn name(&self, row: usize) -> u32 {
        self.cell(row, 0)
    }

    pub fn cell(&self, row: usize, column: usize) -> u32 {
        self.of_row(row + 2) + 1 + column as u32
    }

    pub fn head_row(&self, out: &mut Objects) {
        self.write_row(out, 0);
    }

    pub fn foot_row(&self, out: &mut Objects) {
        self.write_row(out, 1);
    }

    pub fn row(&self, out: &mut Objects, row: usize) {
        self.write_row(out, row + 2);
    }

    fn write_row(&self, out: &mut Objects, row: usize) {
        let number = self.of_row(row);
        out.begin(number);
        write(&mut out.bytes, format_args!("<</Type/StructElem/S/TR/P {} 0 R/K[", self.table));
        kids(&mut out.bytes, (1..=self.columns as u32).map(|cell| number + cell));
        out.bytes.extend_from_slice(b"]>>");
        out.end();
    }

    /// Writes a cell that owns this marked content of a page.
    pub fn element(
        &self,
        objects: &mut Objects,
        element: Element,
        content: &[usize],
        fill: Option<[u8; 3]>,
        page: u32,
    ) {
        let grid = self.grid;
        let (number, row) = match element {
            Element::Head(column) => (self.head(column), 0),
            Element::Foot(column) => (self.foot(column), 1),
            Element::Name(row) => (self.name(row), row + 2),
            Element::Cell(row, column) => (self.cell(row, column), row + 2),
        };
        objects.begin(number);
        let out = &mut objects.bytes;
        let parent = self.of_row(row);
        match element {
            Element::Head(column) => write(
                out,
                format_args!(
                    "<</Type/StructElem/S/TH/P {parent} 0 R/ID(G{grid}x{column})/A[<</O/Table/Scope/Column/Headers[]>>"
                ),
            ),
            Element::Foot(column) => write(
                out,
                format_args!(
                    "<</Type/StructElem/S/TD/P {parent} 0 R/A[<</O/Table/Headers[(G{grid}x{column})]>>"
                ),
            ),
            Element::Name(row) => write(
                out,
                format_args!(
                    "<</Type/StructElem/S/TH/P {parent} 0 R/ID(G{grid}y{row})/A[<</O/Table/Scope/Row/Headers[(G{grid}x0)]>>"
                ),
            ),
            Element::Cell(row, column) => write(
                out,
                format_args!(
                    "<</Type/StructElem/S/TD/P {parent} 0 R/A[<</O/Table/Headers[(G{grid}x{column})(G{grid}y{row})]>>"
                ),
            ),
        }
        out.extend_from_slice(b"<</O/Layout");
        if let Some([red, green, blue]) = fill.map(shares) {
            write(out, format_args!("/BackgroundColor[{red} {green} {blue}]"));
        }
        out.extend_from_slice(b"/BorderStyle/Solid>>]/K[");
        for (at, number) in content.iter().enumerate() {
            let space = if at == 0 { "" } else { " " };
            write(out, format_args!("{space}{number}"));
        }
        out.extend_from_slice(b"]");
        if !content.is_empty() {
            write(out, format_args!("/Pg {page} 0 R"));
        }
        out.extend_from_slice(b">>");
        objects.end();
    }

    /// The table, in the place of another element.
    pub fn whole(&self, parent: u32) -> Vec<u8> {
        let mut out = Vec::new();
        write(
            &mut out,
            format_args!(
                "<</Type/StructElem/S/Table/P {parent} 0 R/A[<</O/Layout/BorderColor[0.6627451 0.7058824 0.7490196]\
             /BorderThickness 0.4>>]/K["
            ),
        );
        let rows = (2..self.rows + 2).map(|row| self.of_row(row));
        kids(&mut out, std::iter::once(self.of_row(0)).chain(rows).chain([self.of_row(1)]));
        out.extend_from_slice(b"]>>");
        out
    }

    /// The names of all heads, with their numbers.
    pub fn name_heads(&self, names: &mut BTreeMap<String, u32>) {
        names.extend((0..self.columns).map(|column| (format!("G{}x{column}", self.grid), self.head(column))));
        names.extend((0..self.rows).map(|row| (format!("G{}y{row}", self.grid), self.name(row))));
    }
}

fn kids(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32>) {
    for (at, number) in numbers.enumerate() {
        let space = if at == 0 { "" } else { " " };
        write(out, format_args!("{space}{number} 0 R"));
    }
}
