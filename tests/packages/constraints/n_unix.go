package main

func init() { parts = append(parts, "unix is no system") }
