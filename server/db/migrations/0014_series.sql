CREATE TABLE "series" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"key" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series_scores" (
	"series_id" text NOT NULL,
	"tag" text NOT NULL,
	"kept" jsonb NOT NULL,
	CONSTRAINT "series_scores_series_id_tag_pk" PRIMARY KEY("series_id","tag")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_scores" ADD CONSTRAINT "series_scores_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "series_owner" ON "series" USING btree ("owner_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ALTER COLUMN "key" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "series_scores" ALTER COLUMN "tag" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "series_scores" ALTER COLUMN "kept" SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE "series" ALTER COLUMN "id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "series" ALTER COLUMN "owner_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "series_scores" ALTER COLUMN "series_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "series_id" SET STATISTICS 0;
