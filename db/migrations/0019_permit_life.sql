ALTER TABLE "permits" DROP CONSTRAINT "permits_status";--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "revoked_from" date;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "earlier" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "permits_earlier" ON "permits" USING gin ("earlier");--> statement-breakpoint
ALTER TABLE "permits" ADD CONSTRAINT "permits_status" CHECK (status in ('valid', 'suspended', 'closed', 'expired', 'revoked'));