/** Markup that is safe to send: made by {@link html} only, so that everything a person wrote went through the escape. */
export class Html {
  readonly #text: string;

  constructor(parts: readonly string[], values: readonly HtmlValue[]) {
    this.#text = parts.map((part, index) => part + render(values[index])).join('');
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template may hold; undefined, null and false are nothing, so that `condition && html` reads well. */
export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[];

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template tag: every interpolated string is escaped, for element content and for quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(parts, values);
}

/** The five characters that can end a text or a quoted attribute, as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? '');
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(render).join('');
  if (value === undefined || value === null || typeof value === 'boolean') return '';
  return escapeHtml(String(value));
}
