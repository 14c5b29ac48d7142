package generic

import "testing"

func BenchmarkF[T any](b *testing.B) {}
