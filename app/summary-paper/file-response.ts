import { fileToKeep, madeFile } from "@/app/made-file";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { isMadeFormat, madeFormats } from "@/lib/summary/formats";
import { isTextFormat, textFormats } from "@/lib/summary/text-formats";

/** Whether a summary can be had in this format. */
export const isFormat = (name: string): boolean => isTextFormat(name) || isMadeFormat(name);

/**
 * A summary as a file of this name, without an extension: 501 where this machine can't make files of that format, 404
 * where there is no such format. A file that is being made is given up once the browser is gone.
 */
export async function fileResponse(
  summary: SummaryBlocks,
  format: string,
  name: string,
  signal: AbortSignal,
): Promise<Response> {
  if (isMadeFormat(format)) {
    const { extension, media } = madeFormats[format];
    return await madeFile({ format, summary }, { name: `${name}.${extension}`, media }, signal);
  }
  if (!isTextFormat(format)) return new Response(null, { status: 404 });
  const { extension, media, render } = textFormats[format];
  return fileToKeep(render(summary), { name: `${name}.${extension}`, media });
}
