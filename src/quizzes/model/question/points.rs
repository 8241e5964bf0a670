//! Points, counted in hundredths so that sums are exact.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::ToSchema;

use crate::platform::http::FieldError;

/// A number of points. Written as a number with two decimals at most, kept in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = f64)]
pub struct Points(i32);

/// Most points of one question.
const MOST: i32 = 1_000;

impl Points {
    /// So many hundredths of a point.
    pub const fn of_hundredths(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// Hundredths of a point.
    pub const fn hundredths(self) -> i32 {
        self.0
    }

    /// Points as they are sent: from 0 to 1000, with two decimals at most.
    pub fn parse(pointer: &str, points: f64) -> Result<Self, FieldError> {
        let hundredths = (points * 100.0).round();
        let is_exact = (points * 100.0 - hundredths).abs() < 1e-6;
        if is_exact && (0.0..=f64::from(MOST) * 100.0).contains(&hundredths) {
            Ok(Self(hundredths as i32))
        } else {
            let message = "Indiquez des points entre 0 et 1\u{202f}000, avec deux décimales au plus.";
            Err(FieldError::new(pointer, "out_of_range", message))
        }
    }

    /// As a number.
    pub fn number(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        Self(points.map(|points| points.0).fold(0, i32::saturating_add))
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.number())
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = f64::deserialize(deserializer)?;
        Ok(Self((points * 100.0).round() as i32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_exact_to_the_hundredth() {
        for (sent, hundredths) in [(0.0, 0), (1.5, 150), (0.29, 29), (1000.0, 100_000), (33.33, 3_333)] {
            let points = Points::parse("/points", sent).unwrap();
            assert_eq!(points.hundredths(), hundredths);
            let stored = serde_json::to_value(points).unwrap();
            assert_eq!(serde_json::from_value::<Points>(stored).unwrap(), points);
        }
        for sent in [-0.01, 1000.01, 0.001, f64::NAN, f64::INFINITY] {
            assert_eq!(Points::parse("/points", sent).unwrap_err().code, "out_of_range", "{sent}");
        }
        let sum: Points = [10, 20, 33].map(Points::of_hundredths).into_iter().sum();
        assert_eq!(sum, Points::of_hundredths(63));
    }
}
