CREATE TABLE "seal_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"addresses" text[] NOT NULL,
	"language" text NOT NULL
);

--> statement-breakpoint
-- Addresses are people's: the system reads and writes them, for whoever administers the institution.
alter table seal_mails enable row level security;
--> statement-breakpoint
create policy own on seal_mails for all using ((select is_system())) with check ((select is_system()));
