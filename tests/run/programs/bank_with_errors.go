package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

type insufficient struct {
	need, have int
}

func (e insufficient) Error() string { return fmt.Sprintf("need %d, have %d", e.need, e.have) }

var errNoAccount = errors.New("no such account")

type bank struct {
	mu       sync.Mutex
	accounts map[string]int
}

func (b *bank) transfer(from, to string, n int) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, name := range []string{from, to} {
		if _, ok := b.accounts[name]; !ok {
			return fmt.Errorf("transfer: %w: %q", errNoAccount, name)
		}
	}
	if have := b.accounts[from]; have < n {
		return fmt.Errorf("transfer: %w", insufficient{n, have})
	}
	b.accounts[from] -= n
	b.accounts[to] += n
	return nil
}

func main() {
	b := &bank{accounts: map[string]int{"ann": 100, "bob": 50, "cyd": 0}}
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() { b.transfer("ann", "bob", 1) })
		wg.Go(func() { b.transfer("bob", "cyd", 1) })
	}
	wg.Wait()
	fmt.Println(b.accounts)
	err := b.transfer("ann", "bob", 1000)
	var ins insufficient
	fmt.Println(err, errors.As(err, &ins), ins.have)
	err = b.transfer("ann", "zed", 1)
	fmt.Println(err, errors.Is(err, errNoAccount))
	names := make([]string, 0)
	for n := range b.accounts {
		names = append(names, n)
	}
	sort.Strings(names)
	fmt.Println(names)
}

// Output:
// map[ann:50 bob:50 cyd:50]
// transfer: need 1000, have 50 true 50
// transfer: no such account: "zed" true
// [ann bob cyd]
