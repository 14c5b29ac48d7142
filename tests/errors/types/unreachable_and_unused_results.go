package main

import "errors"

func main() {
	errors.New("x")
	/* ERROR "append([]int{}, 1) (value of type []int) is not used" */ append([]int{}, 1)
	/* ERROR "new(int) (value of type *int) is not used" */ new(int)
	/* ERROR "make([]int, 1) (value of type []int) is not used" */ make([]int, 1)
	/* ERROR "cap([]int{}) (value of type int) is not used" */ cap([]int{})
	/* ERROR "complex(1, 2) (untyped complex constant (1 + 2i)) is not used" */ complex(1, 2)
	/* ERROR "real(1i) (untyped float constant 0) is not used" */ real(1i)
	/* ERROR "min(1, 2) (untyped int constant 1) is not used" */ min(1, 2)
	/* ERROR "string(\"a\") (constant \"a\" of type string) is not used" */ string("a")
	/* ERROR "func() int {…} (value of type func() int) is not used" */ func() int { return 1 }
	recover()
	copy([]int{}, []int{})
}
