package testing

import (
	"runtime"
	"testing/internal/inside"
)

func init() {
	inside.Test = func(test, function any) bool { return test.(*T).inBubble(function.(func(*T))) }
}

// inBubble runs f as a test that reports as t does, and lives in the bubble of the calling goroutine.
func (t *T) inBubble(f func(*T)) bool {
	if t.cleaning.Load() {
		panic("testing: synctest.Run called during t.Cleanup")
	}
	sub := &T{slots: t.slots}
	sub.descend(&t.common, t.name)
	sub.bubbled = true
	sub.signal = make(chan bool, 1)
	sub.creator = callers(1)
	go tRunner(sub, f)
	if !<-sub.signal {
		runtime.Goexit()
	}
	return !sub.failed
}

func (t *T) outsideBubble(method string) {
	if t.bubbled {
		panic("testing: t." + method + " called inside synctest bubble")
	}
}
