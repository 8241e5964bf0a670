//! The domain of a mail address, and whether an address there can prove anything.
//!
//! An accepted domain covers itself and nothing else: `paris.exemple.fr` is not covered by `exemple.fr`,
//! because a sub-domain is often lent to people (pupils, customers) who do not represent the company.

use super::free_mail;
use crate::identity::Email;
use crate::platform::http::FieldError;

/// A domain under which a company's staff receives mail, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailDomain(String);

impl MailDomain {
    /// The domain of an address, unless anyone can open an address there: such a domain proves nothing.
    pub fn of(address: &Email, pointer: &str) -> Result<Self, FieldError> {
        let domain = address.domain();
        if free_mail::is_free(&domain) {
            let message =
                "Une adresse de messagerie grand public ne prouve pas que vous représentez l’entreprise.";
            return Err(FieldError::new(pointer, "free_mail", message));
        }
        Ok(Self(domain))
    }

    /// The domain that staff accepts for a company. It must be the one of an address the person confirmed.
    pub fn accepted(text: &str, confirmed: &[&str], pointer: &str) -> Result<Self, FieldError> {
        let wanted = text.trim().to_ascii_lowercase();
        let address = confirmed
            .iter()
            .filter_map(|address| Email::parse(pointer, address).ok())
            .find(|address| address.domain() == wanted);
        let message = "Seul le domaine d’une adresse confirmée par la personne peut être accepté.";
        Self::of(&address.ok_or_else(|| FieldError::new(pointer, "domain_not_confirmed", message))?, pointer)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(address: &str) -> Result<String, String> {
        let address = Email::parse("/email", address).map_err(|fault| fault.code.to_string())?;
        MailDomain::of(&address, "/email").map(|domain| domain.0).map_err(|fault| fault.code.to_string())
    }

    #[test]
    fn an_address_proves_by_its_domain() {
        assert_eq!(code_of("rh@boulangerie-du-nil.fr"), Ok("boulangerie-du-nil.fr".into()));
        assert_eq!(code_of(" RH.Paris+offres@Exemple.FR "), Ok("exemple.fr".into()));
        assert_eq!(code_of("rh@paris.exemple.fr"), Ok("paris.exemple.fr".into()));
        for free in ["a@gmail.com", "a@GMAIL.com", "a@orange.fr", "a@mail.laposte.net", "a@hotmail.co.uk"] {
            assert_eq!(code_of(free), Err("free_mail".into()), "{free}");
        }
        for invalid in
            ["rh@127.0.0.1", "rh@exemple", "\"rh@exemple.fr\"@gmail.com", "rh@gmail.com@exemple.fr"]
        {
            assert_eq!(code_of(invalid), Err("email_format".into()), "{invalid}");
        }
    }

    #[test]
    fn staff_accepts_the_confirmed_domain_and_no_other() {
        let accept = |text: &str, confirmed: &[&str]| {
            MailDomain::accepted(text, confirmed, "/accept_domain").map_err(|fault| fault.code.to_string())
        };
        let confirmed = ["ines@gmail.com", "rh@paris.exemple.fr"];
        assert_eq!(accept(" Paris.Exemple.fr ", &confirmed).unwrap().as_str(), "paris.exemple.fr");
        // Neither the domain above nor one below.
        assert_eq!(accept("exemple.fr", &confirmed), Err("domain_not_confirmed".into()));
        assert_eq!(accept("rh.paris.exemple.fr", &confirmed), Err("domain_not_confirmed".into()));
        assert_eq!(accept("exemple.fr", &[]), Err("domain_not_confirmed".into()));
        assert_eq!(accept("gmail.com", &confirmed), Err("free_mail".into()));
    }
}
