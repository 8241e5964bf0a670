//! The objects of a PDF as krilla writes them: one table of places, no objects in streams, no space where none is needed.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::ops::Range;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

/// A PDF that is read.
pub struct File<'a> {
    bytes: &'a [u8],
    /// Where objects are, by number; the first is none.
    objects: Vec<Range<usize>>,
    /// What stands between the word "trailer" and the place of the table.
    trailer: &'a [u8],
}

/// Objects to be added, with their numbers and where each begins.
#[derive(Default)]
pub struct Objects {
    pub bytes: Vec<u8>,
    pub starts: Vec<(u32, usize)>,
}

impl Objects {
    pub fn begin(&mut self, number: u32) {
        self.starts.push((number, self.bytes.len()));
        write(&mut self.bytes, format_args!("{number} 0 obj\n"));
    }

    pub fn end(&mut self) {
        self.bytes.extend_from_slice(b"\nendobj\n");
    }
}

impl<'a> File<'a> {
    /// Nothing if it is none of krilla's.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let start = rfind(bytes, b"startxref\n")?;
        let table = leading(bytes.get(start + b"startxref\n".len()..)?)?;
        let rest = bytes.get(table..)?.strip_prefix(b"xref\n0 ")?;
        let count = leading(rest)?;
        let entries = rest.get(find(rest, b"\n")? + 1..)?;
        let starts = entries.chunks(20).take(count).skip(1).map(leading).collect::<Option<Vec<_>>>()?;
        let mut ends = starts.clone();
        ends.sort_unstable();
        ends.push(table);
        let end = |start: usize| ends[ends.partition_point(|end| *end <= start)];
        let objects = std::iter::once(Some(0..0)).chain(starts.iter().map(|start| Some(*start..end(*start))));
        let trailer = entries.get(count * 20..)?.strip_prefix(b"trailer\n")?;
        let trailer = &trailer[..find(trailer, b"\nstartxref")?];
        Some(Self { bytes, objects: objects.collect::<Option<_>>()?, trailer })
    }

    /// How many numbers of objects are in use; the next is free.
    pub fn len(&self) -> u32 {
        self.objects.len() as u32
    }

    pub fn trailer(&self) -> &'a [u8] {
        self.trailer
    }

    /// What an object says.
    pub fn object(&self, number: u32) -> Option<&'a [u8]> {
        let object = &self.bytes[self.objects.get(number as usize)?.clone()];
        let start = find(object, b" obj\n")? + b" obj\n".len();
        object.get(start..rfind(object, b"\nendobj")?)
    }

    /// The content of a stream.
    pub fn stream(&self, number: u32) -> Option<Vec<u8>> {
        let object = self.object(number)?;
        let start = find(object, b"stream\n")? + b"stream\n".len();
        let length = leading(after(&object[..start], b"/Length ")?)?;
        let data = object.get(start..start + length)?;
        if find(&object[..start], b"/FlateDecode").is_none() {
            return Some(data.to_vec());
        }
        let mut content = Vec::new();
        ZlibDecoder::new(data).read_to_end(&mut content).ok()?;
        Some(content)
    }

    /// The file with other content in some objects, and more objects.
    pub fn rewritten(&self, replaced: &HashMap<u32, Vec<u8>>, added: &[Objects], trailer: &[u8]) -> Vec<u8> {
        let more: usize =
            replaced.values().map(Vec::len).chain(added.iter().map(|more| more.bytes.len())).sum();
        let count = self.objects.len() + added.iter().map(|more| more.starts.len()).sum::<usize>();
        let mut out = Vec::with_capacity(self.bytes.len() + more + count * 20);
        let mut order: Vec<(u32, &Range<usize>)> = (0..).zip(&self.objects).skip(1).collect();
        order.sort_unstable_by_key(|(_, place)| place.start);
        out.extend_from_slice(&self.bytes[..order.first().map_or(0, |(_, place)| place.start)]);
        let mut places = vec![0; count];
        for (number, place) in order {
            places[number as usize] = out.len();
            match replaced.get(&number) {
                Some(content) => {
                    write(&mut out, format_args!("{number} 0 obj\n"));
                    out.extend_from_slice(content);
                    out.extend_from_slice(b"\nendobj\n\n");
                }
                None => out.extend_from_slice(&self.bytes[place.clone()]),
            }
        }
        for more in added {
            for (number, start) in &more.starts {
                places[*number as usize] = out.len() + start;
            }
            out.extend_from_slice(&more.bytes);
        }
        let table = out.len();
        write(&mut out, format_args!("xref\n0 {count}\n0000000000 65535 f\r\n"));
        for place in &places[1..] {
            write(&mut out, format_args!("{place:010} 00000 n\r\n"));
        }
        out.extend_from_slice(b"trailer\n");
        out.extend_from_slice(trailer);
        write(&mut out, format_args!("\nstartxref\n{table}\n%%EOF"));
        out
    }
}

/// A compressed stream, as an object says it.
pub fn packed(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 4), Compression::default());
    // Writing into memory cannot fail.
    let _ = encoder.write_all(content);
    let data = encoder.finish().unwrap_or_default();
    let mut object = format!("<</Length {}/Filter/FlateDecode>>\nstream\n", data.len()).into_bytes();
    object.extend_from_slice(&data);
    object.extend_from_slice(b"\nendstream");
    object
}

/// What stands behind a name.
pub fn after<'a>(bytes: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    find(bytes, name).map(|at| &bytes[at + name.len()..])
}

/// The number of the object that an entry points to.
pub fn reference(bytes: &[u8], name: &[u8]) -> Option<u32> {
    leading(after(bytes, name)?).map(|number| number as u32)
}

/// The numbers of the objects in an array that begins here.
pub fn references(bytes: &[u8]) -> Vec<u32> {
    let inside = bytes.strip_prefix(b"[").unwrap_or(bytes);
    let inside = &inside[..find(inside, b"]").unwrap_or(inside.len())];
    let words = std::str::from_utf8(inside).unwrap_or_default().split_ascii_whitespace();
    words.step_by(3).filter_map(|number| number.parse().ok()).collect()
}

/// The number at the beginning.
pub fn leading(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&bytes[..digits]).ok()?.parse().ok()
}

pub fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == first).map(|at| from + at) {
        if bytes[at..].starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

pub fn rfind(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).rposition(|window| window == needle)
}

/// Writes into memory, which cannot fail.
pub fn write(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}
