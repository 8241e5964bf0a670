use carnet::files::{Owner, Purpose};
use carnet::passport::{Claim, PassportForm, check_bytes, check_zip};
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::exports::{checked, document};
use crate::support::files::{id_of, pdf};

#[tokio::test]
async fn the_json_says_everything_and_verifies_offline() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    let (id, json) = app.exported(trainee, &json!({ "format": "json" })).await;
    let found = check_bytes(&json, &app.seal_keys()).unwrap();
    assert_eq!(found.form, PassportForm::Json);
    let passport = found.passport.unwrap();
    assert!(passport.scope.is_whole && passport.holder.email.is_none());
    let standings: Vec<_> = passport
        .validations
        .iter()
        .map(|one| (one.id.to_string(), serde_json::to_value(one.standing).unwrap()))
        .collect();
    for (id, standing) in
        [(&holder.valid, "valid"), (&holder.revoked, "revoked"), (&holder.failed, "not_acquired")]
    {
        assert!(standings.contains(&(id.clone(), json!(standing))), "{id} {standing}: {standings:?}");
    }
    let valid = passport.validations.iter().find(|one| one.id.to_string() == holder.valid).unwrap();
    assert_eq!(valid.organisation.name, "Atelier des métiers");
    assert_eq!((valid.level.name.as_str(), valid.level.common_level), ("Acquis", Some(3)));
    assert_eq!(passport.grids[0].steps.len(), 4, "the whole version of the grid");
    let revoked = passport.validations.iter().find(|one| one.id.to_string() == holder.revoked).unwrap();
    assert_eq!(revoked.revocation.as_ref().unwrap().reason, "Saisie pour une autre personne.");
    // The chain is whole: the opening, three entries, a revocation.
    assert_eq!(passport.chain.links.len(), 5);
    assert!(passport.chain.links.iter().all(|link| link.content.is_some()));
    let declared = passport.skills.iter().find(|one| one.skill.code == holder.skills[3]).unwrap();
    assert_eq!((declared.declared.as_ref().unwrap().level, &declared.validated), (2, &None));
    // A leaf for each level up to the one that counts, and for the skill and the entry.
    assert_eq!(passport.disclosures.leaves.len(), 5);
    let highest = passport.disclosures.leaves.iter().filter_map(|leaf| match &leaf.claim {
        Claim::SkillAtLeast { level, .. } => Some(*level),
        _ => None,
    });
    assert_eq!(highest.max(), Some(3));
    let view = trainee.client.get(&format!("/me/passport/exports/{id}")).await.expect(200);
    assert_eq!(
        (&view["status"], &view["percent"], &view["step"]),
        (&json!("ready"), &json!(100), &json!("done"))
    );
    assert_eq!(view["number"], json!(passport.number));
    assert_eq!(view["erase_at"], "2026-03-04T08:00:00Z");
}

#[tokio::test]
async fn the_mail_tells_that_it_is_ready_and_nothing_of_it() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    app.run_jobs().await;
    let before = app.mails_to(&trainee.email).await.len();
    app.exported(trainee, &json!({ "format": "json" })).await;
    let mails = app.mails_to(&trainee.email).await;
    assert_eq!(mails.len(), before + 1);
    let mail = mails.last().unwrap();
    assert_eq!(mail.subject, "Votre export est prêt");
    assert!(!mail.body.contains("P-2026-") && !mail.body.contains("Atelier"), "{}", mail.body);
}

#[tokio::test]
async fn the_same_content_of_the_same_day_gives_the_same_bytes() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    app.proven_experience(trainee, &holder.skills[0], "diplome").await;
    for body in [
        json!({ "format": "json" }),
        json!({ "format": "pdf" }),
        json!({ "format": "zip", "content": { "with_proofs": true } }),
    ] {
        let (_, one) = app.exported(trainee, &body).await;
        app.advance(Duration::seconds(70));
        let (_, other) = app.exported(trainee, &body).await;
        assert!(one == other, "{body}: other bytes for the same content");
    }
    app.advance(Duration::days(1));
    let trainee = app.renewed(trainee);
    let (_, one) = app.exported(&trainee, &json!({ "format": "json" })).await;
    assert_eq!(document(&one)["issued_on"], "2026-03-04");
}

