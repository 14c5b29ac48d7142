// Many goroutines on few locks: short holds beside long ones, locks taken while others wait, attempts that do not wait.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// account is guarded by its own lock; transfers take two of them in order.
type account struct {
	mu      sync.Mutex
	balance int
}

func transfer(from, to *account, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock()
	from.balance -= n
	to.balance += n
	to.mu.Unlock()
}

func crowd() {
	accounts := make([]account, 4)
	for i := range accounts {
		accounts[i].balance = 1000
	}
	var wg sync.WaitGroup
	for g := range 40 {
		wg.Go(func() {
			for i := range 500 {
				a := (g + i) % 3
				b := a + 1 + (g*i)%(3-a)
				transfer(&accounts[a], &accounts[b], i%7)
				if i%100 == g {
					runtime.Gosched()
				}
			}
		})
	}
	wg.Wait()
	sum := 0
	for i := range accounts {
		sum += accounts[i].balance
	}
	fmt.Println("money:", sum)
}

// patient waits for a lock that another goroutine takes again as soon as it has let go of it.
func patient() {
	var mu sync.Mutex
	var stop atomic.Bool
	var wg sync.WaitGroup
	wg.Go(func() {
		for !stop.Load() {
			mu.Lock()
			for began := time.Now(); time.Since(began) < 100*time.Microsecond; {
			}
			mu.Unlock()
		}
	})
	for range 5 {
		mu.Lock()
		mu.Unlock()
	}
	stop.Store(true)
	wg.Wait()
	fmt.Println("got the lock")
}

func attempts() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	inside, got, failed := 0, 0, atomic.Int64{}
	for range 20 {
		wg.Go(func() {
			for range 300 {
				if !mu.TryLock() {
					failed.Add(1)
					mu.Lock()
				}
				inside++
				if inside != 1 {
					panic("two inside")
				}
				got++
				inside--
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println("got:", got, mu.TryLock())
}

func main() {
	crowd()
	patient()
	attempts()
}

// Output:
// money: 4000
// got the lock
// got: 6000 true
