package main

import (
	"context"
	"fmt"
)

type key int

const user key = 1

type other int

func who(ctx context.Context) string {
	if u, ok := ctx.Value(user).(string); ok {
		return u
	}
	return "nobody"
}

func main() {
	ctx := context.Background()
	fmt.Println(who(ctx))
	a := context.WithValue(ctx, user, "ann")
	b := context.WithValue(a, user, "bob")
	c := context.WithValue(b, other(1), "x")
	d, cancel := context.WithCancel(c)
	defer cancel()
	fmt.Println(who(a), who(b), who(d), d.Value(other(1)), d.Value(other(2)), d.Value(1))
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(ctx, nil, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(ctx, []int{}, 1)
	}()
}

// Output:
// nobody
// ann bob bob x <nil> <nil>
// nil key
// key is not comparable
