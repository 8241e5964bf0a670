//! E-mail addresses: trimmed, checked, compared without case.

use sha2::{Digest, Sha256};

use crate::platform::http::FieldError;

const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;

/// An address that mail could reach.
#[derive(Clone, Debug)]
pub struct Email(String);

impl Email {
    /// Reads an address, or says what is wrong with the field.
    pub fn parse(pointer: &str, text: &str) -> Result<Self, FieldError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldError::new(pointer, "required", "Indiquez une adresse e-mail."));
        }
        if text.len() > LONGEST {
            return Err(FieldError::new(pointer, "too_long", "Cette adresse e-mail est trop longue."));
        }
        let is_sane =
            text.rsplit_once('@').is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain));
        if is_sane {
            Ok(Self(text.to_owned()))
        } else {
            Err(FieldError::new(pointer, "email_format", "Cette adresse e-mail n’est pas valable."))
        }
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`.
    pub fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// The domain, in lower case.
    pub fn domain(&self) -> String {
        self.0.rsplit_once('@').map_or_else(String::new, |(_, domain)| domain.to_ascii_lowercase())
    }

    /// Whether both name the same mailbox.
    pub fn is_same_as(&self, other: &str) -> bool {
        self.0.eq_ignore_ascii_case(other.trim())
    }

    /// A name for counters and logs that does not give the address away at a glance.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.0.to_ascii_lowercase().as_bytes());
        digest.iter().take(16).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }
}

fn is_local_part(local: &str) -> bool {
    let is_atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    local.len() <= LONGEST_LOCAL && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom))
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let ends_in_letters = labels.last().is_some_and(|last| last.chars().any(|c| c.is_ascii_alphabetic()));
    labels.len() >= 2 && labels.iter().all(is_label) && ends_in_letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sane_addresses_are_kept_as_written() {
        for text in
            ["ines@example.org", "  Ines.Lefevre+carnet@Mail.Example.org ", "o'brien@exa-mple.fr", "a@b.co"]
        {
            assert_eq!(Email::parse("/email", text).unwrap().as_str(), text.trim());
        }
    }

    #[test]
    fn others_are_refused() {
        let long = format!("{}@example.org", "a".repeat(65));
        let longer = format!("a@{}.org", "b".repeat(260));
        for text in [
            "",
            "ines",
            "@example.org",
            "ines@",
            "ines@example",
            "a..b@example.org",
            ".a@example.org",
            "a.@example.org",
            "a b@example.org",
            "a@@example.org",
            "a@exa_mple.org",
            "a@-example.org",
            "a@example-.org",
            "a@example..org",
            "a@127.0.0.1",
            "a\r\nBcc: x@example.org",
            "inès@example.org",
            "<a@example.org>",
            &long,
            &longer,
        ] {
            assert!(Email::parse("/email", text).is_err(), "{text:?} was accepted");
        }
    }

    #[test]
    fn case_does_not_matter() {
        let (one, two) =
            (Email::parse("", "A@Example.org").unwrap(), Email::parse("", "a@example.ORG").unwrap());
        assert!(one.is_same_as(two.as_str()));
        assert_eq!(one.fingerprint(), two.fingerprint());
        assert_eq!(one.domain(), "example.org");
    }
}
