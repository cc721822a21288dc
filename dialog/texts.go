package dialog

import (
	"maps"
	"slices"
)

// reader says who reads a text.
type reader int

const (
	prospect reader = iota + 1
	button          // of the prospect's messages
	part            // a piece of other texts, or a list
	staff           // managers and owners
)

// use describes a text: its reader, and the placeholders it may have beside
// {name} and the script's facts.
type use struct {
	reader reader
	values []string
}

// texts are all that a script, with the base of its language, must have.
var texts = map[string]use{
	"hello": {prospect, nil}, "consent": {prospect, nil}, "consent_link": {part, []string{"url"}},
	"consent_yes": {button, nil}, "consent_no": {button, nil}, "consent_again": {prospect, nil},
	"consent_human": {prospect, nil}, "declined": {prospect, nil},

	"skip": {button, nil}, "back": {button, nil}, "human": {button, nil}, "keep": {button, nil},
	"skipped": {part, nil}, "progress": {part, []string{"n", "total"}},
	"miss": {prospect, nil}, "miss_again": {prospect, nil}, "miss_human": {prospect, nil},
	"miss_unsure": {prospect, nil}, "more": {button, nil},
	"known": {prospect, nil}, "understood": {part, []string{"list"}}, "corrected": {part, []string{"list"}},
	"greeting": {prospect, nil}, "thanks": {prospect, nil}, "offtopic": {prospect, nil},
	"question_passed": {prospect, []string{"when"}}, "question_consent": {prospect, nil},
	"later_set": {prospect, []string{"when"}}, "later_remind": {prospect, nil},
	"rude_calm": {prospect, nil}, "rude_human": {prospect, nil}, "rude_pause": {prospect, nil},
	"long_text": {prospect, nil}, "media": {prospect, nil}, "edited_ignored": {prospect, nil}, "edited_gone": {prospect, nil},
	"media_caption": {prospect, nil}, "media_full": {prospect, nil}, "sticker": {prospect, nil}, "unkept": {prospect, nil}, "flood": {prospect, nil},
	"stale": {prospect, nil}, "already": {prospect, []string{"answer"}}, "no_back": {prospect, nil}, "required": {prospect, nil},
	"other_contact": {prospect, nil}, "bad_phone": {prospect, nil}, "phone_button": {button, nil},
	"phone_thanks": {prospect, nil}, "phone_left": {prospect, nil},

	"human_now": {prospect, []string{"when"}}, "human_already": {prospect, []string{"when"}}, "offer_human": {prospect, nil},
	"booked": {prospect, []string{"when"}}, "go_on": {prospect, nil}, "think_set": {prospect, nil}, "think_remind": {prospect, nil},
	"with_manager": {prospect, nil}, "status_manager": {prospect, nil},

	"review": {part, []string{"list"}}, "review_yes": {button, nil}, "review_edit": {button, nil},
	"edit_pick": {prospect, nil}, "edit_nothing": {prospect, nil}, "updated": {prospect, nil},
	"done_hot": {prospect, []string{"when"}}, "done_warm": {prospect, []string{"when"}}, "done_cold": {prospect, nil}, "done_problem": {prospect, nil},
	"followups_ask": {prospect, nil}, "followups_yes": {button, nil}, "followups_no": {button, nil},
	"followups_thanks": {prospect, nil}, "followups_declined": {prospect, nil},
	"after_done": {prospect, []string{"when"}}, "after_done_bot": {prospect, nil}, "after_closed": {prospect, nil}, "passed_on": {prospect, nil}, "kept": {prospect, nil},
	"resume": {prospect, nil}, "resume_done": {prospect, nil}, "same": {button, nil}, "change": {button, nil},

	"stopped": {prospect, nil}, "stopped_hint": {prospect, nil}, "help": {part, nil}, "unknown_command": {prospect, nil},
	"status_asking": {prospect, []string{"n", "total"}}, "status_done": {prospect, nil},
	"status_queue": {prospect, []string{"when"}}, "forgotten": {prospect, nil}, "mydata": {part, []string{"list"}}, "mydata_none": {prospect, nil},
	"status_new": {prospect, nil}, "status_review": {prospect, nil}, "status_closed": {prospect, nil}, "name_label": {part, nil}, "sorry": {prospect, nil}, "resumed": {prospect, nil},

	"menu_start": {part, nil}, "menu_status": {part, nil}, "menu_back": {part, nil}, "menu_edit": {part, nil}, "menu_human": {part, nil},
	"menu_mydata": {part, nil}, "menu_stop": {part, nil}, "menu_forget": {part, nil}, "menu_help": {part, nil},

	"exercise_now": {button, nil}, "exercise_later": {button, nil}, "exercise_go_on": {button, nil},
	"exercise_1d": {button, nil}, "exercise_3d": {button, nil}, "exercise_7d": {button, nil},
	"exercise_wait": {prospect, nil}, "exercise_set": {prospect, []string{"when"}},
	"exercise_more": {part, []string{"n"}}, "exercise_unread": {part, nil}, "exercise_line": {part, []string{"n", "text"}}, "exercise_full": {prospect, []string{"n"}},

	"when_minutes": {part, []string{"n"}}, "when_today": {part, []string{"time"}}, "when_late": {part, nil},
	"by_today": {part, []string{"time"}}, "by_tomorrow": {part, []string{"time"}}, "by_day": {part, []string{"day", "time"}}, "by_date": {part, []string{"day", "date", "time"}}, "when_tomorrow": {part, []string{"time"}},
	"when_day": {part, []string{"day", "time"}}, "when_date": {part, []string{"day", "date", "time"}}, "weekdays": {part, nil},

	"desk_new_hot": {staff, nil}, "desk_new_warm": {staff, nil}, "desk_new_human": {staff, nil}, "desk_new_booking": {staff, nil},
	"desk_new_unfinished": {staff, nil}, "desk_new_shadow": {staff, nil}, "desk_new_question": {staff, nil}, "desk_answer": {staff, nil}, "desk_unconfirmed": {staff, nil},
	"desk_score": {staff, []string{"score"}}, "desk_source": {staff, nil}, "desk_said": {staff, nil}, "desk_up": {staff, nil},
	"desk_risks": {staff, nil}, "desk_promised": {staff, nil}, "desk_next": {staff, nil}, "desk_scheme": {staff, nil},
	"desk_effort": {staff, nil}, "desk_draft": {staff, nil}, "desk_draft_text": {staff, nil},
	"desk_claim": {staff, nil}, "desk_release": {staff, nil}, "desk_called": {staff, nil}, "desk_reject": {staff, nil},
	"desk_won": {staff, nil}, "desk_lost": {staff, nil}, "desk_claimed_by": {staff, []string{"manager", "time"}},
	"desk_taken": {staff, []string{"manager", "time"}}, "desk_yours": {staff, nil}, "desk_not_member": {staff, nil},
	"desk_gone": {staff, nil}, "desk_released": {staff, nil}, "desk_free": {staff, nil}, "desk_closed": {staff, nil},
	"desk_noted": {staff, nil}, "desk_message": {staff, nil}, "desk_blocked": {staff, nil}, "desk_called_at": {staff, []string{"time"}}, "outcome_won": {staff, nil}, "outcome_lost": {staff, nil}, "outcome_rejected": {staff, nil}, "desk_media": {staff, nil}, "desk_test": {staff, nil}, "desk_promise": {staff, []string{"time"}}, "desk_until": {staff, []string{"time"}}, "desk_erased": {staff, nil},
	"desk_take_first": {staff, nil}, "desk_closed_inside": {staff, nil}, "desk_stopped_unsent": {staff, nil}, "desk_unsent": {staff, nil}, "desk_undeleted": {staff, nil}, "desk_anonymous": {staff, nil},
	"desk_unshown": {staff, nil}, "desk_edited": {staff, nil}, "desk_slot": {staff, []string{"when"}}, "desk_help": {staff, nil},
	"desk_away": {staff, nil}, "desk_here": {staff, nil}, "title_bot": {staff, nil}, "title_queue": {staff, nil},
	"title_manager": {staff, nil}, "title_closed": {staff, nil}, "title_erased": {staff, nil},
	"desk_unblocked": {staff, nil}, "desk_stopped": {staff, nil}, "desk_owner_absent": {staff, []string{"id"}},
	"temperature_hot": {staff, nil}, "temperature_warm": {staff, nil}, "temperature_cold": {staff, nil},
	"category_strategic": {staff, nil}, "category_promising": {staff, nil}, "category_operational": {staff, nil},
	"category_problem": {staff, nil}, "category_unrated": {staff, nil},
	"segment_novice": {staff, nil}, "segment_low_sales": {staff, nil}, "segment_scaling": {staff, nil},
	"segment_unknown": {staff, nil},
	"flag_rush":       {staff, nil}, "flag_extras": {staff, nil}, "flag_rude_repeat": {staff, nil}, "flag_pay_by_result": {staff, nil},
	"flag_out_of_profile": {staff, nil}, "flag_spam": {staff, nil}, "flag_prohibited": {staff, nil},
	"reason_decay": {staff, nil},
	"digest_title": {staff, []string{"period"}}, "digest_late": {staff, nil}, "digest_leads": {staff, nil},
	"digest_new": {staff, []string{"n", "before", "completed"}}, "digest_sources": {staff, nil}, "digest_no_source": {staff, nil},
	"digest_funnel": {staff, nil}, "digest_funnel_row": {staff, []string{"question", "asked", "answered"}},
	"digest_worst": {staff, nil}, "digest_categories": {staff, nil}, "digest_temperatures": {staff, nil},
	"digest_unclaimed": {staff, nil}, "digest_none": {staff, nil}, "digest_empty": {staff, nil},
	"digest_missed": {staff, nil}, "digest_missed_row": {staff, []string{"question", "text", "n"}}, "digest_unclear": {staff, nil},
	"missed_ask": {staff, nil}, "missed_leads": {staff, []string{"n"}}, "missed_none": {staff, nil}, "missed_nothing": {staff, nil},
	"missed_taught": {staff, []string{"manager", "option"}}, "missed_undo": {staff, nil}, "missed_undone": {staff, nil},
	"missed_thanks": {staff, []string{"option"}}, "missed_already": {staff, []string{"manager", "option"}}, "missed_gone": {staff, nil},
	"owner_help":          {staff, nil},
	"id_answer":           {staff, []string{"id", "user"}},
	"alarm_managers_lost": {staff, nil}, "alarm_delivery": {staff, []string{"lead"}}, "alarm_unclear": {staff, nil}, "alarm_unclear_lead": {staff, []string{"lead"}},
	"alarm_overdue": {staff, []string{"lead"}}, "alarm_garbled": {staff, nil}, "alarm_refused": {staff, []string{"error"}},
	"alarm_dead": {staff, nil}, "alarm_away": {staff, []string{"from", "to"}},

	"clerk_mine": {staff, nil}, "clerk_free": {staff, nil}, "clerk_burning": {staff, nil}, "clerk_quiet": {staff, nil},
	"clerk_more": {staff, []string{"n"}}, "clerk_since": {staff, []string{"time"}}, "clerk_first": {staff, nil},
	"clerk_later": {staff, []string{"time"}}, "clerk_waits": {staff, []string{"time"}}, "clerk_until": {staff, []string{"time"}},
	"clerk_over": {staff, []string{"time"}}, "clerk_nobody": {staff, nil}, "clerk_silent": {staff, []string{"manager"}},
	"clerk_here": {staff, nil}, "clerk_away": {staff, nil}, "clerk_lead_usage": {staff, nil},
	"clerk_lead_unknown": {staff, []string{"lead"}}, "clerk_no_card": {staff, nil}, "clerk_find_usage": {staff, nil},
	"clerk_found": {staff, nil}, "clerk_found_more": {staff, []string{"n"}}, "clerk_not_found": {staff, []string{"text"}}, "clerk_bot": {staff, nil},
	"clerk_queue": {staff, nil}, "clerk_closed": {staff, nil}, "clerk_transcript": {staff, []string{"name", "count"}},
	"clerk_messages": {staff, nil}, "clerk_file": {staff, []string{"lead"}}, "clerk_bot_says": {staff, nil},
	"clerk_manager_says": {staff, []string{"manager"}}, "clerk_attachment": {staff, nil}, "clerk_meant": {staff, nil}, "clerk_no_talk": {staff, nil},
	"clerk_failed": {staff, nil},
	"excuse":       {prospect, nil}, "slot_other": {button, nil}, "slot_ask": {prospect, nil}, "slot_past": {prospect, nil}, "slot_thanks": {prospect, nil},
	"slot_set": {prospect, []string{"when"}}, "returned": {prospect, []string{"when"}},
	"desk_list_opening": {staff, nil}, "desk_list_target": {staff, nil}, "desk_list_heads": {staff, []string{"heads"}},
	"desk_list_owners": {staff, nil}, "desk_list_soon": {staff, nil}, "desk_list_more": {staff, []string{"n"}}, "desk_head": {staff, nil},
	"desk_since": {staff, []string{"time"}}, "desk_silent": {staff, []string{"manager", "time"}}, "desk_missed": {staff, []string{"time"}},
	"desk_ping": {staff, []string{"manager", "time"}}, "desk_ping_later": {staff, []string{"manager", "time"}},
	"desk_lapsed": {staff, []string{"manager", "time"}}, "desk_offered": {staff, []string{"first", "second"}},
	// what the managers press, and what follows
	"desk_hand": {staff, nil}, "desk_later": {staff, nil}, "desk_take_over": {staff, nil},
	"desk_transcript": {staff, nil}, "desk_more": {staff, nil}, "desk_reopen": {staff, nil},
	"desk_no_reason": {staff, nil}, "desk_later_1h": {staff, nil}, "desk_later_3h": {staff, nil},
	"desk_later_2d": {staff, nil}, "desk_category_computed": {staff, nil}, "desk_temperature_computed": {staff, nil},
	"desk_absent": {staff, nil}, "desk_ask_hand": {staff, nil}, "desk_ask_later": {staff, nil},
	"desk_ask_amount": {staff, nil}, "desk_ask_lost": {staff, nil}, "desk_ask_reject": {staff, nil},
	"desk_ask_cat": {staff, nil}, "desk_ask_temp": {staff, nil}, "desk_ask_more": {staff, nil},
	"desk_ask_button": {staff, nil}, "desk_ask_digits": {staff, nil}, "desk_asked": {staff, nil},
	"desk_answered": {staff, nil}, "desk_hand_nobody": {staff, nil}, "desk_hand_gone": {staff, nil},
	"desk_handed": {staff, []string{"manager"}}, "desk_put_off": {staff, []string{"time"}}, "desk_reopened": {staff, nil},
	"desk_open": {staff, nil}, "desk_transcript_soon": {staff, nil}, "desk_overridden": {staff, []string{"label", "manager"}},
	"desk_flags": {staff, nil}, "desk_call": {staff, []string{"time"}}, "desk_deals": {staff, nil},
	"desk_deals_sum": {staff, []string{"n", "sum"}}, "desk_money": {staff, []string{"n"}}, "lifecycle_prospect": {staff, nil},
	"lifecycle_user": {staff, nil}, "lifecycle_regular": {staff, nil}, "desk_brief": {staff, []string{"manager"}},
	"desk_brief_before": {staff, []string{"manager"}}, "desk_brief_answers": {staff, nil},
}

