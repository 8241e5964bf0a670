//! A drawn signature: strokes of points, bounded, kept in two bytes per coordinate.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::platform::http::FieldError;
use crate::platform::seal::sha256;

/// Points lie on a sheet of this width and height.
pub const WIDTH: i32 = 600;
/// The height of that sheet.
pub const HEIGHT: i32 = 200;
/// Most strokes of a signature.
const MOST_STROKES: usize = 60;
/// Most points of a signature.
const MOST_POINTS: usize = 4000;
/// Fewest points: a dot is no signature.
const FEWEST_POINTS: usize = 8;

/// Strokes as they were drawn: each is a list of points `[x, y]`, x from 0 to 600, y from 0 to 200.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(as = SignatureStrokes)]
pub struct Strokes(pub Vec<Vec<[i32; 2]>>);

/// A signature that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The strokes, packed.
    pub bytes: Vec<u8>,
    /// What tells identical signatures.
    pub sha256: String,
}

impl Strokes {
    /// Checks the bounds and packs: per stroke its length, then the coordinates, two bytes each, high byte first.
    pub fn pack(&self, pointer: &str) -> Result<Drawn, FieldError> {
        let points: usize = self.0.iter().map(Vec::len).sum();
        if self.0.len() > MOST_STROKES || points > MOST_POINTS {
            return Err(FieldError::new(pointer, "too_many", "Cette signature a trop de traits."));
        }
        if points < FEWEST_POINTS {
            return Err(FieldError::new(pointer, "too_short", "Signez d’un vrai trait."));
        }
        let mut bytes = Vec::with_capacity(2 * self.0.len() + 4 * points);
        for stroke in &self.0 {
            bytes.extend((stroke.len() as u16).to_be_bytes());
            for [x, y] in stroke {
                if !(0..=WIDTH).contains(x) || !(0..=HEIGHT).contains(y) {
                    return Err(FieldError::new(pointer, "out_of_range", "Un point est hors du cadre."));
                }
                bytes.extend((*x as u16).to_be_bytes());
                bytes.extend((*y as u16).to_be_bytes());
            }
        }
        let sha256 = sha256(&bytes);
        Ok(Drawn { bytes, sha256 })
    }
}

/// Unpacks what [`Strokes::pack`] packed; what is cut short ends where it is cut.
pub fn unpack(bytes: &[u8]) -> Strokes {
    let mut numbers = bytes.as_chunks::<2>().0.iter().map(|pair| i32::from(u16::from_be_bytes(*pair)));
    let mut strokes = Vec::new();
    while let Some(length) = numbers.next() {
        let stroke: Vec<_> = (0..length).map_while(|_| Some([numbers.next()?, numbers.next()?])).collect();
        strokes.push(stroke);
    }
    Strokes(strokes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(points: i32) -> Vec<[i32; 2]> {
        (0..points).map(|x| [x % WIDTH, 10]).collect()
    }

    #[test]
    fn what_is_no_signature_is_refused() {
        let code = |strokes: Vec<Vec<[i32; 2]>>| Strokes(strokes).pack("/strokes").unwrap_err().code;
        assert_eq!(code(vec![]), "too_short");
        assert_eq!(code(vec![line(7)]), "too_short");
        assert_eq!(code(vec![line(4001)]), "too_many");
        assert_eq!(code(vec![line(1); 61]), "too_many");
        assert_eq!(code(vec![line(8), vec![[601, 0]]]), "out_of_range");
        assert_eq!(code(vec![line(8), vec![[0, -1]]]), "out_of_range");
    }

    #[test]
    fn the_same_drawing_has_the_same_hash_and_another_one_another() {
        let hash = |strokes| Strokes(strokes).pack("").unwrap().sha256;
        assert_eq!(hash(vec![line(9)]), hash(vec![line(9)]));
        assert_ne!(hash(vec![line(9)]), hash(vec![line(10)]));
        assert_ne!(hash(vec![line(16)]), hash(vec![line(8), line(8)]));
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(
            strokes in prop::collection::vec(prop::collection::vec([0..=WIDTH, 0..=HEIGHT], 4..40), 2..20)
        ) {
            let strokes = Strokes(strokes);
            let packed = strokes.pack("").unwrap();
            prop_assert_eq!(unpack(&packed.bytes), strokes);
        }

        #[test]
        fn whatever_bytes_are_unpacked_without_fault(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            unpack(&bytes);
        }
    }
}
