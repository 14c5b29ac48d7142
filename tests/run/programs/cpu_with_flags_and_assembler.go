// An eight-bit machine: two-pass assembler with labels and expressions, instructions in a table, carry, overflow and zero flags
// from wrapping arithmetic, a stack, and traps as panics.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type cpu struct {
	a, x, sp   uint8
	pc         uint16
	c, z, n, v bool
	mem        [1 << 12]uint8
	out        []byte
	steps      int
}

type mode int

const (
	implied mode = iota
	immediate
	address
	indexed
	relative
)

type op struct {
	name string
	mode mode
	run  func(c *cpu, arg uint16)
}

var errHalt = errors.New("halt")

type trap struct {
	pc  uint16
	why string
}

func (t trap) Error() string { return fmt.Sprintf("trap at %04x: %s", t.pc, t.why) }

func (c *cpu) flags(v uint8) uint8 { c.z, c.n = v == 0, v&0x80 != 0; return v }

func (c *cpu) add(v uint8) {
	carry := uint16(0)
	if c.c {
		carry = 1
	}
	sum := uint16(c.a) + uint16(v) + carry
	r := uint8(sum)
	c.v = ^(c.a^v)&(c.a^r)&0x80 != 0
	c.c = sum > 0xFF
	c.a = c.flags(r)
}

func (c *cpu) push(v uint8) { c.mem[0x100+uint16(c.sp)] = v; c.sp-- }
func (c *cpu) pop() uint8   { c.sp++; return c.mem[0x100+uint16(c.sp)] }

func branch(cond func(*cpu) bool) func(*cpu, uint16) {
	return func(c *cpu, arg uint16) {
		if cond(c) {
			c.pc += uint16(int16(int8(arg)))
		}
	}
}

var ops = []op{
	{"hlt", implied, func(c *cpu, _ uint16) { panic(errHalt) }},
	{"lda", immediate, func(c *cpu, v uint16) { c.a = c.flags(uint8(v)) }},
	{"lda", address, func(c *cpu, p uint16) { c.a = c.flags(c.mem[p]) }},
	{"lda", indexed, func(c *cpu, p uint16) { c.a = c.flags(c.mem[p+uint16(c.x)]) }},
	{"sta", address, func(c *cpu, p uint16) { c.mem[p] = c.a }},
	{"sta", indexed, func(c *cpu, p uint16) { c.mem[p+uint16(c.x)] = c.a }},
	{"ldx", immediate, func(c *cpu, v uint16) { c.x = c.flags(uint8(v)) }},
	{"inx", implied, func(c *cpu, _ uint16) { c.x++; c.flags(c.x) }},
	{"dex", implied, func(c *cpu, _ uint16) { c.x--; c.flags(c.x) }},
	{"adc", immediate, func(c *cpu, v uint16) { c.add(uint8(v)) }},
	{"adc", address, func(c *cpu, p uint16) { c.add(c.mem[p]) }},
	{"sbc", immediate, func(c *cpu, v uint16) { c.add(^uint8(v)) }},
	{"cmp", immediate, func(c *cpu, v uint16) { c.c = c.a >= uint8(v); c.flags(c.a - uint8(v)) }},
	{"asl", implied, func(c *cpu, _ uint16) { c.c = c.a&0x80 != 0; c.a = c.flags(c.a << 1) }},
	{"lsr", implied, func(c *cpu, _ uint16) { c.c = c.a&1 != 0; c.a = c.flags(c.a >> 1) }},
	{"clc", implied, func(c *cpu, _ uint16) { c.c = false }},
	{"sec", implied, func(c *cpu, _ uint16) { c.c = true }},
	{"pha", implied, func(c *cpu, _ uint16) { c.push(c.a) }},
	{"pla", implied, func(c *cpu, _ uint16) { c.a = c.flags(c.pop()) }},
	{"jsr", address, func(c *cpu, p uint16) { c.push(uint8(c.pc >> 8)); c.push(uint8(c.pc)); c.pc = p }},
	{"rts", implied, func(c *cpu, _ uint16) { c.pc = uint16(c.pop()); c.pc |= uint16(c.pop()) << 8 }},
	{"out", implied, func(c *cpu, _ uint16) { c.out = append(c.out, c.a) }},
	{"bne", relative, branch(func(c *cpu) bool { return !c.z })},
	{"beq", relative, branch(func(c *cpu) bool { return c.z })},
	{"bcc", relative, branch(func(c *cpu) bool { return !c.c })},
	{"bvs", relative, branch(func(c *cpu) bool { return c.v })},
	{"jmp", address, func(c *cpu, p uint16) { c.pc = p }},
}

func (m mode) size() int { return [...]int{1, 2, 3, 3, 2}[m] }

