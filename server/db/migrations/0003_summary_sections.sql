ALTER TABLE "sessions" ADD COLUMN "hidden_sections" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "sessions" ALTER COLUMN "hidden_sections" SET STATISTICS 0;
