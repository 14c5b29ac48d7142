package main

import (
	"errors"
	"fmt"
)

type op struct {
	kind   string
	amount int
	reply  chan reply
}

type reply struct {
	balance int
	err     error
}

var errFunds = errors.New("insufficient funds")

func account(initial int) (chan<- op, <-chan []string) {
	ops := make(chan op)
	history := make(chan []string, 1)
	go func() {
		balance := initial
		var log []string
		defer func() { history <- log }()
		for o := range ops {
			var err error
			switch {
			case o.kind == "deposit":
				balance += o.amount
			case o.kind == "withdraw" && o.amount > balance:
				err = fmt.Errorf("%w: %d > %d", errFunds, o.amount, balance)
			case o.kind == "withdraw":
				balance -= o.amount
			}
			log = append(log, fmt.Sprintf("%s %d -> %d", o.kind, o.amount, balance))
			o.reply <- reply{balance, err}
		}
	}()
	return ops, history
}

func main() {
	ops, history := account(100)
	do := func(kind string, n int) reply {
		o := op{kind, n, make(chan reply)}
		ops <- o
		return <-o.reply
	}
	done := make(chan bool)
	for i := range 10 {
		go func() {
			do([]string{"deposit", "withdraw"}[i%2], 10)
			done <- true
		}()
	}
	for range 10 {
		<-done
	}
	fmt.Println(do("balance", 0).balance)
	r := do("withdraw", 1000)
	fmt.Println(r.err, errors.Is(r.err, errFunds))
	close(ops)
	fmt.Println(len(<-history))
}

// Output:
// 100
// insufficient funds: 1000 > 100 true
// 12
