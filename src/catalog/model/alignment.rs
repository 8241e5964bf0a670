//! How well what names the catalogue is aligned with a release.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::OrganisationId;

/// What names a job or a skill of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = AlignedItem)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum AlignedItem {
    /// A job of a training in use.
    TrainingJob,
    /// A skill of a training in use, itself or through the own skill it is.
    TrainingSkill,
    /// An own skill that is a skill of the catalogue.
    OwnSkill,
    /// A skill somebody declares.
    DeclaredSkill,
    /// A validation that was not revoked.
    Validation,
}

impl AlignedItem {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TrainingJob => "training_job",
            Self::TrainingSkill => "training_skill",
            Self::OwnSkill => "own_skill",
            Self::DeclaredSkill => "declared_skill",
            Self::Validation => "validation",
        }
    }
}

/// How many items of one kind name the catalogue, and how many of them a release has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Whose; nobody for the whole platform.
    pub organisation: Option<OrganisationId>,
    /// What.
    pub item: AlignedItem,
    /// How many.
    pub linked: i64,
    /// Those whose code the release has.
    pub present: i64,
    /// Those that wait for a decision.
    pub to_decide: i64,
}

impl Measure {
    /// The same for the whole platform, one measure of each of these kinds, zero where nobody has any.
    pub fn whole(measures: &[Self], items: &[AlignedItem]) -> Vec<Self> {
        let total = |item: AlignedItem| {
            let zero = Self { organisation: None, item, linked: 0, present: 0, to_decide: 0 };
            measures.iter().filter(|measure| measure.item == item).fold(zero, |sum, one| Self {
                linked: sum.linked + one.linked,
                present: sum.present + one.present,
                to_decide: sum.to_decide + one.to_decide,
                ..sum
            })
        };
        items.iter().map(|item| total(*item)).collect()
    }
}

/// The alignment with one release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// The import that brought it.
    pub import: Uuid,
    /// The release.
    pub release: i32,
    /// When it was measured.
    pub measured_at: DateTime<Utc>,
    /// What was counted, kind by kind.
    pub items: Vec<AlignmentItem>,
}

/// How many items of one kind a release has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct AlignmentItem {
    /// What names the catalogue.
    pub item: AlignedItem,
    /// How many did.
    pub linked: i64,
    /// Those whose code the release has.
    pub present: i64,
    /// Those that waited for a decision.
    pub to_decide: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_platform_has_what_its_organisations_have() {
        let one = |organisation, item, linked, present, to_decide| Measure {
            organisation: Some(OrganisationId(Uuid::from_u128(organisation))),
            item,
            linked,
            present,
            to_decide,
        };
        let measures = [
            one(1, AlignedItem::TrainingJob, 3, 2, 1),
            one(2, AlignedItem::TrainingJob, 4, 4, 0),
            one(2, AlignedItem::OwnSkill, 1, 0, 1),
        ];
        let items = [AlignedItem::TrainingJob, AlignedItem::TrainingSkill];
        let whole: Vec<_> = Measure::whole(&measures, &items)
            .into_iter()
            .map(|it| (it.organisation, it.item.as_str(), it.linked, it.present, it.to_decide))
            .collect();
        assert_eq!(whole, [(None, "training_job", 7, 6, 1), (None, "training_skill", 0, 0, 0)]);
    }
}
