package wrong

func f() {
	a := 1
//line made.y:10
	b := 2
	/*line other.y:20:7*/c := 3
//line :30
	d := 4
}
