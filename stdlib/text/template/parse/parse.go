// Package parse turns the text of templates into trees, for packages such as text/template.
package parse

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Tree is one parsed template.
type Tree struct {
	Name      string    // its name
	ParseName string    // the name of the template whose text it stands in, for messages
	Root      *ListNode // what it consists of
	Mode      Mode      // how it is parsed

	text        string
	left, right string // delimiters
	// What follows is of use while parsing only.
	tokens     []token
	at         int // the next of tokens
	functions  []map[string]any
	variables  []string // in scope
	trees      map[string]*Tree
	actionLine int // where the action began whose error is that of its last token
	rangeDepth int
	depth      int // of parentheses
}

// Mode is a set of flags.
type Mode uint

const (
	// ParseComments keeps comments in the tree.
	ParseComments Mode = 1 << iota
	// SkipFuncCheck does not ask whether functions are defined.
	SkipFuncCheck
)

// Most parentheses within each other.
const maxDepth = 10000

// New makes an empty tree.
func New(name string, funcs ...map[string]any) *Tree { return &Tree{Name: name, functions: funcs} }

// Parse parses text and answers its tree and those of the templates that it defines, by name. Delimiters that are empty are
// {{ and }}.
func Parse(name, text, leftDelim, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error) {
	trees := make(map[string]*Tree)
	t := New(name)
	t.text = text
	_, err := t.Parse(text, leftDelim, rightDelim, trees, funcs...)
	return trees, err
}

// Copy copies the tree; nil stays nil.
func (t *Tree) Copy() *Tree {
	if t == nil {
		return nil
	}
	return &Tree{
		Name: t.Name, ParseName: t.ParseName, Root: t.Root.CopyList(), text: t.text, left: t.left, right: t.right,
	}
}

// delimited is an action with the delimiters of the tree it stands in.
func (t *Tree) delimited(action string) string {
	if t == nil || t.left == "" {
		return "{{" + action + "}}"
	}
	return t.left + action + t.right
}

// Parse parses text into t and adds it, and the templates that the text defines, to treeSet.
func (t *Tree) Parse(text, leftDelim, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error) {
	defer func() {
		if caught := recover(); caught != nil {
			failed, ok := caught.(parseError)
			if !ok {
				panic(caught)
			}
			t.stop()
			err = failed.error
		}
	}()
	t.ParseName, t.text, t.trees = t.Name, text, treeSet
	t.functions = funcs
	t.variables = []string{"$"}
	t.at = 0
	t.left, t.right = cmp.Or(leftDelim, "{{"), cmp.Or(rightDelim, "}}")
	t.tokens = scan(text, t.left, t.right, t.Mode&ParseComments != 0, t.hasFunction)
	t.parse()
	t.add()
	t.stop()
	return t, nil
}

func (t *Tree) stop() { t.tokens, t.variables, t.functions, t.trees = nil, nil, nil, nil }

// parseError is what a panic of this package carries.
type parseError struct{ error }

func (t *Tree) errorf(format string, args ...any) {
	t.Root = nil
	line := t.tokens[max(t.at-1, 0)].line
	panic(parseError{fmt.Errorf("template: %s:%d: %s", t.ParseName, line, fmt.Sprintf(format, args...))})
}

// unexpected complains about a token.
func (t *Tree) unexpected(tok token, context string) {
	if tok.kind != tokError {
		t.errorf("unexpected %s in %s", tok, context)
	}
	begun := ""
	if t.actionLine != 0 && t.actionLine != tok.line {
		begun = fmt.Sprintf(" started at %s:%d", t.ParseName, t.actionLine)
		if !strings.HasSuffix(tok.text, " action") {
			begun = " in action" + begun
		}
	}
	t.errorf("%s%s", tok, begun)
}

// next takes a token. The last one is never used up.
func (t *Tree) next() token {
	tok := t.tokens[min(t.at, len(t.tokens)-1)]
	t.at++
	return tok
}

func (t *Tree) back() { t.at-- }

func (t *Tree) peek() token { return t.tokens[min(t.at, len(t.tokens)-1)] }

// nextSolid takes a token that is no space.
func (t *Tree) nextSolid() token {
	for {
		if tok := t.next(); tok.kind != tokSpace {
			return tok
		}
	}
}

func (t *Tree) peekSolid() token {
	tok := t.nextSolid()
	t.back()
	return tok
}

