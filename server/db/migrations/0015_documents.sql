CREATE TABLE "document_updates" (
	"session_id" text NOT NULL,
	"activity" text NOT NULL,
	"name" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" integer NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "document_updates_session_id_activity_name_seq_pk" PRIMARY KEY("session_id","activity","name","seq")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"session_id" text NOT NULL,
	"activity" text NOT NULL,
	"name" text NOT NULL,
	"model" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" integer NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "documents_session_id_activity_name_pk" PRIMARY KEY("session_id","activity","name")
);
--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "session_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "activity" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "name" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "model" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "key" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "document_updates" ALTER COLUMN "session_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "document_updates" ALTER COLUMN "activity" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "document_updates" ALTER COLUMN "name" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "document_updates" ALTER COLUMN "data" SET STATISTICS 0;
