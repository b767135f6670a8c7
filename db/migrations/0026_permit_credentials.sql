CREATE TABLE "permit_credentials" (
	"request_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"token" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "permit_credentials_request_id_edition_pk" PRIMARY KEY("request_id","edition")
);
--> statement-breakpoint
CREATE TABLE "permit_key_secrets" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "permit_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"x" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "status_entries" (
	"list" integer NOT NULL,
	"place" integer NOT NULL,
	"request" uuid NOT NULL,
	"edition" integer NOT NULL,
	CONSTRAINT "status_entries_list_place_pk" PRIMARY KEY("list","place")
);
--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "edition" integer;--> statement-breakpoint
-- One index look-up a permit; a hundred thousand of them take some seconds, in which no permit can change.
update permits set edition = (select max(e.seq) from events e
  where e.request_id = permits.request_id and e.stream = 'request:' || permits.request_id and e.type in ('permit.issued', 'permit.amended', 'permit.reissued'));--> statement-breakpoint
ALTER TABLE "permits" ALTER COLUMN "edition" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "status_entries_request" ON "status_entries" USING btree ("request");
--> statement-breakpoint
alter table permit_keys enable row level security;
--> statement-breakpoint
create policy seen on permit_keys for select using ((select current_actor()) is not null);
--> statement-breakpoint
create policy written on permit_keys for insert with check ((select is_system()));
--> statement-breakpoint
-- What signs, and whose place in a list is whose, is nobody's to see.
alter table permit_key_secrets enable row level security;
--> statement-breakpoint
create policy system on permit_key_secrets for all using ((select is_system())) with check ((select is_system()));
--> statement-breakpoint
alter table status_entries enable row level security;
--> statement-breakpoint
create policy system on status_entries for all using ((select is_system())) with check ((select is_system()));
--> statement-breakpoint
alter table permit_credentials enable row level security;
--> statement-breakpoint
create policy seen on permit_credentials for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = permit_credentials.request_id and a.subject = any ((select subjects_of_actor())::text[]) offset 0));
--> statement-breakpoint
create policy written on permit_credentials for insert with check ((select is_system()));
