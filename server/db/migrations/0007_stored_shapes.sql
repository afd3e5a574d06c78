CREATE TABLE "session_notes" (
	"session_id" text NOT NULL,
	"activity" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "session_notes_session_id_activity_pk" PRIMARY KEY("session_id","activity")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "lobby_until" timestamp with time zone DEFAULT now() + interval '14 days' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "erasure_waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "session_notes" ALTER COLUMN "session_id" SET STATISTICS 0, ALTER COLUMN "activity" SET STATISTICS 0, ALTER COLUMN "text" SET STATISTICS 0;
