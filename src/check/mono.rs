//! Instantiation cycles: generic functions and types that would need infinitely many instances.
//!
//! Vertices are type parameters (and local types, which depend on the type parameters around them), edges say that a
//! type parameter is instantiated by a type that mentions another. A cycle with a type that is more than the type
//! parameter itself has no end.

use hashbrown::HashMap;

use crate::base::Span;
use crate::types::TypeId;

/// The graph, collected per checker and merged at the end.
#[derive(Clone, Debug, Default)]
pub(crate) struct MonoGraph {
    /// `(span, type parameter, type argument)` in order of discovery.
    pub(crate) assigns: Vec<(Span, TypeId, TypeId)>,
    /// Receiver type parameters by the type parameter of the base type they stand for.
    pub(crate) canon: HashMap<TypeId, TypeId>,
}

impl MonoGraph {
    pub(crate) fn record_canon(&mut self, mpar: TypeId, tpar: TypeId) {
        self.canon.insert(mpar, tpar);
    }

    pub(crate) fn record_instance(
        &mut self,
        at: &[Span],
        pos: Span,
        tparams: &[TypeId],
        targs: &[TypeId],
    ) {
        for (i, (p, t)) in tparams.iter().zip(targs).enumerate() {
            self.assigns
                .push((at.get(i).copied().unwrap_or(pos), *p, *t));
        }
    }

    pub(crate) fn merge(&mut self, other: &MonoGraph) {
        self.assigns.extend_from_slice(&other.assigns);
        self.canon.extend(other.canon.iter().map(|(a, b)| (*a, *b)));
    }
}

use hashbrown::HashSet;

use crate::diag::Code;
use crate::types::ObjectId;
use crate::types::Type;

use super::Checker;
use super::ErrorDesc;

struct Vertex {
    weight: usize,
    pre: usize,
    len: usize,
    ty: TypeId,
}

struct Edge {
    dst: usize,
    src: usize,
    weight: usize,
    pos: Span,
    ty: TypeId,
}

#[derive(Default)]
struct Graph {
    vertices: Vec<Vertex>,
    edges: Vec<Edge>,
    index: HashMap<ObjectId, Option<usize>>,
}

