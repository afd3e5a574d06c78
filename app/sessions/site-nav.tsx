"use client";

import { useSelectedLayoutSegments } from "next/navigation";

export interface SiteNavProps {
  label: string;
  links: readonly { href: string; name: string }[];
}

const ROOT = "/sessions";

/** The pages of facilitators, the one that is open underlined. */
export function SiteNav({ label, links }: SiteNavProps) {
  const [first] = useSelectedLayoutSegments();
  const open = links.find(({ href }) => href === `${ROOT}/${first}`)?.href ?? ROOT;
  return (
    <nav aria-label={label} className="-mx-2 sm:-mx-3">
      <ul className="flex flex-wrap">
        {links.map(({ href, name }) => (
          <li key={href}>
            <a
              aria-current={href === open ? "page" : undefined}
              className="relative inline-flex min-h-12 items-center px-2 sm:px-3 font-semibold text-base text-ink-2 max-[26rem]:text-sm hover:text-ink aria-[current]:text-accent aria-[current]:after:absolute aria-[current]:after:inset-x-2 sm:aria-[current]:after:inset-x-3 aria-[current]:after:bottom-1.5 aria-[current]:after:border-accent aria-[current]:after:border-b-2"
              href={href}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
