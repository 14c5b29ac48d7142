//! Positions, source files, interned names and typed indices.
//!
//! Nothing here is process-global: interners and source maps are values, shared by reference, locked inside.

mod index;
mod name;
mod pos;
mod source;

pub use index::*;
pub use name::*;
pub use pos::*;
pub use source::*;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interning_is_stable() {
        let i = Interner::new();
        assert_eq!(i.intern("int"), sym::INT);
        let a = i.intern("hello");
        assert_eq!(a, i.intern("hello"));
        assert_eq!(i.resolve(a), "hello");
        assert_eq!(i.get("nope"), None);
    }

    #[test]
    fn positions_know_their_file() {
        let m = SourceMap::new();
        let a = m.add_file("a.go", b"one\ntwo".to_vec());
        let b = m.add_file("b.go", b"x\n\ny".to_vec());
        let p = m.file(b).base().plus(3);
        assert_eq!(
            m.location(p),
            Some(Location {
                file: b,
                line: 3,
                col: 1
            })
        );
        assert_eq!(
            m.location(m.file(a).base().plus(7)),
            Some(Location {
                file: a,
                line: 2,
                col: 4
            })
        );
        assert_eq!(m.line_text(a, 2), "two");
        assert_eq!(m.location(Pos::NONE), None);
    }
}
