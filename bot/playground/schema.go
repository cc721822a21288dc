package playground

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// botapi.json is the part of Bot API 10.1 that the playground plays: parameters
// of methods, the types they are made of, and the names of all other methods.
//
//go:embed botapi.json
var botAPI []byte

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

var api = func() (s schema) {
	if err := json.Unmarshal(botAPI, &s); err != nil {
		panic(err)
	}
	return s
}()

// old parameters left the documentation, but Telegram still takes them.
var old = map[string]string{
	"reply_to_message_id":         "Integer",
	"allow_sending_without_reply": "Boolean",
	"disable_web_page_preview":    "Boolean",
}

// canonical spells a method as the documentation does: Telegram ignores case.
func canonical(method string) string {
	for name := range api.Methods {
		if strings.EqualFold(name, method) {
			return name
		}
	}
	return method
}

// check refuses a call of an unknown method, and one whose parameters are not in
// the documentation or not of its types. Telegram ignores unknown parameters;
// the playground does not, since they are always a mistake. A parameter that is
// missing or null is left to the method, which knows Telegram's words for it.
func (c *call) check() error {
	params, ok := api.Methods[c.method]
	if !ok {
		if slices.ContainsFunc(api.Unplayed, func(m string) bool { return strings.EqualFold(m, c.method) }) {
			return &Error{Code: 501, Description: "Not Implemented: the playground does not play " + c.method}
		}
		return errNotFound
	}
	for name, value := range c.params {
		types, ok := params[name]
		if t := old[name]; !ok && t != "" {
			types, ok = []string{t}, true
		}
		if !ok {
			return badf("%s has no parameter %q", c.method, name)
		}
		if !utf8.ValidString(value) {
			return errNotUTF8
		}
		if value != "" && value != "null" && name != "reply_markup" && !api.fits(types, value) {
			return badf("parameter %q of %s must be %s", name, c.method, strings.Join(types, " or "))
		}
	}
	return c.checkMarkup(params["reply_markup"])
}

// checkMarkup leaves the words for a missing object to setMarkup.
func (c *call) checkMarkup(types []string) error {
	value := c.params["reply_markup"]
	if !strings.HasPrefix(value, "{") || value == "{}" || api.fits(types, value) {
		return nil
	}
	return badf("can't parse reply markup JSON object: not of type %s", strings.Join(types, " or "))
}

// fits reports whether a parameter's text is a value of one of the types.
func (s schema) fits(types []string, value string) bool {
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
func (s schema) is(t string, v any) bool {
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
func (s schema) has(t string, object map[string]any) bool {
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
