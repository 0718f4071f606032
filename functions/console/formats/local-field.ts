/** The zone in which this device tells the time. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as a field for day and hour holds it, by this device's clock. */
export function toLocalField(at: string | undefined): string {
  const date = new Date(at ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return '';
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that such a field holds; undefined while it holds none. */
export function fromLocalField(text: string): string | undefined {
  const date = new Date(text === '' ? Number.NaN : text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
