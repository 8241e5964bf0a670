//! Small exports of France compétences' certifications for tests, and its data set played by a local server.

use std::io::Write as _;
use std::time::Duration;

use carnet::catalog::{
    self, Catalog, Choices, Dataset, Importer, Patience, Report, check_certifications, import_certifications,
};
use serde_json::json;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::app::TestApp;

const HEADER: &str = "\"Id_Fiche\";\"Numero_Fiche\";\"Intitule\";\"Nomenclature_Europe_Niveau\";\
                      \"Date_Fin_Enregistrement\";\"Actif\"";

/// Where the local server describes its data set, and where it keeps the archive.
const DATASET: &str = "/api/1/datasets/certifications/";
const ARCHIVE: &str = "/resources/export.zip";

/// The files of an export, to be edited before they are zipped.
#[derive(Clone)]
pub struct Export {
    day: &'static str,
    sheets: Vec<String>,
    jobs: Vec<String>,
    others: Vec<(String, Vec<u8>)>,
}

impl Export {
    /// Three certifications of web developers and two of bakers.
    pub fn new() -> Self {
        Self { day: "2026_03_02", sheets: Vec::new(), jobs: Vec::new(), others: Vec::new() }
            .with("RNCP31114", "Développeur web et web mobile", "NIV5", "01/09/2028", "ACTIVE", &["M1805"])
            .with("RNCP35634", "Concepteur ; développeur", "NIV6", "", "ACTIVE", &["M1855", "M1805"])
            .with("RNCP204", "Analyste programmeur", "NIV5", "31/12/2019", "INACTIVE", &["M1855"])
            .with("RNCP37537", "Boulanger", "NIV3", "02/03/2026", "ACTIVE", &["D1102"])
            .with("RS715", "Hygiène alimentaire", "", "", "ACTIVE", &["D1102", "d11", "M18"])
    }

    /// The same with one more certification.
    pub fn with(
        mut self,
        number: &str,
        title: &str,
        level: &str,
        ends_on: &str,
        active: &str,
        jobs: &[&str],
    ) -> Self {
        let id = self.sheets.len() + 1;
        self.sheets.push(format!("\"{id}\";\"{number}\";\"{title}\";\"{level}\";\"{ends_on}\";\"{active}\""));
        self.jobs.extend(jobs.iter().map(|job| format!("\"{number}\";\"{job}\";\"\"")));
        self
    }

    /// The same with this many more certifications of bakers.
    pub fn and_bakers(self, count: u32) -> Self {
        (0..count).fold(self, |export, at| {
            export.with(&format!("RNCP{}", 90_000 + at), "Boulanger", "NIV3", "", "ACTIVE", &["D1102"])
        })
    }

    /// The same without a certification and its jobs.
    pub fn without(mut self, number: &str) -> Self {
        let named = format!("\"{number}\"");
        self.sheets.retain(|line| !line.contains(&named));
        self.jobs.retain(|line| !line.contains(&named));
        self
    }

    /// The same with the first text by the second one, in each line of the sheets.
    pub fn replaced(mut self, from: &str, to: &str) -> Self {
        self.sheets.iter_mut().for_each(|line| *line = line.replace(from, to));
        self
    }

    /// The same of another day, written `2026_03_03`.
    pub fn of(mut self, day: &'static str) -> Self {
        self.day = day;
        self
    }

    /// The same with one more file.
    pub fn and_file(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.others.push((name.to_owned(), bytes));
        self
    }

    /// The lines of the sheets as one file.
    pub fn sheets(&self) -> String {
        format!("{HEADER}\n{}\n", self.sheets.join("\n"))
    }

    fn links(&self) -> String {
        format!("\"Numero_Fiche\";\"Codes_Rome_Code\";\"Codes_Rome_Libelle\"\n{}\n", self.jobs.join("\n"))
    }

    /// The name of the file of this part.
    pub fn name(&self, part: &str) -> String {
        format!("export_fiches_CSV_{part}_{}.csv", self.day)
    }

