package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strings"
)

func tokens(text string, raw bool, set func(*xml.Decoder)) {
	d := xml.NewDecoder(strings.NewReader(text))
	if set != nil {
		set(d)
	}
	next := d.Token
	if raw {
		next = d.RawToken
	}
	for {
		t, err := next()
		if err != nil {
			fmt.Println("end:", err, d.InputOffset())
			return
		}
		line, column := d.InputPos()
		switch t := t.(type) {
		case xml.CharData:
			fmt.Printf("text %q", t)
		case xml.Comment:
			fmt.Printf("comment %q", t)
		case xml.Directive:
			fmt.Printf("directive %q", t)
		case xml.ProcInst:
			fmt.Printf("inst %q %q", t.Target, t.Inst)
		default:
			fmt.Printf("%T %v", t, t)
		}
		fmt.Println(" at", line, column, d.InputOffset())
	}
}

func main() {
	doc := "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE x [ <!ENTITY a \"b>\"> <!-- in --> ]>\n<x:a xmlns:x='http://x' xmlns=\"http://d\" x:k='v' k=\"&lt;&#65;&#x42;&quot;\">\r\nt &amp; u<b/><![CDATA[<raw> ]] &amp;]]><!-- c - d --></x:a>\n<?go on?>"
	tokens(doc, false, nil)
	tokens(doc, true, nil)
	for _, bad := range []string{
		"<a><b></a></b>", "</a>", "<a", "<a b>", "<a b=c>", "<a b='<'/>", "<a b='x", "<1/>", "<a/ >", "< a>", "</ a>", "<a></a b>", "<a>&nope;</a>", "<a>&amp</a>", "<a>& b</a>", "<a>&#x110000;</a>", "<a>]]></a>",
		"<a><![CDATA[x</a>", "<a><![CDAT[x]]></a>", "<!- x>", "<!-- a -- b -->", "<a>\x01</a>", "<a>\xff</a>", "<?xml version='1.1'?>", "<?xml version='1.0' encoding='latin1'?>", "<?", "<a:b:c/>", "<x:a xmlns:x='u'></y:a>", "<a>\n\n<b>", "<!DOCTYPE", "<é ü='1'/>", "<:a/>", "<a:/>",
	} {
		fmt.Printf("%q\n", bad)
		tokens(bad, false, nil)
	}
	loose := func(d *xml.Decoder) {
		d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	}
	tokens("<P align=center checked>a<BR>b&nbsp;&eacute;&unknown; & c<i>d</P>", false, loose)
	tokens("<a xml:lang='en' y:z='1'/>", false, func(d *xml.Decoder) { d.DefaultSpace = "http://default" })

	d := xml.NewDecoder(strings.NewReader("<list><item n='1'>a</item><skip><item/></skip><item n='2'>b</item></list>"))
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if s, ok := t.(xml.StartElement); ok {
			switch s.Name.Local {
			case "skip":
				fmt.Println("skipped", d.Skip())
			case "item":
				var item struct {
					N    int    `xml:"n,attr"`
					Text string `xml:",chardata"`
				}
				fmt.Println(d.DecodeElement(&item, &s), item)
			}
		}
	}

	e := xml.NewEncoder(os.Stdout)
	start := xml.StartElement{Name: xml.Name{Space: "http://s/", Local: "root"}, Attr: []xml.Attr{{Name: xml.Name{Local: "a"}, Value: "1\n\t<"}, {Name: xml.Name{Space: "http://s/ns", Local: "b"}, Value: "2"}, {Name: xml.Name{Space: "http://t/ns", Local: "c"}, Value: "3"}, {Name: xml.Name{Space: "http://xml.org/xmlish", Local: "d"}, Value: "4"}}}
	for _, t := range []xml.Token{xml.ProcInst{Target: "xml", Inst: []byte(`version="1.0"`)}, xml.CharData("\n"), start, xml.CharData("x < y\n\"q\" \x01"), xml.Comment(" note "), xml.Directive("ELEMENT x (y)"), xml.ProcInst{Target: "p"}, start.End()} {
		if err := e.EncodeToken(t); err != nil {
			fmt.Println(err)
		}
	}
	e.Flush()
	fmt.Println()
	for _, t := range []xml.Token{xml.Comment("-->"), xml.Directive("a > b"), xml.ProcInst{Target: "xml"}, xml.ProcInst{Target: "a b"}, xml.ProcInst{Target: "a", Inst: []byte("?>")}, xml.EndElement{Name: xml.Name{Local: "x"}}, xml.StartElement{}, 5, xml.StartElement{Name: xml.Name{Local: "open"}}, xml.EndElement{Name: xml.Name{Local: "other"}}, xml.EndElement{}} {
		fmt.Println(e.EncodeToken(t))
	}
	fmt.Println(e.Close())
	fmt.Println(e.EncodeToken(xml.CharData("x")))
	xml.EscapeText(os.Stdout, []byte("a<b>&'\"\r\n\t\x00é\xff\n"))
	fmt.Println()
	c := xml.CharData("abc")
	copied := xml.CopyToken(c).(xml.CharData)
	c[0] = 'x'
	fmt.Println(string(copied), len(xml.HTMLEntity), len(xml.HTMLAutoClose))
}

