package main

import (
	"errors"
	"fmt"
	"strings"
)

type state func(*lexer) state

type token struct {
	kind string
	text string
}

type lexer struct {
	in    string
	start int
	pos   int
	out   []token
	err   error
}

func (l *lexer) emit(kind string) {
	l.out = append(l.out, token{kind, l.in[l.start:l.pos]})
	l.start = l.pos
}

func (l *lexer) peek() byte {
	if l.pos >= len(l.in) {
		return 0
	}
	return l.in[l.pos]
}

func (l *lexer) accept(set string) bool {
	if c := l.peek(); c != 0 && strings.IndexByte(set, c) >= 0 {
		l.pos++
		return true
	}
	return false
}

func lexAny(l *lexer) state {
	switch c := l.peek(); {
	case c == 0:
		return nil
	case c == ' ' || c == '\n':
		l.pos++
		l.start = l.pos
		return lexAny
	case c == '"':
		return lexString
	case c >= '0' && c <= '9':
		return lexNumber
	case c >= 'a' && c <= 'z':
		return lexWord
	case strings.ContainsRune("+-*/(){};=", rune(c)):
		l.pos++
		l.emit("op")
		return lexAny
	}
	l.err = fmt.Errorf("byte %d: %q", l.pos, l.in[l.pos])
	return nil
}

func lexNumber(l *lexer) state {
	for l.accept("0123456789") {
	}
	kind := "int"
	if l.accept(".") {
		kind = "float"
		for l.accept("0123456789") {
		}
	}
	l.emit(kind)
	return lexAny
}

func lexWord(l *lexer) state {
	for l.accept("abcdefghijklmnopqrstuvwxyz_0123456789") {
	}
	switch l.in[l.start:l.pos] {
	case "if", "for", "func":
		l.emit("key")
	default:
		l.emit("name")
	}
	return lexAny
}

var errOpen = errors.New("string is open")

func lexString(l *lexer) state {
	l.pos++
	for {
		switch l.peek() {
		case 0:
			l.err = errOpen
			return nil
		case '\\':
			l.pos += 2
		case '"':
			l.pos++
			l.emit("string")
			return lexAny
		default:
			l.pos++
		}
	}
}

func lex(in string) ([]token, error) {
	l := &lexer{in: in}
	for s := state(lexAny); s != nil; {
		s = s(l)
	}
	return l.out, l.err
}

func main() {
	ts, err := lex(`func add1(x) { x = x + 1.50; "a \" b" }`)
	for _, t := range ts {
		fmt.Print(t.kind, ":", t.text, " ")
	}
	fmt.Println(err)
	_, err = lex(`"open`)
	fmt.Println(err, errors.Is(err, errOpen))
	ts, err = lex("if x $ y")
	fmt.Println(len(ts), err)
}

// Output:
// key:func name:add1 op:( name:x op:) op:{ name:x op:= name:x op:+ float:1.50 op:; string:"a \" b" op:} <nil>
// string is open true
// 2 byte 5: '$'
