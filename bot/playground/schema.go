package playground

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// schema knows which requests are well formed.
type schema struct {
	Methods  map[string]map[string][]string
	Unplayed []string
	Types    map[string]struct {
		Any    []string
		Fields map[string]struct {
			Types    []string
			Required bool
		}
	}
}

// CheckRequests makes the server refuse calls of methods that are not in the
// schema, and parameters that it does not know or that are of another type. The
// schema is the JSON that Schema returns. Call it before the server starts:
// without it only the rules hold that the server plays itself.
func (s *Server) CheckRequests(schemaJSON []byte) error {
	read := new(schema)
	if err := json.Unmarshal(schemaJSON, read); err != nil {
		return fmt.Errorf("read the schema of the Bot API: %w", err)
	}
	s.schema = read
	return nil
}

// Schema returns the part of Bot API 10.1 that the playground plays: parameters
// of methods, the types they are made of, and the names of all other methods. It
// reads a file beside the package's source, so only tests can call it.
func Schema() ([]byte, error) {
	_, source, _, _ := runtime.Caller(0)
	return os.ReadFile(filepath.Join(filepath.Dir(source), "testdata", "botapi.json"))
}

// Strict returns a server that refuses every request which violates the schema.
// Like Schema it is for tests.
func Strict(token string) *Server {
	s := New(token)
	schema, err := Schema()
	if err == nil {
		err = s.CheckRequests(schema)
	}
	if err != nil {
		panic(err) // the file belongs to the package
	}
	return s
}

// old parameters left the documentation, but Telegram still takes them.
var old = map[string]string{
	"reply_to_message_id":         "Integer",
	"allow_sending_without_reply": "Boolean",
	"disable_web_page_preview":    "Boolean",
}

// canonical spells a method as the documentation does: Telegram ignores case.
func canonical(method string) string {
	for name := range methods {
		if strings.EqualFold(name, method) {
			return name
		}
	}
	if strings.EqualFold(method, "getUpdates") {
		return "getUpdates"
	}
	return method
}

// check refuses a call of an unknown method, and by the schema, if there is one,
// parameters that are not in the documentation or not of its types. Telegram
// ignores unknown parameters; the schema does not, since they are always a
// mistake. A parameter that is missing or null is left to the method, which
// knows Telegram's words for it.
func (s *Server) check(c *call) error {
	if err := s.played(c.method); err != nil {
		return err
	}
	for name, value := range c.params {
		if s.schema != nil {
			if err := s.schema.check(c.method, name, value); err != nil {
				return err
			}
		}
		if !utf8.ValidString(value) {
			return errNotUTF8
		}
	}
	if s.schema == nil {
		return nil
	}
	return s.schema.checkMarkup(c)
}

// played refuses a method that the server does not play.
func (s *Server) played(method string) error {
	switch {
	case methods[method] != nil || method == "getUpdates":
		return nil
	case s.schema != nil && slices.ContainsFunc(s.schema.Unplayed, func(m string) bool { return strings.EqualFold(m, method) }):
		return &Error{Code: 501, Description: "Not Implemented: the playground does not play " + method}
	}
	return errNotFound
}

// check refuses a parameter that the method does not have, or not of its type.
func (s *schema) check(method, name, value string) error {
	types, ok := s.Methods[method][name]
	if t := old[name]; !ok && t != "" {
		types, ok = []string{t}, true
	}
	if !ok {
		return badf("%s has no parameter %q", method, name)
	}
	if value != "" && value != "null" && name != "reply_markup" && utf8.ValidString(value) && !s.fits(types, value) {
		return badf("parameter %q of %s must be %s", name, method, strings.Join(types, " or "))
	}
	return nil
}

// checkMarkup leaves the words for a missing object to setMarkup.
func (s *schema) checkMarkup(c *call) error {
	types, value := s.Methods[c.method]["reply_markup"], c.params["reply_markup"]
	if !strings.HasPrefix(value, "{") || value == "{}" || s.fits(types, value) {
		return nil
	}
	return badf("can't parse reply markup JSON object: not of type %s", strings.Join(types, " or "))
}

// fits reports whether a parameter's text is a value of one of the types.
func (s *schema) fits(types []string, value string) bool {
	return slices.ContainsFunc(types, func(t string) bool {
		switch t {
		case "String", "InputFile":
			return true
		case "Integer":
			_, err := strconv.ParseInt(value, 10, 64)
			return err == nil
		case "Boolean":
			return slices.Contains([]string{"true", "false", "yes", "no", "1", "0"}, strings.ToLower(value))
		}
		var v any
		return json.Unmarshal([]byte(value), &v) == nil && s.is(t, v)
	})
}

// is reports whether a decoded JSON value is of the type.
func (s *schema) is(t string, v any) bool {
	if element, ok := strings.CutPrefix(t, "Array of "); ok {
		list, ok := v.([]any)
		return ok && !slices.ContainsFunc(list, func(v any) bool { return !s.is(element, v) })
	}
	switch t {
	case "String":
		_, ok := v.(string)
		return ok
	case "Integer", "Float":
		_, ok := v.(float64)
		return ok
	case "Boolean", "True":
		_, ok := v.(bool)
		return ok
	}
	kind := s.Types[t]
	if kind.Any != nil {
		return slices.ContainsFunc(kind.Any, func(t string) bool { return s.is(t, v) })
	}
	object, ok := v.(map[string]any)
	return ok && s.has(t, object)
}

// has reports whether the object has the fields of the type and no others.
func (s *schema) has(t string, object map[string]any) bool {
	fields := s.Types[t].Fields
	for name, field := range fields {
		if _, there := object[name]; field.Required && !there {
			return false
		}
	}
	for name, v := range object {
		if !slices.ContainsFunc(fields[name].Types, func(t string) bool { return s.is(t, v) }) {
			return false
		}
	}
	return true
}
