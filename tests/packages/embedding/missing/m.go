package missing

import _ "embed"

//go:embed nofile.txt
var s string
