package main

func two() (int, string) { return 1, "" }
func none()              {}

func main() {
	var /* ERROR "declared and not used: a" */ a, /* ERROR "declared and not used: b" */ b int = /* ERROR "assignment mismatch: 2 variables but 1 value" */ 1
	/* ERROR "declared and not used: c" */ c, /* ERROR "declared and not used: d" */ d := /* ERROR "assignment mismatch: 2 variables but 3 values" */ 1, 2, 3
	var /* ERROR "declared and not used: e" */ e int = /* ERROR "multiple-value two() (value of type (int, string)) in single-value context" */ two()
	/* ERROR "declared and not used: f" */ f := /* ERROR "none() (no value) used as value" */ none()
	/* ERROR "declared and not used: g" */ g, /* ERROR "declared and not used: h" */ h := /* ERROR "multiple-value two() (value of type (int, string)) in single-value context" */ two(), 1
	a, b = /* ERROR "multiple-value two() (value of type (int, string)) in single-value context" */ two(), two()
	var /* ERROR "declared and not used: i" */ i, /* ERROR "declared and not used: j" */ j, /* ERROR "declared and not used: k" */ k = /* ERROR "assignment mismatch: 3 variables but two returns 2 values" */ two()
	a = /* ERROR "assignment mismatch: 1 variable but 2 values" */ 1, 2
}
