import type { ReactNode } from "react";

export interface PeoplesWordsProps {
  /** What somebody wrote: a card, a view, a theme, a note. */
  children: ReactNode;
  as?:
    | "p"
    | "span"
    | "h1"
    | "h2"
    | "h3"
    | "blockquote"
    | "legend"
    | "li"
    | "th"
    | "td"
    | "dt"
    | "dd";
  className?: string;
  id?: string;
}

/**
 * Words that people wrote, in whatever script: their own first letter decides in which direction they run,
 * and they turn nothing that stands beside them.
 */
export function PeoplesWords({ children, as: Tag = "span", className, id }: PeoplesWordsProps) {
  return (
    <Tag className={className} dir="auto" id={id}>
      {children}
    </Tag>
  );
}
