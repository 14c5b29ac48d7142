package main

func main() {
	goto /* ERROR "goto over jumps over declaration of x at ./goto_jumps.go:5:4" */ over
	x := 1
	_ = x
over:
	goto /* ERROR "goto inside jumps into block starting at ./goto_jumps.go:9:2" */ inside
	{
	inside:
	}
	for {
		goto /* ERROR "goto loop jumps into block starting at ./goto_jumps.go:15:10" */ loop
	}
	if true {
	loop:
	}
}
