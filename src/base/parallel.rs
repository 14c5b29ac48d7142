//! Work of the front end that is spread over the processors when there is enough of it. A small program is done before
//! threads have started: its files are parsed and its bodies checked where the caller stands.

use rayon::prelude::*;
use std::sync::OnceLock;

/// Stack of threads that walk syntax trees: recursion is bounded by the parser's depth limit.
pub const DEEP_STACK: usize = 512 << 20;

/// Bytes of source from which on threads pay.
const WORTH: usize = 128 << 10;

/// `f` of every item, in order. `bytes` is the length of the source text that all of them stand for.
pub fn map<T: Send, R: Send>(
    items: Vec<T>,
    bytes: usize,
    f: impl Fn(T) -> R + Sync + Send,
) -> Vec<R> {
    if items.len() < 2 || bytes < WORTH {
        return items.into_iter().map(f).collect();
    }
    match pool() {
        Some(pool) => pool.install(|| items.into_par_iter().map(f).collect()),
        None => items.into_iter().map(f).collect(),
    }
}

/// Threads with deep stacks, started when first needed; none if the system refuses them.
fn pool() -> Option<&'static rayon::ThreadPool> {
    static POOL: OnceLock<Option<rayon::ThreadPool>> = OnceLock::new();
    POOL.get_or_init(|| {
        rayon::ThreadPoolBuilder::new()
            .stack_size(DEEP_STACK)
            .thread_name(|i| format!("front {i}"))
            .build()
            .ok()
    })
    .as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order() {
        for bytes in [0, WORTH] {
            let out = map((0..1000).collect(), bytes, |n: u64| n * n);
            assert!(out.iter().enumerate().all(|(i, n)| *n == (i * i) as u64));
        }
    }
}
