package main

import "example.com/refusals/broken"

func main() { y := broken.X }
