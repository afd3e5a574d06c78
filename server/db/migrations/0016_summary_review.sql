ALTER TABLE "sessions" ADD COLUMN "summary_review" jsonb;--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "sessions" ALTER COLUMN "summary_review" SET STATISTICS 0;