func assemble(src string) (code []byte, err error) {
	labels := map[string]int{}
	value := func(s string) (n int, err error) {
		for _, term := range strings.Split(s, "+") {
			if at, ok := labels[term]; ok {
				n += at
				continue
			}
			v, err := strconv.ParseInt(term, 0, 32)
			if err != nil {
				return 0, fmt.Errorf("bad operand: %w", err)
			}
			n += int(v)
		}
		return
	}
	for pass := range 2 {
		code = code[:0]
	lines:
		for i, line := range strings.Split(src, "\n") {
			line, _, _ = strings.Cut(line, ";")
			if label, rest, ok := strings.Cut(line, ":"); ok {
				labels[strings.TrimSpace(label)], line = len(code), rest
			}
			f := strings.Fields(line)
			if len(f) == 0 {
				continue
			}
			m, arg := implied, ""
			if len(f) > 1 {
				arg = f[1]
				switch {
				case f[0][0] == 'b':
					m = relative
				case arg[0] == '#':
					m, arg = immediate, arg[1:]
				case strings.HasSuffix(arg, ",x"):
					m, arg = indexed, arg[:len(arg)-2]
				default:
					m = address
				}
			}
			for n, o := range ops {
				if o.name != f[0] || o.mode != m {
					continue
				}
				v, verr := 0, error(nil)
				if pass == 1 && arg != "" {
					if v, verr = value(arg); verr != nil {
						return nil, fmt.Errorf("line %d: %w", i+1, verr)
					}
				}
				if m == relative {
					v -= len(code) + 2
				}
				code = append(code, []byte{byte(n), byte(v), byte(v >> 8)}[:m.size()]...)
				continue lines
			}
			return nil, fmt.Errorf("line %d: no instruction %q", i+1, strings.TrimSpace(line))
		}
	}
	return code, nil
}

func run(src string) (c *cpu, err error) {
	code, err := assemble(src)
	if err != nil {
		return nil, err
	}
	c = &cpu{sp: 0xFF}
	copy(c.mem[0x200:], code)
	c.pc = 0x200
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			if r != errHalt {
				err = trap{c.pc, r.Error()}
			}
		}
	}()
	for ; c.steps < 20000; c.steps++ {
		o := ops[c.mem[c.pc]]
		arg := uint16(c.mem[c.pc+1])
		if o.mode.size() == 3 {
			arg |= uint16(c.mem[c.pc+2]) << 8
		}
		c.pc += uint16(o.mode.size())
		if o.mode == address && (o.name == "jmp" || o.name == "jsr") {
			arg += 0x200
		}
		o.run(c, arg)
	}
	return c, trap{c.pc, "too many steps"}
}

func main() {
	for _, src := range []string{
		"lda #72\nout\nlda #105\nout\nhlt",
		"; sum of 1..20 in 16 bits\nldx #20\nloop: lda 0x10\nclc\nadc 0x12\nsta 0x10\nlda 0x11\nadc #0\nsta 0x11\ninx\nlda 0x12\nadc #1\nsta 0x12\ncmp #21\nbne loop\nlda 0x10\nout\nhlt",
		"lda #100\nclc\nadc #100\nbvs over\nhlt\nover: out\nsec\nsbc #201\nbcc borrow\nhlt\nborrow: out\nhlt",
		"ldx #0\nfill: lda #65\nsta 0x300+5,x\ninx\nadc #1\ncmp #66\nbne fill\nlda 0x305\nout\nhlt",
		"jsr twice\njsr twice\nhlt\ntwice: lda #33\nout\npha\nlsr\nout\npla\nrts",
		"loop: jmp loop",
		"jmp 0xE00",
		"lda #300x",
		"sty 5",
		"lda 0xFFFF\nhlt",
	} {
		c, err := run(src)
		if c == nil {
			fmt.Println("error:", err)
			continue
		}
		fmt.Printf("%q % x a=%d x=%d steps=%d c=%t z=%t n=%t v=%t %v\n", c.out, c.mem[0x10:0x13], c.a, c.x, c.steps, c.c, c.z, c.n, c.v, err)
	}
}

// Output:
// "Hi" 00 00 00 a=105 x=0 steps=4 c=false z=false n=false v=false <nil>
// "\xd2" d2 00 15 a=210 x=41 steps=276 c=true z=false n=true v=false <nil>
// "\xc8\xff" 00 00 00 a=255 x=0 steps=9 c=false z=false n=true v=false <nil>
// "A" 00 00 00 a=65 x=1 steps=9 c=true z=false n=false v=false <nil>
// "!\x10!\x10" 00 00 00 a=33 x=0 steps=16 c=true z=false n=false v=false <nil>
// "" 00 00 00 a=0 x=0 steps=20000 c=false z=false n=false v=false trap at 0200: too many steps
// "" 00 00 00 a=0 x=0 steps=1 c=false z=false n=false v=false trap at 1000: runtime error: index out of range [4096] with length 4096
// error: line 1: bad operand: strconv.ParseInt: parsing "300x": invalid syntax
// error: line 1: no instruction "sty 5"
// "" 00 00 00 a=0 x=0 steps=0 c=false z=false n=false v=false trap at 0203: runtime error: index out of range [65535] with length 4096
