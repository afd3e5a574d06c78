"use client";

import type { RevealedCard } from "@/lib/activities/card-schema";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import type { StageSurroundings } from "@/lib/ui/stage/stage-frame";

interface SpotlitCardProps {
  card: RevealedCard;
  surroundings: StageSurroundings;
}

/** One card alone, while cards are put together. */
export function SpotlitCard({ card, surroundings }: SpotlitCardProps) {
  return (
    <PromptPicture prompt={<PeoplesWords>{card.text}</PeoplesWords>} surroundings={surroundings} />
  );
}
