// Format methods that panic, and brackets without a number in formats.
package main

import (
	"errors"
	"fmt"
)

type shy struct{ why any }

func (s shy) Format(fmt.State, rune) { panic(s.why) }

type half struct{}

func (half) Format(s fmt.State, verb rune) {
	fmt.Fprintf(s, "half(%c)", verb)
	panic("done")
}

func main() {
	fmt.Printf("%s|%d\n", shy{errors.New("asked")}, shy{7})
	fmt.Printf("%v|%x\n", (*shy)(nil), half{})
	fmt.Println(half{}, []any{shy{"in a slice"}, 1})
	for _, format := range []string{"%[]", "%.[]", "%[", "%[1", "%[]d", "%.[]d", "%[x]d", "%[1]", "%3[1]d"} {
		fmt.Printf("%q: ", format)
		fmt.Printf(format+"\n", 5)
	}
}

// Output:
// %!s(PANIC=Format method: asked)|%!d(PANIC=Format method: 7)
// <nil>|half(x)%!x(PANIC=Format method: done)
// half(v)%!v(PANIC=Format method: done) [%!v(PANIC=Format method: in a slice) 1]
// "%[]": %!
// (BADINDEX)"%.[]": %!
// (BADINDEX)"%[": %!
// (BADINDEX)"%[1": %!
// (BADINDEX)"%[]d": %!d(BADINDEX)
// "%.[]d": %!d(BADINDEX)
// "%[x]d": %!d(BADINDEX)
// "%[1]": %!
// (int=5)"%3[1]d":   5
