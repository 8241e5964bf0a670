//! The files of an archive, from a zip or from a folder, within size limits.

use std::io::{Cursor, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::error::ArchiveError;

/// Largest archive accepted, as downloaded.
pub const MAX_ARCHIVE_BYTES: u64 = 64 << 20;
/// Largest sum of the files read from it; version 60 needs 20 MiB.
const MAX_UNPACKED_BYTES: u64 = 256 << 20;
/// Version 60 has 30 members.
const MAX_MEMBERS: usize = 200;

/// One file, unpacked.
#[derive(Debug)]
pub struct Member {
    /// Its name without folders.
    pub name: String,
    /// Its bytes, in whatever encoding.
    pub bytes: Vec<u8>,
}

/// The files of an archive that matter to the catalogue, and the hash of the whole.
#[derive(Debug)]
pub struct Members {
    /// Hexadecimal SHA-256 of the zip, or of names and contents for a folder.
    pub sha256: String,
    files: Vec<Member>,
}

impl Members {
    /// Unpacks the files of a zip that the catalogue is read from.
    pub fn from_zip(zip: &[u8]) -> Result<Self, ArchiveError> {
        Self::unpack(zip, MAX_UNPACKED_BYTES, is_wanted)
    }

    /// Unpacks the files of a zip whose name, without folders, is wanted, up to so many bytes; the others stay packed.
    pub fn unpack(
        zip: &[u8],
        mut budget: u64,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<Self, ArchiveError> {
        check_size("L’archive", zip.len() as u64, MAX_ARCHIVE_BYTES)?;
        let mut archive = zip::ZipArchive::new(Cursor::new(zip)).map_err(unreadable)?;
        check_count(archive.len())?;
        let mut files = Vec::new();
        for index in 0..archive.len() {
            let entry = archive.by_index(index).map_err(unreadable)?;
            // The names that are wanted are plain; another one may be in any encoding.
            let name = base_name(&String::from_utf8_lossy(entry.name_raw())).to_owned();
            if entry.is_file() && is_wanted(&name) {
                let bytes = read_within(entry, &name, &mut budget)?;
                files.push(Member { name, bytes });
            }
        }
        Ok(Self { sha256: sha256(zip), files })
    }

    /// Reads the wanted files of a folder.
    pub fn from_folder(folder: &Path) -> Result<Self, ArchiveError> {
        let mut files = Vec::new();
        let mut budget = MAX_UNPACKED_BYTES;
        let entries: Vec<_> = std::fs::read_dir(folder).and_then(Iterator::collect).map_err(unreadable)?;
        check_count(entries.len())?;
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_wanted(&name) {
                let file = std::fs::File::open(entry.path()).map_err(unreadable)?;
                let bytes = read_within(file, &name, &mut budget)?;
                files.push(Member { name, bytes });
            }
        }
        Ok(Self::from_files(files))
    }

    /// Takes files already in memory.
    pub fn from_files(mut files: Vec<Member>) -> Self {
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let mut hasher = Sha256::new();
        for file in &files {
            hasher.update((file.name.len() as u64).to_be_bytes());
            hasher.update(&file.name);
            hasher.update((file.bytes.len() as u64).to_be_bytes());
            hasher.update(&file.bytes);
        }
        Self { sha256: to_hex(&hasher.finalize()), files }
    }

    /// The file `unix_<name>_v4NN_utf8.csv`; an error names it when absent or doubled.
    pub fn table(&self, name: &'static str) -> Result<&Member, ArchiveError> {
        self.optional_table(name)?.ok_or(ArchiveError::MissingMember(name))
    }

    /// The same for a file that a release may lack.
    pub fn optional_table(&self, name: &'static str) -> Result<Option<&Member>, ArchiveError> {
        let mut found =
            self.files.iter().filter(|file| table_name(&file.name).is_some_and(|(table, _)| table == name));
        match (found.next(), found.next()) {
            (Some(first), Some(second)) => {
                Err(ArchiveError::AmbiguousMember(first.name.clone(), second.name.clone()))
            }
            (first, _) => Ok(first),
        }
    }

    /// The one file with this word between the dashes and underscores of its name; an error tells when absent or doubled.
    pub fn part(&self, part: &'static str) -> Result<&Member, ArchiveError> {
        let mut found = self.files.iter().filter(|file| has_part(&file.name, part));
        match (found.next(), found.next()) {
            (Some(first), Some(second)) => {
                Err(ArchiveError::AmbiguousMember(first.name.clone(), second.name.clone()))
            }
            (Some(file), None) => Ok(file),
            (None, _) => Err(ArchiveError::MissingPart(part)),
        }
    }

    /// The publisher's note on the release.
    pub fn version_note(&self) -> Option<&Member> {
        self.files.iter().find(|file| file.name.eq_ignore_ascii_case("version.txt"))
    }

    /// The version in the file names, when they all carry the same one.
    pub fn version_in_names(&self) -> Option<i32> {
        let mut versions = self.files.iter().filter_map(|file| table_name(&file.name)).map(|(_, v)| v);
        let first = versions.next()?;
        versions.all(|version| version == first).then_some(first)
    }
}

/// Splits `unix_texte_v460_utf8.csv` into `texte` and 60: the leading 4 stands for ROME 4.0.
fn table_name(file_name: &str) -> Option<(&str, i32)> {
    let stem = file_name.strip_prefix("unix_")?.strip_suffix("_utf8.csv")?;
    let (table, version) = stem.rsplit_once("_v4")?;
    let well_formed = (1..=4).contains(&version.len()) && version.bytes().all(|b| b.is_ascii_digit());
    if well_formed { Some((table, version.parse().ok()?)) } else { None }
}

fn is_wanted(name: &str) -> bool {
    name.eq_ignore_ascii_case("version.txt")
        || table_name(name).is_some_and(|(table, _)| super::TABLES.contains(&table))
}

/// Whether a CSV file bears this word between the dashes and underscores of its name, whatever its case.
pub fn has_part(file_name: &str, part: &str) -> bool {
    let Some((stem, extension)) = file_name.rsplit_once('.') else { return false };
    extension.eq_ignore_ascii_case("csv")
        && stem.split(['_', '-']).any(|word| word.eq_ignore_ascii_case(part))
}

fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn read_within(source: impl Read, name: &str, budget: &mut u64) -> Result<Vec<u8>, ArchiveError> {
    let mut bytes = Vec::new();
    source.take(*budget + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    check_size(&format!("« {name} » une fois décompressé"), bytes.len() as u64, *budget)?;
    *budget -= bytes.len() as u64;
    Ok(bytes)
}

fn check_size(what: &str, size: u64, limit: u64) -> Result<(), ArchiveError> {
    if size > limit {
        return Err(ArchiveError::TooLarge { what: what.to_owned(), limit_mib: limit >> 20 });
    }
    Ok(())
}

fn check_count(count: usize) -> Result<(), ArchiveError> {
    if count > MAX_MEMBERS {
        return Err(ArchiveError::TooManyMembers { count, limit: MAX_MEMBERS });
    }
    Ok(())
}

fn unreadable(error: impl std::fmt::Display) -> ArchiveError {
    ArchiveError::Unreadable(error.to_string())
}

/// Hexadecimal SHA-256.
pub fn sha256(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

fn to_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        // Writing into a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_and_the_version_are_read_from_the_file_name() {
        assert_eq!(table_name("unix_texte_v460_utf8.csv"), Some(("texte", 60)));
        assert_eq!(
            table_name("unix_referentiel_code_rome_v4100_utf8.csv"),
            Some(("referentiel_code_rome", 100))
        );
        for name in [
            "unix_texte_v4_utf8.csv",
            "unix_texte_v4x0_utf8.csv",
            "texte_v460_utf8.csv",
            "unix_texte_v460.csv",
        ] {
            assert_eq!(table_name(name), None, "{name}");
        }
    }

    #[test]
    fn two_versions_of_one_table_are_ambiguous() {
        let file = |name: &str| Member { name: name.to_owned(), bytes: Vec::new() };
        let members =
            Members::from_files(vec![file("unix_texte_v460_utf8.csv"), file("unix_texte_v461_utf8.csv")]);
        assert!(matches!(members.table("texte"), Err(ArchiveError::AmbiguousMember(..))));
        assert_eq!(members.version_in_names(), None);
        assert_eq!(members.table("grand_domaine").err(), Some(ArchiveError::MissingMember("grand_domaine")));
    }

    #[test]
    fn a_file_is_found_by_a_word_of_its_name() {
        assert!(has_part("export_fiches_CSV_Rome_2026_03_02.csv", "Rome"));
        assert!(has_part("export-fiches-standard.CSV", "Standard"));
        for name in ["export_fiches_CSV_Romeo.csv", "export_Rome.txt", "Rome", "romecsv"] {
            assert!(!has_part(name, "Rome"), "{name}");
        }
    }

    #[test]
    fn what_is_not_a_zip_is_unreadable() {
        let html = b"<!doctype html><title>Maintenance</title>";
        assert!(matches!(Members::from_zip(html), Err(ArchiveError::Unreadable(_))));
        assert!(matches!(Members::from_zip(&[]), Err(ArchiveError::Unreadable(_))));
    }
}
