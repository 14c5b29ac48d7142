//! Initialization order of package variables, by their dependencies on each other directly and through functions.

use std::collections::BTreeSet;

use hashbrown::HashMap;
use hashbrown::HashSet;

use crate::diag::Code;
use crate::types::ObjectId;
use crate::types::Types;

use super::Checker;
use super::ErrorDesc;
use super::Initializer;
use super::resolver::Decls;

#[derive(Default)]
struct Node {
    pred: BTreeSet<usize>,
    succ: BTreeSet<usize>,
}

/// The constants and variables among `objs` (in source order), in the order of initialization. Functions are among `objs` for what
/// depends on something through them. `cycle` is called with what depends on itself.
pub(super) fn order(
    types: &Types,
    objs: &[ObjectId],
    deps: &dyn Fn(ObjectId) -> Vec<ObjectId>,
    cycle: &mut dyn FnMut(ObjectId),
) -> Vec<ObjectId> {
    let index: HashMap<ObjectId, usize> = objs.iter().enumerate().map(|(i, o)| (*o, i)).collect();
    let mut nodes: Vec<Node> = Vec::new();
    nodes.resize_with(objs.len(), Node::default);
    for (i, &o) in objs.iter().enumerate() {
        for d in deps(o) {
            if let Some(&j) = index.get(&d) {
                nodes[i].succ.insert(j);
                nodes[j].pred.insert(i);
            }
        }
    }
    // Functions are taken out; what depends on one depends on what it depends on. Cheap ones first.
    let mut funcs: Vec<usize> = (0..objs.len())
        .filter(|i| types.object(objs[*i]).is_func())
        .collect();
    funcs.sort_by_key(|&i| nodes[i].pred.len() * nodes[i].succ.len());
    for f in funcs {
        let pred = std::mem::take(&mut nodes[f].pred);
        let succ = std::mem::take(&mut nodes[f].succ);
        for &p in pred.iter().filter(|p| **p != f) {
            for &s in succ.iter().filter(|s| **s != f) {
                nodes[p].succ.insert(s);
                nodes[s].pred.insert(p);
            }
            nodes[p].succ.remove(&f);
        }
        for &s in succ.iter().filter(|s| **s != f) {
            nodes[s].pred.remove(&f);
        }
    }
    let mut ndeps: Vec<usize> = nodes.iter().map(|n| n.succ.len()).collect();
    let key = |i: usize, n: usize| {
        (
            !types.object(objs[i]).is_const(),
            n,
            types.object(objs[i]).order(),
            i,
        )
    };
    let mut queue: BTreeSet<(bool, usize, u32, usize)> = (0..objs.len())
        .filter(|i| !types.object(objs[*i]).is_func())
        .map(|i| key(i, ndeps[i]))
        .collect();
    let mut out = Vec::new();
    while let Some((_, n, _, i)) = queue.pop_first() {
        if n > 0 {
            // Go goes on with what it has.
            cycle(objs[i]);
        }
        for &p in &nodes[i].pred {
            if queue.remove(&key(p, ndeps[p])) {
                ndeps[p] = ndeps[p].saturating_sub(1);
                queue.insert(key(p, ndeps[p]));
            }
        }
        out.push(objs[i]);
    }
    out
}

impl Checker<'_> {
    fn deps_of(&self, decls: &Decls, o: ObjectId) -> Vec<ObjectId> {
        let Some((idx, _)) = decls.get(o) else {
            return Vec::new();
        };
        self.deps
            .get(&idx)
            .map_or(Vec::new(), |s| s.iter().copied().collect())
    }

    /// Computes the order and reports cycles. The dependencies of all functions that matter must be known.
    pub(crate) fn init_order(&mut self) -> Vec<Initializer> {
        let types = self.types;
        let decls = self.decls.clone();
        let mut objs = decls.list.clone();
        objs.retain(|o| {
            let obj = types.object(*o);
            obj.is_const() || obj.is_var() || obj.is_func()
        });
        let mut cyclic = Vec::new();
        let sorted = order(types, &objs, &|o| self.deps_of(&decls, o), &mut |o| {
            cyclic.push(o)
        });
        for o in cyclic {
            if let Some(cycle) = self.find_path(&decls, o, o, &mut HashSet::new()) {
                self.report_init_cycle(&cycle);
            }
        }
        let mut emitted = HashSet::new();
        let mut out = Vec::new();
        for o in sorted {
            let Some((idx, d)) = decls.get(o) else {
                continue;
            };
            if !types.object(o).is_var() || !d.has_initializer() || !emitted.insert(idx) {
                continue;
            }
            let lhs = if d.lhs.is_empty() {
                vec![o]
            } else {
                d.lhs.clone()
            };
            if let Some(rhs) = d.init {
                out.push(Initializer {
                    lhs,
                    file: d.file,
                    rhs,
                });
            }
        }
        out
    }

    /// A path of dependencies, last first.
    fn find_path(
        &self,
        decls: &Decls,
        from: ObjectId,
        to: ObjectId,
        seen: &mut HashSet<ObjectId>,
    ) -> Option<Vec<ObjectId>> {
        // An explicit stack: the path is on it.
        let sorted = |o: ObjectId| {
            let mut d = self.deps_of(decls, o);
            d.sort_by_key(|d| self.types.object(*d).order());
            d.reverse();
            d
        };
        seen.insert(from);
        let mut stack = vec![(from, sorted(from))];
        while let Some((_, deps)) = stack.last_mut() {
            match deps.pop() {
                None => {
                    stack.pop();
                }
                Some(d) if d == to => {
                    let mut path: Vec<ObjectId> = stack.iter().skip(1).map(|s| s.0).collect();
                    path.push(d);
                    path.reverse();
                    return Some(path);
                }
                Some(d) => {
                    if seen.insert(d) {
                        let next = sorted(d);
                        stack.push((d, next));
                    }
                }
            }
        }
        None
    }

    fn report_init_cycle(&mut self, cycle: &[ObjectId]) {
        let types = self.types;
        let mut o = cycle[0];
        if cycle.len() == 1 {
            let msg = format!("initialization cycle: {} refers to itself", types.name(o));
            self.err(self.object_span(o), Code::InvalidInitCycle, msg);
            return;
        }
        let mut e = ErrorDesc::new(Code::InvalidInitCycle);
        e.add(
            self.object_span(o),
            format!("initialization cycle for {}", types.name(o)),
        );
        for &next in cycle.iter().rev() {
            e.add(
                self.object_span(o),
                format!("{} refers to {}", types.name(o), types.name(next)),
            );
            o = next;
        }
        self.report(e);
    }
}
