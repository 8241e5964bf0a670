//! Small releases of the catalogue for tests: the starter's tables, edited, as files, as a zip, or in the database.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

use carnet::catalog::{self, Catalog, Choices, Importer, Report, Source, Supply};

use super::app::TestApp;

/// The files of a release, to be edited before they are zipped.
#[derive(Clone)]
pub struct Rome {
    files: BTreeMap<String, Vec<u8>>,
    version: u32,
}

/// One record of a table, by column name.
pub struct Row<'a> {
    header: &'a csv::StringRecord,
    fields: Vec<String>,
}

impl Row<'_> {
    fn place(&self, column: &str) -> usize {
        self.header.iter().position(|title| title == column).unwrap_or_else(|| panic!("no column {column}"))
    }

    pub fn get(&self, column: &str) -> &str {
        &self.fields[self.place(column)]
    }

    pub fn set(&mut self, column: &str, value: &str) {
        let place = self.place(column);
        value.clone_into(&mut self.fields[place]);
    }
}

impl Rome {
    /// The catalogue that comes with Carnet, file by file.
    pub fn starter() -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/starter");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
        });
        Self { files: files.collect(), version: 60 }
    }

    /// Version 60 as the publisher served it.
    pub fn archive(path: &std::path::Path) -> Self {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        let mut files = BTreeMap::new();
        for at in 0..archive.len() {
            let mut member = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            files.insert(member.name().unwrap().into_owned(), bytes);
        }
        Self { files, version: 60 }
    }

    /// The same under another version number, in the note and in every file name.
    pub fn version(mut self, version: u32) -> Self {
        let (old, new) = (format!("_v4{}_", self.version), format!("_v4{version}_"));
        self.files = self.files.into_iter().map(|(name, bytes)| (name.replace(&old, &new), bytes)).collect();
        let note = format!(
            "Numero de version : {version}\n\nDate de publication : 15/06/2026\n\nDescription : essai\n"
        );
        self.files.insert("version.txt".to_owned(), note.into_bytes());
        self.version = version;
        self
    }

    /// The name of a table's file.
    pub fn name(&self, table: &str) -> String {
        format!("unix_{table}_v4{}_utf8.csv", self.version)
    }

    /// A file's bytes.
    pub fn bytes(&self, table: &str) -> &[u8] {
        &self.files[&self.name(table)]
    }

    /// The same with these bytes in a table's file.
    pub fn with_bytes(mut self, table: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(self.name(table), bytes.into());
        self
    }

    /// The same without a file.
    pub fn without(mut self, name: &str) -> Self {
        assert!(self.files.remove(name).is_some(), "no file {name}");
        self
    }

    /// The same with every record passed through `edit`; those for which it says false are left out.
    pub fn edit(self, table: &str, mut edit: impl FnMut(&mut Row<'_>) -> bool) -> Self {
        let mut reader = csv::Reader::from_reader(self.bytes(table));
        let header = reader.headers().unwrap().clone();
        let mut writer =
            csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        writer.write_record(&header).unwrap();
        for record in reader.records() {
            let fields = record.unwrap().iter().map(str::to_owned).collect();
            let mut row = Row { header: &header, fields };
            if edit(&mut row) {
                writer.write_record(&row.fields).unwrap();
            }
        }
        let bytes = writer.into_inner().unwrap();
        self.with_bytes(table, bytes)
    }

    /// The same with the columns of a table in the opposite order, after one that nobody knows.
    pub fn shuffled(self, table: &str) -> Self {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(self.bytes(table));
        let mut writer = csv::Writer::from_writer(Vec::new());
        for record in reader.records() {
            let record = record.unwrap();
            let fields: Vec<&str> = record.iter().collect();
            writer.write_record(std::iter::once("nouveau").chain(fields.into_iter().rev())).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        self.with_bytes(table, bytes)
    }

    /// The same with one more record at the end of a table.
    pub fn add(self, table: &str, fields: &[&str]) -> Self {
        let mut bytes = self.bytes(table).to_vec();
        let quoted: Vec<String> =
            fields.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\""))).collect();
        writeln!(bytes, "{}", quoted.join(",")).unwrap();
        self.with_bytes(table, bytes)
    }

    /// The same without a job: its sheet and everything that hangs on it.
    pub fn without_job(self, code: &str) -> Self {
        let other = |row: &mut Row<'_>| row.get("code_rome") != code;
        self.edit("referentiel_code_rome", other)
            .edit("referentiel_appellation", other)
            .edit("texte", other)
            .edit("coherence_item", other)
            .edit("rubrique_mobilite", |row| {
                row.get("code_rome") != code && row.get("code_rome_cible") != code
            })
    }

    /// The same with another title for a job, as when its code is given to another one.
    pub fn relabelled_job(self, code: &str, label: &str) -> Self {
        let relabelled = self.edit("referentiel_code_rome", |row| {
            if row.get("code_rome") == code {
                row.set("libelle_rome", label);
            }
            true
        });
        relabelled.edit("referentiel_appellation", |row| {
            if row.get("code_rome") == code && row.get("classification") == "PRINCIPALE" {
                row.set("libelle_appellation_long", label);
            }
            true
        })
    }

    /// The same with a job's code given to another job: all its names move to a third one, but for the new title.
    pub fn reused_job(self, code: &str, title: &str, moved_to: &str) -> Self {
        let moved = self.edit("referentiel_appellation", |row| {
            if row.get("code_rome") == code {
                row.set("code_rome", moved_to);
                row.set("classification", "SYNONYME");
            }
            true
        });
        let retitled = moved.edit("referentiel_code_rome", |row| {
            if row.get("code_rome") == code {
                row.set("libelle_rome", title);
            }
            true
        });
        retitled.add(
            "referentiel_appellation",
            &["999001", title, title, code, "", "", "", "", "", "PRINCIPALE", "", code, "N"],
        )
    }

    /// The same with one more name for a job.
    pub fn named_job(self, ogr: &str, name: &str, job: &str) -> Self {
        let row = [ogr, name, name, job, "", "", "", "", "", "SYNONYME", "", job, "N"];
        self.add("referentiel_appellation", &row)
    }

    /// The same with a new job that these skills are the core of.
    pub fn new_job(self, code: &str, title: &str, core: &[&str]) -> Self {
        let job = self
            .add("referentiel_code_rome", &[code, "99901", "999002", title, "", "", "", "", "", code])
            .add(
                "referentiel_appellation",
                &["999003", title, title, code, "", "", "", "", "", "PRINCIPALE", "", code, "N"],
            )
            .add("texte", &[code, "3", "definition", "1", "Métier nouveau."]);
        core.iter().fold(job, |job, skill| job.add("coherence_item", &[code, skill, "Principale"]))
    }

    /// The same with another name for a detailed skill or a knowledge item.
    pub fn relabelled_skill(self, code: &str, label: &str) -> Self {
        let relabelled = self.edit("referentiel_competence", |row| {
            if row.get("code_ogr") == code {
                row.set("libelle_competence", label);
            }
            true
        });
        relabelled.edit("referentiel_savoir", |row| {
            if row.get("code_ogr_savoir") == code {
                row.set("libelle_savoir", label);
            }
            true
        })
    }

    /// The same with a skill that weighs otherwise in a job: `Principale`, `Émergente`, or nothing; gone from it at `None`.
    pub fn reweighted(self, job: &str, skill: &str, mark: Option<&str>) -> Self {
        self.edit("coherence_item", |row| {
            let is_it = row.get("code_rome") == job && row.get("code_ogr") == skill;
            match mark {
                Some(mark) if is_it => row.set("coeur_metier", mark),
                None if is_it => return false,
                _ => {}
            }
            true
        })
    }

    /// The same without a detailed skill and its links.
    pub fn without_skill(self, code: &str) -> Self {
        self.edit("referentiel_competence", |row| row.get("code_ogr") != code)
            .edit("referentiel_savoir", |row| row.get("code_ogr_savoir") != code)
            .edit("coherence_item", |row| row.get("code_ogr") != code)
    }

    /// The release as the publisher serves it.
    pub fn zip(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in &self.files {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// Writes the files into a folder.
    pub fn unpack(&self, folder: &std::path::Path) {
        for (name, bytes) in &self.files {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
    }
}

impl TestApp {
    /// Loads the catalogue that comes with Carnet.
    pub async fn load_starter(&self) {
        let report = self.import(Source::Starter, Supply::Starter, Choices::default()).await;
        assert_eq!(report.attempt.error, None);
    }

    /// Imports a release from a file and lets the server see it.
    pub async fn import_zip(&self, zip: Vec<u8>) -> Report {
        self.import(Source::File, Supply::Zip(zip), Choices::default()).await
    }

    /// Imports, and lets the server see what changed.
    pub async fn import(&self, source: Source, supply: Supply, choices: Choices) -> Report {
        let report = Importer::from(&self.state).import(source, supply, choices, &|_| {}).await.unwrap();
        catalog::refresh(self.state.part::<Catalog>(), &self.state.pool).await.unwrap();
        report
    }
}
