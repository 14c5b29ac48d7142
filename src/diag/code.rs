//! The table of diagnostic codes. Names are those of Go's internal/types/errors, so that the two can be compared.

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident,)*) => {
        /// What kind of mistake a diagnostic reports.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Code { $($(#[doc = $doc])+ $name,)* }

        impl Code {
            /// Every code in table order.
            pub const ALL: &[Code] = &[$(Code::$name),*];
            /// The name of the code.
            pub fn name(self) -> &'static str {
                match self { $(Code::$name => stringify!($name)),* }
            }
            /// What the code means.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$name => concat!($($doc, "\n"),+).trim_ascii()),* }
            }
            /// The code with this name.
            pub fn from_name(name: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|c| c.name() == name)
            }
        }
    };
}

codes! {
    /// The text is not a Go program by the grammar of the language.
    SyntaxError,
    /// A package clause or import declaration is malformed.
    BadHeader,
    /// The tree contains a form that the grammar should have refused.
    InvalidSyntaxTree,
    /// A package is named `_`.
    BlankPkgName,
    /// Files of one package name different packages.
    MismatchedPkgName,
    /// A package name stands where a value is needed.
    InvalidPkgUse,
    /// An import path is malformed.
    BadImportPath,
    /// An imported package can not be found or has errors.
    BrokenImport,
    /// A package can not be built as a whole: its files name several packages, build constraints leave none of them, it imports
    /// itself in a circle, or an internal package of others. The message says where by itself.
    BadPackage,
    /// A go:embed directive does not stand before a variable that can hold the files it names.
    MisplacedEmbed,
    /// A package is imported and not used.
    UnusedImport,
    /// Package variables depend on each other's initial values in a circle.
    InvalidInitCycle,
    /// A name is declared twice in one block.
    DuplicateDecl,
    /// A type contains itself, or a declaration can not be resolved without itself.
    InvalidDeclCycle,
    /// A type without a name contains itself, or types are nested too deeply.
    InvalidTypeCycle,
    /// The initial value of a constant is not constant.
    InvalidConstInit,
    /// A constant value can not be represented in its type.
    InvalidConstVal,
    /// The type of a constant is not a basic type.
    InvalidConstType,
    /// `nil` stands where its type can not be known.
    UntypedNilUse,
    /// The two sides of an assignment differ in number.
    WrongAssignCount,
    /// The left side of an assignment can not be assigned to.
    UnassignableOperand,
    /// A short variable declaration declares nothing new.
    NoNewVar,
    /// A value is assigned to an interface that its type does not implement.
    InvalidIfaceAssign,
    /// A channel of a named type is assigned to one of another named type.
    InvalidChanAssign,
    /// A value is assigned to a variable of another type.
    IncompatibleAssign,
    /// A field of a struct in a map is assigned to.
    UnaddressableFieldAssign,
    /// Something that is not a type stands where a type is needed.
    NotAType,
    /// The length of an array is not a non-negative constant integer.
    InvalidArrayLen,
    /// A method of an interface is named `_`.
    BlankIfaceMethod,
    /// The key type of a map can not be compared.
    IncomparableMapKey,
    /// An embedded field is a pointer to something that can not be embedded so.
    InvalidPtrEmbed,
    /// The receiver of a method of a generic type is malformed.
    BadRecv,
    /// The receiver's type can not have methods here.
    InvalidRecv,
    /// A type has a field and a method of one name.
    DuplicateFieldAndMethod,
    /// A type has two methods of one name.
    DuplicateMethod,
    /// `_` is used as a value or type.
    InvalidBlank,
    /// `iota` is used outside of a constant declaration.
    InvalidIota,
    /// A function without body is declared where one is needed.
    MissingInitBody,
    /// `init` is declared as something else than a function.
    InvalidInitDecl,
    /// `main` is declared as something else than a function in package main.
    InvalidMainDecl,
    /// An expression with several values stands where one is needed.
    TooManyValues,
    /// Something that is not an expression stands where one is needed.
    NotAnExpr,
    /// A constant loses its fraction.
    TruncatedFloat,
    /// A constant does not fit its type.
    NumericOverflow,
    /// An operator is not defined on its operand.
    UndefinedOp,
    /// The operands of an operator have different types.
    MismatchedTypes,
    /// A division by the constant zero.
    DivByZero,
    /// `++` or `--` is applied to something that is not a number.
    NonNumericIncDec,
    /// The address is taken of something that has none.
    UnaddressableOperand,
    /// Something that is not a pointer is dereferenced.
    InvalidIndirection,
    /// An index is not an integer or is out of range.
    InvalidIndex,
    /// Constant slice indices are in the wrong order.
    SwappedSliceIndices,
    /// Something that can not be sliced is sliced.
    NonSliceableOperand,
    /// A slice expression has a form that its operand does not allow.
    InvalidSliceExpr,
    /// A shift count is not an unsigned integer or too large.
    InvalidShiftCount,
    /// The shifted operand is not an integer.
    InvalidShiftOperand,
    /// A receive from something that can not be received from.
    InvalidReceive,
    /// A send on something that can not be sent on.
    InvalidSend,
    /// A composite literal has a key twice.
    DuplicateLitKey,
    /// A map literal has an element without key.
    MissingLitKey,
    /// An index in a composite literal is not a constant integer.
    InvalidLitIndex,
    /// An array literal has more elements than the array.
    OversizeArrayLit,
    /// A struct literal mixes elements with and without field names.
    MixedStructLit,
    /// A struct literal has too few or too many values.
    InvalidStructLit,
    /// A struct literal names a field that the struct does not have.
    MissingLitField,
    /// A struct literal names a field twice.
    DuplicateLitField,
    /// A struct literal sets a field that another package keeps to itself.
    UnexportedLitField,
    /// A key of a struct literal is not a field name.
    InvalidLitField,
    /// A composite literal has no type and none can be inferred.
    UntypedLit,
    /// The type of a composite literal can not have one.
    InvalidLit,
    /// A selector means several fields or methods.
    AmbiguousSelector,
    /// A package does not have the selected name.
    UndeclaredImportedName,
    /// A package keeps the selected name to itself.
    UnexportedName,
    /// A name is not declared.
    UndeclaredName,
    /// A type does not have the selected field or method.
    MissingFieldOrMethod,
    /// `...` stands where it is not allowed.
    BadDotDotDotSyntax,
    /// `...` is used in a call of a function that is not variadic.
    NonVariadicDotDotDot,
    /// `...` is used in a call of a built-in function that does not take it.
    InvalidDotDotDot,
    /// A built-in function is used without being called.
    UncalledBuiltin,
    /// `append` is applied to something that is not a slice.
    InvalidAppend,
    /// `cap` is applied to something that has no capacity.
    InvalidCap,
    /// `close` is applied to something that can not be closed.
    InvalidClose,
    /// `copy` is applied to something else than slices of one type.
    InvalidCopy,
    /// `complex` is applied to operands of different or wrong types.
    InvalidComplex,
    /// `delete` is applied to something that is not a map.
    InvalidDelete,
    /// `imag` is applied to something that is not complex.
    InvalidImag,
    /// `len` is applied to something that has no length.
    InvalidLen,
    /// The length given to `make` is larger than the capacity.
    SwappedMakeArgs,
    /// `make` is applied to a type that can not be made.
    InvalidMake,
    /// `real` is applied to something that is not complex.
    InvalidReal,
    /// A type assertion on something that is not an interface.
    InvalidAssert,
    /// A type assertion that can never succeed.
    ImpossibleAssert,
    /// A conversion between types that can not be converted.
    InvalidConversion,
    /// An untyped value can not take the type it needs.
    InvalidUntypedConversion,
    /// The argument of `unsafe.Offsetof` is not a selector.
    BadOffsetofSyntax,
    /// The argument of `unsafe.Offsetof` is a method or lies behind a pointer.
    InvalidOffsetof,
    /// An expression is evaluated and not used.
    UnusedExpr,
    /// A variable is declared and not used.
    UnusedVar,
    /// A function with results can end without a return statement.
    MissingReturn,
    /// A return statement has too few or too many values.
    WrongResultCount,
    /// A named result is shadowed at a bare return.
    OutOfScopeResult,
    /// A condition is not a boolean.
    InvalidCond,
    /// A range clause has variables that its operand does not provide.
    InvalidIterVar,
    /// A range over something that can not be ranged over.
    InvalidRangeExpr,
    /// `break` outside of a loop, switch or select.
    MisplacedBreak,
    /// `continue` outside of a loop.
    MisplacedContinue,
    /// `fallthrough` where it does not lead to a next case.
    MisplacedFallthrough,
    /// A switch has a case twice.
    DuplicateCase,
    /// A switch or select has two default cases.
    DuplicateDefault,
    /// A type switch on something that is not an interface.
    InvalidTypeSwitch,
    /// The operand of a switch can not be compared.
    InvalidExprSwitch,
    /// A case of a select is neither a send nor a receive.
    InvalidSelectCase,
    /// A label is used and not declared.
    UndeclaredLabel,
    /// A label is declared twice.
    DuplicateLabel,
    /// `break` or `continue` name a label that is not of an enclosing statement.
    MisplacedLabel,
    /// A label is declared and not used.
    UnusedLabel,
    /// A goto jumps over a variable declaration.
    JumpOverDecl,
    /// A goto jumps into a block.
    JumpIntoBlock,
    /// A method expression on a type without that method.
    InvalidMethodExpr,
    /// A call has too few or too many arguments.
    WrongArgCount,
    /// Something that is not a function is called.
    InvalidCall,
    /// The result of a call must be used.
    UnusedResults,
    /// A deferred expression is not a call.
    InvalidDefer,
    /// The expression of a go statement is not a call.
    InvalidGo,
    /// A declaration is malformed.
    BadDecl,
    /// A variable stands twice on the left of `:=`.
    RepeatedDecl,
    /// `unsafe.Add` with wrong arguments.
    InvalidUnsafeAdd,
    /// `unsafe.Slice` with wrong arguments.
    InvalidUnsafeSlice,
    /// A conversion of unsafe.Pointer that cannot be done safely.
    UnsafeConversion,
    /// A feature of the language or library that golite does not support.
    UnsupportedFeature,
    /// Type arguments are given to something that is not generic.
    NotAGenericType,
    /// Too few or too many type arguments.
    WrongTypeArgCount,
    /// A type argument can not be inferred.
    CannotInferTypeArgs,
    /// A type argument does not satisfy its constraint.
    InvalidTypeArg,
    /// Generic functions or types instantiate each other without end.
    InvalidInstanceCycle,
    /// A union in a constraint is malformed.
    InvalidUnion,
    /// A constraint interface is used as an ordinary type.
    MisplacedConstraintIface,
    /// A type parameter is used where it can not be.
    MisplacedTypeParam,
    /// `unsafe.SliceData` with a wrong argument.
    InvalidUnsafeSliceData,
    /// `unsafe.String` with wrong arguments.
    InvalidUnsafeString,
    /// `clear` is applied to something that is neither map nor slice.
    InvalidClear,
    /// A type is too large.
    TypeTooLarge,
    /// `min` or `max` is applied to an operand that is not ordered.
    InvalidMinMaxOperand,
    /// A compiler directive is malformed or stands where it means nothing.
    InvalidDirective,
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn every_code_has_a_name_and_a_sentence() {
        for &c in Code::ALL {
            assert_eq!(Code::from_name(c.name()), Some(c));
            assert!(c.explanation().ends_with('.'), "{c:?}");
        }
    }
}
