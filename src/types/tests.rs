//! Interning, identity and printing.

use std::sync::Arc;

use super::*;
use crate::base::Interner;

#[test]
fn identity_ignores_names() {
    let ts = Types::new(Arc::new(Interner::new()));
    let x = ts.interner().intern("x");
    let a = ts.signature(Signature {
        params: [Param {
            name: x,
            ty: TypeId::BYTE,
        }]
        .into(),
        ..Signature::default()
    });
    let b = ts.signature(Signature {
        params: [Param::anonymous(TypeId::UINT8)].into(),
        ..Signature::default()
    });
    assert_ne!(a, b);
    assert!(ts.identical(a, b));
    assert_eq!(ts.type_name(a), "func(x byte)");
    assert_eq!(ts.type_name(b), "func(uint8)");
    let any = ts.universe().any;
    assert!(ts.identical(any, ts.universe().empty_interface));
    assert_eq!(ts.type_name(ts.map(TypeId::STRING, any)), "map[string]any");
    assert_eq!(ts.type_name(ts.universe().error), "error");
    assert!(ts.has_nil(ts.universe().error));
}
