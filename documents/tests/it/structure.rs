//! That the tags and what is on the pages belong together: every piece of content has an owner that knows it, every head is
//! where cells say it is, and what is drawn by the program looks to a reader as if typst had.

use std::collections::{BTreeMap, BTreeSet};

use carnet_documents::samples;
use carnet_documents::sheet::{
    AttendanceSheet, Cell, SheetScope, Status, attendance_sheet_pdf, blank_sheet_pdf,
};
use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId};

use crate::reading::Read;

/// One of each kind with grids: short, of several pages, of several weeks, without trainees, to be signed on paper, with
/// names that need more room and are read from right to left.
fn sheets() -> Vec<(&'static str, Vec<u8>)> {
    let pdf = |sheet: &AttendanceSheet| attendance_sheet_pdf(sheet, None).unwrap();
    vec![
        ("week", pdf(&samples::sheet(SheetScope::Week, 6, 10))),
        ("long week", pdf(&samples::sheet(SheetScope::Week, 70, 10))),
        ("session", pdf(&samples::sheet(SheetScope::Session, 40, 24))),
        ("nobody", pdf(&samples::sheet(SheetScope::Week, 0, 10))),
        ("one half-day", pdf(&samples::sheet(SheetScope::Week, 3, 1))),
        ("blank", blank_sheet_pdf(&samples::sheet(SheetScope::Week, 30, 10), 4).unwrap()),
        ("long names", pdf(&long_names())),
    ]
}

fn long_names() -> AttendanceSheet {
    let mut sheet = samples::sheet(SheetScope::Week, 60, 10);
    for trainee in sheet.trainees.iter_mut().step_by(3) {
        trainee.first_name = String::from("Marie-Charlotte Anne-Sophie Bérénice Philippine");
        trainee.employer = Some("Société coopérative des chantiers navals ".repeat(4));
    }
    sheet.trainees[1].first_name = String::from("محمد");
    sheet.trainees[1].last_name = String::from("العربي");
    sheet.trainees[2].last_name = String::from("דוד");
    sheet
}

/// The elements of the structure, with their objects.
fn elements(read: &Read) -> BTreeMap<ObjectId, &Dictionary> {
    let is_element = |object: &Object| {
        let dictionary = object.as_dict().ok()?;
        (dictionary.get(b"Type").ok()?.as_name().ok()? == b"StructElem").then_some(())
    };
    let objects = read.document.objects.iter().filter(|(_, object)| is_element(object).is_some());
    objects.map(|(id, object)| (*id, object.as_dict().unwrap())).collect()
}

fn kids(element: &Dictionary) -> &[Object] {
    element.get(b"K").map(|kids| kids.as_array().unwrap().as_slice()).unwrap_or_default()
}

fn name<'a>(element: &'a Dictionary, key: &[u8]) -> &'a str {
    std::str::from_utf8(element.get(key).unwrap().as_name().unwrap()).unwrap()
}

/// The arrays of owners, by page.
fn owners(read: &Read, page: ObjectId) -> Vec<ObjectId> {
    let root = read.dictionary(read.catalog().get(b"StructTreeRoot").unwrap());
    let numbers = read.dictionary(root.get(b"ParentTree").unwrap()).get(b"Nums").unwrap().as_array().unwrap();
    let page = read.document.get_dictionary(page).unwrap();
    let key = page.get(b"StructParents").unwrap();
    let at = numbers.iter().step_by(2).position(|number| number == key).unwrap();
    let owners = read.document.dereference(&numbers[at * 2 + 1]).unwrap().1.as_array().unwrap();
    owners.iter().map(|owner| owner.as_reference().unwrap()).collect()
}

/// The numbers of marked content on a page. Everything that is drawn is in one, or is no content.
fn marked(read: &Read, name: &str, page: ObjectId) -> Vec<usize> {
    let content = Content::decode(&read.document.get_page_content(page).unwrap()).unwrap();
    let mut numbers = Vec::new();
    let mut open: Vec<bool> = Vec::new();
    let mut depth = 0;
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let tag = operation.operands[0].as_name().unwrap();
                let number =
                    operation.operands.get(1).and_then(|entries| entries.as_dict().ok()?.get(b"MCID").ok());
                if let Some(number) = number {
                    assert!(open.is_empty(), "{name}: marked content within other");
                    numbers.push(number.as_i64().unwrap() as usize);
                }
                open.push(number.is_some() || tag == b"Artifact");
            }
            "EMC" => assert!(open.pop().is_some(), "{name}"),
            "q" => depth += 1,
            "Q" => depth -= 1,
            "f" | "S" | "Tj" | "TJ" => assert!(open.contains(&true), "{name}: something is neither"),
            _ => {}
        }
        assert!(depth >= 0, "{name}");
    }
    assert_eq!((depth, open.len()), (0, 0), "{name}");
    numbers
}

