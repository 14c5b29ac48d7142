//! A word per type with an address of its own: what `*reflect.rtype` points to, so that equal types are equal pointers.
//! The words lie outside the heap, hold the type's number, and are made a chunk at a time. Beside each is remembered which
//! type a pointer to this one has.

use crate::bytecode::TypeId;
use crate::heap::access;
use hashbrown::HashMap;
use parking_lot::RwLock;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;

const CHUNK: usize = 1024;

struct Chunk {
    words: Box<[u64]>,
    pointers: Box<[AtomicU32]>,
}

/// The words of all types.
#[derive(Default)]
pub struct TypeWords {
    /// By number divided by the chunk's size: the numbers of types are not dense.
    chunks: RwLock<HashMap<u32, Box<Chunk>>>,
}

impl TypeWords {
    fn with<R>(&self, t: TypeId, f: impl Fn(&Chunk, usize) -> R) -> R {
        let (n, i) = (t.0 / CHUNK as u32, t.index() % CHUNK);
        if let Some(c) = self.chunks.read().get(&n) {
            return f(c, i);
        }
        let mut chunks = self.chunks.write();
        let first = n as usize * CHUNK;
        let c = chunks.entry(n).or_insert_with(|| {
            Box::new(Chunk {
                words: (first..first + CHUNK).map(|k| k as u64).collect(),
                pointers: (0..CHUNK).map(|_| AtomicU32::new(0)).collect(),
            })
        });
        f(c, i)
    }

    /// The address of a type's word; 0 for no type.
    pub fn address(&self, t: TypeId) -> u64 {
        if t.0 == 0 {
            return 0;
        }
        self.with(t, |c, i| (&raw const c.words[i]) as u64)
    }

    /// The type of pointers to `t`, if it has been remembered.
    pub fn pointer(&self, t: TypeId) -> Option<TypeId> {
        let p = self.with(t, |c, i| c.pointers[i].load(Relaxed));
        (p != 0).then_some(TypeId(p))
    }

    /// Remembers the type of pointers to `t`.
    pub fn set_pointer(&self, t: TypeId, p: TypeId) {
        self.with(t, |c, i| c.pointers[i].store(p.0, Relaxed));
    }

    /// The type whose word is at `p`; no type for nil.
    ///
    /// # Safety
    /// `p` is nil or came from a `*reflect.rtype`.
    pub unsafe fn read(p: u64) -> TypeId {
        if p == 0 {
            return TypeId(0);
        }
        TypeId(access::load64(p as *const u64) as u32)
    }
}
