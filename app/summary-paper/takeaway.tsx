/** The facilitator's three sentences, as they stand on paper. */
export function Takeaway({ children }: { children: string }) {
  return (
    <p className="measure whitespace-pre-line border-accent border-s-3 ps-4 font-medium font-serif text-lg">
      {children}
    </p>
  );
}
