import type { ReactNode } from "react";

export interface SceneProps {
  className?: string;
}

/**
 * A drawing for screens on which nothing is to be read or done. It says nothing that the words below don't.
 */
export function Scene({ className, children }: SceneProps & { children: ReactNode }) {
  return (
    <svg
      aria-hidden
      className={className}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.75}
      viewBox="0 0 320 200"
    >
      {children}
    </svg>
  );
}
