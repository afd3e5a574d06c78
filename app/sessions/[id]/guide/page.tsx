import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { Guide } from "@/app/sessions/guide";
import { guideParts } from "@/app/sessions/guide-parts";
import { PrintPackForm } from "@/app/sessions/print-pack/print-pack-form";
import { PRINTED_PEOPLE_MAX } from "@/lib/session/print-pack";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("guide") };
}

interface SessionGuidePageProps {
  params: Promise<{ id: string }>;
}

/** An own session on paper, before it begins: what its plan says, and the way to its print pack. */
export default async function SessionGuidePage({ params }: SessionGuidePageProps) {
  const { userId } = await requireFacilitator();
  const { id } = await params;
  const found = await running().sessions.planOf(userId, id);
  if (!found) notFound();
  const { title, purpose, minutes, address, activities } = found.plan;
  return (
    <main className="site-width flex flex-1 flex-col gap-6 py-6 print:p-0 md:pb-10">
      <Guide
        address={address}
        back={`/sessions/${id}`}
        parts={guideParts(activities)}
        plan={{ title, purpose, minutes }}
        start={null}
      >
        <PrintPackForm
          address={null}
          path={`/sessions/${id}/print-pack`}
          peopleMax={PRINTED_PEOPLE_MAX}
          query={{}}
          start=""
        />
      </Guide>
    </main>
  );
}
