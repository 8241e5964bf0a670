//! A PDF that holds one picture a page, and nothing else.

use std::io::Write;

/// A page.
pub(super) struct Picture {
    /// The picture.
    pub jpeg: Vec<u8>,
    /// Its pixels across.
    pub width: u32,
    /// Its pixels down.
    pub height: u32,
    /// The page's width and height in points.
    pub points: (f32, f32),
}

/// Objects of one page: the page, what it draws, the picture.
const PER_PAGE: usize = 3;
/// Objects before the first page: the catalogue and the list of pages.
const BEFORE: usize = 2;

/// The pages in this order. The same pictures give the same bytes.
pub(super) fn assembled(pictures: &[Picture]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::with_capacity(BEFORE + pictures.len() * PER_PAGE);
    let first_of = |page: usize| BEFORE + 1 + page * PER_PAGE;
    let kids: Vec<String> = (0..pictures.len()).map(|page| format!("{} 0 R", first_of(page))).collect();
    object(&mut file, &mut places, "<< /Type /Catalog /Pages 2 0 R >>", None);
    let list = format!("<< /Type /Pages /Count {} /Kids [{}] >>", pictures.len(), kids.join(" "));
    object(&mut file, &mut places, &list, None);
    for (place, picture) in pictures.iter().enumerate() {
        let Picture { jpeg, width, height, points: (across, down) } = picture;
        let first = first_of(place);
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across:.2} {down:.2}] /Contents {} 0 R \
             /Resources << /XObject << /P {} 0 R >> >> >>",
            first + 1,
            first + 2,
        );
        object(&mut file, &mut places, &page, None);
        let drawing = format!("q {across:.2} 0 0 {down:.2} 0 0 cm /P Do Q");
        object(&mut file, &mut places, &format!("<< /Length {} >>", drawing.len()), Some(drawing.as_bytes()));
        let head = format!(
            "<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB \
             /BitsPerComponent 8 /Filter /DCTDecode /Length {} >>",
            jpeg.len(),
        );
        object(&mut file, &mut places, &head, Some(jpeg.as_slice()));
    }
    let start = file.len();
    // Writing into memory cannot fail.
    let _ = writeln!(file, "xref\n0 {}\n0000000000 65535 f ", places.len() + 1);
    for place in &places {
        let _ = writeln!(file, "{place:010} 00000 n ");
    }
    let size = places.len() + 1;
    let _ = writeln!(file, "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF");
    file
}

/// Writes the next object, and notes where it begins.
fn object(file: &mut Vec<u8>, places: &mut Vec<usize>, head: &str, stream: Option<&[u8]>) {
    places.push(file.len());
    let _ = writeln!(file, "{} 0 obj\n{head}", places.len());
    if let Some(stream) = stream {
        file.extend_from_slice(b"stream\n");
        file.extend_from_slice(stream);
        file.extend_from_slice(b"\nendstream\n");
    }
    file.extend_from_slice(b"endobj\n");
}
