//! The kinds of files that are taken, and what each is recognised by.

/// A kind of file. What is not listed is not taken: nothing that a browser or a desk would run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// PNG image.
    Png,
    /// JPEG image.
    Jpeg,
    /// MPEG-4 video.
    Mp4,
    /// `WebM` video.
    Webm,
    /// Text document of Office.
    Docx,
    /// Spreadsheet of Office.
    Xlsx,
    /// Slides of Office.
    Pptx,
    /// Text document of `LibreOffice`.
    Odt,
    /// Spreadsheet of `LibreOffice`.
    Ods,
    /// Slides of `LibreOffice`.
    Odp,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Mp4,
        Self::Webm,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Ods,
        Self::Odp,
    ];

    /// Its media type, which is what it is stored and served as.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Mp4 => "video/mp4",
            Self::Webm => "video/webm",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// The kind of a media type, parameters aside.
    pub fn of_media_type(text: &str) -> Option<Self> {
        let text = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|kind| kind.media_type() == text)
    }

    /// Whether a sender may declare this kind so: by its media type, by a name some systems have for it, or not at all.
    pub fn may_be_declared(self, text: &str) -> bool {
        let text = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let aliases: &[&str] = match self {
            Self::Pdf => &["application/x-pdf"],
            Self::Jpeg => &["image/jpg", "image/pjpeg"],
            Self::Mp4 => &["video/x-m4v"],
            Self::Png | Self::Webm => &[],
            _ => &["application/zip", "application/x-zip-compressed"],
        };
        let is_undeclared = matches!(text.as_str(), "" | "application/octet-stream" | "binary/octet-stream");
        is_undeclared || text == self.media_type() || aliases.contains(&text.as_str())
    }

    /// What its name ends with, without the dot, the usual one first.
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg", "jfif"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::Webm => &["webm"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Pptx => &["pptx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Odp => &["odp"],
        }
    }

    /// Whether it is played rather than read, and may be large.
    pub const fn is_video(self) -> bool {
        matches!(self, Self::Mp4 | Self::Webm)
    }
}

/// What the first bytes of a file say: a kind, or an archive that some kinds are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sniffed {
    /// A kind of its own.
    Kind(Kind),
    /// A ZIP archive: an office document, or none.
    Zip,
}

/// Bytes needed to tell.
pub const SNIFFED: usize = 64;

/// Tells a file by its first bytes. Each kind must begin at the very first one.
pub fn sniff(head: &[u8]) -> Option<Sniffed> {
    let kind = if head.starts_with(b"%PDF-") {
        Kind::Pdf
    } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        Kind::Png
    } else if head.starts_with(b"\xff\xd8\xff") {
        Kind::Jpeg
    } else if head.get(4..8) == Some(b"ftyp") {
        Kind::Mp4
    } else if head.starts_with(b"\x1a\x45\xdf\xa3") {
        Kind::Webm
    } else if head.starts_with(b"PK\x03\x04") {
        return Some(Sniffed::Zip);
    } else {
        return None;
    };
    Some(Sniffed::Kind(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_first_bytes_and_nothing_else_is_taken() {
        assert_eq!(sniff(b"%PDF-1.7\n"), Some(Sniffed::Kind(Kind::Pdf)));
        assert_eq!(sniff(b"PK\x03\x04"), Some(Sniffed::Zip));
        for other in [
            &b""[..],
            b"\n%PDF-1.7",
            b"<html>",
            b"<svg xmlns",
            b"GIF89a",
            b"RIFF....WEBP",
            b"MZ",
            b"\x7fELF",
            b"#!/bin/sh",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"{\\rtf1",
        ] {
            assert_eq!(sniff(other), None, "{other:?}");
        }
    }

    #[test]
    fn media_types_lead_back_to_their_kind() {
        for kind in Kind::ALL {
            assert_eq!(
                Kind::of_media_type(&format!(" {}; charset=x", kind.media_type().to_uppercase())),
                Some(kind)
            );
        }
        assert_eq!(Kind::of_media_type("text/html"), None);
    }

    #[test]
    fn a_kind_is_declared_as_it_is_or_not_at_all() {
        assert!(Kind::Jpeg.may_be_declared("image/jpg") && Kind::Docx.may_be_declared("application/zip"));
        assert!(Kind::Pdf.may_be_declared("Application/PDF; x=y") && Kind::Pdf.may_be_declared(""));
        assert!(!Kind::Pdf.may_be_declared("application/zip") && !Kind::Png.may_be_declared("text/html"));
    }
}
