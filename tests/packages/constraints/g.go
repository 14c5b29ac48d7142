//go:build linux && !windows

package main

func init() { parts = append(parts, "tagged") }
