package telegram

import (
	"net/http"
	"strings"

	"leadbot/bot/outbox"
)

// classify says what a failed call means for its delivery.
func classify(f Failure) outbox.Verdict {
	switch {
	case f.Status == 0 && !f.Wrote, f.Status == http.StatusConflict:
		return outbox.Unsent
	case f.revoked():
		return outbox.Revoked
	case f.Status == http.StatusTooManyRequests:
		return outbox.Wait
	case !f.Answered, f.Status < 400, f.Status >= 500:
		return outbox.Unclear
	case f.MovedTo != 0:
		return outbox.Moved
	}
	if v := meaning(f.Text); v != outbox.NoTarget || !f.lostOriginal() {
		return v
	}
	return outbox.Refused
}

// lostOriginal reports whether there is nothing left to copy.
func (f *Failure) lostOriginal() bool {
	return strings.HasPrefix(f.Method, "copyMessage") && !strings.Contains(f.Text, "replied")
}

// wordless reports whether the message is there but has no such words to edit.
func (f *Failure) wordless() bool { return strings.Contains(f.Text, "in the message to edit") }

// revoked reports whether the server does not know the token. A 404 says so
// only of methods that are sure to exist.
func (f *Failure) revoked() bool {
	sure := f.Method == "getMe" || f.Method == "getUpdates"
	return f.Status == http.StatusUnauthorized || f.Status == http.StatusNotFound && sure
}

// chatUnknown reports whether Telegram knows no chat with that id.
func (f *Failure) chatUnknown() bool {
	return strings.Contains(strings.ToLower(f.Text), "chat not found")
}

// topicClosed reports whether the topic is there but takes no messages.
func (f *Failure) topicClosed() bool {
	return strings.Contains(strings.ToLower(f.Text), "topic_closed")
}

// done reports whether the call failed because nothing was left to do.
func (f *Failure) done() bool { return classify(*f) == outbox.Sent }

// meaning finds the verdict of a refusal in Telegram's words; what is not known
// is refused for good.
func meaning(text string) outbox.Verdict {
	text = strings.ToLower(text)
	for _, r := range refusals {
		if strings.Contains(text, r.says) {
			return r.means
		}
	}
	return outbox.Refused
}

// refusals are parts of Telegram's descriptions in lower case; the first that
// occurs decides.
var refusals = []struct {
	says  string
	means outbox.Verdict
}{
	{"message is not modified", outbox.Sent},
	{"topic_not_modified", outbox.Sent},
	{"query is too old", outbox.Sent},
	{"query id is invalid", outbox.Sent},
	{"message to react not found", outbox.Sent},
	{"reaction_invalid", outbox.Sent},
	{"message to delete not found", outbox.Sent},
	{"message can't be deleted", outbox.Refused},
	{"message_delete_forbidden", outbox.Sent},

	{"blocked by the user", outbox.Unreachable},
	{"user_is_blocked", outbox.Unreachable},
	{"user is deactivated", outbox.Unreachable},
	{"input_user_deactivated", outbox.Unreachable},
	{"can't initiate conversation", outbox.Stranger},

	{"bot was kicked", outbox.ChatLost},
	{"is not a member", outbox.ChatLost},
	{"group chat was deleted", outbox.ChatLost},
	{"group chat was deactivated", outbox.ChatLost},
	{"not enough rights", outbox.ChatLost},
	{"have no rights", outbox.ChatLost},
	{"need administrator rights", outbox.ChatLost},
	{"chat_write_forbidden", outbox.ChatLost},
	{"chat_restricted", outbox.ChatLost},
	{"chat_admin_required", outbox.ChatLost},

	{"message to edit not found", outbox.NoTarget},
	{"message can't be edited", outbox.NoTarget},
	{"there is no text in the message to edit", outbox.NoTarget},
	{"there is no caption in the message to edit", outbox.NoTarget},
	{"message_id_invalid", outbox.NoTarget},
	{"message to be replied not found", outbox.NoTarget},

	{"message thread not found", outbox.NoTopic},
	{"topic_deleted", outbox.NoTopic},
	{"topic_closed", outbox.NoTopic},
	{"topic_id_invalid", outbox.NoTopic},

	{"can't parse entities", outbox.Garbled},
	{"can't find end of the entity", outbox.Garbled},
	{"button_user_privacy_restricted", outbox.Hidden},
	{"inline keyboard button url", outbox.Garbled},
	{"button_url_invalid", outbox.Garbled},
}
