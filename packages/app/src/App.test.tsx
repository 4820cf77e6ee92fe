import catalogPlugin from '@backstage/plugin-catalog/alpha';
import homePlugin from '@backstage/plugin-home/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import gitlabTokensPlugin from '@gitlab-tokens/backstage-plugin-gitlab-tokens';
import { fireEvent, render, screen, within } from '@testing-library/react';
import App from './App';

const identity = {
  type: 'user',
  userEntityRef: 'user:development/guest',
  ownershipEntityRefs: ['user:development/guest'],
};

const config = {
  app: {
    title: 'Test portal',
    packages: 'all',
    extensions: [
      {
        'api:app/app-language': {
          config: { availableLanguages: ['en', 'fr', 'ja', 'ru'] },
        },
      },
      {
        'page:home': {
          config: {
            path: '/',
            defaultConfig: [
              {
                component: 'GitlabTokensHomeCard',
                column: 0,
                row: 0,
                width: 6,
                height: 5,
              },
            ],
          },
        },
      },
    ],
  },
  backend: { baseUrl: 'http://localhost:7007' },
};

/** A backend that lets the guest in, and in which nothing is configured or catalogued. */
async function fakeBackend(input: RequestInfo | URL): Promise<Response> {
  const { pathname } = new URL(
    input instanceof Request ? input.url : String(input),
  );
  if (pathname.startsWith('/api/auth/guest/refresh')) {
    return Response.json({
      profile: {},
      backstageIdentity: { token: 'e30.e30.e30', identity },
    });
  }
  return Response.json({ items: [], totalItems: 0, unread: 0, read: 0 });
}

/** Opens the portal at a path, as a guest. */
async function enter(path = '/') {
  window.history.pushState({}, '', path);
  render(App.createRoot());
  fireEvent.click(
    await screen.findByRole('button', { name: 'Enter' }, { timeout: 30_000 }),
  );
}

describe('the portal', () => {
  const { fetch } = global;
  const environment = process.env;

  beforeEach(() => {
    global.fetch = fakeBackend;
    // The bundler puts an array there, which an environment variable could not be
    process.env = {
      ...environment,
      APP_CONFIG: [{ context: 'test', data: config }] as unknown as string,
    };
    // What the bundler finds in package.json
    Object.assign(window, {
      '__@backstage/discovered__': {
        modules: [
          catalogPlugin,
          homePlugin,
          notificationsPlugin,
          userSettingsPlugin,
          gitlabTokensPlugin,
        ].map(plugin => ({ name: plugin.id, default: plugin })),
      },
    });
  });
  afterEach(() => {
    global.fetch = fetch;
    process.env = environment;
    localStorage.clear();
    jest.restoreAllMocks();
  });

  it('opens at the home page, with the card of the GitLab tokens', async () => {
    // The grid shows its cards once it has a width, and nothing has one here
    jest
      .spyOn(HTMLElement.prototype, 'offsetWidth', 'get')
      .mockReturnValue(1280);
    await enter();
    expect(
      await screen.findByText('No environment is configured.'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Home' })).toHaveAttribute(
      'href',
      '/',
    );
    expect(window.location.pathname).toBe('/');
  }, 60_000);

  it('has the GitLab tokens in the sidebar', async () => {
    await enter();
    fireEvent.click(await screen.findByRole('link', { name: 'GitLab tokens' }));
    expect(
      await screen.findByRole('heading', {
        name: 'No environment is configured',
      }),
    ).toBeInTheDocument();
    expect(window.location.pathname).toBe('/gitlab-tokens/environments');
  }, 60_000);

  it('speaks the language that somebody chooses in the settings', async () => {
    await enter('/settings');
    fireEvent.mouseDown(await screen.findByRole('button', { name: 'English' }));
    const languages = within(await screen.findByRole('listbox'));
    expect(
      languages.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['English', 'Français', '日本語', 'Русский']);
    fireEvent.click(languages.getByText('Français'));

    fireEvent.click(await screen.findByRole('link', { name: 'GitLab tokens' }));
    expect(
      await screen.findByRole('heading', {
        name: 'Aucun environnement n’est configuré',
      }),
    ).toBeInTheDocument();
  }, 60_000);
});
