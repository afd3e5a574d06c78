CREATE TABLE "blind_replies" (
	"session_id" text NOT NULL,
	"mark_hash" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "blind_replies_session_id_mark_hash_pk" PRIMARY KEY("session_id","mark_hash")
);
--> statement-breakpoint
CREATE TABLE "talk_requests" (
	"session_id" text NOT NULL,
	"about" text NOT NULL,
	"from_card" boolean NOT NULL,
	"revision" integer NOT NULL,
	"acknowledged" boolean NOT NULL,
	CONSTRAINT "talk_requests_session_id_about_pk" PRIMARY KEY("session_id","about")
);
--> statement-breakpoint
ALTER TABLE "blind_replies" ADD CONSTRAINT "blind_replies_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_requests" ADD CONSTRAINT "talk_requests_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- No column of text, JSON or ids may be sampled into pg_statistic (see 0001).
ALTER TABLE "blind_replies" ALTER COLUMN "session_id" SET STATISTICS 0, ALTER COLUMN "mark_hash" SET STATISTICS 0, ALTER COLUMN "text" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "talk_requests" ALTER COLUMN "session_id" SET STATISTICS 0, ALTER COLUMN "about" SET STATISTICS 0;
