package main

func main() {
/* ERROR "label unused defined and not used" */ unused:
	for {
		break /* ERROR "break label not defined: missing" */ missing
	}
	goto /* ERROR "label nowhere not defined" */ nowhere
dup:
	for {
		continue dup
	}
/* ERROR "label dup already defined at ./labels.go:9:1" */ dup:
	for {
		break /* ERROR "invalid break label dup" */ dup
	}
block:
	{
		break /* ERROR "invalid break label block" */ block
	}
sw:
	switch {
	default:
		continue /* ERROR "invalid continue label sw" */ sw
	}
}
