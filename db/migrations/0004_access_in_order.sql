DROP INDEX "request_access_subject";--> statement-breakpoint
CREATE INDEX "request_access_subject" ON "request_access" USING btree ("subject","request_id");