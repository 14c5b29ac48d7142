package main

func main() {
	/* ERROR "undefined: a1" */ a1()
	/* ERROR "undefined: a2" */ a2()
	/* ERROR "undefined: a3" */ a3()
	/* ERROR "undefined: a4" */ a4()
	/* ERROR "undefined: a5" */ a5()
	/* ERROR "undefined: a6" */ a6()
	/* ERROR "undefined: a7" */ a7()
	/* ERROR "undefined: a8" */ a8()
	/* ERROR "undefined: a9" */ a9()
	/* ERROR "undefined: a10" */ a10()
	/* ERROR "undefined: a11" */ a11()
	/* ERROR "undefined: a12" */ a12()
	/* ERROR "undefined: a13" */ a13()
}
