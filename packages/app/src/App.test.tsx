import catalogPlugin from '@backstage/plugin-catalog/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import gitlabTokensPlugin from '@gitlab-tokens/backstage-plugin-gitlab-tokens';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import App from './App';

const identity = {
  type: 'user',
  userEntityRef: 'user:development/guest',
  ownershipEntityRefs: ['user:development/guest'],
};

const config = {
  app: { title: 'Test portal', packages: 'all' },
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
        modules: [catalogPlugin, notificationsPlugin, gitlabTokensPlugin].map(
          plugin => ({ name: plugin.id, default: plugin }),
        ),
      },
    });
  });
  afterEach(() => {
    global.fetch = fetch;
    process.env = environment;
  });

  it('opens at the catalog, and has the GitLab tokens in the sidebar', async () => {
    render(App.createRoot());
    fireEvent.click(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 30_000 }),
    );
    const link = await screen.findByRole('link', { name: 'GitLab tokens' });
    await waitFor(() => expect(window.location.pathname).toBe('/catalog'));

    fireEvent.click(link);
    expect(
      await screen.findByRole('heading', {
        name: 'No environment is configured',
      }),
    ).toBeInTheDocument();
    expect(window.location.pathname).toBe('/gitlab-tokens/environments');
  }, 60_000);
});
