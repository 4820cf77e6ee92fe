import { Entity } from '@backstage/catalog-model';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { screen, within } from '@testing-library/react';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  aPersonalEnvironment,
  inDays,
} from '../../__testUtils__/environments';
import { FakeEntityTokensApi } from '../../__testUtils__/FakeEntityTokensApi';
import { responseError } from '../../__testUtils__/responseError';
import { aToken } from '../../__testUtils__/tokens';
import { gitlabTokensApiRef } from '../../api';
import { entityTabRouteRef, rootRouteRef } from '../../routes';
import { EntityGitlabTokensCard } from './EntityGitlabTokensCard';

function renderCard(
  api: FakeEntityTokensApi,
  annotations: Record<string, string>,
  tab: Record<string, typeof entityTabRouteRef> = {},
) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', annotations },
  };
  renderInTestApp(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      <EntityProvider entity={entity}>
        <EntityGitlabTokensCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/gitlab-tokens': rootRouteRef, ...tab } },
  );
}

const annotated = {
  'gitlab.com/project-slug': 'example-org/payments/api',
  'gitlab.com/instance': 'gitlab.example.com',
};

const anApi = (environments: Environment[], tokens: ManagedToken[] = []) =>
  new FakeEntityTokensApi(tokens, [], environments);

describe('EntityGitlabTokensCard', () => {
  it('counts the tokens of the project, says which expires next, and links to the tab with them', async () => {
    const tokens = [
      aToken({ name: 'reader', daysLeft: 12 }),
      aToken({ tokenId: 2, daysLeft: 90 }),
      aToken({ tokenId: 3, daysLeft: 1, state: 'revoked' }),
    ];
    renderCard(anApi([anEnvironment()], tokens), annotated, {
      '/catalog/default/component/payments-api/gitlab-tokens':
        entityTabRouteRef,
    });
    expect(
      await screen.findByText(
        `2 active tokens. The next to expire is reader: ${inDays(
          12,
        )} (in 12 days).`,
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Tokens of example-org/payments/api' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/gitlab-tokens',
    );
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('says why it cannot count the tokens, and shows the rest', async () => {
    const api = anApi([anEnvironment()]);
    api.fail(await responseError(403, 'NotAllowedError'));
    renderCard(api, annotated);
    expect(
      await screen.findByText(
        /^The tokens of its project could not be counted: .*gitlab-tokens.token.read/,
      ),
    ).toBeVisible();
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
    expect(
      screen.queryByRole('link', { name: /^Tokens of/ }),
    ).not.toBeInTheDocument();
  });

  it('says for every environment what its credential is and whether it covers the project', async () => {
    const api = anApi([
      aPersonalEnvironment(),
      anExpiringEnvironment(12),
      aLockedEnvironment({
        name: 'qa',
        title: 'Quality assurance',
        host: 'gitlab.com',
      }),
      anEnvironment({
        name: 'prod',
        title: 'Production',
        observed: anObservation({
          owner: { type: 'group', id: 12, path: 'example-org/platform' },
        }),
        findings: [
          { code: 'MISSING_SCOPE', severity: 'error', scopes: ['api'] },
        ],
      }),
    ]);
    renderCard(api, annotated);
    const rows = await screen.findAllByRole('listitem');
    expect(
      screen.getByText(
        'Which environments reach example-org/payments/api, and until when',
      ),
    ).toBeVisible();
    expect(rows).toHaveLength(4);
    const [local, dev, qa, prod] = rows;

    expect(local).toHaveTextContent('personal access token · 3 scopes');
    expect(local).toHaveTextContent('As ada: reaches what that user may.');

    expect(dev).toHaveTextContent('Expiring');
    expect(dev).toHaveTextContent('group access token · Developer · 3 scopes');
    expect(dev).toHaveTextContent(`Expires ${inDays(12)} (in 12 days)`);
    expect(dev).toHaveTextContent('Covers this: it belongs to example-org.');
    expect(
      within(dev).getByRole('link', { name: 'Details of Development' }),
    ).toHaveAttribute('href', '/gitlab-tokens/environments?environment=dev');

    expect(qa).toHaveTextContent('as declared');
    expect(qa).toHaveTextContent('Expiry not known');
    expect(qa).toHaveTextContent('Does not cover this: it is for gitlab.com.');

    expect(prod).toHaveTextContent('The token lacks api');
    expect(prod).toHaveTextContent(
      'Does not cover this: it belongs to example-org/platform.',
    );
  });

  it('shows the YAML to add where the entity names no project, and asks nothing', async () => {
    const api = anApi([anEnvironment()]);
    renderCard(api, {});
    expect(await screen.findByText('No GitLab project')).toBeVisible();
    expect(document.body).toHaveTextContent(
      /name: payments-api\s+annotations:\s+gitlab\.com\/project-slug: group\/project/,
    );
    expect(api.entities).toEqual([]);
  });

  it('says why there is nothing to see', async () => {
    const api = anApi([]);
    api.besides = {
      environments: await responseError(403, 'NotAllowedError'),
    };
    renderCard(api, annotated);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the environments',
    );
  });

  it('says that no environment is configured', async () => {
    renderCard(anApi([]), annotated);
    expect(
      await screen.findByText('No environment is configured.'),
    ).toBeVisible();
  });
});