impl Checker<'_> {
    /// Reports generic functions and types that need infinitely many instances.
    pub(crate) fn monomorph(&mut self) {
        if self.mono.is_empty() {
            return;
        }
        let mono = std::mem::take(&mut self.mono);
        let mut g = Graph::default();
        for &(pos, tpar, targ) in &mono.assigns {
            let Type::TypeParam(p) = self.types.get(tpar) else {
                continue;
            };
            if self.types.object(p.obj).pkg == Some(self.pkg) {
                self.mono_assign(&mono, &mut g, pos, tpar, targ, targ, &mut HashSet::new());
            }
        }
        let mut again = true;
        while again {
            again = false;
            for i in 0..g.edges.len() {
                let e = &g.edges[i];
                let w = g.vertices[e.src].weight + e.weight;
                if w <= g.vertices[e.dst].weight {
                    continue;
                }
                let len = g.vertices[e.src].len + 1;
                let dst = e.dst;
                let n = g.vertices.len();
                let v = &mut g.vertices[dst];
                v.pre = i;
                v.len = len;
                if len == n {
                    self.report_instance_loop(&g, dst);
                    return;
                }
                v.weight = w;
                again = true;
            }
        }
    }

    fn mono_vertex(&self, mono: &MonoGraph, g: &mut Graph, tpar: TypeId) -> usize {
        let tpar = mono.canon.get(&tpar).copied().unwrap_or(tpar);
        let Type::TypeParam(p) = self.types.get(tpar) else {
            return 0;
        };
        if let Some(Some(i)) = g.index.get(&p.obj) {
            return *i;
        }
        g.vertices.push(Vertex {
            weight: 0,
            pre: 0,
            len: 0,
            ty: tpar,
        });
        g.index.insert(p.obj, Some(g.vertices.len() - 1));
        g.vertices.len() - 1
    }

    fn mono_assign(
        &self,
        mono: &MonoGraph,
        g: &mut Graph,
        pos: Span,
        tpar: TypeId,
        targ: TypeId,
        t: TypeId,
        seen: &mut HashSet<TypeId>,
    ) {
        let types = self.types;
        let t = types.unalias(t);
        if !types.is_parameterized(t) || !seen.insert(t) {
            return;
        }
        let flow = |g: &mut Graph, src: usize, t: TypeId| {
            let dst = self.mono_vertex(mono, g, tpar);
            let weight = usize::from(t != types.unalias(targ));
            g.edges.push(Edge {
                dst,
                src,
                weight,
                pos,
                ty: targ,
            });
        };
        let mut sub =
            |g: &mut Graph, x: TypeId| self.mono_assign(mono, g, pos, tpar, targ, x, seen);
        match types.get(t) {
            Type::TypeParam(_) => {
                let src = self.mono_vertex(mono, g, t);
                flow(g, src, t);
            }
            Type::Named(n) => {
                if let Some(src) = self.mono_local(mono, g, types.origin(t)) {
                    flow(g, src, t);
                }
                n.targs.iter().for_each(|x| sub(g, *x));
            }
            Type::Array { elem, .. }
            | Type::Slice(elem)
            | Type::Pointer(elem)
            | Type::Chan { elem, .. } => sub(g, *elem),
            Type::Map { key, elem } => {
                sub(g, *key);
                sub(g, *elem);
            }
            Type::Interface(i) => i.methods.iter().for_each(|m| sub(g, m.sig)),
            Type::Signature(s) => s.params.iter().chain(&s.results).for_each(|p| sub(g, p.ty)),
            Type::Struct(s) => s.fields.iter().for_each(|f| sub(g, f.ty)),
            _ => {}
        }
    }

    /// The vertex of a local type of a generic function, which depends on that function's type parameters.
    fn mono_local(&self, mono: &MonoGraph, g: &mut Graph, named: TypeId) -> Option<usize> {
        let Type::Named(n) = self.types.get(named) else {
            return None;
        };
        let o = self.types.object(n.obj);
        if o.pkg != Some(self.pkg) || n.outer.is_empty() {
            return None;
        }
        if let Some(i) = g.index.get(&n.obj) {
            return *i;
        }
        g.vertices.push(Vertex {
            weight: 0,
            pre: 0,
            len: 0,
            ty: named,
        });
        let idx = g.vertices.len() - 1;
        g.index.insert(n.obj, Some(idx));
        for &p in &n.outer {
            let src = self.mono_vertex(mono, g, p);
            g.edges.push(Edge {
                dst: idx,
                src,
                weight: 1,
                pos: o.pos,
                ty: p,
            });
        }
        Some(idx)
    }

    fn report_instance_loop(&mut self, g: &Graph, v: usize) {
        let types = self.types;
        let mut v = v;
        let mut stack = Vec::new();
        let mut seen = HashSet::new();
        while seen.insert(v) {
            stack.push(v);
            v = g.edges[g.vertices[v].pre].src;
        }
        while stack.first() != Some(&v) && stack.len() > 1 {
            stack.remove(0);
        }
        let obj_of = |t: TypeId| match types.get(t) {
            Type::TypeParam(p) => p.obj,
            Type::Named(n) => n.obj,
            _ => types.universe().any_obj,
        };
        let mut e = ErrorDesc::new(Code::InvalidInstanceCycle);
        e.add(
            self.object_span(obj_of(g.vertices[v].ty)),
            "instantiation cycle:",
        );
        for v in stack {
            let edge = &g.edges[g.vertices[v].pre];
            let ty = g.vertices[edge.dst].ty;
            let name = types.name(obj_of(ty));
            let t = self.type_str(edge.ty);
            if matches!(types.get(ty), Type::Named(_)) {
                e.add(edge.pos, format!("{name} implicitly parameterized by {t}"));
            } else {
                e.add(edge.pos, format!("{name} instantiated as {t}"));
            }
        }
        self.report(e);
    }
}