#[tokio::test]
async fn a_choice_leaves_the_rest_out_and_the_chain_whole() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let content = json!({ "skills": [holder.skills[0]], "audience": "organisation", "with_contact": true });
    let body = json!({ "format": "json", "content": content });
    let (_, json) = app.exported(&holder.workshop.trainee, &body).await;
    let passport = check_bytes(&json, &app.seal_keys()).unwrap().passport.unwrap();
    assert_eq!(passport.validations.len(), 1);
    assert_eq!(passport.skills.len(), 1);
    assert_eq!(passport.holder.email.as_deref(), Some(holder.workshop.trainee.email.as_str()));
    assert!(!passport.scope.is_whole);
    let told = passport.chain.links.iter().filter(|link| link.content.is_some()).count();
    assert_eq!((passport.chain.links.len(), told), (5, 1), "every link is there, one says what it is about");
    let text = String::from_utf8(json).unwrap();
    assert!(
        !text.contains(&holder.revoked[..]) || !text.contains("Saisie pour"),
        "what was left out is told"
    );
    // Recruiters see no id of the person and no fact of the chain.
    let body = json!({ "format": "json", "content": { "audience": "recruiter" } });
    let (_, json) = app.exported(&holder.workshop.trainee, &body).await;
    let text = String::from_utf8(json).unwrap();
    assert!(!text.contains(&holder.workshop.trainee.id.to_string()));
}

#[tokio::test]
async fn the_zip_holds_proofs_and_a_manifest_and_opens_everywhere() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    app.proven_experience(trainee, &holder.skills[0], "diplome-de-lea").await;
    let body = json!({ "format": "zip", "content": { "with_proofs": true } });
    let (_, zip) = app.exported(trainee, &body).await;
    let mut file = std::io::Cursor::new(&zip);
    let found = check_zip(&mut file, &app.seal_keys()).unwrap();
    assert_eq!((found.form, found.files), (PassportForm::Zip, 3));
    let names: Vec<String> = zip::ZipArchive::new(std::io::Cursor::new(&zip))
        .unwrap()
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    for name in ["carnet.json", "carnet.pdf", "manifest.json", "preuves/001-Diplome.pdf"] {
        assert!(names.iter().any(|found| found == name), "{name}: {names:?}");
    }
    assert!(zip.windows(14).any(|part| part == b"diplome-de-lea"), "proofs are stored as they are");
    assert_eq!(
        found.passport.unwrap().experiences[0].proofs[0].path.as_deref(),
        Some("preuves/001-Diplome.pdf")
    );
    // Without proofs their hashes stay.
    let (_, zip) = app.exported(trainee, &json!({ "format": "zip" })).await;
    assert!(!zip.windows(14).any(|part| part == b"diplome-de-lea"));
    let found = check_zip(&mut std::io::Cursor::new(&zip), &app.seal_keys()).unwrap().passport.unwrap();
    assert_eq!(found.experiences[0].proofs[0].path, None);
    assert_eq!(found.experiences[0].proofs[0].sha256.len(), 64);
}

#[tokio::test]
async fn a_removed_proof_stays_as_a_hash() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let trainee = &dossier.person;
    trainee.client.delete(&dossier.mine(&format!("/proofs/{}", dossier.proof))).await.expect(204);
    let body = json!({ "format": "zip", "content": { "with_proofs": true } });
    let (_, zip) = app.exported(trainee, &body).await;
    assert!(!zip.windows(8).any(|part| part == b"(diplome"));
    let found = check_zip(&mut std::io::Cursor::new(&zip), &app.seal_keys()).unwrap().passport.unwrap();
    let told = &found.experiences[0].proofs[0];
    assert!(told.removed_at.is_some() && told.path.is_none() && told.sha256.len() == 64);
}

#[tokio::test]
async fn an_empty_passport_is_valid_and_empty() {
    let app = TestApp::start().await;
    let person = app.person("שָׂרָה", "כהן").await;
    for format in ["json", "pdf", "zip"] {
        let (_, bytes) = app.exported(&person, &json!({ "format": format })).await;
        let found = checked(&app, &bytes).await;
        assert_eq!((&found["is_intact"], &found["standing"]), (&json!(true), &json!("valid")), "{format}");
    }
}

