//! `carnet sync-catalog`: brings the catalogue and the certifications up to date, from files or from their publishers.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use carnet::catalog::{
    Choices, Dataset, Downloader, ImportError, Importer, Outcome, Partner, Patience, Report, Source, Step,
    Supply, check_certifications, check_partner, check_publisher, import_certifications,
};
use carnet::platform::config::Config;
use carnet::platform::jobs::Times;
use carnet::platform::state::AppState;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::{session, stop};

/// What to import, and how.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct SyncCatalog {
    #[command(flatten)]
    config: Config,
    /// Import this zip, or a folder with its files, instead of asking the publisher.
    #[arg(long, conflicts_with_all = ["once", "watch"])]
    archive: Option<PathBuf>,
    /// Import this zip of France compétences' certifications (`export-fiches-csv-….zip`), and nothing else.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["archive", "once", "watch"])]
    rncp: Option<PathBuf>,
    /// Ask the publisher once and end (the default).
    #[arg(long, conflicts_with = "watch")]
    once: bool,
    /// Ask the publisher now and then whenever `CARNET_CATALOG_CHECK` says, until stopped.
    #[arg(long)]
    watch: bool,
    /// Tell what would change and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Apply a release even though lists shrink: read the dry run first.
    #[arg(long)]
    accept_losses: bool,
}

/// Runs the command; a release refused or not fetched is an error.
pub async fn run(options: SyncCatalog) -> anyhow::Result<()> {
    session::with_state(options.config.clone(), async |state| sync(&options, state).await).await
}

async fn sync(options: &SyncCatalog, state: AppState) -> anyhow::Result<()> {
    let importer = Importer::from(&state);
    let choices =
        Choices { dry_run: options.dry_run, accept_losses: options.accept_losses, ..Choices::default() };
    if let Some(path) = &options.rncp {
        return import_certifications_file(&importer, path, choices).await;
    }
    let named = options.config.rome_archive.as_deref().filter(|_| !options.watch);
    if let Some(path) = options.archive.as_deref().or(named) {
        return import_file(&importer, path, choices).await;
    }
    let publisher = Publisher::new(&state)?;
    if options.watch {
        watch(&importer, &publisher, choices, &state.config.catalog_check).await
    } else {
        check(&importer, &publisher, choices).await
    }
}

/// What the publishers can be asked: the archive, with an account the API, and the certifications.
struct Publisher {
    downloader: Downloader,
    partner: Option<Partner>,
    certifications: Option<Dataset>,
}

impl Publisher {
    fn new(state: &AppState) -> anyhow::Result<Self> {
        let url = state
            .config
            .rome_url()
            .context("downloads are off (CARNET_ROME_URL): name a file with --archive")?;
        let downloader = Downloader::new(url, Patience::daily(), state.clock.clone())?;
        let partner = Partner::from_config(&state.config, Patience::api(), state.clock.clone())?;
        let dataset = |url| Dataset::new(url, Patience::daily(), state.clock.clone());
        let certifications = state.config.rncp_url().map(dataset).transpose()?;
        Ok(Self { downloader, partner, certifications })
    }
}

async fn import_file(importer: &Importer, path: &Path, choices: Choices) -> anyhow::Result<()> {
    let screen = Screen::new();
    let supply = Supply::Path(path.to_owned());
    let report = importer.import(Source::File, supply, choices, &|step| screen.show(step)).await?;
    screen.tell(&report, choices)
}

async fn import_certifications_file(
    importer: &Importer,
    path: &Path,
    choices: Choices,
) -> anyhow::Result<()> {
    let screen = Screen::new();
    let Supply::Zip(zip) = Supply::open(path)? else { bail!("{} is not a file", path.display()) };
    let report = import_certifications(importer, zip, choices, &|step| screen.show(step)).await?;
    screen.tell(&report, choices)
}

