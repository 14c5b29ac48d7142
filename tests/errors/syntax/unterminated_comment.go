package main

func main() {
	/* ERROR "declared and not used: a" */ a := 1 /* ERROR "comment not terminated" */ /* never closed
}
