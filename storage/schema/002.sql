-- The managers' desk: who has which lead, the search, and the messages that stand
-- for others on the other side of a conversation.

ALTER TABLE leads ADD COLUMN manager INTEGER; -- who has the lead now
ALTER TABLE leads ADD COLUMN search TEXT NOT NULL DEFAULT ''; -- what a lead is found by, in lower case, ё as е
ALTER TABLE outbox ADD COLUMN twin INTEGER; -- the message that this one stands for

CREATE INDEX leads_manager ON leads (manager) WHERE manager IS NOT NULL;
CREATE INDEX outbox_desk ON outbox (message_id) WHERE chat = 0 AND message_id IS NOT NULL;
CREATE INDEX outbox_twin ON outbox (message_id) WHERE twin IS NOT NULL AND message_id IS NOT NULL;
CREATE INDEX outbox_said ON outbox (twin) WHERE twin IS NOT NULL;

-- What managers look up: the search reads this index alone, an account of a
-- conversation the events of one lead.
CREATE INDEX leads_search ON leads (search);
CREATE INDEX events_lead ON events (lead_id) WHERE lead_id IS NOT NULL;
DROP INDEX events_text;
