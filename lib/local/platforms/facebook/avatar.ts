/** A generated portrait as a data address: initials on a colour that depends on the id alone. */
export function avatarOf(id: string, name: string): string {
  const hash = [...id].reduce((sum, digit) => (sum * 31 + digit.charCodeAt(0)) % 100_003, 7);
  // Steps of the golden angle keep ids that follow each other far apart in colour.
  const hue = Math.round(hash * 137.508) % 360;
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('')
    .toUpperCase();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="hsl(${hue} 60% 52%)"/><stop offset="1" stop-color="hsl(${(hue + 30) % 360} 62% 38%)"/></linearGradient></defs><rect width="80" height="80" fill="url(#g)"/><text x="40" y="51" font-family="system-ui,sans-serif" font-size="30" font-weight="600" fill="#fff" text-anchor="middle">${initials}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
