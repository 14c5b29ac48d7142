// Fields of structs: names, tags, offsets, embedding and promotion.
package main

import (
	"fmt"
	"reflect"
)

type Base struct {
	ID   int `json:"id" db:"pk"`
	Name string
}

type Extra struct {
	Name string
	note string
}

type inner struct{ Deep bool }

type Record struct {
	Base
	*Extra
	inner
	Count int8  `json:"count,omitempty"`
	Total int64 `bad tag`
	Name  string
}

type Both struct {
	Base
	Extra
}

func main() {
	t := reflect.TypeFor[Record]()
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag, f.Offset, f.Index, f.Anonymous, f.PkgPath, f.IsExported())
	}
	for f := range t.Fields() {
		fmt.Print(f.Name, " ")
	}
	fmt.Println()
	for _, name := range []string{"ID", "Name", "note", "Deep", "Base", "Missing", "Total"} {
		f, ok := t.FieldByName(name)
		fmt.Println(name, ok, f.Index, f.Type)
	}
	_, ok := reflect.TypeFor[Both]().FieldByName("Name")
	fmt.Println("ambiguous:", ok)
	f, ok := t.FieldByNameFunc(func(s string) bool { return len(s) == 4 && s[0] == 'D' })
	fmt.Println(f.Name, ok)
	fmt.Println(t.FieldByIndex([]int{0, 1}).Name, t.FieldByIndex([]int{1, 1}).Name)
	for _, f := range reflect.VisibleFields(t) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()

	id, _ := t.FieldByName("ID")
	fmt.Println(id.Tag.Get("json"), id.Tag.Get("db"), id.Tag.Get("xml") == "")
	_, ok = t.Field(4).Tag.Lookup("bad")
	fmt.Println(ok)
	tag := reflect.StructTag(`a:"x\ty" b:"" c:"1,2"  d:"q\"q"`)
	for _, k := range []string{"a", "b", "c", "d", "e"} {
		v, ok := tag.Lookup(k)
		fmt.Printf("%s %q %t\n", k, v, ok)
	}

	r := Record{Base: Base{1, "base"}, inner: inner{true}, Count: 3, Name: "rec"}
	v := reflect.ValueOf(&r).Elem()
	fmt.Println(v.FieldByName("ID"), v.FieldByName("Name"), v.FieldByName("Deep"), v.FieldByName("nope").IsValid())
	fmt.Println(v.FieldByIndex([]int{0, 1}))
	_, err := v.FieldByIndexErr([]int{1, 0})
	fmt.Println(err)
	func() {
		defer func() { fmt.Println(recover()) }()
		v.FieldByName("note")
	}()
	v.FieldByName("ID").SetInt(42)
	v.Field(3).SetInt(-5)
	v.FieldByName("Deep").SetBool(false)
	fmt.Println(r.ID, r.Count, r.Deep)
	fmt.Println(v.Field(2).CanSet(), v.Field(2).Field(0).CanSet(), v.Field(2).CanInterface(), v.FieldByName("Name").CanSet())
	for f, x := range reflect.ValueOf(r.Base).Fields() {
		fmt.Println(f.Name, x)
	}
}

// Output:
// Base main.Base  0 [0] true  true
// Extra *main.Extra  24 [1] true  true
// inner main.inner  32 [2] true main false
// Count int8 json:"count,omitempty" 33 [3] false  true
// Total int64 bad tag 40 [4] false  true
// Name string  48 [5] false  true
// Base Extra inner Count Total Name
// ID true [0 0] int
// Name true [5] string
// note true [1 1] string
// Deep true [2 0] bool
// Base true [0] main.Base
// Missing false [] <nil>
// Total true [4] int64
// ambiguous: false
// Deep true
// Name note
// Base[0] ID[0 0] Extra[1] note[1 1] inner[2] Deep[2 0] Count[3] Total[4] Name[5]
// id pk true
// false
// a "x\ty" true
// b "" true
// c "1,2" true
// d "q\"q" true
// e "" false
// 1 rec true false
// base
// reflect: indirection through nil pointer to embedded struct field Extra
// reflect: indirection through nil pointer to embedded struct
// 42 -5 false
// false true false true
// ID 42
// Name base
