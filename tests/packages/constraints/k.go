//go:build gc && unix

package main

func init() { parts = append(parts, "gc") }
