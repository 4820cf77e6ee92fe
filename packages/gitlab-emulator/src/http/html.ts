const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that is already escaped where it must be. */
export class Html {
  constructor(readonly text: string) {}
}

type Content = string | number | null | Html | readonly Html[];

/** Builds HTML; whatever is inserted is escaped, unless it is HTML itself. */
export function html(
  parts: TemplateStringsArray,
  ...contents: Content[]
): Html {
  const text = parts.reduce(
    (before, part, index) => before + toHtml(contents[index - 1]) + part,
  );
  return new Html(text);
}

function toHtml(content: Content): string {
  if (content instanceof Html) {
    return content.text;
  }
  if (typeof content === 'string' || typeof content === 'number') {
    return String(content).replace(/[&<>"']/g, one => ENTITIES[one]);
  }
  return content === null ? '' : content.map(toHtml).join('');
}
