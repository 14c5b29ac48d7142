//go:build ignore

package main

func init() { parts = append(parts, "ignored") }
