//! Opens the PDF of typst again, and draws the grids where they are marked.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use rayon::prelude::*;
use typst::utils::hash128;

use super::drawing::{Drawn, Part, Piece};
use super::file::{File, Objects, after, find, leading, packed, reference, references, write};
use super::places::{Names, Place, places};
use super::tags::Numbers;
use super::{Grids, Row, around};

/// A page, as typst wrote it.
struct Page {
    number: u32,
    content: u32,
    resources: u32,
    /// The number of the array that tells the owners of its marked content, and the owners.
    parents: u32,
    owners: Vec<u32>,
    operators: Vec<u8>,
    places: Vec<Place>,
    /// Fonts and spaces of colours, by the numbers of their objects.
    fonts: Vec<u32>,
    space: u32,
}

/// The PDF with its grids; nothing if it has not all places that they need.
pub fn filled(pdf: Vec<u8>, grids: &Grids) -> Option<Vec<u8>> {
    if grids.tables.is_empty() {
        return Some(pdf);
    }
    let file = File::read(&pdf)?;
    let catalog = file.object(reference(file.trailer(), b"/Root ")?)?;
    let root = reference(catalog, b"/StructTreeRoot ")?;
    let parents = parents(file.object(root)?)?;
    let mut numbers = Vec::new();
    list(&file, reference(catalog, b"/Pages ")?, &mut numbers)?;
    // A page without owners of content holds no grid.
    numbers
        .retain(|number| file.object(*number).is_some_and(|page| find(page, b"/StructParents ").is_some()));
    let pages = numbers.into_par_iter().map(|number| Page::read(&file, number, &parents));
    let mut pages = pages.collect::<Option<Vec<Page>>>()?;
    pages.retain(|page| !page.places.is_empty());
    let pieces: Vec<Piece> =
        pages.iter_mut().flat_map(|page| &mut page.places).flat_map(|place| place.pieces.drain(..)).collect();
    if pieces.len() != grids.pieces.len() {
        return None;
    }
    let mut tables = Vec::with_capacity(grids.tables.len());
    let mut first = file.len();
    for table in &grids.tables {
        tables.push(Rows::of(table, &pieces, first));
        first += Numbers::count(table);
    }
    let parts = parts(grids, &pages, &mut tables, &file)?;

    let space = pages.iter().map(|page| format!("k{}", page.space).into_bytes()).collect::<Vec<_>>();
    let drawn: Vec<(Vec<Drawn>, Vec<u8>)> = pages
        .par_iter()
        .zip(&parts)
        .zip(&space)
        .map(|((page, parts), space)| page.drawn(parts, &pieces, grids, &tables, space))
        .collect();

    let mut fonts: Vec<u32> = pages.iter().flat_map(|page| page.fonts.iter().copied()).collect();
    fonts.sort_unstable();
    fonts.dedup();
    let mut replaced = HashMap::new();
    let mut names = BTreeMap::new();
    let mut added = Vec::with_capacity(drawn.len());
    for (page, (drawn, content)) in pages.into_iter().zip(drawn) {
        replaced.insert(page.content, content);
        replaced.entry(page.resources).or_insert(with_names(
            file.object(page.resources)?,
            &fonts,
            page.space,
        )?);
        let mut owners = page.owners;
        for (place, drawn) in page.places.iter().zip(drawn) {
            *owners.get_mut(place.word)? = drawn.free?;
            owners.extend(drawn.owners);
            added.push(drawn.elements);
        }
        let mut array = b"[".to_vec();
        for (at, owner) in owners.iter().enumerate() {
            write(&mut array, format_args!("{}{owner} 0 R", if at == 0 { "" } else { " " }));
        }
        array.push(b']');
        replaced.insert(page.parents, array);
    }
    for rows in &tables {
        let parent = reference(file.object(rows.numbers.table)?, b"/P ")?;
        replaced.insert(rows.numbers.table, rows.numbers.whole(parent));
        rows.numbers.name_heads(&mut names);
    }
    replaced.insert(root, with_heads(file.object(root)?, &names));
    let trailer = identified(&file, catalog, &mut replaced, &added)?;
    Some(file.rewritten(&replaced, &added, &trailer))
}

