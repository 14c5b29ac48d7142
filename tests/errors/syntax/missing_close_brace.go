package main

func main() {
	if true {
		x()
	
func /* ERROR "syntax error: unexpected name other, expected (" */ other() {}
