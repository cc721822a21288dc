package playground

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	_ "image/jpeg" // sizes of pictures
	_ "image/png"
	"net/http"
	"strconv"
	"strings"
)

func (s *Server) sendPhoto(c *call) (any, error) {
	return s.sendFile(c, "photo", "photos", func(m *Message, f File) {
		m.Photo = []File{f.asPhoto()}
	})
}

// asPhoto is the file as a message shows a photo: with its size in pixels, a
// common one when it cannot be read, and without a name.
func (f File) asPhoto() File {
	f.Name, f.MIME, f.Width, f.Height = "", "", 1280, 720
	if config, _, err := image.DecodeConfig(bytes.NewReader(f.Data)); err == nil {
		f.Width, f.Height = config.Width, config.Height
	}
	return f
}

func (s *Server) sendDocument(c *call) (any, error) {
	return s.sendFile(c, "document", "documents", func(m *Message, f File) { m.Document = &f })
}

// lasting is the file with its length in seconds, if the call tells it.
func (f File) lasting(seconds int) *File {
	f.Duration = cmp.Or(seconds, f.Duration)
	return &f
}

func (s *Server) sendVideo(c *call) (any, error) {
	return s.sendFile(c, "video", "videos", func(m *Message, f File) { m.Video = f.lasting(c.id("duration")) })
}

func (s *Server) sendVideoNote(c *call) (any, error) {
	return s.sendFile(c, "video_note", "video notes", func(m *Message, f File) { m.VideoNote = f.lasting(c.id("duration")) })
}

func (s *Server) sendVoice(c *call) (any, error) {
	return s.sendFile(c, "voice", "voice messages", func(m *Message, f File) { m.Voice = f.lasting(c.id("duration")) })
}

func (s *Server) sendSticker(c *call) (any, error) {
	return s.sendFile(c, "sticker", "stickers", func(m *Message, f File) { m.Sticker = &f })
}

func (s *Server) sendFile(c *call, field, kind string, put func(*Message, File)) (any, error) {
	chat, m, err := s.draft(c, kind)
	if err != nil {
		return nil, err
	}
	if err := s.setCaption(c, &m, errCaptionLong); err != nil {
		return nil, err
	}
	f, err := s.file(c, field)
	if err != nil {
		return nil, err
	}
	put(&m, f)
	return *chat.add(m), nil
}

// file returns what the call uploads, or the known file that it names.
func (s *Server) file(c *call, field string) (File, error) {
	name, attached := strings.CutPrefix(c.params[field], "attach://")
	if !attached {
		name = field
	}
	if f, ok := c.files[name]; ok {
		if f.Size == 0 {
			return File{}, bad("file must be non-empty")
		}
		return s.keep(f), nil
	}
	if f, ok := s.files[c.params[field]]; ok {
		return f, nil
	}
	if c.params[field] == "" {
		return File{}, badf("there is no %s in the request", field)
	}
	return File{}, errFileID
}

// keep stores a file under new ids.
func (s *Server) keep(f File) File {
	n := len(s.files) + 1
	f.ID, f.UniqueID = fmt.Sprintf("AgAC%08d", n), fmt.Sprintf("AQAD%08d", n)
	s.files[f.ID] = f
	return f
}

// File returns the bytes of the file with this file_id, and whether there is one.
func (s *Server) File(id string) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.files[id]
	return f.Data, ok
}

func (s *Server) sendLocation(c *call) (any, error) {
	chat, m, err := s.draft(c, "locations")
	if err != nil {
		return nil, err
	}
	latitude, err1 := strconv.ParseFloat(c.params["latitude"], 64)
	longitude, err2 := strconv.ParseFloat(c.params["longitude"], 64)
	if err1 != nil || err2 != nil {
		return nil, bad("location must be non-empty")
	}
	m.Location = &Location{latitude, longitude}
	return *chat.add(m), nil
}

func (s *Server) sendContact(c *call) (any, error) {
	chat, m, err := s.draft(c, "contacts")
	if err != nil {
		return nil, err
	}
	if c.params["phone_number"] == "" {
		return nil, bad("phone number must be non-empty")
	}
	m.Contact = &Contact{Phone: c.params["phone_number"], FirstName: c.params["first_name"], LastName: c.params["last_name"]}
	return *chat.add(m), nil
}

// getFile tells where the bytes of a file are: /file/bot<token>/<file_path>.
func (s *Server) getFile(c *call) (any, error) {
	f, ok := s.files[c.params["file_id"]]
	if !ok {
		return nil, errNoFile
	}
	return map[string]any{"file_id": f.ID, "file_unique_id": f.UniqueID, "file_size": f.Size, "file_path": "files/" + f.ID}, nil
}

// download serves what getFile told of, and reports whether the path is such.
func (s *Server) download(w http.ResponseWriter, r *http.Request) bool {
	path, ok := strings.CutPrefix(r.URL.Path, "/file/bot")
	if !ok {
		return false
	}
	token, name, _ := strings.Cut(path, "/")
	data, known := s.File(strings.TrimPrefix(name, "files/"))
	switch {
	case token != s.token:
		reply(w, nil, errUnauthorized)
	case !known || !strings.HasPrefix(name, "files/"):
		reply(w, nil, errNotFound)
	default:
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Write(data)
	}
	return true
}
