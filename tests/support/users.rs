//! Typed people: written straight into the database, signed in through the server's own code.

use std::sync::OnceLock;

use argon2::password_hash::PasswordHasher;
use argon2::{Algorithm, Argon2, Params, Version};
use carnet::identity;
use carnet::ids::{PersonId, ProfileId, SessionId};
use carnet::platform::tokens::{AccessClaims, AccessTokens};

use super::app::TestApp;
use super::client::Client;

/// The password of every test person.
pub const PASSWORD: &str = "Quatre chevaux verts";

/// Its hash with the smallest figures argon2 takes: quick to make and check, and replaced at the first login.
fn password_hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let quick = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8, 1, 1, None).unwrap());
        quick.hash_password_with_salt(PASSWORD.as_bytes(), b"salt of the tests").unwrap().to_string()
    })
}

/// A signed-in person.
#[derive(Clone)]
pub struct User {
    /// The account.
    pub id: PersonId,
    /// The public profile.
    pub profile: ProfileId,
    /// The address to sign in with; unique in the test.
    pub email: String,
    /// The session behind [`Self::client`].
    pub session: SessionId,
    /// Its refresh token, as the cookie holds it.
    pub refresh_token: String,
    /// Speaks as this person.
    pub client: Client,
}

impl User {
    /// The token that [`Self::client`] sends.
    pub fn access_token(&self) -> &str {
        self.client.token().expect("signed in")
    }
}

impl TestApp {
    /// A person with a confirmed address and no role, signed in.
    pub async fn person(&self, first_name: &str, last_name: &str) -> User {
        self.insert_person(first_name, last_name, false).await
    }

    /// A platform administrator, signed in.
    pub async fn platform_admin(&self) -> User {
        self.insert_person("Paule", "Plateforme", true).await
    }

    /// Signs the person in again: another session, as from a second device.
    pub async fn second_device(&self, user: &User) -> User {
        let (session, refresh_token, client) = self.sign_in(user.id).await;
        User { session, refresh_token, client, ..user.clone() }
    }

    async fn insert_person(&self, first_name: &str, last_name: &str, is_admin: bool) -> User {
        let state = &self.state;
        let (id, profile): (PersonId, ProfileId) = (state.ids.ordered(), state.ids.opaque());
        let email = format!("p{}@example.org", profile.0.simple());
        sqlx::query(
            "INSERT INTO person (id, profile_id, email, email_confirmed_at, first_name, last_name,
                                 is_platform_admin, password_hash, created_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $4, $4)",
        )
        .bind(id)
        .bind(profile)
        .bind(&email)
        .bind(state.clock.now())
        .bind(first_name)
        .bind(last_name)
        .bind(is_admin)
        .bind(password_hash())
        .execute(&state.pool)
        .await
        .unwrap();
        let (session, refresh_token, client) = self.sign_in(id).await;
        User { id, profile, email, session, refresh_token, client }
    }

    async fn sign_in(&self, person: PersonId) -> (SessionId, String, Client) {
        let state = &self.state;
        let now = state.clock.now();
        let mut tx = state.pool.begin().await.unwrap();
        let session = identity::open_session(&mut tx, &state.ids, person, now).await.unwrap();
        tx.commit().await.unwrap();
        let claims = AccessClaims::new(person, session.session, session.access, now);
        let token = state.part::<AccessTokens>().sign(&claims).unwrap();
        (session.session, session.refresh.reveal().to_owned(), self.anonymous().with_token(&token))
    }

    /// Renews the person's access token: they expire after five minutes of the test's clock.
    pub fn renewed(&self, user: &User) -> User {
        User { client: self.anonymous().with_token(&self.renewed_token(user)), ..user.clone() }
    }

    /// A fresh access token of the person's session.
    pub fn renewed_token(&self, user: &User) -> String {
        let claims = AccessClaims::new(user.id, user.session, uuid::Uuid::new_v4(), self.state.clock.now());
        self.state.part::<AccessTokens>().sign(&claims).unwrap()
    }
}
