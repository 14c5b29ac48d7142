package main

import (
	"fmt"
	"html"
)

func main() {
	s := `<a href="x?y=1&z=2">it's</a>`
	e := html.EscapeString(s)
	fmt.Println(e, html.UnescapeString(e) == s)
	for _, t := range []string{"", "plain", "&amp;", "&amp", "&ampx", "&ampx;", "&lt;&gt;&quot;&apos;&#39;", "&notit;", "&notin;", "&copy2;", "&copy2", "&eacute;", "&Eacute", "&nosuch;", "&", "&;", "& b", "&&amp;", "&#65;", "&#x41;", "&#X41", "&#65x", "&#;", "&#x;", "&#xg", "&#0;", "&#128;", "&#x9f;", "&#129;", "&#xD800;", "&#1114112;", "&#99999999999;", "&#x1F600;", "&NotEqualTilde;", "&Tab;&NewLine;|", "&equals;", "&frac12;&frac12&frac123", "a&lt", "&ngE;", "&bne;", "&amp;lt;", "&CounterClockwiseContourIntegral;", "&fjlig;", "&zwnj;", "&lbbrk;", "&AMP", "&gt=", "&para=", "x&para;y", "&thetasym;", "&thinsp;|"} {
		fmt.Printf("%q -> %q\n", t, html.UnescapeString(t))
	}
}

// Output:
// &lt;a href=&#34;x?y=1&amp;z=2&#34;&gt;it&#39;s&lt;/a&gt; true
// "" -> ""
// "plain" -> "plain"
// "&amp;" -> "&"
// "&amp" -> "&"
// "&ampx" -> "&x"
// "&ampx;" -> "&x;"
// "&lt;&gt;&quot;&apos;&#39;" -> "<>\"''"
// "&notit;" -> "¬it;"
// "&notin;" -> "∉"
// "&copy2;" -> "©2;"
// "&copy2" -> "©2"
// "&eacute;" -> "é"
// "&Eacute" -> "É"
// "&nosuch;" -> "&nosuch;"
// "&" -> "&"
// "&;" -> "&;"
// "& b" -> "& b"
// "&&amp;" -> "&&"
// "&#65;" -> "A"
// "&#x41;" -> "A"
// "&#X41" -> "A"
// "&#65x" -> "Ax"
// "&#;" -> "&#;"
// "&#x;" -> "�"
// "&#xg" -> "&#xg"
// "&#0;" -> "�"
// "&#128;" -> "€"
// "&#x9f;" -> "Ÿ"
// "&#129;" -> "\u0081"
// "&#xD800;" -> "�"
// "&#1114112;" -> "�"
// "&#99999999999;" -> "�"
// "&#x1F600;" -> "😀"
// "&NotEqualTilde;" -> "≂̸"
// "&Tab;&NewLine;|" -> "\t\n|"
// "&equals;" -> "="
// "&frac12;&frac12&frac123" -> "½½½3"
// "a&lt" -> "a<"
// "&ngE;" -> "≧̸"
// "&bne;" -> "=⃥"
// "&amp;lt;" -> "&lt;"
// "&CounterClockwiseContourIntegral;" -> "∳"
// "&fjlig;" -> "fj"
// "&zwnj;" -> "\u200c"
// "&lbbrk;" -> "❲"
// "&AMP" -> "&"
// "&gt=" -> ">="
// "&para=" -> "¶="
// "x&para;y" -> "x¶y"
// "&thetasym;" -> "ϑ"
// "&thinsp;|" -> "\u2009|"
