//go:build go1.21

package main

import "fmt"

func init() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	parts = append(parts, fmt.Sprint(fs[0](), fs[1]()))
}
