//! Texts that other platforms export with HTML in them: paragraphs and code stay, the rest of the markup goes.

/// Characters that are written by name.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("rsquo", "’"),
    ("lsquo", "‘"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("deg", "°"),
    ("euro", "€"),
    ("times", "×"),
    ("divide", "÷"),
    ("le", "≤"),
    ("ge", "≥"),
    ("ne", "≠"),
    ("agrave", "à"),
    ("acirc", "â"),
    ("ccedil", "ç"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("euml", "ë"),
    ("icirc", "î"),
    ("iuml", "ï"),
    ("ocirc", "ô"),
    ("oelig", "œ"),
    ("ugrave", "ù"),
    ("ucirc", "û"),
    ("uuml", "ü"),
    ("Agrave", "À"),
    ("Ccedil", "Ç"),
    ("Eacute", "É"),
    ("Egrave", "È"),
    ("Ecirc", "Ê"),
    ("OElig", "Œ"),
];

/// The text of a piece of HTML, and whether something of it could not be kept.
pub fn to_text(html: &str) -> (String, bool) {
    let (mut text, mut is_cut, mut rest) = (String::new(), false, html);
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken =
            if rest.starts_with('<') { tag(rest, &mut text, &mut is_cut) } else { entity(rest, &mut text) };
        rest = &rest[taken..];
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    (squeezed(&lines), is_cut)
}

/// Takes a tag and writes what it stands for; gives how many bytes that was. A lone `<` is one.
fn tag(rest: &str, text: &mut String, is_cut: &mut bool) -> usize {
    let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    let Some(end) = rest.find('>').filter(|_| is_tag) else {
        text.push('<');
        return 1;
    };
    let inside = rest[1..end].trim_matches('/').trim();
    let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
    match name.to_ascii_lowercase().as_str() {
        "br" | "li" => text.push('\n'),
        "p" | "div" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "tr" => text.push_str("\n\n"),
        "pre" => text.push_str("\n```\n"),
        "img" | "video" | "audio" | "iframe" | "table" | "object" => *is_cut = true,
        _ => {}
    }
    end + 1
}

/// Takes a character that is written by name or number; gives how many bytes that was. A lone `&` is one.
fn entity(rest: &str, text: &mut String) -> usize {
    let end = rest.char_indices().take(12).find(|(_, c)| *c == ';').map(|(at, _)| at);
    let found = end.and_then(|end| {
        let name = &rest[1..end];
        let named =
            NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| (*character).to_owned());
        named.or_else(|| numbered(name).map(String::from)).map(|character| (character, end + 1))
    });
    if let Some((character, taken)) = found {
        text.push_str(&character);
        taken
    } else {
        text.push('&');
        1
    }
}

fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let hexadecimal = digits.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
    let number = hexadecimal.unwrap_or_else(|| digits.parse()).ok()?;
    char::from_u32(number).filter(|c| !c.is_control())
}

/// The lines with one empty one at most between two others.
fn squeezed(lines: &[&str]) -> String {
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    for line in lines {
        let follows_empty = kept.last().is_none_or(|last| last.is_empty());
        if !line.is_empty() || !follows_empty {
            kept.push(line);
        }
    }
    kept.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_characters_stay() {
        let (text, is_cut) =
            to_text("<p>L&#39;&eacute;t&eacute;&nbsp;: 3 < 5 &amp; 2&gt;1</p><p>Fin<br/>ici</p>");
        assert_eq!(text, "L'été\u{a0}: 3 < 5 & 2>1\n\nFin\nici");
        assert!(!is_cut);
    }

    #[test]
    fn what_cannot_be_kept_is_told_and_nothing_runs() {
        let (text, is_cut) =
            to_text("Voir <img src=\"x\" onerror=\"alert(1)\"> ici <b>gras</b> & &inconnu; &#0;");
        assert_eq!(text, "Voir  ici gras & &inconnu; &#0;");
        assert!(is_cut);
        assert_eq!(to_text("<pre>a = 1</pre>").0, "```\na = 1\n```");
        assert_eq!(to_text("a <b").0, "a <b");
    }
}
