package parse

// pipeline parses variables and commands up to the token end.
func (t *Tree) pipeline(context string, end kind) *PipeNode {
	first := t.peekSolid()
	pipe := &PipeNode{NodeType: NodePipe, Pos: first.pos, tr: t, Line: first.line}
	t.declarations(pipe, context)
	for {
		switch tok := t.nextSolid(); tok.kind {
		case end:
			t.checkPipeline(pipe, context)
			return pipe
		case tokBool, tokCharConst, tokComplex, tokDot, tokField, tokName, tokNumber, tokNil, tokRawString, tokString,
			tokVariable, tokOpen:
			t.back()
			pipe.Cmds = append(pipe.Cmds, t.command())
		default:
			t.unexpected(tok, context)
		}
	}
}

// declarations parses $x := , $x = and $i, $x := .
func (t *Tree) declarations(pipe *PipeNode, context string) {
	for {
		before := t.at
		v := t.peekSolid()
		if v.kind != tokVariable {
			return
		}
		t.nextSolid()
		declare := func() {
			pipe.Decl = append(pipe.Decl, &VariableNode{NodeType: NodeVariable, Pos: v.pos, tr: t, Ident: []string{v.text}})
			t.variables = append(t.variables, v.text)
		}
		switch sign := t.peekSolid(); {
		case sign.kind == tokAssign || sign.kind == tokDeclare:
			pipe.IsAssign = sign.kind == tokAssign
			t.nextSolid()
			declare()
			return
		case sign.kind == tokChar && sign.text == ",":
			t.nextSolid()
			declare()
			if context != "range" || len(pipe.Decl) >= 2 {
				t.errorf("too many declarations in %s", context)
			}
			switch t.peekSolid().kind {
			case tokVariable, tokRight, tokClose:
				continue // a second one, or an error that is found later
			}
			t.errorf("range can only initialize variables")
		default:
			t.at = before
			return
		}
	}
}

func (t *Tree) checkPipeline(pipe *PipeNode, context string) {
	if len(pipe.Cmds) == 0 {
		t.errorf("missing value for %s", context)
	}
	for i, c := range pipe.Cmds[1:] {
		switch c.Args[0].Type() {
		case NodeBool, NodeDot, NodeNil, NodeNumber, NodeString:
			t.errorf("non executable command in pipeline stage %d", i+2)
		}
	}
}

// command parses operands with spaces between them, up to and with a | or up to the pipeline's end.
func (t *Tree) command() *CommandNode {
	c := &CommandNode{NodeType: NodeCommand, Pos: t.peekSolid().pos, tr: t}
	for {
		t.peekSolid()
		if operand := t.operand(); operand != nil {
			c.Args = append(c.Args, operand)
		}
		switch tok := t.next(); tok.kind {
		case tokSpace:
			continue
		case tokRight, tokClose:
			t.back()
		case tokPipe:
		default:
			t.unexpected(tok, "operand")
		}
		break
	}
	if len(c.Args) == 0 {
		t.errorf("empty command")
	}
	return c
}

// operand parses a term and the fields after it; nil if there is none.
func (t *Tree) operand() Node {
	n := t.term()
	if n == nil || t.peek().kind != tokField {
		return n
	}
	chain := &ChainNode{NodeType: NodeChain, Pos: t.peek().pos, tr: t, Node: n}
	for t.peek().kind == tokField {
		chain.Add(t.next().text)
	}
	switch n := n.(type) {
	case *FieldNode:
		n.Ident, n.Pos = append(n.Ident, chain.Field...), chain.Pos
		return n
	case *VariableNode:
		n.Ident, n.Pos = append(n.Ident, chain.Field...), chain.Pos
		return n
	case *BoolNode, *StringNode, *NumberNode, *NilNode, *DotNode:
		t.errorf("unexpected . after term %q", n.String())
	}
	return chain
}

// term parses a constant, a name, a field, a variable or a pipeline in parentheses; nil if there is none.
func (t *Tree) term() Node {
	switch tok := t.nextSolid(); tok.kind {
	case tokName:
		if t.Mode&SkipFuncCheck == 0 && !t.hasFunction(tok.text) {
			t.errorf("function %q not defined", tok.text)
		}
		return NewIdentifier(tok.text).SetTree(t).SetPos(tok.pos)
	case tokDot:
		return &DotNode{NodeType: NodeDot, Pos: tok.pos, tr: t}
	case tokNil:
		return &NilNode{NodeType: NodeNil, Pos: tok.pos, tr: t}
	case tokVariable:
		for _, name := range t.variables {
			if name == tok.text {
				return &VariableNode{NodeType: NodeVariable, Pos: tok.pos, tr: t, Ident: []string{tok.text}}
			}
		}
		t.errorf("undefined variable %q", tok.text)
	case tokField:
		return &FieldNode{NodeType: NodeField, Pos: tok.pos, tr: t, Ident: []string{tok.text[1:]}}
	case tokBool:
		return &BoolNode{NodeType: NodeBool, Pos: tok.pos, tr: t, True: tok.text == "true"}
	case tokCharConst, tokComplex, tokNumber:
		n, err := t.number(tok)
		if err != nil {
			t.errorf("%s", err)
		}
		return n
	case tokOpen:
		if t.depth >= maxDepth {
			t.errorf("max expression depth exceeded")
		}
		t.depth++
		defer func() { t.depth-- }()
		return t.pipeline("parenthesized pipeline", tokClose)
	case tokString, tokRawString:
		return &StringNode{NodeType: NodeString, Pos: tok.pos, tr: t, Quoted: tok.text, Text: t.unquote(tok)}
	}
	t.back()
	return nil
}
