//! A first release, and the staff that has releases taken over.

use serde_json::{Value, json};

use super::list;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::rome::Rome;

/// Has the publisher asked, and gives the line of the history that came of it.
pub async fn import(app: &TestApp, staff: &Client, dry_run: bool) -> Value {
    staff.post("/admin/catalog-imports", json!({ "dry_run": dry_run })).await.expect(202);
    app.run_jobs().await;
    let history = staff.get("/admin/catalog-imports?limit=1").await.expect(200);
    list(&history, "items")[0].clone()
}

/// Release 60 in small: the catalogue that comes with Carnet, with two names of jobs that the national one also has.
pub fn release_60() -> Rome {
    Rome::starter()
        .named_job("10567", "Agent / Agente de production en industrie alimentaire", "H2102")
        .named_job("19475", "Soudeur / Soudeuse Tungsten Inert Gas -TIG-", "H2913")
}
