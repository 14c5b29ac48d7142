//! What embedded variables hold: bytes by the variable's object, once the checker knows its type.

use crate::check::CheckedPackage;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::driver::front::Session;
use crate::driver::loader::embed::Embed;
use crate::syntax::ast::DeclKind;
use crate::types::ObjectId;
use crate::types::PlainQualifier;
use crate::types::Type;
use crate::types::TypeId;

/// Reads the files for the variables of a checked package.
pub fn read(
    session: &Session,
    pkg: &CheckedPackage,
    embeds: &[Embed],
) -> Result<Vec<(ObjectId, Box<[u8]>)>, Vec<Diagnostic>> {
    let (mut out, mut wrong) = (Vec::new(), Vec::new());
    let types = &session.types;
    for e in embeds {
        let file = &pkg.files[e.file];
        let DeclKind::VarSpec(s) = &file.decl(e.decl).kind else {
            continue;
        };
        let Some(&o) = pkg.info(e.file).defs.get(s.names[0]) else {
            continue;
        };
        let refuse = |at, text: String| Diagnostic::error(Code::MisplacedEmbed, at, text);
        let ty = types.object(o).ty_or_invalid();
        let span = types.object(o).pos;
        let many = is_fs(session, ty);
        if !many && !is_text(session, ty) {
            let qualifier = PlainQualifier {
                relative_to: Some(pkg.id),
                paths: false,
            };
            let t = types.type_string(ty, &qualifier);
            wrong.push(refuse(
                span,
                format!("go:embed cannot apply to var of type {t}"),
            ));
            continue;
        }
        if !many && e.files.len() > 1 {
            let t = if types.underlying(ty) == TypeId::STRING {
                "string"
            } else {
                "[]byte"
            };
            wrong.push(refuse(
                span,
                format!("invalid go:embed: multiple files for type {t}"),
            ));
            continue;
        }
        let mut bytes = Vec::new();
        for (name, path) in &e.files {
            match std::fs::read(path) {
                Ok(content) => {
                    if many {
                        bytes.extend(format!("{name}\n{}\n", content.len()).into_bytes());
                    }
                    bytes.extend(content);
                }
                Err(why) => wrong.push(refuse(e.pos.span(), format!("{}: {why}", path.display()))),
            }
        }
        out.push((o, bytes.into()));
    }
    if wrong.is_empty() {
        Ok(out)
    } else {
        Err(wrong)
    }
}

/// Whether the type is embed.FS.
fn is_fs(session: &Session, ty: TypeId) -> bool {
    let types = &session.types;
    match types.get(types.unalias(ty)) {
        Type::Named(n) => {
            let o = types.object(n.obj);
            let embed = o.pkg.is_some_and(|p| types.package(p).path == "embed");
            embed && session.names.resolve(o.name) == "FS"
        }
        _ => false,
    }
}

/// Whether the type is a string or a slice of bytes.
fn is_text(session: &Session, ty: TypeId) -> bool {
    let types = &session.types;
    let under = types.underlying(ty);
    match types.get(under) {
        Type::Slice(e) => [TypeId::UINT8, TypeId::BYTE].contains(&types.underlying(*e)),
        _ => under == TypeId::STRING,
    }
}
