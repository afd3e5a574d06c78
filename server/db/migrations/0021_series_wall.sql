ALTER TABLE "sessions" ADD COLUMN "wall_id" text;--> statement-breakpoint
-- Meetings of a series that goes on hang together from now on; those of one that has ended are not known any more.
UPDATE "sessions" SET "wall_id" = "series_id";--> statement-breakpoint
-- No column of ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "sessions" ALTER COLUMN "wall_id" SET STATISTICS 0;
