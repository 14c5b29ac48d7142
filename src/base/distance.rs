//! How far apart two names are, for "did you mean".

/// The number of letters inserted, removed, changed or swapped with their neighbour that turn `a` into `b`. Capitals count as changed,
/// but names that differ in nothing else are never further apart than 1.
pub fn distance(a: &str, b: &str) -> usize {
    if a.to_lowercase() == b.to_lowercase() {
        return usize::from(a != b);
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let width = b.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; width];
        for j in 1..width {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// The one of `names` that `name` is most likely a misspelling of: at most one letter in three is wrong, and no other is as near. Of
/// two that are, one from which letters were only left out is meant.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = name.chars().count();
    let far = (letters / 3).clamp(1, 3);
    let mut best: Option<((usize, bool), &str)> = None;
    let mut tie = false;
    for other in names {
        let length = other.chars().count();
        if other == name || length.abs_diff(letters) > far {
            continue;
        }
        // A name of one or two letters is not recognizable with one of them wrong.
        if letters.min(length) <= 2 && other.to_lowercase() != name.to_lowercase() {
            continue;
        }
        let d = distance(name, other);
        if d > far {
            continue;
        }
        let rank = (d, !is_part(name, other));
        match best {
            Some((least, known)) if rank > least || known == other => {}
            Some((least, _)) if rank == least => tie = true,
            _ => {
                best = Some((rank, other));
                tie = false;
            }
        }
    }
    best.filter(|_| !tie).map(|(_, n)| n)
}

/// Whether leaving out letters of `whole` gives `part`.
fn is_part(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|c| rest.any(|r| r == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_letters() {
        assert_eq!(distance("Println", "Pritnln"), 1);
        assert_eq!(distance("Println", "println"), 1);
        assert_eq!(distance("count", "counter"), 2);
        assert_eq!(distance("abc", ""), 3);
    }

    #[test]
    fn only_plain_misspellings_are_recognized() {
        let names = ["Println", "Printf", "Sprint", "x", "total"];
        assert_eq!(nearest("Printline", names), Some("Println"));
        assert_eq!(
            nearest("Printn", ["Printf", "Println", "Print"]),
            Some("Println")
        );
        assert_eq!(nearest("count", ["point"]), None);
        assert_eq!(nearest("printf", names), Some("Printf"));
        assert_eq!(nearest("totla", names), Some("total"));
        assert_eq!(nearest("y", names), None);
        assert_eq!(nearest("banana", names), None);
        assert_eq!(nearest("Prinf", ["Prinx", "Prina"]), None);
    }
}
