package main

func init() { parts = append(parts, "underscore") }
