CREATE TABLE "summary_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"session_id" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "summary_links_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "summary_links" ADD CONSTRAINT "summary_links_version_fk" FOREIGN KEY ("session_id","version") REFERENCES "public"."summary_versions"("session_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summary_links_version" ON "summary_links" USING btree ("session_id","version");--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "summary_links" ALTER COLUMN "token_hash" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "summary_links" ALTER COLUMN "id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "summary_links" ALTER COLUMN "session_id" SET STATISTICS 0;
