// A remark.

//go:build (darwin || linux) && go1.20

package main

func init() { parts = append(parts, "versioned") }
