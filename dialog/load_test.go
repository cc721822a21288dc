package dialog

import "testing"

func TestBuiltInScriptLoads(t *testing.T) {
	s, problems := Load(Default, BuiltIn())
	for _, p := range problems {
		t.Error(p)
	}
	if s == nil {
		t.Fatal("the built-in script does not load")
	}
}
