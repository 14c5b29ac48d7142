package main

func init() { parts = append(parts, "linux name") }
