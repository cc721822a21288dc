package dialog

import (
	"slices"
	"strings"
)

// start greets, or takes the conversation up where it stood. The payload is the
// source: the first and the last are kept.
func (t *step) start() {
	if t.in.Kind == Started {
		t.Stopped = false
		t.source(Short(Line(t.in.Text), maxSource))
	}
	switch t.Phase {
	case New, Declined:
		t.reply("hello", nil)
		t.askConsent(t.unkept())
	case Consent:
		t.askConsent(nil)
	case Done:
		t.welcomeBack()
	default:
		if t.Owner == Manager {
			t.reply("status_manager", nil)
			return
		}
		t.repeat(t.text("resume", nil))
	}
}

func (t *step) source(payload string) {
	if payload == "" {
		return
	}
	t.Profile.LastSource = payload
	if t.Phase == New || t.Phase == Declined {
		t.Profile.FirstSource = payload
	}
}

// maxSource is the length, in characters, that a source is kept to.
const maxSource = 64

// askConsent is a message of its own: nothing personal is kept before the answer.
func (t *step) askConsent(said Text) {
	t.Phase = Consent
	t.show(Join("\n\n", said, t.agreement(Processing)), [][]Button{{
		{t.Script.Texts["consent_yes"], "consent:yes"},
		{t.Script.Texts["consent_no"], "consent:no"},
	}})
}

// agreement is the text that a consent is asked with.
func (t *step) agreement(purpose string) Text {
	if purpose == FollowUps {
		return t.text("followups_ask", nil)
	}
	text := t.text("consent", nil)
	if t.Calendar.PrivacyURL == "" {
		return text
	}
	return Join("\n\n", text, t.text("consent_link", values{"url": Plain(t.Calendar.PrivacyURL)}))
}

// consentPressed takes the answer to the consent. After a refusal nothing is kept
// but the refusal.
func (t *step) consentPressed(answer string) {
	if t.Phase != Consent || answer != "yes" && answer != "no" {
		t.toastText("stale", nil)
		return
	}
	t.agree(Processing, answer == "yes")
	if answer == "no" {
		t.close(t.Script.Texts["consent_no"])
		t.Phase, t.Human, t.Profile = Declined, false, Profile{}
		t.event(Event{Kind: EventDeclined})
		t.reply("declined", nil)
		return
	}
	t.close(t.Script.Texts["consent_yes"])
	t.profile()
	if t.Handoff != nil && t.Handoff.Erased {
		t.Handoff = nil
	}
	t.event(Event{Kind: EventConsented})
	t.Phase, t.Stage, t.Owner = Asking, StageQualifying, Bot
	if t.Human {
		t.Human = false
		t.human()
		return
	}
	t.proceed(nil)
}

// agree records a consent or its refusal in place of an earlier one.
func (t *step) agree(purpose string, given bool) {
	t.Consents = append(slices.DeleteFunc(t.Consents, func(a Agreement) bool { return a.Purpose == purpose }), Agreement{
		Purpose: purpose, Given: given, Version: t.Script.Version, Hash: hash(t.agreement(purpose).String()),
		Message: t.in.Message, At: t.in.At.UTC(),
	})
}

// offers reports whether the message with live buttons asks for a consent.
func (t *step) offers(purpose string) bool {
	return t.Open != nil && t.Open.Text.String() == t.agreement(purpose).String()
}

// typedConsent takes what is written before the consent: a plain yes or no
// counts, anything else is asked to wait.
func (t *step) typedConsent() {
	switch yes, no := t.plainly(t.in.Text); {
	case t.in.Kind == Wrote && (yes || same(t.in.Text, t.Script.Texts["consent_yes"])):
		t.consentPressed("yes")
	case t.in.Kind == Wrote && (no || same(t.in.Text, t.Script.Texts["consent_no"])):
		t.consentPressed("no")
	default:
		t.beforeConsent()
	}
}

// maxHello is the length, in words, of a text that says no more than hello.
const maxHello = 2

// meet answers the first words of somebody who did not press Start.
func (t *step) meet() {
	hello := len(strings.Fields(t.in.Text)) <= maxHello && !t.saysHuman(t.in.Text) && t.Script.Reader.Read("", t.in.Text).Intent == ""
	if t.in.Kind != Wrote || hello {
		t.start()
		return
	}
	t.reply("hello", nil)
	t.beforeConsent()
}

// beforeConsent answers what needs no answer kept: a question, the wish for a
// human or for silence.
func (t *step) beforeConsent() {
	r := t.Script.Reader.Read("", t.in.Text)
	switch {
	case t.in.Kind == Wrote && (r.Intent == wantsHuman || t.saysHuman(t.in.Text)):
		t.human()
	case t.in.Kind == Wrote && r.Intent == wantsStop:
		t.stop()
	case r.Intent == "greeting" && t.Phase != Consent: // and so was the bot's
		t.askConsent(nil)
	case t.in.Kind == Wrote && (r.Intent == asks || r.Intent == "greeting"):
		t.askConsent(t.remark(r))
	case t.unkept() != nil:
		t.askConsent(t.unkept())
	case t.in.At.Sub(t.Updated) < t.Calendar.Burst: // the rest of what was just answered
	default:
		t.askConsent(t.text("consent_again", nil))
	}
}

// welcomeBack offers a lead who had finished to keep or to change the answers.
func (t *step) welcomeBack() {
	if t.Owner == Manager {
		t.reply("status_manager", nil)
		return
	}
	t.show(t.text("resume_done", nil), [][]Button{
		{{t.Script.Texts["same"], "review:ok"}},
		{{t.Script.Texts["change"], "review:edit"}, {t.Script.Texts["human"], "human"}},
	})
}
