package main

func main() {
	x := a./* ERROR "syntax error: unexpected ., expected name or (" */ .b
	y := a/* ERROR "syntax error: unexpected literal .5 at end of statement" */ .5
	c <- <-
	d -/* ERROR "syntax error: unexpected >, expected expression" */ >  e
	_ = &&x
	_ = x...
	_ = *
	_ = [.../* ERROR "syntax error: unexpected ] at end of statement" */ ]int
}
