package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

type message struct{ from, text string }

type room struct {
	join  chan *user
	leave chan *user
	say   chan message
	quit  chan chan int
}

type user struct {
	name  string
	inbox chan message
	log   []string
	done  chan struct{}
}

func newRoom() *room {
	r := &room{make(chan *user), make(chan *user), make(chan message), make(chan chan int)}
	go r.run()
	return r
}

func (r *room) run() {
	users, total := map[*user]bool{}, 0
	for {
		select {
		case u := <-r.join:
			users[u] = true
		case u := <-r.leave:
			delete(users, u)
			close(u.inbox)
		case m := <-r.say:
			total++
			for u := range users {
				if u.name != m.from {
					u.inbox <- m
				}
			}
		case reply := <-r.quit:
			for u := range users {
				close(u.inbox)
			}
			reply <- total
			return
		}
	}
}

func (r *room) enter(name string) *user {
	u := &user{name: name, inbox: make(chan message), done: make(chan struct{})}
	go func() {
		defer close(u.done)
		for m := range u.inbox {
			u.log = append(u.log, m.from+": "+m.text)
		}
	}()
	r.join <- u
	return u
}

func main() {
	r := newRoom()
	ann, bob, eve := r.enter("ann"), r.enter("bob"), r.enter("eve")
	r.say <- message{"ann", "hello"}
	r.leave <- eve
	<-eve.done
	r.say <- message{"bob", "hi ann"}
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() { r.say <- message{"ann", fmt.Sprint("n", i)} })
	}
	wg.Wait()
	reply := make(chan int)
	r.quit <- reply
	fmt.Println(<-reply)
	for _, u := range []*user{ann, bob, eve} {
		<-u.done
		sort.Strings(u.log)
		fmt.Println(u.name, len(u.log), strings.Join(u.log, "; "))
	}
}

// Output:
// 12
// ann 1 bob: hi ann
// bob 11 ann: hello; ann: n0; ann: n1; ann: n2; ann: n3; ann: n4; ann: n5; ann: n6; ann: n7; ann: n8; ann: n9
// eve 1 ann: hello
