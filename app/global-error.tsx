"use client";

import "./globals.css";

/**
 * Stands in for everything when even the layout failed, so it can't ask for the language: both are
 * here.
 */
export default function GlobalError() {
  return (
    <html lang="de">
      <body>
        <main className="mx-auto flex min-h-dvh w-full max-w-[480px] flex-col justify-center gap-4 px-5 py-8 text-lg">
          <h1 className="font-medium font-serif text-2xl">Hier ist etwas schiefgegangen</h1>
          <p>Was gespeichert war, ist noch da. Bitte die Seite neu laden.</p>
          <p lang="en">Something went wrong. What was saved is still there. Please reload.</p>
        </main>
      </body>
    </html>
  );
}
