//! The national catalogue as the benchmarks need it: jobs, their skills, and the labels people search.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use carnet_index::{RomeCode, SkillCode};
use csv::StringRecord;
use zip::ZipArchive;

/// Names the archive of the catalogue; unset, the starter catalogue of the project is read.
pub const ARCHIVE_VARIABLE: &str = "ROME_ARCHIVE";

/// A job.
#[derive(Debug, Clone)]
pub struct Job {
    /// Its code.
    pub code: RomeCode,
    /// The code it derives from.
    pub family: RomeCode,
    /// Its title.
    pub label: String,
    /// Its skills, those at its heart first.
    pub skills: Vec<SkillCode>,
    /// How many of them are marked.
    pub core: usize,
}

/// What the catalogue says of a job in sentences, one per line.
#[derive(Debug, Clone, Default)]
pub struct Sentences {
    /// What it consists in.
    pub definition: String,
    /// How one gets to it.
    pub access: String,
    /// The jobs within reach of it, the closest first.
    pub neighbours: Vec<RomeCode>,
}

/// A title under which a job is also known.
#[derive(Debug, Clone)]
pub struct Appellation {
    /// Its code.
    pub code: u32,
    /// Its text.
    pub label: String,
    /// The job.
    pub job: RomeCode,
    /// Whether it is the job's title.
    pub is_principal: bool,
}

/// Jobs, appellations and skills.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Every job that has skills, by code.
    pub jobs: Vec<Job>,
    /// Every appellation.
    pub appellations: Vec<Appellation>,
    /// Every skill with its label.
    pub skills: Vec<(SkillCode, String)>,
    /// What is said of each job.
    pub sentences: HashMap<RomeCode, Sentences>,
}

impl Catalogue {
    /// Reads the archive named by [`ARCHIVE_VARIABLE`], or the starter catalogue.
    pub fn load() -> Result<Self> {
        let tables = match std::env::var_os(ARCHIVE_VARIABLE).filter(|path| !path.is_empty()) {
            Some(archive) => Tables::of_archive(Path::new(&archive))?,
            None => Tables::of_directory(&starter())?,
        };
        Self::read(&tables)
    }

    fn read(tables: &Tables) -> Result<Self> {
        let mut skills = Vec::new();
        tables.each("referentiel_competence", ["code_ogr", "libelle_competence"], |[code, label]| {
            skills.push((SkillCode(code.parse()?), label.to_owned()));
            Ok(())
        })?;
        tables.each("referentiel_savoir", ["code_ogr_savoir", "libelle_savoir"], |[code, label]| {
            skills.push((SkillCode(code.parse()?), label.to_owned()));
            Ok(())
        })?;
        let mut appellations = Vec::new();
        let columns = ["code_ogr", "libelle_appellation_long", "code_rome", "classification"];
        tables.each("referentiel_appellation", columns, |[code, label, job, classification]| {
            let (code, label, job) = (code.parse()?, label.to_owned(), RomeCode::parse(job)?);
            let is_principal = classification == "PRINCIPALE";
            appellations.push(Appellation { code, label, job, is_principal });
            Ok(())
        })?;
        Ok(Self { jobs: jobs(tables, &skills)?, appellations, skills, sentences: sentences(tables)? })
    }
}

fn jobs(tables: &Tables, skills: &[(SkillCode, String)]) -> Result<Vec<Job>> {
    let known: HashSet<SkillCode> = skills.iter().map(|(code, _)| *code).collect();
    let mut links: HashMap<RomeCode, [Vec<SkillCode>; 2]> = HashMap::new();
    tables.each("coherence_item", ["code_rome", "code_ogr", "coeur_metier"], |[job, skill, heart]| {
        let skill = SkillCode(skill.parse()?);
        // The links also lead to contexts of work, which are no skills.
        if known.contains(&skill) {
            links.entry(RomeCode::parse(job)?).or_default()[usize::from(heart.is_empty())].push(skill);
        }
        Ok(())
    })?;
    let mut jobs = Vec::new();
    let columns = ["code_rome", "libelle_rome", "code_rome_parent"];
    tables.each("referentiel_code_rome", columns, |[code, label, family]| {
        let code = RomeCode::parse(code)?;
        if let Some([mut skills, others]) = links.remove(&code) {
            let core = skills.len();
            skills.extend(others);
            jobs.push(Job { code, family: RomeCode::parse(family)?, label: label.to_owned(), skills, core });
        }
        Ok(())
    })?;
    jobs.sort_unstable_by_key(|job| job.code);
    ensure!(!jobs.is_empty(), "the catalogue has no job");
    Ok(jobs)
}

