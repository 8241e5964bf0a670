//! A claimed skill in one line: how many proofs, what was judged, by whom, when.

use chrono::NaiveDate;

use super::review::Verdict;

/// What an organisation made of the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Its verdict.
    pub verdict: Verdict,
    /// The step of its grid, where it attested one.
    pub step_name: Option<String>,
    /// On the common scale, if it has a place there.
    pub level: Option<i16>,
    /// The organisation, by its name of that time.
    pub organisation: String,
    /// The day, in Paris.
    pub on: NaiveDate,
    /// Whether what was attested has been revoked, or replaced, since.
    pub is_ended: bool,
}

/// The judgement that speaks for a claim: one that attests and stands, else the newest. They come newest first.
pub fn speaking(mut judged: Vec<Judged>) -> Option<Judged> {
    let stands = judged.iter().position(|one| one.verdict != Verdict::Refused && !one.is_ended);
    let place = stands.unwrap_or(0);
    (place < judged.len()).then(|| judged.swap_remove(place))
}

/// The line.
pub fn line(proofs: usize, removed: usize, judged: Option<&Judged>) -> String {
    format!("{}\u{a0}· {}", pieces(proofs, removed), judged.map_or("déclarée, non vérifiée".to_owned(), told))
}

fn pieces(proofs: usize, removed: usize) -> String {
    let present = match proofs {
        0 => "aucune pièce".to_owned(),
        1 => "1\u{a0}pièce".to_owned(),
        many => format!("{many}\u{a0}pièces"),
    };
    match removed {
        0 => present,
        1 => format!("{present} (1\u{a0}retirée)"),
        many => format!("{present} ({many}\u{a0}retirées)"),
    }
}

fn told(judged: &Judged) -> String {
    let Judged { organisation, on, .. } = judged;
    let day = on.format("%d/%m/%Y");
    let what = match (judged.verdict, &judged.step_name) {
        (Verdict::Refused, _) | (_, None) => "non attestée".to_owned(),
        (_, Some(step)) => match judged.level {
            Some(level) => format!("attestée «\u{a0}{step}\u{a0}» (niveau\u{a0}{level})"),
            None => format!("attestée «\u{a0}{step}\u{a0}»"),
        },
    };
    let since = if judged.is_ended { ", n’a plus cours" } else { "" };
    format!("{what} par {organisation}, le {day}{since}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(verdict: Verdict, organisation: &str, is_ended: bool) -> Judged {
        Judged {
            verdict,
            step_name: (verdict != Verdict::Refused).then(|| "Acquis".to_owned()),
            level: Some(3),
            organisation: organisation.to_owned(),
            on: "2026-03-03".parse().unwrap(),
            is_ended,
        }
    }

    #[test]
    fn a_claim_is_one_line() {
        assert_eq!(line(0, 0, None), "aucune pièce\u{a0}· déclarée, non vérifiée");
        let attested = judged(Verdict::Attested, "École du Rhône", false);
        assert_eq!(
            line(2, 1, Some(&attested)),
            "2\u{a0}pièces (1\u{a0}retirée)\u{a0}· attestée «\u{a0}Acquis\u{a0}» (niveau\u{a0}3) par École du Rhône, le 03/03/2026"
        );
        let refused = judged(Verdict::Refused, "Atelier", false);
        assert_eq!(line(1, 0, Some(&refused)), "1\u{a0}pièce\u{a0}· non attestée par Atelier, le 03/03/2026");
        let ended = judged(Verdict::Adjusted, "Atelier", true);
        assert!(line(1, 2, Some(&ended)).ends_with("le 03/03/2026, n’a plus cours"));
    }

    #[test]
    fn what_attests_and_stands_speaks_before_what_is_newer() {
        let (old, new) = (judged(Verdict::Attested, "Une", false), judged(Verdict::Refused, "Autre", false));
        assert_eq!(speaking(vec![new.clone(), old.clone()]), Some(old));
        let ended = judged(Verdict::Attested, "Une", true);
        assert_eq!(speaking(vec![new.clone(), ended]), Some(new));
        assert_eq!(speaking(Vec::new()), None);
    }
}
