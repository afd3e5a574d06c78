import type { ReactNode } from "react";

/**
 * The frame of every drawing: lines in the colour of the text around it. It says nothing that the words beside it
 * don't.
 */
export function Drawing({
  viewBox,
  className,
  children,
}: {
  viewBox: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <svg
      aria-hidden
      className={className}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.75}
      viewBox={viewBox}
    >
      {children}
    </svg>
  );
}