func (t *Tree) expect(context string, kinds ...kind) token {
	tok := t.nextSolid()
	for _, k := range kinds {
		if tok.kind == k {
			return tok
		}
	}
	t.unexpected(tok, context)
	return tok
}

func (t *Tree) hasFunction(name string) bool {
	for _, functions := range t.functions {
		if functions != nil && functions[name] != nil {
			return true
		}
	}
	return false
}

// add makes the tree one of the set, unless it is empty and there is one of its name.
func (t *Tree) add() {
	known := t.trees[t.Name]
	if known == nil || IsEmptyTree(known.Root) {
		t.trees[t.Name] = t
		return
	}
	if !IsEmptyTree(t.Root) {
		t.errorf("template: multiple definition of template %q", t.Name)
	}
}

// IsEmptyTree reports whether the tree holds nothing but space, comments and definitions.
func IsEmptyTree(n Node) bool {
	switch n := n.(type) {
	case nil, *CommentNode:
		return true
	case *ListNode:
		for _, child := range n.Nodes {
			if !IsEmptyTree(child) {
				return false
			}
		}
		return true
	case *TextNode:
		return len(bytes.TrimSpace(n.Text)) == 0
	case *ActionNode, *IfNode, *RangeNode, *TemplateNode, *WithNode, *BreakNode, *ContinueNode:
		return false
	}
	panic("unknown node: " + n.String())
}

// ErrorContext tells where a node stands, as name:line:column, and what it looks like.
func (t *Tree) ErrorContext(n Node) (location, context string) {
	tree := n.tree()
	if tree == nil {
		tree = t
	}
	before := tree.text[:min(int(n.Position()), len(tree.text))]
	column := len(before) - (strings.LastIndexByte(before, '\n') + 1)
	line := 1 + strings.Count(before, "\n")
	return fmt.Sprintf("%s:%d:%d", tree.ParseName, line, column), n.String()
}

// parse parses a whole text.
func (t *Tree) parse() {
	t.Root = &ListNode{NodeType: NodeList, Pos: t.peek().pos, tr: t}
	for t.peek().kind != tokEOF {
		if t.peek().kind == tokLeft {
			t.next()
			if t.nextSolid().kind == tokDefine {
				t.define()
				continue
			}
			t.back()
			for t.tokens[t.at].kind != tokLeft {
				t.back()
			}
		}
		switch n := t.textOrAction(); n.Type() {
		case nodeEnd, nodeElse:
			t.errorf("unexpected %s", n)
		default:
			t.Root.Nodes = append(t.Root.Nodes, n)
		}
	}
}

// sub is a tree for a template that is defined within t's text and shares the tokens.
func (t *Tree) sub(name string) *Tree {
	return &Tree{
		Name: name, ParseName: t.ParseName, Mode: t.Mode, text: t.text, left: t.left, right: t.right,
		tokens: t.tokens, at: t.at, functions: t.functions, variables: []string{"$"}, trees: t.trees,
	}
}

// body parses the body of a template defined within t's text, and its end.
func (t *Tree) body(name, context string) {
	d := t.sub(name)
	var end Node
	d.Root, end = d.list()
	if end.Type() != nodeEnd {
		d.errorf("unexpected %s in %s", end, context)
	}
	d.add()
	t.at = d.at
	d.stop()
}

func (t *Tree) define() {
	const context = "define clause"
	name := t.unquote(t.expect(context, tokString, tokRawString))
	t.expect(context, tokRight)
	t.body(name, context)
}

func (t *Tree) unquote(tok token) string {
	text, err := strconv.Unquote(tok.text)
	if err != nil {
		t.errorf("%s", err)
	}
	return text
}

// list parses up to an end or an else, which it answers, too.
func (t *Tree) list() (*ListNode, Node) {
	l := &ListNode{NodeType: NodeList, Pos: t.peekSolid().pos, tr: t}
	for t.peekSolid().kind != tokEOF {
		n := t.textOrAction()
		if n.Type() == nodeEnd || n.Type() == nodeElse {
			return l, n
		}
		l.Nodes = append(l.Nodes, n)
	}
	t.errorf("unexpected EOF")
	return l, nil
}

func (t *Tree) textOrAction() Node {
	switch tok := t.nextSolid(); tok.kind {
	case tokText:
		return &TextNode{NodeType: NodeText, Pos: tok.pos, tr: t, Text: []byte(tok.text)}
	case tokComment:
		return &CommentNode{NodeType: NodeComment, Pos: tok.pos, tr: t, Text: tok.text}
	case tokLeft:
		t.actionLine = tok.line
		defer func() { t.actionLine = 0 }()
		return t.action()
	default:
		t.unexpected(tok, "input")
	}
	return nil
}

