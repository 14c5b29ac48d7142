package main

import "fmt"

type animal struct{ name string }

func (a animal) speak() string    { return a.name + " speaks" }
func (a *animal) rename(n string) { a.name = n }

type dog struct {
	animal
	tricks []string
}

func (d dog) speak() string { return "dog " + d.animal.speak() }

type puppy struct {
	*dog
	age int
}

type speaker interface{ speak() string }

func main() {
	d := dog{animal{"rex"}, nil}
	d.rename("max")
	fmt.Println(d.name, d.speak(), d.animal.speak())
	p := puppy{&d, 1}
	p.rename("tiny")
	p.tricks = append(p.tricks, "sit")
	fmt.Println(d.name, d.tricks, p.speak(), p.dog.animal.name)
	for _, s := range []speaker{d, &d, p, &p, d.animal} {
		fmt.Printf("%T %s\n", s, s.speak())
	}
	f := p.speak
	p.rename("later")
	fmt.Println(f(), p.speak())
	g := (*dog).speak
	fmt.Println(g(&d))
}

// Output:
// max dog max speaks max speaks
// tiny [sit] dog tiny speaks tiny
// main.dog dog tiny speaks
// *main.dog dog tiny speaks
// main.puppy dog tiny speaks
// *main.puppy dog tiny speaks
// main.animal tiny speaks
// dog tiny speaks dog later speaks
// dog later speaks
