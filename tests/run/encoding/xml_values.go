package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"strings"
	"time"
)

type address struct {
	City, State string
}

type person struct {
	XMLName xml.Name `xml:"person"`
	ID      int      `xml:"id,attr"`
	First   string   `xml:"name>first"`
	Last    string   `xml:"name>last"`
	Age     int      `xml:"age,omitempty"`
	Height  *float32 `xml:"height"`
	Married bool
	address
	Comment string   `xml:",comment"`
	Emails  []string `xml:"contact>email"`
	Phones  []phone  `xml:"contact>phone"`
	Note    string   `xml:"-"`
	hidden  int
}

type phone struct {
	Kind   string `xml:"kind,attr,omitempty"`
	Number string `xml:",chardata"`
}

type shade int

func (s shade) MarshalText() ([]byte, error) { return []byte(fmt.Sprint("shade-", int(s))), nil }
func (s *shade) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "shade-%d", (*int)(s))
	return err
}

type size struct{ w, h int }

func (s size) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: "unit"}, Value: "px"})
	return e.EncodeElement(fmt.Sprintf("%dx%d", s.w, s.h), start)
}

func (s *size) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	var text string
	if err := d.DecodeElement(&text, &start); err != nil {
		return err
	}
	_, err := fmt.Sscanf(text, "%dx%d", &s.w, &s.h)
	return err
}

type flag bool

func (f flag) MarshalXMLAttr(name xml.Name) (xml.Attr, error) {
	if !f {
		return xml.Attr{}, nil
	}
	return xml.Attr{Name: name, Value: "yes"}, nil
}

func (f *flag) UnmarshalXMLAttr(a xml.Attr) error {
	*f = a.Value == "yes"
	return nil
}

type mixed struct {
	Shade  shade     `xml:"shade,attr"`
	Shades []shade   `xml:"list>shade"`
	Size   size      `xml:"size"`
	Sizes  []*size   `xml:"more>size"`
	On     flag      `xml:"on,attr"`
	Off    flag      `xml:"off,attr"`
	When   time.Time `xml:"when"`
	Raw    []byte    `xml:"raw"`
	Data   string    `xml:",cdata"`
	Any    any       `xml:"any"`
}

type section struct {
	Title string     `xml:"title,attr"`
	Attrs []xml.Attr `xml:",any,attr"`
	Inner string     `xml:",innerxml"`
	Subs  []section  `xml:"section"`
	Rest  []rest     `xml:",any"`
}

type rest struct {
	XMLName xml.Name
	Text    string `xml:",chardata"`
}

type spaced struct {
	XMLName xml.Name `xml:"http://example.com/a root"`
	Here    string   `xml:"http://example.com/a here"`
	There   string   `xml:"http://example.com/b there"`
	Lang    string   `xml:"http://example.com/b lang,attr"`
	XMLLang string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
}

func show(v any) []byte {
	b, err := xml.MarshalIndent(v, "", "  ")
	fmt.Println(string(b), err)
	b, err = xml.Marshal(v)
	fmt.Println(string(b), err)
	return b
}

