import { fileResponse, isFormat } from "@/app/summary-paper/file-response";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locale";
import { isMadeFormat } from "@/lib/summary/formats";
import { running } from "@/server/running-server";

interface SharedFileRoute {
  params: Promise<{ token: string; format: string }>;
}

/**
 * GET: what a link leads to, as a file. 404 for a format that there isn't as for a link that isn't good; 429 where too
 * many files are being made for everybody who has a link.
 */
export async function GET(request: Request, { params }: SharedFileRoute): Promise<Response> {
  const { token, format } = await params;
  const shared = await running().sessions.openLink(token);
  if (!shared || !isFormat(format)) return new Response(null, { status: 404 });
  if (isMadeFormat(format) && !running().sessions.mayMake()) {
    return new Response(null, { status: 429 });
  }
  const asked = new URL(request.url).searchParams.get("language") ?? undefined;
  const language = [asked, shared.language ?? undefined].find(isLocale) ?? DEFAULT_LOCALE;
  const summary = shared.summary[language];
  return await fileResponse(summary, format, summary.fileName, request);
}
