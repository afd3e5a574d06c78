CREATE TABLE "summary_versions" (
	"session_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"takeaway" text DEFAULT '' NOT NULL,
	"hidden_sections" text[] DEFAULT '{}'::text[] NOT NULL,
	"review" jsonb,
	"summary" jsonb,
	CONSTRAINT "summary_versions_session_id_number_pk" PRIMARY KEY("session_id","number")
);
--> statement-breakpoint
ALTER TABLE "summary_versions" ADD CONSTRAINT "summary_versions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- What there is of a session becomes its first version, with the summary where that is all that remains.
INSERT INTO "summary_versions" ("session_id", "number", "takeaway", "hidden_sections", "review", "summary")
	SELECT "id", 1, "takeaway", "hidden_sections", "summary_review", CASE WHEN "raw_erased_at" IS NULL THEN NULL ELSE "summary" END
	FROM "sessions"
	WHERE "takeaway" <> '' OR "hidden_sections" <> '{}' OR "summary_review" IS NOT NULL
		OR ("raw_erased_at" IS NOT NULL AND "summary" IS NOT NULL);--> statement-breakpoint
UPDATE "sessions" SET "summary" = NULL WHERE "raw_erased_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "takeaway";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "hidden_sections";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "summary_review";--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "summary_versions" ALTER COLUMN "session_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "summary_versions" ALTER COLUMN "name" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "summary_versions" ALTER COLUMN "takeaway" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "summary_versions" ALTER COLUMN "hidden_sections" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "summary_versions" ALTER COLUMN "review" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "summary_versions" ALTER COLUMN "summary" SET STATISTICS 0;
