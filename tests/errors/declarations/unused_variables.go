package main

func f() (int, error) { return 1, nil }

func main() {
	/* ERROR "declared and not used: x" */ x := 1
	var /* ERROR "declared and not used: y" */ y, /* ERROR "declared and not used: z" */ z int
	a, /* ERROR "declared and not used: err" */ err := f()
	for /* ERROR "declared and not used: i" */ i := range 3 {
	}
	z = 2
	func() {
		/* ERROR "declared and not used: inner" */ inner := 1
	}()
	switch /* ERROR "t declared and not used" */ t := any(a).(type) {
	}
}
