import type { ReactNode } from "react";
import { Drawing } from "@/lib/ui/drawn/drawing";

export interface SceneProps {
  className?: string;
}

/** A drawing for screens on which nothing is to be read or done. */
export function Scene({ className, children }: SceneProps & { children: ReactNode }) {
  return (
    <Drawing className={className} viewBox="0 0 320 200">
      {children}
    </Drawing>
  );
}
