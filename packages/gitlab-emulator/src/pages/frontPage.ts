import { Answer } from '../http/answer';
import { Html, html } from '../http/html';
import { State } from '../state/State';
import { page } from './layout';

/** Says what this is to somebody who opens it in a browser. */
export function frontPage(state: State, baseUrl: string): Answer {
  const groups = state.groups.all().slice(0, 50);
  const projects = state.projects.all().slice(0, 50);
  return page(
    200,
    'GitLab emulator',
    html`
      <p>
        It behaves as GitLab ${state.settings.version} does where tokens are
        concerned, so that a token manager can be tried without a GitLab. Its
        API is at <code>${baseUrl}/api/v4</code>; tokens are sent as
        <code>PRIVATE-TOKEN</code> or as <code>Authorization: Bearer</code>.
      </p>
      <h2>Pages</h2>
      <ul>
        <li>
          <a href="/-/user_settings/personal_access_tokens"
            >Add a personal access token</a
          >
        </li>
        ${groups.map(group =>
          link(`/groups/${group.fullPath}`, `the group ${group.fullPath}`),
        )}
        ${projects.map(project =>
          link(`/${project.fullPath}`, `the project ${project.fullPath}`),
        )}
      </ul>
      <h2>Control</h2>
      <p>
        <a href="/-/emulator/state">The whole state</a> and
        <a href="/-/emulator/requests">the requests so far</a>; the seed, the
        clock and faults are set with <code>PUT /-/emulator/seed</code>,
        <code>PUT /-/emulator/clock</code> and
        <code>POST /-/emulator/faults</code>.
      </p>
    `,
  );
}

function link(path: string, owner: string): Html {
  return html`<li>
    <a href="${path}/-/settings/access_tokens">Access tokens of ${owner}</a>
  </li>`;
}
