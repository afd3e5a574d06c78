ALTER TABLE "sessions" ADD COLUMN "acted_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "keep_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "raw_erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "summary" jsonb;--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic: what people wrote, and keys, tags and hashes of secrets, survived there (anonymity.md, rule 8).
ALTER TABLE "installation" ALTER COLUMN "setup_token_hash" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "token_hash" SET STATISTICS 0, ALTER COLUMN "created_by" SET STATISTICS 0, ALTER COLUMN "email" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sign_ins" ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "user_id" SET STATISTICS 0, ALTER COLUMN "user_agent" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "email" SET STATISTICS 0, ALTER COLUMN "name" SET STATISTICS 0, ALTER COLUMN "password_hash" SET STATISTICS 0, ALTER COLUMN "role" SET STATISTICS 0, ALTER COLUMN "language" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "activity_keys" ALTER COLUMN "session_id" SET STATISTICS 0, ALTER COLUMN "activity" SET STATISTICS 0, ALTER COLUMN "key" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "handled_commands" ALTER COLUMN "session_id" SET STATISTICS 0, ALTER COLUMN "command_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "node_people" ALTER COLUMN "node" SET STATISTICS 0, ALTER COLUMN "session_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sealed_ballots" ALTER COLUMN "session_id" SET STATISTICS 0, ALTER COLUMN "activity" SET STATISTICS 0, ALTER COLUMN "slot" SET STATISTICS 0, ALTER COLUMN "tag" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sealed_cards" ALTER COLUMN "session_id" SET STATISTICS 0, ALTER COLUMN "activity" SET STATISTICS 0, ALTER COLUMN "edit_hash" SET STATISTICS 0, ALTER COLUMN "mark_hash" SET STATISTICS 0, ALTER COLUMN "review_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sealed_contributors" ALTER COLUMN "session_id" SET STATISTICS 0, ALTER COLUMN "activity" SET STATISTICS 0, ALTER COLUMN "tag" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "session_events" ALTER COLUMN "session_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "owner_id" SET STATISTICS 0, ALTER COLUMN "code" SET STATISTICS 0, ALTER COLUMN "stage_key" SET STATISTICS 0, ALTER COLUMN "plan" SET STATISTICS 0, ALTER COLUMN "status" SET STATISTICS 0, ALTER COLUMN "summary" SET STATISTICS 0;
