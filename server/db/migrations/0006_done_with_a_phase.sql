ALTER TABLE "node_people" ADD COLUMN "phase" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "node_people" ALTER COLUMN "phase" SET STATISTICS 0;
