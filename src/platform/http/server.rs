//! The accept loop: what a client may make the server wait for, and how the server stops.
//!
//! The loop is our own because a server must cut clients that send nothing, or too slowly, and say goodbye to the others.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use socket2::{SockRef, TcpKeepalive};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use super::stall::StallGuard;

/// How long the server waits for its clients.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the first byte of a new connection.
    pub first_byte: Duration,
    /// For the whole head of a request, and between two requests of one connection.
    pub head: Duration,
    /// For a client that takes nothing of an answer.
    pub stalled_write: Duration,
    /// For the requests in progress when the server stops.
    pub drain: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            first_byte: Duration::from_secs(10),
            head: Duration::from_secs(15),
            stalled_write: Duration::from_secs(15),
            drain: Duration::from_secs(10),
        }
    }
}

/// Connections open at the same time when the system allows more.
const MOST_CONNECTIONS: usize = 8192;

/// File descriptors kept for the database, the index and files.
const KEPT_DESCRIPTORS: usize = 96;

/// Connections the system keeps ready while none is accepted. It drops those beyond: their clients wait for seconds
/// before they try again.
const WAITING_CONNECTIONS: u32 = 4096;

/// Pause after an accept that failed: the system is out of something, and asking again at once would only spin.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// How long a connection that was just made when the server stops may take to ask.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// How long the server still accepts once it was told to stop: whoever was connecting meanwhile, and whoever
/// a load balancer had already sent, gets an answer instead of a reset.
const LAST_CALL: Duration = Duration::from_millis(250);

/// How long a peer may be silent before it is asked whether it is there.
const SILENCE: Duration = Duration::from_secs(15);
/// How often it is asked, and at what intervals, before it is taken for gone.
const PROBES: (u32, Duration) = (3, Duration::from_secs(5));

/// Largest head of a request.
const LARGEST_HEAD: usize = 32 * 1024;

/// Listens, with room for a crowd that comes all at once.
pub fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING_CONNECTIONS)
}

/// Serves until the stop, then lets the requests in progress finish.
pub async fn serve(listener: TcpListener, site: Router, patience: Patience, stop: CancellationToken) {
    let graceful = GracefulShutdown::new();
    let slots = Arc::new(Semaphore::new(connection_limit()));
    let begin = |(stream, peer, slot): Accepted| {
        let connection = Connection { site: site.clone(), peer, patience, stop: stop.clone() };
        tokio::spawn(connection.serve(stream, slot, graceful.watcher()));
    };
    let last_call = async {
        stop.cancelled().await;
        sleep(LAST_CALL).await;
    };
    tokio::pin!(last_call);
    loop {
        // A slot is taken before the accept: beyond the limit, clients wait in the system's queue.
        let accepted = tokio::select! {
            () = &mut last_call => break,
            accepted = accept(&listener, &slots) => accepted,
        };
        match accepted {
            Ok(accepted) => begin(accepted),
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    let open = graceful.count();
    if timeout(patience.drain, graceful.shutdown()).await.is_err() {
        tracing::warn!(open, "some requests did not finish in time and were cut");
    }
}

/// Cancelled when the server stops: an answer that has no end of its own ends then, or the server would wait for it.
#[derive(Clone, Debug, Default)]
pub struct Stopping(pub CancellationToken);

impl<S: Send + Sync> FromRequestParts<S> for Stopping {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().cloned().unwrap_or_default())
    }
}

type Accepted = (TcpStream, SocketAddr, OwnedSemaphorePermit);

