package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"text/template"
)

type item struct {
	Name  string
	Price float64
	Tags  []string
}

func (i item) Cheap(limit float64) bool      { return i.Price < limit }
func (i *item) Rename(to string) string      { i.Name = to; return to }
func (i item) Fail(yes bool) (string, error) { return "fine", map[bool]error{true: errors.New("failed on purpose")}[yes] }

type order struct {
	Customer map[string]string
	Items    []*item
	Note     *string
	Count    func(int) int
	hidden   int
}

const page = `{{define "tags"}}{{range $i, $t := .}}{{if $i}}, {{end}}{{$t}}{{else}}none{{end}}{{end -}}
To: {{.Customer.name | printf "%-8s|"}} {{with .Customer.city}}from {{.}}{{else}}from nowhere{{end}}
{{- /* a comment */ -}}
{{range $n, $item := .Items}}
{{add $n 1}}. {{.Name | upper}} {{printf "%.2f" .Price}}{{if .Cheap 2}} (cheap){{else if lt .Price 5.5}} (fair){{else}} (dear){{end}} [{{template "tags" .Tags}}]
{{- if eq .Name "tea" "coffee"}} hot{{end}}
{{- end}}
{{with $x := len .Items}}{{$x}} items{{end}}, {{call .Count 20}}; {{index .Items 1 | js}}
{{- range 3}} {{.}}{{end}}
{{- $sum := 0}}{{range .Items}}{{if gt .Price 6.0}}{{continue}}{{end}}{{$sum = add $sum 1}}{{if ge $sum 2}}{{break}}{{end}}{{end}}
sum {{$sum}} {{and 1 0 | not}} {{or "" "or"}} {{slice "golite" 2 4}} {{html "<a & 'b'>"}} {{urlquery "a b&c"}} {{print 1 2 "x" nil}}
{{block "footer" .Note}}note: {{.}}{{end}}
{{'a'}} {{0x1F}} {{1e2}} {{1i}} {{` + "`raw \"string\"`" + `}} {{true}} {{println "end"}}`

func main() {
	o := order{
		Customer: map[string]string{"name": "Ava"},
		Items: []*item{
			{"tea", 1.5, []string{"green", "hot"}}, {"sugar & \"salt\"", 5, nil}, {"cake", 7.25, []string{"sweet"}},
		},
		Count: func(n int) int { return n + 22 },
	}
	functions := template.FuncMap{
		"add":   func(a, b int) int { return a + b },
		"upper": strings.ToUpper,
		"boom":  func() string { panic("boom") },
	}
	t := template.Must(template.New("page").Funcs(functions).Parse(page))
	if err := t.Execute(os.Stdout, o); err != nil {
		fmt.Println("error:", err)
	}
	c := template.Must(template.Must(t.Clone()).Parse(`{{define "footer"}}<<{{.}}>>{{end}}`))
	fmt.Println(c.ExecuteTemplate(os.Stdout, "footer", 1), t.Lookup("none"), c.Lookup("tags").Name())
	names := map[string]bool{}
	for _, t := range c.Templates() {
		names[t.Name()] = true
	}
	fmt.Println(slices.Sorted(maps.Keys(names)))

	for _, text := range []string{
		"{{.Nope}}", "{{.Items.Name}}", "{{.hidden}}", "{{index .Items 7}}", "{{.Note.X}}", "{{(index .Items 0).Fail true}}",
		"{{boom}}", "{{add 1}}", "{{add 1 \"2\"}}", "{{template \"gone\"}}", "{{lt 1 \"a\"}}", "{{nil}}", "{{3 | 4}}", "{{range 1.5}}{{end}}",
		"{{if}}", "{{.X", "{{end}}", "a\n{{range .Items}}", "{{$y}}", "{{nofunc 1}}", "{{\"open}}", "{{1a}}", "{{break}}", "{{(1}}", "{{.a.b+}}",
		"{{len 3}}", "{{.Count}}", "{{eq .Items .Items}}", "{{call .Note}}", "{{(index .Items 0).Rename \"x\"}} ok", "{{with $i, $j := 1}}{{end}}",
	} {
		t, err := template.New("t").Funcs(functions).Parse(text)
		if err == nil {
			err = t.Execute(os.Stdout, &o)
		}
		var x template.ExecError
		fmt.Printf("%q: %v (%t)\n", text, err, errors.As(err, &x))
	}
	for _, option := range []string{"missingkey=default", "missingkey=zero", "missingkey=error"} {
		t := template.Must(template.New("m").Option(option).Delims("<<", ">>").Parse("<<.a>> <<.b>>\n"))
		fmt.Println(t.Execute(os.Stdout, map[string]int{"a": 1}))
	}
}

