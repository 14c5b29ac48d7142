package b

import "example.com/initialization/crossed/a"

var B = a.A
