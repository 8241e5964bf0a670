//! Levels a training aims at: steps of a grid of the organisation, or levels of the common scale.

use serde::Serialize;
use utoipa::ToSchema;

use crate::ids::GridId;
use crate::platform::http::FieldError;

/// The names of the common scale, lowest first.
pub const COMMON: [&str; 4] = ["Notions", "Guidé", "Autonome", "Expert"];

/// The scale that levels are read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scale {
    /// The common scale, 1 to 4.
    Common,
    /// One version of a grid, its steps counted from 0.
    Grid {
        /// The grid.
        id: GridId,
        /// Its version.
        version: i32,
        /// Its name.
        name: String,
        /// The names of its steps, lowest first.
        steps: Vec<String>,
    },
}

/// The levels of one skill in one training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The scale.
    pub scale: Scale,
    /// The level aimed at.
    pub target: i16,
    /// The level from which the skill counts as acquired.
    pub pass: i16,
}

/// A level with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = NamedLevel)]
pub struct Named {
    /// A level 1..4 of the common scale, or a step of the grid counted from 0.
    pub value: i16,
    /// Its name.
    pub name: String,
}

impl Scale {
    /// The name of a level; nothing when the scale has no such level.
    pub fn name(&self, level: i16) -> Option<&str> {
        match self {
            Self::Common => COMMON.get(usize::try_from(level).ok()?.checked_sub(1)?).copied(),
            Self::Grid { steps, .. } => steps.get(usize::try_from(level).ok()?).map(String::as_str),
        }
    }

    /// What the scale is called.
    pub fn title(&self) -> &str {
        match self {
            Self::Common => "Échelle commune",
            Self::Grid { name, .. } => name,
        }
    }

    /// The grid, when there is one.
    pub fn grid(&self) -> Option<(GridId, i32)> {
        match self {
            Self::Common => None,
            Self::Grid { id, version, .. } => Some((*id, *version)),
        }
    }
}

impl Levels {
    /// Levels that the scale has, the passing one not above the one aimed at.
    pub fn parse(pointer: &str, scale: Scale, target: i16, pass: i16) -> Result<Self, FieldError> {
        for (field, level) in [("target", target), ("pass", pass)] {
            if scale.name(level).is_none() {
                let message = "Cette échelle n’a pas ce niveau.";
                return Err(FieldError::new(format!("{pointer}/{field}"), "unknown_level", message));
            }
        }
        if pass > target {
            let message = "Le niveau d’acquisition ne peut pas dépasser le niveau visé.";
            return Err(FieldError::new(format!("{pointer}/pass"), "above_target", message));
        }
        Ok(Self { scale, target, pass })
    }

    /// The level aimed at, named.
    pub fn target(&self) -> Named {
        self.named(self.target)
    }

    /// The level from which the skill counts as acquired, named.
    pub fn pass(&self) -> Named {
        self.named(self.pass)
    }

    fn named(&self, value: i16) -> Named {
        Named { value, name: self.scale.name(value).unwrap_or_default().to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn grid() -> Scale {
        let steps = ["Non acquis", "En cours", "Acquis"].map(str::to_owned).to_vec();
        Scale::Grid { id: GridId(Uuid::from_u128(1)), version: 2, name: "Grille".into(), steps }
    }

    #[test]
    fn levels_are_those_of_the_scale() {
        let levels = Levels::parse("/skills/0", Scale::Common, 4, 2).unwrap();
        assert_eq!((levels.target().name.as_str(), levels.pass().name.as_str()), ("Expert", "Guidé"));
        let levels = Levels::parse("/skills/0", grid(), 2, 0).unwrap();
        assert_eq!((levels.target().name.as_str(), levels.pass().name.as_str()), ("Acquis", "Non acquis"));
        for (scale, target, pass, pointer, code) in [
            (Scale::Common, 5, 1, "/skills/0/target", "unknown_level"),
            (Scale::Common, 4, 0, "/skills/0/pass", "unknown_level"),
            (Scale::Common, -1, 1, "/skills/0/target", "unknown_level"),
            (grid(), 3, 0, "/skills/0/target", "unknown_level"),
            (grid(), 1, 2, "/skills/0/pass", "above_target"),
            (Scale::Common, i16::MIN, i16::MIN, "/skills/0/target", "unknown_level"),
        ] {
            let fault = Levels::parse("/skills/0", scale, target, pass).unwrap_err();
            assert_eq!((fault.pointer.as_str(), fault.code.as_ref()), (pointer, code));
        }
    }
}