// Output:
// To: Ava     | from nowhere
// 1. TEA 1.50 (cheap) [green, hot] hot
// 2. SUGAR & "SALT" 5.00 (fair) [none]
// 3. CAKE 7.25 (dear) [sweet]
// 3 items, 42; {sugar \u0026 \"salt\" 5 []} 0 1 2
// sum 2 true or li &lt;a &amp; &#39;b&#39;&gt; a+b%26c 1 2x<nil>
// note: <nil>
// 97 31 100 (0+1i) raw "string" true end
// <<1>><nil> <nil> tags
// [footer page tags]
// "{{.Nope}}": template: t:1:2: executing "t" at <.Nope>: can't evaluate field Nope in type *main.order (true)
// "{{.Items.Name}}": template: t:1:8: executing "t" at <.Items.Name>: can't evaluate field Name in type []*main.item (true)
// "{{.hidden}}": template: t:1:2: executing "t" at <.hidden>: hidden is an unexported field of struct type *main.order (true)
// "{{index .Items 7}}": template: t:1:2: executing "t" at <index .Items 7>: error calling index: index out of range: 7 (true)
// "{{.Note.X}}": template: t:1:7: executing "t" at <.Note.X>: nil pointer evaluating *string.X (true)
// "{{(index .Items 0).Fail true}}": template: t:1:18: executing "t" at <(index .Items 0).Fail>: error calling Fail: failed on purpose (true)
// "{{boom}}": template: t:1:2: executing "t" at <boom>: error calling boom: boom (true)
// "{{add 1}}": template: t:1:2: executing "t" at <add>: wrong number of args for add: want 2 got 1 (true)
// "{{add 1 \"2\"}}": template: t:1:8: executing "t" at <"2">: expected integer; found "2" (true)
// "{{template \"gone\"}}": template: t:1:11: executing "t" at <{{template "gone"}}>: template "gone" not defined (true)
// "{{lt 1 \"a\"}}": template: t:1:2: executing "t" at <lt 1 "a">: error calling lt: incompatible types for comparison: int and string (true)
// "{{nil}}": template: t:1:2: executing "t" at <nil>: nil is not a command (true)
// "{{3 | 4}}": template: t:1: non executable command in pipeline stage 2 (false)
// "{{range 1.5}}{{end}}": template: t:1:8: executing "t" at <1.5>: range can't iterate over 1.5 (true)
// "{{if}}": template: t:1: missing value for if (false)
// "{{.X": template: t:1: unclosed action (false)
// "{{end}}": template: t:1: unexpected {{end}} (false)
// "a\n{{range .Items}}": template: t:2: unexpected EOF (false)
// "{{$y}}": template: t:1: undefined variable "$y" (false)
// "{{nofunc 1}}": template: t:1: function "nofunc" not defined (false)
// "{{\"open}}": template: t:1: unterminated quoted string (false)
// "{{1a}}": template: t:1: bad number syntax: "1a" (false)
// "{{break}}": template: t:1: {{break}} outside {{range}} (false)
// "{{(1}}": template: t:1: unclosed left paren (false)
// "{{.a.b+}}": template: t:1: bad character U+002B '+' (false)
// "{{len 3}}": template: t:1:2: executing "t" at <len 3>: error calling len: len of type int (true)
// "{{.Count}}": template: t:1:2: executing "t" at <{{.Count}}>: can't print {{.Count}} of type func(int) int (true)
// "{{eq .Items .Items}}": template: t:1:2: executing "t" at <eq .Items .Items>: error calling eq: non-comparable type [%!s(*main.item=&{tea 1.5 [green hot]}) %!s(*main.item=&{sugar & "salt" 5 []}) %!s(*main.item=&{cake 7.25 [sweet]})]: []*main.item (true)
// "{{call .Note}}": template: t:1:2: executing "t" at <call .Note>: error calling call: non-function .Note of type *string (true)
// x ok"{{(index .Items 0).Rename \"x\"}} ok": <nil> (false)
// "{{with $i, $j := 1}}{{end}}": template: t:1: too many declarations in with (false)
// 1 <no value>
// <nil>
// 1 0
// <nil>
// 1 template: m:1:9: executing "m" at <.b>: map has no entry for key "b"