func main() {
	h := float32(1.75)
	p := person{ID: 7, First: "Ada", Last: "Love<lace>", Height: &h, Married: true, address: address{"London", "UK"}, Comment: " a comment ", Emails: []string{"a@x", "b@y"}, Phones: []phone{{"home", "1 & 2"}, {"", "3"}}, Note: "no", hidden: 1}
	b := show(p)
	var q person
	fmt.Println(xml.Unmarshal(b, &q))
	fmt.Printf("%+v %v\n", q.Emails, *q.Height)
	q.Height = nil
	fmt.Printf("%+v\n", q)

	m := mixed{Shade: 3, Shades: []shade{1, 2}, Size: size{4, 5}, Sizes: []*size{{6, 7}, nil}, On: true, When: time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC), Raw: []byte("r<w"), Data: "c]]>d", Any: uint8(9)}
	b = show(m)
	var n mixed
	fmt.Println(xml.Unmarshal(b, &n))
	fmt.Println(n.Shade, n.Shades, n.Size, *n.Sizes[0], n.On, n.Off, n.When, string(n.Raw), n.Data, n.Any)

	var s section
	doc := `<?xml version="1.0"?><!-- head --><section title="T" x="1" n:y="2"><section title="A">text<b>bold</b></section><p>one</p><q:r>two</q:r><section title="B"/>  </section>`
	fmt.Println(xml.Unmarshal([]byte(doc), &s))
	fmt.Printf("%+v\n", s)

	sp := spaced{Here: "h", There: "t", Lang: "l", XMLLang: "en"}
	b = show(sp)
	var sq spaced
	fmt.Println(xml.Unmarshal(b, &sq), sq.Here, sq.There, sq.Lang, sq.XMLLang, sq.XMLName)
	fmt.Println(xml.Unmarshal([]byte(`<root xmlns="http://example.com/z"/>`), &sq))
	fmt.Println(xml.Unmarshal([]byte(`<root/>`), &sq))

	for _, v := range []any{5, "x<y", true, 1.5, []int{1, 2}, []byte("b"), [3]byte{1, 2, 3}, nil, (*int)(nil), []phone{{"a", "b"}}, struct{ X int }{1}, map[string]int{}, make(chan int), func() {}, 1i, struct{ C complex128 }{}} {
		b, err := xml.Marshal(v)
		fmt.Printf("%s %v\n", b, err)
	}
	type bad1 struct {
		A string `xml:"a,attr,chardata"`
	}
	type bad2 struct {
		A string `xml:"x"`
		B string `xml:"x>y"`
	}
	type bad3 struct {
		A string `xml:"x>"`
	}
	type bad4 struct {
		A string `xml:"x>y,attr"`
	}
	type bad5 struct {
		C string `xml:",comment"`
	}
	for _, v := range []any{bad1{}, bad2{}, bad3{}, bad4{}, bad5{"a--b"}, bad5{"a-"}} {
		b, err := xml.Marshal(v)
		fmt.Printf("%s %v\n", b, err)
	}
	var i int
	var u8 uint8
	var f float64
	var bo bool
	var sl []string
	for _, t := range []struct {
		text string
		into any
	}{{"<a> 12 </a>", &i}, {"<a>x</a>", &i}, {"<a></a>", &i}, {"<a>300</a>", &u8}, {"<a>1e3</a>", &f}, {"<a>maybe</a>", &bo}, {"<a>true</a>", &bo}, {"<a>one</a>", &sl}, {"<a>two<b>no</b>!</a>", &sl}, {"<b/>", &person{}}, {"<a>1</a>", 5}, {"<a>1</a>", (*int)(nil)}, {"", &i}, {"<a>", &i}, {"<a>1</b>", &i}, {"text", &i}, {"<a>1</a>", new(map[string]int)}, {"<a><b>1</b></a>", new(any)}} {
		fmt.Println(t.text, xml.Unmarshal([]byte(t.text), t.into))
	}
	fmt.Println(i, u8, f, bo, sl)
	e := xml.NewEncoder(os.Stdout)
	e.Indent(">", "\t")
	fmt.Println(e.Encode(p), e.EncodeElement("v", xml.StartElement{Name: xml.Name{Local: "k"}}), e.EncodeElement(1, xml.StartElement{}))
	fmt.Println(strings.TrimSpace(xml.Header))
}

