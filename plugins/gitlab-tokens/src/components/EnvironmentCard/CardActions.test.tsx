import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  AuthorizeResult,
  EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  anEnvironment,
  anObservation,
  aPersonalEnvironment,
} from '../../__testUtils__/environments';
import { FakeBrokerApi } from '../../__testUtils__/FakeBrokerApi';
import { anOperation, aPlan } from '../../__testUtils__/operations';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { EnvironmentsPage } from '../EnvironmentsPage';

// Whole flows, on a machine that does other things, too
jest.setTimeout(30_000);

function show(
  api: FakeBrokerApi,
  options: { denies?: (request: EvaluatePermissionRequest) => boolean } = {},
) {
  const permissions = mockApis.permission({
    authorize: request =>
      options.denies?.(request) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [gitlabTokensApiRef, api],
        [permissionApiRef, permissions],
      ]}
    >
      <EnvironmentsPage />
    </TestApiProvider>,
    { mountedRoutes: { '/tokens': rootRouteRef } },
  );
}

const of = (...environments: Environment[]) => new FakeBrokerApi(environments);

describe('the actions of an environment’s card', () => {
  it('leads from a rotation that cannot be to the token that somebody makes by hand', async () => {
    const api = of(aPersonalEnvironment());
    api.planning = () =>
      aPlan({
        blockers: [
          {
            code: 'PERSONAL_TOKENS_ARE_MADE_BY_HAND',
            message: 'GitLab has no API for it.',
            action: 'Make the token in GitLab and paste it here.',
          },
        ],
      });
    show(api);
    const { title } = aPersonalEnvironment();
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Rotate the credential of ${title}`,
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      await within(dialog).findByRole('button', {
        name: 'Use my own token…',
      }),
    );
    expect(await screen.findByLabelText('Token')).toBeVisible();
    expect(screen.getByRole('dialog')).toHaveAccessibleName(
      `Use my own token for ${title}`,
    );
  });

  it('rotates the credential, and looks at the environments again afterwards', async () => {
    const api = of(anEnvironment());
    show(api);
    const rotate = await screen.findByRole('button', {
      name: 'Rotate the credential of Development',
    });
    await waitFor(() =>
      expect(rotate).toHaveAttribute('aria-disabled', 'false'),
    );
    rotate.focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('dialog', {
      name: 'Rotate the credential of Development',
    });
    await screen.findByRole('region', { name: 'What will be made' });
    const before = api.asked.length;
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(rotate).toHaveFocus());
    expect(api.asked.length).toBe(before + 1);
  });

  it('takes a token of one’s own only where a personal one belongs', async () => {
    const { kind: _, ...undeclared } = anEnvironment().declared;
    show(
      of(
        anEnvironment(),
        aPersonalEnvironment(),
        anEnvironment({
          name: 'new',
          title: 'New',
          declared: undeclared,
          state: 'missing',
          observed: null,
          daysLeft: null,
        }),
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Use my own token for Local development',
      }),
    );
    expect(
      await screen.findByRole('dialog', {
        name: 'Use my own token for Local development',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(
      screen.getAllByRole('button', { name: /^Use my own token/ }),
    ).toHaveLength(2);
    expect(
      screen.getByRole('button', { name: 'Use my own token for New' }),
    ).toBeVisible();
  });

  it('says why somebody may not, for this very token', async () => {
    // What was decided of a token is remembered for two seconds, other tests' too
    const observed = anObservation({ tokenId: 777 });
    const api = of(anEnvironment({ observed }), aPersonalEnvironment());
    show(api, {
      denies: request => request.resourceRef === 'dev.group.10.777',
    });
    const rotate = await screen.findByRole('button', {
      name: 'Rotate the credential of Development',
    });
    const reason = 'You lack the permission gitlab-tokens.token.rotate.';
    await waitFor(() => expect(rotate).toHaveAccessibleDescription(reason));
    await userEvent.click(rotate);
    expect(screen.queryByRole('dialog')).toBeNull();
    const other = screen.getByRole('button', {
      name: 'Rotate the credential of Local development',
    });
    await waitFor(() =>
      expect(other).toHaveAttribute('aria-disabled', 'false'),
    );
    expect(other).not.toHaveAccessibleDescription(reason);
  });

  it('leads to the operation that is under way', async () => {
    const api = of(anEnvironment());
    api.set(anOperation({ id: 'op-5' }));
    show(api);
    expect(
      await screen.findByRole('link', { name: 'Operation under way' }),
    ).toHaveAttribute('href', '/tokens/activity?operation=op-5');
  });
});
