package playground

import (
	"fmt"
	"time"
)

// An Error is a refusal in Telegram's form.
type Error struct {
	Code        int         // the HTTP status and error_code
	Description string      // what Telegram says
	Parameters  *Parameters // what a program can act on; usually nil
}

// Parameters tell a program what to do about an Error.
type Parameters struct {
	MigrateToChatID int64 `json:"migrate_to_chat_id,omitempty"`
	RetryAfter      int   `json:"retry_after,omitempty"` // seconds
}

func (e *Error) Error() string { return fmt.Sprintf("%d %s", e.Code, e.Description) }

// Requests that reach no method.
var (
	errUnauthorized = &Error{Code: 401, Description: "Unauthorized"}
	errNotFound     = &Error{Code: 404, Description: "Not Found"}
	errOtherPoll    = conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
	errWebhookSet   = conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
	errSetWebhook   = conflict("terminated by setWebhook request")
)

// Chats that cannot be written to.
var (
	errNoChat        = bad("chat not found")
	errChatEmpty     = bad("chat_id is empty")
	errBlocked       = forbidden("bot was blocked by the user")
	errDeactivated   = forbidden("user is deactivated")
	errNotStarted    = forbidden("bot can't initiate conversation with a user")
	errKickedGroup   = forbidden("bot was kicked from the group chat")
	errKicked        = forbidden("bot was kicked from the supergroup chat")
	errOutGroup      = forbidden("bot is not a member of the group chat")
	errOut           = forbidden("bot is not a member of the supergroup chat")
	errNoThread      = bad("message thread not found")
	errTopicClosed   = bad("TOPIC_CLOSED")
	errNotForum      = bad("the chat is not a forum")
	errNoTopic       = bad("TOPIC_ID_INVALID")
	errTopicSame     = bad("TOPIC_NOT_MODIFIED")
	errTopicName     = bad("topic name is too long")
	errTopicEmpty    = bad("topic name must be non-empty")
	errUserID        = bad("invalid user_id specified")
	errNoUser        = bad("user not found")
	errLeavePrivate  = bad("chat member status can't be changed in private chats")
	errPrivateAdmins = bad("there are no administrators in the private chat")
)

// Messages that cannot be sent, changed or deleted.
var (
	errTextEmpty    = bad("message text is empty")
	errTextBlank    = bad("text must be non-empty")
	errTextLong     = bad("message is too long")
	errEditLong     = bad("MESSAGE_TOO_LONG")
	errCaptionLong  = bad("message caption is too long")
	errEditCaption  = bad("MEDIA_CAPTION_TOO_LONG")
	errNotUTF8      = bad("strings must be encoded in UTF-8")
	errNotModified  = bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")
	errNoEdit       = bad("message to edit not found")
	errCannotEdit   = bad("message can't be edited")
	errNoTextToEdit = bad("there is no text in the message to edit")
	errNoCaption    = bad("there is no caption in the message to edit")
	errNoDelete     = bad("message to delete not found")
	errCannotDelete = bad("message can't be deleted")
	errDeleteOld    = bad("message can't be deleted for everyone")
	errNoReply      = bad("message to be replied not found")
	errNoCopy       = bad("message to copy not found")
	errCannotCopy   = bad("the message can't be copied")
	errNoneToCopy   = bad("there are no messages to forward")
	errCopyNone     = bad("messages can't be forwarded")
	errCopyOrder    = bad("message identifiers must be in a strictly increasing order")
	errCopyMany     = bad("too many message identifiers specified")
	errNoIDs        = bad("message identifiers are not specified")
	errNoForward    = bad("message to forward not found")
	errNoReact      = bad("message to react not found")
	errReaction     = bad("REACTION_INVALID")
	errMessageID    = bad("message identifier is not specified")
	errQueryOld     = bad("query is too old and response timeout expired or query ID is invalid")
	errNoFile       = bad("invalid file_id")
	errAlbumNone    = bad("there are no messages to send")
	errAlbumLong    = bad("too many messages to send as an album")
	errAlbumKind    = bad("can't parse InputMedia: type must be photo, video or document")
	errAction       = bad("wrong parameter action in request")
	errFileID       = bad("wrong file identifier/HTTP URL specified")
)

// Keyboards that are refused.
var (
	errMarkup       = bad("object expected as reply markup")
	errButtonData   = bad("BUTTON_DATA_INVALID")
	errPrivacy      = bad("BUTTON_USER_PRIVACY_RESTRICTED")
	errTextButton   = bad("text buttons are unallowed in the inline keyboard")
	errMarkupLong   = bad("reply markup is too long")
	errButtonEmpty  = bad("text of the keyboard button must be non-empty")
	errInlineEmpty  = bad("text of the inline keyboard button must be non-empty")
	errKeyboardNone = bad("keyboard must be non-empty")
)

func bad(text string) *Error       { return &Error{Code: 400, Description: "Bad Request: " + text} }
func forbidden(text string) *Error { return &Error{Code: 403, Description: "Forbidden: " + text} }
func conflict(text string) *Error  { return &Error{Code: 409, Description: "Conflict: " + text} }

func badf(format string, args ...any) *Error { return bad(fmt.Sprintf(format, args...)) }

// noRights refuses what the bot's rights do not cover, such as "create a topic".
func noRights(to string) *Error { return bad("not enough rights to " + to) }

// upgraded refuses a group that became a supergroup and names the new one.
func upgraded(to int64) *Error {
	e := bad("group chat was upgraded to a supergroup chat")
	e.Parameters = &Parameters{MigrateToChatID: to}
	return e
}

// tooMany asks for a pause, rounded up to whole seconds and at least one.
func tooMany(pause time.Duration) *Error {
	seconds := max(1, int((pause+time.Second-1)/time.Second))
	return &Error{
		Code:        429,
		Description: fmt.Sprintf("Too Many Requests: retry after %d", seconds),
		Parameters:  &Parameters{RetryAfter: seconds},
	}
}
