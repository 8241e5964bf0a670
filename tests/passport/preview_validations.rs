use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::{cell, common};

#[tokio::test]
async fn it_is_shown_what_would_be_written_replaced_and_refused_and_nothing_is() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let entry = class.validate(&app, 2).await;
    let mut index = app.watch_index().await;
    let mut again = cell(&class.zoe, &class.skills[0], &common(3));
    again["version"] = json!(1);
    again["reason"] = json!("Seconde épreuve");
    let mut unseen = again.clone();
    unseen["version"] = json!(0);
    let cells = |first| {
        json!({ "cells": [
            first,
            cell(&class.ali, &class.skills[1], &class.step(1)),
            cell(&class.ali, &class.skills[0], &class.step(3)),
            cell(&class.school.manager, &class.skills[0], &common(3)),
        ] })
    };
    let trainer = &class.school.trainer.client;
    let shown = trainer.post(&class.path("/preview"), cells(again)).await.expect(200);
    let told = |place: usize| {
        let cell = &shown["cells"][place];
        (cell["action"].as_str().unwrap(), cell["step_name"].as_str(), cell["passing"].as_bool())
    };
    assert_eq!(told(0), ("replace", Some("Autonome"), Some(true)));
    assert_eq!(shown["cells"][0]["supersedes"], entry.as_str());
    assert_eq!(told(1), ("write", Some("En cours"), Some(false)));
    assert_eq!(told(2), ("refuse", None, None));
    let fault = |place: usize| {
        (&shown["cells"][place]["errors"][0]["pointer"], &shown["cells"][place]["errors"][0]["code"])
    };
    assert_eq!(
        fault(2),
        (&json!("/cells/2/level"), &json!("no_mapping")),
        "no common level: nothing is guessed"
    );
    assert_eq!(fault(3), (&json!("/cells/3/person_id"), &json!("not_a_participant")));
    let stale = trainer.post(&class.path("/preview"), cells(unseen)).await.expect(200);
    assert_eq!(stale["cells"][0]["action"], "stale");

    assert_eq!(index.look().await, (vec![], 0));
    assert_eq!(class.cell(&app, &class.zoe, &class.skills[0]).await["version"], 1);
    assert_eq!(class.cell(&app, &class.ali, &class.skills[1]).await, json!(null));
}

#[tokio::test]
async fn a_batch_has_one_to_a_thousand_cells_and_no_other_field() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let trainer = &class.school.trainer.client;
    let preview = class.path("/preview");
    let many = vec![cell(&class.zoe, &class.skills[0], &common(3)); 1001];
    for cells in [json!([]), json!(many)] {
        trainer.post(&preview, json!({ "cells": cells })).await.expect_field("/cells", "out_of_range");
    }
    let mut odd = cell(&class.zoe, &class.skills[0], &common(3));
    odd["level"]["validated"] = json!(true);
    let refused = trainer.post(&preview, json!({ "cells": [odd] })).await;
    refused.expect_field("/cells/0/level/validated", "unknown_field");
}

#[tokio::test]
async fn whoever_may_not_validate_previews_nothing() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let body = json!({ "cells": [cell(&class.ali, &class.skills[0], &common(3))] });
    let preview = class.path("/preview");
    class.zoe.client.post(&preview, &body).await.expect_problem(403, "forbidden");
    class.outsider(&app).await.client.post(&preview, &body).await.expect_problem(404, "not_found");
    let other = app.evaluation("Ailleurs").await;
    other.school.trainer.client.post(&preview, &body).await.expect_problem(404, "not_found");
    app.suspend(&class.school.organisation).await;
    class.school.trainer.client.post(&preview, &body).await.expect_problem(409, "organisation_suspended");
}
