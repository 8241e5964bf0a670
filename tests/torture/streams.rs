//! R19: the process is told to stop while pages follow it, files arrive and requests are under way.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures::future::join_all;
use futures::{StreamExt, stream};
use nix::sys::signal::Signal;
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::json;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::world::{Answer, Server, World, answer};
use super::{BUSY, figure, report, until};
use crate::support::files::{id_of, long_pdf};
use crate::support::live::Live;
use crate::support::users::{PASSWORD, User};

/// How long the process may take to end.
const GONE: Duration = Duration::from_secs(10);

/// Files that arrive, a piece every so often: two seconds are left when so many pieces have come.
const UPLOADS: usize = 3;
const PIECES: usize = 12;
const BEGUN: usize = 4;
const EVERY: Duration = Duration::from_millis(250);

/// A file that arrives in pieces: how many have left, and what is answered when.
struct Upload {
    sent: Arc<AtomicUsize>,
    answer: JoinHandle<(Answer, Instant)>,
}

impl Upload {
    fn begin(world: &World, server: &Server, sender: &User, document: &[u8]) -> Self {
        let sent = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&sent);
        let pieces: Vec<Vec<u8>> =
            document.chunks(document.len().div_ceil(PIECES)).map(<[u8]>::to_vec).collect();
        let pieces = stream::iter(pieces).then(move |piece| {
            let count = Arc::clone(&count);
            async move {
                sleep(EVERY).await;
                count.fetch_add(1, Ordering::SeqCst);
                Ok::<_, std::io::Error>(piece)
            }
        });
        let address = format!("{}/api/v1/me/files", server.base);
        let request = world.http.request(Method::POST, address).bearer_auth(sender.access_token());
        let request = request.header("File-Name", "preuve.pdf").body(reqwest::Body::wrap_stream(pieces));
        let answer = tokio::spawn(async move {
            let answered = answer(request).await.expect("an upload begun before the signal is answered");
            (answered, Instant::now())
        });
        Self { sent, answer }
    }

    fn has_begun(&self) -> bool {
        self.sent.load(Ordering::SeqCst) >= BEGUN
    }

    /// Checks that it was taken although the signal came meanwhile, and that all of it is kept.
    async fn assert_kept(self, world: &World, sender: &User, document: &[u8], signal: Instant) {
        let (answered, at) = self.answer.await.unwrap();
        assert_eq!(answered.status, StatusCode::CREATED, "{}", answered.body);
        assert!(at > signal, "it was over before the signal: the machine was too slow");
        let id = id_of(&answered.body);
        let card = world.app.renewed(sender).client.get(&format!("/me/files/{id}")).await.expect(200);
        assert_eq!(card["sha256"], answered.body["sha256"]);
        let kept = std::fs::read(world.app.object_of(id).await).unwrap();
        assert!(kept == document, "{} bytes of {}", kept.len(), document.len());
    }
}

/// How many requests of a caller were answered, and how many of them were under way when the signal came.
#[derive(Clone, Copy, Debug, Default)]
struct Calls {
    answered: usize,
    under_way: usize,
}

/// Asks the same thing again and again, until one that was asked after the signal is turned away; whatever
/// was asked before it must be answered.
fn call(
    request: impl Fn(&reqwest::Client) -> RequestBuilder + Send + Sync + 'static,
    is_stopping: &Arc<AtomicBool>,
) -> JoinHandle<Calls> {
    let is_stopping = Arc::clone(is_stopping);
    tokio::spawn(async move {
        // One connection per request: an idle one may be closed under a caller by anybody.
        let http = reqwest::Client::builder().pool_max_idle_per_host(0).build().unwrap();
        let mut calls = Calls::default();
        loop {
            let is_late = is_stopping.load(Ordering::SeqCst);
            let whole = match request(&http).send().await {
                Ok(answer) => {
                    assert_eq!(answer.status(), StatusCode::OK);
                    answer.bytes().await.map(drop)
                }
                Err(error) => Err(error),
            };
            match whole {
                Ok(()) => calls.answered += 1,
                Err(_) if is_late => return calls,
                Err(error) => panic!("a request begun before the signal failed: {error:?}"),
            }
            calls.under_way += usize::from(!is_late && is_stopping.load(Ordering::SeqCst));
        }
    })
}

