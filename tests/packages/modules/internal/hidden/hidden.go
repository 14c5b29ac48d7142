package hidden

type T struct{ A int }

var Value = 42