fn sentences(tables: &Tables) -> Result<HashMap<RomeCode, Sentences>> {
    let mut said: HashMap<RomeCode, Sentences> = HashMap::new();
    tables.each("texte", ["code_rome", "libelle_type_texte", "libelle_texte"], |[job, kind, text]| {
        let said = said.entry(RomeCode::parse(job)?).or_default();
        let lines = if kind == "definition" { &mut said.definition } else { &mut said.access };
        lines.push_str(text);
        lines.push('\n');
        Ok(())
    })?;
    tables.each("rubrique_mobilite", ["code_rome", "code_rome_cible"], |[job, target]| {
        said.entry(RomeCode::parse(job)?).or_default().neighbours.push(RomeCode::parse(target)?);
        Ok(())
    })?;
    Ok(said)
}

fn starter() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/starter")
}

/// The CSV files of a catalogue by the name of their table.
struct Tables(HashMap<String, Vec<u8>>);

impl Tables {
    fn of_archive(path: &Path) -> Result<Self> {
        let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
        let mut archive = ZipArchive::new(file)?;
        let mut tables = HashMap::new();
        for at in 0..archive.len() {
            let mut member = archive.by_index(at)?;
            if let Some(table) = table_name(&member.name()?) {
                let mut bytes = Vec::new();
                member.read_to_end(&mut bytes)?;
                tables.insert(table, bytes);
            }
        }
        Ok(Self(tables))
    }

    fn of_directory(path: &Path) -> Result<Self> {
        let mut tables = HashMap::new();
        for entry in fs::read_dir(path).with_context(|| format!("listing {}", path.display()))? {
            let entry = entry?;
            if let Some(table) = entry.file_name().to_str().and_then(table_name) {
                tables.insert(table, fs::read(entry.path())?);
            }
        }
        Ok(Self(tables))
    }

    /// Shows some columns of every record of a table.
    fn each<const N: usize>(
        &self,
        table: &str,
        columns: [&str; N],
        mut visit: impl FnMut([&str; N]) -> Result<()>,
    ) -> Result<()> {
        let bytes = self.0.get(table).with_context(|| format!("the catalogue has no table {table}"))?;
        let mut reader = csv::Reader::from_reader(Cursor::new(bytes));
        let headers = reader.headers()?.clone();
        let mut places = [0; N];
        for (place, column) in places.iter_mut().zip(columns) {
            let found = headers.iter().position(|header| header == column);
            *place = found.with_context(|| format!("{table} has no column {column}"))?;
        }
        let mut record = StringRecord::new();
        while reader.read_record(&mut record)? {
            visit(places.map(|place| record.get(place).unwrap_or_default()))
                .with_context(|| format!("{table}: {record:?}"))?;
        }
        Ok(())
    }
}

/// Reads the name of a table from `unix_<name>_v<number>_utf8.csv`.
fn table_name(file: &str) -> Option<String> {
    let name = file.rsplit('/').next()?.strip_prefix("unix_")?.strip_suffix("_utf8.csv")?;
    name.rsplit_once("_v").map(|(table, _)| table.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starter_catalogue_is_read() {
        let catalogue = Catalogue::read(&Tables::of_directory(&starter()).unwrap()).unwrap();
        assert!(catalogue.jobs.len() > 50 && catalogue.skills.len() > 1_000);
        assert!(catalogue.jobs.iter().all(|job| !job.skills.is_empty()));
    }
}
