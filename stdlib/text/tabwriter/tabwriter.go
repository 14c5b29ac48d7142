// Package tabwriter lines text up in columns: cells end in tabs, and the cells of neighbouring lines that stand in the same
// column get the same width.
package tabwriter

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// Flags of Init.
const (
	FilterHTML          uint = 1 << iota // tags have no width, entities that of one character
	StripEscape                          // Escape characters are left out
	AlignRight                           // cells are padded on the left
	DiscardEmptyColumns                  // columns that have nothing but vertical tabs have no width
	TabIndent                            // empty cells at the beginning of a line are padded with tabs
	Debug                                // bars between columns, lines between sections
)

// Escape stands around text that is passed on as it is, tabs and newlines included.
const Escape = '\xff'

// cell is text up to a tab or the end of a line.
type cell struct {
	text  []byte
	width int  // in characters
	tab   bool // ended by a tab, not a vertical one
}

// Writer passes text on when its columns are known.
type Writer struct {
	out                         io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint

	lines [][]cell // the last one is being written
	now   cell
	seen  int  // bytes of now.text that its width tells of
	ender byte // what ends the escaped text, tag or entity that has begun
	err   error
}

// NewWriter is a Writer, initialized.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets how columns are made: at least minwidth wide, padding included; tabwidth is that of a tab when padchar is one.
func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		// Tabs can not stand before what they align.
		flags &^= AlignRight
	}
	*w = Writer{out: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	w.reset()
	return w
}

func (w *Writer) reset() {
	w.lines = append(w.lines[:0], nil)
	w.now, w.seen, w.ender = cell{}, 0, 0
}

// Write takes text; what is needed for the columns is kept until a line without tabs, a form feed or Flush.
func (w *Writer) Write(buf []byte) (n int, err error) {
	defer w.explain("Write")
	from := 0
	for i, c := range buf {
		if w.ender != 0 {
			if c == w.ender {
				end := i + 1
				if c == Escape && w.flags&StripEscape != 0 {
					end = i
				}
				w.add(buf[from:end])
				from = i + 1
				w.endSpecial()
			}
			continue
		}
		switch {
		case c == '\t' || c == '\v' || c == '\n' || c == '\f':
			w.add(buf[from:i])
			from = i + 1
			cells := w.endCell(c == '\t')
			if c == '\t' || c == '\v' {
				break
			}
			w.lines = append(w.lines, nil)
			if c == '\f' || cells == 1 {
				w.format()
				if c == '\f' && w.flags&Debug != 0 {
					w.put([]byte("---\n"))
				}
			}
		case c == Escape:
			w.add(buf[from:i])
			w.count()
			from = i
			if w.flags&StripEscape != 0 {
				from++
			}
			w.ender = Escape
		case (c == '<' || c == '&') && w.flags&FilterHTML != 0:
			w.add(buf[from:i])
			w.count()
			from = i
			w.ender = '>'
			if c == '&' {
				w.ender = ';'
			}
		}
		if w.err != nil {
			return i + 1, w.err
		}
	}
	w.add(buf[from:])
	return len(buf), w.err
}

func (w *Writer) add(b []byte) { w.now.text = append(w.now.text, b...) }

// count adds the width of what is new in the cell. It is not done for each piece written, since a piece may end in a character.
func (w *Writer) count() {
	w.now.width += utf8.RuneCount(w.now.text[w.seen:])
	w.seen = len(w.now.text)
}

// endSpecial ends escaped text, whose width counts but for the Escape characters, or a tag or entity.
func (w *Writer) endSpecial() {
	if w.ender == Escape {
		w.count()
		if w.flags&StripEscape == 0 {
			w.now.width -= 2
		}
	} else if w.ender == ';' {
		w.now.width++
	}
	w.seen, w.ender = len(w.now.text), 0
}

// endCell ends the cell being written, and tells how many the line has.
func (w *Writer) endCell(tab bool) int {
	w.count()
	w.now.tab = tab
	last := &w.lines[len(w.lines)-1]
	*last = append(*last, w.now)
	w.now, w.seen = cell{}, 0
	return len(*last)
}

// Flush ends what has been begun and passes everything on.
func (w *Writer) Flush() error {
	defer w.explain("Flush")
	if len(w.now.text) > 0 {
		if w.ender != 0 {
			w.endSpecial()
		}
		w.endCell(false)
	}
	w.format()
	err := w.err
	w.err = nil
	return err
}

// explain says where a panic of the output happened.
func (w *Writer) explain(op string) {
	if cause := recover(); cause != nil {
		if op == "Flush" {
			w.reset()
		}
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", op, cause))
	}
}

// format writes all lines and begins anew.
func (w *Writer) format() {
	widths := make([][]int, len(w.lines))
	for column, any := 0, true; any; column++ {
		any = false
		for i := 0; i < len(w.lines); {
			if column >= len(w.lines[i])-1 {
				i++
				continue
			}
			any = true
			first := i
			width, empty := w.minwidth, true
			for ; i < len(w.lines) && column < len(w.lines[i])-1; i++ {
				c := w.lines[i][column]
				width = max(width, c.width+w.padding)
				empty = empty && c.width == 0 && !c.tab
			}
			if empty && w.flags&DiscardEmptyColumns != 0 {
				width = 0
			}
			for k := first; k < i; k++ {
				widths[k] = append(widths[k], width)
			}
		}
	}
	var out []byte
	for i, line := range w.lines {
		out = w.appendLine(out, line, widths[i])
		if i+1 < len(w.lines) {
			out = append(out, '\n')
		}
	}
	w.put(out)
	w.reset()
}

func (w *Writer) put(b []byte) {
	if w.err != nil || len(b) == 0 {
		return
	}
	n, err := w.out.Write(b)
	if err == nil && n != len(b) {
		err = io.ErrShortWrite
	}
	w.err = err
}

func (w *Writer) appendLine(out []byte, line []cell, widths []int) []byte {
	indent := w.flags&TabIndent != 0
	for i, c := range line {
		if i > 0 && w.flags&Debug != 0 {
			out = append(out, '|')
		}
		var pad []byte
		if len(c.text) > 0 {
			indent = false
		}
		if i < len(widths) {
			pad = w.pad(c.width, widths[i], indent)
		}
		if w.flags&AlignRight != 0 && len(c.text) > 0 {
			out = append(append(out, pad...), c.text...)
		} else {
			out = append(append(out, c.text...), pad...)
		}
	}
	return out
}

// pad is what makes text of a width as wide as its cell.
func (w *Writer) pad(text, cell int, tabs bool) []byte {
	c, n := w.padchar, cell-text
	if c == '\t' || tabs {
		if w.tabwidth == 0 {
			return nil
		}
		cell = (cell + w.tabwidth - 1) / w.tabwidth * w.tabwidth
		c, n = '\t', (cell-text+w.tabwidth-1)/w.tabwidth
	}
	b := make([]byte, max(n, 0))
	for i := range b {
		b[i] = c
	}
	return b
}
