package main

func init() { parts = append(parts, "amd64") }
