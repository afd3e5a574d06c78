/** A bar as long as its share of one; the words beside it say the number. */
export function ShareBar({ share, className }: { share: number; className: string }) {
  return (
    <svg aria-hidden className={className} preserveAspectRatio="none" viewBox="0 0 100 10">
      <rect fill="var(--sunken)" height="10" width="100" />
      <rect fill="var(--chart-1)" height="10" width={100 * share} />
    </svg>
  );
}
