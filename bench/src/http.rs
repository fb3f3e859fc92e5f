//! The least of an HTTP client: one connection that is kept, one request at a time.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use http_body_util::{BodyExt, Empty};
use hyper::{
    Request,
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, HOST},
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// A connection to a server.
pub struct Connection {
    address: SocketAddr,
    sender: SendRequest<Empty<Bytes>>,
}

/// An answer.
pub struct Answer {
    /// The body, as it came over the wire.
    pub body: Bytes,
    /// How it is packed.
    pub encoding: String,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await.with_context(|| format!("{address} cannot be reached"))?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        // It ends with an error when the server does; then the next request says so.
        tokio::spawn(connection);
        Ok(Self { address, sender })
    }

    /// Asks for a page in one encoding (`identity`, `br`). Any status but 200 is an error.
    pub async fn get(&mut self, path: &str, encoding: &str) -> Result<Answer> {
        let request = Request::get(path).header(HOST, self.address.to_string()).header(ACCEPT_ENCODING, encoding);
        let response = self.sender.send_request(request.body(Empty::new())?).await?;
        ensure!(response.status() == 200, "{path} answers {}", response.status());
        let encoding = response.headers().get(CONTENT_ENCODING).map(|value| value.to_str().map(str::to_owned));
        let encoding = encoding.transpose()?.unwrap_or_else(|| "identity".to_owned());
        let body = response.into_body().collect().await?.to_bytes();
        Ok(Answer { body, encoding })
    }
}
