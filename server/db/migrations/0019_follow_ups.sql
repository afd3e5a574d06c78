CREATE TABLE "follow_up_ballots" (
	"session_id" text NOT NULL,
	"tag" text NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "follow_up_ballots_session_id_tag_pk" PRIMARY KEY("session_id","tag")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"session_id" text PRIMARY KEY NOT NULL,
	"token_hash" text,
	"key" text,
	"closes_at" timestamp with time zone NOT NULL,
	"result" jsonb,
	CONSTRAINT "follow_ups_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "follow_up_ballots" ADD CONSTRAINT "follow_up_ballots_session_id_follow_ups_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."follow_ups"("session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "follow_ups" ALTER COLUMN "session_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "follow_ups" ALTER COLUMN "token_hash" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "follow_ups" ALTER COLUMN "key" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "follow_ups" ALTER COLUMN "result" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "follow_up_ballots" ALTER COLUMN "session_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "follow_up_ballots" ALTER COLUMN "tag" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "follow_up_ballots" ALTER COLUMN "answer" SET STATISTICS 0;