// texts checks that every text is there, and that its placeholders will be filled.
func (c *checker) texts(s *Script) {
	for _, id := range slices.Sorted(maps.Keys(s.Texts)) {
		c.text(s, id)
	}
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		if s.Texts[id] == "" {
			c.add(path{"texts"}, "text %q is missing", id)
		}
	}
	if len(s.Reminders) < 2 {
		c.add(path{"reminders"}, "at least two reminders: the last one says goodbye")
	}
	for i, text := range s.Reminders {
		c.placeholders(s, text, path{"reminders", i}, nil)
	}
	for name, e := range s.Exercises {
		at := path{"exercises", name}
		c.placeholders(s, e.Text, append(at, "text"), nil)
		c.placeholders(s, e.Now, append(at, "now"), nil)
		c.placeholders(s, e.Later, append(at, "later"), []string{"when"})
		for i, text := range e.Remind {
			c.placeholders(s, text, append(slices.Clone(at), "remind", i), nil)
		}
		if e.Rows != nil {
			for key, text := range e.Rows.said() {
				c.placeholders(s, text, append(slices.Clone(at), "rows", key), []string{"topic"})
			}
		}
	}
	for i := range s.Questions {
		a, at := &s.Questions[i], path{"questions", i}
		c.placeholders(s, a.Text, append(at, "ask"), nil)
		for j, o := range a.Options {
			c.placeholders(s, o.Say, append(slices.Clone(at), "options", j, "say"), nil)
		}
		for j, r := range a.Say {
			c.placeholders(s, r.Text, append(slices.Clone(at), "say", j, "text"), nil)
		}
	}
}

func (c *checker) text(s *Script, id string) {
	at := path{"texts", id}
	u, known := texts[id]
	if !known {
		c.add(at, "unknown text %q", id)
		return
	}
	c.placeholders(s, s.Texts[id], at, u.values)
}

func (c *checker) placeholders(s *Script, text string, at path, known []string) {
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		name := m[1]
		if _, fact := s.Vars[name]; !fact && name != "name" && !slices.Contains(known, name) {
			c.add(at, "nothing fills {%s}", name)
		}
	}
}
