package main

import "fmt"

type big struct {
	a [20]int
	n int
}

type holder struct {
	b    big
	next *holder
}

func mk(n int) big {
	b := big{n: n}
	for i := range b.a {
		b.a[i] = i * n
	}
	return b
}

func change(b big) big {
	b.a[0]++
	return b
}

func keep(b big) func() int { return func() int { return b.a[1] } }

func named() (b big, err error) {
	defer func() {
		recover()
		b.n++
	}()
	b = mk(3)
	panic("x")
}

func (b big) sum() (s int) {
	for _, v := range b.a {
		s += v
	}
	b.a[0] = 1000
	return
}

func (b *big) set(i, v int) { b.a[i] = v }

func main() {
	x, y := mk(1), mk(2)
	x, y = y, x
	fmt.Println(x.n, y.n, x.a[3], y.a[3])
	z := x
	z.a[3] = 100
	fmt.Println(x.a[3], z.a[3], x == z, x == mk(2))
	f := keep(x)
	x.set(1, 77)
	fmt.Println(f(), x.a[1], change(x).a[0], x.a[0], x.sum(), x.a[0])
	h := holder{b: x}
	h.next = &holder{b: h.b, next: &h}
	h.next.b.n = 9
	h.next.next.b.a[5]++
	fmt.Println(h.b.n, h.next.b.n, h.b.a[5], h.next.b.a[5])
	s := []big{x, y, {n: 5}}
	s = append(s, s[0], mk(4))
	s[0].a[1] = 1
	fmt.Println(s[0].a[1], s[3].a[1], s[4].n, len(s))
	for _, v := range s {
		v.n *= 10
	}
	var vs []*big
	for i, v := range s {
		v.n += i
		vs = append(vs, &v)
	}
	fmt.Println(s[4].n, vs[4].n, vs[0].n)
	m := map[string]big{"a": x}
	e := m["a"]
	e.n = 50
	fmt.Println(m["a"].n, e.n, m["none"].n, len(m["none"].a))
	c := make(chan big, 1)
	c <- e
	e.n++
	r := <-c
	fmt.Println(r.n, e.n)
	var i any = e
	e.n++
	fmt.Println(i.(big).n, e.n, i == any(e))
	if v, ok := i.(big); ok {
		v.a[2] = -1
		fmt.Println(i.(big).a[2], v.a[2])
	}
	switch v := i.(type) {
	case big:
		v.n = 0
		fmt.Println(v.n, i.(big).n)
	}
	b, err := named()
	fmt.Println(b.n, b.a[2], err)
	arr := [6]big{2: x, 4: y}
	brr := arr
	brr[2].n = -2
	arr[4], arr[2] = arr[2], arr[4]
	for i, v := range arr {
		arr[5].n = 8
		if v.n != 0 {
			fmt.Print(i, v.n, " ")
		}
	}
	fmt.Println(brr[2].n, arr[5].n)
	p := &arr
	for i, v := range p {
		p[5].n = 7
		if i == 5 {
			fmt.Println(v.n)
		}
	}
	defer func(b big) { fmt.Println("deferred", b.n) }(y)
	y.n = 1234
	func(b big, g func()) {
		g()
		fmt.Println(b.n)
	}(y, func() { y.n++ })
	fmt.Println(y.n)
}

// Output:
// 2 1 6 3
// 6 100 false true
// 2 77 1 0 455 0
// 2 9 11 10
// 1 77 4 5
// 4 8 2
// 2 50 0 20
// 50 51
// 51 52 false
// 4 -1
// 0 51
// 4 6 <nil>
// 2 1 4 2 -2 8
// 7
// 1234
// 1235
// deferred 1
