//! What was masked is in no byte of the copy.

use std::fmt::Write;
use std::io::Cursor;

use carnet_documents::masking::{MOST_PAGES, MaskFault, Source, Zone, masked};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A number nobody else has to read.
const SECRET: &str = "284057512345678";

fn zone(page: u16, (x, y, width, height): (f32, f32, f32, f32)) -> Zone {
    Zone { page, x, y, width, height }
}

const ALL: (f32, f32, f32, f32) = (0.0, 0.0, 1.0, 1.0);
const TOP: (f32, f32, f32, f32) = (0.0, 0.0, 1.0, 0.5);

/// A PDF of pages that each write this, uncompressed; its title says it too, and so does a page nobody sees.
fn pdf(pages: usize, text: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {pages} /Kids [{}] >>", kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for page in 0..pages {
        let drawing = format!("BT /F 24 Tf 40 150 Td ({text}) Tj ET 0 0.6 0 rg 20 20 60 60 re f");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents {} 0 R \
             /Resources << /Font << /F 3 0 R >> >> >>",
            5 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()));
    }
    objects.push(format!("<< /Title ({text}) >>"));
    for (place, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", place + 1).as_bytes());
    }
    let start = file.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        writeln!(table, "{place:010} 00000 n ").unwrap();
    }
    write!(
        table,
        "trailer\n<< /Size {} /Root 1 0 R /Info {} 0 R >>\nstartxref\n{start}\n%%EOF\n",
        places.len() + 1,
        objects.len()
    )
    .unwrap();
    file.extend_from_slice(table.as_bytes());
    file
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

/// The pictures of a copy, decoded: each begins and ends as a JPEG does.
fn pictures(copy: &[u8]) -> Vec<RgbImage> {
    let document = lopdf::Document::load_mem(copy).unwrap();
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let images = streams.filter(|stream| stream.dict.get(b"Filter").is_ok());
    images.map(|stream| image::load_from_memory(&stream.content).unwrap().into_rgb8()).collect()
}

/// Whether no pixel of this part, given in fractions, is anything but what zones are painted with.
fn is_dark(picture: &RgbImage, (x, y, width, height): (f32, f32, f32, f32)) -> bool {
    let along = |from: f32, length: f32, whole: u32| {
        let whole = whole as f32;
        (from * whole) as u32..((from + length) * whole) as u32
    };
    along(y, height, picture.height()).all(|row| {
        along(x, width, picture.width())
            .all(|column| picture.get_pixel(column, row).0.iter().all(|part| *part < 24))
    })
}

fn has_green(picture: &RgbImage) -> bool {
    picture.pixels().any(|pixel| pixel.0[1] > 100 && pixel.0[0] < 60 && pixel.0[2] < 60)
}

fn has_ink(picture: &RgbImage) -> bool {
    picture.pixels().any(|pixel| pixel.0.iter().all(|part| *part < 90))
}

#[test]
fn the_text_of_a_pdf_is_in_no_byte_of_its_copy() {
    let original = pdf(2, SECRET);
    assert!(holds(&original, SECRET.as_bytes()), "the original says it");
    let copy = masked(Source::Pdf, &original, &[zone(1, TOP)]).unwrap();
    assert!(copy.starts_with(b"%PDF-1.7"));
    for trace in [SECRET.as_bytes(), &SECRET.as_bytes()[..6], b"/Title", b"/Font", b"/Info"] {
        assert!(!holds(&copy, trace), "{:?} is still there", String::from_utf8_lossy(trace));
    }
    let pages = pictures(&copy);
    assert_eq!(pages.len(), 2);
    assert!(is_dark(&pages[0], TOP), "the zone is painted whole");
    assert!(pages.iter().all(has_green), "the rest of the page is still shown");
    // The page without a zone is the proof that there was something to hide.
    assert!(has_ink(&pages[1]));
}

#[test]
fn a_page_that_is_masked_whole_shows_nothing() {
    let copy = masked(Source::Pdf, &pdf(1, SECRET), &[zone(1, ALL)]).unwrap();
    assert!(is_dark(&pictures(&copy)[0], ALL));
}

