import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Violation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { openPasteDialog } from '../../__testUtils__/dialogs';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import { anOperation } from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';

const VALUE = 'glpat-my-own-0123456789';

const violation = (
  code: Violation['code'],
  found: string | null,
  allowed: string[],
): Violation => ({ code, field: 'token', found, allowed, message: 'wrong' });

describe('PasteDialog', () => {
  testAtNow();

  it('opens GitLab’s form with name, description and scopes filled in', async () => {
    await openPasteDialog(new FakeBrokerApi());
    const link = await screen.findByRole('link', {
      name: /Open GitLab’s form/,
    });
    const url = new URL(link.getAttribute('href') ?? '');
    expect(url.origin + url.pathname).toBe(
      'https://gitlab.example.com/-/user_settings/personal_access_tokens',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      name: 'Backstage (localhost)',
      description: 'For the developer portal, environment local',
      scopes: 'read_user,read_api,write_repository',
    });
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('sends the value once, follows what happens, and keeps the value nowhere', async () => {
    const api = new FakeBrokerApi();
    api.starting = () => api.set(anOperation({ kind: 'paste' }));
    await openPasteDialog(api);
    const field = await screen.findByLabelText('Token');
    expect(field).toHaveAttribute('type', 'password');
    expect(field).toHaveAttribute('autocomplete', 'off');
    expect(field).toHaveAttribute('spellcheck', 'false');
    await userEvent.type(field, ` ${VALUE} `);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the value' }),
    );
    expect(field).toHaveAttribute('type', 'text');
    await userEvent.tripleClick(
      screen.getByRole('button', { name: 'Check and use it' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Steps' }),
    ).toHaveTextContent('Seal the pasted value');
    expect(api.gotOf('pasteCredential')).toEqual([
      { method: 'pasteCredential', what: 'local', request: VALUE },
    ]);
    const places = [
      document.documentElement.outerHTML,
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
      JSON.stringify(window.history.state),
      window.location.href,
    ];
    places.forEach(place => expect(place).not.toContain(VALUE));
  });

  it('says at the field what is wrong with the token', async () => {
    const refused = await aResponseError(400, {
      violations: [
        violation('MISSING_SCOPE', 'read_user', ['read_api', 'api']),
        violation('WRONG_OWNER', 'grace', ['ada']),
        violation('WRONG_KIND', 'project', ['personal']),
      ],
    });
    const api = new FakeBrokerApi();
    api.starting = () => {
      throw refused;
    };
    await openPasteDialog(api);
    const field = await screen.findByLabelText('Token');
    await userEvent.type(field, `${VALUE}{Enter}`);
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(
        'It lacks scopes: read_api and api. It belongs to grace; declared is ada. It is a project access token; needed is a personal access token.',
      ),
    );
    await userEvent.type(field, 'x');
    expect(field).not.toHaveAccessibleDescription(/lacks/);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('It is closed')).toBeVisible();
    expect(document.documentElement.outerHTML).not.toContain(VALUE);
  });

  it('says that the environment does not run on a personal token', async () => {
    const refused = await aResponseError(400, {
      violations: [
        {
          ...violation('KIND_NOT_ALLOWED', 'personal', ['group']),
          field: 'environment',
        },
      ],
    });
    const api = new FakeBrokerApi();
    api.starting = () => {
      throw refused;
    };
    await openPasteDialog(api);
    await userEvent.type(await screen.findByLabelText('Token'), VALUE);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This kind is not possible here; possible: group access token.',
    );
  });
});
