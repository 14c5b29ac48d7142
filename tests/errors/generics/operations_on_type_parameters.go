package main

type num interface{ ~int | ~float64 }
type bytes interface{ ~string | ~[]byte }
type chans interface{ chan int | <-chan int }
type small interface{ ~int8 | ~uint8 }
type arrays interface{ [3]int | *[4]int }

func arith[T num](a, b T) {
	_ = /* ERROR "invalid operation: operator % not defined on a (variable of type T constrained by num)" */ a % b
	_ = /* ERROR "invalid operation: shifted operand a (variable of type T constrained by num) must be integer" */ a << 1
	_ = /* ERROR "invalid operation: operator & not defined on a (variable of type T constrained by num)" */ a & b
	_ = -a + /* ERROR "cannot convert 1.5 (untyped float constant) to type T" */ 1.5
	_ = !/* ERROR "invalid operation: operator ! not defined on a (variable of type T constrained by num)" */ a
	_ = /* ERROR "invalid operation: a + \"x\" (mismatched types T and untyped string)" */ a + "x"
	_ = ^/* ERROR "invalid operation: operator ^ not defined on a (variable of type T constrained by num)" */ a
	a++
}

func index[B bytes, A arrays, M ~map[string]int | ~[]int](b B, a A, m M) {
	_ = b[0]
	/* ERROR "cannot assign to b[0] (neither addressable nor a map index expression)" */ b[0] = 'x'
	_ = &/* ERROR "invalid operation: cannot take address of b[1] (value of type byte)" */ b[1]
	_ = a[/* ERROR "invalid argument: index 3 out of bounds [0:3]" */ 3]
	_ = a[/* ERROR "undefined: i" */ i]
	_ = m/* ERROR "cannot index m (variable of type M constrained by ~map[string]int | ~[]int)" */ ["x"]
	_ = m/* ERROR "cannot index m (variable of type M constrained by ~map[string]int | ~[]int)" */ [0]
	_ = b[1:2]
	_ = /* ERROR "cannot slice a (variable of type A constrained by arrays): [3]int and *[4]int have different underlying types" */ a[:]
}

func chans1[C chans, D chan<- int | chan int](c C, d D) {
	/* ERROR "invalid operation: cannot send to c (variable of type C constrained by chans): receive-only channel <-chan int" */ c <- 1
	<-c
	<-/* ERROR "invalid operation: cannot receive from d (variable of type D constrained by chan<- int | chan int): send-only channel chan<- int" */ d
	d <- /* ERROR "cannot use \"x\" (untyped string constant) as int value in send" */ "x"
	close(/* ERROR "invalid operation: cannot close receive-only channel c (variable of type C constrained by chans)" */ c)
	for range /* ERROR "cannot range over d (variable of type D constrained by chan<- int | chan int): receive from send-only channel chan<- int" */ d {
	}
}

func constants[T small](t T) {
	t = /* ERROR "cannot use 200 (untyped int constant) as T value in assignment" */ 200
	t = /* ERROR "cannot use -1 (untyped int constant) as T value in assignment" */ -1
	t = 100
	var f T = /* ERROR "cannot use 1.5 (untyped float constant) as T value in variable declaration" */ 1.5
	_ = T(/* ERROR "cannot convert 300 (untyped int value) to type T: constant 300 overflows int8 (in T)" */ 300)
	const k /* ERROR "invalid constant type T" */ T = 1
	var arr [/* ERROR "array length T(3) (value of type T constrained by small) must be constant" */ T(3)]int
	_, _ = f, arr
}

func calls[F func(int) | func(string), G any, H func(int) int | func(int) string](f F, g G, h H) {
	/* ERROR "invalid operation: cannot call f (variable of type F constrained by func(int) | func(string)): func(int) and func(string) have different underlying types" */ f(1)
	/* ERROR "invalid operation: cannot call g (variable of type G constrained by any): no specific type" */ g()
	/* ERROR "invalid operation: cannot call h (variable of type H constrained by func(int) int | func(int) string): func(int) int and func(int) string have different underlying types" */ h(1)
	_ = len(/* ERROR "invalid argument: g (variable of type G constrained by any) for built-in len" */ g)
	_ = make(/* ERROR "invalid argument: cannot make G: no specific type" */ G)
	_ = /* ERROR "invalid composite literal type G (no common underlying type)" */ G{}
	for range /* ERROR "cannot range over g (variable of type G constrained by any): no specific type" */ g {
	}
	switch /* ERROR "cannot use type switch on type parameter value g (variable of type G constrained by any)" */ g.(type) {
	}
	_ = /* ERROR "invalid operation: cannot use type assertion on type parameter value g (variable of type G constrained by any)" */ g.(int)
	_ = g == /* ERROR "invalid operation: g == nil (mismatched types G and untyped nil)" */ nil
	var _ G = /* ERROR "cannot use nil as G value in variable declaration" */ nil
	_ = */* ERROR "invalid operation: cannot indirect g (variable of type G constrained by any)" */ g
	g./* ERROR "g.x undefined (type G has no field or method x)" */ x = 1
}

func main() {}