/// The rows of a table.
struct Rows {
    numbers: Numbers,
    heights: Vec<f64>,
    head: f64,
    foot: f64,
}

impl Rows {
    fn of(table: &super::Table, pieces: &[Piece], first: u32) -> Self {
        let height =
            |numbers: &mut dyn Iterator<Item = usize>| around(numbers.map(|number| pieces[number].height));
        let of_row = |row: &Row| if row.is_tall { height(&mut row.pieces()) } else { table.height };
        Self {
            numbers: Numbers {
                grid: 0,
                table: 0,
                first,
                columns: table.widths.len(),
                rows: table.rows.len(),
            },
            heights: table.rows.iter().map(of_row).collect(),
            head: height(&mut table.head.iter().copied()),
            foot: height(&mut table.foot.iter().copied()),
        }
    }

    /// The rows from one on that make a part of this height.
    fn within(&self, from: usize, height: f64) -> Range<usize> {
        let mut room = height - self.head - self.foot;
        let mut until = from;
        while let Some(row) = self.heights.get(until)
            && *row < room + 0.1
        {
            room -= row;
            until += 1;
        }
        from..until
    }
}

/// The table whose part stands in a place, and which of its rows.
type Shown = (usize, Range<usize>);

/// Which rows of which table are in each place of each page.
fn parts(grids: &Grids, pages: &[Page], tables: &mut [Rows], file: &File<'_>) -> Option<Vec<Vec<Shown>>> {
    let mut at: Option<usize> = None;
    let mut next = 0;
    let mut parts = Vec::with_capacity(pages.len());
    for page in pages {
        let mut here = Vec::with_capacity(page.places.len());
        for place in &page.places {
            let owner = *page.owners.get(place.word)?;
            let grid = match at {
                None => 0,
                Some(grid) if next == tables[grid].heights.len() => grid + 1,
                Some(grid) => grid,
            };
            if at != Some(grid) {
                // Nothing else may be lost with the element that becomes the table.
                let kids = after(file.object(owner)?, b"/K[")?;
                let kids = &kids[..find(kids, b"]")?];
                if count(kids, b" 0 R") != count(kids, b"/Pg ") {
                    return None;
                }
                let numbers = &mut tables.get_mut(grid)?.numbers;
                (numbers.grid, numbers.table) = (grid, owner);
                (at, next) = (Some(grid), 0);
            } else if tables[grid].numbers.table != owner {
                return None;
            }
            let rows = tables[grid].within(next, place.height);
            next = rows.end;
            here.push((grid, rows));
        }
        parts.push(here);
    }
    let is_whole = at? + 1 == grids.tables.len() && next == tables[at?].heights.len();
    is_whole.then_some(parts)
}

impl Page {
    fn read(file: &File<'_>, number: u32, parents: &HashMap<usize, u32>) -> Option<Self> {
        let page = file.object(number)?;
        let parents = *parents.get(&leading(after(page, b"/StructParents ")?)?)?;
        let content = reference(page, b"/Contents ")?;
        let resources = reference(page, b"/Resources ")?;
        let operators = file.stream(content)?;
        let mut names = Names::read(file.object(resources)?);
        let places = places(&operators, &mut names)?;
        let owners = references(file.object(parents)?);
        let Names { fonts, space, .. } = names;
        Some(Self { number, content, resources, parents, owners, operators, places, fonts, space })
    }

    /// The parts drawn, and the stream in which they are.
    fn drawn(
        &self,
        parts: &[(usize, Range<usize>)],
        pieces: &[Piece],
        grids: &Grids,
        tables: &[Rows],
        space: &[u8],
    ) -> (Vec<Drawn>, Vec<u8>) {
        let mut all = Vec::with_capacity(parts.len());
        let mut operators = Vec::new();
        let mut from = 0;
        let mut next = self.owners.len();
        for (place, (grid, rows)) in self.places.iter().zip(parts) {
            let table = &tables[*grid];
            let part = Part {
                table: &grids.tables[*grid],
                numbers: table.numbers,
                rows: rows.clone(),
                heights: &table.heights,
                head: table.head,
                foot: table.foot,
                at: place.at,
                is_last: rows.end == table.heights.len(),
                page: self.number,
                space,
                free: place.word,
                next,
            };
            let drawn = part.drawn(pieces);
            operators.extend_from_slice(&self.operators[from..place.operators.start]);
            operators.extend_from_slice(&drawn.operators);
            from = place.operators.end;
            next += drawn.owners.len();
            all.push(drawn);
        }
        operators.extend_from_slice(&self.operators[from..]);
        (all, packed(&operators))
    }
}