// Output:
// <person id="7">
//   <name>
//     <first>Ada</first>
//     <last>Love&lt;lace&gt;</last>
//   </name>
//   <height>1.75</height>
//   <Married>true</Married>
//   <City>London</City>
//   <State>UK</State>
//   <!-- a comment -->
//   <contact>
//     <email>a@x</email>
//     <email>b@y</email>
//     <phone kind="home">1 &amp; 2</phone>
//     <phone>3</phone>
//   </contact>
// </person> <nil>
// <person id="7"><name><first>Ada</first><last>Love&lt;lace&gt;</last></name><height>1.75</height><Married>true</Married><City>London</City><State>UK</State><!-- a comment --><contact><email>a@x</email><email>b@y</email><phone kind="home">1 &amp; 2</phone><phone>3</phone></contact></person> <nil>
// <nil>
// [a@x b@y] 1.75
// {XMLName:{Space: Local:person} ID:7 First:Ada Last:Love<lace> Age:0 Height:<nil> Married:true address:{City:London State:UK} Comment: a comment  Emails:[a@x b@y] Phones:[{Kind:home Number:1 & 2} {Kind: Number:3}] Note: hidden:0}
// <mixed shade="shade-3" on="yes">
//   <list>
//     <shade>shade-1</shade>
//     <shade>shade-2</shade>
//   </list>
//   <size unit="px">4x5</size>
//   <more>
//     <size unit="px">6x7</size>
//   </more>
//   <when>2024-01-02T03:04:05Z</when>
//   <raw>r&lt;w</raw><![CDATA[c]]]]><![CDATA[>d]]>
//   <any>9</any>
// </mixed> <nil>
// <mixed shade="shade-3" on="yes"><list><shade>shade-1</shade><shade>shade-2</shade></list><size unit="px">4x5</size><more><size unit="px">6x7</size></more><when>2024-01-02T03:04:05Z</when><raw>r&lt;w</raw><![CDATA[c]]]]><![CDATA[>d]]><any>9</any></mixed> <nil>
// <nil>
// 3 [1 2] {4 5} {6 7} true false 2024-01-02 03:04:05 +0000 UTC r<w c]]>d <nil>
// <nil>
// {Title:T Attrs:[{Name:{Space: Local:x} Value:1} {Name:{Space:n Local:y} Value:2}] Inner:<section title="A">text<b>bold</b></section><p>one</p><q:r>two</q:r><section title="B"/>   Subs:[{Title:A Attrs:[] Inner:text<b>bold</b> Subs:[] Rest:[{XMLName:{Space: Local:b} Text:bold}]} {Title:B Attrs:[] Inner: Subs:[] Rest:[]}] Rest:[{XMLName:{Space: Local:p} Text:one} {XMLName:{Space:q Local:r} Text:two}]}
// <root xmlns="http://example.com/a" xmlns:b="http://example.com/b" b:lang="l" xml:lang="en">
//   <here xmlns="http://example.com/a">h</here>
//   <there xmlns="http://example.com/b">t</there>
// </root> <nil>
// <root xmlns="http://example.com/a" xmlns:b="http://example.com/b" b:lang="l" xml:lang="en"><here xmlns="http://example.com/a">h</here><there xmlns="http://example.com/b">t</there></root> <nil>
// <nil> h t l en {http://example.com/a root}
// expected element <root> in name space http://example.com/a but have http://example.com/z
// expected element <root> in name space http://example.com/a but have no name space
// <int>5</int> <nil>
// <string>x&lt;y</string> <nil>
// <bool>true</bool> <nil>
// <float64>1.5</float64> <nil>
// <int>1</int><int>2</int> <nil>
//  xml: unsupported type: []uint8
//  xml: unsupported type: [3]uint8
//  <nil>
//  <nil>
// <phone kind="a">b</phone> <nil>
//  xml: unsupported type: struct { X int }
//  xml: unsupported type: map[string]int
//  xml: unsupported type: chan int
//  xml: unsupported type: func()
//  xml: unsupported type: complex128
//  xml: unsupported type: struct { C complex128 }
//  xml: invalid tag in field A of type main.bad1: "a,attr,chardata"
//  main.bad2 field "A" with tag "x" conflicts with field "B" with tag "x>y"
//  xml: trailing '>' in field A of type main.bad3
//  xml: x>y chain not valid with attr flag
//  xml: comments must not contain "--"
// <bad5><!--a- --></bad5> <nil>
// <a> 12 </a> <nil>
// <a>x</a> strconv.ParseInt: parsing "x": invalid syntax
// <a></a> <nil>
// <a>300</a> strconv.ParseUint: parsing "300": value out of range
// <a>1e3</a> <nil>
// <a>maybe</a> strconv.ParseBool: parsing "maybe": invalid syntax
// <a>true</a> <nil>
// <a>one</a> <nil>
// <a>two<b>no</b>!</a> <nil>
// <b/> expected element type <person> but have <b>
// <a>1</a> non-pointer passed to Unmarshal
// <a>1</a> nil pointer passed to Unmarshal
//  EOF
// <a> XML syntax error on line 1: unexpected EOF
// <a>1</b> XML syntax error on line 1: element <a> closed by </b>
// text EOF
// <a>1</a> unknown type map[string]int
// <a><b>1</b></a> <nil>
// 0 0 1000 true [one two!]
// ><person id="7">
// >	<name>
// >		<first>Ada</first>
// >		<last>Love&lt;lace&gt;</last>
// >	</name>
// >	<height>1.75</height>
// >	<Married>true</Married>
// >	<City>London</City>
// >	<State>UK</State>
// >	<!-- a comment -->
// >	<contact>
// >		<email>a@x</email>
// >		<email>b@y</email>
// >		<phone kind="home">1 &amp; 2</phone>
// >		<phone>3</phone>
// >	</contact>
// ></person>
// ><k>v</k><nil> <nil> xml: EncodeElement of StartElement with missing name
// <?xml version="1.0" encoding="UTF-8"?>
