package main

import "example.com/lib/part"

func main() { println(part.Name()) }
