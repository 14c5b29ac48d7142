package parse

import (
	"strconv"
	"strings"
)

// Node is a node of a tree. Its concrete type is one of this package's, as its NodeType says.
type Node interface {
	Type() NodeType
	// String is the node in the language of templates.
	String() string
	// Copy copies the node and all below it.
	Copy() Node
	// Position is the byte that it starts at in the template's text.
	Position() Pos
	tree() *Tree
}

// NodeType tells nodes apart.
type NodeType int

// Type is the type itself, for embedding.
func (t NodeType) Type() NodeType { return t }

// Pos is an offset in bytes.
type Pos int

// Position is the offset itself, for embedding.
func (p Pos) Position() Pos { return p }

// The types of nodes.
const (
	NodeText       NodeType = iota // what stands between actions
	NodeAction                     // a pipeline by itself
	NodeBool                       // a Boolean constant
	NodeChain                      // fields of what a term gives
	NodeCommand                    // an element of a pipeline
	NodeDot                        // .
	nodeElse                       // not part of a tree
	nodeEnd                        // not part of a tree
	NodeField                      // .Field, .Field.Field
	NodeIdentifier                 // the name of a function
	NodeIf                         // if
	NodeList                       // nodes one after another
	NodeNil                        // nil
	NodeNumber                     // a numeric constant
	NodePipe                       // commands one after another
	NodeRange                      // range
	NodeString                     // a string constant
	NodeTemplate                   // the call of a template
	NodeVariable                   // $x, $x.Field
	NodeWith                       // with
	NodeComment                    // a comment
	NodeBreak                      // break
	NodeContinue                   // continue
)

// ListNode is a sequence.
type ListNode struct {
	NodeType
	Pos
	tr    *Tree
	Nodes []Node
}

func (l *ListNode) tree() *Tree { return l.tr }

func (l *ListNode) String() string {
	var out strings.Builder
	for _, n := range l.Nodes {
		out.WriteString(n.String())
	}
	return out.String()
}

// CopyList is Copy with a type that says more; nil stays nil.
func (l *ListNode) CopyList() *ListNode {
	if l == nil {
		return nil
	}
	c := *l
	c.Nodes = nil
	for _, n := range l.Nodes {
		c.Nodes = append(c.Nodes, n.Copy())
	}
	return &c
}

func (l *ListNode) Copy() Node { return l.CopyList() }

// TextNode is what stands between actions.
type TextNode struct {
	NodeType
	Pos
	tr   *Tree
	Text []byte
}

func (t *TextNode) tree() *Tree    { return t.tr }
func (t *TextNode) String() string { return string(t.Text) }

func (t *TextNode) Copy() Node {
	c := *t
	c.Text = append([]byte{}, t.Text...)
	return &c
}

// CommentNode is a comment, with /* and */.
type CommentNode struct {
	NodeType
	Pos
	tr   *Tree
	Text string
}

func (c *CommentNode) tree() *Tree    { return c.tr }
func (c *CommentNode) String() string { return c.tr.delimited(c.Text) }

func (c *CommentNode) Copy() Node {
	d := *c
	return &d
}

// PipeNode is a pipeline, perhaps with variables that it sets.
type PipeNode struct {
	NodeType
	Pos
	tr       *Tree
	Line     int             // kept for programs that read it
	IsAssign bool            // whether Decl are assigned to and not declared
	Decl     []*VariableNode // in their order
	Cmds     []*CommandNode  // in their order
}

func (p *PipeNode) tree() *Tree { return p.tr }

func (p *PipeNode) String() string {
	var variables, commands []string
	for _, v := range p.Decl {
		variables = append(variables, v.String())
	}
	for _, c := range p.Cmds {
		commands = append(commands, c.String())
	}
	text := strings.Join(commands, " | ")
	if len(variables) == 0 {
		return text
	}
	sign := " := "
	if p.IsAssign {
		sign = " = "
	}
	return strings.Join(variables, ", ") + sign + text
}

// CopyPipe is Copy with a type that says more; nil stays nil.
func (p *PipeNode) CopyPipe() *PipeNode {
	if p == nil {
		return nil
	}
	c := *p
	c.Decl, c.Cmds = nil, nil
	for _, v := range p.Decl {
		c.Decl = append(c.Decl, v.Copy().(*VariableNode))
	}
	for _, cmd := range p.Cmds {
		c.Cmds = append(c.Cmds, cmd.Copy().(*CommandNode))
	}
	return &c
}

