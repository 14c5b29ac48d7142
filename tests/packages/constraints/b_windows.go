package main

func init() { parts = append(parts, "windows name") }
