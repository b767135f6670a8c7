ALTER TABLE "requirements" DROP CONSTRAINT "requirements_status";--> statement-breakpoint
ALTER TABLE "requirements" ADD COLUMN "tell_on" date;--> statement-breakpoint
-- What runs out is told of sixty days before, also where it was recorded before anybody told.
update requirements set tell_on = valid_until - 60 where status in ('granted', 'filed') and valid_until is not null and due <> 'after-crossing' and not (due = 'at-crossing' and type = 'prohibition' and uncertain);--> statement-breakpoint
CREATE INDEX "requirements_tell" ON "requirements" USING btree ("tell_on") WHERE tell_on is not null;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_status" CHECK (status in ('open', 'filed', 'queried', 'granted', 'refused', 'waived'));