package cyclic

type t struct{}

func (t) get() int { return value }

var iface interface{ get() int } = t{}

var value = compute()

func compute() int { return t.get(t{}) }
