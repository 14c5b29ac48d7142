package main

import "fmt"

var parts []string

func main() { fmt.Println(parts) }
