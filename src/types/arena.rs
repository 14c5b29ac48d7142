//! The arena: interning of types, and allocation of objects, scopes and packages.

use std::hash::BuildHasher;
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::AtomicU32;

use hashbrown::HashMap;
use hashbrown::HashTable;
use parking_lot::Mutex;

use super::Alias;
use super::ChanDir;
use super::Interface;
use super::Named;
use super::Object;
use super::ObjectId;
use super::Package;
use super::PackageId;
use super::Param;
use super::Scope;
use super::ScopeId;
use super::Signature;
use super::Type;
use super::TypeId;
use super::TypeParam;
use super::TypeSet;
use super::Universe;
use super::basic;
use crate::base::Interner;
use crate::base::Symbol;

const SHARDS: usize = 16;
pub(super) const UNSET: u32 = u32::MAX;

/// How deeply types may be nested, literals and declared types each; passes recurse over them. Far beyond any program.
pub const MAX_TYPE_DEPTH: u32 = 2_000;

/// One type of the arena.
pub(super) struct Entry {
    pub(super) ty: Type,
    /// The canonical id, or [`UNSET`] while it has not been asked for.
    pub(super) canon: AtomicU32,
    /// Whether a type parameter occurs anywhere inside.
    pub(super) parameterized: bool,
    /// How deeply it is nested, as written (through aliases, not through names).
    depth: u32,
    /// Size and alignment, once asked for: `(size, alignment)`, or no size if too large.
    pub(super) layout: OnceLock<(Option<i64>, i64)>,
    /// The type set of an interface or union, once it is complete.
    pub(super) tset: OnceLock<Arc<TypeSet>>,
}

/// The arena of types, objects, scopes and packages of one program.
pub struct Types {
    pub(super) entries: boxcar::Vec<Entry>,
    shards: [Mutex<HashTable<TypeId>>; SHARDS],
    pub(super) instances: Mutex<HashMap<(TypeId, Box<[TypeId]>), TypeId>>,
    pub(super) objects: boxcar::Vec<Object>,
    pub(super) scopes: boxcar::Vec<Scope>,
    pub(super) packages: boxcar::Vec<Package>,
    hasher: foldhash::fast::FixedState,
    interner: Arc<Interner>,
    universe: OnceLock<Universe>,
    pub(super) declarer: OnceLock<Arc<dyn super::Declarer>>,
}

impl Types {
    /// An arena that holds the universe.
    pub fn new(interner: Arc<Interner>) -> Types {
        let types = Types {
            entries: boxcar::Vec::new(),
            shards: Default::default(),
            instances: Mutex::default(),
            objects: boxcar::Vec::new(),
            scopes: boxcar::Vec::new(),
            packages: boxcar::Vec::new(),
            hasher: Default::default(),
            interner,
            universe: OnceLock::new(),
            declarer: OnceLock::new(),
        };
        for kind in basic::ALL {
            let id = types.intern(Type::Basic(kind));
            debug_assert_eq!(id, kind.id());
        }
        let universe = Universe::declare(&types);
        let _ = types.universe.set(universe);
        types
    }

    /// The predeclared things.
    pub fn universe(&self) -> &Universe {
        self.universe
            .get()
            .expect("the universe is declared by Types::new")
    }

    /// The interner of the names used here.
    pub fn interner(&self) -> &Interner {
        &self.interner
    }

    /// The interner, shared.
    pub fn interner_arc(&self) -> Arc<Interner> {
        self.interner.clone()
    }

    /// The text of a name.
    #[inline]
    pub fn str(&self, s: Symbol) -> &str {
        self.interner.resolve(s)
    }

    /// The type with this id, as written.
    #[inline]
    pub fn get(&self, t: TypeId) -> &Type {
        &self.entries[t.index()].ty
    }

    /// Number of types, for dumps and tests.
    pub fn type_count(&self) -> usize {
        self.entries.count()
    }

