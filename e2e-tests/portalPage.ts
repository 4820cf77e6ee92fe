import { BrowserContext, Locator, Page, expect } from '@playwright/test';

// React's warning about Material UI 4, which Backstage uses; it is printed in development only.
const knownErrors = [/^Warning: findDOMNode is deprecated/];

/** What the browser was told and complained about, over all pages of a context. */
export class BrowserRecord {
  readonly errors: string[] = [];
  /** The addresses and bodies of all requests. */
  readonly requests: string[] = [];
  readonly #answers: Promise<string>[] = [];

  constructor(context: BrowserContext) {
    context.on('console', message => {
      const text = message.text();
      if (
        message.type() === 'error' &&
        !knownErrors.some(known => known.test(text))
      ) {
        this.errors.push(`${text} ${message.location().url}`);
      }
    });
    context.on('weberror', failure =>
      this.errors.push(failure.error().message),
    );
    context.on('request', request =>
      this.requests.push(`${request.url()} ${request.postData() ?? ''}`),
    );
    context.on('response', response => {
      this.#answers.push(response.text().catch(() => ''));
    });
  }

  /** Forgets complaints about what a test did wrong on purpose; it fails where there was none. */
  forgive(expected: RegExp): void {
    const forgiven = this.errors.filter(error => expected.test(error));
    expect(forgiven, `complaints like ${expected}`).not.toEqual([]);
    forgiven.forEach(error =>
      this.errors.splice(this.errors.indexOf(error), 1),
    );
  }

  /** The bodies of all answers that the browser received. */
  answers(): Promise<string[]> {
    return Promise.all(this.#answers);
  }
}

/** Opens a page of the portal first, as a guest. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const enter = page.getByRole('button', { name: 'Enter' });
  const signedIn = page.getByRole('link', {
    name: 'Settings',
    exact: true,
  });
  await expect(enter.or(signedIn)).toBeVisible();
  if (await enter.isVisible()) {
    await enter.click();
  }
}

/** The card of an environment. */
export function card(page: Page, title: string): Locator {
  return page.getByRole('article', { name: title, exact: true });
}

/** Asks GitLab anew. */
export async function refresh(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Refresh' }).click();
}

/** Everything of a page in which a value could stay behind. */
export function remains(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map(
      field => (field as HTMLInputElement).value,
    );
    return JSON.stringify([
      document.documentElement.outerHTML,
      fields,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      window.location.href,
      window.history.state,
    ]);
  });
}