#[test]
fn all_content_has_one_owner_that_knows_it() {
    for (name, bytes) in sheets() {
        let read = Read::new(&bytes);
        let elements = elements(&read);
        let mut known = 0;
        for page in read.document.get_pages().into_values() {
            let owners = owners(&read, page);
            let numbers = marked(&read, name, page);
            let all: BTreeSet<usize> = numbers.iter().copied().collect();
            assert_eq!(all.len(), numbers.len(), "{name}: a number twice");
            assert_eq!(all, (0..owners.len()).collect(), "{name}: numbers and owners");
            for number in all {
                let owner = elements[&owners[number]];
                assert_eq!(owner.get(b"Pg").unwrap().as_reference().unwrap(), page, "{name}");
                let own =
                    kids(owner).iter().filter(|kid| kid.as_i64().is_ok_and(|kid| kid as usize == number));
                assert_eq!(own.count(), 1, "{name}");
            }
            known += numbers.len();
        }
        let own = elements.values().flat_map(|element| kids(element)).filter(|kid| kid.as_i64().is_ok());
        assert_eq!(own.count(), known, "{name}: content that is not on its page");
    }
}

#[test]
fn elements_are_a_tree() {
    for (name, bytes) in sheets() {
        let read = Read::new(&bytes);
        let elements = elements(&read);
        let mut met = BTreeSet::new();
        for (id, element) in &elements {
            for kid in kids(element).iter().filter_map(|kid| kid.as_reference().ok()) {
                assert!(met.insert(kid), "{name}: {kid:?} twice");
                assert_eq!(elements[&kid].get(b"P").unwrap().as_reference().unwrap(), *id, "{name}");
            }
        }
        // All but the document, whose parent is the root.
        assert_eq!(met.len() + 1, elements.len(), "{name}");
        let inside = |parent: &str| match parent {
            "TR" => Some(&["TH", "TD"][..]),
            "Table" => Some(&["TR", "THead", "TBody", "TFoot"][..]),
            _ => None,
        };
        for element in elements.values() {
            let Some(allowed) = inside(name_of(element)) else { continue };
            for kid in kids(element) {
                let kid = elements[&kid.as_reference().unwrap()];
                assert!(allowed.contains(&name_of(kid)), "{name}: {} in {}", name_of(kid), name_of(element));
            }
        }
    }
}

fn name_of(element: &Dictionary) -> &str {
    name(element, b"S")
}

/// The attribute of an element.
fn attribute<'a>(element: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let attributes = element.get(b"A").ok()?.as_array().ok()?;
    attributes.iter().find_map(|attributes| attributes.as_dict().ok()?.get(key).ok())
}

#[test]
fn heads_are_found_by_their_names() {
    for (name, bytes) in sheets() {
        let read = Read::new(&bytes);
        let elements = elements(&read);
        let root = read.dictionary(read.catalog().get(b"StructTreeRoot").unwrap());
        let names = read.dictionary(root.get(b"IDTree").unwrap()).get(b"Names").unwrap().as_array().unwrap();
        let names: Vec<(&[u8], ObjectId)> = names
            .chunks(2)
            .map(|entry| (entry[0].as_str().unwrap(), entry[1].as_reference().unwrap()))
            .collect();
        assert!(names.windows(2).all(|pair| pair[0].0 < pair[1].0), "{name}: not in order");
        let of_elements: BTreeMap<&[u8], ObjectId> = elements
            .iter()
            .filter_map(|(id, element)| Some((element.get(b"ID").ok()?.as_str().ok()?, *id)))
            .collect();
        let names: BTreeMap<_, _> = names.into_iter().collect();
        assert_eq!(names, of_elements, "{name}");
        for element in elements.values().filter(|element| matches!(name_of(element), "TH" | "TD")) {
            for head in attribute(element, b"Headers").unwrap().as_array().unwrap() {
                let head = elements[&names[head.as_str().unwrap()]];
                assert_eq!(name_of(head), "TH", "{name}");
            }
        }
    }
}