#[tokio::test]
async fn every_fault_of_a_request_is_told() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let ask = async |body: Value| person.client.post("/me/passport/exports", &body).await;
    let content = |content: Value| json!({ "format": "zip", "content": content });
    ask(json!({ "format": "docx" })).await.expect_problem(422, "invalid_request");
    ask(json!({})).await.expect_problem(422, "invalid_request");
    ask(content(json!({ "skills": [] }))).await.expect_field("/content/skills", "required");
    ask(content(json!({ "skills": ["x"] }))).await.expect_field("/content/skills/0", "unknown_skill");
    let backwards = json!({ "from": "2026-02-02", "to": "2026-02-01" });
    ask(content(backwards)).await.expect_field("/content/to", "before_start");
    ask(content(json!({ "pages": 3 }))).await.expect_problem(422, "invalid_request");
    let proofs = json!({ "format": "pdf", "content": { "with_proofs": true } });
    ask(proofs).await.expect_field("/content/with_proofs", "zip_only");
    assert_eq!(app.run_jobs().await, 0, "nothing was asked for");
}

#[tokio::test]
async fn a_few_at_a_time_and_a_few_a_day() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let body = json!({ "format": "json" });
    let ask = || person.client.post("/me/passport/exports", &body);
    let answers = tokio::join!(ask(), ask(), ask(), ask(), ask());
    let mut statuses = [answers.0, answers.1, answers.2, answers.3, answers.4].map(|one| one.status.as_u16());
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 201, 201, 409, 409], "requests at once count one another");
    ask().await.expect_problem(409, "too_many_exports");
    app.run_jobs().await;
    for _ in 0..17 {
        ask().await.expect(201);
        app.run_jobs().await;
    }
    ask().await.expect_problem(409, "too_many_exports");
    app.advance(Duration::hours(25));
    app.renewed(&person).client.post("/me/passport/exports", &body).await.expect(201);
    app.run_jobs().await;
}

#[tokio::test]
async fn it_is_there_after_leaving_every_organisation() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    app.execute(&format!("DELETE FROM organisation_member WHERE person_id = '{}'", trainee.id)).await;
    let (_, json) = app.exported(trainee, &json!({ "format": "json" })).await;
    assert_eq!(document(&json)["validations"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn files_that_validations_rest_on_go_along_as_their_holder_decided() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    let bytes = pdf("<< /Canary (copie-notee) >>");
    let file = id_of(&trainee.client.upload("/me/files", "Copie.pdf", bytes).await.expect(201));
    app.claim(trainee, Owner::Person(trainee.id), Purpose::PassportProof, file).await.unwrap();
    app.execute(&format!(
        "INSERT INTO validation_evidence (id, validation_id, position, kind, title, file_id, file_sha256)
         SELECT gen_random_uuid(), '{}', 0, 'file', 'Copie notée', id, encode(sha256, 'hex') FROM file WHERE id = '{file}'",
        holder.valid
    ))
    .await;
    let told = async |audience: &str| {
        let content = json!({ "with_proofs": true, "audience": audience });
        let body = json!({ "format": "zip", "content": content });
        let (_, zip) = app.exported(trainee, &body).await;
        let found = check_zip(&mut std::io::Cursor::new(&zip), &app.seal_keys()).unwrap().passport.unwrap();
        let entry = found.validations.iter().find(|one| one.id.to_string() == holder.valid).unwrap();
        (entry.evidence.first().map(|one| one.path.clone()), zip)
    };
    let (path, zip) = told("holder").await;
    assert_eq!(path, Some(Some("preuves/001-Copie.pdf".to_owned())));
    assert!(zip.windows(12).any(|part| part == b"copie-notee)"));
    // Between the person and the organisation, until the person shows it to others.
    let (path, zip) = told("administration").await;
    assert!(path.is_none() && !zip.windows(12).any(|part| part == b"copie-notee)"));
    app.execute("UPDATE validation_evidence SET visibility = 'shared'").await;
    let (path, _) = told("administration").await;
    assert_eq!(path, Some(Some("preuves/001-Copie.pdf".to_owned())));
}
