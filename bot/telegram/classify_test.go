package telegram

import (
	"testing"

	"leadbot/bot/outbox"
)

func TestClassify(t *testing.T) {
	told := func(status int, text string) Failure {
		return Failure{Method: "sendMessage", Status: status, Answered: true, Text: text, Wrote: true}
	}
	of := func(method string, f Failure) Failure {
		f.Method = method
		return f
	}
	for name, c := range map[string]struct {
		failure Failure
		want    outbox.Verdict
	}{
		"dial refused":            {Failure{Text: "connection refused"}, outbox.Unsent},
		"timeout after headers":   {Failure{Text: "deadline exceeded", Wrote: true}, outbox.Unclear},
		"429":                     {told(429, "Too Many Requests: retry after 5"), outbox.Wait},
		"401":                     {told(401, "Unauthorized"), outbox.Revoked},
		"401 as a page":           {Failure{Status: 401, Wrote: true}, outbox.Revoked},
		"404 getMe":               {of("getMe", told(404, "Not Found")), outbox.Revoked},
		"404 getUpdates":          {of("getUpdates", told(404, "Not Found")), outbox.Revoked},
		"404 elsewhere":           {told(404, "Not Found"), outbox.Refused},
		"404 as a page":           {Failure{Status: 404, Wrote: true}, outbox.Unclear},
		"409":                     {told(409, "Conflict: terminated by other getUpdates request"), outbox.Unsent},
		"500":                     {told(500, "Internal Server Error"), outbox.Unclear},
		"502 as a page":           {Failure{Status: 502, Wrote: true, Text: "invalid character '<'"}, outbox.Unclear},
		"200 as a page":           {Failure{Status: 200, Wrote: true}, outbox.Unclear},
		"200 not ok":              {told(200, ""), outbox.Unclear},
		"blocked":                 {told(403, "Forbidden: bot was blocked by the user"), outbox.Unreachable},
		"deactivated":             {told(403, "Forbidden: user is deactivated"), outbox.Unreachable},
		"never started":           {told(403, "Forbidden: bot can't initiate conversation with a user"), outbox.Stranger},
		"kicked from group":       {told(403, "Forbidden: bot was kicked from the group chat"), outbox.ChatLost},
		"kicked from supergroup":  {told(403, "Forbidden: bot was kicked from the supergroup chat"), outbox.ChatLost},
		"not a member":            {told(403, "Forbidden: bot is not a member of the supergroup chat"), outbox.ChatLost},
		"group deleted":           {told(403, "Forbidden: the group chat was deleted"), outbox.ChatLost},
		"no rights":               {told(400, "Bad Request: not enough rights to send text messages to the chat"), outbox.ChatLost},
		"no rights at all":        {told(400, "Bad Request: have no rights to send a message"), outbox.ChatLost},
		"other bot":               {told(403, "Forbidden: bots can't send messages to bots"), outbox.Refused},
		"not modified":            {told(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"), outbox.Sent},
		"topic not modified":      {told(400, "Bad Request: TOPIC_NOT_MODIFIED"), outbox.Sent},
		"query too old":           {told(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"), outbox.Sent},
		"edit target gone":        {told(400, "Bad Request: message to edit not found"), outbox.NoTarget},
		"edit not possible":       {told(400, "Bad Request: message can't be edited"), outbox.NoTarget},
		"reply target gone":       {told(400, "Bad Request: message to be replied not found"), outbox.NoTarget},
		"parse":                   {told(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0"), outbox.Garbled},
		"profile button":          {told(400, "Bad Request: BUTTON_USER_PRIVACY_RESTRICTED"), outbox.Hidden},
		"no text to edit":         {told(400, "Bad Request: there is no text in the message to edit"), outbox.NoTarget},
		"no caption to edit":      {told(400, "Bad Request: there is no caption in the message to edit"), outbox.NoTarget},
		"edit of no message":      {of("editMessageText", told(400, "Bad Request: MESSAGE_ID_INVALID")), outbox.NoTarget},
		"copy of no message":      {of("copyMessage", told(400, "Bad Request: MESSAGE_ID_INVALID")), outbox.Refused},
		"copies of no messages":   {of("copyMessages", told(400, "Bad Request: there are no messages to forward")), outbox.Refused},
		"original gone":           {of("copyMessage", told(400, "Bad Request: message to copy not found")), outbox.Refused},
		"original not for copies": {of("copyMessage", told(400, "Bad Request: the message can't be copied")), outbox.Refused},
		"copy into a lost topic":  {of("copyMessage", told(400, "Bad Request: message thread not found")), outbox.NoTopic},
		"copy as a reply":         {of("copyMessage", told(400, "Bad Request: message to be replied not found")), outbox.NoTarget},
		"nothing to mark":         {of("setMessageReaction", told(400, "Bad Request: message to react not found")), outbox.Sent},
		"mark not allowed":        {of("setMessageReaction", told(400, "Bad Request: REACTION_INVALID")), outbox.Sent},
		"nothing to delete":       {of("deleteMessage", told(400, "Bad Request: message to delete not found")), outbox.Sent},
		"too old to delete":       {of("deleteMessage", told(400, "Bad Request: message can't be deleted for everyone")), outbox.Refused},
		"no address":              {told(400, "Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL"), outbox.Garbled},
		"thread gone":             {told(400, "Bad Request: message thread not found"), outbox.NoTopic},
		"topic deleted":           {told(400, "Bad Request: TOPIC_DELETED"), outbox.NoTopic},
		"topic closed":            {told(400, "Bad Request: TOPIC_CLOSED"), outbox.NoTopic},
		"chat not found":          {told(400, "Bad Request: chat not found"), outbox.Refused},
		"too long":                {told(400, "Bad Request: message is too long"), outbox.Refused},
		"unknown":                 {told(400, "Bad Request: something of next year"), outbox.Refused},
		"moved": {Failure{Status: 400, Answered: true, Text: "Bad Request: group chat was upgraded to a supergroup chat",
			MovedTo: -100, Wrote: true}, outbox.Moved},
	} {
		if got := classify(c.failure); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
