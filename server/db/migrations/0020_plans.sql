CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"plan" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presets" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"part" text NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "presets_name" UNIQUE("owner_id","kind","part","name")
);
--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presets" ADD CONSTRAINT "presets_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plans_owner" ON "plans" USING btree ("owner_id");--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "plans" ALTER COLUMN "id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "plans" ALTER COLUMN "owner_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "plans" ALTER COLUMN "plan" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "presets" ALTER COLUMN "id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "presets" ALTER COLUMN "owner_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "presets" ALTER COLUMN "kind" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "presets" ALTER COLUMN "part" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "presets" ALTER COLUMN "name" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "presets" ALTER COLUMN "value" SET STATISTICS 0;
