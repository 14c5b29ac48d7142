package main

import "fmt"

type rec struct {
	ID   int    `json:"id"`
	Name string `json:"name,omitempty"`
	sub  struct {
		a, b int
	}
}

func main() {
	var r rec
	r.sub.a = 1
	r.sub = struct{ a, b int }{3, 4}
	fmt.Printf("%+v\n", r)
	list := []struct {
		in   string
		want int
	}{
		{"a", 1},
		{want: 2},
		{in: "c"},
	}
	for _, t := range list {
		fmt.Print(t.in, t.want, " ")
	}
	fmt.Println()
	pp := &[]*struct{ x int }{{1}, {2}}
	for _, p := range *pp {
		p.x *= 10
	}
	fmt.Println((*pp)[0].x, (*pp)[1].x)
	m := map[struct{ a, b int }]string{{1, 2}: "x"}
	fmt.Println(m[struct{ a, b int }{1, 2}])
}

// Output:
// {ID:0 Name: sub:{a:3 b:4}}
// a1 2 c0
// 10 20
// x
