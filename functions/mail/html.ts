import escapeHtml from 'escape-html';

/** Markup that only {@link html} makes, so that every value in it went through the escape. */
class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Html = Markup;

/** Template tag: strings are escaped, for content and for quoted attributes; markup and lists of it go in as they are. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  return new Markup(String.raw({ raw: parts }, ...values.map(render)));
}

function render(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return escapeHtml(value);
  return value instanceof Markup ? value.text : value.map(render).join('');
}
