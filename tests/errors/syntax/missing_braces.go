package main

func main() {
	if true/* ERROR "syntax error: unexpected newline, expected { after if clause" */
	{
	}
	for i := 0; i < 3; i++/* ERROR "syntax error: unexpected newline, expected { after for clause" */
	{
	}
}
