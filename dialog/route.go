package dialog

import (
	"time"

	"leadbot/qualify"
)

// route decides, once the card is confirmed, who sees it and when.
func (t *step) route() {
	t.reopen()
	lane := t.lane()
	switch h := t.Handoff; {
	case h == nil && lane == "":
		t.Stage = StageQualified
	case h == nil:
		t.Stage = StageQualified
		t.handOff(lane)
	case !h.Lane.Urgent() && (lane == LaneHot || lane != "" && (h.Lane == LaneUnfinished || h.Lane == LaneQuestion)):
		h.Confirmed = true
		t.bring(lane)
	default:
		h.Confirmed = true
		t.changed()
	}
}

// lane is why the managers should see a lead who confirmed, "" for no reason.
func (t *step) lane() Lane {
	shadow := t.takeShadow()
	switch as := t.Assess(&t.Session, t.in.At); {
	case as.Temperature == qualify.Hot:
		return LaneHot
	case as.Temperature == qualify.Warm:
		return LaneWarm
	case shadow:
		return LaneShadow
	}
	return ""
}

// reopen lets a lead whose case was closed begin anew, with the history.
func (t *step) reopen() {
	if t.Owner == Closed {
		t.Handoff, t.Claim, t.Closing, t.Owner, t.Stage = nil, nil, nil, Bot, StageQualified
	}
}

// takeShadow gives the lead a place among the first, which all go to the
// managers; it reports whether the lead has one.
func (t *step) takeShadow() bool {
	if t.in.Shadow && !t.Shadow && !t.Test {
		t.Shadow = true
		t.event(Event{Kind: EventShadow})
	}
	return t.Shadow
}

// handOff gives the lead to the managers' queue. Urgent cards go out at once,
// the others at the start of working hours.
func (t *step) handOff(lane Lane) {
	t.takeShadow()
	t.Cards++
	t.Handoff = &Handoff{Lane: lane, At: t.in.At, Due: t.in.At, Number: t.Cards, Confirmed: t.Phase == Done}
	t.Owner, t.Claim, t.Closing = Queue, nil, nil
	if !lane.Urgent() {
		t.Handoff.Due = t.Calendar.working(t.in.At)
	}
	if !t.Handoff.Due.After(t.in.At) {
		t.post()
	}
}

// bring puts a lead before the managers: in a new card or, when one is out, with
// the new reason on that card and a line of its own. A new promise is watched
// anew.
func (t *step) bring(lane Lane) {
	if t.Handoff == nil || !t.Handoff.Posted || t.Owner == Closed {
		t.handOff(lane)
		return
	}
	t.Handoff.Lane, t.Handoff.At, t.Handoff.Steps = lane, t.in.At, 0
	t.Handoff.Slot, t.Handoff.Other = time.Time{}, false
	t.changed()
	t.event(Event{Kind: EventRaised, Text: string(lane)})
}

// Urgent reports whether a card of the lane goes out at once, by night too.
func (l Lane) Urgent() bool { return l == LaneHot || l == LaneHuman || l == LaneBooking }

// post lets the card go out.
func (t *step) post() {
	t.Handoff.Posted = true
	t.Stage = StageHandedOff
	t.event(Event{Kind: EventHandoff, Text: string(t.Handoff.Lane)})
}

// human passes the lead on at once; without consent it is asked for first.
func (t *step) human() {
	if !t.Agreed(Processing) {
		t.Human = true
		t.askConsent(t.text("consent_human", nil))
		return
	}
	t.Stopped = false // else what the human writes would not arrive
	again := t.Flags.Has(qualify.AskedHuman) && t.Handoff != nil && t.Owner == Queue
	t.Flags = t.Flags.With(qualify.AskedHuman)
	switch {
	case again:
		t.goOn(t.text("human_already", values{"when": Plain(t.when())}))
	case t.Owner == Manager:
		t.bring(LaneHuman)
		t.reply("status_manager", nil)
	default:
		t.bring(LaneHuman)
		t.goOn(t.text("human_now", values{"when": Plain(t.whenHot())}))
	}
}

