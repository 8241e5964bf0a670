//! The rule of names, written down as plainly as it reads.

use super::world::Person;

/// Whether every word of the query matches some word of the name.
pub fn name_matches(query: &str, person: &Person) -> bool {
    let name: Vec<String> = words(&person.first_name).into_iter().chain(words(&person.last_name)).collect();
    words(query).iter().all(|asked| {
        name.iter().any(|word| {
            word.starts_with(asked.as_str()) || (asked.chars().count() >= 5 && is_near(asked, word))
        })
    })
}

/// Lower case without accents, cut at whatever is no letter.
fn words(text: &str) -> Vec<String> {
    let mut folded = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            'à' | 'â' | 'ä' | 'á' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ô' | 'ö' | 'ó' => folded.push('o'),
            'û' | 'ù' | 'ü' | 'ú' => folded.push('u'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            c if c.is_alphanumeric() => folded.push(c),
            _ => folded.push(' '),
        }
    }
    folded.split_whitespace().map(str::to_owned).collect()
}

/// Whether one insertion, deletion, substitution or exchange of neighbours at most makes one of the other.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one == other {
        return true;
    }
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    match long.len() - short.len() {
        0 => {
            let differ: Vec<usize> = (0..one.len()).filter(|&at| one[at] != other[at]).collect();
            match differ.as_slice() {
                [_] => true,
                [a, b] => *b == a + 1 && one[*a] == other[*b] && one[*b] == other[*a],
                _ => false,
            }
        }
        1 => (0..long.len()).any(|at| {
            let mut without = long.clone();
            without.remove(at);
            without == *short
        }),
        _ => false,
    }
}

#[test]
fn one_slip_of_the_pen_is_near_and_two_are_not() {
    for near in ["martin", "matrin", "martn", "marttin", "mertin"] {
        assert!(is_near("martin", near), "{near}");
    }
    for far in ["mratni", "marti n o", "mart", "nitram"] {
        assert!(!is_near("martin", far), "{far}");
    }
}
