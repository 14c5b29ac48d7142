package main

func init() { note("second file") }
