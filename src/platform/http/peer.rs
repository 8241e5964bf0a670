//! Where a request comes from.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::platform::state::AppState;

/// The address of the client: the connection's, or the one a trusted proxy names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl FromRequestParts<AppState> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let address = connection.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
        Ok(Self(behind_proxies(address.to_canonical(), &parts.headers, &state.config.trusted_proxies)))
    }
}

impl Peer {
    /// The network that counts as one place for limits: /24 in IPv4, /64 in IPv6.
    pub fn network(self) -> String {
        match self.0 {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                format!("{}/24", Ipv4Addr::new(a, b, c, 0))
            }
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        }
    }
}

impl Peer {
    /// The network an answer is noted with: /24 in IPv4, /48 in IPv6. It tells a provider from another, and nobody's home.
    pub fn network_class(self) -> String {
        match self.0 {
            IpAddr::V4(_) => self.network(),
            IpAddr::V6(address) => {
                let [a, b, c, ..] = address.segments();
                format!("{}/48", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
            }
        }
    }
}

/// Walks X-Forwarded-For from the right while the speaker is a trusted proxy; anything further left is hearsay.
fn behind_proxies(connection: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let mut client = connection;
    let hops = headers.get_all("x-forwarded-for").iter().rev();
    for hop in hops.flat_map(|value| value.to_str().unwrap_or_default().rsplit(',')) {
        if !trusted.contains(&client) {
            break;
        }
        match hop.trim().parse::<IpAddr>() {
            Ok(address) => client = address.to_canonical(),
            Err(_) => break,
        }
    }
    client
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(connection: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let trusted: Vec<IpAddr> = trusted.iter().map(|ip| ip.parse().unwrap()).collect();
        behind_proxies(connection.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn the_header_is_believed_from_trusted_proxies_only() {
        assert_eq!(client("203.0.113.9", &["10.1.1.1"], &[]), "203.0.113.9");
        assert_eq!(client("127.0.0.1", &["6.6.6.6, 198.51.100.4"], &["127.0.0.1"]), "198.51.100.4");
        assert_eq!(
            client("127.0.0.1", &["6.6.6.6", "198.51.100.4, 10.0.0.2"], &["127.0.0.1", "10.0.0.2"]),
            "198.51.100.4"
        );
        assert_eq!(client("127.0.0.1", &["198.51.100.4, garbage"], &["127.0.0.1"]), "127.0.0.1");
        assert_eq!(client("127.0.0.1", &[], &["127.0.0.1"]), "127.0.0.1");
    }

    #[test]
    fn neighbours_share_a_network() {
        assert_eq!(Peer("192.0.2.77".parse().unwrap()).network(), "192.0.2.0/24");
        assert_eq!(Peer("2001:db8:1:2:3:4:5:6".parse().unwrap()).network(), "2001:db8:1:2::/64");
        assert_eq!(Peer("192.0.2.77".parse().unwrap()).network_class(), "192.0.2.0/24");
        assert_eq!(Peer("2001:db8:1:2:3:4:5:6".parse().unwrap()).network_class(), "2001:db8:1::/48");
    }
}
