package main

import (
	"context"
	"fmt"
)

// A context carries what belongs to one request through all that works for it. Keys have a type of their own, so that
// nobody else's key can be the same.

type key int

const (
	userKey key = iota
	traceKey
)

func handle(ctx context.Context) {
	audit(context.WithValue(ctx, traceKey, "a1b2"))
}

func audit(ctx context.Context) {
	user, _ := ctx.Value(userKey).(string)
	trace, _ := ctx.Value(traceKey).(string)
	_, stranger := ctx.Value(0).(string)
	fmt.Println("user", user, "trace", trace, "found under a plain 0:", stranger)
}

func main() {
	ctx := context.WithValue(context.Background(), userKey, "gopher")
	handle(ctx)
	fmt.Println("the outer context knows no trace:", ctx.Value(traceKey))
}

// Output:
// user gopher trace a1b2 found under a plain 0: false
// the outer context knows no trace: <nil>
