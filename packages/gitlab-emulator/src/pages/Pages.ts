import { parseFields } from '../http/fields';
import { Instance } from '../Instance';
import { Answer } from '../http/answer';
import { html } from '../http/html';
import { Resource } from '../state/entities';
import { frontPage } from './frontPage';
import { page } from './layout';
import {
  createPersonalToken,
  personalTokenForm,
  readTokenForm,
} from './personalTokenPage';
import { resourceTokensPage } from './resourceTokensPage';

const PERSONAL_TOKENS = '/-/user_settings/personal_access_tokens';

/** The few pages of GitLab that people are sent to. */
export class Pages {
  constructor(
    private readonly instance: Instance,
    private readonly baseUrl: () => string,
  ) {}

  answer(
    target: { method: string; path: string; query: string },
    body: string,
  ): Answer {
    const { state } = this.instance;
    const path = target.path.replace(/(?<=.)\/$/, '');
    if (path === '/') {
      return frontPage(state, this.baseUrl());
    }
    if (path === PERSONAL_TOKENS) {
      return target.method === 'POST'
        ? this.submit(body)
        : personalTokenForm(state, readTokenForm(parseFields(target.query)));
    }
    const resource = this.resourceOf(path);
    return resource
      ? resourceTokensPage({ state, now: this.instance.clock.now() }, resource)
      : page(
          404,
          'Page not found',
          html`<p>
            The emulator has only the pages that its
            <a href="/">front page</a> names.
          </p>`,
        );
  }

  private submit(body: string): Answer {
    const { state, clock } = this.instance;
    const answer = createPersonalToken(
      { state, now: clock.now() },
      readTokenForm(parseFields(body)),
    );
    this.instance.keep();
    return answer;
  }

  private resourceOf(path: string): Resource | null {
    const match =
      /^(?<group>\/groups)?\/(?<path>.+)\/-\/settings\/access_tokens$/.exec(
        path,
      );
    if (!match?.groups) {
      return null;
    }
    const { state } = this.instance;
    const fullPath = decodePath(match.groups.path).toLowerCase();
    const type = match.groups.group ? 'group' : 'project';
    const found =
      type === 'group'
        ? state.groups.findBy('path', fullPath)
        : state.projects.findBy('path', fullPath);
    return found ? { type, id: found.id } : null;
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
