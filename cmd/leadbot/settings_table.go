package main

import (
	"strings"

	"leadbot/dialog"
)

// setting is one row of the table. An empty default leaves the setting unset.
type setting struct {
	name, def, example, meaning string
	set                         func(*Settings, string) error
}

// defaultRetention comes before what an owner writes, who may name only some
// of its kinds.
const defaultRetention = "unfinished=30d,cold=180d,lost=365d"

// settingsTable lists all settings in the order of .env.example.
var settingsTable = []setting{
	{"TELEGRAM_TOKEN", "", "1234567890:AA-the-letters-from-BotFather", "the bot's token from @BotFather",
		func(s *Settings, v string) error { s.Token = v; return checkToken(v) }},
	{"TELEGRAM_API_URL", "https://api.telegram.org", "http://localhost:8081", "base URL of the Bot API server",
		func(s *Settings, v string) error { s.APIURL = strings.TrimRight(v, "/"); return checkBaseURL(v) }},
	{"MANAGERS_CHAT_ID", "", "-1001234567890", "the managers' private chat (/id in the chat tells it)",
		func(s *Settings, v string) (err error) { s.ManagersChat, err = parseChat(v); return err }},
	{"OWNER_IDS", "", "123456789,987654321", "user ids of the owners, separated by commas",
		func(s *Settings, v string) (err error) { s.Owners, err = parseUsers(v); return err }},
	{"HEAD_IDS", "", "123456789", "user ids of the heads of sales, pinged when a hot lead waits",
		func(s *Settings, v string) (err error) { s.Heads, err = parseUsers(v); return err }},
	{"DATABASE_URL", "leadbot.db", "/var/lib/leadbot/leadbot.db", "path of the SQLite file",
		func(s *Settings, v string) (err error) { s.Database, err = parseDatabase(v); return err }},
	{"SCRIPT", "", "script.yaml", "script file; the built-in script when unset",
		func(s *Settings, v string) error { s.Script = v; return nil }},
	{"TIMEZONE", "Europe/Moscow", "Asia/Yekaterinburg", "time zone of the business",
		func(s *Settings, v string) (err error) { s.Zone, err = parseZone(v); return err }},
	{"WORKING_HOURS", "Mon-Fri 10:00-19:00", "Mon-Thu 10:00-19:00, Fri 10:00-17:00", "when the managers' clock runs; always means around the clock",
		func(s *Settings, v string) (err error) { s.Working, err = dialog.ParseWeek(v); return err }},
	{"QUIET_HOURS", "21:00-09:00", "22:00-08:00", "when the bot starts no message; none to allow all day",
		func(s *Settings, v string) (err error) { s.Quiet, err = dialog.ParseQuiet(v); return err }},
	{"REMIND_AFTER", "1h,24h,72h", "2h,1d,3d", "silence before each reminder of an unfinished conversation",
		func(s *Settings, v string) (err error) { s.RemindAfter, err = parseGrowing(v); return err }},
	{"FOLLOWUPS", "on", "off", "useful messages after the conversation; off disables them",
		func(s *Settings, v string) (err error) { s.FollowUps, err = parseSwitch(v); return err }},
	{"HANDOFF_IDLE", "10m", "15m", "a hot lead silent before confirming is handed over after this",
		func(s *Settings, v string) (err error) { s.HandoffIdle, err = parseDuration(v); return err }},
	{"HANDOFF_SLA", "5m,15m,30m", "10m,20m,1h", "time to answer a hot lead: target, ping of the heads, ping of the owner",
		func(s *Settings, v string) (err error) { s.HandoffSLA, err = parseSLA(v); return err }},
	{"SHADOW_LEADS", "7", "10", "first leads that all go to the managers",
		func(s *Settings, v string) (err error) { s.ShadowLeads, err = parseCount(v); return err }},
	{"DIGEST_SCHEDULE", "0 9 * * MON", "30 8 * * FRI", "when the owner gets the digest (cron expression)",
		func(s *Settings, v string) (err error) {
			s.Digest = v
			s.DigestSchedule, err = parseSchedule(v)
			return err
		}},
	{"BURST_PAUSE", "2s", "3s", "fragments of a long text within this pause are read as one; off answers each",
		func(s *Settings, v string) (err error) { s.BurstPause, err = parsePause(v); return err }},
	{"RETENTION", defaultRetention, "unfinished=14d,cold=90d", "after how long leads are anonymised",
		func(s *Settings, v string) (err error) { s.Retention, err = parseRetention(v); return err }},
	{"WEBHOOK_URL", "", "https://bot.example.com/telegram", "public address for updates; long polling when unset",
		func(s *Settings, v string) error { s.WebhookURL = v; return checkWebhookURL(v) }},
	{"WEBHOOK_SECRET", "", "a-long_random-text", "proves that an update comes from Telegram; required with WEBHOOK_URL",
		func(s *Settings, v string) error { s.WebhookSecret = v; return checkSecret(v) }},
	{"LISTEN_ADDR", "", ":8443", "where the bot listens for updates; required with WEBHOOK_URL",
		func(s *Settings, v string) error { s.ListenAddr = v; return checkAddr(v) }},
	{"METRICS_ADDR", "", "127.0.0.1:9090", "where /healthz, /readyz and /metrics are served",
		func(s *Settings, v string) error { s.MetricsAddr = v; return checkAddr(v) }},
	{"PRIVACY_URL", "", "https://example.com/privacy", "privacy policy, shown with the consent",
		func(s *Settings, v string) error { s.PrivacyURL = v; return checkURL(v) }},
	{"SEND_RATE", "30", "20", "messages a second; off lifts all limits, for load tests against a local server",
		func(s *Settings, v string) (err error) { s.SendRate, err = parseRate(v); return err }},
	{"LOG_LEVEL", "info", "debug", "what is logged: debug, info, warn or error",
		func(s *Settings, v string) (err error) { s.LogLevel, err = parseLevel(v); return err }},
	{"LOG_FORMAT", "text", "json", "how it is logged: text or json",
		func(s *Settings, v string) error { s.LogFormat = v; return checkFormat(v) }},
}