// book passes a booked consultation on and says when it will be settled.
func (t *step) book() Text {
	t.bring(LaneBooking)
	return t.text("booked", values{"when": Plain(t.whenHot())})
}

// goOn says something and offers to continue with what is open.
func (t *step) goOn(said Text) {
	if t.Phase == Done {
		t.send(Message{Text: said}, Replies)
		return
	}
	if t.Asked == "" && t.Phase == Asking && t.Exercise == "" {
		t.proceed(Join("\n\n", said, t.text("go_on", nil)))
		return
	}
	t.repeat(Join("\n\n", said, t.text("go_on", nil)))
}

// closing is the bot's last word: thanks, what happens next and when.
func (t *step) closing() {
	switch {
	case t.Handoff == nil && t.problem():
		t.reply("done_problem", nil)
	case t.Handoff == nil:
		t.reply("done_cold", nil)
	case t.Handoff.Lane.Urgent():
		t.reply("done_hot", values{"when": Plain(t.whenHot())})
	default:
		t.reply("done_warm", values{"when": Plain(t.whenWarm())})
	}
}

// problem reports whether the lead is one that the business rather lets go.
func (t *step) problem() bool { return t.Assess(&t.Session, t.in.At).Category == "problem" }

// afterDone answers a message that comes after the end: it may correct the card,
// ask something, or be for the managers.
func (t *step) afterDone() {
	yes, no := t.plainly(t.in.Text)
	if (yes || no) && t.offers(FollowUps) {
		t.followUps(map[bool]string{true: "yes", false: "no"}[yes])
		return
	}
	r := t.Script.Reader.Read("", t.in.Text)
	given := t.absorb(r, nil)
	t.toManagers()
	switch {
	case r.Intent == wantsHuman:
		t.human()
	case r.Intent == wantsStop:
		t.stop()
	case len(given) > 0:
		t.reconfirm(t.paraphrase(given))
	case r.Intent == asks && (t.Handoff == nil || t.answers(r.Theme)), r.Intent == "thanks":
		t.send(Message{Text: t.remark(r)}, Replies)
	default:
		t.forHuman()
	}
}

// reconfirm takes in what changed after the end: it may be a reason for a card.
func (t *step) reconfirm(said Text) {
	before := copied(t.Handoff)
	if t.route(); t.sameCard(before) {
		t.send(Message{Text: Join("\n\n", said, t.text("updated", nil))}, Replies)
		return
	}
	if said.String() != "" {
		t.send(Message{Text: said}, Replies)
	}
	t.closing()
}

// answers reports whether the script itself answers a question.
func (t *step) answers(about string) bool {
	k, ok := t.Script.known(about)
	return ok && !k.Pass
}

// forHuman takes a message that only a human can answer.
func (t *step) forHuman() {
	room := t.pass()
	if t.Handoff == nil {
		t.show(t.text("after_done_bot", nil), [][]Button{{
			{t.Script.Texts["change"], "review:edit"}, {t.Script.Texts["human"], "human"},
		}})
		return
	}
	if !room {
		t.reply("media_full", nil)
		return
	}
	t.reply("after_done", values{"when": Plain(t.when())})
}

const day = 24 * time.Hour

// Deadline is when the lead was promised to hear from a human: at the time they
// chose, else hot ones within the promise, the others by working hours.
func (a *Assistant) Deadline(h *Handoff) time.Time {
	if !h.Slot.IsZero() {
		return h.Slot
	}
	start := a.Calendar.working(h.At)
	if !h.Lane.Urgent() {
		return roundUp(a.Calendar.Working.Add(start, a.Calendar.WarmPromise))
	}
	return start.Add(a.Calendar.Promise)
}
