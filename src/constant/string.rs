//! String constants as ropes: a concatenation keeps its operands until its bytes are asked for, so that sums that double
//! with each declaration cost nothing before they are found to be too long.

use std::sync::Arc;
use std::sync::OnceLock;

/// The bytes of a string constant, or two strings that make them up.
#[derive(Debug)]
pub struct Text {
    len: u64,
    flat: OnceLock<Box<[u8]>>,
    parts: Option<(Arc<Text>, Arc<Text>)>,
}

impl Text {
    /// A string of these bytes.
    pub fn new(s: &[u8]) -> Text {
        Text {
            len: s.len() as u64,
            flat: OnceLock::from(Box::from(s)),
            parts: None,
        }
    }

    /// The concatenation of two strings.
    pub fn concat(a: &Arc<Text>, b: &Arc<Text>) -> Text {
        let len = a.len.saturating_add(b.len);
        if len <= 64 {
            return Text::new(&[a.bytes(), b.bytes()].concat());
        }
        Text {
            len,
            flat: OnceLock::new(),
            parts: Some((a.clone(), b.clone())),
        }
    }

    /// Number of bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        self.flat.get_or_init(|| self.prefix(self.len).into())
    }

    /// The first `n` bytes, or all if there are fewer.
    pub fn prefix(&self, n: u64) -> Vec<u8> {
        let want = n.min(self.len) as usize;
        let mut out = Vec::with_capacity(want);
        let mut todo = vec![self];
        while let Some(t) = todo.pop() {
            match (t.flat.get(), &t.parts) {
                (Some(s), _) => out.extend_from_slice(s),
                (None, Some((a, b))) => {
                    todo.push(b);
                    todo.push(a);
                }
                (None, None) => {}
            }
            if out.len() >= want {
                break;
            }
        }
        out.truncate(want);
        out
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        // Long chains come apart without recursion.
        let mut todo: Vec<Arc<Text>> = self
            .parts
            .take()
            .into_iter()
            .flat_map(|(a, b)| [a, b])
            .collect();
        while let Some(t) = todo.pop() {
            if let Some(mut t) = Arc::into_inner(t) {
                todo.extend(t.parts.take().into_iter().flat_map(|(a, b)| [a, b]));
            }
        }
    }
}
