package main

import (
	"errors"
	"fmt"
	"net/url"
)

func show(text string) {
	u, err := url.Parse(text)
	if err != nil {
		var e *url.Error
		fmt.Printf("%-34q error %v; op %s\n", text, err, map[bool]string{true: "known", false: "?"}[errors.As(err, &e)])
		return
	}
	fmt.Printf("%-34q scheme=%q opaque=%q user=%v host=%q port=%q path=%q query=%q frag=%q -> %s\n",
		text, u.Scheme, u.Opaque, u.User, u.Hostname(), u.Port(), u.Path, u.RawQuery, u.Fragment, u)
}

func main() {
	for _, text := range []string{
		"https://gopher:s%20e@example.com:8080/a%2Fb/c?q=1&r=x+y#top%20",
		"mailto:someone@example.com", "/rel/path?", "//host/p", "a:b", "x/y:z", "1:2", "", "*",
		"http://[fe80::1%25en0]:80/", "http://[::1", "http://a b.com/", "http://h:port/", "%zz", "HTTP://EXAMPLE.com",
		"file:///etc/hosts", "http://h/%2f/\u00e9", "http://a%41.com/", "https://h?x=%zz#y",
	} {
		show(text)
	}

	base, _ := url.Parse("http://a/b/c/d;p?q")
	for _, ref := range []string{"g", "./g/", "/g", "//g", "?y", "#s", "../g", "../../../g", "g;x=1/../y", "", "http:g", "..g"} {
		u, err := base.Parse(ref)
		fmt.Println(ref, "=>", u, err)
	}

	v := url.Values{}
	v.Set("name", "Ava & Eve")
	v.Add("friend", "Jess")
	v.Add("friend", "Zo\u00eb/+")
	fmt.Println(v.Encode(), v.Has("name"), v.Get("none") == "", v["friend"])
	back, err := url.ParseQuery(v.Encode() + "&bad=%g&semi;colon&alone")
	fmt.Println(len(back), back, err)

	fmt.Println(url.PathEscape("a/b c+?&"), url.QueryEscape("a/b c+?&~"))
	fmt.Println(url.PathUnescape("a+b%20c"))
	fmt.Println(url.QueryUnescape("a+b%2"))
	fmt.Println(base.JoinPath("../x", "y//z/"), base.JoinPath())
	fmt.Println(url.JoinPath("http://h/%61", "..", "b c"))
	secret, _ := url.Parse("https://u:pw@h/")
	fmt.Println(secret.Redacted(), secret.User.Username(), secret.RequestURI(), secret.IsAbs())
}

// Output:
// "https://gopher:s%20e@example.com:8080/a%2Fb/c?q=1&r=x+y#top%20" scheme="https" opaque="" user=gopher:s%20e host="example.com" port="8080" path="/a/b/c" query="q=1&r=x+y" frag="top " -> https://gopher:s%20e@example.com:8080/a%2Fb/c?q=1&r=x+y#top%20
// "mailto:someone@example.com"       scheme="mailto" opaque="someone@example.com" user= host="" port="" path="" query="" frag="" -> mailto:someone@example.com
// "/rel/path?"                       scheme="" opaque="" user= host="" port="" path="/rel/path" query="" frag="" -> /rel/path?
// "//host/p"                         scheme="" opaque="" user= host="host" port="" path="/p" query="" frag="" -> //host/p
// "a:b"                              scheme="a" opaque="b" user= host="" port="" path="" query="" frag="" -> a:b
// "x/y:z"                            scheme="" opaque="" user= host="" port="" path="x/y:z" query="" frag="" -> x/y:z
// "1:2"                              error parse "1:2": first path segment in URL cannot contain colon; op known
// ""                                 scheme="" opaque="" user= host="" port="" path="" query="" frag="" ->
// "*"                                scheme="" opaque="" user= host="" port="" path="*" query="" frag="" -> *
// "http://[fe80::1%25en0]:80/"       scheme="http" opaque="" user= host="fe80::1%en0" port="80" path="/" query="" frag="" -> http://[fe80::1%25en0]:80/
// "http://[::1"                      error parse "http://[::1": missing ']' in host; op known
// "http://a b.com/"                  error parse "http://a b.com/": invalid character " " in host name; op known
// "http://h:port/"                   error parse "http://h:port/": invalid port ":port" after host; op known
// "%zz"                              error parse "%zz": invalid URL escape "%zz"; op known
// "HTTP://EXAMPLE.com"               scheme="http" opaque="" user= host="EXAMPLE.com" port="" path="" query="" frag="" -> http://EXAMPLE.com
// "file:///etc/hosts"                scheme="file" opaque="" user= host="" port="" path="/etc/hosts" query="" frag="" -> file:///etc/hosts
// "http://h/%2f/é"                   scheme="http" opaque="" user= host="h" port="" path="///é" query="" frag="" -> http://h///%C3%A9
// "http://a%41.com/"                 error parse "http://a%41.com/": invalid URL escape "%41"; op known
// "https://h?x=%zz#y"                scheme="https" opaque="" user= host="h" port="" path="" query="x=%zz" frag="y" -> https://h?x=%zz#y
// g => http://a/b/c/g <nil>
// ./g/ => http://a/b/c/g/ <nil>
// /g => http://a/g <nil>
// //g => http://g <nil>
// ?y => http://a/b/c/d;p?y <nil>
// #s => http://a/b/c/d;p?q#s <nil>
// ../g => http://a/b/g <nil>
// ../../../g => http://a/g <nil>
// g;x=1/../y => http://a/b/c/y <nil>
//  => http://a/b/c/d;p?q <nil>
// http:g => http:g <nil>
// ..g => http://a/b/c/..g <nil>
// friend=Jess&friend=Zo%C3%AB%2F%2B&name=Ava+%26+Eve true true [Jess Zoë/+]
// 3 map[alone:[] friend:[Jess Zoë/+] name:[Ava & Eve]] invalid semicolon separator in query
// a%2Fb%20c+%3F& a%2Fb+c%2B%3F%26~
// a+b c <nil>
//  invalid URL escape "%2"
// http://a/b/c/x/y/z/?q http://a/b/c/d;p?q
// http://h/b%20c <nil>
// https://u:xxxxx@h/ u / true
