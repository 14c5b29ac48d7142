package signature

import "testing"

func TestF(t testing.T) {}
