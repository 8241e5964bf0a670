use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::{TestApp, start_time};

#[tokio::test]
async fn hours_are_counted_by_the_printed_formula() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let exam = class.add_slot(&app, start_time() + Duration::hours(24), 3).await;
    app.execute(&format!(
        "UPDATE session_slot SET session_course_id = NULL, title = 'Examen blanc' WHERE id = '{exam}'"
    ))
    .await;
    app.advance(Duration::hours(5));
    let mut late = class.row(0, "am", "late");
    late["minutes_late"] = json!(40);
    let mut away = class.row(0, "pm", "absent");
    away["justified"] = json!(true);
    class.mark(&app, vec![late, away, class.row(1, "am", "excused"), class.row(1, "pm", "present")]).await;
    let path = class.path("/attendance-totals");
    let totals = class.teacher(&app).get(&path).await.expect(200);
    assert!(
        totals["formula"].as_str().unwrap().contains("heures suivies ÷ (heures prévues − heures dispensées)")
    );
    let first = &totals["trainees"][0];
    assert_eq!(
        first["totals"],
        json!({ "half_days": 3, "planned": 660, "attended": 200, "late": 40, "justified": 240, "unjustified": 0, "excused": 0, "unmarked": 180 })
    );
    assert_eq!((&first["rate"], &first["rate_so_far"]), (&json!(303), &json!(416)));
    let second = &totals["trainees"][1];
    assert_eq!((&second["totals"]["excused"], &second["rate"]), (&json!(240), &json!(571)));
    let courses = totals["courses"].as_array().unwrap();
    assert_eq!(
        (&courses[0]["title"], &courses[0]["totals"]["planned"]),
        (&json!("Soudure à l'arc"), &json!(960))
    );
    assert_eq!((&courses[1]["title"], &courses[1]["course_id"]), (&json!("Examen blanc"), &Value::Null));
    assert_eq!(totals["totals"]["planned"], 1320);
    app.execute(&format!(
        "UPDATE session_slot SET cancelled_at = now(), cancel_reason = 'x' WHERE id = '{exam}'"
    ))
    .await;
    let totals = class.teacher(&app).get(&path).await.expect(200);
    assert_eq!(totals["totals"]["planned"], 960, "cancelled slots are not planned");
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
