//! Exports as they can be: sound, broken, hostile. The table in place never pays for it.

use carnet::catalog::{Choices, ImportError, Importer, Outcome, import_certifications};

use crate::catalog::checksum::checksum;
use crate::support::app::TestApp;
use crate::support::certifications::{Export, zip_of};

async fn number_of(app: &TestApp, table: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM {table}");
    sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&app.state.pool).await.unwrap()
}

/// Checks that this archive is refused so, and leaves the table as it was.
async fn assert_refused(zip: Vec<u8>, reason: &str) {
    let app = TestApp::start().await;
    app.import_certifications(Export::new().and_bakers(100).zip()).await;
    let before = checksum(&app).await;
    let attempt = app.import_certifications(zip).await.attempt;
    let error = attempt.error.unwrap();
    assert_eq!(attempt.outcome, Outcome::Refused, "{error}");
    assert!(error.contains(reason), "{error}");
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn an_export_is_taken_over_and_what_is_malformed_is_counted() {
    let app = TestApp::start().await;
    let report = app.import_certifications(Export::new().zip()).await;
    let attempt = report.attempt;
    assert_eq!((attempt.outcome, attempt.error, attempt.release), (Outcome::Applied, None, None));
    assert_eq!((attempt.tally.added, attempt.tally.changed, attempt.tally.retired), (5, 0, 0));
    assert_eq!(
        attempt.notices,
        ["« export_fiches_CSV_Rome_2026_03_02.csv » : codes ROME mal formés, laissés de côté : 2."]
    );
    assert!(report.summary.unwrap().starts_with("aucune table → export du 02/03/2026\n"));
    assert_eq!(number_of(&app, "certification").await, 5);
    assert_eq!(number_of(&app, "certification_job").await, 6);
}

#[tokio::test]
async fn the_next_export_changes_what_it_says_otherwise_and_known_bytes_cost_nothing() {
    let app = TestApp::start().await;
    app.import_certifications(Export::new().and_bakers(50).zip()).await;
    let next = Export::new()
        .and_bakers(50)
        .of("2026_03_03")
        .without("RNCP204")
        .replaced("Hygiène alimentaire", "Hygiène en restauration")
        .with("RNCP41000", "Boulanger de demain", "NIV4", "2030-01-31", "Oui", &["D1102"]);
    let tally = app.import_certifications(next.zip()).await.attempt.tally;
    assert_eq!((tally.added, tally.changed, tally.retired), (1, 1, 1));
    let job = "SELECT job_code FROM certification_job WHERE number = 'RS715'";
    let jobs: Vec<String> = sqlx::query_scalar(job).fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(jobs, ["D1102"], "a certification written anew keeps its jobs");
    let before = checksum(&app).await;
    let again = app.import_certifications(next.zip()).await.attempt;
    assert_eq!((again.outcome, again.tally.is_zero()), (Outcome::Unchanged, true));
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn an_import_of_the_catalogue_and_one_of_certifications_do_not_mistake_each_other() {
    let app = TestApp::with_catalogue().await;
    app.import_certifications(Export::new().zip()).await;
    let rome = crate::support::rome::Rome::starter().version(61).zip();
    assert_eq!(app.import_zip(rome.clone()).await.attempt.outcome, Outcome::Applied);
    assert_eq!(app.import_certifications(Export::new().zip()).await.attempt.outcome, Outcome::Unchanged);
    assert_eq!(app.import_zip(rome).await.attempt.outcome, Outcome::Unchanged);
}

#[tokio::test]
async fn other_separators_and_encodings_are_read() {
    let app = TestApp::start().await;
    let export = Export::new();
    let latin: Vec<u8> = export.sheets().chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let attempt = app.import_certifications(export.zip_with_sheets(&latin)).await.attempt;
    assert_eq!(attempt.error, None);
    assert_eq!(attempt.notices[0], "« export_fiches_CSV_Standard_2026_03_02.csv » a été lu en ISO-8859-15.");
    let title = "SELECT title FROM certification WHERE number = 'RNCP31114'";
    let title: String = sqlx::query_scalar(title).fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(title, "Développeur web et web mobile");
    let commas = export.sheets().replace("\";\"", "\",\"");
    let attempt = app.import_certifications(export.of("2026_03_03").zip_with_sheets(commas.as_bytes())).await;
    assert_eq!((attempt.attempt.error, attempt.attempt.tally.changed), (None, 0));
}

#[tokio::test]
async fn a_title_over_several_lines_is_one_line() {
    let app = TestApp::start().await;
    app.import_certifications(
        Export::new().replaced("Analyste programmeur", "Analyste\n  programmeur ").zip(),
    )
    .await;
    let title = "SELECT title FROM certification WHERE number = 'RNCP204'";
    let title: String = sqlx::query_scalar(title).fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(title, "Analyste programmeur");
}

#[tokio::test]
async fn one_import_at_a_time_whatever_it_imports() {
    let app = TestApp::start().await;
    let mut other = app.state.pool.begin().await.unwrap();
    sqlx::query("SELECT pg_advisory_xact_lock(42440001)").execute(&mut *other).await.unwrap();
    let importer = Importer::from(&app.state);
    let zip = Export::new().zip();
    let busy = import_certifications(&importer, zip.clone(), Choices::default(), &|_| {}).await;
    assert!(matches!(busy, Err(ImportError::Busy)), "{busy:?}");
    assert_eq!(number_of(&app, "certification").await, 0);
    other.rollback().await.unwrap();
    assert_eq!(app.import_certifications(zip).await.attempt.outcome, Outcome::Applied);
}

#[tokio::test]
async fn a_faulty_line_is_left_out_and_many_refuse_the_export() {
    let app = TestApp::start().await;
    let faulty = Export::new().and_bakers(200).with("RNCP999", "Sans état", "", "", "peut-être", &["D1102"]);
    let attempt = app.import_certifications(faulty.zip()).await.attempt;
    assert_eq!((attempt.error, attempt.tally.added), (None, 205));
    let name = "export_fiches_CSV_Standard_2026_03_02.csv";
    let told = format!(
        "« {name} » : lignes écartées : 1, dont « {name} », ligne 207 : « peut-être » n’est pas une valeur de « Actif »."
    );
    assert!(attempt.notices.contains(&told), "{:?}", attempt.notices);
    for (from, to, reason) in [
        ("\"RNCP", "\"FICHE", "ligne 2 : « FICHE31114 » n’est pas une valeur de « Numero_Fiche »"),
        ("\"Boulanger\"", "\"\"", "ligne 5 : «  » n’est pas une valeur de « Intitule »"),
        (
            "01/09/2028",
            "01/19/2028",
            "ligne 2 : « 01/19/2028 » n’est pas une valeur de « Date_Fin_Enregistrement »",
        ),
    ] {
        assert_refused(Export::new().replaced(from, to).zip(), reason).await;
    }
    let twice = Export::new().with("RS715", "Encore", "", "", "ACTIVE", &[]);
    assert_refused(twice.zip(), "ligne 7 : « RS715 » figure deux fois").await;
}

#[tokio::test]
async fn a_broken_archive_is_refused_by_what_is_broken() {
    let export = Export::new().and_bakers(100);
    let zip = export.zip();
    assert_refused(zip[..zip.len() / 2].to_vec(), "L’archive est illisible").await;
    assert_refused(export.zip_of_sheets(), "L’archive n’a pas de fichier CSV « Rome »").await;
    let (part, short) = (export.name("Standard"), export.sheets().replace("Actif", "Etat"));
    let missing = format!("La colonne « Actif » manque dans « {part} »");
    assert_refused(export.zip_with_sheets(short.as_bytes()), &missing).await;
    let cut = format!("{}\"9\";\"RNCP7\"\n", export.sheets());
    assert_refused(export.zip_with_sheets(cut.as_bytes()), "ligne 107 : nombre de champs : 2 au lieu de 6")
        .await;
    let doubled = export.clone().and_file("standard_2026_03_01.csv", b"x".to_vec());
    assert_refused(doubled.zip(), "Deux fichiers de l’archive répondent au même nom").await;
    let undated = export.clone().of("demain");
    assert_refused(undated.zip(), "La date de l’export est introuvable").await;
}

#[tokio::test]
async fn a_hostile_archive_is_refused_within_its_limits() {
    let export = Export::new().and_bakers(100);
    let bomb = zip_of(&[(export.name("Standard"), vec![b'x'; 97 << 20])]);
    assert!(bomb.len() < (1 << 20), "it looks small");
    assert_refused(bomb, "dépasse la taille permise de 96 Mio").await;
    let lines = format!("{}{}", export.sheets(), "x\n".repeat(1_000_001));
    assert_refused(export.zip_with_sheets(lines.as_bytes()), "plus de 1000000 lignes").await;
    let many: Vec<_> = (0..201).map(|at| (format!("{at}.csv"), Vec::new())).collect();
    assert_refused(zip_of(&many), "L’archive contient 201 fichiers").await;
    let outside = zip_of(&[("../../export_Partenaires.csv".to_owned(), b"x".to_vec())]);
    assert_refused(outside, "L’archive n’a pas de fichier CSV « Standard »").await;
}

#[tokio::test]
async fn an_export_that_loses_too_much_or_is_older_is_refused() {
    let shrunken = Export::new().and_bakers(90).of("2026_03_03");
    assert_refused(shrunken.zip(), "certifications : 95 au lieu de 105, une perte de plus de 5 %").await;
    let older = Export::new().and_bakers(100).of("2026_03_01");
    assert_refused(older.zip(), "l’export du 01/03/2026 est plus ancien que celui du 02/03/2026 en place")
        .await;
    let titles = b"Numero_Fiche;Intitule;Nomenclature_Europe_Niveau;Date_Fin_Enregistrement;Actif\n";
    let empty = zip_of(&[
        ("Standard_2026_03_03.csv".to_owned(), titles.to_vec()),
        ("Rome_2026_03_03.csv".to_owned(), b"Numero_Fiche;Codes_Rome_Code\n".to_vec()),
    ]);
    assert_refused(empty, "l’export ne contient aucune certification").await;
}

#[tokio::test]
async fn a_person_may_accept_losses_and_compare_without_writing() {
    let app = TestApp::start().await;
    app.import_certifications(Export::new().and_bakers(100).zip()).await;
    let before = checksum(&app).await;
    let importer = Importer::from(&app.state);
    let smaller = Export::new().of("2026_03_03").zip();
    let compare = Choices { dry_run: true, accept_losses: true, note_dry_run: true };
    let compared = import_certifications(&importer, smaller.clone(), compare, &|_| {}).await.unwrap().attempt;
    assert_eq!((compared.outcome, compared.tally.retired), (Outcome::Compared, 100));
    assert_eq!(checksum(&app).await, before);
    let accept = Choices { accept_losses: true, ..Choices::default() };
    let applied = import_certifications(&importer, smaller, accept, &|_| {}).await.unwrap().attempt;
    assert_eq!(applied.outcome, Outcome::Applied);
    assert_eq!(number_of(&app, "certification").await, 5);
}
