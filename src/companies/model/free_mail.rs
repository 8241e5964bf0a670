//! Mail domains where anyone can open an address: they never prove that one represents a company.

/// Providers with one domain, or a few that are listed. Every sub-domain of these is free as well.
const DOMAINS: &[&str] = &[
    // Access providers in France, present and past
    "9online.fr",
    "aliceadsl.fr",
    "alicemail.fr",
    "altern.org",
    "bbox.fr",
    "bouyguestelecom.fr",
    "caramail.com",
    "caramail.fr",
    "cegetel.net",
    "chello.fr",
    "club-internet.fr",
    "dartybox.com",
    "estvideo.fr",
    "evc.net",
    "evhr.net",
    "fnac.net",
    "free.fr",
    "freesbee.fr",
    "freesurf.fr",
    "gawab.com",
    "ifrance.com",
    "infonie.fr",
    "kiwi-fr.com",
    "laposte.net",
    "lapostemobile.fr",
    "libertysurf.fr",
    "mailo.com",
    "mailo.fr",
    "mangoosta.fr",
    "mel.fr",
    "modulonet.fr",
    "multimania.com",
    "neuf.fr",
    "nomade.fr",
    "noos.fr",
    "nordnet.fr",
    "numericable.com",
    "numericable.fr",
    "orange.fr",
    "ovi.com",
    "red-by-sfr.fr",
    "sfr.fr",
    "sosh.fr",
    "tele2.fr",
    "tiscali.fr",
    "valvision.fr",
    "voila.fr",
    "wanadoo.fr",
    "waika9.com",
    "worldonline.fr",
    "zeop.re",
    "mobius.fr",
    "mediaserv.net",
    "izi.re",
    // French-speaking neighbours and overseas
    "bluewin.ch",
    "bluemail.ch",
    "hispeed.ch",
    "sunrise.ch",
    "skynet.be",
    "telenet.be",
    "proximus.be",
    "scarlet.be",
    "voo.be",
    "pt.lu",
    "internet.lu",
    "libello.com",
    "videotron.ca",
    "sympatico.ca",
    "bell.net",
    "lagoon.nc",
    "canl.nc",
    "nautile.nc",
    "mls.nc",
    "mail.pf",
    "menara.ma",
    "topnet.tn",
    "djaweb.dz",
    // Elsewhere
    "126.com",
    "163.com",
    "aol.com",
    "aol.fr",
    "aim.com",
    "att.net",
    "comcast.net",
    "cox.net",
    "disroot.org",
    "duck.com",
    "email.com",
    "fastmail.com",
    "fastmail.fm",
    "fastmail.fr",
    "gmail.com",
    "gmail.fr",
    "googlemail.com",
    "hey.com",
    "hushmail.com",
    "icloud.com",
    "inbox.com",
    "inbox.lv",
    "interia.pl",
    "keemail.me",
    "libero.it",
    "list.ru",
    "lycos.com",
    "mac.com",
    "mail.com",
    "mail.ee",
    "mail.fr",
    "mail.ru",
    "mailbox.org",
    "mailfence.com",
    "me.com",
    "murena.io",
    "myself.com",
    "naver.com",
    "netcourrier.com",
    "nate.com",
    "netscape.net",
    "o2.pl",
    "onet.pl",
    "passport.com",
    "pm.me",
    "posteo.de",
    "posteo.net",
    "proton.me",
    "protonmail.ch",
    "protonmail.com",
    "qq.com",
    "rambler.ru",
    "rediffmail.com",
    "riseup.net",
    "rocketmail.com",
    "runbox.com",
    "sapo.pt",
    "sina.com",
    "swisscows.email",
    "t-online.de",
    "terra.com.br",
    "terra.es",
    "tuta.com",
    "tuta.io",
    "tutamail.com",
    "tutanota.com",
    "tutanota.de",
    "ukr.net",
    "uol.com.br",
    "usa.net",
    "verizon.net",
    "virgilio.it",
    "vivaldi.net",
    "web.de",
    "wp.pl",
    "ymail.com",
    "zaclys.net",
    "zoho.com",
    "zoho.eu",
    "zohomail.com",
    "zohomail.eu",
    "europe.com",
    "freenet.de",
    "arcor.de",
    "seznam.cz",
    "abv.bg",
    "centrum.cz",
    // Addresses made to be thrown away, and forwarding ones
    "10minutemail.com",
    "33mail.com",
    "anonaddy.com",
    "anonaddy.me",
    "addy.io",
    "dispostable.com",
    "emailondeck.com",
    "fakeinbox.com",
    "getnada.com",
    "grr.la",
    "guerrillamail.com",
    "guerrillamail.info",
    "jetable.com",
    "jetable.net",
    "jetable.org",
    "mailcatch.com",
    "maildrop.cc",
    "mailinator.com",
    "mailnesia.com",
    "mintemail.com",
    "moakt.com",
    "mohmal.com",
    "mozmail.com",
    "mytemp.email",
    "privaterelay.appleid.com",
    "sharklasers.com",
    "simplelogin.com",
    "simplelogin.fr",
    "slmail.me",
    "spamgourmet.com",
    "temp-mail.org",
    "tempmail.com",
    "tempr.email",
    "throwawaymail.com",
    "trashmail.com",
    "trashmail.fr",
    "yopmail.com",
    "yopmail.fr",
    "yopmail.net",
];

