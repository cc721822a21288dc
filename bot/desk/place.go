package desk

import "leadbot/dialog"

// TopicKey is the key of the lead's topic, "" for the general one.
func TopicKey(s *dialog.Session) string { return topicKey(s) }
