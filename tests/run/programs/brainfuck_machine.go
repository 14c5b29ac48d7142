package main

import (
	"fmt"
	"strings"
)

type op struct {
	kind byte
	arg  int
}

func compile(src string) (ops []op, err error) {
	var open []int
	for i, c := range []byte(src) {
		switch c {
		case '>', '<', '+', '-':
			if n := len(ops); n > 0 && ops[n-1].kind == c {
				ops[n-1].arg++
				continue
			}
			ops = append(ops, op{c, 1})
		case '.', ',':
			ops = append(ops, op{c, 0})
		case '[':
			open = append(open, len(ops))
			ops = append(ops, op{c, 0})
		case ']':
			if len(open) == 0 {
				return nil, fmt.Errorf("byte %d: ] without [", i)
			}
			j := open[len(open)-1]
			open = open[:len(open)-1]
			ops[j].arg = len(ops)
			ops = append(ops, op{c, j})
		}
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("%d brackets are open", len(open))
	}
	return ops, nil
}

func run(ops []op, in string) string {
	var out strings.Builder
	tape, p := make([]byte, 300), 0
	for pc := 0; pc < len(ops); pc++ {
		switch o := ops[pc]; o.kind {
		case '>':
			p += o.arg
		case '<':
			p -= o.arg
		case '+':
			tape[p] += byte(o.arg)
		case '-':
			tape[p] -= byte(o.arg)
		case '.':
			out.WriteByte(tape[p])
		case ',':
			if in == "" {
				tape[p] = 0
			} else {
				tape[p], in = in[0], in[1:]
			}
		case '[':
			if tape[p] == 0 {
				pc = o.arg
			}
		case ']':
			if tape[p] != 0 {
				pc = o.arg
			}
		}
	}
	return out.String()
}

func main() {
	hello := "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
	ops, err := compile(hello)
	fmt.Print(len(ops), err, " ", run(ops, ""))
	ops, _ = compile(",[>+++<-.,]")
	fmt.Printf("%q\n", run(ops, "cde"))
	for _, bad := range []string{"[[]", "]"} {
		_, err := compile(bad)
		fmt.Println(err)
	}
}

// Output:
// 59 <nil> Hello World!
// "bcd"
// 1 brackets are open
// byte 0: ] without [