/// Providers present under many countries' domains: `hotmail.fr`, `yahoo.co.uk`, `outlook.com.br`.
const FAMILIES: &[&str] =
    &["aol", "gmx", "hotmail", "live", "msn", "outlook", "windowslive", "yahoo", "yandex"];

/// Whether anyone can open an address at this lower-case domain.
pub fn is_free(domain: &str) -> bool {
    with_parents(domain).any(|name| DOMAINS.contains(&name) || is_of_a_family(name))
}

/// The domain, then each domain it is a part of.
fn with_parents(domain: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(domain), |name| name.split_once('.').map(|(_, parent)| parent))
}

/// A family's name followed by nothing but a country's ending: one or two labels of at most three letters.
fn is_of_a_family(domain: &str) -> bool {
    let Some((first, ending)) = domain.split_once('.') else { return false };
    let labels = ending.split('.').count();
    FAMILIES.contains(&first) && labels <= 2 && ending.split('.').all(|label| label.len() <= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everyone_knows_is_free() {
        for domain in [
            "gmail.com",
            "orange.fr",
            "free.fr",
            "laposte.net",
            "sfr.fr",
            "wanadoo.fr",
            "hotmail.com",
            "hotmail.fr",
            "outlook.com",
            "outlook.fr",
            "yahoo.fr",
            "yahoo.co.uk",
            "proton.me",
            "icloud.com",
            "live.fr",
            "gmx.de",
            "msn.com",
            "aol.com",
            "neuf.fr",
            "bbox.fr",
            "yopmail.com",
            "perso.free.fr",
            "mail.yahoo.com",
        ] {
            assert!(is_free(domain), "{domain}");
        }
    }

    #[test]
    fn a_company_is_not_free() {
        for domain in [
            "boulangerie-du-nil.fr",
            "laposte.fr",
            "groupe-orange.com",
            "orange.com",
            "sfr.com",
            "notgmail.com",
            "gmail.com.exemple.fr",
            "live-spectacle.fr",
            "outlook.exemple.fr",
            "yahoo-conseil.com",
            "fr",
            "com",
        ] {
            assert!(!is_free(domain), "{domain}");
        }
    }

    #[test]
    fn the_list_is_clean() {
        let mut seen = std::collections::HashSet::new();
        for domain in DOMAINS {
            assert_eq!(*domain, domain.to_ascii_lowercase());
            assert!(domain.contains('.') && seen.insert(domain), "{domain}");
        }
    }
}
