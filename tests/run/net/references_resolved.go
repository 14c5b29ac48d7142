// References resolved against a base that empty path segments come into.
package main

import (
	"fmt"
	"net/url"
)

func main() {
	base, _ := url.Parse("http://host.test/a/b/c?q")
	for _, ref := range []string{"../../..//x?y", "//other.test/p", "/..//z", "..//", "./d/", "", "?n", "#f", "../../../../up", "/a//b"} {
		r, err := base.Parse(ref)
		fmt.Println(ref, r, err)
	}
}

// Output:
// ../../..//x?y http://host.test/x?y <nil>
// //other.test/p http://other.test/p <nil>
// /..//z http://host.test/z <nil>
// ..// http://host.test/a// <nil>
// ./d/ http://host.test/a/b/d/ <nil>
//  http://host.test/a/b/c?q <nil>
// ?n http://host.test/a/b/c?n <nil>
// #f http://host.test/a/b/c?q#f <nil>
// ../../../../up http://host.test/up <nil>
// /a//b http://host.test/a//b <nil>
