import QRCode from "qrcode";

export interface QrCodeProps {
  /** The address to open. */
  url: string;
  /** What a screen reader says. */
  label: string;
  className?: string;
}

/** Modules of white around the code; the standard asks for four, or scanners miss its edge. */
const QUIET_ZONE = 4;

/** A QR code as one path: sharp at any size. Always dark on white, whatever the theme. */
export function QrCode({ url, label, className = "" }: QrCodeProps) {
  // M survives a reflection on the screen and keeps the modules of a short address large.
  const { modules } = QRCode.create(url, { errorCorrectionLevel: "M" });
  const size = modules.size;
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!modules.get(y, x)) continue;
      // One run instead of many squares: no hairlines between neighbours.
      let run = 1;
      while (x + run < size && modules.get(y, x + run)) run += 1;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run - 1;
    }
  }
  const side = size + 2 * QUIET_ZONE;
  return (
    <svg
      aria-label={label}
      className={`aspect-square ${className}`}
      role="img"
      shapeRendering="crispEdges"
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
    >
      <rect fill="#ffffff" height={side} width={side} x={-QUIET_ZONE} y={-QUIET_ZONE} />
      <path d={path} fill="#23201b" />
    </svg>
  );
}