func (p *PipeNode) Copy() Node { return p.CopyPipe() }

// ActionNode is a pipeline whose value is printed.
type ActionNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int
	Pipe *PipeNode
}

func (a *ActionNode) tree() *Tree    { return a.tr }
func (a *ActionNode) String() string { return a.tr.delimited(a.Pipe.String()) }

func (a *ActionNode) Copy() Node {
	c := *a
	c.Pipe = a.Pipe.CopyPipe()
	return &c
}

// CommandNode is a function, method or operand with its arguments.
type CommandNode struct {
	NodeType
	Pos
	tr   *Tree
	Args []Node
}

func (c *CommandNode) tree() *Tree { return c.tr }

func (c *CommandNode) String() string {
	var words []string
	for _, arg := range c.Args {
		words = append(words, inParentheses(arg))
	}
	return strings.Join(words, " ")
}

// inParentheses is the node's text, in parentheses if it is a pipeline.
func inParentheses(n Node) string {
	if p, ok := n.(*PipeNode); ok {
		return "(" + p.String() + ")"
	}
	return n.String()
}

func (c *CommandNode) Copy() Node {
	if c == nil {
		return c
	}
	d := *c
	d.Args = nil
	for _, arg := range c.Args {
		d.Args = append(d.Args, arg.Copy())
	}
	return &d
}

// IdentifierNode is the name of a function.
type IdentifierNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident string
}

// NewIdentifier makes a name that belongs to no tree yet.
func NewIdentifier(ident string) *IdentifierNode {
	return &IdentifierNode{NodeType: NodeIdentifier, Ident: ident}
}

// SetPos sets the position and answers the node.
func (i *IdentifierNode) SetPos(pos Pos) *IdentifierNode {
	i.Pos = pos
	return i
}

// SetTree sets the tree and answers the node.
func (i *IdentifierNode) SetTree(t *Tree) *IdentifierNode {
	i.tr = t
	return i
}

func (i *IdentifierNode) tree() *Tree    { return i.tr }
func (i *IdentifierNode) String() string { return i.Ident }
func (i *IdentifierNode) Copy() Node     { return NewIdentifier(i.Ident).SetTree(i.tr).SetPos(i.Pos) }

// VariableNode is a variable with fields of its value; the names have no dots, and the first one starts with $.
type VariableNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident []string
}

func (v *VariableNode) tree() *Tree    { return v.tr }
func (v *VariableNode) String() string { return strings.Join(v.Ident, ".") }

func (v *VariableNode) Copy() Node {
	c := *v
	c.Ident = append([]string{}, v.Ident...)
	return &c
}

// DotNode is the dot.
type DotNode struct {
	NodeType
	Pos
	tr *Tree
}

func (d *DotNode) Type() NodeType { return NodeDot }
func (d *DotNode) tree() *Tree    { return d.tr }
func (d *DotNode) String() string { return "." }

func (d *DotNode) Copy() Node {
	c := *d
	return &c
}

// NilNode is nil.
type NilNode struct {
	NodeType
	Pos
	tr *Tree
}

func (n *NilNode) Type() NodeType { return NodeNil }
func (n *NilNode) tree() *Tree    { return n.tr }
func (n *NilNode) String() string { return "nil" }

func (n *NilNode) Copy() Node {
	c := *n
	return &c
}

// FieldNode is fields of the dot, one in the other; the names have no dots.
type FieldNode struct {
	NodeType
	Pos
	tr    *Tree
	Ident []string
}

func (f *FieldNode) tree() *Tree    { return f.tr }
func (f *FieldNode) String() string { return "." + strings.Join(f.Ident, ".") }

func (f *FieldNode) Copy() Node {
	c := *f
	c.Ident = append([]string{}, f.Ident...)
	return &c
}

// ChainNode is fields of what a term gives; the names have no dots.
type ChainNode struct {
	NodeType
	Pos
	tr    *Tree
	Node  Node
	Field []string
}

func (c *ChainNode) tree() *Tree    { return c.tr }
func (c *ChainNode) String() string { return inParentheses(c.Node) + "." + strings.Join(c.Field, ".") }

func (c *ChainNode) Copy() Node {
	d := *c
	d.Field = append([]string{}, c.Field...)
	return &d
}

// Add adds a field, with its dot, to the end.
func (c *ChainNode) Add(field string) {
	name, ok := strings.CutPrefix(field, ".")
	if !ok {
		panic("no dot in field")
	}
	if name == "" {
		panic("empty field")
	}
	c.Field = append(c.Field, name)
}

