//! What somebody must not see answers as what does not exist: the same status and the same body.

use super::actors::{self, Kind};
use super::operations;
use super::recipes::RECIPES;
use super::targets;
use super::world::World;

#[tokio::test]
async fn a_foreign_organisation_answers_as_one_that_does_not_exist() {
    let world = World::start().await;
    let operations = operations::all();
    let mut asked = 0;
    for recipe in RECIPES.iter().filter(|recipe| recipe.path.starts_with("/organisations/$org")) {
        let operation = &operations[recipe.operation];
        for kind in [Kind::Person, Kind::AdminElsewhere, Kind::Recruiter] {
            let user = actors::create(&world, kind).await;
            let foreign = targets::fill(&world, user.as_ref(), recipe.path).await;
            let unknown = foreign.replace(&world.org.id.to_string(), &uuid::Uuid::nil().to_string());
            assert_ne!(foreign, unknown);
            let body = targets::fill(&world, user.as_ref(), recipe.body).await;
            let body = serde_json::from_str(&body).ok();
            let foreign = world.send(operation, &foreign, body.as_ref(), user.as_ref()).await;
            let unknown = world.send(operation, &unknown, body.as_ref(), user.as_ref()).await;
            assert_eq!(
                foreign.expect_problem(404, "not_found"),
                unknown.expect_problem(404, "not_found"),
                "{} as {kind:?}",
                recipe.operation
            );
            asked += 1;
        }
    }
    assert!(asked >= 30, "only {asked} pairs were compared");
}
