//! Connections: taking them, bounding them, and letting them end.
//!
//! A client may be slow by nature or on purpose. Each connection has a time for its headers, each request a time in all
//! (see [`crate::middleware::timeout`]), each connection an age, and there are only so many connections.

use std::{io, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{sleep, timeout},
};
use tower::ServiceExt;

/// What a connection may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// From the first byte of a request, or from the last answer, to the end of the next request's headers.
    pub headers: Duration,
    /// A connection's whole life; afterwards it is closed, whatever it is doing. A client that reads its answer one byte
    /// at a time ends here.
    pub connection: Duration,
    /// How long open requests may take once the server is to end. A supervisor kills after ten seconds.
    pub shutdown: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            headers: Duration::from_secs(15),
            connection: Duration::from_secs(300),
            shutdown: Duration::from_secs(8),
        }
    }
}

/// The most connections at a time. Each takes some 20 KiB; a class of browsers holds a few hundred.
const MAX_CONNECTIONS: usize = 4_096;

/// Serves until `stop` resolves, then lets open requests end.
pub async fn serve(listener: TcpListener, router: Router, patience: Patience, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &places) => accepted,
        };
        let Some((stream, peer, place)) = accepted else { continue };
        let router = router.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(patience.headers)
            .serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A connection that breaks off or is cut is the client's affair.
            let _ = timeout(patience.connection, connection).await;
            drop(place);
        });
    }
    drop(listener);
    tracing::info!("stopping: waiting for {} open connections", graceful.count());
    if timeout(patience.shutdown, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time and were cut off");
    }
}

type Accepted = (TcpStream, std::net::SocketAddr, tokio::sync::OwnedSemaphorePermit);

/// The next connection, once there is a place for it; none where the system refused, after a short rest.
async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> Option<Accepted> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => {
            // Answers are written whole; waiting to fill a packet only delays them.
            let _ = stream.set_nodelay(true);
            Some((stream, peer, place))
        }
        Err(error) if is_of_the_connection(&error) => None,
        Err(error) => {
            // Out of descriptors, most likely: closing connections will help, spinning will not.
            tracing::error!("no connection can be accepted: {error}");
            sleep(Duration::from_millis(200)).await;
            None
        }
    }
}

fn is_of_the_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Resolves when the system asks the process to end: SIGTERM, or Ctrl+C at a terminal.
pub async fn termination() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        sync::oneshot,
    };

    use super::*;

    async fn start(
        router: Router,
        patience: Patience,
    ) -> (std::net::SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let server = tokio::spawn(serve(listener, router, patience, async {
            let _ = stopped.await;
        }));
        (addr, stop, server)
    }

    #[tokio::test]
    async fn a_client_that_never_ends_its_headers_is_cut() {
        let patience = Patience { headers: Duration::from_millis(100), ..Patience::default() };
        let (addr, _stop, _server) = start(Router::new(), patience).await;
        let mut client = TcpStream::connect(addr).await.unwrap();
        client.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ").await.unwrap();
        let mut answer = Vec::new();
        // Ends only because the server closes; an error is a close too.
        let _ = client.read_to_end(&mut answer).await;
    }

    #[tokio::test]
    async fn a_request_in_progress_ends_before_the_server_does() {
        let (entered_tx, mut entered) = tokio::sync::mpsc::channel::<()>(1);
        let slow = get(move || {
            let entered = entered_tx.clone();
            async move {
                let _ = entered.send(()).await;
                sleep(Duration::from_millis(200)).await;
                "done"
            }
        });
        let (addr, stop, server) = start(Router::new().route("/", slow), Patience::default()).await;
        let mut client = TcpStream::connect(addr).await.unwrap();
        client.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
        entered.recv().await.unwrap();
        stop.send(()).unwrap();
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.unwrap();
        assert!(answer.ends_with("done"), "{answer}");
        server.await.unwrap();
    }

    #[tokio::test]
    async fn a_request_that_never_ends_does_not_hold_the_server() {
        let (entered_tx, mut entered) = tokio::sync::mpsc::channel::<()>(1);
        let endless = get(move || {
            let entered = entered_tx.clone();
            async move {
                let _ = entered.send(()).await;
                std::future::pending::<()>().await;
            }
        });
        let patience = Patience { shutdown: Duration::from_millis(100), ..Patience::default() };
        let (addr, stop, server) = start(Router::new().route("/", endless), patience).await;
        let mut client = TcpStream::connect(addr).await.unwrap();
        client.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
        entered.recv().await.unwrap();
        stop.send(()).unwrap();
        server.await.unwrap();
    }
}
