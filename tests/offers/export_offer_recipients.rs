use serde_json::json;

use crate::support::app::TestApp;
use crate::support::offers::{answer_at, whole_offer};

#[tokio::test]
async fn a_table_tells_names_states_and_dates_and_runs_no_formula() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, bobby) = (app.seeker("Zoé").await, app.seeker("=cmd|'/C calc'!A0").await);
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe, &bobby]).await;
    let body = json!({ "confirmed": true, "reason": "pay" });
    answer_at(&zoe.client, &sent.mine(0, "/refusal"), 1, body).await.expect(200);
    let exported = hirer.client.get(&sent.path("/recipients-export")).await;
    assert_eq!(exported.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(exported.headers["cache-control"], "private, no-store");
    assert_eq!(exported.headers["content-disposition"], "attachment; filename=\"offre-20260303-080000.csv\"");
    for secret in [&zoe.email, &bobby.email, &zoe.id.to_string()] {
        assert!(!exported.text.contains(secret.as_str()));
    }
    let lines: Vec<&str> = exported.text.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
    assert_eq!(lines[0], "Nom;Prénom;État;Depuis le;Envoyée le;Répondue le;Motif du refus;Relancée le");
    assert_eq!(
        lines[1],
        "Visible;Zoé;refusée;03/03/2026 09:00;03/03/2026 09:00;03/03/2026 09:00;la rémunération;"
    );
    assert_eq!(lines[2], "Visible;'=cmd|'/C calc'!A0;envoyée;03/03/2026 09:00;03/03/2026 09:00;;;");
    let trail = app.trail(sent.id.parse().unwrap()).await;
    assert_eq!(trail.last().unwrap().0, "offer.exported");
}
