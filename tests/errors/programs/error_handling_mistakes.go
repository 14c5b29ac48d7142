package main

import (
	"errors"
	"fmt"
	"os"
)

type parseError struct{ line int }

func (p *parseError) Error() string { return fmt.Sprint("line ", p.line) }

func parse(s string) (int, error) {
	if s == "" {
		return /* ERROR "not enough return values\n\thave (error)\n\twant (int, error)" */ errors.New("empty")
	}
	if len(s) > 10 {
		return 0, /* ERROR "cannot use parseError{…} (value of struct type parseError) as error value in return statement: parseError does not implement error (method Error has pointer receiver)" */ parseError{1}
	}
	return /* ERROR "not enough return values\n\thave (int)\n\twant (int, error)" */ len(s)
}

func main() {
	/* ERROR "declared and not used: n" */ n := /* ERROR "assignment mismatch: 1 variable but parse returns 2 values" */ parse("x")
	/* ERROR "declared and not used: v" */ v, err := parse("y")
	if /* ERROR "non-boolean condition in if statement" */ err {
		return /* ERROR "too many return values\n\thave (error)\n\twant ()" */ err
	}
	var pe parseError
	if errors.As(err, &pe) && pe == /* ERROR "invalid operation: pe == nil (mismatched types parseError and untyped nil)" */ nil {
		os.Exit(/* ERROR "cannot use \"1\" (untyped string constant) as int value in argument to os.Exit" */ "1")
	}
	f, err := os.Open("x")
	defer f./* ERROR "f.close undefined (type *os.File has no field or method close, but does have method Close)" */ close()
	switch e := err.(type) {
	case /* ERROR "impossible type switch case: parseError\n\terr (variable of interface type error) cannot have dynamic type parseError (method Error has pointer receiver)" */ parseError:
	case *parseError:
		fmt.Println(e./* ERROR "e.column undefined (type *parseError has no field or method column)" */ column)
	}
}
