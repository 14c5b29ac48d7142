package main

import "fmt"

type small struct{ a int8 }
type big struct{ a, b, c string }
type fn func(int) int
type arr [3]uint8
type empty struct{}

func describe(xs ...any) {
	for _, x := range xs {
		switch v := x.(type) {
		case small:
			v.a++
			fmt.Print("small", v.a)
		case big:
			fmt.Print("big", v.a+v.b+v.c)
		case *big:
			v.a = "changed"
			fmt.Print("*big")
		case fn:
			fmt.Print("fn", v(2))
		case arr:
			v[0] = 9
			fmt.Print("arr", v)
		case empty:
			fmt.Print("empty", v)
		case complex128:
			fmt.Print("complex", real(v))
		case chan int:
			fmt.Print("chan", cap(v))
		case float32, float64:
			fmt.Print("float", v)
		case uint8:
			fmt.Print("byte", v+1)
		case error:
			fmt.Print("error", v)
		case []any:
			fmt.Print("[")
			describe(v...)
			fmt.Print("]")
			continue
		default:
			fmt.Printf("%T", v)
		}
		fmt.Print(" ")
	}
}

func main() {
	b := big{"x", "y", "z"}
	a := arr{1, 2, 3}
	s := small{1}
	describe(s, b, &b, fn(func(x int) int { return x * x }), a, empty{}, 2+1i, make(chan int, 3), float32(1.5), 2.5, byte(255), fmt.Errorf("e"), []any{s, nil, true}, map[string]int{}, struct{}{}, 'r')
	fmt.Println()
	fmt.Println(s, b.a, a)
	var x, y any = b, b
	fmt.Println(x == y, any(a) == any(arr{1, 2, 3}), any(s) == any(small{2}), any(empty{}) == any(struct{}{}))
	b.a = "z"
	fmt.Println(x == any(b), x.(big).a)
	e := []error{nil, fmt.Errorf("w")}
	fmt.Println(e[0] == nil, e[1] != nil, e)
}

// Output:
// small2 bigxyz *big fn4 arr[9 2 3] empty{} complex2 chan3 float1.5 float2.5 byte0 errore [small2 <nil> bool ]map[string]int struct {} int32
// {1} changed [1 2 3]
// true true false false
// false changed
// true true [<nil> w]
