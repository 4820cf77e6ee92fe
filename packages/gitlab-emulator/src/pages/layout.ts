import { Answer } from '../http/answer';
import { Html, html } from '../http/html';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #28272d }
  label { display: block; margin-top: 1rem; font-weight: 600 }
  fieldset label { display: inline-block; margin: 0 1rem 0 0; font-weight: 400 }
  input[type=text], input[type=date], select, textarea { width: 100%; max-width: 30rem; font: inherit; padding: .25rem }
  fieldset { margin-top: 1rem }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ddd; vertical-align: top }
  button { margin-top: 1rem; font: inherit; padding: .4rem 1rem }
  code { background: #f2f2f4; padding: .1rem .3rem }
  .note { border-left: 4px solid #1f75cb; padding: .25rem 1rem; background: #eef5fc }
  .problem { border-left: 4px solid #dd2b0e; padding: .25rem 1rem; background: #fdf1ef }
`;

/** A whole page. */
export function page(status: number, title: string, content: Html): Answer {
  const document = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · GitLab emulator</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <p class="note">
          This is the GitLab emulator: nothing here is a real GitLab, and no
          token here opens anything.
          <a href="/">What it is</a>
        </p>
        <h1>${title}</h1>
        ${content}
      </body>
    </html>`;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    },
    body: document.text,
  };
}
