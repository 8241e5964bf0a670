//! The second factor, from the first code to the recovery codes. Shared by the operations' tests.

use carnet::platform::state::AppState;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::users::{PASSWORD, User};

/// An authenticator that knows a secret.
pub struct Authenticator(totp_rs::Totp);

impl Authenticator {
    /// Reads the secret that the server shows.
    pub fn new(shown: &Value) -> Self {
        let secret = Secret::try_from_base32(shown["secret"].as_str().unwrap()).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    /// The code of this moment.
    pub fn code(&self, state: &AppState) -> String {
        self.0.generate(state.clock.now().timestamp().unsigned_abs()).to_string()
    }
}

/// Switches the second factor on; gives the authenticator and the recovery codes.
pub async fn enable(app: &TestApp, user: &User) -> (Authenticator, Vec<String>) {
    let authenticator = Authenticator::new(&user.client.post("/me/totp", ()).await.expect(200));
    let body = json!({ "code": authenticator.code(&app.state) });
    let codes = user.client.post("/me/totp/confirm", body).await.expect(200);
    let codes =
        codes["recovery_codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned());
    (authenticator, codes.collect())
}

/// Signs in with a code.
pub async fn login(app: &TestApp, user: &User, code: &str) -> Answer {
    let body = json!({ "email": user.email, "password": PASSWORD, "totp_code": code });
    app.anonymous().post("/auth/login", body).await
}
