package playground

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"strings"
	"time"
)

// An order is what the page wants done; each order reads the fields it needs.
type order struct {
	Who     int64  `json:"who"`     // the person who acts
	Chat    int64  `json:"chat"`    // where
	Thread  int    `json:"thread"`  // in which topic, 0 for General
	Message int    `json:"message"` // on which message
	Text    string `json:"text"`
	Button  string `json:"button"` // data of an inline button, label of a reply button
	Phone   string `json:"phone"`
	Kind    string `json:"kind"` // of an attachment
	Name    string `json:"name"`
	By      string `json:"by"` // how far the clock jumps
	Persona string `json:"persona"`
}

// A refusal is what the page shows to its reader when an order makes no sense.
type refusal string

func (r refusal) Error() string { return string(r) }

// orders are the ways to act, POST /api/<name>.
var orders = map[string]func(*Page, context.Context, order) (any, error){
	"send":      (*Page).sendText,
	"edit":      (*Page).editText,
	"press":     (*Page).pressButton,
	"tap":       (*Page).tapKey,
	"attach":    (*Page).attach,
	"prospects": (*Page).addProspect,
	"jump":      func(p *Page, _ context.Context, o order) (any, error) { return nil, p.jump(o.By) },
	"reset":     func(p *Page, _ context.Context, _ order) (any, error) { return nil, p.reset() },
	"play":      func(p *Page, _ context.Context, o order) (any, error) { return p.playPersona(o.Persona) },
	"stop":      func(p *Page, _ context.Context, o order) (any, error) { return nil, p.stop(o.Who) },
}

func (p *Page) newRoutes() http.Handler {
	mux := http.NewServeMux()
	files, err := fs.Sub(pageFiles, "page")
	if err != nil {
		panic(err)
	}
	mux.Handle("GET /", http.FileServerFS(files))
	mux.HandleFunc("GET /api/state", func(w http.ResponseWriter, r *http.Request) { writeJSON(w, 200, p.state()) })
	mux.HandleFunc("GET /api/events", p.serveEvents)
	mux.HandleFunc("GET /api/file/{id}", p.serveFile)
	for name, do := range orders {
		mux.HandleFunc("POST /api/"+name, func(w http.ResponseWriter, r *http.Request) { p.serveOrder(w, r, do) })
	}
	return guard(mux)
}

// maxOrder bounds what an order may carry.
const maxOrder = 64 << 10

func (p *Page) serveOrder(w http.ResponseWriter, r *http.Request, do func(*Page, context.Context, order) (any, error)) {
	var o order
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxOrder)).Decode(&o); err != nil {
		writeJSON(w, http.StatusBadRequest, map[string]string{"error": "Запрос не разобрать."})
		return
	}
	result, err := do(p, r.Context(), o)
	var refused refusal
	switch {
	case errors.As(err, &refused):
		writeJSON(w, http.StatusConflict, map[string]string{"error": refused.Error()})
	case err != nil:
		p.Log.Error("demo page", "err", err)
		writeJSON(w, http.StatusInternalServerError, map[string]string{"error": "Не получилось, подробности в журнале программы."})
	case result == nil:
		writeJSON(w, 200, struct{}{})
	default:
		writeJSON(w, 200, result)
	}
}

func writeJSON(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(v)
}

// serveFile serves a picture that stands in a chat; everything else is saved.
func (p *Page) serveFile(w http.ResponseWriter, r *http.Request) {
	scene, _, _ := p.now()
	data, ok := scene.Server.File(r.PathValue("id"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	kind := http.DetectContentType(data)
	if !strings.HasPrefix(kind, "image/") {
		kind = "application/octet-stream"
		w.Header().Set("Content-Disposition", "attachment")
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "private, max-age=3600")
	w.Write(data)
}

// actor returns the person of an order in the chat and topic that it names:
// prospects and the owner act in their own chats, the staff in the managers'.
func (sc scene) actor(o order) (Member, error) {
	for _, person := range append([]*Person{sc.Owner}, sc.prospects...) {
		if person.ID() == o.Who && o.Chat == o.Who {
			return person.Member, nil
		}
	}
	for _, person := range sc.Staff {
		if person.User().ID == o.Who && o.Chat == sc.Managers.ID() {
			return person.In(sc.Managers).Topic(o.Thread), nil
		}
	}
	return Member{}, refusal("Этот человек здесь не пишет.")
}

// words returns who writes, and a text that Telegram would take.
func (p *Page) words(o order) (who Member, text string, err error) {
	scene, _, _ := p.now()
	if who, err = scene.actor(o); err != nil {
		return Member{}, "", err
	}
	text = strings.TrimSpace(o.Text)
	if text == "" || units(text) > maxText {
		return Member{}, "", refusal("Текст пуст или длиннее 4096 знаков.")
	}
	return who, text, nil
}

func (p *Page) sendText(_ context.Context, o order) (any, error) {
	who, text, err := p.words(o)
	if err != nil {
		return nil, err
	}
	return view(who.answering(o.Message).Send(text)), nil
}

// answering lets the member reply to a message, to none when it is gone.
func (m Member) answering(id int) Member {
	if to, ok := m.chat.Message(id); ok && !to.Deleted {
		m.reply = to.quoted()
	}
	return m
}

func (p *Page) editText(_ context.Context, o order) (any, error) {
	who, text, err := p.words(o)
	if err != nil {
		return nil, err
	}
	m, err := who.Edit(Message{ID: o.Message}, text)
	if err != nil {
		return nil, refusal("Это сообщение уже не изменить.")
	}
	return view(m), nil
}

// toastTime is how long a press waits for the bot's answer; Telegram's clients
// give up on their own.
const toastTime = 8 * time.Second

// pressButton presses an inline button and waits for what the bot says to it.
func (p *Page) pressButton(ctx context.Context, o order) (any, error) {
	scene, _, _ := p.now()
	who, err := scene.actor(o)
	if err != nil {
		return nil, err
	}
	press, err := who.Press(Message{ID: o.Message}, o.Button)
	if err != nil {
		return nil, refusal("Этой кнопки уже нет.")
	}
	ctx, cancel := context.WithTimeout(ctx, toastTime)
	defer cancel()
	answer, err := scene.Server.AwaitAnswer(ctx, press)
	return map[string]any{"answered": err == nil, "text": answer.Text, "alert": answer.Alert}, nil
}

// tapKey presses a button of the reply keyboard.
func (p *Page) tapKey(_ context.Context, o order) (any, error) {
	scene, _, _ := p.now()
	for _, person := range append([]*Person{scene.Owner}, scene.prospects...) {
		if person.ID() != o.Who {
			continue
		}
		m, err := person.Tap(o.Button, o.Phone)
		if err != nil {
			return nil, refusal("Этой кнопки уже нет.")
		}
		return view(m), nil
	}
	return nil, refusal("Этот человек здесь не пишет.")
}

func (p *Page) addProspect(_ context.Context, o order) (any, error) {
	name := strings.Join(strings.Fields(clean(o.Name)), " ")
	if name == "" || units(name) > 60 {
		return nil, refusal("Имя пусто или длиннее 60 знаков.")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.scene.prospects) >= maxProspects {
		return nil, refusal("Столько людей на страницу не поместится.")
	}
	return p.add(name).view(), nil
}
