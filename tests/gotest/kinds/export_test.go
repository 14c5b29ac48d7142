package kinds

var Reverse = reverse
