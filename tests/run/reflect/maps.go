// Maps through reflection: reading, writing, iterating, keys of several kinds.
package main

import (
	"fmt"
	"math"
	"reflect"
	"sort"
)

type Key struct {
	A string
	N int
}

func sorted(keys []reflect.Value) []string {
	var out []string
	for _, k := range keys {
		out = append(out, fmt.Sprint(k))
	}
	sort.Strings(out)
	return out
}

func main() {
	m := map[string]int{"one": 1, "two": 2, "three": 3}
	v := reflect.ValueOf(m)
	fmt.Println(v.Len(), v.MapIndex(reflect.ValueOf("two")), v.MapIndex(reflect.ValueOf("four")).IsValid(), sorted(v.MapKeys()))
	v.SetMapIndex(reflect.ValueOf("four"), reflect.ValueOf(4))
	v.SetMapIndex(reflect.ValueOf("one"), reflect.Value{})
	fmt.Println(m)
	sum := 0
	for it := v.MapRange(); it.Next(); {
		sum += int(it.Value().Int()) * len(it.Key().String())
	}
	fmt.Println(sum)

	sk := map[Key][]string{{"a", 1}: {"x"}, {"b", 2}: {"y", "z"}}
	sv := reflect.ValueOf(sk)
	fmt.Println(sv.MapIndex(reflect.ValueOf(Key{"b", 2})), sorted(sv.MapKeys()))

	am := map[any]any{1: "int", "s": 2, 2.5: nil, Key{"k", 1}: true}
	av := reflect.ValueOf(am)
	fmt.Println(av.MapIndex(reflect.ValueOf(1)), av.MapIndex(reflect.ValueOf("s")), av.MapIndex(reflect.ValueOf(Key{"k", 1})))
	e := av.MapIndex(reflect.ValueOf(2.5))
	fmt.Println(e.IsValid(), e.Kind(), e.IsNil(), av.MapIndex(reflect.ValueOf(1)).Kind(), av.MapIndex(reflect.ValueOf(1)).Elem().Kind())
	for it := av.MapRange(); it.Next(); {
		if it.Key().Kind() != reflect.Interface {
			fmt.Println("key of kind", it.Key().Kind())
		}
	}

	nan := map[float64]int{math.NaN(): 1, math.NaN(): 2, 1: 3}
	total := 0
	for it := reflect.ValueOf(nan).MapRange(); it.Next(); {
		total += int(it.Value().Int())
	}
	fmt.Println(total, reflect.ValueOf(nan).Len())

	made := reflect.MakeMap(reflect.TypeOf(map[string][3]int{}))
	made.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf([3]int{1, 2, 3}))
	made.SetMapIndex(reflect.ValueOf("l"), reflect.Zero(reflect.TypeOf([3]int{})))
	fmt.Println(made.Interface(), made.MapIndex(reflect.ValueOf("k")).Index(2))

	big := map[int][10]int{1: {9: 9}}
	fmt.Println(reflect.ValueOf(big).MapIndex(reflect.ValueOf(1)).Index(9))

	var nilMap map[string]int
	nv := reflect.ValueOf(nilMap)
	fmt.Println(nv.Len(), nv.IsNil(), nv.MapIndex(reflect.ValueOf("x")).IsValid(), len(nv.MapKeys()), nv.MapRange().Next())

	// Deleted while iterating: not seen any more.
	d := map[int]bool{}
	for i := range 100 {
		d[i] = true
	}
	seen := 0
	for it := reflect.ValueOf(d).MapRange(); it.Next(); {
		seen++
		for k := range d {
			if k != int(it.Key().Int()) {
				delete(d, k)
			}
		}
	}
	fmt.Println(seen, len(d))

	k := reflect.New(reflect.TypeOf("")).Elem()
	x := reflect.New(reflect.TypeOf(0)).Elem()
	one := reflect.ValueOf(map[string]int{"only": 5})
	it := one.MapRange()
	it.Next()
	k.SetIterKey(it)
	x.SetIterValue(it)
	fmt.Println(k, x)
	it.Reset(reflect.ValueOf(map[string]int{"other": 6}))
	it.Next()
	fmt.Println(it.Key(), it.Value(), it.Next())

	for _, f := range []func(){
		func() { nv.SetMapIndex(reflect.ValueOf("x"), reflect.ValueOf(1)) },
		func() { v.MapIndex(reflect.ValueOf(1)) },
		func() { reflect.ValueOf(1).MapKeys() },
		func() { av.SetMapIndex(reflect.ValueOf([]int{1}), reflect.ValueOf(1)) },
		func() { it.Next() },
		func() { it.Key() },
		func() { v.MapRange().Key() },
		func() { reflect.MakeMap(reflect.TypeOf(1)) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

// Output:
// 3 2 false [one three two]
// map[four:4 three:3 two:2]
// 37
// [y z] [{a 1} {b 2}]
// int 2 true
// true interface true interface string
// 6 3
// map[k:[1 2 3] l:[0 0 0]] 3
// 9
// 0 true false 0 false
// 1 1
// only 5
// other 6 false
// assignment to entry in nil map
// reflect.Value.MapIndex: value of type int is not assignable to type string
// reflect: call of reflect.Value.MapKeys on int Value
// runtime error: hash of unhashable type []int
// MapIter.Next called on exhausted iterator
// MapIter.Key called on exhausted iterator
// MapIter.Key called before Next
// reflect.MakeMapWithSize of non-map type
