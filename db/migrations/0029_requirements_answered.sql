ALTER TABLE "requirements" DROP CONSTRAINT "requirements_status";--> statement-breakpoint
ALTER TABLE "requirements" ADD COLUMN "tell_on" date;--> statement-breakpoint
CREATE INDEX "requirements_tell" ON "requirements" USING btree ("tell_on") WHERE tell_on is not null;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_status" CHECK (status in ('open', 'filed', 'queried', 'granted', 'refused', 'waived'));