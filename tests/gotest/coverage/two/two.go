package two

import "example.com/coverage/shapes"

func Half(n int) int {
	if n%2 == 1 {
		return -1
	}
	shapes.Empty()
	return n / 2
}
