import { screen, within } from '@testing-library/react';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  aPersonalEnvironment,
  inDays,
  minutesAgo,
  NOW,
} from '../../__testUtils__/environments';
import { FakeGitlabTokensApi } from '../../__testUtils__/FakeGitlabTokensApi';
import { showInPortal, testAtNow } from '../../__testUtils__/portal';
import { EnvironmentCard } from './EnvironmentCard';

const lacking = anEnvironment({
  name: 'qa',
  title: 'Quality assurance',
  observed: anObservation({ scopes: ['read_api', 'api'] }),
  findings: [
    { code: 'SURPLUS_SCOPE', severity: 'warning', scopes: ['api'] },
    { code: 'MISSING_SCOPE', severity: 'error', scopes: ['write_repository'] },
  ],
});

async function findCard(environment: Environment) {
  showInPortal(
    <EnvironmentCard
      environment={environment}
      now={NOW}
      highlighted={false}
      onChanged={() => {}}
    />,
    new FakeGitlabTokensApi([environment]),
  );
  return within(
    await screen.findByRole('article', { name: environment.title }),
  );
}

type Card = Awaited<ReturnType<typeof findCard>>;

const value = (card: Card, label: string) =>
  card.getByText(label, { selector: 'dt' }).nextElementSibling;

describe('the card of an environment', () => {
  testAtNow();

  it('says what its credential is', async () => {
    const card = await findCard(anEnvironment());
    expect(value(card, 'GitLab')).toHaveTextContent('gitlab.example.com');
    expect(value(card, 'Kind')).toHaveTextContent('group access token');
    expect(value(card, 'Name')).toHaveTextContent('Backstage (dev)');
    expect(value(card, 'Owner')).toHaveTextContent('example-org');
    expect(value(card, 'Role')).toHaveTextContent('Developer');
    expect(value(card, 'Last used')).toHaveTextContent('2 hours ago');
    expect(card.getByText('Inspected: 5 minutes ago')).toBeVisible();
    expect(
      card.getByRole('link', {
        name: /^Open in GitLab: token settings of Development/,
      }),
    ).toHaveAttribute(
      'href',
      'https://gitlab.example.com/groups/example-org/-/settings/access_tokens',
    );
  });

  it('has the whole name of the bot, however much of it fits', async () => {
    const username = 'group_10_bot_6a2a1c87c9a41928c4ecaed5081e1925';
    const observed = anObservation({ username });
    const card = await findCard(anEnvironment({ observed }));
    expect(value(card, 'Acts as')).toHaveTextContent(username);
    expect(card.getByTitle(username)).toHaveStyle({
      whiteSpace: 'nowrap',
      textOverflow: 'ellipsis',
    });
  });

  it('says of a personal token whose it is, and no role', async () => {
    const card = await findCard(aPersonalEnvironment());
    expect(value(card, 'Owner')).toHaveTextContent('ada');
    expect(card.queryByText('Role')).not.toBeInTheDocument();
    expect(card.queryByText('Acts as')).not.toBeInTheDocument();
    expect(card.getByText('This portal')).toBeVisible();
  });

  it('says when the token expires, in how many days, and what that means', async () => {
    const card = await findCard(anExpiringEnvironment(12));
    expect(card.getByText('Expiring')).toBeVisible();
    expect(card.getByText(inDays(12))).toBeVisible();
    expect(card.getByText('12 days left')).toBeVisible();
    expect(card.getByRole('meter')).toHaveAttribute(
      'aria-valuetext',
      '12 days left of 42 days',
    );
    expect(
      card.getByText('The token expires on Jun 13, 2026, in 12 days.'),
    ).toBeVisible();
  });

  it('marks missing and surplus scopes in words', async () => {
    const card = await findCard(lacking);
    expect(card.getByText('Active')).toBeVisible();
    expect(card.getByText('Needs attention')).toBeVisible();
    const scopes = within(card.getByRole('list', { name: 'Scopes' }));
    expect(
      scopes
        .getAllByRole('listitem')
        .map(item => item.getAttribute('aria-label')),
    ).toEqual([
      'read_api',
      'api: surplus',
      'write_repository: declared, but missing',
    ]);
  });

  it('says of a locked file what is declared, and how to open it', async () => {
    const card = await findCard(aLockedEnvironment());
    expect(card.getByText('Locked')).toBeVisible();
    expect(
      card.getByText('Add a key of this machine to the recipients.'),
    ).toBeVisible();
    expect(card.getAllByText('(declared)')).not.toHaveLength(0);
    expect(card.queryByRole('meter')).not.toBeInTheDocument();
  });

  it('keeps what GitLab said last where it does not answer', async () => {
    const card = await findCard(
      anEnvironment({
        state: 'unreachable',
        observed: anObservation({ observedAt: minutesAgo(3 * 24 * 60) }),
        problem: {
          code: 'GATEWAY_UNREACHABLE',
          message: 'GitLab could not be reached.',
          action: 'Check the network.',
        },
      }),
    );
    expect(card.getByText('GitLab could not be reached.')).toBeVisible();
    expect(card.getByText('Check the network.')).toBeVisible();
    expect(card.getByText('60 days left')).toBeVisible();
    expect(card.getByText(/^Details are from 3 days ago/)).toBeVisible();
  });

  it.each([
    ['that is healthy', anEnvironment()],
    ['that needs attention', lacking],
    ['that is locked', aLockedEnvironment()],
  ])('is accessible for one %s', async (_, environment) => {
    await findCard(environment);
    expect(await accessibilityProblems()).toEqual([]);
  });
});
