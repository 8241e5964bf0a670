//! Bodies that may take long: how slowly one may come, and what becomes of the rest of one nobody reads any more.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use futures::{Stream, StreamExt};
use tokio::runtime::Handle;
use tokio::time::{Instant, Sleep, sleep, timeout};

/// How slowly a long body may come.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long nothing may come.
    pub idle: Duration,
    /// How long it may come as slowly as it wants.
    pub grace: Duration,
    /// Bytes per second that must have come, on average, from then on.
    pub floor: u64,
    /// Bytes that are still read of a body that was refused, and for how long: many senders listen only once they have sent,
    /// and would hear nothing but that the connection broke.
    pub rest: (u64, Duration),
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(20),
            grace: Duration::from_mins(1),
            floor: 16 * 1024,
            rest: (16 * 1024 * 1024, Duration::from_secs(5)),
        }
    }
}

/// The error of a body that comes too slowly.
#[derive(Debug, thiserror::Error)]
#[error("the body comes too slowly")]
pub struct TooSlow;

/// A body that ends with an error when it does not keep the pace. `is_awaited`: its sender asked whether to send it.
pub fn paced(body: Body, pace: Pace, is_awaited: bool) -> Body {
    let body = body.into_data_stream();
    let silence = Box::pin(sleep(pace.idle));
    Body::from_stream(Paced {
        body: Some(body),
        pace,
        is_awaited,
        silence,
        began: Instant::now(),
        received: 0,
    })
}

struct Paced {
    /// None once it ended.
    body: Option<BodyDataStream>,
    pace: Pace,
    is_awaited: bool,
    silence: Pin<Box<Sleep>>,
    began: Instant,
    received: u64,
}

impl Stream for Paced {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        // Asked for once, it is on its way.
        this.is_awaited = false;
        let Some(body) = &mut this.body else { return Poll::Ready(None) };
        match body.poll_next_unpin(context) {
            Poll::Ready(Some(Ok(piece))) => {
                this.received += piece.len() as u64;
                this.silence.as_mut().reset(Instant::now() + this.pace.idle);
                let taken = this.began.elapsed();
                let due = taken.saturating_sub(this.pace.grace).as_millis() as u64;
                let expected = due * this.pace.floor / 1000;
                if this.received < expected {
                    return Poll::Ready(Some(Err(axum::Error::new(TooSlow))));
                }
                Poll::Ready(Some(Ok(piece)))
            }
            Poll::Ready(ended) => {
                this.body = None;
                Poll::Ready(ended)
            }
            Poll::Pending => {
                ready!(this.silence.as_mut().poll(context));
                this.body = None;
                Poll::Ready(Some(Err(axum::Error::new(TooSlow))))
            }
        }
    }
}

impl Drop for Paced {
    fn drop(&mut self) {
        let (Some(mut body), Ok(runtime)) = (self.body.take(), Handle::try_current()) else { return };
        if self.is_awaited {
            return;
        }
        let (most, patience) = self.pace.rest;
        runtime.spawn(timeout(patience, async move {
            let mut read = 0;
            while let Some(Ok(piece)) = body.next().await {
                read += piece.len() as u64;
                if read > most {
                    break;
                }
            }
        }));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use futures::stream;

    use super::*;

    const PACE: Pace = Pace {
        idle: Duration::from_millis(300),
        grace: Duration::from_millis(400),
        floor: 10_000,
        rest: (1000, Duration::from_secs(5)),
    };

    /// So many bytes every so often, and how many were read of them.
    fn dripping(bytes: usize, every: Duration) -> (Body, Arc<AtomicU64>) {
        let read = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&read);
        let drops = stream::repeat(()).then(move |()| {
            let count = Arc::clone(&count);
            async move {
                sleep(every).await;
                count.fetch_add(bytes as u64, Ordering::Relaxed);
                Ok::<_, std::io::Error>(Bytes::from(vec![0; bytes]))
            }
        });
        (Body::from_stream(drops), read)
    }

    /// How long it is read until it fails, up to a second and a half; and whether it failed.
    async fn lasts(body: Body) -> (Duration, bool) {
        let (began, mut stream) = (Instant::now(), paced(body, PACE, false).into_data_stream());
        while began.elapsed() < Duration::from_millis(1500) {
            if stream.next().await.is_some_and(|piece| piece.is_err()) {
                return (began.elapsed(), true);
            }
        }
        (began.elapsed(), false)
    }

    #[tokio::test]
    async fn silence_and_trickles_are_cut_and_a_steady_stream_is_not() {
        let (silent, _) = dripping(1, Duration::from_mins(1));
        let (after, is_cut) = lasts(silent).await;
        assert!(is_cut && after >= PACE.idle, "{after:?}");
        let (trickle, _) = dripping(10, Duration::from_millis(50));
        let (after, is_cut) = lasts(trickle).await;
        assert!(is_cut && after >= PACE.grace, "{after:?}");
        let (steady, _) = dripping(20_000, Duration::from_millis(50));
        assert!(!lasts(steady).await.1);
    }

    #[tokio::test]
    async fn the_rest_of_what_nobody_reads_is_read_for_a_while() {
        let (body, read) = dripping(100, Duration::from_millis(10));
        let mut stream = paced(body, PACE, false).into_data_stream();
        stream.next().await.unwrap().unwrap();
        drop(stream);
        let total = || read.load(Ordering::Relaxed);
        for _ in 0..100 {
            if total() > 1000 {
                break;
            }
            sleep(Duration::from_millis(50)).await;
        }
        sleep(Duration::from_millis(100)).await;
        assert!((1001..=1300).contains(&total()), "{}", total());
        // Nothing is asked of a sender that waits to be asked.
        let (body, read) = dripping(100, Duration::from_millis(10));
        drop(paced(body, PACE, true));
        sleep(Duration::from_millis(200)).await;
        assert_eq!(read.load(Ordering::Relaxed), 0);
    }
}