    /// The archive with these bytes as its sheets.
    pub fn zip_with_sheets(&self, sheets: &[u8]) -> Vec<u8> {
        let mut files = vec![
            (self.name("Standard"), sheets.to_vec()),
            (self.name("Rome"), self.links().into_bytes()),
            (self.name("Partenaires"), b"\"Numero_Fiche\"\n".to_vec()),
        ];
        files.extend(self.others.clone());
        zip_of(&files)
    }

    /// The archive as the publisher serves it.
    pub fn zip(&self) -> Vec<u8> {
        self.zip_with_sheets(self.sheets().as_bytes())
    }

    /// The archive with its sheets alone.
    pub fn zip_of_sheets(&self) -> Vec<u8> {
        zip_of(&[(self.name("Standard"), self.sheets().into_bytes())])
    }
}

/// Files in a zip.
pub fn zip_of(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The rules of a download in a hurry.
pub fn hurried() -> Patience {
    Patience {
        tries: 3,
        first_wait: Duration::from_millis(20),
        longest_wait: Duration::from_secs(2),
        connect: Duration::from_secs(2),
        stall: Duration::from_millis(300),
        whole: Duration::from_secs(5),
    }
}

/// A local data.gouv.fr.
pub struct DataGouv {
    pub server: MockServer,
}

impl DataGouv {
    /// A data set that names an older export, the newest one and other files; the archive is not there yet.
    pub async fn start() -> Self {
        let server = MockServer::start().await;
        let gouv = Self { server };
        let newest = format!("{}{ARCHIVE}", gouv.server.uri());
        gouv.describes(json!({
            "title": "Répertoire national des certifications professionnelles",
            "resources": [
                { "title": "export-fiches-csv-2026-03-01.zip", "url": "https://static.data.gouv.fr/old.zip" },
                { "title": "export-fiches-csv-2026-03-02.zip", "url": newest },
                { "title": "export-fiches-rncp-v4-1-2026-03-02.zip", "url": "https://static.data.gouv.fr/x.zip" },
            ],
        }))
        .await;
        gouv
    }

    /// Describes the data set so, instead of everything that was answered before.
    pub async fn describes(&self, description: serde_json::Value) {
        self.server.reset().await;
        self.answers_at(DATASET, ResponseTemplate::new(200).set_body_json(description)).await;
    }

    /// Serves this archive.
    pub async fn serves(&self, zip: Vec<u8>) {
        self.answers(ResponseTemplate::new(200).set_body_bytes(zip)).await;
    }

    /// Answers this for the archive.
    pub async fn answers(&self, answer: ResponseTemplate) {
        self.answers_at(ARCHIVE, answer).await;
    }

    /// Answers this at a path.
    pub async fn answers_at(&self, at: &str, answer: ResponseTemplate) {
        Mock::given(method("GET")).and(path(at)).respond_with(answer).mount(&self.server).await;
    }

    /// How often the archive was asked for.
    pub async fn downloads(&self) -> usize {
        let requests = self.server.received_requests().await.unwrap();
        requests.iter().filter(|request| request.url.path() == ARCHIVE).count()
    }

    /// Where the data set is described.
    pub fn address(&self) -> String {
        format!("{}{DATASET}", self.server.uri())
    }
}

impl TestApp {
    /// Takes an export over, and lets the server see it.
    pub async fn import_certifications(&self, zip: Vec<u8>) -> Report {
        let importer = Importer::from(&self.state);
        let report = import_certifications(&importer, zip, Choices::default(), &|_| {}).await.unwrap();
        catalog::refresh(self.state.part::<Catalog>(), &self.state.pool).await.unwrap();
        report
    }

    /// Asks a data set, and lets the server see what came of it.
    pub async fn check_certifications(&self, address: &str) -> Report {
        let dataset = Dataset::new(address, hurried(), self.state.clock.clone()).unwrap();
        let importer = Importer::from(&self.state);
        let report = check_certifications(&importer, &dataset, Choices::default(), &|_| {}).await.unwrap();
        catalog::refresh(self.state.part::<Catalog>(), &self.state.pool).await.unwrap();
        report
    }
}