// action parses what follows a left delimiter.
func (t *Tree) action() Node {
	switch tok := t.nextSolid(); tok.kind {
	case tokBlock:
		return t.block(tok)
	case tokBreak, tokContinue:
		return t.jump(tok)
	case tokElse:
		// The if or with of an else if is looked at by its caller.
		pos := t.peekSolid()
		if pos.kind == tokIf || pos.kind == tokWith {
			return &endMark{nodeElse, pos.pos, t}
		}
		return &endMark{nodeElse, t.expect("else", tokRight).pos, t}
	case tokEnd:
		return &endMark{nodeEnd, t.expect("end", tokRight).pos, t}
	case tokIf, tokRange, tokWith:
		return t.branch(tok)
	case tokTemplate:
		return t.call(tok)
	}
	t.back()
	first := t.peek()
	return &ActionNode{NodeType: NodeAction, Pos: first.pos, tr: t, Line: first.line, Pipe: t.pipeline("command", tokRight)}
}

func (t *Tree) jump(tok token) Node {
	word := "{{" + tok.text + "}}"
	if after := t.nextSolid(); after.kind != tokRight {
		t.unexpected(after, word)
	}
	if t.rangeDepth == 0 {
		t.errorf("%s outside {{range}}", word)
	}
	if tok.kind == tokBreak {
		return &BreakNode{tr: t, NodeType: NodeBreak, Pos: tok.pos, Line: tok.line}
	}
	return &ContinueNode{tr: t, NodeType: NodeContinue, Pos: tok.pos, Line: tok.line}
}

// branch parses an if, range or with. The end of one that stands in an else is that of the outer one.
func (t *Tree) branch(tok token) Node {
	scope := len(t.variables)
	defer func() { t.variables = t.variables[:scope] }()
	context := tok.text
	pipe := t.pipeline(context, tokRight)
	if tok.kind == tokRange {
		t.rangeDepth++
	}
	list, next := t.list()
	if tok.kind == tokRange {
		t.rangeDepth--
	}
	var other *ListNode
	if next.Type() == nodeElse {
		// {{else if x}} is {{else}}{{if x}} with one end for both.
		if again := t.peek(); again.kind == tok.kind && tok.kind != tokRange {
			other = &ListNode{NodeType: NodeList, Pos: next.Position(), tr: t}
			other.Nodes = append(other.Nodes, t.branch(t.next()))
		} else if again.kind == tokSpace && t.peekSolid().kind == tok.kind && tok.kind != tokRange {
			other = &ListNode{NodeType: NodeList, Pos: next.Position(), tr: t}
			other.Nodes = append(other.Nodes, t.branch(t.nextSolid()))
		} else {
			other, next = t.list()
			if next.Type() != nodeEnd {
				t.errorf("expected end; found %s", next)
			}
		}
	}
	b := BranchNode{Pos: pipe.Position(), tr: t, Line: pipe.Line, Pipe: pipe, List: list, ElseList: other}
	switch tok.kind {
	case tokIf:
		b.NodeType = NodeIf
		return &IfNode{b}
	case tokRange:
		b.NodeType = NodeRange
		return &RangeNode{b}
	}
	b.NodeType = NodeWith
	return &WithNode{b}
}

// block parses {{block "name" pipeline}}: a definition and a call.
func (t *Tree) block(tok token) Node {
	const context = "block clause"
	name := t.nextSolid()
	text := t.templateName(name, context)
	pipe := t.pipeline(context, tokRight)
	t.body(text, context)
	return &TemplateNode{NodeType: NodeTemplate, Pos: name.pos, tr: t, Line: name.line, Name: text, Pipe: pipe}
}

func (t *Tree) call(tok token) Node {
	const context = "template clause"
	name := t.nextSolid()
	text := t.templateName(name, context)
	n := &TemplateNode{NodeType: NodeTemplate, Pos: name.pos, tr: t, Line: name.line, Name: text}
	if t.nextSolid().kind != tokRight {
		t.back()
		n.Pipe = t.pipeline(context, tokRight)
	}
	return n
}

func (t *Tree) templateName(tok token, context string) string {
	if tok.kind != tokString && tok.kind != tokRawString {
		t.unexpected(tok, context)
	}
	return t.unquote(tok)
}
