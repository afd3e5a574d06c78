ALTER TABLE "sessions" ADD COLUMN "admission_key" text;--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "sessions" ALTER COLUMN "admission_key" SET STATISTICS 0;
