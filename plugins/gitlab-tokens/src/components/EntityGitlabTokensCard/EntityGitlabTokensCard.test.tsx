import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  aPersonalEnvironment,
  inDays,
} from '../../__testUtils__/environments';
import { FakeGitlabTokensApi } from '../../__testUtils__/FakeGitlabTokensApi';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { EntityGitlabTokensCard } from './EntityGitlabTokensCard';

function renderCard(
  api: FakeGitlabTokensApi,
  annotations: Record<string, string>,
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
    { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
  );
}

const annotated = {
  'gitlab.com/project-slug': 'example-org/payments/api',
  'gitlab.com/instance': 'gitlab.example.com',
};

describe('EntityGitlabTokensCard', () => {
  it('says for every environment what its credential is and whether it covers the project', async () => {
    const api = new FakeGitlabTokensApi([
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
    const api = new FakeGitlabTokensApi([anEnvironment()]);
    renderCard(api, {});
    expect(await screen.findByText('No GitLab project')).toBeVisible();
    expect(document.body).toHaveTextContent(
      /name: payments-api\s+annotations:\s+gitlab\.com\/project-slug: group\/project/,
    );
    expect(api.asked).toEqual([]);
  });

  it('says why there is nothing to see', async () => {
    const api = new FakeGitlabTokensApi();
    api.fail(Object.assign(new NotAllowedError(), { statusCode: 403 }));
    renderCard(api, annotated);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the environments',
    );
  });

  it('says that no environment is configured', async () => {
    renderCard(new FakeGitlabTokensApi(), annotated);
    expect(
      await screen.findByText('No environment is configured.'),
    ).toBeVisible();
  });
});
