package courier

import (
	"slices"

	"leadbot/bot/outbox"
)

// Forget drops what still waits to be sent of a lead who wants to be forgotten: the
// deliveries with ids below the bound, which the database has given up already.
// One that is under way is not tried again.
func (c *Courier) Forget(lead, below int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forgotten[lead] = below
	for _, l := range c.lanes {
		l.leave()
		l.queue, l.redraws = slices.DeleteFunc(l.queue, c.gone), slices.DeleteFunc(l.redraws, c.gone)
		c.settle(l)
	}
	c.told = slices.DeleteFunc(c.told, func(o outbox.Outcome) bool { return c.gone(&parcel{Delivery: o.Delivery}) })
}

// gone reports whether the parcel belongs to what is forgotten.
func (c *Courier) gone(p *parcel) bool { return p.Lead != 0 && p.ID < c.forgotten[p.Lead] }
