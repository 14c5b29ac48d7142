//! Expressions at the prompt whose values are shown: calls of package internal/prompt.

use crate::bytecode::Instr;
use crate::bytecode::Reg;
use crate::check::Shown;
use crate::lower::FuncKey;
use crate::lower::Lowerer;
use crate::lower::func::FuncLower;
use crate::syntax::ast::ExprId;
use crate::types::ObjectId;

/// The package that shows values.
pub const PACKAGE: &str = "internal/prompt";

impl Lowerer<'_> {
    /// A function of package internal/prompt, if that is part of the program.
    pub fn prompt_func(&self, name: &str) -> Option<ObjectId> {
        let p = self.units.iter().find(|p| p.path == PACKAGE)?;
        let types = self.types();
        types.lookup_in(types.package(p.id).scope, self.world.names.intern(name))
    }

    /// Makes the functions that show values part of the program from its beginning.
    pub fn keep_prompt_funcs(&mut self) {
        for name in ["Value", "Text"] {
            if let Some(o) = self.prompt_func(name) {
                self.func(FuncKey::Decl(o, Box::default()));
            }
        }
    }
}

impl FuncLower<'_, '_> {
    /// Evaluates an expression and shows its values with their types.
    pub fn show(&mut self, x: ExprId, shown: &Shown) {
        let any = self.lw.types().universe().any;
        let types = match shown {
            Shown::Text(text, ty) => {
                let Some(f) = self.lw.prompt_func("Text") else {
                    return;
                };
                let f = self.lw.func(FuncKey::Decl(f, Box::default()));
                let base = self.call_base(5);
                for (i, s) in [text, ty].into_iter().enumerate() {
                    let s = self.lw.string(s.as_bytes());
                    let dst = base.plus(2 * i as u16);
                    self.emit(Instr::LoadStr { dst, s });
                }
                self.style_to(base.plus(4), false);
                return self.emit(Instr::Call { base: base.0, f });
            }
            Shown::Values(types) => types,
        };
        self.hoist(&[x]);
        let mut values = Vec::new();
        if types.len() == 1 {
            let t = self.ty(x);
            values.push((self.value_as(x, any), t));
        } else {
            for (r, t) in self.tuple_values(x) {
                values.push((self.convert_reg(r, t, any), t));
            }
        }
        let Some(f) = self.lw.prompt_func("Value") else {
            return;
        };
        let f = self.lw.func(FuncKey::Decl(f, Box::default()));
        for ((r, t), ty) in values.into_iter().zip(types) {
            let concrete = !self.lw.types().is_interface(t);
            let m = self.mark();
            let base = self.call_base(5);
            self.mov(base, r, 2);
            let s = self.lw.string(ty.as_bytes());
            self.emit(Instr::LoadStr {
                dst: base.plus(2),
                s,
            });
            self.style_to(base.plus(4), concrete);
            self.emit(Instr::Call { base: base.0, f });
            self.release(m);
        }
    }

    /// The bits of `style` in package internal/prompt.
    fn style_to(&mut self, dst: Reg, concrete: bool) {
        let look = self.lw.session.look;
        let k = i32::from(look.color) | i32::from(concrete) << 1 | i32::from(look.bare) << 2;
        self.emit(Instr::LoadI { dst, k });
    }
}
