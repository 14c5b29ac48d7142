package main

import (
	"fmt"
	"strings"
	"time"
)

func main() {
	a := time.Now()
	s := a.String()
	fmt.Println(strings.Contains(s, " m=+"), strings.Contains(a.Round(0).String(), "m="))
	time.Sleep(2 * time.Millisecond)
	b := time.Now()
	fmt.Println(b.After(a), b.Sub(a) >= 2*time.Millisecond, time.Since(a) > 0, time.Until(a) < 0)
	fmt.Println(a == a.Round(0), a.Equal(a.Round(0)))
	fmt.Println(a.UTC().Location(), a.Location() == time.Local)
}

// Output:
// true false
// true true true true
// false true
// UTC true
