package main

import (
	"errors"
	"fmt"
	"io"
)

func main() {
	r, w := io.Pipe()
	go func() {
		for i := range 3 {
			fmt.Fprintf(w, "message %d\n", i)
		}
		w.CloseWithError(errors.New("writer is done"))
	}()
	all, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", all, err)
	r2, w2 := io.Pipe()
	r2.Close()
	_, err = w2.Write([]byte("x"))
	fmt.Println(err, err == io.ErrClosedPipe)
}

// Output:
// "message 0\nmessage 1\nmessage 2\n" writer is done
// io: read/write on closed pipe true
