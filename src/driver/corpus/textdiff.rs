//! A plain line diff for failure messages.

/// Lines of `want` that are missing (`-`), lines of `got` that are too many (`+`), and a little context.
pub fn diff(want: &[String], got: &[String]) -> String {
    const CAP: usize = 600;
    let want = &want[..want.len().min(CAP)];
    let got = &got[..got.len().min(CAP)];
    let (n, m) = (want.len(), got.len());
    // common[i][j]: length of the longest common subsequence of want[i..] and got[j..].
    let mut common = vec![vec![0u16; m + 1]; n + 1];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            common[i][j] = if want[i] == got[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let mut rows: Vec<(char, &str)> = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < n || j < m {
        if i < n && j < m && want[i] == got[j] {
            rows.push((' ', &want[i]));
            i += 1;
            j += 1;
        } else if i < n && (j == m || common[i + 1][j] >= common[i][j + 1]) {
            rows.push(('-', &want[i]));
            i += 1;
        } else {
            rows.push(('+', &got[j]));
            j += 1;
        }
    }
    let near = |at: usize| {
        rows[at.saturating_sub(2)..(at + 3).min(rows.len())]
            .iter()
            .any(|(mark, _)| *mark != ' ')
    };
    let mut text = String::new();
    for (at, (mark, line)) in rows.iter().enumerate().filter(|(at, _)| near(*at)) {
        if text.len() > 6000 {
            text.push_str(&format!("    ... ({} more lines)\n", rows.len() - at));
            break;
        }
        text.push_str(&format!("  {mark} {line}\n"));
    }
    text
}

/// The lines of `text` without trailing blanks, and without empty lines at the end.
pub fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(|l| l.trim_end().to_owned()).collect();
    while lines.last().is_some_and(|l| l.is_empty()) {
        lines.pop();
    }
    lines
}
