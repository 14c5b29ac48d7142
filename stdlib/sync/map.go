package sync

// Map is a map[any]any for many goroutines.
type Map struct {
	m RWMutex
	t map[any]any
}

// Load returns the value of key.
func (m *Map) Load(key any) (value any, ok bool) {
	m.m.RLock()
	value, ok = m.t[key]
	m.m.RUnlock()
	return value, ok
}

// Store sets the value of key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Clear removes everything.
func (m *Map) Clear() {
	m.m.Lock()
	clear(m.t)
	m.m.Unlock()
}

// LoadOrStore returns the value of key, which it sets if there is none.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if actual, loaded = m.Load(key); loaded {
		return actual, true
	}
	m.m.Lock()
	defer m.m.Unlock()
	if actual, loaded = m.t[key]; loaded {
		return actual, true
	}
	m.set(key, value)
	return value, false
}

func (m *Map) set(key, value any) {
	if m.t == nil {
		m.t = map[any]any{}
	}
	m.t[key] = value
}

// LoadAndDelete removes key and returns what its value was.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, loaded = m.t[key]
	delete(m.t, key)
	return value, loaded
}

// Delete removes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// Swap sets the value of key and returns the old one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	previous, loaded = m.t[key]
	m.set(key, value)
	return previous, loaded
}

// CompareAndSwap sets the value of key if it is old.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if value, ok := m.t[key]; !ok || value != old {
		return false
	}
	m.t[key] = new
	return true
}

// CompareAndDelete removes key if its value is old.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if value, ok := m.t[key]; !ok || value != old {
		return false
	}
	delete(m.t, key)
	return true
}

// Range calls f for the keys and values there are, until it returns false.
func (m *Map) Range(f func(key, value any) bool) {
	m.m.RLock()
	keys := make([]any, 0, len(m.t))
	for key := range m.t {
		keys = append(keys, key)
	}
	m.m.RUnlock()
	for _, key := range keys {
		if value, ok := m.Load(key); ok && !f(key, value) {
			return
		}
	}
}