#[test]
fn a_grid_has_a_row_per_trainee_under_its_columns() {
    let sheet = samples::sheet(SheetScope::Session, 40, 24);
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    let elements = elements(&read);
    let rows_of = |table: &Dictionary| -> Vec<Vec<&str>> {
        let row = |kid: &Object| {
            let row = elements[&kid.as_reference().unwrap()];
            kids(row).iter().map(|cell| name_of(elements[&cell.as_reference().unwrap()])).collect()
        };
        kids(table).iter().map(row).collect()
    };
    let tables: Vec<_> =
        elements.values().filter(|element| name_of(element) == "Table").map(|table| rows_of(table)).collect();
    for columns in [10, 10, 4] {
        let head = vec!["TH"; columns + 1];
        let mut row = vec!["TD"; columns + 1];
        let foot = row.clone();
        row[0] = "TH";
        let is_grid = |rows: &&Vec<Vec<&str>>| {
            rows[0] == head
                && rows.last() == Some(&foot)
                && rows[1..rows.len() - 1].iter().all(|one| *one == row)
        };
        let grids: Vec<_> = tables.iter().filter(is_grid).collect();
        assert!(!grids.is_empty(), "{columns} columns");
        assert!(grids.iter().all(|rows| (36..=40).contains(&(rows.len() - 2))));
    }
}

#[test]
fn a_row_is_read_from_the_name_to_the_last_half_day() {
    let mut sheet = samples::sheet(SheetScope::Week, 3, 4);
    for (at, trainee) in sheet.trainees.iter_mut().enumerate() {
        for (column, cell) in trainee.cells.iter_mut().enumerate() {
            let Cell::Mark(mark) = cell else { panic!("everybody is expected") };
            mark.status = Status::Late { minutes: (10 * (at + 1) + column) as u32 };
        }
    }
    let text = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap()).text();
    let words = ["Stagiaires", "lun. 09/03", "LÉVÊQUE", "Retard 10", "Retard 11", "Retard 12", "Retard 13"];
    let more =
        ["BENALI", "Retard 20", "Retard 23", "DUPONT-MORETTI", "Retard 30", "Formateurs", "Solène Kerbrat"];
    let mut rest = text.as_str();
    for word in words.into_iter().chain(more) {
        let Some((_, behind)) = rest.split_once(word) else { panic!("{word} is not behind, in {text}") };
        rest = behind;
    }
}

#[test]
fn head_and_foot_stand_on_every_page_and_are_told_once() {
    let read = Read::new(&attendance_sheet_pdf(&samples::sheet(SheetScope::Week, 70, 10), None).unwrap());
    let text = read.text();
    let pages = text.matches("Stagiaires").count();
    assert!(pages >= 3, "{text}");
    assert_eq!(text.matches("Formateurs").count(), pages);
    let is_column = |element: &&&Dictionary| {
        attribute(element, b"Scope").is_some_and(|scope| scope.as_name().unwrap() == b"Column")
            && element.get(b"ID").unwrap().as_str().unwrap().starts_with(b"G")
    };
    assert_eq!(elements(&read).values().filter(is_column).count(), 11);
}

#[test]
fn another_mark_makes_another_file() {
    let sheet = samples::sheet(SheetScope::Week, 6, 10);
    let mut other = sheet.clone();
    // The same words, in other cells.
    other.trainees[0].cells.swap(0, 2);
    assert_ne!(sheet, other);
    let identifiers = |sheet: &AttendanceSheet| {
        let read = Read::new(&attendance_sheet_pdf(sheet, None).unwrap());
        let [document, file] = &read.document.trailer.get(b"ID").unwrap().as_array().unwrap()[..] else {
            panic!("two identifiers")
        };
        let file = String::from_utf8(file.as_str().unwrap().to_vec()).unwrap();
        assert!(read.metadata().contains(&file), "the metadata know it");
        (document.as_str().unwrap().to_vec(), file)
    };
    let (one, two) = (identifiers(&sheet), identifiers(&other));
    assert_eq!(one.0, two.0);
    assert_ne!(one.1, two.1);
}

#[test]
fn names_that_need_room_get_it() {
    let sheet = long_names();
    let read = Read::new(&attendance_sheet_pdf(&sheet, None).unwrap());
    let text = read.text().replace(' ', "");
    assert_eq!(
        text.matches("Marie-CharlotteAnne-SophieBéréniceP").count(),
        20 + 20,
        "in the grid and the totals"
    );
    assert!(text.matches("chantiersnavals").count() >= 80);
}
