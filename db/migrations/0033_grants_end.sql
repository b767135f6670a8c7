ALTER TABLE "accounts" ADD COLUMN "tell_on" date;--> statement-breakpoint
CREATE INDEX "accounts_tell" ON "accounts" USING btree ("tell_on") WHERE tell_on is not null;--> statement-breakpoint
-- Of a grant that was registered before anybody was told of its end, the first warning is sixty days before it.
update accounts set tell_on = (granted ->> 'validUntil')::date - 60 where granted ->> 'validUntil' is not null;
