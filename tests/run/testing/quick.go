// Functions called with random arguments, which a seed determines.
package main

import (
	"fmt"
	"math/rand"
	"reflect"
	"testing/quick"
)

type point struct {
	X, Y int8
	Tags []string
}

type tree struct {
	Left, Right *tree
	N           uint16
}

type dice int

// Generate makes a number from 1 to 6.
func (dice) Generate(r *rand.Rand, size int) reflect.Value {
	return reflect.ValueOf(dice(r.Intn(6) + 1))
}

func main() {
	config := &quick.Config{MaxCount: 50, Rand: rand.New(rand.NewSource(7))}
	fmt.Println(quick.Check(func(a, b int32) bool { return a+b == b+a }, config))
	fmt.Println(quick.Check(func(x uint8) bool { return x < 200 }, config))
	fmt.Println(quick.Check(func(p point, d dice) bool { return p.X < 100 && d > 0 && d < 7 }, config))
	err := quick.CheckEqual(func(x int8) int { return int(x) * int(x) }, func(x int8) int { return int(x * x) }, config)
	fmt.Println(err)
	fmt.Println(quick.CheckEqual(func(s string) []byte { return []byte(s) }, func(s string) []byte { return []byte(s) }, config))
	fmt.Println(quick.Check(1, nil), quick.Check(func() {}, nil), quick.Check(func() int { return 1 }, nil), quick.Check(func(chan int) bool { return true }, nil))
	fmt.Println(quick.CheckEqual(1, 2, nil), quick.CheckEqual(func() {}, 2, nil), quick.CheckEqual(func() {}, func(int) {}, nil))
	r := rand.New(rand.NewSource(3))
	for _, t := range []reflect.Type{
		reflect.TypeFor[bool](), reflect.TypeFor[float32](), reflect.TypeFor[float64](), reflect.TypeFor[complex64](), reflect.TypeFor[complex128](),
		reflect.TypeFor[string](), reflect.TypeFor[[3]int16](), reflect.TypeFor[map[uint8]bool](), reflect.TypeFor[[]dice](), reflect.TypeFor[uintptr](),
	} {
		v, ok := quick.Value(t, r)
		fmt.Printf("%.60q %v\n", fmt.Sprint(v), ok)
	}
	v, ok := quick.Value(reflect.TypeFor[tree](), r)
	fmt.Println(v.Field(2), ok)
	calls := 0
	quick.Check(func() bool { calls++; return true }, &quick.Config{MaxCountScale: 0.25})
	fmt.Println(calls)
	fmt.Println(quick.Check(func(n int) bool { return n != 42 }, &quick.Config{Values: func(args []reflect.Value, r *rand.Rand) { args[0] = reflect.ValueOf(42) }}))
}

// Output:
// <nil>
// #8: failed on input 0xe8
// #5: failed on input main.point{X:113, Y:-55, Tags:[]string{"\U000e6799\U000e2558\U0004731e끽\U00088646\U00096183\U00103014\U0001a1c3\U00090a84𲰨\U000f7bef\U000e61ea\U00043cff\U000e0943\U000513e4\U00103274\U0008705f\U000155b6\U000f414a\U000e0ff4𬙇\U000e684b\U00053fad\U000fa437\U0004f26b\U0003584e\U00107e84\U0002ff04\U000dd31f\U000689ea\U000f2494諑𮌚\U0007caff\U000a4a85", "\U0007b964", "\U0008f415\U000a0156\U0007788a\U000fdb2c\U000f954d\U00068263\U000dec73", "\U0001c659\U00053ece\U0003d323\U000450d1\U0007eb64\U00075175\U000f7c46\U000341e0\U000f3bba\U000e1375𱣂\U0001eb21\U000d9f41\U0008ed97\U00088094\U000b9cfb\U0004fcc5\U000abe7d䥅\U000feac8\U000a52a4\U000ed01c\uf898\U00035e0a𓉫\U00060a50\U0010db49\U00099fdc\U0007a1e6\U00086385\U000fede3Ⅸ\U000f176e\U0010b7ed\U000cf93d\U000d36e6\U00104b6e\U0010522c\U00060abe\U000e0823\U000a091b𲅇\U0003fe4d\U00103f8c\U000f31c0\U0007a971\U00101252"}}, 2
// #1: failed on input -83. Output 1: 6889. Output 2: -23
// <nil>
// argument is not a function function does not return one value function does not return a bool cannot create arbitrary value of type chan int for argument 0
// f is not a function g is not a function functions have different types
// "false" true
// "-2.2207874e+38" true
// "-1.3808747816408488e+308" true
// "(7.454621e+37+1.727566e+38i)" true
// "(-8.421059372418464e+307+1.4303589416738882e+308i)" true
// "𡱩인\U000bea5c졺\U000fcc76\U00045363\U00100ae3𥋰\U0003e153\U000dd6a9\U000fae8b\U0004f74d\U000f25f4\U000bd55c𱊸\U000d5cff\U000d9a57\U000db698𲖌\U000c52ea\U000baae2\U000ad5de𥢯\U00062808\U000f5514\U000f6f75𭪆" true
// "[-30008 -16340 3953]" true
// "map[5:false 17:true 19:true 28:false 33:false 36:false 49:tr" true
// "[1 2 2 4 6 2 5 1 4 3 5 2 4 3 5 2 6 3 2 5 4 6 6 6 3 3 6 2 1 3" true
// "11168006629101342238" true
// 36953 true
// 25
// #1: failed on input 42
