//! One text for one value: the form of JSON that is hashed and signed (RFC 8785, for values without fractions).

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A value that has no canonical form.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a number with a fraction has no canonical form here")]
pub struct NotCanonical;

/// Writes a value as its one canonical text: keys in order, no space, whole numbers only.
pub fn canonical(value: &Value) -> Result<String, NotCanonical> {
    let mut text = String::new();
    write(value, &mut text)?;
    Ok(text)
}

/// Writes anything that serialises as its canonical text.
pub fn canonical_of<T: Serialize>(value: &T) -> anyhow::Result<String> {
    Ok(canonical(&serde_json::to_value(value)?)?)
}

/// The SHA-256 of a text, in lower-case hexadecimal.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(bytes.as_ref()))
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn write(value: &Value, text: &mut String) -> Result<(), NotCanonical> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) if number.is_f64() => return Err(NotCanonical),
        Value::Number(number) => text.push_str(&number.to_string()),
        // The escapes of serde_json are those of RFC 8785: short ones where they exist, \u00xx otherwise, nothing else.
        Value::String(string) => text.push_str(&Value::from(string.as_str()).to_string()),
        Value::Array(items) => {
            text.push('[');
            for (position, item) in items.iter().enumerate() {
                if position > 0 {
                    text.push(',');
                }
                write(item, text)?;
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            // RFC 8785 orders by UTF-16 code units.
            fields.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            text.push('{');
            for (position, (name, field)) in fields.into_iter().enumerate() {
                if position > 0 {
                    text.push(',');
                }
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write(field, text)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_ordered_and_nothing_is_spaced() {
        let value = json!({ "b": [1, -2, { "z": null, "é": true, "a": "x\n\"\u{1}" }], "a": 18_446_744_073_709_551_615_u64 });
        let expected =
            "{\"a\":18446744073709551615,\"b\":[1,-2,{\"a\":\"x\\n\\\"\\u0001\",\"z\":null,\"é\":true}]}";
        assert_eq!(canonical(&value).unwrap(), expected);
    }

    #[test]
    fn keys_are_ordered_as_utf_16() {
        // U+1F600 is written with surrogates, below U+FB33.
        assert_eq!(
            canonical(&json!({ "\u{fb33}": 1, "\u{1f600}": 2 })).unwrap(),
            "{\"\u{1f600}\":2,\"\u{fb33}\":1}"
        );
    }

    #[test]
    fn a_fraction_is_refused() {
        assert_eq!(canonical(&json!([1.5])), Err(NotCanonical));
    }

    #[test]
    fn the_hash_is_the_one_everybody_computes() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from)
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_canonical_text_says_the_same_and_is_its_own_canonical_text(value in any_json()) {
            let text = canonical(&value).unwrap();
            let read: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&read, &value);
            prop_assert_eq!(canonical(&read).unwrap(), text);
        }
    }
}
