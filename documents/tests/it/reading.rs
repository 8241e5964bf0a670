//! Reads PDFs as a program for blind people or an archive would: by their structure, not their looks.

use std::io::Write;
use std::process::Command;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// A PDF that was made.
pub struct Read {
    pub document: Document,
    bytes: Vec<u8>,
}

impl Read {
    pub fn new(bytes: &[u8]) -> Self {
        Self { document: Document::load_mem(bytes).unwrap(), bytes: bytes.to_vec() }
    }

    pub fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// The dictionary that an entry of another holds or points to.
    pub fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        self.document.dereference(object).unwrap().1.as_dict().unwrap()
    }

    pub fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// The XMP packet, where PDF/A and PDF/UA are declared.
    pub fn metadata(&self) -> String {
        let stream =
            self.catalog().get(b"Metadata").and_then(|object| self.document.dereference(object)).unwrap().1;
        String::from_utf8(stream.as_stream().unwrap().get_plain_content().unwrap()).unwrap()
    }

    /// The names of all structure elements ("Table", "TH", …), in the order of reading.
    pub fn tags(&self) -> Vec<String> {
        let mut tags = Vec::new();
        let root = self.catalog().get(b"StructTreeRoot").unwrap();
        self.walk(root, &mut tags);
        tags
    }

    fn walk(&self, object: &Object, tags: &mut Vec<String>) {
        match self.document.dereference(object).unwrap().1 {
            Object::Array(children) => children.iter().for_each(|child| self.walk(child, tags)),
            Object::Dictionary(element) => {
                if let Ok(tag) = element.get(b"S").and_then(Object::as_name) {
                    tags.push(String::from_utf8_lossy(tag).into_owned());
                }
                if let Ok(children) = element.get(b"K") {
                    self.walk(children, tags);
                }
            }
            _ => {}
        }
    }

    /// How often a tag occurs.
    pub fn count(&self, tag: &str) -> usize {
        self.tags().iter().filter(|found| *found == tag).count()
    }

    /// Everything that is written on the pages as poppler reads it, spaces as they come; artifacts included.
    pub fn text(&self) -> String {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&self.bytes).unwrap();
        let read =
            Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(file.path()).arg("-").output();
        let read = read.expect("pdftotext is installed (poppler-utils)");
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
        String::from_utf8(read.stdout)
            .unwrap()
            .replace(['\n', '\u{c}', '\u{200b}'], "")
            .replace('\u{a0}', " ")
    }

    /// The files inside, by name.
    pub fn attachments(&self) -> Vec<(String, Vec<u8>)> {
        let Ok(files) = self.catalog().get(b"AF") else { return Vec::new() };
        let files = self.document.dereference(files).unwrap().1.as_array().unwrap();
        files.iter().map(|file| self.attachment(self.dictionary(file))).collect()
    }

    fn attachment(&self, file: &Dictionary) -> (String, Vec<u8>) {
        let name = lopdf::decode_text_string(file.get(b"UF").unwrap()).unwrap();
        let embedded = self.dictionary(file.get(b"EF").unwrap());
        let stream = self.document.dereference(embedded.get(b"F").unwrap()).unwrap().1.as_stream().unwrap();
        (name, stream.get_plain_content().unwrap())
    }

    /// All objects of a kind that scripts or links to outside would need.
    pub fn actions(&self) -> Vec<ObjectId> {
        let has_action = |object: &Object| {
            object.as_dict().is_ok_and(|dictionary| {
                [&b"JS"[..], b"JavaScript", b"OpenAction", b"Launch", b"AA"]
                    .iter()
                    .any(|key| dictionary.has(key))
            })
        };
        let objects = self.document.objects.iter().filter(|(_, object)| has_action(object));
        objects.map(|(id, _)| *id).collect()
    }
}
