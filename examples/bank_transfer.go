package main

import (
	"fmt"
	"sync"
)

// The cure for lock_order_deadlock: everybody takes the locks in the same order, here by account number.

type account struct {
	id      int
	mu      sync.Mutex
	balance int
}

func transfer(from, to *account, amount int) {
	a, b := from, to
	if a.id > b.id {
		a, b = b, a
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	from.balance -= amount
	to.balance += amount
}

func main() {
	accounts := make([]*account, 5)
	for i := range accounts {
		accounts[i] = &account{id: i, balance: 1000}
	}
	var all sync.WaitGroup
	for i := range 100 {
		all.Go(func() {
			for k := range 20 {
				from, to := accounts[(i+k)%5], accounts[(i*k+3)%5]
				if from != to {
					transfer(from, to, k)
				}
			}
		})
	}
	all.Wait()
	total := 0
	for _, a := range accounts {
		total += a.balance
	}
	fmt.Println("nothing was lost:", total)
}

// Output:
// nothing was lost: 5000