fn count(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).filter(|window| *window == needle).count()
}

/// The numbers of all pages, in their order.
fn list(file: &File<'_>, number: u32, pages: &mut Vec<u32>) -> Option<()> {
    let object = file.object(number)?;
    if let Some(kids) = after(object, b"/Kids") {
        references(kids).into_iter().try_for_each(|kid| list(file, kid, pages))
    } else {
        pages.push(number);
        Some(())
    }
}

/// The arrays of owners, by the number pages know them under.
fn parents(root: &[u8]) -> Option<HashMap<usize, u32>> {
    let numbers = after(root, b"/ParentTree<</Nums[")?;
    let numbers = std::str::from_utf8(&numbers[..find(numbers, b"]")?]).ok()?;
    let words: Vec<&str> = numbers.split_ascii_whitespace().collect();
    words.chunks(4).map(|entry| Some((entry[0].parse().ok()?, entry.get(1)?.parse().ok()?))).collect()
}

/// The structure's root, with more heads among those that have names.
fn with_heads(root: &[u8], names: &BTreeMap<String, u32>) -> Vec<u8> {
    const NAMES: &[u8] = b"/IDTree<</Names[";
    let mut list = Vec::new();
    for (name, number) in names {
        write(&mut list, format_args!("({name}){number} 0 R"));
    }
    match find(root, NAMES) {
        // Those of typst begin with U.
        Some(at) => [&root[..at + NAMES.len()], &list, &root[at + NAMES.len()..]].concat(),
        None => [&root[..root.len() - 2], NAMES, &list, b"]>>>>"].concat(),
    }
}

/// The resources of a page, with the fonts that its grids need, under the numbers of their objects.
fn with_names(resources: &[u8], fonts: &[u32], space: u32) -> Option<Vec<u8>> {
    const FONTS: &[u8] = b"/Font<<";
    const SPACES: &[u8] = b"/ColorSpace<<";
    let mut list = Vec::new();
    for font in fonts {
        write(&mut list, format_args!("/g{font} {font} 0 R"));
    }
    let at = find(resources, FONTS)? + FONTS.len();
    let resources = [&resources[..at], &list, &resources[at..]].concat();
    let at = find(&resources, SPACES)? + SPACES.len();
    Some([&resources[..at], format!("/k{space} {space} 0 R").as_bytes(), &resources[at..]].concat())
}

/// The trailer, after both the file's identifier and the metadata tell this file from those whose grids say something else.
fn identified(
    file: &File<'_>,
    catalog: &[u8],
    replaced: &mut HashMap<u32, Vec<u8>>,
    added: &[Objects],
) -> Option<Vec<u8>> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let trailer = file.trailer();
    let ids = after(trailer, b"/ID[(")?;
    let start = find(ids, b")(")? + 2;
    let old = &ids[start..find(ids, b")]")?];
    let mut contents: Vec<(&u32, &Vec<u8>)> = replaced.iter().collect();
    contents.sort_unstable();
    let mut hashes: Vec<u128> = contents.par_iter().map(hash128).collect();
    hashes.extend(added.par_iter().map(|more| hash128(&more.bytes)).collect::<Vec<_>>());
    let mut rest = hash128(&(old, hashes));
    let mut new = Vec::with_capacity(old.len());
    for letter in old {
        new.push(if *letter == b'=' { b'=' } else { LETTERS[(rest % 64) as usize] });
        rest /= 64;
    }
    let metadata = reference(catalog, b"/Metadata ")?;
    replaced.insert(metadata, with_instead(file.object(metadata)?, old, &new));
    Some(with_instead(trailer, old, &new))
}

fn with_instead(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let mut from = 0;
    while let Some(at) = find(&out[from..], old).map(|at| from + at) {
        out[at..at + old.len()].copy_from_slice(new);
        from = at + old.len();
    }
    out
}