    /// Whether a type parameter occurs anywhere in the type.
    #[inline]
    pub fn is_parameterized(&self, t: TypeId) -> bool {
        self.entries[t.index()].parameterized
    }

    /// Interns a type other than a named type or type parameter.
    pub fn intern(&self, ty: Type) -> TypeId {
        debug_assert!(!matches!(
            ty,
            Type::Named(_) | Type::Alias(_) | Type::TypeParam(_)
        ));
        let hash = self.hasher.hash_one(&ty);
        let shard = &self.shards[(hash >> 57) as usize % SHARDS];
        let mut table = shard.lock();
        if let Some(&id) = table.find(hash, |&id| *self.get(id) == ty) {
            return id;
        }
        let id = self.push(ty);
        table.insert_unique(hash, id, |&id| self.hasher.hash_one(self.get(id)));
        id
    }

    fn push(&self, ty: Type) -> TypeId {
        let parameterized = self.mentions_param(&ty);
        let depth = self.literal_depth(&ty);
        let entry = Entry {
            ty,
            canon: AtomicU32::new(UNSET),
            parameterized,
            depth,
            layout: OnceLock::new(),
            tset: OnceLock::new(),
        };
        TypeId(self.entries.push(entry) as u32)
    }

    /// How deeply a type is nested, as written: through aliases, not through the names of declared types.
    pub fn depth(&self, t: TypeId) -> u32 {
        self.entries[self.unalias(t).index()].depth
    }

    fn literal_depth(&self, ty: &Type) -> u32 {
        let d = |t: TypeId| self.depth(t);
        let inside = match ty {
            Type::Basic(_) | Type::Alias(_) | Type::TypeParam(_) => return 0,
            Type::Named(n) => n.targs.iter().map(|t| d(*t)).max(),
            Type::Array { elem, .. }
            | Type::Slice(elem)
            | Type::Pointer(elem)
            | Type::Chan { elem, .. } => Some(d(*elem)),
            Type::Map { key, elem } => Some(d(*key).max(d(*elem))),
            Type::Struct(s) => s.fields.iter().map(|f| d(f.ty)).max(),
            Type::Tuple(ps) => ps.iter().map(|p| d(p.ty)).max(),
            Type::Signature(s) => s.params.iter().chain(&s.results).map(|p| d(p.ty)).max(),
            Type::Union(ts) => ts.iter().map(|t| d(t.ty)).max(),
            Type::Interface(i) => {
                let methods = i.methods.iter().map(|m| d(m.sig)).max();
                methods.max(i.embeddeds.iter().map(|e| d(e.ty)).max())
            }
        };
        inside.unwrap_or(0) + 1
    }

    fn mentions_param(&self, ty: &Type) -> bool {
        let p = |t: TypeId| self.is_parameterized(t);
        match ty {
            Type::Basic(_) => false,
            Type::Array { elem, .. }
            | Type::Slice(elem)
            | Type::Pointer(elem)
            | Type::Chan { elem, .. } => p(*elem),
            Type::Map { key, elem } => p(*key) || p(*elem),
            Type::Struct(s) => s.fields.iter().any(|f| p(f.ty)),
            Type::Tuple(ps) => ps.iter().any(|x| p(x.ty)),
            Type::Signature(s) => {
                !s.tparams.is_empty()
                    || s.params.iter().any(|x| p(x.ty))
                    || s.results.iter().any(|x| p(x.ty))
            }
            Type::Union(terms) => terms.iter().any(|t| p(t.ty)),
            Type::Interface(i) => {
                i.methods.iter().any(|m| p(m.sig)) || i.embeddeds.iter().any(|e| p(e.ty))
            }
            Type::Named(n) => n.targs.iter().any(|t| p(*t)) || n.outer.iter().any(|t| p(*t)),
            Type::Alias(a) => a.targs.iter().any(|t| p(*t)) || a.in_generic,
            Type::TypeParam(_) => true,
        }
    }

