//! From release 60 to 61 and 62: saved searches follow what was replaced, ask about the rest, and their owners are told once.

use carnet::catalog::{self, Catalog, Choices, Importer, Outcome, Patience, Source, Supply, check_partner};
use reqwest::Method;
use serde_json::{Value, json};

use super::{keep, saved_path};
use crate::support::client::{Client, send};
use crate::support::companies::Recruiter;
use crate::support::france_travail::{FranceTravail, partner};
use crate::support::rome::Rome;
use crate::support::search::{SearchApp, hit_ids, someone};

/// Skills of the starter: replaced by `SAMPLES`, renamed, retired for good.
const TREES: &str = "100063";
const SAMPLES: &str = "100136";
/// Jobs: replaced by `SYSTEMS`; given to another job, its names to `SYSTEMS`.
const DATA: &str = "M1811";
const WEB: &str = "M1805";
const SYSTEMS: &str = "M1801";

const SUBJECT: &str = "Le référentiel ROME a changé";

/// What nobody but the publisher decides: lists that shrink are what this is about.
const ACCEPTING: Choices = Choices { dry_run: false, accept_losses: true, note_dry_run: false };

struct Story {
    app: SearchApp,
    recruiter: Recruiter,
    renamed: String,
    retired: String,
}

impl Story {
    /// A recruiter on release 60, and an API that knows successors.
    async fn begin(api: &FranceTravail) -> Self {
        api.substitutes(&[("COMPETENCE", TREES, Some(SAMPLES)), ("METIER", DATA, Some(SYSTEMS))]).await;
        let app = api.app().await;
        app.review_catalog().await;
        let mut others = app.skills_of(WEB).into_iter().filter(|code| code != TREES && code != SAMPLES);
        let (renamed, retired) = (others.next().unwrap(), others.next().unwrap());
        let app = SearchApp::keep(app).await;
        let recruiter = app.searcher().await;
        Self { app, recruiter, renamed, retired }
    }

    fn client(&self) -> &Client {
        &self.recruiter.user.client
    }

    fn release_61(&self) -> Rome {
        Rome::starter()
            .version(61)
            .without_skill(TREES)
            .without_skill(&self.retired)
            .relabelled_skill(&self.renamed, "Dire autrement")
            .without_job(DATA)
            .reused_job(WEB, "Métier tout autre", SYSTEMS)
    }

    /// Takes a release over, and asks the API for successors.
    async fn takes(&self, release: Rome) {
        let report = self.app.import(Source::File, Supply::Zip(release.zip()), ACCEPTING).await;
        assert_eq!((report.attempt.outcome, report.attempt.error), (Outcome::Applied, None));
        let partner = partner(&self.app, Patience::api());
        let importer = Importer::from(&self.app.state);
        let asked = check_partner(&importer, &partner, ACCEPTING, &|_| {}).await.unwrap();
        assert_eq!(asked.attempt.error, None);
        catalog::refresh(self.app.state.part::<Catalog>(), &self.app.state.pool).await.unwrap();
    }

    /// Mails about saved searches, oldest first: their subjects.
    async fn told(&self, recruiter: &Recruiter) -> Vec<String> {
        let mails = self.app.mails_to(&recruiter.user.email).await;
        mails.into_iter().map(|mail| mail.subject).filter(|subject| subject.starts_with(SUBJECT)).collect()
    }

    async fn read(&self, saved: &Value) -> Value {
        self.client().get(&saved_path(saved)).await.expect(200)
    }

    async fn run(&self, saved: &Value) -> crate::support::client::Answer {
        self.client().post(&(saved_path(saved) + "/run"), json!({})).await
    }

    async fn write(&self, read: &Value, search: &Value) -> Value {
        let request = self.client().starting_from(Method::PATCH, &saved_path(read), &read["version"]);
        send(request.json(&json!({ "search": search }))).await.expect(200)
    }
}