/// Waits for the callers, each of whom was answered at least once; adds up what they say.
async fn total(calling: Vec<JoinHandle<Calls>>) -> Calls {
    let calls: Vec<Calls> = join_all(calling).await.into_iter().map(Result::unwrap).collect();
    assert!(calls.iter().all(|one| one.answered > 0), "{calls:?}");
    Calls {
        answered: calls.iter().map(|one| one.answered).sum(),
        under_way: calls.iter().map(|one| one.under_way).sum(),
    }
}

/// So many streams, each of another person.
async fn follow(world: &World, server: &Server, streams: usize) -> Vec<Live> {
    let mut open = Vec::new();
    for number in 0..streams {
        let person = world.app.person("Inès", &format!("Lefèvre{number}")).await;
        let address = format!("{}/api/v1/me/live", server.base);
        let asked = world.http.request(Method::GET, address).bearer_auth(person.access_token());
        let answer = asked.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let mut live = Live::on(answer);
        live.expect("hello").await;
        open.push(live);
    }
    open
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_told_to_stop_ends_its_streams_and_fails_no_request() {
    let (streams, callers): (usize, usize) =
        (figure("CARNET_STREAMS", 55, 500), figure("CARNET_CALLERS", 8, 32));
    let world = World::new().await;
    let mut server = world.serve(&[]);
    server.ready().await;
    let mut open = follow(&world, &server, streams).await;
    let is_stopping = Arc::new(AtomicBool::new(false));
    let (mut asking, mut signing_in) = (Vec::new(), Vec::new());
    for number in 0..callers {
        let address = format!("{}/health/ready", server.base);
        asking.push(call(move |http| http.get(&address), &is_stopping));
        // Slow ones: checking a password takes a core for a while, and there are more callers than cores.
        let person = world.app.person("Noé", &format!("Tardif{number}")).await;
        let address = format!("{}/api/v1/auth/login", server.base);
        let body = json!({ "email": person.email, "password": PASSWORD });
        signing_in.push(call(move |http| http.post(&address).json(&body), &is_stopping));
    }
    let (sender, document) = (world.app.person("Léa", "Durand").await, long_pdf(100_000));
    let uploads: Vec<_> = (0..UPLOADS).map(|_| Upload::begin(&world, &server, &sender, &document)).collect();
    until("every file has begun to arrive", GONE, async || uploads.iter().all(Upload::has_begun)).await;
    is_stopping.store(true, Ordering::SeqCst);
    let began = Instant::now();
    server.signal(Signal::SIGTERM);
    for live in &mut open {
        let (last, _) = live.ended().await;
        let last = last.expect("it says why");
        assert_eq!((last.name.as_str(), &last.data), ("closed", &json!({ "reason": "stopping" })));
    }
    let ended = began.elapsed();
    assert!(server.ended(GONE + BUSY).await.success());
    let gone = began.elapsed();
    assert!(gone <= GONE + BUSY, "{gone:?}");
    for upload in uploads {
        upload.assert_kept(&world, &sender, &document, began).await;
    }
    let (asked, signed_in) = (total(asking).await, total(signing_in).await);
    assert!(signed_in.under_way > 0, "no slow request was under way: {signed_in:?}");
    report(
        "R19 graceful stop with open streams",
        format!(
            "{streams} streams, {UPLOADS} uploads, {} requests ({} under way), {} sign-ins ({} under way)",
            asked.answered, asked.under_way, signed_in.answered, signed_in.under_way
        ),
        format!("0 cut, 0 failed; streams over after {ended:?}, gone after {gone:?}"),
    );
}
