import type { Script } from "@/lib/session/plan-template";
import type { AllWords } from "@/lib/words";

/** The script with this said in one of its phases. Throws for a phase it has no words for. */
export function saying(script: Script, phase: string, say: AllWords): Script {
  const before = script.phases[phase];
  if (!before) throw new Error(`The script says nothing in ${phase}`);
  return { ...script, phases: { ...script.phases, [phase]: { ...before, say } } };
}
