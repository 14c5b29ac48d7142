package main

func f() int { return 1 }

func main() {
	x := 1
	/* ERROR "x (variable of type int) is not used" */ x
	/* ERROR "x + 1 (value of type int) is not used" */ x + 1
	/* ERROR "5 (untyped int constant) is not used" */ 5
	/* ERROR "\"text\" (untyped string constant) is not used" */ "text"
	f()
	/* ERROR "-f() (value of type int) is not used" */ -f()
	/* ERROR "func() {} (value of type func()) is not used" */ func() {}
	/* ERROR "[]int{…} (value of type []int) is not used" */ []int{1}
	/* ERROR "x == 1 (untyped bool value) is not used" */ x == 1
	/* ERROR "&x (value of type *int) is not used" */ &x
	/* ERROR "len(\"a\") (constant 1 of type int) is not used" */ len("a")
	/* ERROR "int(x) (value of type int) is not used" */ int(x)
	(f())
	/* ERROR "f (value of type func() int) is not used" */ f
	<-make(chan int)
	/* ERROR "any(x).(int) (comma, ok expression of type int) is not used" */ any(x).(int)
	x++
	/* ERROR "nil is not used" */ nil
}