/// The archive, then the API, then the certifications: a fault of one is no reason not to ask the others.
async fn check(importer: &Importer, publisher: &Publisher, choices: Choices) -> anyhow::Result<()> {
    let screen = Screen::new();
    let report = check_publisher(importer, &publisher.downloader, choices, &|step| screen.show(step)).await?;
    let told = screen.tell(&report, choices);
    let told = match &publisher.partner {
        None => told,
        Some(partner) => {
            let screen = Screen::new();
            let report = check_partner(importer, partner, choices, &|step| screen.show(step)).await?;
            told.and(screen.tell(&report, choices))
        }
    };
    let Some(dataset) = &publisher.certifications else { return told };
    let screen = Screen::new();
    let report = check_certifications(importer, dataset, choices, &|step| screen.show(step)).await?;
    told.and(screen.tell(&report, choices))
}

/// One failed check does not end the watch: the next day may do better.
async fn watch(
    importer: &Importer,
    publisher: &Publisher,
    choices: Choices,
    times: &Times,
) -> anyhow::Result<()> {
    let stop = stop::on_signal()?;
    while !stop.is_cancelled() {
        if let Err(error) = check(importer, publisher, choices).await {
            if matches!(error.downcast_ref(), Some(ImportError::Internal(_))) {
                return Err(error);
            }
            eprintln!("carnet: {error:#}");
        }
        let now = importer.clock.now();
        let Some(next) = times.next(now) else { break };
        let wait = (next - now).to_std().unwrap_or_default();
        stop.run_until_cancelled(tokio::time::sleep(wait)).await;
    }
    Ok(())
}

/// A bar on a terminal, plain lines elsewhere.
struct Screen {
    bar: Option<ProgressBar>,
}

impl Screen {
    fn new() -> Self {
        Self { bar: std::io::stderr().is_terminal().then(ProgressBar::new_spinner) }
    }

    fn show(&self, step: Step) {
        let Some(bar) = &self.bar else {
            if let Some(words) = words(step) {
                eprintln!("catalogue: {words}");
            }
            return;
        };
        if let Step::Downloading(done, total) = step {
            if bar.position() == 0 {
                bar.set_style(download_style(total.is_some()));
                bar.set_length(total.unwrap_or_default());
            }
            bar.set_position(done);
        } else {
            bar.set_style(ProgressStyle::default_spinner());
            bar.set_message(words(step).unwrap_or_default());
            bar.enable_steady_tick(Duration::from_millis(120));
        }
    }

    fn tell(&self, report: &Report, choices: Choices) -> anyhow::Result<()> {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        for notice in &report.attempt.notices {
            eprintln!("catalogue: {notice}");
        }
        if let Some(summary) =
            report.summary.as_ref().filter(|_| report.attempt.outcome != Outcome::Unchanged)
        {
            print!("{summary}");
        }
        match (&report.attempt.error, report.attempt.outcome) {
            (Some(error), outcome) => bail!("catalogue {}: {error}", outcome.as_str()),
            (None, Outcome::Applied | Outcome::Compared) if choices.dry_run => {
                println!("Dry run: nothing was written.");
            }
            (None, Outcome::Applied) => println!("The catalogue is up to date."),
            (None, _) => println!("The catalogue already says all this."),
        }
        Ok(())
    }
}

fn words(step: Step) -> Option<&'static str> {
    match step {
        Step::Downloading(done, total) => (Some(done) == total).then_some("archive received"),
        Step::Asking => Some("asking the publisher's API"),
        Step::Retrying => Some("no archive yet, trying again"),
        Step::Reading => Some("reading the archive"),
        Step::Comparing => Some("comparing with the catalogue in place"),
        Step::Writing => Some("writing what changes"),
    }
}

fn download_style(is_length_known: bool) -> ProgressStyle {
    let template =
        if is_length_known { "{wide_bar} {bytes}/{total_bytes} {eta}" } else { "{spinner} {bytes} received" };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
