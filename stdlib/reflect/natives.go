package reflect

import "unsafe"

// What is below has no body: these are natives. Types and Values are checked again there, so that no misuse, and no race on
// a Value, can make memory be taken for what it is not. What a native cannot do it reports; panics are the callers'.

// typeOf is the dynamic type of v, nil for nil.
func typeOf(v any) *rtype

func typeKind(t *rtype) Kind

func typeString(t *rtype) string

func typeName(t *rtype) (name, pkg string)

// typeSize is what compiled Go would say.
func typeSize(t *rtype) (size uintptr, align int)

func typeElem(t *rtype) *rtype

func typeKey(t *rtype) *rtype

// typeCounts is the length of an array and how many fields, parameters and results there are.
func typeCounts(t *rtype) (length, fields, params, results int)

func typeParam(t *rtype, i int) *rtype

func typeResult(t *rtype, i int) *rtype

// typeFacts tells of functions whether they are variadic, and the direction of channels: 0 both, 1 send, 2 receive.
func typeFacts(t *rtype) (variadic, comparable bool, dir int)

func typeField(t *rtype, i int) (name, pkg, tag string, typ *rtype, embedded bool)

// typeMethods is how many exported methods there are, of an interface how many at all.
func typeMethods(t *rtype) int

func methodName(t *rtype, i int) (name, pkg string)

// methodOf is the type of method i, without receiver, and its function, which takes the receiver as the data of an interface.
// A program that mentions it has all exported methods of its types.
func methodOf(t *rtype, i int) (sig *rtype, fn unsafe.Pointer)

func typeImplements(t, u *rtype) bool

// sameUnder reports whether two types have the same underlying type, with or without regard to tags.
func sameUnder(t, u *rtype, tags bool) bool

func typeSlots(t *rtype) int

// codeOf is where the code of a func value begins.
func codeOf(f uint64) uint64

func ptrTo(t *rtype) *rtype

func sliceOf(t *rtype) *rtype

// arrayOf is nil if the type would be too large.
func arrayOf(n int, t *rtype) *rtype

func mapOf(k, e *rtype) *rtype

func chanOf(dir int, t *rtype) *rtype

func funcOf(params, results []*rtype, variadic bool) *rtype

// structOf is nil if the methods of an embedded field cannot be given to the struct; missing stands for those of interfaces.
func structOf(fields []fieldSpec, missing func()) *rtype

// fieldSpec describes a field for structOf.
type fieldSpec struct {
	name, pkg, tag string
	typ            *rtype
	embedded       bool
}

func kindOf(v Value) Kind

func typeOfValue(v Value) *rtype

// load is the value in an interface; for one of interface type it is what that holds.
func load(v Value) any

// wordOf is a value of one word, and its kind.
func wordOf(v Value) (word uint64, k Kind)

func floatOf(v Value) (x float64, ok bool)

func complexOf(v Value) (x complex128, ok bool)

func stringOf(v Value) (s string, ok bool)

func bytesOf(v Value) (b []byte, ok bool)

// nilness is 1 for nil, 0 for what is not, 2 for a kind that has no nil.
func nilness(v Value) int

// sizesOf are length and capacity, -1 for a kind that has none.
func sizesOf(v Value) (length, capacity int)

func elemOf(v Value) (e Value, ok bool)

func fieldOf(v Value, i int) (f Value, ok bool)

// indexOf is an element; the status is 1 if there is none, 2 for a kind without elements.
func indexOf(v Value, i int) (e Value, status int)

func addrOf(v Value) any

func assign(v, x Value) bool

func assignWord(v Value, x uint64) bool

func assignComplex(v Value, x complex128) bool

func assignString(v Value, x string) bool

func assignBytes(v Value, x []byte) bool

func assignSizes(v Value, length, capacity int) bool

func growSlice(v Value, n int) bool

// clearValue zeroes a variable or, inside, the elements of a slice or map.
func clearValue(v Value, inside bool) bool

// cut is v[i:j:k], nil if that is out of bounds.
func cut(v Value, i, j, k int) any

func copyElems(dst, src Value) int

func zeroOf(t *rtype) Value

func newOf(t *rtype) any

// pointerAt and sliceAt look at what lies at p.
func pointerAt(t *rtype, p unsafe.Pointer) any

func sliceAt(t *rtype, p unsafe.Pointer, n int) any

func fromWord(t *rtype, x uint64) any

func fromComplex(t *rtype, x complex128) any

func fromString(t *rtype, s string) any

// retype is v as a value of another type that allows it without changing the value.
func retype(v Value, t *rtype) (r Value, ok bool)

func arrayPointer(v Value, t *rtype) any

func makeSlice(t *rtype, length, capacity int) any

func makeMap(t *rtype, n int) any

func mapGet(m, key Value) (e Value, ok bool)

func mapSet(m, key, elem Value)

func mapDelete(m, key Value)

// mapEntries is a slice of the keys; if some cannot be looked up, also one of the values.
func mapEntries(m Value) (keys, elems any)

func makeChan(t *rtype, n int) any

// slots is a value as registers hold it.
type slots struct{ a, b, c, d, e, f, g, h uint64 }

func slotsOf(v Value, t *rtype) slots

func fromSlots(t *rtype, s slots) Value

func chanSend(c Value, s slots)

func chanRecv(c Value) (s slots, ok bool)

func chanTrySend(c Value, s slots) bool

func chanTryRecv(c Value) (s slots, ok, waits bool)

func chanClose(c Value)

func newCases(n int) unsafe.Pointer

func setCase(cases unsafe.Pointer, k int, send bool, c Value, s slots)

func selectGo(cases unsafe.Pointer, n int, hasDefault bool) (chosen int, ok bool)

func caseSlots(cases unsafe.Pointer, k int) slots

// newBuffer is room for the slots that go into a call and come out.
func newBuffer(given, taken int) unsafe.Pointer

func putSlots(buf unsafe.Pointer, at int, v Value, t *rtype) int

func putData(buf unsafe.Pointer, v any)

func getSlots(buf unsafe.Pointer, at int, t *rtype) Value

func newFunc(t *rtype, entry, captured unsafe.Pointer, given, taken int) any
