CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"setup_token_hash" text,
	CONSTRAINT "installation_one_row" CHECK ("installation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"email" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_email_lower_case" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_role_known" CHECK ("users"."role" in ('admin', 'facilitator'))
);
--> statement-breakpoint
CREATE TABLE "activity_keys" (
	"session_id" text NOT NULL,
	"activity" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "activity_keys_session_id_activity_pk" PRIMARY KEY("session_id","activity")
);
--> statement-breakpoint
CREATE TABLE "handled_commands" (
	"session_id" text NOT NULL,
	"command_id" text NOT NULL,
	CONSTRAINT "handled_commands_session_id_command_id_pk" PRIMARY KEY("session_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "node_people" (
	"node" text NOT NULL,
	"session_id" text NOT NULL,
	"joined" integer NOT NULL,
	"away" integer NOT NULL,
	"done" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "node_people_node_session_id_pk" PRIMARY KEY("node","session_id")
);
--> statement-breakpoint
CREATE TABLE "sealed_ballots" (
	"session_id" text NOT NULL,
	"activity" text NOT NULL,
	"slot" text NOT NULL,
	"tag" text NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "sealed_ballots_session_id_activity_slot_tag_pk" PRIMARY KEY("session_id","activity","slot","tag")
);
--> statement-breakpoint
CREATE TABLE "sealed_cards" (
	"session_id" text NOT NULL,
	"activity" text NOT NULL,
	"batch" integer NOT NULL,
	"edit_hash" text NOT NULL,
	"mark_hash" text NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb,
	"review_id" text,
	"held" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sealed_cards_session_id_activity_edit_hash_pk" PRIMARY KEY("session_id","activity","edit_hash")
);
--> statement-breakpoint
CREATE TABLE "sealed_contributors" (
	"session_id" text NOT NULL,
	"activity" text NOT NULL,
	"batch" integer NOT NULL,
	"tag" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "sealed_contributors_session_id_activity_batch_tag_pk" PRIMARY KEY("session_id","activity","batch","tag")
);
--> statement-breakpoint
CREATE TABLE "session_events" (
	"session_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "session_events_session_id_seq_pk" PRIMARY KEY("session_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"code" text,
	"stage_key" text NOT NULL,
	"plan" jsonb NOT NULL,
	"status" text NOT NULL,
	"locked" boolean DEFAULT false NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"joined" integer DEFAULT 0 NOT NULL,
	"takeaway" text DEFAULT '' NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_code_unique" UNIQUE("code"),
	CONSTRAINT "sessions_stage_key_unique" UNIQUE("stage_key")
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_keys" ADD CONSTRAINT "activity_keys_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handled_commands" ADD CONSTRAINT "handled_commands_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "node_people" ADD CONSTRAINT "node_people_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_ballots" ADD CONSTRAINT "sealed_ballots_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_cards" ADD CONSTRAINT "sealed_cards_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_contributors" ADD CONSTRAINT "sealed_contributors_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_events" ADD CONSTRAINT "session_events_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_ins_user" ON "sign_ins" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_owner" ON "sessions" USING btree ("owner_id");--> statement-breakpoint
-- Postgres samples columns into pg_statistic; what people wrote must not be found there (anonymity.md, rule 8).
ALTER TABLE "sealed_cards" ALTER COLUMN "content" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sealed_ballots" ALTER COLUMN "content" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "session_events" ALTER COLUMN "event" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "takeaway" SET STATISTICS 0;
