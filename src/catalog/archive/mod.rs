//! Reads the publisher's open-data archive: bytes in, typed lists out. Knows no database and no network.

mod certifications;
mod encoding;
mod error;
mod lists;
mod members;
mod note;
mod table;

pub use certifications::{CertificationArchive, read_certifications};
pub use error::ArchiveError;
pub use members::{MAX_ARCHIVE_BYTES, Member, Members, sha256};

use note::Note;
use table::Table;

use crate::catalog::model::{Draft, Release};

/// The files read; the archive holds others, which the catalogue does not use.
const TABLES: [&str; 10] = [
    "grand_domaine",
    "domaine_professionnel",
    "referentiel_code_rome",
    "referentiel_appellation",
    "referentiel_competence",
    "referentiel_savoir",
    "referentiel_contexte_travail",
    "coherence_item",
    "texte",
    "rubrique_mobilite",
];

/// An archive as read, before anything checks that it is complete.
#[derive(Debug)]
pub struct Archive {
    /// The lists.
    pub draft: Draft,
    /// Hash of the bytes: the same version was once published twice with different ones.
    pub sha256: String,
    /// Oddities that did not prevent reading, one sentence each.
    pub notices: Vec<String>,
}

/// Reads every list of an archive.
pub fn read(members: &Members) -> Result<Archive, ArchiveError> {
    let mut reader = Reader { members, notices: Vec::new() };
    let release = reader.release()?;
    let texts = lists::texts(&reader.table("texte")?)?;
    let mut skills = lists::skills(&reader.table("referentiel_competence")?)?;
    skills.extend(lists::knowledge(&reader.table("referentiel_savoir")?)?);
    let draft = Draft {
        release,
        grand_domains: lists::grand_domains(&reader.table("grand_domaine")?)?,
        domains: lists::domains(&reader.table("domaine_professionnel")?)?,
        jobs: lists::jobs(&reader.table("referentiel_code_rome")?, texts)?,
        appellations: lists::appellations(&reader.table("referentiel_appellation")?)?,
        skills,
        contexts: lists::contexts(&reader.table("referentiel_contexte_travail")?)?,
        links: lists::links(&reader.table("coherence_item")?)?,
        mobilities: match reader.optional_table("rubrique_mobilite")? {
            Some(table) => lists::mobilities(&table)?,
            None => Vec::new(),
        },
    };
    Ok(Archive { draft, sha256: members.sha256.clone(), notices: reader.notices })
}

struct Reader<'a> {
    members: &'a Members,
    notices: Vec<String>,
}

impl Reader<'_> {
    fn release(&mut self) -> Result<Release, ArchiveError> {
        let in_names = self.members.version_in_names();
        let note = match self.members.version_note() {
            Some(member) => Note::parse(&encoding::decode(member)?.text),
            None => Note::default(),
        };
        if note.contradicts(in_names) {
            self.notices
                .push("version.txt et les noms des fichiers ne donnent pas la même version.".to_owned());
        }
        note.release(in_names).ok_or(ArchiveError::NoVersion)
    }

    fn table(&mut self, name: &'static str) -> Result<Table, ArchiveError> {
        let members = self.members;
        self.parse(members.table(name)?)
    }

    fn optional_table(&mut self, name: &'static str) -> Result<Option<Table>, ArchiveError> {
        let members = self.members;
        members.optional_table(name)?.map(|member| self.parse(member)).transpose()
    }

    fn parse(&mut self, member: &Member) -> Result<Table, ArchiveError> {
        let decoded = encoding::decode(member)?;
        if decoded.fell_back {
            self.notices.push(format!("« {} » a été lu en ISO-8859-15 malgré son nom.", member.name));
        }
        Table::parse(&member.name, &decoded.text)
    }
}
