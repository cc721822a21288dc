package understand

// classes are the words that the reader itself asks for.
type classes struct {
	not, without, no, none, idiom, doing, quit, filler, and, or, but symbol
	past, wish, now, others, me, you, with                           symbol
	from, to, more, less, most, least, about, than, many             symbol
	thousand, million, hundred, ten, grand, half, halfMore, surplus  symbol
	rouble, dollar, euro, foreign                                    symbol
	per, period, day, week, month, year, unit, single                symbol
	ago, today, apiece, that, changed, third                         symbol
	quarter, halfYear, after                                         symbol

	yes, preposition, given, town, speaker symbol
}

// fields names the classes as a lexicon does.
func (c *classes) fields() map[string]*symbol {
	return map[string]*symbol{
		"not": &c.not, "without": &c.without, "no": &c.no, "none": &c.none, "idiom": &c.idiom, "doing": &c.doing,
		"quit":   &c.quit,
		"filler": &c.filler, "and": &c.and, "or": &c.or, "but": &c.but,
		"past": &c.past, "wish": &c.wish, "now": &c.now, "others": &c.others, "me": &c.me, "you": &c.you, "with": &c.with,
		"from": &c.from, "to": &c.to, "more": &c.more, "less": &c.less, "most": &c.most, "least": &c.least,
		"about": &c.about, "than": &c.than, "many": &c.many,
		"thousand": &c.thousand, "million": &c.million, "hundred": &c.hundred, "ten": &c.ten, "grand": &c.grand,
		"half": &c.half, "half_more": &c.halfMore, "surplus": &c.surplus,
		"rouble": &c.rouble, "dollar": &c.dollar, "euro": &c.euro, "foreign": &c.foreign,
		"per": &c.per, "period": &c.period, "day": &c.day, "week": &c.week, "month": &c.month, "year": &c.year,
		"ago": &c.ago, "that": &c.that, "third": &c.third, "changed": &c.changed, "today": &c.today, "apiece": &c.apiece, "quarter": &c.quarter, "half_year": &c.halfYear, "after": &c.after, "unit": &c.unit, "single": &c.single,
		"yes": &c.yes, "preposition": &c.preposition, "given": &c.given, "town": &c.town, "speaker": &c.speaker,
	}
}