// BoolNode is true or false.
type BoolNode struct {
	NodeType
	Pos
	tr   *Tree
	True bool
}

func (b *BoolNode) tree() *Tree    { return b.tr }
func (b *BoolNode) String() string { return strconv.FormatBool(b.True) }

func (b *BoolNode) Copy() Node {
	c := *b
	return &c
}

// StringNode is a string constant.
type StringNode struct {
	NodeType
	Pos
	tr     *Tree
	Quoted string // as it was written
	Text   string // what it means
}

func (s *StringNode) tree() *Tree    { return s.tr }
func (s *StringNode) String() string { return s.Quoted }

func (s *StringNode) Copy() Node {
	c := *s
	return &c
}

// BranchNode is what if, range and with have in common.
type BranchNode struct {
	NodeType
	Pos
	tr       *Tree
	Line     int
	Pipe     *PipeNode // what is looked at
	List     *ListNode // what is done with it
	ElseList *ListNode // what is done if it is empty; may be nil
}

func (b *BranchNode) tree() *Tree { return b.tr }

func (b *BranchNode) String() string {
	word, ok := map[NodeType]string{NodeIf: "if", NodeRange: "range", NodeWith: "with"}[b.NodeType]
	if !ok {
		panic("unknown branch type")
	}
	other := ""
	if b.ElseList != nil {
		other = b.tr.delimited("else") + b.ElseList.String()
	}
	return b.tr.delimited(word+" "+b.Pipe.String()) + b.List.String() + other + b.tr.delimited("end")
}

func (b *BranchNode) copyBranch() BranchNode {
	c := *b
	c.Pipe, c.List, c.ElseList = b.Pipe.CopyPipe(), b.List.CopyList(), b.ElseList.CopyList()
	return c
}

// Copy copies it as an if, range or with.
func (b *BranchNode) Copy() Node {
	switch b.NodeType {
	case NodeIf:
		return &IfNode{b.copyBranch()}
	case NodeRange:
		return &RangeNode{b.copyBranch()}
	case NodeWith:
		return &WithNode{b.copyBranch()}
	}
	panic("unknown branch type")
}

// IfNode is {{if}}.
type IfNode struct{ BranchNode }

func (i *IfNode) Copy() Node { return &IfNode{i.copyBranch()} }

// RangeNode is {{range}}.
type RangeNode struct{ BranchNode }

func (r *RangeNode) Copy() Node { return &RangeNode{r.copyBranch()} }

// WithNode is {{with}}.
type WithNode struct{ BranchNode }

func (w *WithNode) Copy() Node { return &WithNode{w.copyBranch()} }

// BreakNode is {{break}}.
type BreakNode struct {
	tr *Tree
	NodeType
	Pos
	Line int
}

func (b *BreakNode) tree() *Tree    { return b.tr }
func (b *BreakNode) String() string { return b.tr.delimited("break") }

func (b *BreakNode) Copy() Node {
	c := *b
	return &c
}

// ContinueNode is {{continue}}.
type ContinueNode struct {
	tr *Tree
	NodeType
	Pos
	Line int
}

func (c *ContinueNode) tree() *Tree    { return c.tr }
func (c *ContinueNode) String() string { return c.tr.delimited("continue") }

func (c *ContinueNode) Copy() Node {
	d := *c
	return &d
}

// TemplateNode is {{template}}.
type TemplateNode struct {
	NodeType
	Pos
	tr   *Tree
	Line int
	Name string    // without quotes
	Pipe *PipeNode // what becomes the dot; may be nil
}

func (t *TemplateNode) tree() *Tree { return t.tr }

func (t *TemplateNode) String() string {
	data := ""
	if t.Pipe != nil {
		data = " " + t.Pipe.String()
	}
	return t.tr.delimited("template " + strconv.Quote(t.Name) + data)
}

func (t *TemplateNode) Copy() Node {
	c := *t
	c.Pipe = t.Pipe.CopyPipe()
	return &c
}

// endMark is {{end}} or {{else}}, which the parser sees but no tree has.
type endMark struct {
	NodeType
	Pos
	tr *Tree
}

func (e *endMark) tree() *Tree { return e.tr }
func (e *endMark) Copy() Node  { return e }

func (e *endMark) String() string {
	if e.NodeType == nodeElse {
		return e.tr.delimited("else")
	}
	return e.tr.delimited("end")
}
