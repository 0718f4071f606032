const units = { w: 'W', d: 'D', h: 'H', m: 'M' } as const;

/** How long something may take as people write it, such as `2h` or `1h 30m`; the ISO text itself where it has other parts. */
export function writtenDuration(iso: string): string {
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(iso);
  if (!parts) return iso;
  const [, weeks, days, hours, minutes] = parts;
  const written = [weeks && `${weeks}w`, days && `${days}d`, hours && `${hours}h`, minutes && `${minutes}m`];
  return written.filter(Boolean).join(' ') || iso;
}

/** What was written as ISO 8601; as it stands where it is no duration, so that the desk says what is wrong with it. */
export function isoDuration(written: string): string {
  const text = written.trim().toLowerCase();
  if (!/^(\d+\s*[wdhm]\s*)+$/.test(text)) return written.trim();
  const amounts = new Map<string, string>();
  for (const [, amount = '', unit = ''] of text.matchAll(/(\d+)\s*([wdhm])/g)) amounts.set(unit, amount);
  const part = (unit: keyof typeof units) => {
    const amount = amounts.get(unit);
    return amount === undefined ? '' : `${amount}${units[unit]}`;
  };
  const time = part('h') + part('m');
  return `P${part('w')}${part('d')}${time === '' ? '' : `T${time}`}`;
}