    /// Adds a nominal type.
    pub(super) fn push_named(&self, n: Named) -> TypeId {
        self.push(Type::Named(n))
    }

    /// Adds an alias.
    pub(super) fn push_alias(&self, a: Alias) -> TypeId {
        self.push(Type::Alias(a))
    }

    /// Adds a type parameter.
    pub(super) fn push_type_param(&self, p: TypeParam) -> TypeId {
        self.push(Type::TypeParam(p))
    }

    /// `*base`
    pub fn pointer(&self, base: TypeId) -> TypeId {
        self.intern(Type::Pointer(base))
    }

    /// `[]elem`
    pub fn slice(&self, elem: TypeId) -> TypeId {
        self.intern(Type::Slice(elem))
    }

    /// `[len]elem`
    pub fn array(&self, len: i64, elem: TypeId) -> TypeId {
        self.intern(Type::Array { len, elem })
    }

    /// `map[key]elem`
    pub fn map(&self, key: TypeId, elem: TypeId) -> TypeId {
        self.intern(Type::Map { key, elem })
    }

    /// `chan elem`
    pub fn chan(&self, dir: ChanDir, elem: TypeId) -> TypeId {
        self.intern(Type::Chan { dir, elem })
    }

    /// A tuple.
    pub fn tuple(&self, params: Vec<Param>) -> TypeId {
        self.intern(Type::Tuple(params.into()))
    }

    /// A tuple without names.
    pub fn tuple_of(&self, tys: &[TypeId]) -> TypeId {
        self.tuple(tys.iter().map(|t| Param::anonymous(*t)).collect())
    }

    /// A function type.
    pub fn signature(&self, sig: Signature) -> TypeId {
        self.intern(Type::Signature(sig))
    }

    /// An interface type.
    pub fn interface(&self, i: Interface) -> TypeId {
        self.intern(Type::Interface(i))
    }

    /// The object with this id.
    #[inline]
    pub fn object(&self, o: ObjectId) -> &Object {
        &self.objects[o.index()]
    }

    /// Adds an object.
    pub fn new_object(&self, o: Object) -> ObjectId {
        ObjectId(self.objects.push(o) as u32)
    }

    /// The scope with this id.
    #[inline]
    pub fn scope(&self, s: ScopeId) -> &Scope {
        &self.scopes[s.index()]
    }

    /// Adds a scope.
    pub fn new_scope(&self, s: Scope) -> ScopeId {
        ScopeId(self.scopes.push(s) as u32)
    }

    /// The package with this id.
    #[inline]
    pub fn package(&self, p: PackageId) -> &Package {
        &self.packages[p.index()]
    }

    /// All packages in order of creation.
    pub fn packages(&self) -> impl Iterator<Item = (PackageId, &Package)> {
        self.packages.iter().map(|(i, p)| (PackageId(i as u32), p))
    }

    /// Adds a package; its scope is inside the universe. The name may be set later.
    pub fn new_package(&self, path: &str, name: Option<Symbol>) -> PackageId {
        let parent = self.universe.get().map(|u| u.scope);
        let scope = self.new_scope(Scope::new(parent));
        PackageId(
            self.packages
                .push(Package::new(path.to_string(), name, scope)) as u32,
        )
    }

    /// Looks a name up in a scope and those around it.
    pub fn lookup_parent(&self, scope: ScopeId, name: Symbol) -> Option<(ScopeId, ObjectId)> {
        let mut s = Some(scope);
        while let Some(id) = s {
            let sc = self.scope(id);
            if let Some(o) = self.lookup_in(id, name) {
                return Some((id, o));
            }
            s = sc.parent;
        }
        None
    }

    /// Inserts an object into a scope unless its name is taken; then that object is returned.
    pub fn insert(&self, scope: ScopeId, o: ObjectId) -> Option<ObjectId> {
        let obj = self.object(o);
        let alt = self.scope(scope).insert(obj.name, o);
        if alt.is_none() {
            obj.set_parent_if_none(scope);
        }
        alt
    }
}
