DROP INDEX "permits_earlier";--> statement-breakpoint
DROP INDEX "steps_substitutes";--> statement-breakpoint
CREATE INDEX "permits_reissued" ON "permits" USING btree ("request_id") WHERE "permits"."earlier" <> '{}';--> statement-breakpoint
CREATE INDEX "steps_substituted" ON "steps" USING btree ("request_id") WHERE "steps"."substitutes" <> '{}';--> statement-breakpoint
CREATE INDEX "steps_returned" ON "steps" USING btree ("desk") WHERE "steps"."outcome" = 'returned';