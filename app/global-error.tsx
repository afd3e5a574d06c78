"use client";

import "./globals.css";
import { SavedScene } from "@/lib/ui/drawn/saved-scene";

/**
 * Stands in for everything when even the layout failed, so it can't ask for the language: both are
 * here.
 */
export default function GlobalError() {
  return (
    <html lang="de">
      <body>
        <main className="mx-auto flex min-h-dvh w-full max-w-[520px] flex-col items-start justify-center gap-4 px-4 py-8 text-lg">
          <SavedScene className="w-[240px]" />
          <h1 className="text-balance pt-2 font-medium font-serif text-3xl">
            Hier ist etwas schiefgegangen
          </h1>
          <p>Was gespeichert war, ist noch da. Bitte die Seite neu laden.</p>
          <p lang="en">Something went wrong. What was saved is still there. Please reload.</p>
        </main>
      </body>
    </html>
  );
}
