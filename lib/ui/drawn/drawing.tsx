import type { ReactNode } from "react";

/**
 * The frame of every drawing: lines in the colour of the text around it. It says nothing that the words beside it
 * don't.
 */
export function Drawing({
  viewBox,
  className,
  standing = false,
  children,
}: {
  viewBox: string;
  className?: string | undefined;
  /** On the lower edge of a box that is higher, and not in its middle. */
  standing?: boolean;
  children: ReactNode;
}) {
  return (
    <svg
      aria-hidden
      className={className}
      fill="none"
      preserveAspectRatio={standing ? "xMidYMax meet" : undefined}
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
