package panics

import "testing"

func TestBefore(t *testing.T) { t.Log("fine") }

func TestPanic(t *testing.T) { panic("boo") }

func TestAfter(t *testing.T) {}
