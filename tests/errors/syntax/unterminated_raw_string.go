package main

func main() {
	/* ERROR "declared and not used: a" */ a := /* ERROR "string not terminated" */ `starts here
	and never ends
}