// Output:
// inst "xml" "version=\"1.0\" encoding=\"utf-8\"" at 1 39 38
// text "\n" at 2 1 39
// directive "DOCTYPE x [ <!ENTITY a \"b>\">   ]" at 2 46 84
// text "\n" at 3 1 85
// xml.StartElement {{http://x a} [{{xmlns x} http://x} {{ xmlns} http://d} {{http://x k} v} {{ k} <AB"}]} at 3 76 160
// text "\nt & u" at 4 10 171
// xml.StartElement {{http://d b} []} at 4 14 175
// xml.EndElement {{http://d b}} at 4 14 175
// text "<raw> ]] &amp;" at 4 40 201
// comment " c - d " at 4 54 215
// xml.EndElement {{http://x a}} at 4 60 221
// text "\n" at 5 1 222
// inst "go" "on" at 5 10 231
// end: EOF 231
// inst "xml" "version=\"1.0\" encoding=\"utf-8\"" at 1 39 38
// text "\n" at 2 1 39
// directive "DOCTYPE x [ <!ENTITY a \"b>\">   ]" at 2 46 84
// text "\n" at 3 1 85
// xml.StartElement {{x a} [{{xmlns x} http://x} {{ xmlns} http://d} {{x k} v} {{ k} <AB"}]} at 3 76 160
// text "\nt & u" at 4 10 171
// xml.StartElement {{ b} []} at 4 14 175
// xml.EndElement {{ b}} at 4 14 175
// text "<raw> ]] &amp;" at 4 40 201
// comment " c - d " at 4 54 215
// xml.EndElement {{x a}} at 4 60 221
// text "\n" at 5 1 222
// inst "go" "on" at 5 10 231
// end: EOF 231
// "<a><b></a></b>"
// xml.StartElement {{ a} []} at 1 4 3
// xml.StartElement {{ b} []} at 1 7 6
// end: XML syntax error on line 1: element <b> closed by </a> 10
// "</a>"
// end: XML syntax error on line 1: unexpected end element </a> 4
// "<a"
// end: XML syntax error on line 1: unexpected EOF 2
// "<a b>"
// end: XML syntax error on line 1: attribute name without = in element 5
// "<a b=c>"
// end: XML syntax error on line 1: unquoted or missing attribute value in element 6
// "<a b='<'/>"
// end: XML syntax error on line 1: unescaped < inside quoted string 7
// "<a b='x"
// end: XML syntax error on line 1: unexpected EOF 7
// "<1/>"
// end: XML syntax error on line 1: invalid XML name: 1 2
// "<a/ >"
// end: XML syntax error on line 1: expected /> in element 4
// "< a>"
// end: XML syntax error on line 1: expected element name after < 1
// "</ a>"
// end: XML syntax error on line 1: expected element name after </ 2
// "<a></a b>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: invalid characters between </a and > 8
// "<a>&nope;</a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: invalid character entity &nope; 9
// "<a>&amp</a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: invalid character entity &amp (no semicolon) 7
// "<a>& b</a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: invalid character entity & (no semicolon) 4
// "<a>&#x110000;</a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: invalid character entity &#x110000; 13
// "<a>]]></a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: unescaped ]]> not in CDATA section 6
// "<a><![CDATA[x</a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: unexpected EOF in CDATA section 17
// "<a><![CDAT[x]]></a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: invalid <![ sequence 11
// "<!- x>"
// end: XML syntax error on line 1: invalid sequence <!- not part of <!-- 4
// "<!-- a -- b -->"
// end: XML syntax error on line 1: invalid sequence "--" not allowed in comments 10
// "<a>\x01</a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: illegal character code U+0001 4
// "<a>\xff</a>"
// xml.StartElement {{ a} []} at 1 4 3
// end: XML syntax error on line 1: invalid UTF-8 4
// "<?xml version='1.1'?>"
// end: xml: unsupported version "1.1"; only version 1.0 is supported 21
// "<?xml version='1.0' encoding='latin1'?>"
// end: xml: encoding "latin1" declared but Decoder.CharsetReader is nil 39
// "<?"
// end: XML syntax error on line 1: unexpected EOF 2
// "<a:b:c/>"
// end: XML syntax error on line 1: expected element name after < 6
// "<x:a xmlns:x='u'></y:a>"
// xml.StartElement {{u a} [{{xmlns x} u}]} at 1 18 17
// end: XML syntax error on line 1: element <a> in space x closed by </a> in space y 23
// "<a>\n\n<b>"
// xml.StartElement {{ a} []} at 1 4 3
// text "\n\n" at 3 1 5
// xml.StartElement {{ b} []} at 3 4 8
// end: XML syntax error on line 3: unexpected EOF 8
// "<!DOCTYPE"
// end: XML syntax error on line 1: unexpected EOF 9
// "<é ü='1'/>"
// xml.StartElement {{ é} [{{ ü} 1}]} at 1 13 12
// xml.EndElement {{ é}} at 1 13 12
// end: EOF 12
// "<:a/>"
// xml.StartElement {{ :a} []} at 1 6 5
// xml.EndElement {{ :a}} at 1 6 5
// end: EOF 5
// "<a:/>"
// xml.StartElement {{ a:} []} at 1 6 5
// xml.EndElement {{ a:}} at 1 6 5
// end: EOF 5
// xml.StartElement {{ P} [{{ align} center} {{ checked} checked}]} at 1 25 24
// text "a" at 1 26 25
// xml.StartElement {{ BR} []} at 1 30 29
// xml.EndElement {{ BR}} at 1 58 57
// text "b\u00a0é&unknown; & c" at 1 58 57
// xml.StartElement {{ i} []} at 1 61 60
// text "d" at 1 62 61
// xml.EndElement {{ i}} at 1 66 65
// xml.EndElement {{ P}} at 1 66 65
// end: EOF 65
// xml.StartElement {{http://default a} [{{http://www.w3.org/XML/1998/namespace lang} en} {{y z} 1}]} at 1 27 26
// xml.EndElement {{http://default a}} at 1 27 26
// end: EOF 26
// <nil> {1 a}
// skipped <nil>
// <nil> {2 b}
// <?xml version="1.0"?>
// <root xmlns="http://s/" a="1&#xA;&#x9;&lt;" xmlns:ns="http://s/ns" ns:b="2" xmlns:ns_1="http://t/ns" ns_1:c="3" xmlns:_xmlish="http://xml.org/xmlish" _xmlish:d="4">x &lt; y
// &#34;q&#34; �<!-- note --><!ELEMENT x (y)><?p?></root>
// xml: EncodeToken of Comment containing --> marker
// xml: EncodeToken of Directive containing wrong < or > markers
// <nil>
// xml: EncodeToken of ProcInst with invalid Target
// xml: EncodeToken of ProcInst containing ?> marker
// xml: end tag </x> without start tag
// xml: start tag with no name
// xml: EncodeToken of invalid token type
// <nil>
// xml: end tag </other> does not match start tag <open>
// xml: end tag with no name
// <?xml?><open>unclosed tag <open>
// use of closed Encoder
// a&lt;b&gt;&amp;&#39;&#34;&#xD;&#xA;&#x9;�é�&#xA;
// abc 252 13