#[test]
fn the_same_file_and_zones_give_the_same_copy() {
    let original = pdf(1, SECRET);
    let zones = [zone(1, TOP)];
    assert_eq!(masked(Source::Pdf, &original, &zones), masked(Source::Pdf, &original, &zones));
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone()).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Blue, with a red patch in the middle of its upper half.
fn patched() -> RgbImage {
    RgbImage::from_fn(200, 100, |x, y| {
        let is_patch = (60..140).contains(&x) && (10..40).contains(&y);
        Rgb(if is_patch { [220, 10, 10] } else { [20, 20, 200] })
    })
}

fn is_red(picture: &RgbImage) -> bool {
    picture.pixels().any(|pixel| pixel.0[0] > 90)
}

#[test]
fn the_pixels_of_a_picture_do_not_exist_in_its_copy() {
    for (source, format) in [(Source::Png, ImageFormat::Png), (Source::Jpeg, ImageFormat::Jpeg)] {
        let original = encoded(&patched(), format);
        let bare = masked(source, &original, &[]).unwrap();
        assert!(is_red(&image::load_from_memory(&bare).unwrap().into_rgb8()), "without a zone it is seen");
        let hidden = (0.28, 0.08, 0.44, 0.4);
        let copy = masked(source, &original, &[zone(1, hidden)]).unwrap();
        assert!(copy.starts_with(&[0xff, 0xd8]));
        let seen = image::load_from_memory(&copy).unwrap().into_rgb8();
        assert!(!is_red(&seen));
        assert!(is_dark(&seen, hidden));
        assert!(seen.get_pixel(10, 90).0[2] > 150, "the rest is still shown");
    }
}

#[test]
fn what_a_picture_says_beside_its_pixels_is_gone() {
    let mut original = encoded(&patched(), ImageFormat::Jpeg);
    let comment = [&[0xff, 0xfe, 0, SECRET.len() as u8 + 2][..], SECRET.as_bytes()].concat();
    original.splice(2..2, comment);
    assert!(holds(&original, SECRET.as_bytes()));
    let copy = masked(Source::Jpeg, &original, &[]).unwrap();
    assert!(!holds(&copy, SECRET.as_bytes()) && !holds(&copy, b"Exif"));
}

#[test]
fn zones_follow_the_way_a_phone_was_held() {
    // Orientation 6: what is stored as the left edge is shown at the top.
    let exif = [&b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"[..]].concat();
    let mut original = encoded(
        &RgbImage::from_fn(200, 100, |x, _| Rgb(if x < 60 { [220, 10, 10] } else { [20, 20, 200] })),
        ImageFormat::Jpeg,
    );
    let segment = [&[0xff, 0xe1, 0, exif.len() as u8 + 2][..], &exif].concat();
    original.splice(2..2, segment);
    let copy = masked(Source::Jpeg, &original, &[zone(1, (0.0, 0.0, 1.0, 0.35))]).unwrap();
    let seen = image::load_from_memory(&copy).unwrap().into_rgb8();
    assert_eq!(seen.dimensions(), (100, 200));
    assert!(!is_red(&seen));
}

#[test]
fn what_cannot_be_drawn_is_not_copied() {
    let refused = |source, bytes: &[u8], zones: &[Zone]| masked(source, bytes, zones).unwrap_err();
    assert_eq!(refused(Source::Pdf, b"%PDF-1.4 broken", &[]), MaskFault::Unreadable);
    assert_eq!(refused(Source::Png, b"\x89PNG\r\n\x1a\n broken", &[]), MaskFault::Unreadable);
    assert_eq!(refused(Source::Jpeg, b"\xff\xd8\xff broken", &[]), MaskFault::Unreadable);
    assert_eq!(refused(Source::Pdf, &pdf(1, "a"), &[zone(2, ALL)]), MaskFault::UnknownPage);
    assert_eq!(refused(Source::Pdf, &pdf(1, "a"), &[zone(0, ALL)]), MaskFault::UnknownPage);
    let picture = encoded(&patched(), ImageFormat::Png);
    assert_eq!(refused(Source::Png, &picture, &[zone(2, ALL)]), MaskFault::UnknownPage);
    assert_eq!(refused(Source::Pdf, &pdf(MOST_PAGES + 1, "a"), &[]), MaskFault::TooLarge);
}
