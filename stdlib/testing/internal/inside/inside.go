// Package inside lets package testing/synctest call what package testing does not export.
package inside

// Test runs a test's function, a func(*testing.T), in the bubble of the calling goroutine, as the *testing.T test. It
// reports whether it has passed. Package testing sets it.
var Test func(test, function any) bool