async fn accept(listener: &TcpListener, slots: &Arc<Semaphore>) -> std::io::Result<Accepted> {
    let slot = Arc::clone(slots).acquire_owned().await.map_err(std::io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    stream.set_nodelay(true)?;
    notice_the_dead(&stream)?;
    Ok((stream, peer, slot))
}

/// Has the kernel end the connection of a peer that is gone without a word, whether it is silent or does not acknowledge what is
/// sent: a page that is followed waits for nothing but heartbeats, which fit into the kernel's buffer for a quarter of an hour.
fn notice_the_dead(stream: &TcpStream) -> std::io::Result<()> {
    let socket = SockRef::from(stream);
    let keepalive = TcpKeepalive::new().with_time(SILENCE).with_interval(PROBES.1).with_retries(PROBES.0);
    socket.set_tcp_keepalive(&keepalive)?;
    #[cfg(target_os = "linux")]
    socket.set_tcp_user_timeout(Some(SILENCE + PROBES.1 * PROBES.0))?;
    Ok(())
}

struct Connection {
    site: Router,
    peer: SocketAddr,
    patience: Patience,
    stop: CancellationToken,
}

impl Connection {
    async fn serve(self, stream: TcpStream, _slot: OwnedSemaphorePermit, watcher: Watcher) {
        if !self.speaks(&stream).await {
            return;
        }
        let comes_late = self.stop.is_cancelled();
        let (site, peer, stopping) = (self.site, ConnectInfo(self.peer), Stopping(self.stop));
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let (site, stopping) = (site.clone(), stopping.clone());
            async move {
                let mut request = request.map(Body::new);
                request.extensions_mut().insert(peer);
                request.extensions_mut().insert(stopping);
                Ok::<_, Infallible>(site.oneshot(request).await.unwrap_or_else(|never| match never {}))
            }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.patience.head)
            .keep_alive(!comes_late)
            .max_buf_size(LARGEST_HEAD)
            .serve_connection(TokioIo::new(StallGuard::new(stream, self.patience.stalled_write)), service);
        // Told to stop before it has read anything, hyper would close without an answer: a late client has its one.
        let ended = if comes_late {
            let ended = connection.await;
            drop(watcher);
            ended
        } else {
            watcher.watch(connection).await
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
    }

    /// Waits for the first byte: hyper's own limit begins with it.
    async fn speaks(&self, stream: &TcpStream) -> bool {
        let mut byte = [0];
        let last_words = async {
            self.stop.cancelled().await;
            sleep(LAST_WORDS).await;
        };
        tokio::select! {
            () = last_words => false,
            first = timeout(self.patience.first_byte, stream.peek(&mut byte)) => matches!(first, Ok(Ok(1))),
        }
    }
}

/// Connections open at the same time: file descriptors are left for the rest of the process.
pub fn connection_limit() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    allowed_connections(&limits)
}

/// Reads the soft limit of the line `Max open files  1024  524288  files`.
fn allowed_connections(limits: &str) -> usize {
    let descriptors: Option<usize> = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"))
        .and_then(|line| line.split_whitespace().next()?.parse().ok());
    descriptors.map_or(MOST_CONNECTIONS, |count| {
        count.saturating_sub(KEPT_DESCRIPTORS).max(count / 4).clamp(1, MOST_CONNECTIONS)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_crowd_is_not_turned_away_while_nobody_accepts() {
        let listener = listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_addr().unwrap();
        // Twice what the system's usual queue holds; who finds it full hears nothing for a second.
        let crowd = futures::future::try_join_all((0..260).map(|_| TcpStream::connect(address)));
        let connected = timeout(Duration::from_millis(900), crowd).await;
        assert_eq!(connected.expect("somebody waits").unwrap().len(), 260);
    }

    #[test]
    fn the_number_of_connections_follows_the_descriptors() {
        let limits = |soft: &str| {
            format!("Max processes  1  1  p\nMax open files            {soft}   524288   files\n")
        };
        assert_eq!(allowed_connections(&limits("1024")), 928);
        assert_eq!(allowed_connections(&limits("128")), 32);
        assert_eq!(allowed_connections(&limits("1048576")), MOST_CONNECTIONS);
        assert_eq!(allowed_connections(&limits("unlimited")), MOST_CONNECTIONS);
        assert_eq!(allowed_connections(""), MOST_CONNECTIONS);
    }
}
