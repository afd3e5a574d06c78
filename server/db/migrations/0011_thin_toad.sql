ALTER TABLE "sessions" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "sessions" ALTER COLUMN "name" SET STATISTICS 0;
