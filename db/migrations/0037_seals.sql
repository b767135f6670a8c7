CREATE TABLE "leaves" (
	"index" integer PRIMARY KEY NOT NULL,
	"request" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "leaves_event" UNIQUE("stream","seq","request")
);
--> statement-breakpoint
CREATE TABLE "log_key_secrets" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"x" text NOT NULL,
	"until" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nodes" (
	"level" integer NOT NULL,
	"index" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "nodes_level_index_pk" PRIMARY KEY("level","index")
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"size" integer PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"note" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tree" (
	"id" integer PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"origin" text,
	CONSTRAINT "tree_once" CHECK ("tree"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "seal_queue" ADD COLUMN "queued_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "leaves_hash" ON "leaves" USING btree ("hash");
--> statement-breakpoint
insert into tree (id, size) values (1, 0);
--> statement-breakpoint
-- What happened before there were seals waits for its own like anything else. A million events take some ten seconds, in which nothing is written.
insert into seal_queue (request_id, stream, seq) select request_id, stream, seq from events on conflict do nothing;
--> statement-breakpoint
alter table tree enable row level security;
--> statement-breakpoint
create policy worked on tree for all using ((select is_system())) with check ((select is_system()));
--> statement-breakpoint
-- A leaf names a request: whoever asks for a proof names the event, and the system looks it up.
alter table leaves enable row level security;
--> statement-breakpoint
create policy seen on leaves for select using ((select is_system()));
--> statement-breakpoint
create policy written on leaves for insert with check ((select is_system()));
--> statement-breakpoint
-- Hashes and what was signed of them tell nothing of anybody.
alter table nodes enable row level security;
--> statement-breakpoint
create policy seen on nodes for select using ((select current_actor()) is not null);
--> statement-breakpoint
create policy written on nodes for insert with check ((select is_system()));
--> statement-breakpoint
alter table seals enable row level security;
--> statement-breakpoint
create policy seen on seals for select using ((select current_actor()) is not null);
--> statement-breakpoint
create policy written on seals for insert with check ((select is_system()));
--> statement-breakpoint
alter table log_keys enable row level security;
--> statement-breakpoint
create policy seen on log_keys for select using ((select current_actor()) is not null);
--> statement-breakpoint
create policy written on log_keys for insert with check ((select is_system()));
--> statement-breakpoint
create policy changed on log_keys for update using ((select is_system())) with check ((select is_system()));
--> statement-breakpoint
alter table log_key_secrets enable row level security;
--> statement-breakpoint
create policy system on log_key_secrets for all using ((select is_system())) with check ((select is_system()));