/// Pointer, kind, code, successor, whether it was followed, whether it waits.
fn changes(read: &Value) -> Vec<Value> {
    let of = |change: &Value| {
        json!([
            change["pointer"],
            change["kind"],
            change["code"],
            change["successor"]["code"],
            change["followed"],
            change["decision_needed"]
        ])
    };
    read["changes"].as_array().unwrap().iter().map(of).collect()
}

fn obstacles(read: &Value) -> Vec<Value> {
    read["obstacles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| json!([fault["pointer"], fault["code"]]))
        .collect()
}

#[tokio::test]
async fn what_was_replaced_is_followed_and_said() {
    let api = FranceTravail::well().await;
    let story = Story::begin(&api).await;
    let asked = json!({
        "criteria": [{ "skill": TREES, "min_level": 2 }, { "skill": story.renamed, "required": false }],
        "rome": [DATA, SYSTEMS], "job": DATA,
    });
    let saved = keep(story.client(), "Élagueurs", asked).await;
    let mut person = someone("Inès", "Lefèvre");
    person.declared = vec![(SAMPLES.parse().unwrap(), 3)];
    let added = story.app.add(&person).await;
    story.takes(story.release_61()).await;

    let read = story.read(&saved).await;
    assert_eq!(
        changes(&read),
        [
            json!(["/criteria/0/skill", "replaced", TREES, SAMPLES, true, false]),
            json!(["/criteria/1/skill", "relabelled", story.renamed, null, false, false]),
            json!(["/rome/0", "replaced", DATA, SYSTEMS, true, false]),
            json!(["/job", "replaced", DATA, SYSTEMS, true, false]),
        ]
    );
    assert_eq!(
        (&read["search"]["criteria"][0], &read["search"]["rome"], &read["search"]["job"]),
        (
            &json!({ "skill": SAMPLES, "min_level": 2, "status": "any", "required": true }),
            &json!([SYSTEMS]),
            &json!(SYSTEMS)
        )
    );
    let first = &read["changes"][0];
    assert_eq!(
        (&first["label"], &first["label_now"], &first["successor"]["label"]),
        (
            &json!("Tailler les arbres"),
            &Value::Null,
            &json!("Prélever des échantillons de matières ou de produits")
        )
    );
    assert_eq!(read["names"][1]["label"], "Dire autrement");
    assert_eq!((obstacles(&read), &read["release"]), (Vec::<Value>::new(), &json!(60)));

    // The same search, without the places that nobody belongs to, finds who holds the successor.
    let narrowed = json!({ "criteria": [{ "skill": TREES, "min_level": 2 }] });
    story.client().post("/profile-search", &narrowed).await.expect(200);
    story.app.settled().await;
    let run = story.run(&saved).await.expect(200);
    assert_eq!(run["changes"], read["changes"], "the run says what it followed");
    let searched = story.client().post("/profile-search", &read["search"]).await.expect(200);
    assert_eq!((&run["total"], hit_ids(&run)), (&searched["total"], hit_ids(&searched)));

    let taken = story.write(&read, &read["search"]).await;
    assert_eq!((changes(&taken), &taken["release"]), (Vec::new(), &json!(61)));
    assert_eq!(taken["search"], read["search"]);
    let alone = json!({ "criteria": [{ "skill": SAMPLES, "min_level": 2 }] });
    let alone = story.write(&taken, &alone).await;
    story
        .app
        .until("the successor's holder is found", async || {
            hit_ids(&story.run(&alone).await.expect(200)) == [added.profile.0]
        })
        .await;
}

#[tokio::test]
async fn what_cannot_be_followed_is_refused_by_its_place_until_its_owner_decides() {
    let api = FranceTravail::well().await;
    let story = Story::begin(&api).await;
    let gone = keep(
        story.client(),
        "Sans suite",
        json!({ "criteria": [{ "skill": story.renamed }], "exclude": [{ "skill": story.retired }] }),
    )
    .await;
    let family = format!("family:{WEB}");
    let reused = keep(story.client(), "Web", json!({ "rome": ["M", WEB, family], "job": WEB })).await;
    story.takes(story.release_61()).await;

    let read = story.read(&gone).await;
    assert_eq!(
        changes(&read),
        [
            json!(["/criteria/0/skill", "relabelled", story.renamed, null, false, false]),
            json!(["/exclude/0/skill", "retired", story.retired, null, false, true]),
        ]
    );
    assert_eq!(read["search"], gone["search"], "the code stays to be seen");
    assert_eq!(obstacles(&read), [json!(["/exclude/0/skill", "retired_code"])]);
    story.run(&gone).await.expect_field("/exclude/0/skill", "retired_code");
    // A name decides nothing.
    let rename = story.client().starting_from(Method::PATCH, &saved_path(&read), &read["version"]);
    let renamed = send(rename.json(&json!({ "name": "Toujours sans suite" }))).await.expect(200);
    assert_eq!((changes(&renamed), &renamed["release"]), (changes(&read), &json!(60)));
    // Saving it as it is is no decision either; leaving the code out is one.
    let path = saved_path(&renamed);
    let as_it_is = story.client().starting_from(Method::PATCH, &path, &renamed["version"]);
    let as_it_is = send(as_it_is.json(&json!({ "search": renamed["search"] }))).await;
    as_it_is.expect_field("/search/exclude/0/skill", "retired_code");
    let decided = story.write(&renamed, &json!({ "criteria": [{ "skill": story.renamed }] })).await;
    assert_eq!((changes(&decided), obstacles(&decided)), (vec![], vec![]));
    story.run(&gone).await.expect(200);

    let read = story.read(&reused).await;
    assert_eq!(
        changes(&read),
        [
            json!(["/rome/1", "reused", WEB, SYSTEMS, false, true]),
            json!(["/rome/2", "reused", family, format!("family:{SYSTEMS}"), false, true]),
            json!(["/job", "reused", WEB, SYSTEMS, false, true]),
        ]
    );
    assert_eq!(read["changes"][0]["label_now"], "Métier tout autre");
    assert_eq!(
        read["search"], reused["search"],
        "the new meaning is not taken in silence, nor the old one moved"
    );
    let refused = story.run(&reused).await.expect_field("/rome/1", "reused_code");
    assert!(
        refused["errors"].as_array().unwrap().iter().any(|fault| fault["pointer"] == "/job"),
        "{refused}"
    );
    // Either meaning may be chosen: the new one by saving the code again, the old one by its new code.
    let decided = story.write(&read, &json!({ "rome": ["M", WEB], "job": SYSTEMS })).await;
    assert_eq!((changes(&decided), &decided["names"][1]["label"]), (vec![], &json!("Métier tout autre")));
    story.run(&reused).await.expect(200);
}

#[tokio::test]
async fn a_successor_asked_for_otherwise_waits_and_one_asked_for_alike_stands_once() {
    let api = FranceTravail::well().await;
    let story = Story::begin(&api).await;
    let two = |min_level: u8| json!({ "criteria": [{ "skill": TREES, "min_level": 2 }, { "skill": SAMPLES, "min_level": min_level }] });
    let alike = keep(story.client(), "Pareil", two(2)).await;
    let otherwise = keep(story.client(), "Autrement", two(3)).await;
    let excluded = json!({ "criteria": [{ "skill": TREES }], "exclude": [{ "skill": SAMPLES }] });
    let excluded = keep(story.client(), "Contraire", excluded).await;
    story.takes(story.release_61()).await;
    let read = story.read(&alike).await;
    assert_eq!(changes(&read), [json!(["/criteria/0/skill", "replaced", TREES, SAMPLES, true, false])]);
    assert_eq!(read["search"]["criteria"].as_array().unwrap().len(), 1);
    story.run(&alike).await.expect(200);
    for saved in [&otherwise, &excluded] {
        let read = story.read(saved).await;
        assert_eq!(changes(&read), [json!(["/criteria/0/skill", "replaced", TREES, SAMPLES, false, true])]);
        assert_eq!(read["search"], saved["search"]);
        story.run(saved).await.expect_field("/criteria/0/skill", "conflicting_successor");
    }
}

#[tokio::test]
async fn owners_are_told_once_of_all_their_searches_and_staff_sees_how_many() {
    let api = FranceTravail::well().await;
    let story = Story::begin(&api).await;
    let client = story.client();
    keep(client, "Remplacée", json!({ "criteria": [{ "skill": TREES }] })).await;
    keep(client, "Réattribuée", json!({ "rome": [format!("family:{WEB}")], "job": WEB })).await;
    keep(client, "Sans rapport", json!({ "criteria": [{ "skill": SAMPLES }], "rome": ["N"] })).await;
    let untouched = story.app.recruiter_granted("18004623700012").await;
    keep(&untouched.user.client, "Sans rapport", json!({ "criteria": [{ "skill": SAMPLES }] })).await;
    let suspended = story.app.recruiter_granted("26570134200148").await;
    keep(&suspended.user.client, "Suspendue", json!({ "criteria": [{ "skill": TREES }] })).await;
    sqlx::query("UPDATE recruiter SET status = 'suspended' WHERE id = $1")
        .bind(suspended.id)
        .execute(&story.app.state.pool)
        .await
        .unwrap();
    story.takes(story.release_61()).await;
    let late = story.app.recruiter_granted("81280923400014").await;
    keep(&late.user.client, "Après", json!({ "criteria": [{ "skill": SAMPLES }], "job": WEB })).await;
    futures::future::join_all((0..4).map(|_| story.app.review_catalog())).await;
    story.app.review_catalog().await;

    assert_eq!(
        story.told(&story.recruiter).await,
        ["Le référentiel ROME a changé\u{a0}: 2 recherches enregistrées à vérifier"]
    );
    for other in [&untouched, &suspended, &late] {
        assert_eq!(story.told(other).await, Vec::<String>::new());
    }
    let staff = story.app.platform_admin().await.client;
    let imports = staff.get("/admin/catalog-imports").await.expect(200);
    let archives = imports["items"].as_array().unwrap().iter().filter(|import| import["source"] == "file");
    let effects =
        archives.map(|import| format!("/admin/catalog-imports/{}/effect", import["id"].as_str().unwrap()));
    let mut counted = Vec::new();
    for path in effects {
        let effect = staff.get(&path).await.expect(200);
        counted.push(json!([effect["reviewed"], effect["saved_searches"], effect["recruiters_told"]]));
    }
    assert_eq!(counted, [json!([true, 3, 1]), json!([true, 0, 0])], "release 61, then release 60");
}

#[tokio::test]
async fn a_successor_that_changes_in_turn_is_told_again() {
    let api = FranceTravail::well().await;
    let story = Story::begin(&api).await;
    let saved = keep(story.client(), "Élagueurs", json!({ "criteria": [{ "skill": TREES }] })).await;
    story.takes(story.release_61()).await;
    story.app.review_catalog().await;
    assert_eq!(story.told(&story.recruiter).await.len(), 1);
    let next = story.release_61().version(62).without_skill(SAMPLES);
    story.takes(next).await;
    story.app.review_catalog().await;
    let told = story.told(&story.recruiter).await;
    assert_eq!(told[1..], ["Le référentiel ROME a changé\u{a0}: une recherche enregistrée à vérifier"]);
    let read = story.read(&saved).await;
    assert_eq!(changes(&read), [json!(["/criteria/0/skill", "retired", TREES, null, false, true])]);
    story.run(&saved).await.expect_field("/criteria/0/skill", "retired_code");
}
