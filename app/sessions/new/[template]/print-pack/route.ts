import { printedPlan } from "@/app/sessions/new/[template]/print-pack/load";
import { printPackFile } from "@/app/sessions/print-pack/print-pack-file";

interface PrintPackRoute {
  params: Promise<{ template: string }>;
}

/** GET: the print pack of a ready-made plan or one of one's own, in the sizes and the form of address that its address names. */
export async function GET(request: Request, { params }: PrintPackRoute): Promise<Response> {
  const { template } = await params;
  const query = new URL(request.url).searchParams;
  return await printPackFile(request, await printedPlan(template, (name) => query.get(name)));
}
