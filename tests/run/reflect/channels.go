// Channels and select through reflection.
package main

import (
	"fmt"
	"reflect"
	"sync"
	"time"
)

type large struct {
	id   int
	data [16]string
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	c := reflect.MakeChan(reflect.TypeOf(make(chan string)), 2)
	c.Send(reflect.ValueOf("a"))
	fmt.Println(c.TrySend(reflect.ValueOf("b")), c.TrySend(reflect.ValueOf("c")), c.Len(), c.Cap())
	x, ok := c.Recv()
	fmt.Println(x, ok)
	x, ok = c.TryRecv()
	fmt.Println(x, ok)
	x, ok = c.TryRecv()
	fmt.Println(x.IsValid(), ok)
	c.Close()
	x, ok = c.Recv()
	fmt.Printf("%q %t\n", x.String(), ok)
	x, ok = c.TryRecv()
	fmt.Printf("%q %t %t\n", x.String(), ok, x.IsValid())

	// Unbuffered: both sides wait.
	u := make(chan large)
	v := reflect.ValueOf(u)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for i := range 3 {
			l := large{id: i}
			l.data[15] = fmt.Sprint("last", i)
			v.Send(reflect.ValueOf(l))
		}
		v.Close()
	}()
	for {
		x, ok := v.Recv()
		if !ok {
			fmt.Println("closed", x.Field(0))
			break
		}
		fmt.Println(x.Field(0), x.Field(1).Index(15))
	}
	wg.Wait()

	anys := make(chan any, 3)
	av := reflect.ValueOf(anys)
	av.Send(reflect.ValueOf(1))
	av.Send(reflect.Zero(reflect.TypeFor[any]()))
	av.Send(reflect.ValueOf([]int{2}))
	for range 3 {
		x, _ := av.Recv()
		fmt.Println(x.Kind(), x.IsNil(), x)
	}
	go func() {
		time.Sleep(time.Millisecond)
		anys <- "late"
	}()
	x, ok = av.Recv()
	fmt.Println(x, ok)

	// A sender that waits while the channel is closed panics.
	closing := make(chan int)
	go func() {
		time.Sleep(time.Millisecond)
		close(closing)
	}()
	try(func() { reflect.ValueOf(closing).Send(reflect.ValueOf(1)) })

	a, b, done := make(chan int, 1), make(chan string), make(chan struct{})
	cases := []reflect.SelectCase{
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(a)},
		{Dir: reflect.SelectSend, Chan: reflect.ValueOf(b), Send: reflect.ValueOf("sent")},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(done)},
		{Dir: reflect.SelectRecv},
	}
	withDefault := append(cases[:4:4], reflect.SelectCase{Dir: reflect.SelectDefault})
	fmt.Println(reflect.Select(withDefault))
	a <- 5
	i, r, ok := reflect.Select(withDefault)
	fmt.Println(i, r, ok)
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Println("got", <-b)
		time.Sleep(time.Millisecond)
		a <- 6
		time.Sleep(time.Millisecond)
		close(done)
	}()
	i, _, _ = reflect.Select(cases)
	fmt.Println(i)
	i, r, ok = reflect.Select(cases)
	fmt.Println(i, r, ok)
	i, r, ok = reflect.Select(cases)
	fmt.Println(i, r, ok)

	// Many channels.
	var list []reflect.SelectCase
	var chans []chan int
	for range 100 {
		ch := make(chan int)
		chans = append(chans, ch)
		list = append(list, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)})
	}
	for i, ch := range chans {
		go func() { ch <- i * i; close(ch) }()
	}
	sum, open := 0, 100
	for open > 0 {
		i, r, ok := reflect.Select(list)
		if !ok {
			list[i].Chan = reflect.Value{}
			open--
			continue
		}
		sum += int(r.Int())
	}
	fmt.Println(sum)

	try(func() { reflect.ValueOf(make(<-chan int)).Send(reflect.ValueOf(1)) })
	try(func() { reflect.ValueOf(make(chan<- int)).Recv() })
	try(func() { reflect.ValueOf(make(<-chan int)).Close() })
	try(func() { reflect.ValueOf(a).Send(reflect.ValueOf("x")) })
	try(func() { c.Close() })
	try(func() { c.Send(reflect.ValueOf("x")) })
	try(func() { reflect.ValueOf(1).Recv() })
	try(func() { reflect.MakeChan(reflect.TypeOf(make(<-chan int)), 0) })
	try(func() { reflect.MakeChan(reflect.TypeOf(a), -1) })
	try(func() { reflect.Select([]reflect.SelectCase{{}}) })
	try(func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(a)}}) })
	try(func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(make(chan<- int))}})
	})
}

// Output:
// true false 2 2
// a true
// b true
// false false
// "" false
// "" false true
// 0 last0
// 1 last1
// 2 last2
// closed 0
// interface false 1
// interface true <nil>
// interface false [2]
// late true
// send on closed channel
// 4 <invalid reflect.Value> false
// 0 5 true
// got sent
// 1
// 0 6 true
// 2 {} false
// 328350
// reflect: send on recv-only channel
// reflect: recv on send-only channel
// reflect: close of receive-only channel
// reflect.Value.Send: value of type string is not assignable to type int
// close of closed channel
// send on closed channel
// reflect: call of reflect.Value.Recv on int Value
// reflect.MakeChan: unidirectional channel type
// reflect.MakeChan: negative buffer size
// reflect.Select: invalid Dir
// reflect.Select: SendDir case missing Send value
// reflect.Select: RecvDir case using send-only channel
