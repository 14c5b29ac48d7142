package stuck

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestTimePasses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(24 * time.Hour)
		t.Log(time.Now().Day())
	})
}

func TestGoroutineIsLeftBehind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		jobs := make(chan int)
		var wg sync.WaitGroup
		wg.Go(func() {
			for j := range jobs {
				t.Log("job", j)
			}
		})
		jobs <- 1
		t.Log("forgets to close")
	})
}

func TestNeverRuns(t *testing.T) {}
